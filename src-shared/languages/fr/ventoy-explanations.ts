import type { VentoyExplanationTexts } from '../../explain';

/** What Ventoy’s lines mean. */
export const ventoyExplanations: VentoyExplanationTexts = {
  // What Ventoy2Disk.sh prints or notes in its log.txt.
  'script/package-incomplete': {
    title: 'L’archive de Ventoy n’est pas complète',
    whatHappened:
      'Le script de Ventoy n’a pas trouvé les fichiers qui l’accompagnent. C’est le cas dans une copie de son code source.',
    whatToDo:
      'Téléchargez l’archive de la version, par exemple ventoy-1.1.17-linux.tar.gz, et utilisez-la.',
  },
  'script/package-damaged': {
    title: 'L’archive de Ventoy est endommagée',
    whatHappened: 'Un fichier compressé de l’archive de Ventoy ne peut pas être décompressé.',
    whatToDo: 'Téléchargez à nouveau l’archive et comparez son SHA-256.',
  },
  'script/tools': {
    title: 'Un programme de Ventoy ne fonctionne pas ici',
    whatHappened:
      'Ventoy apporte ses propres petits programmes pour les partitions et les systèmes de fichiers, et l’un d’eux ne s’est pas lancé sur cet ordinateur.',
    whatToDo:
      'Utilisez l’archive destinée à ce type de processeur, ou créez la clé sur un autre ordinateur.',
  },
  'script/no-parted': {
    title: 'Il manque un programme de partitionnement',
    whatHappened: 'Ventoy crée ses partitions avec parted, qui n’est pas installé.',
    whatToDo: 'Installez parted et recommencez.',
  },
  'script/folder': {
    title: 'Ventoy ne peut pas écrire dans son propre dossier',
    whatHappened:
      'Son script décompresse des programmes et écrit son journal à côté de lui, et n’en a pas le droit.',
    whatToDo: 'Décompressez l’archive dans un dossier où il est possible d’écrire.',
  },
  'script/no-device': {
    title: 'Le lecteur est absent',
    whatHappened: 'Le script de Ventoy a reçu un lecteur qui n’existe pas, ou qui a été débranché.',
    whatToDo: 'Rebranchez le lecteur et choisissez-le dans la liste.',
  },
  'script/partition-given': {
    title: 'Une partition a été choisie au lieu du lecteur entier',
    whatHappened: 'Ventoy n’accepte que des lecteurs entiers.',
    whatToDo: 'Choisissez le lecteur lui-même.',
  },
  'script/rights': {
    title: 'Les droits d’administrateur manquent',
    whatHappened: 'Le script de Ventoy n’a pas le droit de lire le lecteur.',
    whatToDo: 'Lancez-le avec des droits d’administrateur.',
  },
  'script/in-use': {
    title: 'Le lecteur est en cours d’utilisation',
    whatHappened:
      'Une partition du lecteur est montée, sert d’espace d’échange (swap) ou est retenue par un autre programme ; Ventoy n’y a donc pas écrit.',
    whatToDo:
      'Fermez ce qui utilise le lecteur, éjectez-le dans le gestionnaire de fichiers et recommencez.',
  },
  'script/left-over-folder': {
    title: 'Un reste d’une exécution précédente gêne',
    whatHappened:
      'Le dossier tmp_mnt d’une exécution précédente est encore là et n’a pas pu être supprimé.',
    whatToDo:
      'Démontez et supprimez tmp_mnt dans le dossier de l’archive de Ventoy, ou décompressez-la à nouveau.',
  },
  'script/has-ventoy': {
    title: 'Ventoy se trouve déjà sur ce lecteur',
    whatHappened: 'Ventoy ne s’installe pas par-dessus un Ventoy existant.',
    whatToDo: 'Mettez-le à jour, ce qui conserve les images ; ou effacez le lecteur et recréez-le.',
  },
  'script/no-ventoy': {
    title: 'Il n’y a pas de Ventoy à mettre à jour sur ce lecteur',
    whatHappened: 'Le lecteur n’a pas les deux partitions de Ventoy, ou elles sont endommagées.',
    whatToDo: 'Sauvegardez son contenu et réinstallez Ventoy.',
  },
  'script/reserve': {
    title: 'Tant d’espace ne peut pas rester libre',
    whatHappened:
      'L’espace à laisser libre n’est pas un nombre entier de Mio, ou ne laisse pas de place à Ventoy.',
    whatToDo: 'Laissez moins d’espace libre sur le lecteur.',
  },
  'script/too-small': {
    title: 'Le lecteur est trop petit',
    whatHappened: 'Ventoy seul a besoin de 32 Mio, et les images de place en plus.',
    whatToDo: 'Utilisez un lecteur plus grand.',
  },
  'script/mbr-limit': {
    title: 'Le lecteur est trop grand pour un MBR',
    whatHappened: 'Une table de partition de l’ancien type (MBR) s’arrête à 2 Tio.',
    whatToDo: 'Créez la clé avec un GPT.',
  },
  '4kn': {
    title: 'Ventoy ne peut pas utiliser ce lecteur',
    whatHappened:
      'Le lecteur n’a que des secteurs de 4096 octets, et Ventoy en a besoin de 512 octets.',
    whatToDo: 'Utilisez un autre lecteur.',
  },
  'script/no-partitions': {
    title: 'Les nouvelles partitions ne sont pas apparues',
    whatHappened:
      'Ventoy a écrit une nouvelle table de partition, mais le système n’en a pas pris connaissance. Souvent, un autre programme retenait le lecteur.',
    whatToDo: 'Débranchez le lecteur, rebranchez-le et recommencez.',
  },
  'script/format': {
    title: 'La partition 1 n’a pas pu être formatée',
    whatHappened: 'Ventoy a essayé deux fois de créer un système de fichiers exFAT, sans succès.',
    whatToDo:
      'Réessayez. Si cela échoue encore, testez le lecteur : il est peut-être usé ou contrefait.',
  },
  'script/write': {
    title: 'L’écriture sur le lecteur a échoué',
    whatHappened: 'Le lecteur a refusé d’enregistrer quelque chose, ou a été débranché.',
    whatToDo:
      'Branchez-le directement sur l’ordinateur et réessayez. Si cela échoue encore, utilisez un autre lecteur.',
  },
  'script/full': {
    title: 'Il ne reste plus de place',
    whatHappened: 'Quelque chose que Ventoy écrivait n’a pas tenu.',
    whatToDo:
      'Libérez de la place dans le dossier de l’archive de Ventoy ; s’il s’agit du lecteur lui-même, utilisez-en un autre.',
  },
  'beside/no-slot': {
    title: 'La table de partition est pleine',
    whatHappened:
      'Pour être placé à côté du contenu existant, Ventoy a besoin de place pour une partition de plus.',
    whatToDo:
      'Supprimez une partition dont vous n’avez pas besoin, ou laissez tout le lecteur à Ventoy.',
  },
  'beside/first-partition': {
    title: 'La première partition ne se trouve pas là où Ventoy en a besoin',
    whatHappened:
      'Ventoy ne peut être placé à côté du contenu existant que si la première partition commence à 1 Mio.',
    whatToDo: 'Sauvegardez le contenu du lecteur et laissez-le en entier à Ventoy.',
  },
  'beside/no-tool': {
    title: 'Il manque un programme pour réduire la partition',
    whatHappened: 'Ventoy a besoin de ntfsresize ou de resize2fs pour faire de la place.',
    whatToDo: 'Installez ntfs-3g (pour NTFS) ou e2fsprogs (pour ext4) et recommencez.',
  },
  'beside/shrink': {
    title: 'La partition n’a pas pu être réduite',
    whatHappened:
      'Son système de fichiers n’a pas pu céder 32 Mio : il est plein, contient des erreurs ou n’a pas été fermé correctement par Windows.',
    whatToDo:
      'Faites vérifier la partition par le système qui l’utilise, libérez de la place et recommencez.',
  },
  'beside/file-system': {
    title: 'Ventoy ne peut pas réduire ce système de fichiers',
    whatHappened: 'Il ne le peut qu’avec NTFS et ext2 à ext4, pas avec exFAT ni FAT32.',
    whatToDo: 'Sauvegardez le contenu du lecteur et laissez-le en entier à Ventoy.',
  },
  'beside/table': {
    title: 'La table de partition n’a pas pu être modifiée',
    whatHappened:
      'Ventoy est écrit, mais ne figure pas dans la table de partition ; le lecteur ne démarre donc pas avec lui.',
    whatToDo: 'Sauvegardez le contenu du lecteur et recommencez.',
  },

  // What is shown when a stick starts.
  'start/not-standard': {
    title: 'Ventoy n’accepte pas sa propre clé',
    whatHappened:
      'À son démarrage, Ventoy examine la disposition de la clé, et quelque chose n’est pas comme il l’a créé.',
    whatToDo: 'Vérifiez la clé avec ce programme, et mettez-y Ventoy à jour ou recréez-la.',
  },
  'start/internal': {
    title: 'Ventoy ne trouve pas le lecteur depuis lequel il a démarré (4097)',
    whatHappened:
      'Le micrologiciel n’a pas indiqué à Ventoy de quel lecteur ni de quelle partition il provient.',
    whatToDo:
      'Essayez un autre port USB, ou démarrez dans l’autre mode du micrologiciel (UEFI ou BIOS).',
  },
  'start/files': {
    title: 'Un fichier manque sur VTOYEFI (4098)',
    whatHappened:
      'Le BIOS de l’ordinateur n’a pas trouvé l’un des fichiers de Ventoy. Soit il a disparu, soit le BIOS ne peut pas lire la fin d’un lecteur aussi grand, où ils se trouvent.',
    whatToDo:
      'Mettez à jour Ventoy sur la clé. Si seuls d’anciens ordinateurs affichent cela, créez la clé avec de l’espace réservé à la fin, ou utilisez-en une plus petite.',
  },
  'start/cpio': {
    title: 'Ventoy ne peut pas lire ses propres fichiers (4099)',
    whatHappened: 'Le fichier ventoy.cpio sur VTOYEFI manque ou ne peut pas être lu.',
    whatToDo: 'Mettez à jour Ventoy sur la clé.',
  },
  'start/not-fat': {
    title: 'La partition 2 a été formatée (4100)',
    whatHappened: 'VTOYEFI ne contient pas le système de fichiers FAT que Ventoy y a placé.',
    whatToDo: 'Mettez à jour Ventoy sur la clé ; les images restent.',
  },
  'start/data-start': {
    title: 'La partition 1 ne commence pas à 1 Mio (5)',
    whatHappened:
      'Un programme de partitionnement a déplacé la première partition, ou Ventoy a été démarré depuis une autre.',
    whatToDo: 'Sauvegardez les images et recréez la clé.',
  },
  'start/layout': {
    title: 'Les partitions ont été modifiées (6 ou 7)',
    whatHappened:
      'VTOYEFI doit être la deuxième de la table, faire 32 Mio et suivre la première sans intervalle. Réduire la partition 1, ou en ajouter une entre elles, rompt cela.',
    whatToDo:
      'Étendez à nouveau la partition 1 jusqu’à VTOYEFI, et placez vos propres partitions derrière elle, comme troisième et quatrième. Ou recréez la clé, avec de l’espace réservé à la fin.',
  },
  'start/read': {
    title: 'Ventoy n’a pas pu lire le lecteur (8, 9 ou 11)',
    whatHappened: 'Le micrologiciel n’a pas donné à Ventoy l’accès au lecteur ou à la partition 2.',
    whatToDo:
      'Essayez un autre port USB, sans concentrateur. Si cela persiste, mettez à jour Ventoy sur la clé.',
  },
  'start/label': {
    title: 'La partition 2 a un autre nom (10)',
    whatHappened: 'Le nom de volume de la deuxième partition doit être VTOYEFI, et a été modifié.',
    whatToDo: 'Redonnez-lui le nom VTOYEFI, ou mettez à jour Ventoy sur la clé.',
  },
  'start/boot-code': {
    title: 'Le code de démarrage du secteur 0 n’est pas celui de Ventoy (12)',
    whatHappened:
      'Un autre programme a écrit son propre code de démarrage sur la clé : les programmes de partitionnement et les programmes d’installation de systèmes le font. Avec UEFI aussi, Ventoy l’examine. La version 1.0.92 affichait cela par un défaut qui lui était propre.',
    whatToDo:
      'Mettez à jour Ventoy sur la clé ; cela réécrit le code de démarrage et ne touche pas aux images.',
  },
  'start/mixed-versions': {
    title: 'Des parties de différentes versions de Ventoy se trouvent sur la clé',
    whatHappened: 'Le menu utilise une commande que le chargeur de la clé ne connaît pas.',
    whatToDo: 'Mettez à jour Ventoy sur la clé à partir d’une archive de version complète.',
  },
  'start/no-images': {
    title: 'Ventoy ne trouve aucune image',
    whatHappened:
      'Rien qu’il puisse démarrer n’a été trouvé : les fichiers ne sont dans aucun dossier qu’il parcourt, ont d’autres extensions, font moins de 32 Kio, ou la partition 1 ne peut pas être lue.',
    whatToDo:
      'Regardez les images de la clé avec ce programme, et le dossier à parcourir dans ventoy.json.',
  },
  'config/syntax': {
    title: 'ventoy.json contient une erreur',
    whatHappened: 'Ventoy ne peut pas lire ses paramètres et les ignore tous.',
    whatToDo: 'Ouvrez les paramètres avec ce programme ; il indique où se trouve l’erreur.',
  },
  'config/encoding': {
    title: 'ventoy.json n’est pas en UTF-8',
    whatHappened: 'Ventoy ne lit ses paramètres qu’en UTF-8 et les ignore.',
    whatToDo: 'Enregistrez-les à nouveau avec ce programme.',
  },
  'config/case': {
    title: 'ventoy.json n’a pas le bon nom',
    whatHappened: 'Le dossier ventoy et le fichier ventoy.json doivent être écrits en minuscules.',
    whatToDo: 'Renommez-les.',
  },
  'config/partition': {
    title: 'Les paramètres sont sur la mauvaise partition',
    whatHappened:
      'ventoy.json doit se trouver dans le dossier ventoy de la partition 1, avec les images.',
    whatToDo: 'Déplacez-le à cet endroit.',
  },

  // What is shown when an image is started.
  'image/no-uefi': {
    title: 'L’image ne contient rien pour l’UEFI de cet ordinateur',
    whatHappened:
      'Ventoy n’y a trouvé aucun programme que ce type d’UEFI démarre : elle est peut-être réservée à un BIOS ou à d’autres processeurs, en 32 bits alors que l’ordinateur est en 64 bits, ou endommagée.',
    whatToDo:
      'Comparez la somme de contrôle de l’image. Si elle est correcte, démarrez l’ordinateur en mode BIOS, ou téléchargez l’image destinée à son processeur.',
  },
  'image/needs-uefi': {
    title: 'L’image ne démarre qu’avec UEFI',
    whatHappened: 'L’ordinateur a été démarré en mode BIOS.',
    whatToDo: 'Démarrez la clé en mode UEFI.',
  },
  'image/other-firmware': {
    title: 'Le disque virtuel a été créé pour l’autre micrologiciel',
    whatHappened:
      'Le système qu’il contient a été installé avec UEFI et est démarré avec un BIOS, ou l’inverse.',
    whatToDo: 'Démarrez la clé dans le mode où le système a été installé.',
  },
  'image/unsupported': {
    title: 'Ventoy ne connaît pas cette image',
    whatHappened: 'Ventoy ne démarre que les images disque prévues par ses auteurs.',
    whatToDo: 'Cherchez un fichier ISO du même système.',
  },
  'image/unreadable': {
    title: 'Ventoy ne peut pas lire l’image',
    whatHappened:
      'Le fichier n’a pas pu être ouvert ou suivi sur la clé. Il est peut-être endommagé, ou un concentrateur empêche le micrologiciel de le lire.',
    whatToDo:
      'Branchez la clé sans concentrateur. Si cela n’aide pas, vérifiez le système de fichiers de la partition 1 et copiez à nouveau l’image.',
  },
  'image/not-started': {
    title: 'L’image n’a pas pu être démarrée',
    whatHappened:
      'Quelque chose de nécessaire à son démarrage a échoué auparavant ; la ligne au-dessus de celle-ci indique quoi.',
    whatToDo:
      'Essayez l’image en mode GRUB2 (Ctrl+R dans le menu de Ventoy), et comparez sa somme de contrôle.',
  },
  'memory/low': {
    title: 'Il n’y a pas assez de mémoire là où il en faut',
    whatHappened:
      'Ventoy ou le système a besoin de mémoire dans les 4 premiers Gio, et le micrologiciel ou la carte graphique l’a prise.',
    whatToDo:
      'Essayez le mode GRUB2 (Ctrl+R dans le menu de Ventoy), qui en demande moins. Sinon, donnez moins de mémoire à la carte graphique dans les paramètres du micrologiciel, ou mettez celui-ci à jour.',
  },
  'secure-boot/enrol': {
    title: 'L’ordinateur ne connaît pas encore la clé de signature de Ventoy',
    whatHappened:
      'Secure Boot est activé, et cet ordinateur démarre Ventoy pour la première fois. Sa clé de signature doit être inscrite une fois.',
    whatToDo:
      'Appuyez sur Entrée pour « OK », sur une touche quelconque à « Press any key to perform MOK management », puis choisissez « Enroll key from disk », VTOYEFI, ENROLL_THIS_KEY_IN_MOKMANAGER.cer, « Continue », « Yes », « Reboot ».',
  },
  'secure-boot/revoked': {
    title: 'Cet ordinateur n’accepte plus un chargeur aussi ancien',
    whatHappened:
      'Une mise à jour de Windows ou de Linux a fait refuser au micrologiciel les anciennes versions du chargeur (shim), comme celle de Ventoy jusqu’à 1.0.99. Une image peut aussi en contenir une.',
    whatToDo:
      'Mettez à jour Ventoy sur la clé et utilisez une image plus récente, ou désactivez Secure Boot pendant que vous utilisez la clé.',
  },
  'secure-boot/policy': {
    title: 'Le micrologiciel refuse le chargeur',
    whatHappened:
      'Secure Boot est activé et ne laisse pas démarrer le chargeur. Sur certains ordinateurs, les chargeurs autres que celui de Windows doivent d’abord être autorisés.',
    whatToDo:
      'Cherchez « Allow Microsoft 3rd party UEFI CA » dans les paramètres du micrologiciel et activez-le, ou désactivez Secure Boot pendant que vous utilisez la clé.',
  },
  'vhd/no-plugin': {
    title: 'ventoy_vhdboot.img manque ou n’est pas le bon',
    whatHappened:
      'Ventoy démarre les fichiers VHD et VHDX à l’aide de ce fichier, qu’il ne fournit pas.',
    whatToDo:
      'Téléchargez ventoy_vhdboot.img depuis les versions publiées de ventoy/vhdiso et placez-le sur la clé sous le nom /ventoy/ventoy_vhdboot.img.',
  },
  'vhd/not-ntfs': {
    title: 'Le disque virtuel ne se trouve pas sur NTFS',
    whatHappened:
      'Windows ne démarre de façon fiable depuis un disque virtuel que si celui-ci se trouve sur une partition NTFS.',
    whatToDo:
      'Créez la clé avec NTFS. Si le disque démarre malgré tout, désactivez l’avertissement avec VTOY_VHD_NO_WARNING.',
  },
  'vhd/device-missing': {
    title: 'Le gestionnaire de démarrage de Windows ne trouve pas le disque virtuel (0xc000000e)',
    whatHappened:
      'Le gestionnaire de démarrage cherche sur un disque qui n’est pas là. Ventoy 1.0.87 provoquait cela par un défaut qui lui était propre.',
    whatToDo: 'Mettez à jour Ventoy sur la clé, et ventoy_vhdboot.img avec lui.',
  },
  'vhd/initialization': {
    title: 'Windows n’a pas pu ouvrir son disque virtuel',
    whatHappened:
      'Windows a commencé à démarrer, mais a perdu le fichier dans lequel il se trouve. C’est connu de certains ports USB 3 ; la cause n’est pas établie avec certitude.',
    whatToDo: 'Essayez un port USB 2 et une autre clé, et un disque virtuel de taille fixe.',
  },
  'vhd/space': {
    title: 'La partition a trop peu de place pour le disque virtuel',
    whatHappened:
      'Un disque virtuel qui grandit a besoin de place pour toute sa taille avant que Windows n’en démarre.',
    whatToDo:
      'Libérez de la place sur la partition 1, ou utilisez un disque virtuel plus petit, de taille fixe.',
  },
  'vhd/inaccessible': {
    title: 'Windows n’atteint pas le disque depuis lequel il a démarré',
    whatHappened:
      'Avec un disque virtuel, cela vient d’un disque en NTFS placé sur une partition exFAT, ou d’un Windows sans le pilote de ce port.',
    whatToDo: 'Placez le disque virtuel sur une partition NTFS, et essayez un autre port USB.',
  },

  // What Ventoy2Disk.exe notes in cli_log.txt and log.txt.
  'windows/parameters': {
    title: 'Ventoy n’a pas compris sa ligne de commande',
    whatHappened:
      'Il ne lui a été demandé ni d’installer ni de mettre à jour, ou aucun lecteur n’a été indiqué.',
    whatToDo: 'Signalez-le avec le journal ; c’est un défaut du programme qui a appelé Ventoy.',
  },
  'windows/no-drive': {
    title: 'Ventoy n’a pas pu ouvrir le lecteur',
    whatHappened: 'Windows n’a donné à Ventoy aucune information sur le lecteur.',
    whatToDo: 'Rebranchez-le et recommencez avec des droits d’administrateur.',
  },
  'windows/not-usb': {
    title: 'Le lecteur n’est pas connecté par USB',
    whatHappened:
      'Le programme de Ventoy pour Windows refuse les autres lecteurs, sauf si on lui dit de ne pas y regarder.',
    whatToDo: 'Assurez-vous que c’est bien le lecteur voulu.',
  },
  'windows/no-room': {
    title: 'Ventoy ne peut pas être placé à côté du contenu existant',
    whatHappened: 'Les partitions du lecteur ne le permettent pas.',
    whatToDo: 'Sauvegardez le contenu du lecteur et laissez-le en entier à Ventoy.',
  },
  'windows/failed': {
    title: 'Le programme de Ventoy pour Windows a échoué',
    whatHappened:
      'Il a essayé plusieurs fois et a abandonné. Les lignes au-dessus de celle-ci indiquent sur quoi.',
    whatToDo:
      'Fermez les programmes qui utilisent le lecteur, surtout les antivirus, rebranchez-le et réessayez.',
  },
};
