import type { tables as english } from '../../en/findings/tables';
import type { Worded } from '../../worded';

/** What is found in the tables of partitions, and in what a BIOS starts. */
export const tables: Worded<typeof english> = {
  'partition.name': 'partición {number}',
  'partition.at-sector': '{partition} en el sector {sector}',
  'partition.none-active': 'No hay ninguna partición activa',

  'table.damaged': 'No es válida: {problem}',
  'table.efi-partition': 'La partición del sistema EFI es la {partition}',
  'table.windows-partition': 'La partición de Windows es la {partition}',
  'table.no-windows-partition': 'No hay ninguna partición para Windows',

  'gpt.protective-mbr.there':
    'El sector 0 protege la tabla de particiones de los programas antiguos',
  'gpt.protective-mbr.missing':
    'El sector 0 no es un MBR protector, así que puede que el firmware no vea una tabla de particiones',
  'gpt.copy.valid': 'Válida, particiones: {count}, encabezado en el sector {sector}',
  'gpt.agreement.same': 'Las dos copias de la tabla de particiones dicen lo mismo',
  'gpt.agreement.different': 'Las dos copias de la tabla de particiones se contradicen',
  'gpt.efi-partition.missing': 'No hay ninguna partición del sistema EFI',

  'alignment.kept': 'Comienza en múltiplos de {step}',
  'alignment.missed': 'No está en un múltiplo de {step}: {partitions}',

  'mbr.table.valid': 'Válida, particiones: {count}, disco {signature}',
  'mbr.table.no-signature':
    'La unidad no tiene ninguna firma de disco que un almacén BCD pueda indicar',
  'mbr.active-partition.several': 'Hay {count} particiones activas',
  'mbr.active-partition.right': 'La {partition}, con FAT32, está activa',
  'mbr.active-partition.other':
    'Está activa la {partition}, no la primera, que tiene los administradores de arranque',
  'mbr.efi-partition.missing': 'No hay ninguna partición FAT32 para administradores de arranque',
  'mbr.boot-code.own': 'El sector 0 contiene código de arranque',
  'mbr.boot-code.damaged': 'El sector 0 contiene código de arranque dañado',
  'mbr.boot-code.none': 'El sector 0 no contiene código de arranque',
  'mbr.boot-code.foreign':
    'El sector 0 contiene el código de arranque de otro programa, que no se valora',
  'mbr.boot-sector.own': 'El comienzo de la {partition} contiene código de arranque',
  'mbr.boot-sector.damaged': 'El comienzo de la {partition} contiene código de arranque dañado',
  'mbr.boot-sector.none': 'El comienzo de la {partition} no contiene código de arranque',
  'mbr.boot-sector.foreign':
    'El comienzo de la {partition} contiene el código de arranque de otro programa, que no se valora',
  'mbr.boot-manager.missing': 'No existe {path}',
};
