import type { windows as english } from '../../en/findings/windows';
import type { Worded } from '../../worded';

/** What is found on the partition with Windows: its volume, its virtual disk, its registry and files. */
export const windows: Worded<typeof english> = {
  'ntfs.boot-sector.there': 'La partición de Windows contiene un volumen NTFS',
  'ntfs.boot-sector.missing': 'La partición de Windows no contiene un volumen NTFS: {problem}',
  'ntfs.boot-sector-copy.same': 'La copia del sector de arranque detrás del volumen coincide',
  'ntfs.boot-sector-copy.different':
    'La copia del sector de arranque detrás del volumen no está o difiere',
  'ntfs.size.right': 'El volumen ocupa toda su partición de {bytes} bytes',
  'ntfs.size.unused': 'El volumen deja sin usar {unused} de {bytes} bytes',
  'ntfs.start.right': 'El volumen indica bien que comienza en el sector {sector}',
  'ntfs.start.wrong':
    'El volumen indica que comienza en el sector {believed}; su partición comienza en el {sector}',
  'ntfs.mft-mirror.same': 'La copia de los primeros registros de la tabla de archivos coincide',
  'ntfs.mft-mirror.different':
    'La copia de los primeros registros de la tabla de archivos difiere en el registro {records}',
  'ntfs.serial.there': 'El volumen tiene el número de serie {serial}',
  'ntfs.serial.missing': 'El volumen no tiene número de serie',
  'ntfs.free-space.enough': 'Hay {free:bytes} disponibles de {size:bytes} ({free} bytes)',
  'ntfs.free-space.little':
    'Solo hay {free:bytes} disponibles de {size:bytes} ({free} bytes); las actualizaciones de Windows necesitan unos {wanted:bytes}',
  'ntfs.clean.closed': 'El volumen se cerró correctamente',
  'ntfs.clean.open': 'El volumen no se cerró correctamente y hay que comprobarlo',

  'vhdx.host-volume.there': 'La partición con {path} contiene un volumen NTFS',
  'vhdx.host-volume.missing': 'La partición con {path} no contiene un volumen NTFS: {problem}',
  'vhdx.host-clean.closed': 'El volumen con el disco duro virtual se cerró correctamente',
  'vhdx.host-clean.open':
    'El volumen con el disco duro virtual no se cerró correctamente y hay que comprobarlo',
  'vhdx.file.whole': '{path} está en un solo fragmento',
  'vhdx.file.pieces': '{path} está en {count} fragmentos',
  'vhdx.disk.right': '{path} es un disco duro virtual de tamaño fijo, {bytes} bytes',
  'vhdx.disk.wrong': '{path} no es un disco duro virtual desde el que arranque Windows: {problem}',
  'vhdx.table.right': 'El disco duro virtual tiene un MBR con una partición para Windows',
  'vhdx.table.wrong': 'No se puede usar el disco duro virtual: {problem}',

  'hive.files.right': 'Comienzan como un subárbol del Registro: {names}',
  'hive.files.wrong': 'Windows no puede cargar estos subárboles del Registro: {hives}',
  'hive.of-name': '{name}: {problem}',
  'hive.clean.closed': 'Los subárboles del Registro se cerraron correctamente',
  'hive.clean.open': 'No se completó un cambio en {names}',
  'hive.system.sound':
    'Las celdas de SYSTEM y las claves de las que depende el inicio están en buen estado',
  'hive.system.damaged': 'Windows no podría leer SYSTEM: {problem}',
  'hive.control-set.none': 'Select no indica ningún conjunto de control',
  'hive.control-set.there': 'Windows se inicia con el conjunto de control {number}, que existe',
  'hive.control-set.missing':
    'Windows debe iniciarse con el conjunto de control {number}, que no existe',
  'hive.value-not-set': 'sin establecer',
  'hive.san-policy.offline': 'Los discos internos de un equipo quedan sin conexión (SanPolicy 4)',
  'hive.san-policy.online': 'Los discos internos de un equipo quedan en línea (SanPolicy {value})',
  'hive.portable.on': 'Windows se considera portátil (PortableOperatingSystem 1)',
  'hive.portable.off': 'PortableOperatingSystem: {value}',

  'driver.named': '{service} ({what})',
  'driver.for-partmgr': 'particiones',
  'driver.for-volmgr': 'volúmenes',
  'driver.for-disk': 'discos',
  'driver.for-USBXHCI': 'controladoras USB 3',
  'driver.for-USBHUB3': 'concentradores USB 3',
  'driver.for-USBSTOR': 'unidades USB',
  'driver.for-UASPStor': 'unidades USB con UASP',
  'driver.for-usbehci': 'controladoras USB 2',
  'driver.for-usbhub': 'concentradores USB 2',
  'driver.for-storahci': 'controladoras SATA',
  'drivers.services.right': 'Están presentes: {services}',
  'drivers.services.off': 'Desactivados: {drivers}',
  'drivers.services.missing': 'Sin servicio: {drivers}',
  'drivers.files.right': 'Controladores que tienen sus archivos: {count}',

  'windows.answer-file.right': 'Windows puede leer su archivo de respuesta',
  'windows.answer-file.unfinished':
    '{path} contiene aún el texto provisional, igual en todas las memorias USB',
  'windows.answer-file.wrong': 'Windows no puede leer su archivo de respuesta: {problem}',

  'exfat.main.sound': 'La región de arranque de la partición compartida está en buen estado',
  'exfat.main.damaged': 'La región de arranque de la partición compartida está dañada: {problems}',
  'exfat.backup.sound':
    'La copia de la región de arranque de la partición compartida está en buen estado',
  'exfat.backup.damaged':
    'La copia de la región de arranque de la partición compartida está dañada: {problems}',
  'exfat.problem.no-exfat': 'su sector de arranque no es exFAT',
  'exfat.problem.checksum': 'su suma de comprobación es incorrecta',
};
