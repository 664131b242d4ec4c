/** What is found on a stick with Ventoy. */
export const ventoy = {
  'ventoy.stops': 'À son démarrage, Ventoy s’arrêterait avec l’erreur {number}.',
  'ventoy.stops-by-bios': 'Avec un BIOS : {stop}',

  'ventoy.table.none': 'Le disque n’a pas de table de partition',
  'ventoy.table.damaged-mbr': 'MBR non valide : {problem}',
  'ventoy.table.damaged-gpt': 'GPT non valide : {problem}',
  'ventoy.table.valid-mbr': 'MBR valide, partitions : {count}',
  'ventoy.table.valid-gpt': 'GPT valide, partitions : {count}',
  'ventoy.table-copy.damaged': 'La seconde copie n’est pas valide : {problem}',
  'ventoy.table-copy.same':
    'La seconde copie, avec son en-tête dans le secteur {sector}, est identique',
  'ventoy.table-copy.different': 'Les deux copies de la table se contredisent',
  'ventoy.scheme.right-mbr': 'Les partitions sont dans un MBR, comme demandé',
  'ventoy.scheme.right-gpt': 'Les partitions sont dans un GPT, comme demandé',
  'ventoy.scheme.wrong-mbr': 'Les partitions sont dans un MBR, et non dans un GPT',
  'ventoy.scheme.wrong-gpt': 'Les partitions sont dans un GPT, et non dans un MBR',
  'ventoy.data-start.none': 'Il n’y a pas de partition 1. {stop}',
  'ventoy.data-start.right': 'La partition 1 commence au secteur {sector}',
  'ventoy.data-start.wrong':
    'La partition 1 commence au secteur {sector}, et non au secteur {wanted}. {stop}',
  'ventoy.data-type.basic': 'La partition 1 a le type des données de base',
  'ventoy.data-type.not-basic': 'La partition 1 a le type {type}, et non celui des données de base',
  'ventoy.data-type.right': 'La partition 1 a le type {type}',
  'ventoy.data-type.wrong': 'La partition 1 a le type {type}, et non {wanted}',
  'ventoy.data-name.right': 'La partition 1 s’appelle {name}',
  'ventoy.data-name.wrong': 'La partition 1 s’appelle « {name} », et non {wanted}',
  'ventoy.active.right': 'Seule la partition 1 est active',
  'ventoy.active.wrong': 'Partition active : {numbers}',
  'ventoy.efi-size.none': 'Il n’y a pas de partition 2. {stop}',
  'ventoy.efi-size.right': 'La partition 2 fait {sectors} secteurs',
  'ventoy.efi-size.wrong': 'La partition 2 fait {sectors} secteurs, et non {wanted}. {stop}',
  'ventoy.efi-start.right': 'La partition 2 suit la partition 1, au secteur {sector}',
  'ventoy.efi-start.wrong':
    'La partition 2 commence au secteur {sector}, et non au secteur {wanted} derrière la partition 1. {stop}',
  'ventoy.efi-alignment.kept': 'La partition 2 commence à un multiple de 4 Kio',
  'ventoy.efi-alignment.missed':
    'La partition 2 commence au secteur {sector}, qui n’est pas un multiple de 4 Kio',
  'ventoy.efi-type.basic': 'La partition 2 a le type des données de base, comme Ventoy le veut',
  'ventoy.efi-type.linux':
    'La partition 2 a le type des données Linux, tel que le script de Ventoy le définit sur ARM',
  'ventoy.efi-type.not-basic': 'La partition 2 a le type {type}, et non celui des données de base',
  'ventoy.efi-type.right': 'La partition 2 a le type {type}',
  'ventoy.efi-type.wrong': 'La partition 2 a le type {type}, et non {wanted}',
  'ventoy.efi-name.right': 'La partition 2 s’appelle {name}',
  'ventoy.efi-name.wrong': 'La partition 2 s’appelle « {name} », et non {wanted}',
  'ventoy.efi-attributes.right':
    'La partition 2 ne reçoit pas de lettre de lecteur (bit d’attribut 63)',
  'ventoy.efi-attributes.wrong': 'La partition 2 a les attributs {attributes}, et non {wanted}',
  'ventoy.reserve.right':
    '{sectors} secteurs sont libres après les partitions de Ventoy ({size} Mio)',
  'ventoy.reserve.wrong':
    '{sectors} secteurs sont libres après les partitions de Ventoy ({size} Mio), et non {wanted}',

  'ventoy.boot-bytes.right': 'Les octets {from} à {to} du secteur 0 sont ceux de Ventoy',
  'ventoy.boot-bytes.wrong':
    'Les octets {from} à {to} du secteur 0 ne sont pas ceux de Ventoy : nombre d’octets différents, {count}. {stop}',
  'ventoy.boot-core.right': 'Le secteur 0 se poursuit au secteur {wanted}',
  'ventoy.boot-core.wrong':
    'Le secteur 0 se poursuit au secteur {sector}, et non au secteur {wanted}',
  'ventoy.core-next.right': 'Le premier secteur de core.img se poursuit au secteur {wanted}',
  'ventoy.core-next.wrong':
    'Le premier secteur de core.img se poursuit au secteur {sector}, et non au secteur {wanted}',
  'ventoy.core.empty-start': 'Le secteur {sector}, où commence core.img, est vide',
  'ventoy.core.too-long':
    'core.img prétend occuper {count} secteurs de plus ; il y a de la place pour {room}',
  'ventoy.core.past-end': 'core.img dépasse la fin du disque',
  'ventoy.core.empty': 'Les {count} secteurs de core.img à partir de {sector} sont vides',
  'ventoy.core.there': 'core.img se trouve à partir du secteur {sector}, {count} secteurs',
  'ventoy.disk-uuid.missing': 'Le disque n’a pas d’UUID propre à l’octet 384',
  'ventoy.disk-uuid.there': 'Le disque a l’UUID {uuid}',

  'ventoy.efi-volume.none':
    'La partition 2 ne contient pas de volume FAT : {problem}. Ventoy ne démarrerait pas.',
  'ventoy.efi-volume.right': 'La partition 2 contient un volume FAT16 de {sectors} secteurs',
  'ventoy.efi-volume.wrong':
    'La partition 2 contient un volume FAT{bits}, et non le volume FAT16 de l’image de Ventoy',
  'ventoy.efi-label.right': 'Le volume de la partition 2 s’appelle {label}',
  'ventoy.efi-label.wrong':
    'Le volume de la partition 2 s’appelle « {label} », et non {wanted}. {stop}',
  'ventoy.files.there': 'VTOYEFI contient {paths}',
  'ventoy.files.missing': 'Il manque {paths} sur VTOYEFI. {stop}',
  'ventoy.loader.missing': '{path} est absent ou vide',
  'ventoy.version.none': '{path} est absent de VTOYEFI ou n’indique pas de version',
  'ventoy.version.right': 'C’est Ventoy {version}',
  'ventoy.version.wrong': 'C’est Ventoy {version}, et non {wanted}',
  'ventoy.secure-boot.on-unasked':
    'La prise en charge de Secure Boot est activée, alors qu’elle devait être désactivée',
  'ventoy.secure-boot.off-unasked':
    'La prise en charge de Secure Boot est désactivée, alors qu’elle devait être activée',
  'ventoy.secure-boot.on':
    'La prise en charge de Secure Boot est activée, avec tout ce qu’il faut pour inscrire sa clé de signature',
  'ventoy.secure-boot.on-incomplete':
    'La prise en charge de Secure Boot est activée, mais il manque {paths} sur VTOYEFI',
  'ventoy.secure-boot.off':
    'La prise en charge de Secure Boot est désactivée, et il n’en reste rien',
  'ventoy.secure-boot.off-incomplete':
    'La prise en charge de Secure Boot est désactivée, mais il en reste {paths}',

  'ventoy.data-file-system.unknown':
    'La partition 1 ne contient pas de système de fichiers que Ventoy lise : il ne trouverait aucune image',
  'ventoy.data-file-system.right': 'La partition 1 contient {fileSystem}',
  'ventoy.data-file-system.wrong': 'La partition 1 contient {fileSystem}, et non {wanted}',
  'ventoy.data-volume.sound':
    'Les premières structures du système de fichiers de la partition 1 sont en bon état',
  'ventoy.data-volume.damaged':
    'Le système de fichiers de la partition 1 est endommagé : {problem}',
  'ventoy.data-copy.exfat-sound':
    'La copie de la région de démarrage de la partition 1 est en bon état',
  'ventoy.data-copy.exfat-damaged':
    'La copie de la région de démarrage de la partition 1 est endommagée : {problem}',
  'ventoy.data-copy.ntfs-sound':
    'La copie du secteur de démarrage derrière le volume de la partition 1 est en bon état',
  'ventoy.data-copy.ntfs-missing':
    'La copie du secteur de démarrage derrière le volume de la partition 1 est absente',
  'ventoy.data-copy.ntfs-shrunk':
    'La copie du secteur de démarrage derrière le volume de la partition 1 est absente, comme après une réduction ; seules les réparations en ont besoin',
  'ventoy.data-size.found':
    'Le système de fichiers fait {bytes} octets, la partition 1 {partition}',
  'ventoy.data-size.unused':
    'Le système de fichiers fait {bytes} octets, la partition 1 {partition} : {unused} Mio ne sont jamais utilisés',
  'ventoy.data-label.right': 'Le volume de la partition 1 s’appelle « {label} »',
  'ventoy.data-label.wrong':
    'Le volume de la partition 1 s’appelle « {label} », et non « {wanted} »',

  'ventoy.release-boot.same':
    'Le code de démarrage du secteur 0 est celui de la version publiée, {bytes} octets',
  'ventoy.release-boot.different':
    'Le code de démarrage du secteur 0 n’est pas celui de la version publiée : {count} octets sur {bytes} diffèrent, le premier à {first}',
  'ventoy.release-core.same': 'core.img est celui de la version publiée, {bytes} octets',
  'ventoy.release-core.different':
    'core.img n’est pas celui de la version publiée : {count} octets sur {bytes} diffèrent, le premier à {first}',
  'ventoy.release-efi.same': 'La partition 2 est celle de la version publiée, {bytes} octets',
  'ventoy.release-efi.different':
    'La partition 2 n’est pas celle de la version publiée : {count} octets sur {bytes} diffèrent, le premier à {first}',
  'ventoy.release-efi.same-files': 'Tous les fichiers de VTOYEFI sont ceux de la version publiée',
  'ventoy.release-efi.same-files-without-secure-boot':
    'Tous les fichiers de VTOYEFI sont ceux de la version publiée, sans ceux de Secure Boot',
  'ventoy.release-efi.other-files': 'VTOYEFI n’est pas celui de la version publiée : {files}',
  'ventoy.release-efi.file-unknown': '{path} n’en fait pas partie',
  'ventoy.release-efi.file-different': '{path} est différent',
  'ventoy.release-efi.file-missing': '{path} manque',
  'ventoy.and-more': '{named} ; et {count} de plus',

  'ventoy.menu.right': 'Ventoy peut lire {path}',
  'ventoy.menu.ignored': 'Ventoy ignore {path} : {problem}',
  'ventoy.menu.partly':
    'Ventoy comprend une partie de {path} autrement qu’il n’y paraît : {problems}',
  'ventoy.menu.too-large': 'il fait {bytes} octets',
  'ventoy.menu.in-line': 'ligne {line} : {problem}',
  'ventoy.menu.problem': '{place} : {problem}',
  'ventoy.menu-files.there': 'Tous les fichiers que {path} désigne sont présents',
  'ventoy.menu-files.missing': 'Manquant : {problems}',
  'ventoy.images.right': 'Images conformes à l’empreinte placée à côté d’elles : {count}',
  'ventoy.images.wrong': '{path} n’est pas conforme à {beside}',
} as const;
