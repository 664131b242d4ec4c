/** What is found on the EFI system partition, and in the programs that start Windows. */
export const programs = {
  'efi.fat32.there': 'The EFI system partition holds a FAT32 volume',
  'efi.fat32.missing': 'The EFI system partition holds no FAT32 volume: {problem}',
  'efi.boot-sector-copy.none': 'The FAT32 volume names no copy of its boot sector',
  'efi.boot-sector-copy.same': 'The copy of the boot sector in sector {sector} is the same',
  'efi.boot-sector-copy.different': 'The copy of the boot sector in sector {sector} differs',
  'efi.cluster-size.right': 'Clusters of {bytes} bytes',
  'efi.cluster-size.too-large': 'Clusters of {bytes} bytes are more than FAT32 allows',
  'efi.size.right': 'The FAT32 volume has {volume} bytes, its partition {partition}',
  'efi.size.small': 'The FAT32 volume has {volume} bytes, its partition {partition}: it is small',
  'efi.fonts.there': '{count} fonts for the boot manager',
  'efi.fonts.missing': 'There are no fonts in {folder}',

  'efi.no-program': '{path} is no EFI program: {problem}',
  'efi.program-for': '{path} is an EFI program for {architecture}',
  'efi.boot-file.missing': 'There is none of {paths}',
  'efi.boot-file.not-started': '{path} is none that firmware starts',
  'efi.boot-file.right': '{paths} is an EFI program of that architecture',
  'efi.boot-manager.other-architecture':
    '{path} is for {architecture}, what firmware starts for {wanted}',

  'program.another-architecture': 'another architecture',
  'loader.program.unreadable': '{path} can’t be read: {problem}',
  'loader.program.none': '{path} is no program: {problem}',
  'loader.program.efi-application': '{path} is an EFI application for {architecture}',
  'loader.program.boot-application': '{path} is a boot application for {architecture}',
  'loader.program.other-architecture':
    '{path} is for {architecture}, its boot manager for {wanted}',

  'signature.of-program': '{path}: {problem}',
  'signature.broken': 'The signature doesn’t fit: {programs}',
  'signature.missing': 'Not signed, so Secure Boot refuses it: {programs}',
  'signature.right': 'The signature fits the content of {programs}',

  'signer.name': 'by “{signer}”, certified by “{issuer}”',
  'signer.known-2023':
    '{path} is signed {signer}: computers that don’t know this authority of 2023 yet refuse it',
  'signer.known-2011':
    '{path} is signed {signer}: computers that no longer trust this authority of 2011 refuse it',
  'signer.other': '{path} is signed {signers}',
  'signer.foreign': 'Not by Microsoft’s authorities for Windows: {programs}',
} as const;
