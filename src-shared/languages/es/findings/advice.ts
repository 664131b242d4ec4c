import type { advice as english } from '../../en/findings/advice';
import type { Worded } from '../../worded';

/** What to do about a finding. */
export const advice: Worded<typeof english> = {
  'next.again': 'Cree la memoria USB de nuevo; si vuelve a fallar, use otra unidad.',
  'next.again-alone': 'Cree la memoria USB de nuevo.',
  'next.repair': 'Repare la memoria USB; si no basta, créela de nuevo.',
  'next.slow':
    'La memoria USB funciona, pero puede que se escriba en ella con lentitud. Para cambiarlo, créela de nuevo.',

  'next.mbr.active-partition': 'Un BIOS no sabría qué arrancar. Repare la memoria USB.',
  'next.mbr.boot-code': 'Un BIOS no arrancaría nada; UEFI no lo necesita. Repare la memoria USB.',
  'next.mbr.boot-sector':
    'Un BIOS no llegaría al administrador de arranque; UEFI no lo necesita. Repare la memoria USB.',
  'next.mbr.boot-manager':
    'Un BIOS no encontraría ningún administrador de arranque. Repare la memoria USB.',

  'next.efi.size':
    'Puede que las actualizaciones de los archivos de arranque no quepan. Cree la memoria USB de nuevo con una partición del sistema EFI más grande.',
  'next.efi.fonts':
    'El administrador de arranque se inicia, pero no puede mostrar texto. Cree la memoria USB a partir de otra imagen.',
  'next.efi.boot-file': 'El firmware no encontraría nada que arrancar. Repare la memoria USB.',
  'next.efi.boot-manager':
    'El administrador de arranque no es el de este Windows. Repare la memoria USB.',
  'next.efi.signature':
    'Con Arranque seguro, el equipo rechaza esta memoria USB: desactive Arranque seguro o cree la memoria USB de nuevo a partir de una imagen de Microsoft.',
  'next.efi.signer':
    'Con Arranque seguro, un equipo solo arranca esta memoria USB si su propietario confía en ese firmante.',
  'next.loader.program':
    'El administrador de arranque se detendría con 0xc000007b. Cree la memoria USB de nuevo; si vuelve a fallar, use otra unidad.',
  'next.loader.signature':
    'Con Arranque seguro, el administrador de arranque se detiene con 0xc0000428: desactive Arranque seguro o cree la memoria USB de nuevo a partir de una imagen de Microsoft.',

  'next.bcd.setup':
    'Windows arranca, pero puede que su primera configuración rechace este almacén BCD. Repare la memoria USB.',
  'next.bcd.device':
    'El almacén BCD indica particiones de otra unidad, como después de copiar una memoria USB. Repare la memoria USB.',
  'next.bcd.locale':
    'La memoria USB arranca; el administrador de arranque aparece entonces en inglés.',
  'next.bcd.recovery':
    'Tras arranques fallidos, Windows busca un entorno de recuperación, que una memoria USB no tiene: créela de nuevo o desactívelo con «reagentc /disable».',

  'next.ntfs.size': 'El resto de la partición no se puede usar. Cree la memoria USB de nuevo.',
  'next.ntfs.start':
    'UEFI arranca Windows de todos modos; un BIOS necesita el lugar correcto. Cree la memoria USB de nuevo.',
  'next.ntfs.mft-mirror':
    'Inicie Windows desde la memoria USB y haga que compruebe la unidad (chkdsk); si vuelve a fallar, cree la memoria USB de nuevo.',
  'next.ntfs.serial':
    'Windows distingue los volúmenes por su número de serie. Cree la memoria USB de nuevo.',
  'next.ntfs.free-space':
    'Windows arranca, pero puede que no tenga espacio para sus actualizaciones. Cree la memoria USB de nuevo en una unidad más grande o quite archivos.',
  'next.volume-open':
    'Inicie Windows desde la memoria USB y apáguelo correctamente, o haga que Windows compruebe la unidad.',
  'next.vhdx.file':
    'Windows arranca, pero con más lentitud. Para cambiarlo, cree la memoria USB de nuevo.',

  'next.hive.clean':
    'Inicie Windows desde la memoria USB y apáguelo correctamente: completa el cambio a partir de su registro.',
  'next.hive.san-policy':
    'El Windows de esta memoria USB ve los discos internos de un equipo. Puede que usted lo eligiera así; si no, cree la memoria USB de nuevo.',
  'next.hive.portable':
    'Puede que Windows lo establezca al iniciarse. Con 0 se considera instalado en este equipo.',
  'next.drivers':
    'Windows se detendría con INACCESSIBLE_BOOT_DEVICE donde se necesite ese controlador. Cree la memoria USB a partir de una imagen con todos los controladores propios de Windows.',

  'next.bitlocker.metadata':
    'El volumen se puede abrir mientras quede una copia completa, pero cree pronto la memoria USB de nuevo.',
  'next.bitlocker.protectors':
    'Una memoria USB que pasa de un equipo a otro necesita una contraseña y, por si se olvida, una clave de recuperación.',
  'next.bitlocker.recovery-key':
    'Guarde la contraseña en un lugar seguro y haga que Windows cree una clave de recuperación nueva.',
  'next.bitlocker.key-file':
    'La contraseña abre la memoria USB. Inicie Windows desde ella y guarde lo que muestra «manage-bde -protectors -get C:», o cree la memoria USB de nuevo.',

  'next.ventoy.update':
    'Actualice Ventoy en esta memoria USB: así se escriben otra vez sus propias partes y se conservan las imágenes.',
  'next.ventoy.update-for-bios':
    'Un BIOS no arrancaría nada. Actualice Ventoy en esta memoria USB: así se escriben otra vez sus propias partes y se conservan las imágenes.',
  'next.ventoy.update-for-uefi':
    'Los equipos con UEFI no arrancarían nada. Actualice Ventoy en esta memoria USB: así se escriben otra vez sus propias partes y se conservan las imágenes.',
  'next.ventoy.make-again': 'Ponga a salvo las imágenes y cree la memoria USB de nuevo.',
  'next.ventoy.disk-uuid':
    'Ventoy distingue por él esta memoria USB de otros discos. Ponga a salvo las imágenes y cree la memoria USB de nuevo.',
  'next.ventoy.reformat':
    'Haga que el sistema que formateó la partición la compruebe. Si no basta, ponga a salvo las imágenes y formatéela de nuevo; Ventoy se conserva.',
  'next.ventoy.data-label':
    'Dé a la partición su etiqueta en un administrador de archivos. O bien ponga a salvo las imágenes y cree la memoria USB de nuevo.',
  'next.ventoy.table-copy':
    'Haga que un programa de particiones, como gdisk, escriba otra vez la segunda copia.',
  'next.ventoy.data-type':
    'Puede que Windows no muestre las imágenes. Un programa de particiones puede establecer el tipo.',
  'next.ventoy.data-name':
    'No se pierde nada por ello; los programas propios de Ventoy le habrían dado el otro nombre.',
  'next.ventoy.active':
    'Algunos BIOS no arrancan nada entonces. Un programa de particiones puede activar la partición 1.',
  'next.ventoy.efi-alignment':
    'La memoria USB funciona, pero puede que arranque con más lentitud de la necesaria.',
  'next.ventoy.efi-type':
    'Un programa de particiones puede establecer el tipo; si no, cree la memoria USB de nuevo.',
  'next.ventoy.efi-name':
    'El programa de Ventoy para Windows no reconocería la memoria USB. Un programa de particiones puede establecer el nombre.',
  'next.ventoy.efi-attributes':
    'Windows asigna entonces una letra de unidad a la partición 2. El programa de Ventoy para Windows lo corrige al actualizar.',
  'next.ventoy.secure-boot':
    'Actualice Ventoy en esta memoria USB y elija ahí si se admite Arranque seguro.',
  'next.ventoy.menu':
    'Ventoy arranca sin esta configuración. Corrija ventoy/ventoy.json o establezca la configuración de nuevo.',
  'next.ventoy.menu-files':
    'Ventoy arranca sin lo que falta. Copie estos archivos a la memoria USB o quítelos de ventoy/ventoy.json.',
  'next.ventoy.images':
    'Copie la imagen otra vez a la memoria USB. Si vuelve a fallar, puede que la unidad esté mal.',

  'next.boot.uefi-only':
    'Una memoria USB con GPT solo arranca en equipos con UEFI. Para los que tienen BIOS, créela con MBR (--scheme mbr).',
  'next.boot.practice-unsigned':
    'Arranque seguro debe rechazar los programas sustitutos de un Windows de práctica: nadie los ha firmado. Los programas de arranque de un Windows real están firmados por Microsoft.',
  'next.boot.refused':
    'Un equipo con Arranque seguro rechazaría esta memoria USB. Créela a partir de una imagen de Microsoft o desactive Arranque seguro en el firmware del equipo.',
  'next.boot.closed-virtual-disk':
    'Los programas sustitutos de un Windows de práctica arrancan, pero no pueden ver dentro de un disco duro virtual. Las demás comprobaciones lo siguieron como lo haría Windows.',
  'next.boot.closed-encrypted':
    'Los programas sustitutos de un Windows de práctica arrancan, pero no pueden abrir un volumen cifrado. Las demás comprobaciones indican lo que se sabe de él.',
  'next.boot.untold':
    'Se inició algo que no muestra nada que este programa pueda leer. Mire la imagen de la pantalla (--pictures) o pruebe la memoria USB en un equipo real.',
  'next.boot.too-slow':
    'La prueba no dio ningún resultado en el tiempo disponible. Pruebe la memoria USB en un equipo real.',
  'next.boot.enrolment':
    'En cada equipo con Arranque seguro hay que registrar una vez la clave de Ventoy, en el primer arranque.',
  'next.boot.stopped':
    'El programa de arranque se detuvo con el error {code}. Cree la memoria USB de nuevo.',
  'next.boot.explained': '{whatHappened} {whatToDo}',
  'next.boot.install': 'Instálelo con: {command}',
};
