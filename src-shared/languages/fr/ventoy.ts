import type { ventoy as english } from '../en/ventoy';
import type { Worded } from '../worded';

/** What is asked for a Ventoy stick. */
export const ventoy: Worded<typeof english> = {
  ventoy: {
    images: {
      lead: 'Chaque fichier devient une entrée du menu de démarrage : fichiers ISO, WIM, IMG, VHD, VHDX et EFI, en nombre quelconque. Vous pourrez aussi en ajouter plus tard.',
      drop: 'Déposez les images ici',
      choose: 'Choisir des fichiers…',
      path: 'Chemin d’une image',
      add: 'Ajouter',
      reading: 'Examen de {{name}}…',
      empty: 'Encore aucune image. La clé peut aussi être créée sans image et remplie plus tard.',
      added: 'Images à copier',
      present: 'Actuellement sur la clé',
      unusable: '{{name}} n’est pas utilisable',
      leaveOut: 'Écarter',
      remove: 'Supprimer {{name}}',
      removeFromStick: 'Supprimer {{name}} de la clé',
      willBeRemoved: 'Sera supprimée',
      keep: 'Conserver',
      keepNamed: 'Conserver {{name}}',
      rename: 'Renommer {{name}}',
      renamed: 'OK',
      renamedFrom: 'S’appelle actuellement {{name}}',
      nameOnStick: 'Nom sur la clé',
      nameProblems: {
        empty: 'Donnez-lui un nom.',
        dots: 'Un dossier ne peut pas s’appeler ainsi.',
        character: 'Sans " * : < > ? \\ | ni caractères de contrôle.',
        unpaired: 'Il contient une moitié de caractère.',
        end: 'Sans espace ni point à la fin.',
        device: 'Windows réserve ce nom à un périphérique.',
        'too-long': '255 caractères au plus.',
        'ventoy-own': 'Les paramètres de Ventoy portent ce nom.',
        'ventoy-skips': 'Ventoy ne liste pas les fichiers à de tels emplacements.',
        'path-too-long':
          'Trop profond dans les dossiers : un chemin complet fait moins de 400 octets.',
        kind: 'L’extension indique le type du fichier et doit rester.',
        taken: 'Une autre image porte ce nom.',
        reserved: 'Le dossier « ventoy » est réservé aux fichiers de Ventoy.',
      },
    },
    kinds: {
      iso: 'Image de disque optique',
      wim: 'Image Windows',
      img: 'Image disque',
      vhd: 'Disque virtuel',
      vhdx: 'Disque virtuel',
      efi: 'Programme UEFI',
      vtoy: 'Image Ventoy',
    },
    starts: 'démarre avec {{firmware}}',
    factsJoined: '{{what}}, {{starts}}',
    firmware: {
      bios: 'BIOS',
      x64: 'UEFI',
      ia32: 'UEFI 32 bits',
      aa64: 'UEFI sur ARM',
    },
    notes: {
      'below-32-kib': 'Elle fait moins de 32 Kio, et Ventoy ne liste pas de tels fichiers.',
      'iso-named-img':
        'C’est une image de disque optique. Avec un nom qui se termine par .iso, Ventoy la démarre comme telle.',
      'no-boot-program': 'Rien de ce qu’un ordinateur pourrait démarrer n’y a été trouvé.',
      'no-partition-table':
        'Elle n’a pas de table de partition ; ce n’est donc peut-être pas l’image d’un disque.',
      'windows-not-read':
        'Elle ressemble à un disque Windows, mais ses éditions ne peuvent pas être lues.',
      'differencing-disk':
        'Elle ne contient que les différences avec un autre disque virtuel, et ne démarre pas seule.',
    },
    room: {
      label: 'Place sur la clé',
      kept: '{{size}} conservés',
      images: '{{size}} d’images',
      persistence: '{{size}} pour les systèmes live',
      windows: '{{size}} de Windows',
      free: '{{size}} libres sur {{total}}',
      tooLarge: 'Trop volumineux de {{size}}',
    },
    stick: {
      look: 'Examiner son contenu…',
      unmountAndLook: 'Le démonter et l’examiner…',
      looking: 'Examen de {{name}}…',
      failed: 'Impossible d’examiner {{name}}',
      seems: '{{name}} semble être une clé Ventoy',
      seemsText:
        'Elle peut être renouvelée ou modifiée, et ses images conservées. Pour l’examiner, Sticksmith demande des droits d’administrateur. L’examen ne modifie rien.',
      keep: 'Conserver le contenu du lecteur ?',
      keepText:
        'Si {{name}} contient une clé Ventoy, ou laisse de la place à côté de ses fichiers, il n’est pas nécessaire de l’effacer. Pour l’examiner, Sticksmith demande des droits d’administrateur. L’examen ne modifie rien.',
      found: 'Ventoy {{version}} se trouve sur {{name}}',
      foundKept:
        'Ses images et son menu de démarrage restent. Ce que vous choisissez ici s’y ajoute.',
      foundErased: 'Vous avez choisi de repartir de zéro : tout sera effacé.',
      damaged: 'Le Ventoy de {{name}} est endommagé',
      damagedRepairs: 'Une mise à jour le répare et conserve les images.',
      damagedErase:
        'Il ne peut qu’être recréé, ce qui l’efface. Sauvegardez d’abord ce qui est important.',
      other: 'Il n’y a pas de Ventoy sur {{name}}. Le lecteur sera effacé.',
      notBeside: 'Ventoy ne peut pas être placé à côté du contenu existant : {{reason}}.',
      notBesideDetail:
        'Ventoy ne peut pas être placé à côté du contenu existant : {{reason}} ({{detail}}).',
      otherBeside:
        'Il n’y a pas encore de Ventoy sur {{name}}. Le lecteur sera effacé, sauf si vous choisissez de placer Ventoy à côté du contenu existant.',
      otherKept:
        'Il n’y a pas encore de Ventoy sur {{name}}. Il est placé à côté du contenu existant, qui reste.',
      refusals: {
        'no-table': 'le lecteur n’a pas de table de partition',
        'table-damaged': 'la table de partition est endommagée',
        'table-unusual': 'la table de partition a une forme inhabituelle, que Ventoy endommagerait',
        'table-full': 'la table de partition n’a pas d’entrée libre',
        'no-first-partition': 'la première entrée de la table de partition est libre',
        'first-partition-place': 'la première partition ne commence pas à 1 Mio',
        'partition-before': 'une autre partition se trouve avant la première de la table',
        'file-system':
          'sa première partition a un système de fichiers que Ventoy ou ce programme ne peut pas utiliser',
        'file-system-damaged': 'le système de fichiers de sa première partition est endommagé',
        'no-room':
          'il n’y a pas 32 Mio de place derrière la première partition, et seuls NTFS et ext2 à ext4 peuvent être réduits',
        'too-full': 'la première partition est trop pleine pour être réduite de 32 Mio',
        unclean: 'le système de fichiers de sa première partition n’a pas été fermé correctement',
        'not-opened': 'le système de fichiers de sa première partition ne peut pas être ouvert ici',
      },
      unknownVersion: 'de version inconnue',
    },
    way: {
      label: 'Ce que devient le contenu du lecteur',
      update: {
        title: 'Mettre à jour Ventoy et tout conserver',
        text: 'Ventoy lui-même est renouvelé. Tous les fichiers de la clé restent.',
      },
      none: {
        title: 'Modifier seulement les fichiers',
        text: 'Ventoy reste tel quel. Les images et le menu de démarrage changent.',
      },
      erase: {
        title: 'Repartir de zéro',
        text: 'Efface tout le contenu du lecteur.',
      },
      partition: '{{fileSystem}} de {{size}}',
      beside: {
        title: 'Placer Ventoy à côté du contenu existant',
        room: 'Tous les fichiers restent. Les images vont sur la première partition ({{partition}}) ; Ventoy reçoit 32 Mio derrière elle. Si le lecteur démarre un système qui lui est propre, il ne le fera plus. Gardez une copie de ce qui est important.',
        shrinks:
          'Tous les fichiers restent. Les images vont sur la première partition ({{partition}}), qui cède 32 Mio à Ventoy. Si le lecteur démarre un système qui lui est propre, il ne le fera plus. Gardez une copie de ce qui est important.',
      },
    },
    package: {
      title: 'Quel Ventoy ?',
      lead: 'Ventoy est un logiciel libre d’autres auteurs et n’est pas fourni avec Sticksmith. Il en faut une archive publiée, qui est vérifiée avant usage.',
      reading: 'Vérification de l’archive…',
      failedTitle: 'Cette archive n’est pas utilisable',
      version: 'Ventoy {{version}}',
      hash: {
        given: 'Elle a l’empreinte (SHA-256) que vous avez indiquée.',
        beside: 'Elle a l’empreinte (SHA-256) indiquée par la liste placée à côté d’elle.',
        none: 'Son empreinte (SHA-256) n’a été comparée à rien : il n’y a pas de liste à côté d’elle. Comparez-la avec celle de la page des versions de Ventoy.',
      },
      sha256: 'SHA-256',
      older: 'La clé contient {{present}}, plus récent que {{version}}.',
      kept: 'Déjà utilisées',
      keptFailed: 'Impossible de lister les versions déjà utilisées',
      keptSince: 'gardée depuis le {{date}}, {{size}}',
      chosen: 'Choisie',
      use: 'Utiliser',
      useVersion: 'Utiliser Ventoy {{version}}',
      forget: 'Oublier',
      forgetVersion: 'Oublier Ventoy {{version}}',
      path: 'Archive de la version',
      pathHint: 'Son nom ressemble à ventoy-1.1.17-linux.tar.gz',
      expected: 'SHA-256 attendu (facultatif)',
      expectedHint:
        'Tel qu’indiqué sur la page des versions. À défaut, un fichier sha256.txt placé à côté de l’archive fait foi.',
      download: 'La télécharger',
      downloadText:
        'Sticksmith ne se connecte à rien de lui-même. Copiez l’adresse de l’archive pour Linux depuis la page des versions de Ventoy, et elle y sera téléchargée.',
      releases: 'Versions de Ventoy',
      url: 'Adresse de l’archive',
      urlHint: 'Commence par https:// et se termine par -linux.tar.gz',
      startDownload: 'Télécharger',
      downloading: 'Progression du téléchargement',
      downloadFailed: 'Le téléchargement a échoué',
      cancelDownload: 'Arrêter le téléchargement',
      advanced: 'Options avancées',
    },
    secureBoot: {
      label: 'Démarrer les ordinateurs avec démarrage sécurisé (Secure Boot)',
      text: 'Au premier démarrage sur un tel ordinateur, une clé de signature doit être confirmée une fois. Les étapes sont indiquées à la fin.',
    },
    scheme: {
      label: 'Table de partition',
      mbr: 'MBR',
      gpt: 'GPT',
      text: {
        mbr: 'Démarre les anciens ordinateurs avec BIOS et les nouveaux avec UEFI. Convient à presque tout le monde.',
        gpt: 'Pour les lecteurs de plus de 2 To. Quelques anciens ordinateurs à BIOS ne démarrent pas ainsi.',
      },
    },
    fileSystems: {
      exfat: 'exFAT',
      ntfs: 'NTFS',
      fat32: 'FAT32',
      ext: 'ext4',
      xfs: 'XFS',
      btrfs: 'Btrfs',
      udf: 'UDF',
      unknown: 'système de fichiers inconnu',
    },
    fileSystem: {
      label: 'Système de fichiers pour les images',
      exfat: 'exFAT',
      ntfs: 'NTFS',
      text: {
        exfat: 'Tout ordinateur peut le lire et y écrire.',
        ntfs: 'Nécessaire pour un Windows dans un disque virtuel. Les Mac peuvent le lire, mais pas y écrire.',
      },
    },
    space: {
      title: 'Comment utiliser l’espace ?',
      lead: 'Vous pouvez tout laisser tel quel. Ce qui reste libre peut être rempli d’images à tout moment.',
      partition: 'Partition pour les images',
      reserve: 'Réservé à la fin',
      reserveHint: 'Reste sans partition, pour votre propre usage. 0 pour ne rien réserver',
      checksums: 'Garder un fichier d’empreinte à côté de chaque image',
      checksumsText: 'Un petit fichier .sha256, qui permet de vérifier une copie plus tard.',
    },
    persistence: {
      title: 'Laisser les systèmes live conserver les modifications',
      text: 'Un Linux live oublie tout à l’arrêt, sauf s’il a un fichier où le conserver.',
      none: 'Aucune des images n’est un Linux live d’un type connu pour conserver les modifications.',
      notes: {
        'ubuntu-24-04-sometimes-fails':
          'À partir de 24.04, il ne trouve pas toujours son fichier avec Ventoy 1.1.17 et antérieur. Démarrez-le alors encore une fois, ou utilisez un Ventoy plus récent.',
        'antix-not-tried':
          'Incertain : Ventoy demande à antiX de tout conserver, mais aucun témoignage ne dit qu’il le fait, ni quel nom de volume il cherche.',
        'arch-broken-in-1-1-07':
          'Ne fonctionne pas avec Ventoy 1.1.07 ; utilisez-en un plus récent.',
        'fedora-conflicting-reports':
          'Incertain : Ventoy a du code pour cela, mais son auteur l’a dit non pris en charge en 2021, et Fedora 40 et 41 ne démarreraient pas avec, selon des témoignages. SELinux est désactivé pendant son utilisation.',
        'manjaro-unsupported':
          'Le système live de Manjaro ne peut rien conserver, selon l’auteur de Ventoy.',
        'opensuse-no-way-known':
          'Aucune manière de le faire avec Ventoy n’est connue pour openSUSE.',
        'tails-keeps-its-own':
          'Tails conserve les données à sa façon, uniquement sur une clé qui lui est propre.',
        'installer-keeps-nothing': 'Cette image installe un système ; elle n’a rien à conserver.',
        'windows-keeps-nothing': 'Les disques Windows ne conservent rien. Un Windows portable, si.',
        'memtest-keeps-nothing': 'Un test de la mémoire ne conserve rien.',
        'not-an-iso':
          'Ventoy ne transmet un tel fichier qu’aux systèmes live contenus dans des fichiers ISO.',
        'nothing-known': 'On ne sait pas si cette image peut conserver quoi que ce soit.',
      },
      size: 'Conservé par {{name}}',
      sizeHint: 'Cette place lui est réservée sur la clé.',
    },
    windows: {
      label: 'Ajouter un Windows dans un disque virtuel',
      text: 'Un Windows qui fonctionne depuis la clé et se trouve parmi les images sous forme d’un seul fichier .vhdx.',
      image: 'Image Windows',
      imageHint: 'Un fichier ISO, WIM, ESD ou SWM',
      edition: 'Édition',
      editionOpen: 'Choisir…',
      vhdBoot: 'ventoy_vhdboot.img',
      vhdBootText:
        'C’est avec lui que Ventoy démarre les disques virtuels. Il contient des fichiers de démarrage de Microsoft et provient du projet Ventoy, séparément de ses versions.',
      vhdBootLink: 'D’où il provient',
      name: 'Nom du fichier',
      size: 'Taille du disque virtuel',
      sizes: { rest: 'Tout ce qui reste', own: 'Une taille fixée' },
      ownSize: 'Taille',
      minimum: 'Cette édition a besoin d’au moins {{size}}',
      limitsTitle: 'Ce que cela implique',
      limits: {
        bitlocker: 'BitLocker ne peut pas le protéger.',
        hibernation: 'Il n’a ni mise en veille prolongée ni démarrage rapide.',
        ntfs: 'La partition des images devient NTFS.',
        size: 'Le fichier occupe toute sa taille dès le début.',
        uefi64: 'Il démarre avec BIOS et avec UEFI 64 bits.',
      },
    },
    menu: {
      title: 'À quoi ressemble le menu de démarrage ?',
      lead: 'Vous pouvez tout laisser tel quel.',
      start: 'Quand la clé démarre',
      defaultImage: 'Image sélectionnée',
      firstImage: 'La première',
      timeout: 'La démarrer d’elle-même après',
      seconds: 'secondes',
      timeoutHint: 'Vide : le menu attend que quelqu’un choisisse.',
      mode: 'Les images sont affichées',
      list: 'En une seule liste',
      folders: 'Dans leurs dossiers',
      images: 'Images',
      aliasHint: 'Son nom dans le menu ; vide pour le nom du fichier',
      more: 'Modèles et fichiers pour {{name}}',
      templates: 'Réponses pour son programme d’installation',
      templatesText:
        'Des fichiers qui répondent aux questions du programme d’installation : unattend.xml, preseed, kickstart ou autoinstall. S’il y en a plusieurs, le menu demande lequel.',
      addTemplate: 'Ajouter un modèle…',
      injection: 'Fichiers qui apparaissent dans le système',
      injectionText: 'Une archive (.7z, .zip, .tar.gz) décompressée dans le système démarré.',
      replacements: 'Fichiers remplacés',
      replacementsText:
        'Pendant le démarrage de l’image, un autre fichier prend la place d’un de ses fichiers.',
      addReplacement: 'Ajouter un remplacement…',
      replacedBy: 'Chemin dans l’image dont {{name}} prend la place',
      replacedHint: 'Par exemple /boot/grub/grub.cfg',
      password: 'Mot de passe',
      passwordText:
        'Demandé avant l’affichage du menu. Il écarte les curieux : les fichiers de la clé ne sont pas chiffrés.',
      passwordField: 'Mot de passe du menu',
      passwordWhat: 'le mot de passe du menu',
      passwordHint:
        'Jusqu’à 64 lettres, chiffres et signes d’un clavier anglais. Il n’est conservé nulle part tel que vous le tapez.',
      passwordBad: 'Seulement des lettres, chiffres et signes d’un clavier anglais.',
      setPassword: 'Définir le mot de passe',
      passwordSet: 'Un mot de passe est défini.',
      otherPassword: 'Le retirer',
      parts: {
        windows: 'Windows',
        linux: 'Linux',
      },
      variants: {
        title: 'Le menu dépend de la façon dont un ordinateur démarre',
        line: 'Avec {{mode}}, « {{key}} » s’applique dans ventoy.json à la place de « {{plugin}} ».',
        text: 'Vous voyez ici ce qui s’applique avec UEFI 64 bits. Ce que vous modifiez l’est pour tous les ordinateurs.',
        modes: {
          legacy: 'BIOS',
          uefi: 'UEFI 64 bits',
          ia32: 'UEFI 32 bits',
          aa64: 'l’UEFI des ordinateurs ARM',
          mips: 'l’UEFI des ordinateurs MIPS',
        },
      },
      switches: {
        VTOY_WIN11_BYPASS_CHECK: {
          label: 'Ignorer les exigences de Windows 11',
          text: 'Son installation ne vérifie ni TPM, ni Secure Boot, ni mémoire, ni processeur. Microsoft ne prend pas en charge de tels ordinateurs.',
        },
        VTOY_WIN11_BYPASS_NRO: {
          label: 'Permettre d’installer Windows 11 sans réseau',
          text: 'Et donc avec un compte local.',
        },
        VTOY_WINDOWS_CD_PROMPT: {
          label: 'Attendre une touche avant l’installation de Windows',
          text: 'Conserve l’invite à appuyer sur une touche pour démarrer à partir du CD ou du DVD.',
        },
        VTOY_SECONDARY_BOOT_MENU: {
          label: 'Demander comment démarrer une image',
          text: 'Un second menu après le choix d’une image : mode normal, ou d’autres pour les images qui ne démarrent pas ainsi.',
        },
        VTOY_LINUX_REMOUNT: {
          label: 'Laisser un Linux démarré utiliser la clé',
          text: 'La partition des images peut alors être ouverte. Fonctionne avec peu de distributions.',
        },
        VTOY_VHD_NO_WARNING: {
          label: 'Pas d’avertissement avant le démarrage d’un disque virtuel',
          text: 'Sinon, sur un autre système de fichiers que NTFS, Ventoy avertit et attend une touche.',
        },
      },
    },
    preview: {
      label: 'Aperçu du menu de démarrage',
      title: 'Aperçu',
      screen: 'Menu de démarrage',
      modes: { uefi: 'Avec UEFI', bios: 'Avec BIOS' },
      empty: 'Encore aucune image',
      problem: 'ventoy.json, {{place}} : {{problem}}.',
      problemAt: 'ventoy.json, ligne {{line}}, colonne {{column}} : {{problem}}.',
      asks: {
        persistence: 'demande s’il faut conserver les modifications',
        template: 'demande un modèle',
        password: 'demande un mot de passe',
      },
      timeout: 'La ligne sélectionnée démarre dans {{seconds}} s',
      locked: 'Un mot de passe est demandé avant le menu.',
      hidden: {
        'dot-underscore': '{{name}} n’est pas listé : son nom commence par ._',
        'ignored-folder':
          '{{name}} n’est pas listé : son dossier indique que Ventoy doit l’ignorer.',
        'image-blacklist': '{{name}} n’est pas listé : ventoy.json l’exclut.',
        'image-list': '{{name}} n’est pas listé : ventoy.json n’en liste que d’autres.',
        'needs-vhdboot':
          '{{name}} n’est pas listé : les disques virtuels ont besoin de /ventoy/ventoy_vhdboot.img sur la clé.',
        'needs-wimboot':
          '{{name}} n’est pas listé : les fichiers WIM ont besoin de /ventoy/ventoy_wimboot.img sur la clé.',
        'outside-search-root': '{{name}} n’est pas listé : il se trouve hors du dossier parcouru.',
        'too-deep': '{{name}} n’est pas listé : il se trouve trop profond dans les dossiers.',
        'too-small': '{{name}} n’est pas listé : il fait moins de 32 Kio.',
        trash: '{{name}} n’est pas listé : il se trouve dans la corbeille.',
        'type-hidden': '{{name}} n’est pas listé : les fichiers de ce type sont masqués.',
        'uefi-only': '{{name}} n’est pas listé : il est réservé à UEFI.',
      },
    },
    review: {
      changed: 'Ce qui est modifié',
      changedDrive: '{{name}} ({{size}}, {{path}})',
      changedText: 'Rien n’est effacé, sauf ce qui est nommé ci-dessous.',
      besideText:
        'Tous les fichiers restent. La partition de Ventoy devient la deuxième ; les autres gardent leur place et reçoivent le numéro suivant. Gardez une copie de ce qui est important.',
      tick: 'J’ai vérifié que c’est le bon lecteur, et il peut être modifié.',
      startChange: 'Modifier {{name}}',
      way: {
        erase: 'Une clé avec Ventoy {{version}}',
        beside: 'Ventoy {{version}} est placé à côté du contenu existant',
        update: 'Ventoy {{present}} passe à {{version}}',
        none: 'Ventoy {{present}} reste tel quel',
      },
      partition: 'Une partition « {{label}} » pour les images : {{fileSystem}}, {{scheme}}',
      reserve: '{{size}} restent sans partition à la fin',
      secureBoot:
        'Démarre les ordinateurs avec Secure Boot, une fois une clé de signature confirmée',
      noSecureBoot: 'Sans prise en charge de Secure Boot',
      images_one: '{{count}} image de {{size}} est copiée et comparée : {{names}}',
      images_other: '{{count}} images de {{size}} sont copiées et comparées : {{names}}',
      removed: 'Supprimé de la clé : {{name}}',
      renamed: '{{from}} est renommé en {{to}}',
      persistence: '{{name}} conserve les modifications, jusqu’à {{size}}',
      windows: '{{edition}} dans le disque virtuel {{name}} de {{size}}',
      windowsRest: '{{edition}} dans le disque virtuel {{name}}, sur tout ce qui reste',
      menu: 'Le menu de démarrage est configuré selon vos choix',
      checksums: 'Un fichier d’empreinte à côté de chaque image',
    },
    needs: {
      title: 'Ce qu’il lui faut pour démarrer',
      about: '{{names}} : {{what}}',
      starts: 'Quelle image démarre avec quoi',
      startsUnknown: 'l’image ne l’indique pas',
      'secure-boot-enrolment':
        'Sur chaque ordinateur avec Secure Boot, la clé de signature de Ventoy doit être inscrite une fois, au premier démarrage.',
      'secure-boot-off': 'Les ordinateurs où Secure Boot est activé ne démarreront pas cette clé.',
      'gpt-some-bioses':
        'Quelques anciens BIOS ne démarrent rien avec GPT. Choisissez MBR pour ceux-là.',
      'file-system-unreadable':
        'Ventoy ne peut pas lire le système de fichiers de la partition, et ne trouvera pas d’images.',
      'fat32-limit': 'Elle fait 4 Gio ou plus, ce que FAT32 ne peut pas contenir.',
      'too-small': 'Ventoy ne liste pas les fichiers de moins de 32 Kio.',
      'starts-nowhere': 'Rien de ce qu’un ordinateur pourrait démarrer n’y a été trouvé.',
      'bios-only': 'Démarre seulement avec BIOS, pas avec UEFI.',
      'uefi-only': 'Démarre seulement avec UEFI, pas avec BIOS.',
      'uefi-32-bit-only': 'Démarre seulement avec l’UEFI 32 bits de quelques tablettes.',
      'arm-only': 'Démarre seulement sur les ordinateurs à processeur ARM.',
      'wimboot-missing':
        'Les fichiers WIM ne sont listés que si /ventoy/ventoy_wimboot.img se trouve sur la clé. Il provient des versions de ventoy/wimiso.',
      'vhdboot-missing':
        'Les disques virtuels ne sont listés que si /ventoy/ventoy_vhdboot.img se trouve sur la clé. Il provient des versions de ventoy/vhdiso.',
      'vhd-wants-ntfs': 'Windows ne démarre de façon fiable depuis un disque virtuel que sur NTFS.',
      'vhd-firmware': 'Un disque virtuel avec Windows démarre avec BIOS ou UEFI 64 bits.',
      'vhd-grows': 'Grandit à l’usage : il faut de la place pour sa taille complète au démarrage.',
      'vtoy-prepared':
        'Son Linux ne démarre que s’il a d’abord été préparé avec le vtoyboot de Ventoy.',
      'persistence-doubtful':
        'Peut ne pas conserver ses modifications : les témoignages divergent.',
      'persistence-unsupported': 'Ne peut pas conserver ses modifications avec Ventoy.',
    },
    enrolment: {
      show: 'Les étapes, écran par écran',
      lead: 'Une fois sur chaque ordinateur avec démarrage sécurisé (Secure Boot). Les touches fléchées déplacent la sélection, Entrée la valide :',
      screens: {
        violation: {
          seen: 'Un écran bleu avec un cadre : « ERROR », « Verification failed: (0x1A) Security Violation ». C’est normal.',
          action: 'Appuyez sur Entrée avec « OK » sélectionné.',
        },
        management: {
          seen: '« Shim UEFI key management », « Press any key to perform MOK management », avec un compte à rebours de 10 secondes.',
          action:
            'Appuyez sur une touche avant la fin. Sinon, redémarrez l’ordinateur et recommencez.',
        },
        menu: {
          seen: 'Une liste intitulée « Perform MOK management ».',
          action: 'Choisissez « Enroll key from disk ».',
        },
        disk: {
          seen: 'Une liste intitulée « Select Key » avec des noms de volumes.',
          action: 'Choisissez « VTOYEFI ».',
        },
        key: {
          seen: 'Les fichiers de VTOYEFI.',
          action: 'Choisissez « ENROLL_THIS_KEY_IN_MOKMANAGER.cer ».',
        },
        enrol: {
          seen: 'Une liste intitulée « Enroll MOK » : « View key 0 » et « Continue ».',
          action: 'Choisissez « Continue ».',
        },
        sure: { seen: '« Enroll the key(s)? »', action: 'Choisissez « Yes ».' },
        reboot: {
          seen: 'De nouveau la liste « Perform MOK management », maintenant avec « Reboot ».',
          action: 'Choisissez « Reboot ». Désormais, cet ordinateur démarre la clé.',
        },
      },
      hangs:
        'Si plus rien ne se passe après « Enroll key from disk », comme sur certains ordinateurs, désactivez Secure Boot dans la configuration de l’ordinateur pendant que vous utilisez la clé.',
    },
    done: {
      firstStart: 'Premier démarrage avec Secure Boot',
      version: 'Ventoy {{version}}, {{scheme}}, images sur {{fileSystem}}',
      files_one: '{{count}} fichier a été copié, relu et comparé : {{size}}.',
      files_other: '{{count}} fichiers ont été copiés, relus et comparés : {{size}}.',
      fileList_one: '{{count}} fichier et son empreinte',
      fileList_other: '{{count}} fichiers et leurs empreintes',
      hashExpected: 'Conforme',
      persistence: '{{name}} conserve les modifications, jusqu’à {{size}}',
      persistenceGrown: '{{name}} conserve les modifications, désormais jusqu’à {{size}}',
      windows: 'Windows se trouve dans {{path}}, {{size}}',
      removed: 'Supprimé : {{name}}',
      renamed: '{{from}} s’appelle désormais {{to}}',
    },
  },
};
