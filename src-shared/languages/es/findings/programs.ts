import type { programs as english } from '../../en/findings/programs';
import type { Worded } from '../../worded';

/** What is found on the EFI system partition, and in the programs that start Windows. */
export const programs: Worded<typeof english> = {
  'efi.fat32.there': 'La partición del sistema EFI contiene un volumen FAT32',
  'efi.fat32.missing': 'La partición del sistema EFI no contiene un volumen FAT32: {problem}',
  'efi.boot-sector-copy.none': 'El volumen FAT32 no indica ninguna copia de su sector de arranque',
  'efi.boot-sector-copy.same': 'La copia del sector de arranque en el sector {sector} coincide',
  'efi.boot-sector-copy.different': 'La copia del sector de arranque en el sector {sector} difiere',
  'efi.cluster-size.right': 'Clústeres de {bytes} bytes',
  'efi.cluster-size.too-large':
    'Los clústeres de {bytes} bytes son más grandes de lo que admite FAT32',
  'efi.size.right': 'El volumen FAT32 tiene {volume} bytes; su partición, {partition}',
  'efi.size.small': 'El volumen FAT32 tiene {volume} bytes; su partición, {partition}: es pequeño',
  'efi.fonts.there': 'Fuentes para el administrador de arranque: {count}',
  'efi.fonts.missing': 'No hay ninguna fuente en {folder}',

  'efi.no-program': '{path} no es un programa EFI: {problem}',
  'efi.program-for': '{path} es un programa EFI para {architecture}',
  'efi.boot-file.missing': 'No existe ninguno de estos archivos: {paths}',
  'efi.boot-file.not-started': '{path} no es un programa que el firmware inicie',
  'efi.boot-file.right': 'Programa EFI para la arquitectura que indica su nombre: {paths}',
  'efi.boot-manager.other-architecture':
    '{path} es para {architecture}; lo que inicia el firmware, para {wanted}',

  'program.another-architecture': 'otra arquitectura',
  'loader.program.unreadable': 'No se puede leer {path}: {problem}',
  'loader.program.none': '{path} no es un programa: {problem}',
  'loader.program.efi-application': '{path} es una aplicación EFI para {architecture}',
  'loader.program.boot-application': '{path} es una aplicación de arranque para {architecture}',
  'loader.program.other-architecture':
    '{path} es para {architecture}; su administrador de arranque, para {wanted}',

  'signature.of-program': '{path}: {problem}',
  'signature.broken': 'La firma no corresponde: {programs}',
  'signature.missing': 'Sin firma, por lo que Arranque seguro lo rechaza: {programs}',
  'signature.right': 'La firma corresponde al contenido de {programs}',

  'signer.name': 'por «{signer}», certificado por «{issuer}»',
  'signer.known-2023':
    '{path} está firmado {signer}: los equipos que aún no conocen esta entidad de certificación de 2023 lo rechazan',
  'signer.known-2011':
    '{path} está firmado {signer}: los equipos que ya no confían en esta entidad de certificación de 2011 lo rechazan',
  'signer.other': '{path} está firmado {signers}',
  'signer.foreign':
    'Firma ajena a las entidades de certificación de Microsoft para Windows: {programs}',
};
