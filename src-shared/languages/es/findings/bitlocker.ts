import type { bitLocker as english } from '../../en/findings/bitlocker';
import type { Worded } from '../../worded';

/** What is found of an encrypted volume and its keys. */
export const bitLocker: Worded<typeof english> = {
  'bitlocker.metadata.good': 'Las tres copias de los metadatos están completas y son iguales',
  'bitlocker.metadata.some': 'De los metadatos, {copies}',
  'bitlocker.metadata.closed': 'El volumen está cifrado y no se puede abrir: {problem}',
  'bitlocker.copy.good': 'la copia {number} está en buen estado',
  'bitlocker.copy.different': 'la copia {number} difiere de la primera',
  'bitlocker.copy.damaged': 'la copia {number} está dañada',
  'bitlocker.copy.unreadable': 'la copia {number} no se puede leer',
  'bitlocker.state.encrypted': 'El volumen está cifrado y debe seguir así',
  'bitlocker.state.unfinished': 'El cifrado o descifrado del volumen empezó y no terminó',
  'bitlocker.size.other-method': 'El volumen está cifrado con un método distinto de XTS-AES',
  'bitlocker.size.right': 'El volumen cifrado ocupa toda su partición de {bytes} bytes',
  'bitlocker.size.wrong': 'El volumen cifrado tiene {volume} bytes; su partición, {partition}',
  'bitlocker.protectors.clear-key':
    'La clave está sin cifrar junto a los datos: nada está protegido',
  'bitlocker.protectors.no-password': 'Ninguna contraseña abre el volumen',
  'bitlocker.protectors.right': 'Lo abren una contraseña y la clave de recuperación {key}',
  'bitlocker.protectors.no-recovery-key':
    'Solo lo abre una contraseña; no hay ninguna clave de recuperación',

  'bitlocker.password.opens': 'La contraseña abre el volumen',
  'bitlocker.recovery-key.none': 'El volumen no tiene clave de recuperación',
  'bitlocker.recovery-key.refused': 'La clave de recuperación del volumen no lo abre',
  'bitlocker.recovery-key.opens': 'También lo abre la clave de recuperación {key}',
  'bitlocker.recovery-key.other': 'La clave de recuperación es la de otro volumen',
  'bitlocker.key-file.right': 'El archivo de la clave de recuperación contiene la correcta',
  'bitlocker.key-file.wrong':
    'El archivo de la clave de recuperación, {path}, no está como se guardó: {problem}',
  'bitlocker.key-file.no-key': 'no contiene ninguna clave',
  'bitlocker.key-file.other-key': 'contiene otra clave',
};
