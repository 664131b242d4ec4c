/** What is found on the EFI system partition, and in the programs that start Windows. */
export const programs = {
  'efi.fat32.there': 'La partition système EFI contient un volume FAT32',
  'efi.fat32.missing': 'La partition système EFI ne contient pas de volume FAT32 : {problem}',
  'efi.boot-sector-copy.none': 'Le volume FAT32 n’indique aucune copie de son secteur de démarrage',
  'efi.boot-sector-copy.same':
    'La copie du secteur de démarrage dans le secteur {sector} est identique',
  'efi.boot-sector-copy.different':
    'La copie du secteur de démarrage dans le secteur {sector} est différente',
  'efi.cluster-size.right': 'Clusters de {bytes} octets',
  'efi.cluster-size.too-large': 'Clusters de {bytes} octets, plus que FAT32 ne le permet',
  'efi.size.right': 'Le volume FAT32 fait {volume} octets, sa partition {partition}',
  'efi.size.small': 'Le volume FAT32 fait {volume} octets, sa partition {partition} : il est petit',
  'efi.fonts.there': '{count} polices pour le gestionnaire de démarrage',
  'efi.fonts.missing': 'Il n’y a pas de polices dans {folder}',

  'efi.no-program': '{path} n’est pas un programme EFI : {problem}',
  'efi.program-for': '{path} est un programme EFI pour {architecture}',
  'efi.boot-file.missing': 'Aucun de ces fichiers n’est présent : {paths}',
  'efi.boot-file.not-started': '{path} n’est pas un programme que le micrologiciel démarre',
  'efi.boot-file.right': '{paths} : programme EFI de l’architecture attendue',
  'efi.boot-manager.other-architecture':
    '{path} est pour {architecture}, ce que le micrologiciel démarre est pour {wanted}',

  'program.another-architecture': 'une autre architecture',
  'loader.program.unreadable': '{path} ne peut pas être lu : {problem}',
  'loader.program.none': '{path} n’est pas un programme : {problem}',
  'loader.program.efi-application': '{path} est une application EFI pour {architecture}',
  'loader.program.boot-application': '{path} est une application de démarrage pour {architecture}',
  'loader.program.other-architecture':
    '{path} est pour {architecture}, son gestionnaire de démarrage pour {wanted}',

  'signature.of-program': '{path} : {problem}',
  'signature.broken': 'La signature ne correspond pas : {programs}',
  'signature.missing': 'Sans signature, donc refusé par Secure Boot : {programs}',
  'signature.right': 'La signature correspond au contenu de {programs}',

  'signer.name': 'par « {signer} », certifié par « {issuer} »',
  'signer.known-2023':
    '{path} est signé {signer} : les ordinateurs qui ne connaissent pas encore cette autorité de 2023 le refusent',
  'signer.known-2011':
    '{path} est signé {signer} : les ordinateurs qui ne font plus confiance à cette autorité de 2011 le refusent',
  'signer.other': '{path} est signé {signers}',
  'signer.foreign': 'Non signé par les autorités de Microsoft pour Windows : {programs}',
} as const;
