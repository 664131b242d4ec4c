/** What is found on the partition with Windows: its volume, its virtual disk, its registry and files. */
export const windows = {
  'ntfs.boot-sector.there': 'La partition Windows contient un volume NTFS',
  'ntfs.boot-sector.missing': 'La partition Windows ne contient pas de volume NTFS : {problem}',
  'ntfs.boot-sector-copy.same': 'La copie du secteur de démarrage derrière le volume est identique',
  'ntfs.boot-sector-copy.different':
    'La copie du secteur de démarrage derrière le volume est absente ou différente',
  'ntfs.size.right': 'Le volume occupe toute sa partition de {bytes} octets',
  'ntfs.size.unused': 'Le volume laisse {unused} octets sur {bytes} inutilisés',
  'ntfs.start.right': 'Le volume sait qu’il commence au secteur {sector}',
  'ntfs.start.wrong':
    'Le volume croit commencer au secteur {believed}, alors que sa partition commence au secteur {sector}',
  'ntfs.mft-mirror.same':
    'La copie des premiers enregistrements de la table de fichiers est identique',
  'ntfs.mft-mirror.different':
    'La copie des premiers enregistrements de la table de fichiers diffère, enregistrement {records}',
  'ntfs.serial.there': 'Le volume a le numéro de série {serial}',
  'ntfs.serial.missing': 'Le volume n’a pas de numéro de série',
  'ntfs.free-space.enough': '{free:bytes} sur {size:bytes} sont libres ({free} octets)',
  'ntfs.free-space.little':
    'Seulement {free:bytes} sur {size:bytes} sont libres ({free} octets) ; les mises à jour de Windows demandent environ {wanted:bytes}',
  'ntfs.clean.closed': 'Le volume a été fermé correctement',
  'ntfs.clean.open': 'Le volume n’a pas été fermé correctement et demande à être vérifié',

  'vhdx.host-volume.there': 'La partition avec {path} contient un volume NTFS',
  'vhdx.host-volume.missing': 'La partition avec {path} ne contient pas de volume NTFS : {problem}',
  'vhdx.host-clean.closed': 'Le volume avec le disque virtuel a été fermé correctement',
  'vhdx.host-clean.open':
    'Le volume avec le disque virtuel n’a pas été fermé correctement et demande à être vérifié',
  'vhdx.file.whole': '{path} est d’un seul tenant',
  'vhdx.file.pieces': '{path} est en {count} morceaux',
  'vhdx.disk.right': '{path} est un disque virtuel de taille fixe, {bytes} octets',
  'vhdx.disk.wrong': '{path} n’est pas un disque virtuel dont Windows puisse démarrer : {problem}',
  'vhdx.table.right': 'Le disque virtuel a un MBR avec une partition pour Windows',
  'vhdx.table.wrong': 'Le disque virtuel n’est pas utilisable : {problem}',

  'hive.files.right': '{names} commencent comme des ruches du Registre',
  'hive.files.wrong': 'Windows ne peut pas charger {hives}',
  'hive.of-name': '{name} : {problem}',
  'hive.clean.closed': 'Les ruches ont été fermées correctement',
  'hive.clean.open': 'Une modification n’a pas été achevée dans {names}',
  'hive.system.sound':
    'Les cellules de SYSTEM et les clés de Registre dont dépend le démarrage sont en bon état',
  'hive.system.damaged': 'Windows ne pourrait pas le lire : {problem}',
  'hive.control-set.none': 'Select ne désigne aucun jeu de contrôle',
  'hive.control-set.there': 'Windows démarre avec le jeu de contrôle {number}, qui est présent',
  'hive.control-set.missing':
    'Windows doit démarrer avec le jeu de contrôle {number}, qui est absent',
  'hive.value-not-set': 'non défini',
  'hive.san-policy.offline':
    'Les disques internes d’un ordinateur restent hors connexion (SanPolicy 4)',
  'hive.san-policy.online':
    'Les disques internes d’un ordinateur sont mis en ligne (SanPolicy {value})',
  'hive.portable.on': 'Windows se considère comme portable (PortableOperatingSystem 1)',
  'hive.portable.off': 'PortableOperatingSystem : {value}',

  'driver.named': '{service} ({what})',
  'driver.for-partmgr': 'partitions',
  'driver.for-volmgr': 'volumes',
  'driver.for-disk': 'disques',
  'driver.for-USBXHCI': 'contrôleurs USB 3',
  'driver.for-USBHUB3': 'concentrateurs USB 3',
  'driver.for-USBSTOR': 'lecteurs USB',
  'driver.for-UASPStor': 'lecteurs USB avec UASP',
  'driver.for-usbehci': 'contrôleurs USB 2',
  'driver.for-usbhub': 'concentrateurs USB 2',
  'driver.for-storahci': 'contrôleurs SATA',
  'drivers.services.right': '{services} sont présents',
  'drivers.services.off': 'Désactivé : {drivers}',
  'drivers.services.missing': 'Sans service : {drivers}',
  'drivers.files.right': 'Pilotes dont les fichiers sont présents : {count}',

  'windows.answer-file.right': 'Windows peut lire son fichier de réponses',
  'windows.answer-file.unfinished': '{path} contient encore ce qui est commun à toutes les clés',
  'windows.answer-file.wrong': 'Windows ne peut pas lire son fichier de réponses : {problem}',

  'exfat.main.sound': 'La région de démarrage de la partition partagée est en bon état',
  'exfat.main.damaged':
    'La région de démarrage de la partition partagée est endommagée : {problems}',
  'exfat.backup.sound':
    'La copie de la région de démarrage de la partition partagée est en bon état',
  'exfat.backup.damaged':
    'La copie de la région de démarrage de la partition partagée est endommagée : {problems}',
  'exfat.problem.no-exfat': 'son secteur de démarrage n’est pas exFAT',
  'exfat.problem.checksum': 'sa somme de contrôle est incorrecte',
} as const;
