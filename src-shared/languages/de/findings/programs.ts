import type { programs as english } from '../../en/findings/programs';
import type { Worded } from '../../worded';

/** What is found on the EFI system partition, and in the programs that start Windows. */
export const programs: Worded<typeof english> = {
  'efi.fat32.there': 'Die EFI-Systempartition enthält ein FAT32-Volume',
  'efi.fat32.missing': 'Die EFI-Systempartition enthält kein FAT32-Volume: {problem}',
  'efi.boot-sector-copy.none': 'Das FAT32-Volume nennt keine Kopie seines Startsektors',
  'efi.boot-sector-copy.same': 'Die Kopie des Startsektors in Sektor {sector} stimmt überein',
  'efi.boot-sector-copy.different': 'Die Kopie des Startsektors in Sektor {sector} weicht ab',
  'efi.cluster-size.right': 'Cluster mit {bytes} Byte',
  'efi.cluster-size.too-large': 'Cluster mit {bytes} Byte sind größer, als FAT32 erlaubt',
  'efi.size.right': 'Das FAT32-Volume hat {volume} Byte, seine Partition {partition}',
  'efi.size.small': 'Das FAT32-Volume hat {volume} Byte, seine Partition {partition}: Es ist klein',
  'efi.fonts.there': 'Schriftarten für den Start-Manager: {count}',
  'efi.fonts.missing': 'In {folder} sind keine Schriftarten',

  'efi.no-program': '{path} ist kein EFI-Programm: {problem}',
  'efi.program-for': '{path} ist ein EFI-Programm für {architecture}',
  'efi.boot-file.missing': 'Keine dieser Dateien ist vorhanden: {paths}',
  'efi.boot-file.not-started': '{path} ist kein Programm, das Firmware startet',
  'efi.boot-file.right': 'EFI-Programm für die Architektur, nach der es heißt: {paths}',
  'efi.boot-manager.other-architecture':
    '{path} ist für {architecture}, was die Firmware startet, für {wanted}',

  'program.another-architecture': 'eine andere Architektur',
  'loader.program.unreadable': '{path} kann nicht gelesen werden: {problem}',
  'loader.program.none': '{path} ist kein Programm: {problem}',
  'loader.program.efi-application': '{path} ist eine EFI-Anwendung für {architecture}',
  'loader.program.boot-application': '{path} ist eine Startanwendung für {architecture}',
  'loader.program.other-architecture':
    '{path} ist für {architecture}, der zugehörige Start-Manager für {wanted}',

  'signature.of-program': '{path}: {problem}',
  'signature.broken': 'Die Signatur passt nicht: {programs}',
  'signature.missing': 'Nicht signiert und daher von Secure Boot abgelehnt: {programs}',
  'signature.right': 'Die Signatur passt zum Inhalt von {programs}',

  'signer.name': 'von „{signer}“, beglaubigt von „{issuer}“',
  'signer.known-2023':
    '{path} ist signiert {signer}: Computer, die diese Zertifizierungsstelle von 2023 noch nicht kennen, lehnen es ab',
  'signer.known-2011':
    '{path} ist signiert {signer}: Computer, die dieser Zertifizierungsstelle von 2011 nicht mehr vertrauen, lehnen es ab',
  'signer.other': '{path} ist signiert {signers}',
  'signer.foreign': 'Nicht von den Zertifizierungsstellen von Microsoft für Windows: {programs}',
};
