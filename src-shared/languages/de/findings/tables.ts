import type { tables as english } from '../../en/findings/tables';
import type { Worded } from '../../worded';

/** What is found in the tables of partitions, and in what a BIOS starts. */
export const tables: Worded<typeof english> = {
  'partition.name': 'Partition {number}',
  'partition.at-sector': '{partition} ab Sektor {sector}',
  'partition.none-active': 'Keine Partition ist aktiv',

  'table.damaged': 'Nicht gültig: {problem}',
  'table.efi-partition': 'Die EFI-Systempartition ist {partition}',
  'table.windows-partition': 'Die Windows-Partition ist {partition}',
  'table.no-windows-partition': 'Es gibt keine Partition für Windows',

  'gpt.protective-mbr.there': 'Sektor 0 schützt die Partitionstabelle vor alten Programmen',
  'gpt.protective-mbr.missing':
    'Sektor 0 enthält keinen schützenden MBR, sodass Firmware möglicherweise keine Partitionstabelle sieht',
  'gpt.copy.valid': 'Gültig, Partitionen: {count}, Kopf in Sektor {sector}',
  'gpt.agreement.same': 'Beide Kopien der Partitionstabelle sagen dasselbe',
  'gpt.agreement.different': 'Die beiden Kopien der Partitionstabelle widersprechen sich',
  'gpt.efi-partition.missing': 'Es gibt keine EFI-Systempartition',

  'alignment.kept': 'Beginnt bei Vielfachen von {step}',
  'alignment.missed': 'Nicht bei einem Vielfachen von {step}: {partitions}',

  'mbr.table.valid': 'Gültig, Partitionen: {count}, Datenträger {signature}',
  'mbr.table.no-signature':
    'Das Laufwerk hat keine Datenträgersignatur, die ein BCD-Speicher nennen könnte',
  'mbr.active-partition.several': '{count} Partitionen sind aktiv',
  'mbr.active-partition.right': '{partition} mit FAT32 ist aktiv',
  'mbr.active-partition.other': '{partition} ist aktiv, nicht die erste mit den Start-Managern',
  'mbr.efi-partition.missing': 'Es gibt keine FAT32-Partition für Start-Manager',
  'mbr.boot-code.own': 'Sektor 0 enthält Startcode',
  'mbr.boot-code.damaged': 'Sektor 0 enthält Startcode, der beschädigt ist',
  'mbr.boot-code.none': 'Sektor 0 enthält keinen Startcode',
  'mbr.boot-code.foreign':
    'Sektor 0 enthält den Startcode eines anderen Programms, der nicht beurteilt wird',
  'mbr.boot-sector.own': 'Am Anfang von {partition} steht Startcode',
  'mbr.boot-sector.damaged': 'Am Anfang von {partition} steht Startcode, der beschädigt ist',
  'mbr.boot-sector.none': 'Am Anfang von {partition} steht kein Startcode',
  'mbr.boot-sector.foreign':
    'Am Anfang von {partition} steht der Startcode eines anderen Programms, der nicht beurteilt wird',
  'mbr.boot-manager.missing': 'Es gibt kein {path}',
};
