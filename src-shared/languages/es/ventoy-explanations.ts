import type { VentoyExplanationTexts } from '../../explain';

/** What Ventoy’s lines mean. */
export const ventoyExplanations: VentoyExplanationTexts = {
  // What Ventoy2Disk.sh prints or notes in its log.txt.
  'script/package-incomplete': {
    title: 'El paquete de Ventoy no está completo',
    whatHappened:
      'El script de Ventoy no encontró los archivos que le corresponden. Así ocurre en una copia de su código fuente.',
    whatToDo: 'Consiga el paquete publicado, como ventoy-1.1.17-linux.tar.gz, y use ese.',
  },
  'script/package-damaged': {
    title: 'El paquete de Ventoy está dañado',
    whatHappened: 'No se puede descomprimir un archivo comprimido del paquete de Ventoy.',
    whatToDo: 'Consiga el paquete de nuevo y compare su SHA-256.',
  },
  'script/tools': {
    title: 'Un programa de Ventoy no funciona aquí',
    whatHappened:
      'Ventoy trae sus propios programas pequeños para particiones y sistemas de archivos, y uno de ellos no se inició en este equipo.',
    whatToDo: 'Use el paquete para este tipo de procesador o cree la memoria USB en otro equipo.',
  },
  'script/no-parted': {
    title: 'Falta un programa de particiones',
    whatHappened: 'Ventoy crea sus particiones con parted, que no está instalado.',
    whatToDo: 'Instale parted y empiece de nuevo.',
  },
  'script/folder': {
    title: 'Ventoy no puede escribir en su propia carpeta',
    whatHappened:
      'Su script descomprime programas y escribe su registro en la carpeta en la que está, pero no tiene permiso para ello.',
    whatToDo: 'Descomprima el paquete en una carpeta en la que se pueda escribir.',
  },
  'script/no-device': {
    title: 'La unidad no está',
    whatHappened: 'Al script de Ventoy se le indicó una unidad que no existe o que se desconectó.',
    whatToDo: 'Conecte la unidad de nuevo y elíjala en la lista.',
  },
  'script/partition-given': {
    title: 'Se eligió una partición en lugar de la unidad completa',
    whatHappened: 'Ventoy solo admite unidades completas.',
    whatToDo: 'Elija la propia unidad.',
  },
  'script/rights': {
    title: 'Faltan derechos de administrador',
    whatHappened: 'El script de Ventoy no tiene permiso para leer la unidad.',
    whatToDo: 'Inícielo con derechos de administrador.',
  },
  'script/in-use': {
    title: 'La unidad está en uso',
    whatHappened:
      'Una partición de la unidad está montada, se usa como espacio de intercambio (swap) o la retiene otro programa, así que Ventoy no escribió en ella.',
    whatToDo:
      'Cierre lo que use la unidad, expúlsela en el administrador de archivos y empiece de nuevo.',
  },
  'script/left-over-folder': {
    title: 'Estorba algo de una ejecución anterior',
    whatHappened: 'La carpeta tmp_mnt de una ejecución anterior sigue ahí y no se pudo quitar.',
    whatToDo:
      'Desmonte y elimine tmp_mnt en la carpeta del paquete de Ventoy, o descomprima el paquete de nuevo.',
  },
  'script/has-ventoy': {
    title: 'Ventoy ya está en esta unidad',
    whatHappened: 'Ventoy no se instala sobre un Ventoy existente.',
    whatToDo: 'Actualícelo, lo que conserva las imágenes, o borre la unidad y créela de nuevo.',
  },
  'script/no-ventoy': {
    title: 'En esta unidad no hay ningún Ventoy que actualizar',
    whatHappened: 'La unidad no tiene las dos particiones de Ventoy, o están dañadas.',
    whatToDo: 'Ponga a salvo lo que contiene e instale Ventoy de nuevo.',
  },
  'script/reserve': {
    title: 'No se puede dejar libre tanto espacio',
    whatHappened:
      'El espacio que se debe dejar libre no es un número entero de MiB o no deja sitio para Ventoy.',
    whatToDo: 'Deje libre menos espacio de la unidad.',
  },
  'script/too-small': {
    title: 'La unidad es demasiado pequeña',
    whatHappened: 'Solo Ventoy necesita 32 MiB, y además hace falta espacio para imágenes.',
    whatToDo: 'Use una unidad más grande.',
  },
  'script/mbr-limit': {
    title: 'La unidad es demasiado grande para un MBR',
    whatHappened: 'Una tabla de particiones del tipo antiguo (MBR) termina en 2 TiB.',
    whatToDo: 'Cree la memoria USB con GPT.',
  },
  '4kn': {
    title: 'Ventoy no puede usar esta unidad',
    whatHappened:
      'La unidad solo tiene sectores de 4096 bytes, y Ventoy los necesita de 512 bytes.',
    whatToDo: 'Use otra unidad.',
  },
  'script/no-partitions': {
    title: 'No aparecieron las particiones nuevas',
    whatHappened:
      'Ventoy escribió una tabla de particiones nueva, pero el sistema no la tuvo en cuenta. A menudo, otro programa retenía la unidad.',
    whatToDo: 'Desconecte la unidad, vuelva a conectarla y empiece de nuevo.',
  },
  'script/format': {
    title: 'No se pudo formatear la partición 1',
    whatHappened: 'Ventoy intentó dos veces crear un sistema de archivos exFAT y no lo consiguió.',
    whatToDo:
      'Inténtelo de nuevo. Si vuelve a fallar, pruebe la unidad: puede que esté desgastada o que sea falsa.',
  },
  'script/write': {
    title: 'Falló la escritura en la unidad',
    whatHappened: 'La unidad se negó a guardar algo o se desconectó.',
    whatToDo:
      'Conéctela directamente al equipo e inténtelo de nuevo. Si vuelve a fallar, use otra unidad.',
  },
  'script/full': {
    title: 'No queda espacio',
    whatHappened: 'Algo que Ventoy escribía no cabía.',
    whatToDo:
      'Libere espacio en la carpeta del paquete de Ventoy; si se trata de la propia unidad, use otra.',
  },
  'beside/no-slot': {
    title: 'La tabla de particiones está llena',
    whatHappened:
      'Para instalarse junto a lo que hay, Ventoy necesita sitio para una partición más.',
    whatToDo: 'Elimine una partición que no se necesite o deje toda la unidad a Ventoy.',
  },
  'beside/first-partition': {
    title: 'La primera partición no está donde Ventoy la necesita',
    whatHappened:
      'Ventoy solo se puede instalar junto a lo que hay si la primera partición comienza en 1 MiB.',
    whatToDo: 'Ponga a salvo lo que hay en la unidad y déjela toda a Ventoy.',
  },
  'beside/no-tool': {
    title: 'Falta un programa para reducir la partición',
    whatHappened: 'Ventoy necesita ntfsresize o resize2fs para hacer sitio.',
    whatToDo: 'Instale ntfs-3g (para NTFS) o e2fsprogs (para ext4) y empiece de nuevo.',
  },
  'beside/shrink': {
    title: 'No se pudo reducir la partición',
    whatHappened:
      'Su sistema de archivos no pudo ceder 32 MiB: está lleno, tiene errores o Windows no lo cerró correctamente.',
    whatToDo:
      'Haga que el sistema que la usa compruebe la partición, libere algo de espacio y empiece de nuevo.',
  },
  'beside/file-system': {
    title: 'Ventoy no puede reducir este sistema de archivos',
    whatHappened: 'Solo puede hacerlo con NTFS y de ext2 a ext4, no con exFAT ni FAT32.',
    whatToDo: 'Ponga a salvo lo que hay en la unidad y déjela toda a Ventoy.',
  },
  'beside/table': {
    title: 'No se pudo modificar la tabla de particiones',
    whatHappened:
      'Ventoy está escrito, pero no figura en la tabla de particiones, así que la unidad no arranca con él.',
    whatToDo: 'Ponga a salvo lo que hay en la unidad y empiece de nuevo.',
  },

  // What is shown when a stick starts.
  'start/not-standard': {
    title: 'Ventoy no acepta su propia memoria USB',
    whatHappened:
      'Al iniciarse, Ventoy examina la estructura de la memoria USB, y algo no está como lo creó.',
    whatToDo:
      'Compruebe la memoria USB con este programa y actualice Ventoy en ella o créela de nuevo.',
  },
  'start/internal': {
    title: 'Ventoy no encuentra la unidad desde la que arrancó (4097)',
    whatHappened: 'El firmware no indicó a Ventoy de qué unidad y partición procede.',
    whatToDo: 'Pruebe otro puerto USB o arranque con el otro modo de firmware (UEFI o BIOS).',
  },
  'start/files': {
    title: 'Falta un archivo en VTOYEFI (4098)',
    whatHappened:
      'El BIOS del equipo no encontró uno de los archivos de Ventoy. O bien ya no está, o bien el BIOS no puede leer el final de una unidad tan grande, que es donde están.',
    whatToDo:
      'Actualice Ventoy en la memoria USB. Si esto solo aparece en equipos antiguos, cree la memoria USB con espacio libre al final o use una más pequeña.',
  },
  'start/cpio': {
    title: 'Ventoy no puede leer sus propios archivos (4099)',
    whatHappened: 'El archivo ventoy.cpio de VTOYEFI falta o no se puede leer.',
    whatToDo: 'Actualice Ventoy en la memoria USB.',
  },
  'start/not-fat': {
    title: 'La partición 2 se formateó (4100)',
    whatHappened: 'VTOYEFI no contiene el sistema de archivos FAT que Ventoy puso ahí.',
    whatToDo: 'Actualice Ventoy en la memoria USB; las imágenes se conservan.',
  },
  'start/data-start': {
    title: 'La partición 1 no comienza en 1 MiB (5)',
    whatHappened:
      'Un programa de particiones movió la primera partición o Ventoy se inició desde otra.',
    whatToDo: 'Ponga a salvo las imágenes y cree la memoria USB de nuevo.',
  },
  'start/layout': {
    title: 'Se cambiaron las particiones (6 o 7)',
    whatHappened:
      'VTOYEFI debe ser la segunda de la tabla, tener 32 MiB y seguir a la primera sin ningún hueco. Reducir la partición 1 o agregar otra entre ambas lo impide.',
    whatToDo:
      'Haga que la partición 1 llegue otra vez hasta VTOYEFI y ponga sus propias particiones detrás, como tercera y cuarta. O cree la memoria USB de nuevo, con espacio libre al final.',
  },
  'start/read': {
    title: 'Ventoy no pudo leer la unidad (8, 9 u 11)',
    whatHappened: 'El firmware no dio a Ventoy acceso a la unidad o a la partición 2.',
    whatToDo:
      'Pruebe otro puerto USB, sin concentrador. Si persiste, actualice Ventoy en la memoria USB.',
  },
  'start/label': {
    title: 'La partición 2 tiene otro nombre (10)',
    whatHappened: 'La etiqueta de la segunda partición debe ser VTOYEFI y se cambió.',
    whatToDo: 'Dele otra vez la etiqueta VTOYEFI o actualice Ventoy en la memoria USB.',
  },
  'start/boot-code': {
    title: 'El código de arranque del sector 0 no es el de Ventoy (12)',
    whatHappened:
      'Otro programa escribió su propio código de arranque en la memoria USB: lo hacen los programas de particiones y los instaladores de sistemas. Ventoy también lo examina con UEFI. La versión 1.0.92 mostraba esto por un fallo propio.',
    whatToDo:
      'Actualice Ventoy en la memoria USB; así se escribe otra vez el código de arranque y no se tocan las imágenes.',
  },
  'start/mixed-versions': {
    title: 'En la memoria USB hay partes de distintas versiones de Ventoy',
    whatHappened: 'El menú usa un comando que el cargador de la memoria USB no conoce.',
    whatToDo: 'Actualice Ventoy en la memoria USB a partir de un paquete publicado completo.',
  },
  'start/no-images': {
    title: 'Ventoy no encuentra ninguna imagen',
    whatHappened:
      'No se encontró nada que pueda arrancar: los archivos no están en ninguna carpeta en la que busque, tienen otras extensiones, ocupan menos de 32 KiB o la partición 1 no se puede leer.',
    whatToDo:
      'Mire con este programa las imágenes de la memoria USB y, en ventoy.json, la carpeta en la que se busca.',
  },
  'config/syntax': {
    title: 'ventoy.json tiene un error',
    whatHappened: 'Ventoy no puede leer su configuración y la ignora por completo.',
    whatToDo: 'Abra la configuración con este programa; indica dónde está el error.',
  },
  'config/encoding': {
    title: 'ventoy.json no está en UTF-8',
    whatHappened: 'Ventoy solo lee su configuración en UTF-8 y la ignora.',
    whatToDo: 'Guárdela de nuevo con este programa.',
  },
  'config/case': {
    title: 'ventoy.json tiene un nombre incorrecto',
    whatHappened: 'La carpeta ventoy y el archivo ventoy.json deben escribirse en minúsculas.',
    whatToDo: 'Cámbieles el nombre.',
  },
  'config/partition': {
    title: 'La configuración está en la partición equivocada',
    whatHappened:
      'ventoy.json debe estar en la carpeta ventoy de la partición 1, con las imágenes.',
    whatToDo: 'Mueva el archivo ahí.',
  },

  // What is shown when an image is started.
  'image/no-uefi': {
    title: 'La imagen no tiene nada para el UEFI de este equipo',
    whatHappened:
      'Ventoy no encontró en ella ningún programa que este tipo de UEFI inicie: puede que sea solo para BIOS, para otros procesadores, de 32 bits en un equipo de 64 bits, o que esté dañada.',
    whatToDo:
      'Compare la suma de comprobación de la imagen. Si es correcta, arranque el equipo en modo BIOS o consiga la imagen para su procesador.',
  },
  'image/needs-uefi': {
    title: 'La imagen solo arranca con UEFI',
    whatHappened: 'El equipo se arrancó en modo BIOS.',
    whatToDo: 'Arranque la memoria USB en modo UEFI.',
  },
  'image/other-firmware': {
    title: 'El disco duro virtual se creó para el otro firmware',
    whatHappened: 'El sistema que contiene se instaló con UEFI y se arranca con BIOS, o al revés.',
    whatToDo: 'Arranque la memoria USB en el modo en que se instaló el sistema.',
  },
  'image/unsupported': {
    title: 'Ventoy no conoce esta imagen',
    whatHappened: 'Ventoy solo arranca las imágenes de disco para las que está preparado.',
    whatToDo: 'Busque un archivo ISO del mismo sistema.',
  },
  'image/unreadable': {
    title: 'Ventoy no puede leer la imagen',
    whatHappened:
      'El archivo no se pudo abrir o seguir en la memoria USB. Puede que esté dañado o que un concentrador impida al firmware leerlo.',
    whatToDo:
      'Conecte la memoria USB sin concentrador. Si no basta, compruebe el sistema de archivos de la partición 1 y copie la imagen de nuevo.',
  },
  'image/not-started': {
    title: 'No se pudo arrancar la imagen',
    whatHappened:
      'Antes falló algo necesario para arrancarla; la línea anterior a esta indica qué.',
    whatToDo:
      'Pruebe la imagen en modo GRUB2 (Ctrl+R en el menú de Ventoy) y compare su suma de comprobación.',
  },
  'memory/low': {
    title: 'No hay bastante memoria donde se necesita',
    whatHappened:
      'Ventoy o el sistema necesitan memoria en los primeros 4 GiB, y el firmware o los gráficos la han ocupado.',
    whatToDo:
      'Pruebe el modo GRUB2 (Ctrl+R en el menú de Ventoy), que necesita menos. Si no, asigne menos memoria a los gráficos en la configuración del firmware o actualice el firmware.',
  },
  'secure-boot/enrol': {
    title: 'El equipo aún no conoce la clave de Ventoy',
    whatHappened:
      'Arranque seguro está activado y este equipo arranca Ventoy por primera vez. Hay que registrar una vez su clave.',
    whatToDo:
      'Presione Entrar sobre OK y cualquier tecla en «Press any key to perform MOK management»; después elija «Enroll key from disk», VTOYEFI, ENROLL_THIS_KEY_IN_MOKMANAGER.cer, «Continue», «Yes», «Reboot».',
  },
  'secure-boot/revoked': {
    title: 'Este equipo ya no acepta un cargador tan antiguo',
    whatHappened:
      'Una actualización de Windows o de Linux indicó al firmware que rechazara las versiones antiguas del cargador (shim), como la de Ventoy hasta 1.0.99. También una imagen puede contener una.',
    whatToDo:
      'Actualice Ventoy en la memoria USB y use una imagen más reciente, o desactive Arranque seguro mientras use la memoria USB.',
  },
  'secure-boot/policy': {
    title: 'El firmware rechaza el cargador',
    whatHappened:
      'Arranque seguro está activado y no deja que el cargador se inicie. En algunos equipos hay que permitir antes los cargadores distintos del de Windows.',
    whatToDo:
      'Busque «Allow Microsoft 3rd party UEFI CA» en la configuración del firmware y actívelo, o desactive Arranque seguro mientras use la memoria USB.',
  },
  'vhd/no-plugin': {
    title: 'ventoy_vhdboot.img falta o no es el correcto',
    whatHappened:
      'Ventoy arranca los archivos VHD y VHDX con ayuda de este archivo, que no trae consigo.',
    whatToDo:
      'Obtenga ventoy_vhdboot.img de las versiones publicadas de ventoy/vhdiso y póngalo en la memoria USB como /ventoy/ventoy_vhdboot.img.',
  },
  'vhd/not-ntfs': {
    title: 'El disco duro virtual no está en NTFS',
    whatHappened:
      'Windows solo arranca con fiabilidad desde un disco duro virtual si está en una partición NTFS.',
    whatToDo:
      'Cree la memoria USB con NTFS. Si arranca de todos modos, desactive la advertencia con VTOY_VHD_NO_WARNING.',
  },
  'vhd/device-missing': {
    title:
      'El administrador de arranque de Windows no encuentra el disco duro virtual (0xc000000e)',
    whatHappened:
      'El administrador de arranque busca en un disco que no existe. Ventoy 1.0.87 lo causaba por un fallo propio.',
    whatToDo: 'Actualice Ventoy en la memoria USB y, con él, ventoy_vhdboot.img.',
  },
  'vhd/initialization': {
    title: 'Windows no pudo abrir su disco duro virtual',
    whatHappened:
      'Windows empezó a arrancar, pero perdió el archivo en el que está. Se conoce de algunos puertos USB 3; la causa no se sabe con certeza.',
    whatToDo: 'Pruebe un puerto USB 2 y otra memoria USB, y un disco duro virtual de tamaño fijo.',
  },
  'vhd/space': {
    title: 'La partición tiene muy poco espacio para el disco duro virtual',
    whatHappened:
      'Un disco duro virtual que crece necesita espacio para su tamaño completo antes de que Windows arranque desde él.',
    whatToDo:
      'Libere espacio en la partición 1 o use un disco duro virtual más pequeño, de tamaño fijo.',
  },
  'vhd/inaccessible': {
    title: 'Windows no llega al disco desde el que arrancó',
    whatHappened:
      'Con un disco duro virtual, esto se debe a que tiene NTFS y está en una partición con exFAT, o a que al Windows le falta el controlador para este puerto.',
    whatToDo: 'Ponga el disco duro virtual en una partición NTFS y pruebe otro puerto USB.',
  },

  // What Ventoy2Disk.exe notes in cli_log.txt and log.txt.
  'windows/parameters': {
    title: 'Ventoy no entendió su línea de comandos',
    whatHappened:
      'No se le indicó si debía instalar o actualizar, o no se le indicó ninguna unidad.',
    whatToDo: 'Informe de esto con el registro; es un fallo del programa que llamó a Ventoy.',
  },
  'windows/no-drive': {
    title: 'Ventoy no pudo abrir la unidad',
    whatHappened: 'Windows no dio a Ventoy ninguna información sobre la unidad.',
    whatToDo: 'Conéctela de nuevo e inicie con derechos de administrador.',
  },
  'windows/not-usb': {
    title: 'La unidad no está conectada por USB',
    whatHappened:
      'El programa de Ventoy para Windows rechaza otras unidades, salvo que se le indique que no lo mire.',
    whatToDo: 'Asegúrese de que esta es la unidad que quiere usar.',
  },
  'windows/no-room': {
    title: 'Ventoy no se puede instalar junto a lo que hay',
    whatHappened: 'Las particiones de la unidad no lo permiten.',
    whatToDo: 'Ponga a salvo lo que hay en la unidad y déjela toda a Ventoy.',
  },
  'windows/failed': {
    title: 'Falló el programa de Ventoy para Windows',
    whatHappened:
      'Lo intentó varias veces y desistió. Las líneas anteriores a esta indican en qué.',
    whatToDo:
      'Cierre los programas que usen la unidad, sobre todo los antivirus, conéctela de nuevo e inténtelo otra vez.',
  },
};
