import type { review as english } from '../en/review';
import type { Worded } from '../worded';

/** The step Review. */
export const review: Worded<typeof english> = {
  review: {
    title: 'Est-ce bien ce que vous voulez ?',
    lead: 'Rien n’a été écrit jusqu’ici. Tout commence quand vous cliquez sur le bouton en bas.',
    erased: 'Ce qui est effacé',
    erasedDrive: 'Tout le contenu de {{name}} ({{size}}, {{path}})',
    erasedContents: 'C’est-à-dire : {{what}}.',
    erasedEmpty: 'Il ne contient aucune partition.',
    erasedFile: 'Le fichier existant {{path}}',
    erasedNothing: 'Rien. Un nouveau fichier est créé : {{path}}',
    made: 'Ce qui est créé',
    madeEdition: '{{name}} depuis {{image}}',
    madeWindows: 'Une partition de {{size}} pour Windows',
    madeShared: 'Une partition partagée « {{label}} » de {{size}}',
    madeSharedUnnamed: 'Une partition partagée de {{size}}',
    madeNotEncrypted: 'Sans chiffrement',
    madeEncryptedNow:
      'La partition de Windows est chiffrée avec BitLocker ({{cipher}}) et s’ouvre avec votre mot de passe',
    madeEncryptedNowKeys:
      'Les clés de récupération, un fichier par clé USB, sont placées dans {{folder}}',
    madeAfterWriting:
      'Une fois la clé écrite, le Windows de cet ordinateur chiffre sa partition avec BitLocker ({{cipher}}) ; elle s’ouvre avec votre mot de passe',
    madeWholeEncrypted: 'L’espace libre y est chiffré aussi',
    madeCleared: 'L’ancien contenu du lecteur est rendu illisible là où Windows laisse de la place',
    madeFirstStart:
      'Pas encore chiffrée : à son premier démarrage, Windows demande un mot de passe et se chiffre avec BitLocker ({{cipher}})',
    madeFirstStartKeys: 'Windows enregistre la clé de récupération dans {{folder}}',
    madeFirstStartAsks: 'Windows demande où placer la clé de récupération',
    madeSharedPlain: 'La partition partagée n’est pas chiffrée',
    madeDirect: 'Décompression directe sur le lecteur : lente, et non relue',
    madeChecked: 'Image comparée avec l’empreinte de son éditeur',
    madeUnchecked: 'Image non comparée avec l’empreinte de son éditeur',
    madeUnused: '{{size}} restent inutilisés',
    madeVhdx: 'Windows se trouve dans un fichier de disque virtuel de {{size}}',
    madeScheme: 'Démarre les ordinateurs avec UEFI, et les plus anciens avec BIOS',
    yours: 'Comment Windows est configuré',
    yoursChange: 'Modifier…',
    operations: 'Afficher les opérations exactes',
    operationsLoading: 'Détermination des opérations…',
    toolsTitle: 'Il manque à cet ordinateur quelque chose de nécessaire',
    toolsText: 'Installez-le, puis vérifiez à nouveau.',
    toolMissing: '{{name}}, nécessaire pour : {{purpose}}',
    toolsCheck: 'Vérifier à nouveau',
    toolsFailed: 'Impossible de vérifier ce dont dispose cet ordinateur',
    toolsLoading: 'Vérification de cet ordinateur…',
    roomLoading: 'Examen du dossier de travail…',
    roomFailed: 'La clé ne peut pas être créée ainsi',
    roomHint: 'Le dossier de travail manque de place.',
    spaceTitle: 'Il manque {{missing}} dans le dossier de travail',
    spaceText:
      '{{path}} dispose de {{free}} ; il en faut {{needed}} pendant la création de la clé.',
    spaceChange: 'Choisir un autre dossier…',
    directTitle: 'Ou s’en passer, lentement',
    directCost:
      'Windows est alors écrit en centaines de milliers de petits morceaux. Sur une clé ordinaire, cela prend des heures au lieu de minutes. Et seule la structure de ce qui a été écrit est vérifiée, sans relecture.',
    directMeasured: 'D’après son test, ce lecteur y mettra environ {{duration}}.',
    direct: 'Décompresser directement sur le lecteur',
    directEncrypted:
      'Une clé chiffrée dès l’écriture ne peut pas être décompressée directement sur son lecteur ; une clé que Windows chiffre à son premier démarrage le peut.',
    directLacks:
      'Décompresser directement sur le lecteur n’aiderait pas : même cela demande {{needed}} dans le dossier de travail.',
    confirmTitle: 'Confirmation',
    typeName: 'Tapez {{name}} pour confirmer que le lecteur est effacé',
    typeNameLabel: 'Nom du lecteur : {{name}}',
    tickDrive: 'J’ai vérifié que c’est le bon lecteur, et il peut être effacé.',
    tickFile: 'Le fichier existant peut être remplacé.',
    tickBoth:
      'J’ai vérifié les lecteurs et les fichiers nommés ci-dessus ; ils peuvent être effacés et remplacés.',
    startDrive: 'Effacer {{name}} ({{size}}) et créer la clé',
    startDrives_one: 'Effacer {{count}} lecteur et créer la clé',
    startDrives_other: 'Effacer {{count}} lecteurs et créer les clés',
    startReplace: 'Remplacer le fichier et créer la clé',
    startFile: 'Créer le fichier image',
    starting: 'Démarrage…',
    startFailed: 'Le travail n’a pas démarré',
    saveRecipe: 'Enregistrer comme recette…',
    recipeText:
      'Une recette garde ces réponses, sans le lecteur, pour la prochaine fois ou pour des collègues.',
  },
};
