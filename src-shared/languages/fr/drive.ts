import type { drive as english } from '../en/drive';
import type { Worded } from '../worded';

/** The step Drive, and the test of a drive. */
export const drive: Worded<typeof english> = {
  drive: {
    title: 'Quel lecteur utiliser pour la clé ?',
    lead: 'Tout le contenu du lecteur coché sera effacé, mais seulement après votre confirmation à la fin. Cochez-en plusieurs pour créer plusieurs clés à la fois.',
    listLabel: 'Lecteurs utilisables',
    looking: 'Recherche des lecteurs…',
    emptyTitle: 'Aucun lecteur approprié n’est branché',
    emptyText: 'Branchez un lecteur USB de 32 Go ou plus. Il apparaîtra ici de lui-même.',
    failedTitle: 'Impossible de lister les lecteurs',
    refresh: 'Actualiser',
    contents: 'Contenu actuel : {{what}}',
    contentsEmpty: 'Contenu actuel : rien, aucune partition',
    partition: '{{name}} ({{format}}, {{size}})',
    unnamed: 'sans nom',
    unknownFormat: 'format inconnu',
    more_one: '{{count}} autre',
    more_other: '{{count}} autres',
    exactBytes: '{{bytes}} octets',
    missing: 'Pourquoi mon lecteur n’apparaît-il pas ?',
    missingNone:
      'Cet ordinateur ne voit aucun autre lecteur. Si le vôtre est branché, essayez un autre port ou un autre câble.',
    missingLead: 'Ces lecteurs sont visibles, mais ne sont pas proposés :',
    fileTitle: 'Créer plutôt un fichier image',
    fileText:
      'Un fichier qui contient toute la clé. Copiez-le plus tard sur des lecteurs, ou démarrez-le dans une machine virtuelle. Rien n’est effacé.',
    filePath: 'Fichier image',
    filePathHint: 'Un chemin complet qui se termine par .img, ou par .vhdx pour un disque virtuel',
    fileVhdxVentoy: 'Pour une clé Ventoy, le fichier doit se terminer par .img.',
    fileVhdx: 'Un disque virtuel : Windows l’ouvre d’un double-clic, et Hyper-V peut le démarrer.',
    fileChoose: 'Choisir…',
    fileSize: 'Taille de la clé dans le fichier',
    fileVhdxSizeHint:
      'Un disque virtuel se compose de blocs entiers de 32 Mio. Celui-ci fera {{size}}.',
    fileSizeHint: 'Par exemple 32 Go. Le fichier n’occupe que la place réellement remplie.',
    fileSizeBad: 'Ce n’est pas une taille. Écrivez par exemple 32 Go ou 29,8 Gio.',
    fileExists: 'Un fichier de ce nom existe et sera remplacé.',
    fileChecking: 'Examen du dossier…',
    fileFree: '{{free}} libres à cet endroit',
  },

  test: {
    open: 'Tester ce lecteur…',
    again: 'Tester à nouveau…',
    openFor: 'Tester {{name}} ({{path}})',
    title: 'Tester {{name}} ?',
    text: 'Détermine si le lecteur est aussi grand qu’il le prétend, et quelle est sa vitesse. Dure moins d’une demi-minute sur la plupart des lecteurs.',
    erases: 'Le test efface tout le contenu de {{name}} ({{size}}, {{path}}).',
    start: 'Effacer et tester',
    no: 'Ne pas tester',
    running: 'Test de {{name}}',
    runningText: 'Laissez le lecteur branché. Son contenu est perdu, même si vous arrêtez le test.',
    starting: 'Ouverture du lecteur',
    steps: {
      marking: 'Pose de repères sur tout le lecteur',
      writing: 'Écriture séquentielle',
      'random-writing': 'Écriture à des endroits aléatoires',
      reading: 'Lecture',
      'looking-back': 'Recherche des repères',
    },
    progress: 'Progression du test',
    cancel: 'Arrêter le test',
    failedTitle: 'Le lecteur n’a pas pu être testé',
    failedErased: 'Son contenu est probablement perdu.',
    fine: 'Convient pour une clé Windows',
    fineMinutes: 'Convient : {{time}} pour une clé Windows',
    slow: 'Lent pour une clé Windows',
    slowMinutes: 'Lent : {{time}} pour une clé Windows',
    sluggish: '{{verdict}}, et Windows lui-même y semblera lent',
    tooSmall:
      'Pas aussi grand qu’il le prétend : seuls {{real}} sur {{claimed}} sont réels. Il ne peut pas devenir une clé.',
    measured:
      'Écrit {{write}} par seconde en séquence et {{random}} par seconde à des endroits aléatoires, lit {{read}} par seconde.',
    speeds: 'Vitesses mesurées',
  },

  bus: {
    usb: 'USB',
    sata: 'SATA',
    nvme: 'NVMe',
    mmc: 'Lecteur de cartes',
    scsi: 'SCSI',
    virtio: 'Virtuel',
    loop: 'Périphérique de boucle',
    unknown: 'Connexion inconnue',
  },

  reasons: {
    system: 'Cet ordinateur fonctionne à partir de ce lecteur.',
    'holds-image': 'L’image de Windows s’y trouve.',
    'holds-app': 'Sticksmith lui-même fonctionne à partir de ce lecteur.',
    'holds-work-folder':
      'Le dossier de travail s’y trouve. Choisissez-en un autre dans les paramètres.',
    'read-only':
      'Il est protégé en écriture. Certains lecteurs et cartes ont un petit interrupteur.',
    'no-medium': 'Il ne contient ni carte ni disque.',
    'too-small': 'Il est trop petit pour l’édition choisie.',
    'not-removable': 'Il est intégré à cet ordinateur.',
    loop: 'C’est un fichier qui se fait passer pour un lecteur.',
    'sector-size':
      'Ses secteurs ont une taille inhabituelle, à partir de laquelle Windows ne démarrerait pas.',
    virtual: 'Ce n’est pas un vrai lecteur, mais un élément du système.',
  },

  driveNotes: {
    offline: 'Windows le maintient hors connexion.',
    bitlocker: 'Une partie de son contenu est chiffrée avec BitLocker.',
    'bitlocker-locked': 'Une partie de son contenu est chiffrée avec BitLocker et verrouillée.',
  },
};
