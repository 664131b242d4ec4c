/** What is found in the boot stores. */
export const bootStore = {
  'bcd.element': '{element} de {object}',

  'bcd.store.there': '{path} est un magasin BCD contenant {count} objets',
  'bcd.store.missing': '{path} n’est pas un magasin BCD : {problem}',
  'bcd.elements.sound': 'Chaque élément a une valeur du type voulu',
  'bcd.elements.broken': 'Éléments ayant une valeur impossible : {elements}',
  'bcd.default-loader.no-manager': 'Il n’y a pas d’objet pour le gestionnaire de démarrage',
  'bcd.default-loader.none': 'Le gestionnaire de démarrage ne désigne aucun chargeur qui existe',
  'bcd.default-loader.no-system':
    'L’entrée par défaut {object} ne charge pas de système d’exploitation',
  'bcd.default-loader.right': 'Le gestionnaire de démarrage lance {name}',
  'bcd.references.right': '{count} références mènent à des objets du magasin',
  'bcd.references.one-missing': '{element} désigne {object}',
  'bcd.references.missing': 'Absent du magasin : {references}',
  'bcd.firmware-manager.there': 'Le magasin décrit les entrées de démarrage du micrologiciel',
  'bcd.firmware-manager.missing':
    'Le magasin ne décrit pas les entrées de démarrage du micrologiciel',
  'bcd.system-store.marked': 'Le magasin est marqué comme étant celui du système',
  'bcd.system-store.not-marked': 'Le magasin n’est pas marqué comme étant celui du système',
  'bcd.locale.there': 'Les textes du gestionnaire de démarrage sont présents en {language}',
  'bcd.locale.missing':
    'Le magasin demande la langue {language}, dont les textes manquent dans {folder}',
  'bcd.recovery.on':
    'Après des démarrages échoués, Windows doit lancer son environnement de récupération',
  'bcd.recovery.off': 'Windows ne doit pas chercher d’environnement de récupération',

  'bcd.path.right': '{count} chemins mènent à ce qu’ils désignent',
  'bcd.path.missing-on-efi': '{path} sur la partition système EFI',
  'bcd.path.missing-on-windows': '{path} sur la partition Windows',
  'bcd.path.missing-on-other': '{path} sur la partition sans Windows',

  'bcd.device.right': '{count} périphériques désignent des partitions de cette clé',
  'bcd.device.none': 'Le magasin ne désigne aucune partition',
  'bcd.device.wrong': '{element} est {device}, {problem}',
  'bcd.device.no-path': 'sans indication de chemin',
  'bcd.device.unknown': 'ce qui ne mène nulle part de connu',
  'bcd.device.not-on-gpt': 'ce qui n’est pas possible sur un lecteur avec un GPT',
  'bcd.device.not-on-mbr': 'ce qui n’est pas possible sur un lecteur avec un MBR',
  'bcd.device.not-here': 'ce qui ne se trouve pas sur cette clé',
  'bcd.device.other-disk': 'mais ce disque est {disk}',
  'bcd.device.other-virtual-disk': 'mais Windows se trouve dans un autre disque virtuel',
  'bcd.device.virtual-disk-unusable': 'mais {problem}',
  'bcd.device.nowhere': 'mais {path} ne se trouve nulle part sur la clé',
  'bcd.device.is-partition': 'partition {partition} du disque {disk}',
  'bcd.device.is-partition-at': 'partition à l’octet {offset} du disque {disk}',
  'bcd.device.is-boot': 'boot',
  'bcd.device.is-path': 'locate={path}',
  'bcd.device.is-element': 'locate=élément {element}',
  'bcd.device.is-virtual-disk': 'vhd=[{parent}]{path}',
  'bcd.device.is-damaged': 'périphérique endommagé',
  'bcd.device.is-of-type': 'périphérique de type {type}',
} as const;
