import type { ventoy as english } from '../../en/findings/ventoy';
import type { Worded } from '../../worded';

/** What is found on a stick with Ventoy. */
export const ventoy: Worded<typeof english> = {
  'ventoy.stops': 'Al iniciarse, Ventoy se detendría con el error {number}.',
  'ventoy.stops-by-bios': 'Esto afecta al arranque con BIOS. {stop}',

  'ventoy.table.none': 'El disco no tiene tabla de particiones',
  'ventoy.table.damaged-mbr': 'Hay un MBR que no es válido: {problem}',
  'ventoy.table.damaged-gpt': 'Hay una GPT que no es válida: {problem}',
  'ventoy.table.valid-mbr': 'Hay un MBR válido, particiones: {count}',
  'ventoy.table.valid-gpt': 'Hay una GPT válida, particiones: {count}',
  'ventoy.table-copy.damaged': 'La segunda copia no es válida: {problem}',
  'ventoy.table-copy.same': 'La segunda copia, con su encabezado en el sector {sector}, coincide',
  'ventoy.table-copy.different': 'Las dos copias de la tabla se contradicen',
  'ventoy.scheme.right-mbr': 'Las particiones están en un MBR, como se pidió',
  'ventoy.scheme.right-gpt': 'Las particiones están en una GPT, como se pidió',
  'ventoy.scheme.wrong-mbr': 'Las particiones están en un MBR, no en una GPT',
  'ventoy.scheme.wrong-gpt': 'Las particiones están en una GPT, no en un MBR',
  'ventoy.data-start.none': 'No hay partición 1. {stop}',
  'ventoy.data-start.right': 'La partición 1 comienza en el sector {sector}',
  'ventoy.data-start.wrong':
    'La partición 1 comienza en el sector {sector}, no en el {wanted}. {stop}',
  'ventoy.data-type.basic': 'La partición 1 tiene el tipo de datos básicos',
  'ventoy.data-type.not-basic': 'La partición 1 tiene el tipo {type}, no el de datos básicos',
  'ventoy.data-type.right': 'La partición 1 tiene el tipo {type}',
  'ventoy.data-type.wrong': 'La partición 1 tiene el tipo {type}, no {wanted}',
  'ventoy.data-name.right': 'La partición 1 se llama {name}',
  'ventoy.data-name.wrong': 'La partición 1 se llama «{name}», no {wanted}',
  'ventoy.active.right': 'Solo está activa la partición 1',
  'ventoy.active.wrong': 'Activa: partición {numbers}',
  'ventoy.efi-size.none': 'No hay partición 2. {stop}',
  'ventoy.efi-size.right': 'La partición 2 tiene {sectors} sectores',
  'ventoy.efi-size.wrong': 'La partición 2 tiene {sectors} sectores, no {wanted}. {stop}',
  'ventoy.efi-start.right': 'La partición 2 sigue a la partición 1, en el sector {sector}',
  'ventoy.efi-start.wrong':
    'La partición 2 comienza en el sector {sector}, no en el {wanted}, detrás de la partición 1. {stop}',
  'ventoy.efi-alignment.kept': 'La partición 2 comienza en un múltiplo de 4 KiB',
  'ventoy.efi-alignment.missed':
    'La partición 2 comienza en el sector {sector}, que no es múltiplo de 4 KiB',
  'ventoy.efi-type.basic': 'La partición 2 tiene el tipo de datos básicos, como lo quiere Ventoy',
  'ventoy.efi-type.linux':
    'La partición 2 tiene el tipo de datos de Linux, como lo establece el script de Ventoy en ARM',
  'ventoy.efi-type.not-basic': 'La partición 2 tiene el tipo {type}, no el de datos básicos',
  'ventoy.efi-type.right': 'La partición 2 tiene el tipo {type}',
  'ventoy.efi-type.wrong': 'La partición 2 tiene el tipo {type}, no {wanted}',
  'ventoy.efi-name.right': 'La partición 2 se llama {name}',
  'ventoy.efi-name.wrong': 'La partición 2 se llama «{name}», no {wanted}',
  'ventoy.efi-attributes.right':
    'La partición 2 no recibe ninguna letra de unidad (bit de atributo 63)',
  'ventoy.efi-attributes.wrong': 'La partición 2 tiene los atributos {attributes}, no {wanted}',
  'ventoy.reserve.right':
    'Quedan libres {sectors} sectores detrás de las particiones de Ventoy ({size} MiB)',
  'ventoy.reserve.wrong':
    'Quedan libres {sectors} sectores detrás de las particiones de Ventoy ({size} MiB), no {wanted}',

  'ventoy.boot-bytes.right': 'Los bytes {from} a {to} del sector 0 son los de Ventoy',
  'ventoy.boot-bytes.wrong':
    'Los bytes {from} a {to} del sector 0 no son los de Ventoy; difieren: {count}. {stop}',
  'ventoy.boot-core.right': 'El sector 0 continúa en el sector {wanted}',
  'ventoy.boot-core.wrong': 'El sector 0 continúa en el sector {sector}, no en el {wanted}',
  'ventoy.core-next.right': 'El primer sector de core.img continúa en el sector {wanted}',
  'ventoy.core-next.wrong':
    'El primer sector de core.img continúa en el sector {sector}, no en el {wanted}',
  'ventoy.core.empty-start': 'El sector {sector}, donde comienza core.img, está vacío',
  'ventoy.core.too-long': 'core.img indica que tiene {count} sectores más; hay espacio para {room}',
  'ventoy.core.past-end': 'core.img sobrepasa el final del disco',
  'ventoy.core.empty': 'Los {count} sectores de core.img a partir del sector {sector} están vacíos',
  'ventoy.core.there': 'core.img está a partir del sector {sector}, {count} sectores',
  'ventoy.disk-uuid.missing': 'El disco no tiene un UUID propio en el byte 384',
  'ventoy.disk-uuid.there': 'El disco tiene el UUID {uuid}',

  'ventoy.efi-volume.none':
    'La partición 2 no contiene un volumen FAT: {problem}. Ventoy no arrancaría.',
  'ventoy.efi-volume.right': 'La partición 2 contiene un volumen FAT16 de {sectors} sectores',
  'ventoy.efi-volume.wrong':
    'La partición 2 contiene un volumen FAT{bits}, no el volumen FAT16 de la imagen de Ventoy',
  'ventoy.efi-label.right': 'El volumen de la partición 2 tiene la etiqueta {label}',
  'ventoy.efi-label.wrong':
    'El volumen de la partición 2 tiene la etiqueta «{label}», no {wanted}. {stop}',
  'ventoy.files.there': 'VTOYEFI contiene {paths}',
  'ventoy.files.missing': 'En VTOYEFI falta: {paths}. {stop}',
  'ventoy.loader.missing': '{path} no está o está vacío',
  'ventoy.version.none': '{path} no está en VTOYEFI o no indica ninguna versión',
  'ventoy.version.right': 'Es Ventoy {version}',
  'ventoy.version.wrong': 'Es Ventoy {version}, no {wanted}',
  'ventoy.secure-boot.on-unasked':
    'La compatibilidad con Arranque seguro está activada, aunque debía estar desactivada',
  'ventoy.secure-boot.off-unasked':
    'La compatibilidad con Arranque seguro está desactivada, aunque debía estar activada',
  'ventoy.secure-boot.on':
    'La compatibilidad con Arranque seguro está activada, con todo lo necesario para registrar su clave',
  'ventoy.secure-boot.on-incomplete':
    'La compatibilidad con Arranque seguro está activada, pero en VTOYEFI falta: {paths}',
  'ventoy.secure-boot.off':
    'La compatibilidad con Arranque seguro está desactivada y no queda nada de ella',
  'ventoy.secure-boot.off-incomplete':
    'La compatibilidad con Arranque seguro está desactivada, pero queda de ella: {paths}',

  'ventoy.data-file-system.unknown':
    'La partición 1 no contiene un sistema de archivos que Ventoy lea, así que no encontraría ninguna imagen',
  'ventoy.data-file-system.right': 'La partición 1 contiene {fileSystem}',
  'ventoy.data-file-system.wrong': 'La partición 1 contiene {fileSystem}, no {wanted}',
  'ventoy.data-volume.sound':
    'Las primeras estructuras del sistema de archivos de la partición 1 están en buen estado',
  'ventoy.data-volume.damaged': 'El sistema de archivos de la partición 1 está dañado: {problem}',
  'ventoy.data-copy.exfat-sound':
    'La copia de la región de arranque de la partición 1 está en buen estado',
  'ventoy.data-copy.exfat-damaged':
    'La copia de la región de arranque de la partición 1 está dañada: {problem}',
  'ventoy.data-copy.ntfs-sound':
    'La copia del sector de arranque detrás del volumen de la partición 1 está en buen estado',
  'ventoy.data-copy.ntfs-missing':
    'Falta la copia del sector de arranque detrás del volumen de la partición 1',
  'ventoy.data-copy.ntfs-shrunk':
    'Falta la copia del sector de arranque detrás del volumen de la partición 1, como después de reducirla; solo la necesitan las reparaciones',
  'ventoy.data-size.found':
    'El sistema de archivos tiene {bytes} bytes; la partición 1, {partition}',
  'ventoy.data-size.unused':
    'El sistema de archivos tiene {bytes} bytes; la partición 1, {partition}: {unused} MiB no se usan nunca',
  'ventoy.data-label.right': 'La partición 1 tiene la etiqueta «{label}»',
  'ventoy.data-label.wrong': 'La partición 1 tiene la etiqueta «{label}», no «{wanted}»',

  'ventoy.release-boot.same':
    'El código de arranque del sector 0 es el del paquete publicado, {bytes} bytes',
  'ventoy.release-boot.different':
    'El código de arranque del sector 0 no es el del paquete publicado: difieren {count} de {bytes} bytes, el primero en {first}',
  'ventoy.release-core.same': 'core.img es el del paquete publicado, {bytes} bytes',
  'ventoy.release-core.different':
    'core.img no es el del paquete publicado: difieren {count} de {bytes} bytes, el primero en {first}',
  'ventoy.release-efi.same': 'La partición 2 es la del paquete publicado, {bytes} bytes',
  'ventoy.release-efi.different':
    'La partición 2 no es la del paquete publicado: difieren {count} de {bytes} bytes, el primero en {first}',
  'ventoy.release-efi.same-files': 'Todos los archivos de VTOYEFI son los del paquete publicado',
  'ventoy.release-efi.same-files-without-secure-boot':
    'Todos los archivos de VTOYEFI son los del paquete publicado, sin los de Arranque seguro',
  'ventoy.release-efi.other-files':
    'El contenido de VTOYEFI no es el del paquete publicado: {files}',
  'ventoy.release-efi.file-unknown': '{path} no forma parte de él',
  'ventoy.release-efi.file-different': '{path} difiere',
  'ventoy.release-efi.file-missing': 'falta {path}',
  'ventoy.and-more': '{named}; y {count} más',

  'ventoy.menu.right': 'Ventoy puede leer {path}',
  'ventoy.menu.ignored': 'Ventoy ignora {path}: {problem}',
  'ventoy.menu.partly':
    'Ventoy interpreta parte de {path} de forma distinta a lo que parece: {problems}',
  'ventoy.menu.too-large': 'tiene {bytes} bytes',
  'ventoy.menu.in-line': 'línea {line}: {problem}',
  'ventoy.menu.problem': '{place}: {problem}',
  'ventoy.menu-files.there': 'Están todos los archivos que indica {path}',
  'ventoy.menu-files.missing': 'Falta: {problems}',
  'ventoy.images.right': 'Imágenes que corresponden a la huella que las acompaña: {count}',
  'ventoy.images.wrong': '{path} no corresponde a lo que indica {beside}',
};
