import type { StartErrorTexts } from '../../../explain';

const OTHER_PORT = 'Essayez un autre port, USB 2 comme USB 3, et sans concentrateur.';
const CHECK_FILES =
  'Branchez la clé sur un autre Windows et faites-lui rechercher les erreurs de la partition.';
const TEST =
  'Testez le lecteur avec ce programme : beaucoup de ces lecteurs sont défaillants ou contrefaits.';
const AGAIN = 'Recréez la clé, sur un autre lecteur si cela se produit deux fois.';

/** Stop codes of a Windows that had begun to start. */
export const blueScreen = {
  INACCESSIBLE_BOOT_DEVICE: {
    title: 'Windows a perdu le lecteur depuis lequel il démarre',
    meaning: [
      'Windows a perdu l’accès à sa partition pendant son démarrage.',
      'Souvent, le pilote du lecteur n’a pas pu le faire fonctionner, ou le système de fichiers qui s’y trouve n’a pas été reconnu.',
    ],
    causes: [
      'Les pilotes de ce Windows ne fonctionnent pas sur ce port : un Windows 7 portable démarrait sur un port d’un ordinateur et sur aucun autre.',
      'La clé est la copie d’un Windows installé, qui ne charge pas assez tôt ses pilotes USB. C’est la valeur BootDriverFlags de son Registre qui en décide.',
      'Windows a été placé sur une carte dans un lecteur de cartes. On ne sait pas pourquoi cela échoue.',
      'Windows se trouve dans un disque virtuel en NTFS, et celui-ci sur une partition exFAT.',
      'Ce Windows est Vista ou 7, qui ne connaît pas le démarrage depuis USB.',
      'Le système de fichiers est endommagé, un pilote de filtre pour lecteurs fonctionne mal, ou le réglage du micrologiciel pour les lecteurs a été modifié.',
    ],
    steps: [
      OTHER_PORT,
      'Essayez un autre ordinateur. Si la clé y démarre, il manque un pilote pour le premier : ajoutez-le et recréez la clé.',
      'Utilisez un lecteur USB ou un SSD plutôt qu’une carte.',
      CHECK_FILES,
      AGAIN,
    ],
  },
  UNMOUNTABLE_BOOT_VOLUME: {
    title: 'Windows ne peut pas lire sa propre partition',
    meaning: ['Windows a essayé de monter la partition où il se trouve, et a échoué.'],
    causes: [
      'Le plus souvent, le lecteur est défaillant.',
      'La clé a été débranchée pendant que Windows fonctionnait, ce qui peut l’endommager.',
    ],
    steps: [CHECK_FILES, OTHER_PORT, TEST, AGAIN],
  },
  NTFS_FILE_SYSTEM: {
    title: 'Le pilote du système de fichiers de Windows s’est arrêté',
    meaning: ['Une erreur s’est produite dans le pilote de NTFS.'],
    causes: [
      'Le système de fichiers est endommagé, ou le lecteur a des secteurs défectueux.',
      'Cela a aussi été rencontré avec un Windows portable sur une clé USB.',
    ],
    steps: [CHECK_FILES, TEST, AGAIN],
  },
  '0xc000021a': {
    title: 'Un processus dont Windows ne peut se passer s’est terminé',
    meaning: [
      'Une partie importante de Windows, qui s’exécute avant toute ouverture de session, a échoué.',
    ],
    causes: [],
    steps: [
      CHECK_FILES,
      'Si quelque chose venait d’être installé ou mis à jour, recréez la clé sans cela.',
      TEST,
      AGAIN,
    ],
  },
  CRITICAL_PROCESS_DIED: {
    title: 'Un processus critique s’est arrêté',
    meaning: [
      'Un processus sans lequel Windows ne fonctionne pas s’est terminé ou a été endommagé.',
    ],
    causes: ['Un pilote ou un appareil ajouté récemment, ou des fichiers système endommagés.'],
    steps: [
      OTHER_PORT,
      'Débranchez les appareils dont vous n’avez pas besoin.',
      'Si des pilotes ont été ajoutés à la clé, recréez-la sans eux.',
      TEST,
      AGAIN,
    ],
  },
  '0xc0000221': {
    title: 'Un fichier système n’a pas sa somme de contrôle',
    meaning: [
      'Un pilote ou une bibliothèque de Windows est endommagé. L’écran indique le nom du fichier.',
    ],
    causes: [
      'Le lecteur ou la mémoire a rendu d’autres données que celles qui y étaient enregistrées.',
    ],
    steps: [
      'Comparez la somme de contrôle de l’image Windows avec celle qu’indique l’éditeur.',
      TEST,
      'Testez la mémoire de l’ordinateur, si d’autres clés y échouent aussi.',
      AGAIN,
    ],
  },
  'WppRecorder.sys': {
    title: 'Windows 10 1809 s’arrête dans WppRecorder.sys',
    meaning: ['On sait que la version 1809 de Windows 10 s’arrête ainsi sur un lecteur portable.'],
    causes: ['Un défaut de cette version (build 17763).'],
    steps: ['Créez la clé à partir d’une image d’un Windows plus récent.'],
  },
} as const satisfies Partial<StartErrorTexts>;
