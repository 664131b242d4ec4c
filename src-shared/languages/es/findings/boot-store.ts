import type { bootStore as english } from '../../en/findings/boot-store';
import type { Worded } from '../../worded';

/** What is found in the boot stores. */
export const bootStore: Worded<typeof english> = {
  'bcd.element': '{element} de {object}',

  'bcd.store.there': '{path} es un almacén BCD, objetos: {count}',
  'bcd.store.missing': '{path} no es un almacén BCD: {problem}',
  'bcd.elements.sound': 'Cada elemento tiene un valor de su clase',
  'bcd.elements.broken': 'Elementos con un valor imposible: {elements}',
  'bcd.default-loader.no-manager': 'No hay ningún objeto de administrador de arranque',
  'bcd.default-loader.none': 'El administrador de arranque no indica ningún cargador que exista',
  'bcd.default-loader.no-system':
    'La entrada predeterminada {object} no carga un sistema operativo',
  'bcd.default-loader.right': 'El administrador de arranque inicia {name}',
  'bcd.references.right': 'Referencias que llevan a objetos del almacén BCD: {count}',
  'bcd.references.one-missing': '{element} indica {object}',
  'bcd.references.missing': 'No está en el almacén BCD: {references}',
  'bcd.firmware-manager.there': 'El almacén BCD describe las entradas de arranque del firmware',
  'bcd.firmware-manager.missing':
    'El almacén BCD no describe las entradas de arranque del firmware',
  'bcd.system-store.marked': 'El almacén BCD está marcado como el del sistema',
  'bcd.system-store.not-marked': 'El almacén BCD no está marcado como el del sistema',
  'bcd.locale.there': 'Hay textos del administrador de arranque para el idioma {language}',
  'bcd.locale.missing':
    'El almacén BCD pide el idioma {language}, para el que no hay textos en {folder}',
  'bcd.recovery.on': 'Tras arranques fallidos, Windows debe iniciar su entorno de recuperación',
  'bcd.recovery.off': 'Windows no debe buscar un entorno de recuperación',

  'bcd.path.right': 'Rutas que llevan a lo que indican: {count}',
  'bcd.path.missing-on-efi': '{path} en la partición del sistema EFI',
  'bcd.path.missing-on-windows': '{path} en la partición de Windows',
  'bcd.path.missing-on-other': '{path} en la partición sin Windows',

  'bcd.device.right': 'Dispositivos que indican particiones de esta memoria USB: {count}',
  'bcd.device.none': 'El almacén BCD no indica ninguna partición',
  'bcd.device.wrong': '{element} es {device}, {problem}',
  'bcd.device.no-path': 'que no indica ninguna ruta',
  'bcd.device.unknown': 'que no se puede seguir',
  'bcd.device.not-on-gpt': 'que no puede estar en una unidad con GPT',
  'bcd.device.not-on-mbr': 'que no puede estar en una unidad con MBR',
  'bcd.device.not-here': 'que no está en esta memoria USB',
  'bcd.device.other-disk': 'pero este disco es {disk}',
  'bcd.device.other-virtual-disk': 'pero Windows está en otro disco duro virtual',
  'bcd.device.virtual-disk-unusable': 'pero {problem}',
  'bcd.device.nowhere': 'pero {path} no está en ninguna parte de la memoria USB',
  'bcd.device.is-partition': 'partición {partition} del disco {disk}',
  'bcd.device.is-partition-at': 'partición en el byte {offset} del disco {disk}',
  'bcd.device.is-boot': 'boot',
  'bcd.device.is-path': 'locate={path}',
  'bcd.device.is-element': 'locate=elemento {element}',
  'bcd.device.is-virtual-disk': 'vhd=[{parent}]{path}',
  'bcd.device.is-damaged': 'un dispositivo dañado',
  'bcd.device.is-of-type': 'un dispositivo del tipo {type}',
};
