import type { ErrorTexts } from '../texts';

/** What every error says. */
export const errors: ErrorTexts = {
  internal: {
    what: 'Sticksmith cometió un error imprevisto: {message}.',
    next: 'Guarde el registro e informe de esto; es un fallo del programa, no de su hardware.',
  },
  cancelled: {
    what: 'Se canceló el trabajo.',
    next: 'Inícielo de nuevo cuando quiera.',
  },
  usage: {
    what: '{message}.',
    next: 'Ejecute «sticksmith --help» para ver los comandos y sus opciones.',
  },
  'explain/unknown': {
    what: 'No se sabe nada de «{text}».',
    next: 'Escriba el código tal como aparece en la pantalla, por ejemplo 0xc0000225, o algunas palabras del mensaje. «sticksmith explain --list» muestra todo lo que se conoce.',
  },
  'plan/invalid': {
    what: 'El plan no es válido: {message}.',
    next: 'Corrija el campo indicado e inténtelo de nuevo.',
  },
  'plan/version': {
    what: 'El plan tiene la versión {found}; este programa entiende la versión {known}.',
    next: 'Cree de nuevo la receta con esta versión del programa o use la versión que la escribió.',
  },
  'plan/unreadable': {
    what: 'No se puede leer la receta {path}: {message}.',
    next: 'Compruebe que el archivo existe y que contiene una receta guardada por Sticksmith.',
  },
  'ventoy/not-found': {
    what: 'No hay ningún Ventoy en {target}.',
    next: 'Elija la unidad que lo tiene o cree una memoria USB nueva con Ventoy.',
  },
  'ventoy/already-there': {
    what: 'Ventoy ya está en {target}.',
    next: 'Actualícelo, lo que conserva todo, o créelo de nuevo.',
  },
  'ventoy/beside-impossible': {
    what: 'Ventoy no se puede poner junto a lo que hay en {target}: {message}.',
    next: 'Ponga a salvo lo que le importe y deje toda la unidad a Ventoy, o hágale antes sitio con un programa de particiones.',
  },
  'ventoy/damaged': {
    what: 'El Ventoy de {target} está dañado: {message}.',
    next: 'Actualícelo: así se escribe otra vez y se conservan sus archivos. Si se rechaza, créelo de nuevo.',
  },
  'ventoy/install-failed': {
    what: 'Los programas propios de Ventoy no tuvieron éxito en {target}: {message}.',
    next: 'Consulte los detalles e inténtelo de nuevo; si vuelve a ocurrir, en otro puerto USB o con otra unidad.',
  },
  'ventoy/update-changed-files': {
    what: 'Mientras se actualizaba Ventoy en {target}, cambiaron sus archivos: {message}.',
    next: 'Ponga a salvo lo que hay en la memoria USB y compárelo con los originales antes de volver a usarla. Informe de esto, con la versión de Ventoy.',
  },
  'ventoy/other-layout': {
    what: 'Los programas propios de Ventoy crearon particiones distintas de las esperadas: {message}.',
    next: 'Use una versión de Ventoy que este programa conozca o ponga Windows en un disco duro virtual en una memoria USB sin Ventoy.',
  },
  'ventoy/vhd-boot': {
    what: 'El archivo {path} no puede ser el que arranca discos duros virtuales: {message}.',
    next: 'Obtenga ventoy_vhdboot.img de la página del proyecto Ventoy sobre el arranque de archivos VHD y elíjalo de nuevo.',
  },
  'ventoy/file-unreadable': {
    what: 'No se puede leer el archivo {path}: {message}.',
    next: 'Compruebe que existe, que tiene permiso para leerlo y que su disco está en buen estado.',
  },
  'ventoy/file-mismatch': {
    what: 'El archivo para {name} no es el esperado. Su SHA-256 es {actual}; se esperaba {expected}.',
    next: 'Consígalo de nuevo de quien lo publica y compare otra vez.',
  },
  'ventoy/source-changed': {
    what: 'El archivo {path} cambió mientras se usaba.',
    next: 'Asegúrese de que no haya ninguna descarga ni copia en curso y empiece de nuevo.',
  },
  'ventoy/file-exists': {
    what: 'Ya hay otro {name} en {target}.',
    next: 'Quítelo o cámbiele antes el nombre, o dé otro nombre al nuevo.',
  },
  'ventoy/file-missing': {
    what: 'No hay ningún archivo {name} en {target}.',
    next: 'Vea qué hay en la memoria USB y corrija el nombre.',
  },
  'ventoy/file-name': {
    what: 'El nombre {name} no puede estar en esta memoria USB: {message}.',
    next: 'Dé otro nombre al archivo.',
  },
  'ventoy/file-too-large': {
    what: 'El archivo {name} es demasiado grande para {target}: su FAT32 no admite archivos de 4 GiB o más.',
    next: 'Cree la memoria USB con exFAT o NTFS.',
  },
  'ventoy/no-room': {
    what: 'No hay espacio suficiente en {target}: se necesitan {needed:bytes} y hay {free:bytes} disponibles.',
    next: 'Quite archivos que no necesite o elija menos imágenes.',
  },
  'ventoy/copy-mismatch': {
    what: 'El archivo {name} de {target} no es lo que se escribió en él.',
    next: 'Puede que la unidad esté desgastada o que no sea tan grande como dice: pruébela y use otra.',
  },
  'ventoy/copy-unreadable': {
    what: 'No se puede leer el archivo {name} de {target}: {message}.',
    next: 'Vuelva a conectar la unidad, en otro puerto si puede, y repita la operación. Si tampoco funciona, la unidad está fallando.',
  },
  'ventoy/config-unreadable': {
    what: 'No se puede leer la configuración ventoy/ventoy.json de {target}: {message}.',
    next: 'Corrija el archivo o cámbiele el nombre e inténtelo de nuevo.',
  },
  'ventoy/persistence-unsupported': {
    what: 'No se puede guardar lo que se cambia en {name}: {message}.',
    next: 'Continúe sin ello o elija otro sistema live.',
  },
  'ventoy/persistence-shrinks': {
    what: 'El archivo {name} de {target} ya tiene {bytes:bytes} y solo puede crecer.',
    next: 'Pida más o quite antes el archivo; lo que hay guardado en él se pierde entonces.',
  },
  'image/not-found': {
    what: 'No existe el archivo {path}.',
    next: 'Compruebe el nombre o elija la imagen de nuevo.',
  },
  'image/unreadable': {
    what: 'No se puede leer la imagen {path}: {message}.',
    next: 'Compruebe que tiene permiso para leerla y que su disco está en buen estado, o cópiela antes en otro lugar.',
  },
  'image/truncated': {
    what: 'La imagen {path} está incompleta: debería tener al menos {expected:bytes}, pero tiene {actual:bytes}.',
    next: 'Es probable que se interrumpiera la descarga. Consiga la imagen de nuevo y compare su suma de comprobación.',
  },
  'image/not-recognised': {
    what: '{path} no es una imagen que este programa conozca: {message}.',
    next: 'Elija un archivo ISO con Windows o un archivo WIM, ESD o SWM.',
  },
  'image/not-windows': {
    what: 'La imagen de disco óptico {path} no contiene sources/install.wim, install.esd ni install.swm.',
    next: 'Elija una imagen de instalación de Windows 10 u 11; un disco de reparación o de controladores no puede ser un Windows portátil.',
  },
  'image/damaged': {
    what: 'El sistema de archivos de {path} está dañado: {message}.',
    next: 'Consiga la imagen de nuevo y compare su suma de comprobación con la de quien la publica.',
  },
  'image/changed': {
    what: 'La imagen {path} cambió mientras se usaba.',
    next: 'Asegúrese de que no haya ninguna descarga ni copia en curso y empiece de nuevo.',
  },
  'image/hash-mismatch': {
    what: 'La imagen no es la esperada. Su SHA-256 es {actual}; se esperaba {expected}.',
    next: 'No use esta imagen. Consígala de nuevo de quien la publica y compare otra vez.',
  },
  'image/checksum-file': {
    what: 'El archivo de sumas de comprobación {path} no indica ningún SHA-256 para esta imagen.',
    next: 'Elija el archivo de sumas de comprobación que corresponde a la imagen o pegue el valor.',
  },
  'boot-image/not-recognised': {
    what: 'Ventoy no puede arrancar {path}: {message}.',
    next: 'Elija un archivo que sea .iso, .img, .wim, .vhd, .vhdx, .efi o .vtoy y que tenga esa extensión.',
  },
  'boot-image/damaged': {
    what: 'La imagen {path} está dañada: {message}.',
    next: 'Consígala de nuevo y compare su suma de comprobación con la de quien la publica.',
  },
  'wim/header': {
    what: 'La imagen de Windows {path} tiene un encabezado dañado: {message}.',
    next: 'Consiga la imagen de nuevo y compare su suma de comprobación con la de quien la publica.',
  },
  'wim/hash-table': {
    what: 'La tabla de contenido de la imagen de Windows {path} está dañada: {message}.',
    next: 'Consiga la imagen de nuevo y compare su suma de comprobación con la de quien la publica.',
  },
  'wim/xml': {
    what: 'La descripción de las ediciones de {path} está dañada: {message}.',
    next: 'Consiga la imagen de nuevo y compare su suma de comprobación con la de quien la publica.',
  },
  'wim/part-missing': {
    what: 'La imagen de Windows está dividida en {total} partes; falta la parte {part} ({path}).',
    next: 'Ponga todas las partes del conjunto en una carpeta e inténtelo de nuevo.',
  },
  'wim/part-foreign': {
    what: '{path} no pertenece a la misma imagen dividida que las demás partes.',
    next: 'Ponga las partes de un mismo conjunto en una carpeta e inténtelo de nuevo.',
  },
  'wim/edition-missing': {
    what: 'La imagen no tiene una edición con el número {index}; tiene {available}.',
    next: 'Elija una de las ediciones que enumera «sticksmith inspect».',
  },
  'wim/unsupported': {
    what: 'La imagen de Windows {path} es de un tipo que no se puede usar: {message}.',
    next: 'Use un install.wim o install.esd tal como lo publica su fabricante.',
  },
  'wim/too-large': {
    what: 'Windows no cabe en una partición de {size:bytes}: ocupa más de lo que indica su imagen.',
    next: 'Use una unidad más grande o elija una edición más pequeña o menos espacio compartido.',
  },
  'wim/apply': {
    what: 'No se pudo descomprimir Windows: {message}.',
    next: 'Es probable que la imagen esté dañada: compare su suma de comprobación con la de quien la publica. Si coincide, informe de esto con el registro.',
  },
  'files/unreadable': {
    what: 'No se puede leer el archivo {path}: {message}.',
    next: 'Compruebe el nombre y que tiene permiso para leerlo, u omítalo.',
  },
  'files/changed': {
    what: 'El archivo {path} cambió mientras se creaba la memoria USB.',
    next: 'Empiece de nuevo cuando ya nada lo modifique.',
  },
  'answers/invalid': {
    what: 'No se puede usar el archivo de respuesta {path}: {message}.',
    next: 'Corrija el archivo o continúe sin él.',
  },
  'wifi/invalid': {
    what: 'No se puede usar la red «{name}»: {message}.',
    next: 'Exporte el perfil de nuevo con «netsh wlan export profile key=clear» o escriba el nombre y la clave.',
  },
  'bitlocker/password': {
    what: 'La contraseña para BitLocker no se puede usar: {message}.',
    next: 'Elija una contraseña de 8 a 256 caracteres, a ser posible solo con letras del teclado inglés y dígitos.',
  },
  'bitlocker/recovery-folder': {
    what: 'No se puede guardar la clave de recuperación en {path}: {message}.',
    next: 'Elija otra carpeta, una en la que pueda escribir y que no esté en la memoria USB.',
  },
  'bitlocker/key-file': {
    what: 'No se puede obtener la clave de recuperación de {path}: {message}.',
    next: 'Averigüe adónde se movió el archivo. Si se ha perdido, la contraseña sigue abriendo la memoria USB y Windows muestra la clave con «manage-bde -protectors -get C:».',
  },
  'print/failed': {
    what: 'El sistema no pudo imprimir: {message}.',
    next: 'Compruebe que este equipo tiene una impresora, o abra el archivo con otro programa e imprímalo desde ahí.',
  },
  'domain/invalid': {
    what: 'No se puede usar la unión a un dominio de {path}: {message}.',
    next: 'Cree el archivo de nuevo con «djoin /provision … /savefile», uno para cada memoria USB.',
  },
  'bitlocker/needs-windows': {
    what: 'Solo un equipo con Windows puede hacer que Windows cifre una memoria USB después de escribirla.',
    next: 'Haga que se cifre ahora o en su primer inicio, o cree la memoria USB en un equipo con Windows.',
  },
  'bitlocker/windows-refused': {
    what: 'Este Windows no cifró la memoria USB {target}: {message}.',
    next: 'La memoria USB arranca, pero no está cifrada, y no se guardó ninguna clave suya. Créela de nuevo para que se cifre ahora, o cambie lo que impide a este Windows cifrarla.',
  },
  'bitlocker/windows-stopped': {
    what: 'Windows empezó a cifrar la memoria USB {target} y no terminó: {message}.',
    next: 'Conserve la clave de recuperación: ella y la contraseña abren la memoria USB. Conéctela a un equipo con Windows Pro, desbloquéela y ejecute «manage-bde -resume» con su letra, o créela de nuevo.',
  },
  'bitlocker/not-encrypted': {
    what: 'Este volumen no está cifrado con BitLocker: {message}.',
    next: 'Elija la memoria USB y la partición que sí lo estén.',
  },
  'bitlocker/damaged': {
    what: 'Los datos de BitLocker de este volumen están dañados: {message}.',
    next: 'Cree la memoria USB de nuevo. Para rescatar antes archivos, use el programa de Windows repair-bde con la clave de recuperación.',
  },
  'bitlocker/unsupported': {
    what: 'Este volumen de BitLocker no se puede abrir aquí: {message}.',
    next: 'Ábralo en Windows.',
  },
  'bitlocker/wrong-password': {
    what: 'La contraseña no abre este volumen de BitLocker.',
    next: 'Escríbala de nuevo, con atención a la distribución del teclado y a las mayúsculas, o use la clave de recuperación.',
  },
  'bitlocker/wrong-recovery-password': {
    what: 'La clave de recuperación tiene la forma correcta, pero no es la de este volumen de BitLocker.',
    next: 'Busque la clave cuyo identificador muestra la pantalla de recuperación.',
  },
  'bitlocker/recovery-password': {
    what: 'La clave de recuperación no puede ser correcta: {message}.',
    next: 'Compárela con la copia impresa o el archivo: ocho grupos de seis dígitos.',
  },
  'drivers/unusable': {
    what: 'No se puede usar la carpeta de controladores {path}: {message}.',
    next: 'Elija una carpeta con controladores descomprimidos: archivos .inf junto con sus archivos .sys y .cat.',
  },
  'windows/unusable-text': {
    what: 'Al programa de Windows {tool} no se le puede pasar {text}: {message}.',
    next: 'Use un nombre o una carpeta sin esos caracteres.',
  },
  'vhdx/unsupported': {
    what: '{path} es un disco duro virtual que no se puede usar: {message}.',
    next: 'Use uno de tamaño fijo, como los que crea este programa.',
  },
  'ventoy/package-not-found': {
    what: 'No existe el archivo {path}.',
    next: 'Compruebe el nombre o elija de nuevo el paquete de Ventoy.',
  },
  'ventoy/package-unreadable': {
    what: 'No se puede leer el paquete de Ventoy {path}: {message}.',
    next: 'Compruebe que tiene permiso para leerlo y que su disco está en buen estado, o cópielo antes en otro lugar.',
  },
  'ventoy/package-not-recognised': {
    what: '{path} no es un paquete publicado de Ventoy: {message}.',
    next: 'Consiga ventoy-x.y.z-linux.tar.gz de las versiones publicadas de Ventoy y elija ese archivo tal como está.',
  },
  'ventoy/package-source': {
    what: '{path} contiene el código fuente de Ventoy. Le faltan los programas que crean una memoria USB.',
    next: 'Use un paquete completo: ventoy-x.y.z-linux.tar.gz, de las versiones publicadas de Ventoy.',
  },
  'ventoy/package-platform': {
    what: '{path} es Ventoy {version} para {platform}. Le faltan los programas que este equipo puede ejecutar.',
    next: 'Consiga {wanted} de las versiones publicadas de Ventoy y elija ese archivo.',
  },
  'ventoy/package-incomplete': {
    what: 'El paquete de Ventoy {path} no está completo: {message}.',
    next: 'Use un paquete completo, tal como viene de las versiones publicadas de Ventoy.',
  },
  'ventoy/package-contradiction': {
    what: 'El paquete de Ventoy {path} se contradice sobre sí mismo: {message}.',
    next: 'Consiga el paquete de nuevo de las versiones publicadas de Ventoy y no le cambie el nombre.',
  },
  'ventoy/package-damaged': {
    what: 'El paquete de Ventoy {path} está dañado: {message}.',
    next: 'Consígalo de nuevo y compare su SHA-256 con el de quien lo publica.',
  },
  'ventoy/package-unsafe': {
    what: 'El archivo {path} no se descomprimió porque podría causar daños: {message}.',
    next: 'No lo use. Consiga el paquete de las versiones publicadas de Ventoy y compare su SHA-256.',
  },
  'ventoy/package-hash-mismatch': {
    what: 'El paquete de Ventoy {path} no es el esperado. Su SHA-256 es {actual}; se esperaba {expected}.',
    next: 'No lo use. Consígalo de nuevo de quien lo publica y compare otra vez.',
  },
  'ventoy/package-hashes-differ': {
    what: 'Se encontraron dos valores SHA-256 para el paquete de Ventoy {path}: se indicó {given} y en el sha256.txt que lo acompaña figura {beside}.',
    next: 'Averigüe cuál indica quien lo publica. Corrija el valor o quite el sha256.txt.',
  },
  'ventoy/package-changed': {
    what: 'El paquete de Ventoy {path} ya no es el archivo que se comprobó.',
    next: 'Asegúrese de que no haya ninguna descarga ni copia en curso y elija de nuevo el paquete.',
  },
  'ventoy/package-unpack': {
    what: 'No se pudo descomprimir el paquete de Ventoy en {path}: {message}.',
    next: 'Libere espacio o elija otra carpeta de trabajo e inténtelo de nuevo.',
  },
  'ventoy/package-not-kept': {
    what: 'En este equipo no se guarda ningún paquete de Ventoy {version}.',
    next: 'Elija un paquete publicado o deje que el programa descargue uno.',
  },
  'ventoy/package-store': {
    what: 'No se pueden guardar paquetes de Ventoy en {path}: {message}.',
    next: 'Elija una carpeta que sea solo suya y tenga espacio, o indique cada vez el archivo del paquete.',
  },
  'ventoy/download-address': {
    what: 'No se descarga nada de {url}: {message}.',
    next: 'Use la dirección https de un paquete publicado de Ventoy.',
  },
  'ventoy/download-failed': {
    what: 'Falló la descarga de {url}: {message}.',
    next: 'Compruebe la conexión e inténtelo de nuevo, o descargue el paquete por otros medios y elija su archivo.',
  },
  'ventoy/download-status': {
    what: 'El servidor respondió a la solicitud de {url} con el estado {status}.',
    next: 'Compruebe la dirección, o descargue el paquete por otros medios y elija su archivo.',
  },
  'ventoy/download-too-large': {
    what: 'Lo que ofrece {url} es más grande que un paquete de Ventoy: más de {limit:bytes}.',
    next: 'Use la dirección de un paquete publicado de Ventoy, no la de otro archivo.',
  },
  'persistence/no-room': {
    what: 'No hay espacio para {path}: se necesitan {needed:bytes} y hay {free:bytes} disponibles.',
    next: 'Elija un tamaño menor o quite antes algo de la memoria USB.',
  },
  'persistence/exists': {
    what: 'Ya existe un archivo {path}.',
    next: 'Amplíelo o elija otro nombre.',
  },
  'persistence/size': {
    what: '{path} no puede tener {size:bytes}: {message}.',
    next: 'Elija otro tamaño.',
  },
  'persistence/unusable': {
    what: '{path} no contiene un sistema de archivos ext4 que se pueda ampliar: {message}.',
    next: 'Ponga a salvo lo que necesite de él, quítelo y cree uno nuevo.',
  },
  'target/too-small': {
    what: '{target} es demasiado pequeño: se necesitan {needed:bytes} y tiene {actual:bytes}.',
    next: 'Use una unidad más grande o elija una edición más pequeña o menos espacio compartido.',
  },
  'target/not-found': {
    what: 'No hay ninguna unidad {target}.',
    next: 'Conecte la unidad y consulte «sticksmith drives».',
  },
  'target/not-a-drive': {
    what: '{target} no es una unidad: {message}.',
    next: 'Indique una unidad completa, como las que enumera «sticksmith drives», o un archivo de imagen que termine en .img o .vhdx.',
  },
  'target/changed': {
    what: '{target} ya no es la unidad que se confirmó: {message}.',
    next: 'Mire de nuevo la lista de unidades y confirme la correcta.',
  },
  'target/refused': {
    what: '{target} no se puede usar como destino: {reasons}.',
    next: 'Elija otra unidad.',
  },
  'target/not-empty': {
    what: '{target} no está vacía: contiene {what}.',
    next: 'Ponga a salvo lo que le importe y vacíe la unidad, o empiece una serie que borre también unidades con archivos.',
  },
  'target/mounted': {
    what: '{target} está en uso: {mounts} está montado.',
    next: 'Cierre los archivos y las ventanas que muestren esta unidad o permita que el programa la desmonte.',
  },
  'target/busy': {
    what: 'Otro programa retiene {target}.',
    next: 'Cierre los programas que usen la unidad, o desconéctela y vuelva a conectarla.',
  },
  'target/held': {
    what: '{target} está en uso por {programs}.',
    next: 'Cierre {programs} y empiece de nuevo; si no basta, desconecte la unidad y vuelva a conectarla.',
  },
  'target/controlled-folder-access': {
    what: 'El Acceso controlado a carpetas de Windows impide que este programa escriba en {target}.',
    next: 'Abra Seguridad de Windows, «Protección contra virus y amenazas», «Administrar la protección contra ransomware», «Permitir que una aplicación acceda a una de las carpetas controladas», y agregue este programa. Después, empiece de nuevo.',
  },
  'target/guarded': {
    what: 'Algo en este equipo impide que este programa escriba en {target}.',
    next: 'Puede ser un antivirus o un programa que protege unidades: permita ahí este programa y empiece de nuevo.',
  },
  'target/policy': {
    what: 'Una directiva de este equipo prohíbe escribir en {target}: {policy}.',
    next: 'Pida a quien administra este equipo que lo permita o use otro equipo.',
  },
  'target/loop-not-allowed': {
    what: '{target} es un archivo que se presenta como una unidad; solo las pruebas pueden escribir en él.',
    next: 'Establezca STICKSMITH_ALLOW_LOOP=1 si está seguro, o elija una unidad real.',
  },
  'target/not-confirmed': {
    what: 'Se borraría todo lo que hay en {target} y eso no se confirmó.',
    next: 'Mire el destino una vez más y repita el comando con --yes.',
  },
  'target/change-not-confirmed': {
    what: 'Se modificaría {target} y eso no se confirmó.',
    next: 'Mire el destino una vez más y repita el comando con --yes.',
  },
  'target/vanished': {
    what: '{target} desapareció mientras se usaba.',
    next: 'Conéctelo de nuevo, a ser posible directamente al equipo y no a un concentrador, y empiece de nuevo.',
  },
  'target/exists': {
    what: 'El archivo {target} existe y se reemplazaría.',
    next: 'Elija otro nombre o confirme con --yes que se puede reemplazar.',
  },
  'target/unusable-path': {
    what: 'No se puede crear el archivo de imagen {target}: {message}.',
    next: 'Elija otro nombre u otra carpeta, una en la que pueda escribir y que tenga espacio.',
  },
  'io/read': {
    what: 'Falló la lectura de {path} en el byte {offset}: {message}.',
    next: 'Puede que el soporte esté fallando. Pruebe otro puerto u otro cable y, después, otra unidad.',
  },
  'io/write': {
    what: 'Falló la escritura en {path} en el byte {offset}: {message}.',
    next: 'Puede que la unidad esté fallando o protegida contra escritura. Pruebe otro puerto u otro cable y, después, otra unidad.',
  },
  'verify/mismatch': {
    what: '{target} devolvió datos distintos de los escritos, por primera vez en el byte {offset}: {cause}.',
    next: 'Pruebe otro puerto u otro cable. Si vuelve a ocurrir, no use esta unidad.',
  },
  'work/full': {
    what: 'A la carpeta de trabajo {path} le faltan {missing:bytes}: se necesitan {needed:bytes}.',
    next: 'Libere espacio, elija una carpeta de trabajo en otro disco (--work-dir o Configuración) o descomprima directamente en la unidad (--direct), lo que es lento.',
  },
  'work/unusable': {
    what: 'No se puede usar la carpeta de trabajo {path}: {message}.',
    next: 'Elija una carpeta de trabajo en la que pueda escribir, en un sistema de archivos con archivos dispersos (no FAT).',
  },
  'work/damaged': {
    what: 'El archivo {path} de la carpeta de trabajo cambió después de crearse, por primera vez en el byte {offset}.',
    next: 'Empiece de nuevo: Windows se descomprime otra vez. Si ocurre dos veces, el disco de la carpeta de trabajo está fallando.',
  },
  'cache/not-found': {
    what: 'No hay guardado ningún Windows descomprimido {key}.',
    next: 'Consulte los que hay con «sticksmith cache».',
  },
  'cache/in-use': {
    what: 'Un trabajo está usando el Windows descomprimido {key}.',
    next: 'Espere a que el trabajo termine o cancélelo.',
  },
  'diary/unusable': {
    what: 'No se puede usar el diario de {path}: {message}.',
    next: 'Procure que pueda escribir en esa carpeta y que su disco tenga espacio. Lo que contenía el diario no se modificó.',
  },
  'diary/newer': {
    what: 'El diario {path} lo escribió una versión posterior de este programa.',
    next: 'Use esa versión. No se cambió nada del diario.',
  },
  'diary/busy': {
    what: 'Otro programa lleva demasiado tiempo escribiendo en el diario, según lo que hay en {path}.',
    next: 'Cierre otras ventanas y otros comandos de Sticksmith e inténtelo de nuevo. Si no hay ninguno, quite esa carpeta.',
  },
  'diary/full': {
    what: 'El diario admite {limit} anotaciones como máximo.',
    next: 'Expórtelo y quite antes anotaciones antiguas.',
  },
  'diary/not-found': {
    what: 'No hay ninguna anotación {id} en el diario.',
    next: 'Consulte las que hay con «sticksmith diary list».',
  },
  'diary/unreadable': {
    what: '{path} no contiene un diario que se pueda leer: {message}.',
    next: 'Indique un archivo .json exportado de un diario. No se agregó nada.',
  },
  'diary/no-identity': {
    what: '{target} no se puede distinguir de otras memorias USB: {message}.',
    next: 'Indique de qué memoria USB se trata con --stick, por su Id. en el diario o en el informe de su creación.',
  },
  'records/unusable': {
    what: 'No se puede usar el historial de {path}: {message}.',
    next: 'Procure que pueda escribir en esa carpeta y que su disco tenga espacio. Lo que se anotó antes no se modificó.',
  },
  'records/busy': {
    what: 'Otro programa lleva demasiado tiempo escribiendo en el historial, según lo que hay en {path}.',
    next: 'Cierre otras ventanas y otros comandos de Sticksmith e inténtelo de nuevo. Si no hay ninguno, quite esa carpeta.',
  },
  'records/not-found': {
    what: 'No hay ninguna entrada {id} en el historial.',
    next: 'Consulte las que hay con «sticksmith records list».',
  },
  'records/unreadable': {
    what: 'La entrada del historial {path} está dañada o es de una versión posterior de este programa.',
    next: 'Use la versión más reciente o examine usted el archivo. No se modificó.',
  },
  'records/no-label': {
    what: 'La entrada del historial {id} es de una unidad que vuelve a ser normal, para la que no hay etiqueta.',
    next: 'Imprima la etiqueta de una memoria USB que se haya creado; «sticksmith records list» las muestra.',
  },
  'records/line-file': {
    what: 'No se pudieron agregar entradas del historial a {path}: {message}.',
    next: 'Procure que se pueda acceder al archivo y escribir en él. Las líneas esperan aquí y se intentan de nuevo con la siguiente entrada.',
  },
  'host/cannot': {
    what: 'Un equipo con {platform} todavía no admite esta operación: {what}.',
    next: 'Prescinda de ella o cree la memoria USB en un equipo con Linux.',
  },
  'tool/missing': {
    what: 'En este equipo falta {tool}, que se necesita para: {purpose}.',
    next: 'Instálelo con: {install}',
  },
  'tool/failed': {
    what: 'Falló el programa {tool}: {message}.',
    next: 'Consulte en el registro lo que indicó.',
  },
  'file/unwritable': {
    what: 'No se puede escribir el archivo {path}: {message}.',
    next: 'Elija una carpeta en la que pueda escribir y que tenga espacio.',
  },
  'data/unwritable': {
    what: 'No se puede escribir en la carpeta {path}, donde Sticksmith guarda su configuración y sus registros: {message}.',
    next: 'Si está en un soporte protegido contra escritura, quite la protección o copie la carpeta completa del programa a un soporte en el que se pueda escribir. Si no, compruebe que puede escribir ahí y que hay espacio.',
  },
  'permission/denied': {
    what: 'Se denegó el permiso para {path}.',
    next: 'Elija un lugar que pueda usar o empiece de nuevo con los derechos necesarios.',
  },
  'ventoy/run-failed': {
    what: 'El programa de Ventoy no pudo hacer su trabajo: {message}.',
    next: 'Consulte en el registro lo que mostró y empiece de nuevo.',
  },
  'ventoy/run-silent': {
    what: 'Se puso fin al programa de Ventoy: {message}.',
    next: 'Puede que la unidad esté fallando. Pruebe otro puerto y, después, otra unidad.',
  },
  'mount/unsupported': {
    what: 'No se puede usar la partición de {target}: {message}.',
    next: 'Para que este programa la modifique, la primera partición de Ventoy debe ser exFAT, NTFS o FAT32; instale Ventoy de nuevo o modifíquela en un equipo que conozca este sistema de archivos.',
  },
  'mount/unclean': {
    what: 'No se puede modificar el sistema de archivos de {target}: {message}.',
    next: 'Conecte la unidad a un equipo con Windows, haga que la compruebe (chkdsk /f) y apague Windows por completo, sin suspensión ni inicio rápido. Después, empiece de nuevo.',
  },
  'mount/failed': {
    what: 'No se puede abrir el sistema de archivos de {target}: {message}.',
    next: 'Haga que se compruebe la partición en el equipo en que se usó por última vez. Si está dañada, instale Ventoy de nuevo.',
  },
  'mount/busy': {
    what: '{target} está listo, salvo su sistema de archivos en {path}, que otro programa sigue usando.',
    next: 'Cierre los programas que muestren archivos de la unidad. No la desconecte antes de cerrarlos.',
  },
  'elevation/denied': {
    what: 'Para escribir en una unidad se necesitan derechos de administrador, que no se concedieron.',
    next: 'Empiece de nuevo y escriba la contraseña cuando se le pida, o ejecute el comando con sudo.',
  },
  'elevation/unavailable': {
    what: 'Este equipo no tiene forma de pedir derechos de administrador: {message}.',
    next: 'Ejecute la línea de comandos con sudo o instale un agente de polkit para su escritorio.',
  },
  'helper/lost': {
    what: 'El programa que escribe en la unidad se detuvo inesperadamente: {message}.',
    next: 'Empiece de nuevo. Si ocurre dos veces, informe de ello con el registro.',
  },
  'helper/protocol': {
    what: 'No se entendió un mensaje entre las partes del programa: {message}.',
    next: 'Reinicie el programa. Si vuelve a ocurrir, informe de ello con el registro.',
  },
  'ventoy/config-json': {
    what: 'No se puede leer ventoy.json: línea {line}, columna {column}: {message}.',
    next: 'Corrija el archivo en ese punto. No se cambió nada de él.',
  },
  'ventoy/config-invalid': {
    what: 'No se puede usar ventoy.json: {message}.',
    next: 'Corrija el archivo o quite lo que esté mal en él. No se cambió nada de él.',
  },
  'repair/not-understood': {
    what: 'No se puede reparar {target}: {message}.',
    next: 'No se cambió nada. Ponga a salvo en otro equipo lo que le importe y cree la memoria USB de nuevo.',
  },
  'repair/encrypted': {
    what: 'Aquello desde lo que arranca {target} debe tomarse de su Windows, que está cifrado.',
    next: 'Repita la operación con la contraseña o la clave de recuperación de la memoria USB (--password-stdin).',
  },
  'repair/no-boot-files': {
    what: 'Al Windows de {target} le faltan los archivos desde los que arranca un equipo: {message}.',
    next: 'Ponga a salvo lo que le importe de la memoria USB y créela de nuevo.',
  },
  'repair/ventoy': {
    what: '{target} es una memoria USB con Ventoy, que repara el propio programa de Ventoy.',
    next: 'Repita la operación con un paquete publicado de Ventoy (--ventoy-package FILE); los archivos de la memoria USB se conservan.',
  },
  'repair/not-undone': {
    what: 'Falló la reparación de {target} y no se pudo restablecer lo que había antes: {message}.',
    next: 'Inicie la reparación de nuevo. Lo que había antes se conserva en {saved} hasta que lo elimine.',
  },
  'check/failed': {
    what: '{target} no arrancaría un equipo: {failed}.',
    next: 'Cree la memoria USB de nuevo; si vuelve a fallar, use otra unidad.',
  },
  'recipe/not-found': {
    what: 'No hay ninguna receta {name} en {folder}.',
    next: 'Consulte la lista de recetas y tome un nombre de ahí.',
  },
  'recipe/folder': {
    what: 'No se puede usar la carpeta de recetas {folder}: {message}.',
    next: 'Compruebe que puede escribir en ella o elija otra carpeta.',
  },
  'restore/too-small': {
    what: '{target} es demasiado pequeño para archivos: tiene {actual:bytes} y se necesitan {needed:bytes}.',
    next: 'Use una unidad más grande.',
  },
  'restore/mbr-too-small': {
    what: 'La tabla de particiones que se pidió, MBR, no puede abarcar {target} por completo, que tiene {actual:bytes}.',
    next: 'Use GPT o deje que Sticksmith elija.',
  },
  'restore/not-ordinary': {
    what: 'Se escribió {target}, pero lo que se lee de él es otra cosa: {message}.',
    next: 'Repita la operación en otro puerto USB; si vuelve a fallar, la unidad está desgastada o no es tan grande como dice: pruébela.',
  },
};
