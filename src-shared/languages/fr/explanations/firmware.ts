import type { StartErrorTexts } from '../../../explain';

const BOOT_MENU =
  'Ouvrez le menu de démarrage du micrologiciel (souvent F12, F11, F9, F8 ou Échap juste après la mise sous tension) et choisissez la clé ; si elle y figure deux fois, l’entrée avec UEFI.';
const CHECK = 'Vérifiez la clé avec ce programme.';
const FOR_BIOS =
  'Si l’ordinateur a un BIOS et pas d’UEFI, créez la clé avec un MBR, qui démarre avec les deux.';
const AGAIN = 'Recréez la clé.';

/** What the computer itself shows, and the first sector of a stick. */
export const firmware = {
  'no-bootable-device': {
    title: 'L’ordinateur ne trouve rien à démarrer',
    meaning: [
      'Le micrologiciel cherche un lecteur qu’il puisse démarrer et n’en a trouvé aucun. Windows n’y est encore pour rien.',
    ],
    causes: [
      'L’ordinateur est réglé pour démarrer comme un BIOS (Legacy, CSM), et la clé a un GPT, qui ne démarre qu’avec UEFI.',
      'Le fichier \\EFI\\Boot\\bootx64.efi manque sur la clé.',
      'La partition EFI de la clé a été retrouvée vide, alors qu’elle fonctionnait auparavant.',
      'L’ordinateur n’est pas réglé pour démarrer depuis USB, ou la clé est branchée sur un concentrateur, ce que Windows To Go ne prend pas en charge.',
      'Le Windows ne convient pas à ce type de micrologiciel : un UEFI 64 bits ne démarre qu’un Windows 64 bits.',
    ],
    steps: [
      'Branchez la clé directement sur l’ordinateur, éteignez-le et rallumez-le.',
      BOOT_MENU,
      'Autorisez le démarrage depuis USB dans les paramètres du micrologiciel, et désactivez-y « fast boot ».',
      CHECK,
      FOR_BIOS,
    ],
  },
  'operating-system-not-found': {
    title: 'Le BIOS ne trouve aucune partition à démarrer',
    meaning: [
      'La table de partition du lecteur est endommagée, ou aucune partition n’y est marquée comme étant celle à démarrer.',
    ],
    causes: ['Aucune partition n’est marquée comme active.'],
    steps: [BOOT_MENU, CHECK, FOR_BIOS, AGAIN],
  },
  'missing-operating-system': {
    title: 'Le début de la partition active n’est pas ce qu’il devrait être',
    meaning: [
      'Le code du premier secteur du lecteur a trouvé la partition active, mais rien dans le premier secteur de celle-ci qui puisse être démarré.',
    ],
    causes: [
      'La partition n’a jamais été formatée, ou son premier secteur est endommagé.',
      'Le BIOS compte autrement les secteurs du lecteur. Sur une clé, cela dépend du réglage du micrologiciel pour les lecteurs USB.',
    ],
    steps: [
      CHECK,
      'Regardez dans les paramètres du micrologiciel comment les lecteurs USB sont traités : comme disque dur est le bon réglage.',
      'Démarrez la clé avec UEFI, si l’ordinateur en a un.',
      AGAIN,
    ],
  },
  'bootmgr-is-missing': {
    title: 'Le gestionnaire de démarrage de Windows pour BIOS manque',
    meaning: [
      'Le premier secteur d’une partition a été démarré et ne trouve pas le fichier bootmgr à côté de lui.',
    ],
    causes: [
      'L’ordinateur a démarré un lecteur qui n’est pas une clé Windows, par exemple un lecteur seulement formaté.',
      'Le fichier bootmgr a été supprimé ou est endommagé.',
    ],
    steps: [BOOT_MENU, CHECK, AGAIN],
  },
  'secure-boot-refused': {
    title: 'Secure Boot refuse ce qui se trouve sur la clé',
    meaning: [
      'Secure Boot est activé, et le micrologiciel n’accepte pas la signature du chargeur de la clé. Chaque fabricant le formule à sa façon.',
    ],
    causes: [
      'Le chargeur n’a aucune signature : celui d’une clé d’exercice, par exemple. Celui de Microsoft a été démarré.',
      'Le chargeur est signé avec le certificat de Microsoft pour les tiers (UEFI CA), que beaucoup d’ordinateurs n’acceptent pas par défaut.',
    ],
    steps: [
      'Pour Windows : créez la clé à partir d’une image telle que Microsoft la fournit ; son gestionnaire de démarrage est signé.',
      'Pour Ventoy et Linux : autorisez « Microsoft 3rd party UEFI CA » dans les paramètres du micrologiciel.',
      'Ou désactivez Secure Boot pendant que vous utilisez la clé USB. Si le Windows de l’ordinateur est chiffré, ayez d’abord sa clé de récupération sous la main.',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
