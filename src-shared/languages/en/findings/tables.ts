/** What is found in the tables of partitions, and in what a BIOS starts. */
export const tables = {
  'partition.name': 'partition {number}',
  'partition.at-sector': '{partition} at sector {sector}',
  'partition.none-active': 'No partition is active',

  'table.damaged': 'Not valid: {problem}',
  'table.efi-partition': 'The EFI system partition is {partition}',
  'table.windows-partition': 'The Windows partition is {partition}',
  'table.no-windows-partition': 'There is no partition for Windows',

  'gpt.protective-mbr.there': 'Sector 0 protects the partition table from old programs',
  'gpt.protective-mbr.missing':
    'Sector 0 is no protective MBR, so firmware may not see a partition table',
  'gpt.copy.valid': 'Valid, partitions: {count}, header in sector {sector}',
  'gpt.agreement.same': 'Both copies of the partition table say the same',
  'gpt.agreement.different': 'The two copies of the partition table contradict each other',
  'gpt.efi-partition.missing': 'There is no EFI system partition',

  'alignment.kept': 'Starts at multiples of {step}',
  'alignment.missed': 'Not at a multiple of {step}: {partitions}',

  'mbr.table.valid': 'Valid, partitions: {count}, drive {signature}',
  'mbr.table.no-signature': 'The drive has no signature that a store could name',
  'mbr.active-partition.several': '{count} partitions are active',
  'mbr.active-partition.right': '{partition}, FAT32, is active',
  'mbr.active-partition.other': '{partition} is active, not the first one with the boot managers',
  'mbr.efi-partition.missing': 'There is no FAT32 partition for boot managers',
  'mbr.boot-code.own': 'Sector 0 holds boot code',
  'mbr.boot-code.damaged': 'Sector 0 holds boot code that is damaged',
  'mbr.boot-code.none': 'Sector 0 holds no boot code',
  'mbr.boot-code.foreign': 'Sector 0 holds another program’s boot code, which isn’t judged',
  'mbr.boot-sector.own': 'The start of {partition} holds boot code',
  'mbr.boot-sector.damaged': 'The start of {partition} holds boot code that is damaged',
  'mbr.boot-sector.none': 'The start of {partition} holds no boot code',
  'mbr.boot-sector.foreign':
    'The start of {partition} holds another program’s boot code, which isn’t judged',
  'mbr.boot-manager.missing': 'There is no {path}',
} as const;
