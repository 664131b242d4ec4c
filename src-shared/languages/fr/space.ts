import type { space as english } from '../en/space';
import type { Worded } from '../worded';

/** The step Space. */
export const space: Worded<typeof english> = {
  space: {
    title: 'Comment répartir l’espace ?',
    lead: 'Windows peut utiliser toute la clé. Vous pouvez aussi en garder une partie comme partition que tout autre ordinateur peut lire et modifier, pour transporter des fichiers.',
    shared: 'Partition partagée',
    sharedSize: 'Sa taille',
    sharedHint: '0 pour ne pas en créer',
    sharedRest: 'Tout ce que Windows laisse',
    sharedRestText: 'La taille de Windows est fixée, le reste peut donc être entièrement partagé.',
    unit: 'Go',
    label: 'Son nom',
    labelHint: 'Affiché par les autres ordinateurs, 11 caractères au plus',
    windowsGets: 'Windows reçoit {{size}}',
    sumUnpacked: 'Windows, décompressé',
    sumAdded: 'Pilotes',
    sumPageFile: 'Fichier d’échange',
    sumHeadroom: 'Place pour les mises à jour, les programmes et les fichiers',
    sumComfortable: 'Confortable',
    sumGets: 'Windows reçoit',
    sumLabel: 'Ce dont Windows a besoin et ce qu’il reçoit',
    minimum: 'Il a besoin d’au moins {{size}}.',
    belowComfortable:
      'Windows tient, mais la place pourrait manquer pour les mises à jour et les programmes. Il a besoin d’au moins {{minimum}}.',
    tooLittleTitle: 'Trop peu pour Windows',
    tooLittle: 'Windows a besoin ici d’au moins {{minimum}}.',
    noRoom: 'La plus petite cible suffit tout juste à Windows ; il n’y a pas de place à partager.',
    several:
      'Vous créez plusieurs clés : la répartition est calculée pour la plus petite, {{size}}. Sur les plus grandes, Windows reçoit le reste.',
    severalFixed:
      'Vous créez plusieurs clés : la répartition est calculée pour la plus petite, {{size}}.',
    more: 'Mode de démarrage et emplacement de Windows',
    scheme: 'Quels ordinateurs démarrent à partir de la clé',
    schemes: {
      gpt: {
        title: 'Ordinateurs avec UEFI',
        text: 'Presque tous les ordinateurs depuis 2012. Compatible avec Secure Boot.',
      },
      mbr: {
        title: 'Aussi les anciens ordinateurs avec BIOS',
        text: 'Démarre les ordinateurs anciens et récents. Windows 11 lui-même peut refuser les processeurs très anciens, et rien n’est utilisé au-delà de 2 To de la clé.',
      },
    },
    container: 'Emplacement de Windows',
    containers: {
      none: {
        title: 'Dans sa partition',
        text: 'Directement sur la clé. Rapide, et peut être chiffré plus tard.',
      },
      vhdx: {
        title: 'Dans un fichier de disque virtuel (VHDX)',
        text: 'Un seul grand fichier contient Windows, qui peut ainsi être copié d’un bloc.',
      },
    },
    vhdxTitle: 'Ce que cela implique',
    vhdx: {
      'no-bitlocker': 'BitLocker ne peut protéger ni le fichier ni la partition qui le contient.',
      'no-hibernation': 'Windows n’a ni mise en veille prolongée ni démarrage rapide.',
      'ntfs-only': 'La partition autour du fichier reste en NTFS.',
      'no-nesting': 'La clé elle-même ne peut pas être un fichier .vhdx.',
      'no-direct-way': 'Windows ne peut pas être décompressé directement sur le lecteur.',
      'space-is-taken': 'Le fichier occupe toute sa taille dès le début.',
    },
    own: 'Ce que Windows reçoit',
    ownAll: 'Tout ce qui reste',
    ownSize: 'Une taille fixée',
    ownField: 'Taille de Windows',
    ownHint: 'Entre {{minimum}} et {{maximum}}',
  },
};
