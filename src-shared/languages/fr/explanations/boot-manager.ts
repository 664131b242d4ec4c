import type { StartErrorTexts } from '../../../explain';

const CHECK =
  'Vérifiez la clé avec ce programme ; il suit le même chemin et indique ce qui ne va pas.';
const AGAIN = 'Recréez la clé. Si cela n’aide pas, utilisez un autre lecteur.';
const OTHER_PORT =
  'Branchez la clé directement sur un autre port de l’ordinateur, sans concentrateur.';
const TEST = 'Testez le lecteur avec ce programme.';
const SET_CLOCK = 'Réglez la date et l’heure de l’ordinateur.';

/** What Windows’ boot manager and its loader show. */
export const bootManager = {
  '0xc0000225': {
    title: 'La partition contenant Windows est introuvable',
    meaning: [
      'Quelque chose qui était recherché n’existe pas.',
      'Le magasin BCD de la clé (les données de configuration de démarrage) désigne une partition qui ne se trouve sur aucun lecteur de cet ordinateur.',
    ],
    causes: [
      'La clé a été copiée ou repartitionnée : ses partitions ont d’autres identifiants que ceux du magasin BCD.',
      'Windows est chiffré, et les données BitLocker à son début sont endommagées : les trois copies, ou la somme de contrôle de la première.',
      'Le lecteur indique que son chiffrement est en cours, et ce qui note jusqu’où il est arrivé manque.',
      'Windows se trouve dans un disque virtuel, et la partition qui contient le fichier n’est pas celle qui est désignée.',
    ],
    steps: [
      CHECK,
      'Si la clé a été copiée d’une autre, créez-la plutôt avec ce programme : chaque clé reçoit ses propres identifiants.',
      AGAIN,
    ],
  },
  '0xc000000f': {
    title: 'Un fichier nécessaire au démarrage de Windows manque',
    meaning: [
      'Un fichier n’existe pas.',
      'La ligne « File: » indique lequel : \\EFI\\Microsoft\\Boot\\BCD est le magasin BCD (les données de configuration de démarrage), winload est le chargeur de Windows.',
    ],
    causes: [
      'Le magasin BCD manque, ou n’a pas été écrit jusqu’au bout.',
      'Le magasin BCD désigne un chemin qui ne se trouve pas sur la partition de Windows.',
      'Windows est chiffré, et le magasin BCD dit « chercher un dossier Windows » au lieu de désigner la partition.',
      'Windows se trouve dans un disque virtuel, dont le fichier manque.',
      'Le premier secteur de la partition de Windows est endommagé.',
    ],
    steps: [
      CHECK,
      OTHER_PORT,
      'Si la clé a été débranchée pendant que Windows fonctionnait, faites-y rechercher les erreurs par un autre Windows.',
      AGAIN,
    ],
  },
  '0xc000000e': {
    title: 'Le lecteur contenant Windows est introuvable',
    meaning: [
      'Un périphérique n’existe pas.',
      'Le magasin BCD (les données de configuration de démarrage) désigne un lecteur que cet ordinateur ne voit pas.',
    ],
    causes: [
      'La clé a un MBR et une autre signature de disque que celle du magasin BCD, comme après une copie.',
      'Le magasin BCD a été créé pour l’autre type de table de partition (MBR ou GPT).',
      'Un disque virtuel a été démarré avec Ventoy 1.0.87, qui avait un défaut.',
    ],
    steps: [
      OTHER_PORT,
      CHECK,
      'Si un disque virtuel a été démarré par Ventoy, mettez à jour Ventoy sur la clé.',
      AGAIN,
    ],
  },
  '0xc0000034': {
    title: 'Le magasin BCD n’a pas d’entrée pour Windows',
    meaning: [
      'Un nom n’a pas été trouvé.',
      'Le magasin BCD (les données de configuration de démarrage) peut être lu, mais pas ce qu’il devrait indiquer.',
    ],
    causes: [
      'L’entrée que le magasin démarre de lui-même ne s’y trouve pas.',
      'Le fichier du magasin a été tronqué.',
    ],
    steps: [CHECK, AGAIN],
  },
  '0xc000000d': {
    title: 'Le magasin BCD est vide',
    meaning: [
      'Un paramètre n’est pas valide.',
      'Le fichier du magasin BCD (les données de configuration de démarrage) n’a pas de contenu.',
    ],
    causes: ['Le fichier \\EFI\\Microsoft\\Boot\\BCD est présent, mais fait 0 octet.'],
    steps: [CHECK, AGAIN],
  },
  '0xc000014c': {
    title: 'Le magasin BCD est endommagé',
    meaning: [
      'Un fichier du même type que ceux du Registre est endommagé. Le magasin BCD (les données de configuration de démarrage) est un tel fichier.',
    ],
    causes: ['Ce qui se trouve dans le fichier n’est pas un magasin BCD.'],
    steps: [
      CHECK,
      'Testez le lecteur : un fichier qui change de lui-même est le signe d’un lecteur défaillant ou contrefait.',
      AGAIN,
    ],
  },
  '0xc000007b': {
    title: 'Un programme qui démarre Windows est endommagé ou destiné à un autre processeur',
    meaning: [
      'Un programme n’a pas le format nécessaire.',
      'Le gestionnaire de démarrage a trouvé winload.efi et ne peut pas le lancer.',
    ],
    causes: ['Le fichier est endommagé : ce n’est plus un programme.'],
    steps: [
      'Comparez la somme de contrôle de l’image Windows avec celle qu’indique l’éditeur.',
      'Testez le lecteur : des fichiers qui changent d’eux-mêmes sont le signe d’un lecteur défaillant ou contrefait.',
      AGAIN,
    ],
  },
  '0xc0000428': {
    title: 'La signature d’un programme qui démarre Windows n’est pas acceptée',
    meaning: [
      'La signature d’un fichier ne peut pas être vérifiée.',
      'Le gestionnaire de démarrage ne fait pas confiance au chargeur qu’il a trouvé.',
    ],
    causes: [
      'Le chargeur n’est pas signé par Microsoft, ou a été modifié.',
      'Ce Windows est une version préliminaire qui a expiré.',
      'Dans un ordinateur virtuel avec son lecteur USB, un vrai Windows a affiché cela, et a démarré une fois attaché comme disque SATA.',
    ],
    steps: [
      SET_CLOCK,
      'Utilisez une image d’un Windows publié, telle que son éditeur la fournit.',
      'Si des pilotes ont été ajoutés à la clé, recréez-la sans eux.',
    ],
  },
  '0xc0000098': {
    title: 'Le magasin BCD ne dit rien d’utilisable sur un Windows',
    meaning: [
      'Le gestionnaire de démarrage a lu le magasin BCD (les données de configuration de démarrage) et n’y a trouvé aucun système d’exploitation qui puisse être démarré.',
    ],
    causes: ['Le magasin BCD est endommagé, ou son entrée a disparu.'],
    steps: [CHECK, AGAIN],
  },
  '0xc0000001': {
    title: 'Quelque chose de nécessaire au démarrage a échoué',
    meaning: ['L’opération a échoué ; le code n’en dit pas plus.'],
    causes: [
      'Connu sur des ordinateurs qui démarrent par le réseau : le micrologiciel n’a pas du tout démarré la clé, mais le réseau.',
    ],
    steps: [
      'Choisissez la clé dans le menu de démarrage du micrologiciel, et regardez si la ligne « File: » désigne un fichier de la clé.',
      OTHER_PORT,
      CHECK,
    ],
  },
  '0xc0000017': {
    title: 'Il n’y a pas assez de mémoire d’un seul tenant',
    meaning: [
      'La mémoire disponible était insuffisante.',
      'Le gestionnaire de démarrage charge en mémoire l’installation ou la réparation de Windows et n’y a pas trouvé la place.',
    ],
    causes: [
      'Une mise à jour qui redémarre dans l’installation de Windows a besoin de plus de mémoire d’un seul tenant que le micrologiciel n’en a laissé.',
    ],
    steps: [
      'Débranchez les appareils dont vous n’avez pas besoin, et réessayez.',
      'Cherchez un micrologiciel plus récent pour l’ordinateur.',
      'Si cela n’arrive qu’après une mise à jour, démarrez la clé une fois sur un autre ordinateur.',
    ],
  },
  '0xc0000185': {
    title: 'La lecture du lecteur a échoué',
    meaning: ['Le périphérique a signalé une erreur pendant qu’il était lu ou écrit.'],
    causes: [],
    steps: [
      OTHER_PORT,
      TEST,
      'Sauvegardez ce qui est important tant que la clé est encore lisible, et utilisez un autre lecteur.',
    ],
  },
  '0xc00000e9': {
    title: 'La connexion avec le lecteur a été interrompue',
    meaning: ['La lecture ou l’écriture a échoué d’une façon qui n’était pas prévue.'],
    causes: [
      'La clé a été débranchée pendant son utilisation, ou elle est défaillante ; l’écran lui-même cite les deux.',
    ],
    steps: [OTHER_PORT, TEST, AGAIN],
  },
  '0xc0000605': {
    title: 'Ce Windows a expiré',
    meaning: [
      'Le certificat avec lequel un fichier a été signé a expiré.',
      'Les versions préliminaires de Windows cessent de démarrer quelques semaines après le jour où expire leur licence.',
    ],
    causes: [
      'L’image est une version préliminaire (Insider) dont la durée est écoulée.',
      'C’est l’horloge de l’ordinateur qui décide : avec une date antérieure, un tel Windows a démarré.',
    ],
    steps: [SET_CLOCK, 'Créez la clé à partir d’une image d’un Windows publié.'],
  },
} as const satisfies Partial<StartErrorTexts>;
