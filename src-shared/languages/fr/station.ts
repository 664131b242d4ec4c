import type { station as english } from '../en/station';
import type { Worded } from '../worded';

/** Making a series of sticks from one recipe. */
export const station: Worded<typeof english> = {
  station: {
    back: 'Retour à l’assistant',

    choose: {
      title: 'Créer une série de clés',
      lead: 'Une recette, une confirmation. Ensuite, chaque lecteur approprié que vous branchez devient une clé, plusieurs en même temps.',
      kept: 'Une recette que vous conservez',
      keptField: 'Recette',
      keptTake: 'Prendre cette recette',
      recipe: 'Une recette dans un fichier',
      recipeText: 'Une recette enregistrée à l’étape Récapitulatif, ou par un collègue.',
      recipeOpen: 'Ouvrir une recette…',
      answers: 'Les réponses actuelles de l’assistant',
      answersText:
        'Windows ou Ventoy, avec tout ce que vous y avez choisi. Les lecteurs ne sont pas repris.',
      answersNone: 'L’assistant n’a pas encore assez de réponses pour cela.',
      answersTake: 'Reprendre ces réponses',
      failedTitle: 'Impossible de créer une série avec cette recette',
    },

    opening: {
      title: 'Vérification de la recette',
      lead: 'Son image est lue entièrement et comparée. Rien n’est encore écrit sur aucun lecteur.',
      progress: 'Progression de la vérification',
      waiting: 'Examen de la recette',
      cancel: 'Annuler',
    },

    recipe: {
      title: 'Est-ce ce que chaque clé doit être ?',
      lead: 'Toutes les clés sont créées selon « {{name}} ». Elles diffèrent par leur nom, leurs identifiants et leurs clés de récupération.',
      made: 'Ce qui est créé',
      edition: '{{edition}} depuis {{image}}',
      ventoy: 'Une clé Ventoy',
      ventoyImages_one: '{{count}} fichier image',
      ventoyImages_other: '{{count}} fichiers image',
      shared: 'Une partition partagée « {{label}} » de {{size}}',
      sharedUnnamed: 'Une partition partagée de {{size}}',
      sharedRest: 'Une partition partagée avec ce que Windows laisse',
      vhdx: 'Windows se trouve dans un fichier de disque virtuel',
      needs: 'Chaque lecteur doit faire au moins {{size}}',
      matches: 'L’image a été lue et a l’empreinte indiquée par la recette.',
      unknown:
        'L’image a été lue et est complète, mais la recette n’indique pas d’empreinte à comparer. Elle est aussi authentique que l’endroit d’où elle vient.',
      fingerprint: 'Empreinte de l’image',
      secrets: 'Ce que la recette ne peut pas contenir',
      secretsText:
        'Les recettes ne contiennent pas de secrets. Ce que vous tapez est gardé jusqu’à la fin de la série, et n’est enregistré nulle part.',
      passwordText:
        'Toutes les clés USB de la série ont le même mot de passe. Chacune a sa propre clé de récupération.',
      wifiKey: 'Clé de sécurité du réseau {{ssid}}',
      wifiKeyWhat: 'la clé de sécurité de {{ssid}}',
      wifiKeyBad: 'Une clé de sécurité compte 8 à 63 caractères.',
      other: 'Une autre recette',
    },

    confirm: {
      title: 'Quels lecteurs deviennent des clés ?',
      lead: 'Vous répondez une seule fois pour toute la série. Rien n’est écrit avant que vous la commenciez.',
      failedTitle: 'La série n’a pas commencé',

      names: 'Comment elles s’appellent',
      label: 'Nom de la clé',
      labelHint: 'Une suite de # remplace le numéro, comme dans PRET-##. Vide : le numéro seul.',
      computerName: 'Nom de son ordinateur',
      computerNameHint: 'De la même façon. Vide : comme l’indique la recette.',
      firstNumber: 'Premier numéro',
      preview: '{{names}} …',
      previewNext: '{{before}}, {{name}}',
      previewComputers: 'Leurs ordinateurs : {{names}}',
      previewSame: '{{name}}, pour toutes',

      drives: 'Quels lecteurs sont pris',
      contents: 'Ce qu’ils peuvent contenir',
      contentsEmpty: 'Rien : seulement des lecteurs vides',
      contentsEmptyText:
        'Un lecteur qui contient un fichier, ou quoi que ce soit d’illisible, est laissé tel quel.',
      contentsAny: 'N’importe quoi : le contenu est effacé',
      contentsAnyText:
        'Tout ce que contient un lecteur de la bonne taille est perdu, sans autre question.',
      sizes: 'Quelle taille ils peuvent avoir',
      likeFirst: 'Comme le premier, à {{percent}} près',
      likeFirstText:
        'Le premier lecteur approprié décide. Un lecteur d’une autre taille est laissé tel quel.',
      likeFirstNot:
        'Pas pour les lecteurs contenant des fichiers : indiquez les tailles, afin de décider ce qui peut être effacé.',
      between: 'Entre deux tailles',
      betweenText: 'Les lecteurs plus grands ou plus petits sont laissés tels quels.',
      smallest: 'De',
      largest: 'À',
      ports: 'Où ils sont branchés',
      portsAny: 'N’importe quel port de cet ordinateur',
      portsAnyText:
        'Les autres lecteurs que vous branchez entre-temps ne sont jugés que sur leur taille et leur contenu.',
      portsSome: 'Seulement les ports cochés ici',
      portsSomeText: 'Branchez un lecteur sur chaque port à prendre en compte, et il apparaît ici.',
      portsNone: 'Aucun port n’a encore été vu. Branchez un lecteur.',
      portsUnknown: 'Cet ordinateur n’indique pas sur quel port un lecteur est branché.',
      present: 'Lecteurs branchés en ce moment',
      presentText:
        'Si vous ne les cochez pas, ils restent tels quels tant qu’ils restent branchés. Une fois débranchés et rebranchés, ils comptent comme tout autre lecteur.',
      presentNone: 'Aucun. C’est le départ le plus sûr.',
      presentDrive: '{{name}} ({{size}}, {{path}})',
      limit: 'S’arrêter après ce nombre de clés',
      limitHint: 'Vide : la série continue jusqu’à ce que vous l’arrêtiez.',
      atOnce: 'En même temps',
      atOnceHint: 'Les autres lecteurs attendent leur tour. Chacun ralentit un peu les autres.',

      keys: 'Où sont placées les clés de récupération',
      keysHere: 'Un fichier par clé USB, portant son nom, dans {{folder}}',
      keysLater:
        'Windows enregistre la clé de récupération dans {{folder}} au premier démarrage de la clé USB',
      keysAsked:
        'Windows demande où placer la clé de récupération au premier démarrage de la clé USB',

      danger: 'Ce que vous confirmez',
      consentEmpty:
        'Tant que cette fenêtre affiche la série, chaque lecteur vide branché devient une clé, sans autre question.',
      consentAny:
        'Tant que cette fenêtre affiche la série, chaque lecteur branché est effacé et devient une clé, sans autre question. Tout son contenu est perdu.',
      consentLike: 'Seuls les lecteurs de la taille du premier sont pris.',
      consentBetween: 'Seuls les lecteurs de {{smallest}} à {{largest}} sont pris.',
      consentSizesMissing: 'Vous devez encore indiquer la taille des lecteurs.',
      consentAnyPort: 'Ils sont pris sur n’importe quel port de cet ordinateur.',
      consentPorts: 'Ils sont pris sur ces ports seulement : {{ports}}',
      consentPresent_one: '{{count}} lecteur branché en ce moment en fait partie.',
      consentPresent_other: '{{count}} lecteurs branchés en ce moment en font partie.',
      consentLimit_one: 'Elle se termine après {{count}} clé.',
      consentLimit_other: 'Elle se termine après {{count}} clés.',
      consentRights:
        'Votre ordinateur demande une fois des droits d’administrateur. Les disques intégrés, celui à partir duquel cet ordinateur fonctionne et celui qui contient l’image ne sont jamais pris.',
      tickEmpty: 'Chaque lecteur vide branché ainsi peut devenir une clé.',
      tickAny: 'Chaque lecteur branché ainsi peut être effacé, quel que soit son contenu.',
      word: 'effacer',
      typeWord:
        'Tapez « {{word}} » pour confirmer que les lecteurs contenant des fichiers sont effacés',
      beginEmpty: 'Commencer la série',
      beginAny: 'Commencer, et effacer ce qui est branché',
      beginning: 'Démarrage…',
    },

    running: {
      title: 'Branchez les clés',
      lead: 'Chaque lecteur commence de lui-même. Débranchez-le quand sa ligne l’indique ; les autres continuent.',
      titlePaused: 'En pause',
      leadPaused:
        'Aucun lecteur n’est commencé tant que vous ne reprenez pas. Ceux en cours sont terminés.',
      titleStopping: 'Fin des dernières clés',
      leadStopping: 'Aucun lecteur n’est plus commencé. Laissez branchés ceux qui sont en cours.',
      titleCancelling: 'Arrêt…',
      leadCancelling:
        'Chaque clé s’arrête après le morceau en cours d’écriture, pour laisser son lecteur en bon ordre.',
      preparing: 'D’abord, une fois pour toutes les clés',
      preparingProgress: 'Progression de ce dont toutes les clés ont besoin',
      none: 'Encore aucun lecteur',
      noneText: 'Branchez le premier. Il apparaît au bout de quelques secondes.',
      sizesTaken: 'Pris actuellement : lecteurs de {{smallest}} à {{largest}}',
      counts: 'Nombre',
      made: 'Créées',
      working: 'En cours',
      failed: 'Échecs',
      left: 'Encore à créer',
      sounds: 'Sons',
      pause: 'Pause',
      resume: 'Reprendre',
      stop: 'Terminer la série…',
      sticks: 'Clés',
      pulled: 'Achevées',
      refused: 'Laissés tels quels',
      refusedText: 'Ces lecteurs sont branchés, et rien n’y est modifié.',
    },

    stop: {
      title: 'Terminer la série ?',
      textNone:
        'Aucune clé n’est en cours. Les lecteurs branchés plus tard sont laissés tels quels.',
      text_one: '{{count}} clé est en cours.',
      text_other: '{{count}} clés sont en cours.',
      cancelText:
        'Les interrompre les laisse clairement inachevées : impossible de les prendre pour des clés qui fonctionnent, et elles doivent être recréées.',
      finish: 'Achever d’abord celles-ci',
      end: 'Terminer',
      cancel: 'Les interrompre',
      no: 'Continuer la série',
    },

    row: {
      number: 'Clé {{number}}',
      computer: 'Ordinateur {{name}}',
      port: 'Port {{port}}',
      progress: 'Progression de {{name}}',
      states: {
        looking: 'Examen de son contenu',
        waiting: 'Attend son tour',
        working: 'Démarrage',
        finished: 'Terminée. Vous pouvez la débrancher.',
        pulled: 'Terminée et débranchée',
        failed: 'Échec',
        cancelled: 'Interrompue',
        binned: 'Mise de côté',
      },
      took: 'en {{time}}',
      again: 'Réessayer',
      againName: 'Réessayer {{name}}',
      makeAgain: 'La créer quand même',
      makeAgainName: 'Créer quand même {{name}}',
      bin: 'Mettre de côté',
      binName: 'Mettre {{name}} de côté',
      cancel: 'Interrompre',
      cancelName: 'Interrompre {{name}}',
      cancelTitle: 'Interrompre {{name}} ?',
      cancelText:
        'Elle s’arrête en quelques secondes et reste clairement inachevée. Les autres clés continuent.',
      cancelNo: 'Laisser continuer',
      why: 'Pourquoi ?',
      whyName: 'Ce qui est arrivé à {{name}}, et ce qu’il faut faire maintenant',
      advice: {
        retry: 'Réessayer peut aider.',
        bin: 'Le lecteur lui-même semble défectueux : mieux vaut le mettre de côté.',
      },
      plugIn: 'Rebranchez-la pour réessayer.',
      binnedText: 'Son nom passe à la clé suivante.',
    },

    refusals: {
      size: 'Il fait {{size}} ; sont pris ceux de {{smallest}} à {{largest}}.',
      port: 'Il est branché sur un port qui ne compte pas.',
      'not-empty': 'Il n’est pas vide : {{what}}.',
      'made-already': 'C’est le numéro {{number}} de cette série, et il est terminé.',
      binned: 'Il a été mis de côté.',
      unreadable: 'Impossible de l’examiner. {{what}}',
    },

    ended: {
      title_one: 'La série est terminée : {{count}} clé est créée',
      title_other: 'La série est terminée : {{count}} clés sont créées',
      titleNone: 'La série est terminée : aucune clé n’a été créée',
      titleError: 'La série a dû s’arrêter',
      lead: 'Les lecteurs branchés maintenant sont laissés tels quels.',
      failed_one: '{{count}} lecteur en échec. Il figure ci-dessous.',
      failed_other: '{{count}} lecteurs en échec. Ils figurent ci-dessous.',
      listText:
        'La liste indique le nom, le lecteur et le résultat de chaque clé, et son identifiant dans l’historique.',
      saveList: 'Enregistrer la liste…',
      another: 'Créer une autre série',
    },

    news: {
      finished: '{{name}} : terminée. Vous pouvez la débrancher.',
      failed: '{{name}} : échec. {{what}}',
      refused: '{{name}} est laissé tel quel. {{why}}',
    },

    problems: {
      'network-key': 'Il manque encore la clé de sécurité d’un réseau, de 8 à 63 caractères.',
      label: 'Le nom d’une clé peut avoir 11 caractères au plus, sans " * / : < > ? \\ |',
      'computer-name': 'Windows n’accepterait pas le nom de l’ordinateur.',
      'first-number': 'Le premier numéro est un nombre entier jusqu’à 999 999.',
      'number-too-long': 'Les noms n’ont pas assez de place pour les numéros. Ajoutez un autre #.',
      'sizes-missing': 'Indiquez de quelle taille à quelle taille les lecteurs sont pris.',
      'sizes-order': 'La plus petite taille est plus grande que la plus grande.',
      'sizes-needed': 'Les lecteurs de ces tailles sont trop petits pour la recette.',
      ports: 'Cochez au moins un port.',
      limit: 'Le nombre de clés est un nombre entier de 1 à 9 999, ou vide.',
      'at-once': 'De 1 à {{most}} clés peuvent être créées en même temps.',
      'not-confirmed': 'Confirmez ce qui peut être effacé.',
    },
  },
};
