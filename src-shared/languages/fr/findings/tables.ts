/** What is found in the tables of partitions, and in what a BIOS starts. */
export const tables = {
  'partition.name': 'partition {number}',
  'partition.at-sector': '{partition} au secteur {sector}',
  'partition.none-active': 'Aucune partition n’est active',

  'table.damaged': 'Non valide : {problem}',
  'table.efi-partition': 'La partition système EFI est la {partition}',
  'table.windows-partition': 'La partition Windows est la {partition}',
  'table.no-windows-partition': 'Il n’y a pas de partition pour Windows',

  'gpt.protective-mbr.there': 'Le secteur 0 protège la table de partition des anciens programmes',
  'gpt.protective-mbr.missing':
    'Le secteur 0 n’est pas un MBR de protection : un micrologiciel risque de ne pas voir de table de partition',
  'gpt.copy.valid': 'Valide, partitions : {count}, en-tête dans le secteur {sector}',
  'gpt.agreement.same': 'Les deux copies de la table de partition disent la même chose',
  'gpt.agreement.different': 'Les deux copies de la table de partition se contredisent',
  'gpt.efi-partition.missing': 'Il n’y a pas de partition système EFI',

  'alignment.kept': 'Commence à des multiples de {step}',
  'alignment.missed': 'Pas à un multiple de {step} : {partitions}',

  'mbr.table.valid': 'Valide, partitions : {count}, lecteur {signature}',
  'mbr.table.no-signature': 'Le lecteur n’a pas de signature qu’un magasin BCD puisse désigner',
  'mbr.active-partition.several': '{count} partitions sont actives',
  'mbr.active-partition.right': 'La {partition}, en FAT32, est active',
  'mbr.active-partition.other':
    'La {partition} est active, et non la première, qui contient les gestionnaires de démarrage',
  'mbr.efi-partition.missing':
    'Il n’y a pas de partition FAT32 pour les gestionnaires de démarrage',
  'mbr.boot-code.own': 'Le secteur 0 contient du code de démarrage',
  'mbr.boot-code.damaged': 'Le secteur 0 contient du code de démarrage endommagé',
  'mbr.boot-code.none': 'Le secteur 0 ne contient pas de code de démarrage',
  'mbr.boot-code.foreign':
    'Le secteur 0 contient le code de démarrage d’un autre programme, qui n’est pas évalué',
  'mbr.boot-sector.own': 'Le début de la {partition} contient du code de démarrage',
  'mbr.boot-sector.damaged': 'Le début de la {partition} contient du code de démarrage endommagé',
  'mbr.boot-sector.none': 'Le début de la {partition} ne contient pas de code de démarrage',
  'mbr.boot-sector.foreign':
    'Le début de la {partition} contient le code de démarrage d’un autre programme, qui n’est pas évalué',
  'mbr.boot-manager.missing': '{path} est absent',
} as const;
