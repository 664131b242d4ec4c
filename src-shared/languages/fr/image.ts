import type { image as english } from '../en/image';
import type { Worded } from '../worded';

/** The steps Image, Verify and Edition. */
export const image: Worded<typeof english> = {
  image: {
    title: 'Que mettre dessus ?',
    kindLabel: 'Type de clé',
    kindCards: {
      'windows-to-go': {
        title: 'Windows portable',
        text: 'Windows lui-même fonctionne depuis la clé.',
      },
      ventoy: {
        title: 'Ventoy',
        text: 'Démarrer de nombreuses images depuis une seule clé.',
      },
    },
    ventoyNotOnWindows:
      'Pas encore possible sur un ordinateur Windows : Linux est nécessaire pour la créer.',
    lead: 'Choisissez une image d’installation de Windows 10 ou 11 : un fichier ISO tel que Microsoft le propose, ou un fichier WIM, ESD ou SWM.',
    drop: 'Déposez l’image ici',
    or: 'ou',
    choose: 'Choisir un fichier…',
    path: 'Chemin de l’image',
    open: 'Ouvrir',
    reading: 'Examen de l’image…',
    failedTitle: 'Cette image n’est pas utilisable',
    label: 'Nom',
    version: 'Version',
    build: 'build {{build}}',
    versionAndBuild: '{{version}}, build {{build}}',
    languages: 'Langues',
    architecture: 'Processeur',
    size: 'Taille',
    editions: 'Éditions',
    kinds: 'Peut devenir',
    notNamed: 'non indiqué dans l’image',
    kindWindows: 'un Windows portable',
    kindVentoy: 'une entrée d’une clé multidémarrage',
    container: {
      iso: 'Image de disque optique (ISO)',
      wim: 'Fichier image Windows',
    },
    split_one: 'en {{count}} partie',
    split_other: 'en {{count}} parties',
    where: 'Où trouver une image ?',
    whereLead:
      'Chez Microsoft, gratuitement. Windows sur une clé nécessite sa propre licence. Les images provenant d’ailleurs peuvent avoir été modifiées : leur auteur peut lire tout ce que vous tapez ensuite.',
    links: {
      'windows-11': 'Windows 11',
      'windows-10': 'Windows 10',
      'windows-11-arm': 'Windows 11 pour ordinateurs ARM',
    },
    opensBrowser: 's’ouvre dans votre navigateur',
  },

  architecture: {
    x64: '64 bits (Intel et AMD)',
    arm64: '64 bits (ARM)',
    x86: '32 bits (Intel et AMD)',
    arm: '32 bits (ARM)',
    unknown: 'inconnu',
  },

  verify: {
    title: 'L’image est-elle authentique ?',
    lead: 'L’image entière est lue une fois, et son empreinte (SHA-256) est calculée. Si elle est identique à celle qu’indique l’éditeur, pas un seul bit n’a changé en chemin.',
    running: 'Lecture de l’image',
    cancel: 'Arrêter la lecture',
    cancelled: 'La lecture a été arrêtée.',
    start: 'Lire l’image',
    failedTitle: 'L’image ne peut pas être lue jusqu’au bout',
    value: 'SHA-256 de votre image',
    matchTitle: 'C’est bien l’image attendue',
    matchBy: {
      pasted: 'Son empreinte est identique à la valeur que vous avez collée.',
      file: 'Son empreinte est identique à celle du fichier de sommes de contrôle.',
      trusted: 'Vous avez déjà approuvé cette même image.',
    },
    trust: 'Approuver cette image désormais',
    mismatchTitle: 'Ce n’est pas l’image attendue',
    mismatchText:
      'L’empreinte diffère de celle qui était attendue. Le téléchargement est peut-être endommagé, ou quelqu’un a modifié l’image. Une clé créée avec elle pourrait ne pas fonctionner, ou espionner son utilisateur. Rien n’a été écrit.',
    mismatchNext:
      'Téléchargez à nouveau l’image chez son éditeur. Si vous avez collé la valeur, vérifiez qu’elle correspond exactement à ce fichier.',
    expected: 'Attendu',
    unknownTitle: 'Encore rien à comparer',
    unknownText:
      'Microsoft affiche le SHA-256 de chaque langue sur la page de téléchargement, à la rubrique de vérification du téléchargement. Collez-le ici, ou choisissez le fichier de sommes de contrôle.',
    paste: 'SHA-256 de l’éditeur',
    pasteHint: '64 caractères, 0–9 et a–f',
    pasteBad: 'Ce texte ne contient pas de SHA-256, qui compte 64 caractères, 0–9 et a–f.',
    chooseFile: 'Choisir un fichier de sommes de contrôle…',
    checksumFile: 'Comparée avec {{name}}',
    goOn: 'Continuer sans comparer',
    goOnText:
      'J’ai obtenu cette image d’une source de confiance et je sais que personne ne peut dire si elle a été modifiée.',
    chooseOther: 'Choisir une autre image',
  },

  edition: {
    title: 'Quelle édition ?',
    lead: 'Une image contient plusieurs éditions. Celle que vous choisissez nécessite une licence ; vous pourrez la saisir plus tard, dans Windows.',
    listLabel: 'Éditions de l’image',
    unpacked: '{{size}} une fois décompressée',
    usual: 'Choix habituel',
    left_one:
      '{{count}} entrée de l’image n’est pas affichée : ce n’est pas un Windows installé, ou elle est destinée à un processeur qui ne peut pas démarrer depuis une clé.',
    left_other:
      '{{count}} entrées de l’image ne sont pas affichées : ce ne sont pas des Windows installés, ou elles sont destinées à un processeur qui ne peut pas démarrer depuis une clé.',
    tooSmallTitle: 'Pas assez de place pour cette édition',
    tooSmall:
      'Elle a besoin d’un lecteur d’au moins {{needed}} ; votre plus petite cible fait {{actual}}. Choisissez un lecteur plus grand ou une édition plus petite.',
    about: {
      home: 'Pour un usage privé. Sans gestion de BitLocker, ni hôte Bureau à distance, ni jonction d’un domaine d’entreprise.',
      homeSingle:
        'Pour un usage privé, dans une seule langue d’affichage. Mêmes limites que l’édition Famille.',
      pro: 'Pour le travail et pour la plupart des clés : BitLocker, hôte Bureau à distance, jonction d’un domaine d’entreprise.',
      education:
        'Pour les écoles et universités avec une licence en volume. Contient tout ce que contient Entreprise.',
      proEducation: 'Professionnel, avec des paramètres pour les écoles.',
      workstations:
        'Professionnel pour ordinateurs puissants : plus de processeurs et de mémoire, plus de systèmes de fichiers.',
      enterprise:
        'Pour les entreprises avec une licence en volume. Contient tout ce que contient Professionnel, avec plus de contrôle.',
      ltsc: 'Édition à long terme sans Microsoft Store et avec peu d’applications préinstallées : légère pour le matériel modeste et les clés lentes. Licence en volume.',
      server: 'Un système serveur. Peu de programmes de bureau et de pilotes sont prévus pour lui.',
      noMedia: 'Sans lecteur multimédia ni composants associés.',
    },
  },
};
