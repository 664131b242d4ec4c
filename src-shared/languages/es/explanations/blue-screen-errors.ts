import type { StartErrorTexts } from '../../../explain';

const OTHER_PORT = 'Pruebe otro puerto, tanto USB 2 como USB 3, y sin concentrador.';
const CHECK_FILES =
  'Conecte la memoria USB a otro Windows y haga que compruebe la partición en busca de errores.';
const TEST =
  'Pruebe la unidad con este programa: en muchos de estos casos está fallando o es falsa.';
const AGAIN = 'Cree la memoria USB de nuevo; si ocurre dos veces, en otra unidad.';

/** Stop codes of a Windows that had begun to start. */
export const blueScreenErrors = {
  INACCESSIBLE_BOOT_DEVICE: {
    title: 'Windows perdió la unidad desde la que arranca',
    meaning: [
      'Windows perdió el acceso a su partición mientras se iniciaba.',
      'A menudo, el controlador de la unidad no pudo ponerla en marcha o no se reconoció su sistema de archivos.',
    ],
    causes: [
      'Los controladores de este Windows no funcionan en este puerto: un Windows 7 portátil arrancó en un puerto de un equipo y en ningún otro.',
      'La memoria USB es la copia de un Windows instalado, que no carga sus controladores USB lo bastante pronto. Lo decide su valor del Registro BootDriverFlags.',
      'Windows se puso en una tarjeta en un lector de tarjetas. No se sabe por qué eso falla.',
      'Windows está en un disco duro virtual con NTFS, y este en una partición con exFAT.',
      'El Windows es Vista o 7, que no conocen el arranque desde USB.',
      'El sistema de archivos está dañado, un controlador de filtro para unidades funciona mal o se cambió la configuración del firmware para las unidades.',
    ],
    steps: [
      OTHER_PORT,
      'Pruebe otro equipo. Si arranca ahí, falta un controlador para el primero: agréguelo y cree la memoria USB de nuevo.',
      'Use una unidad USB o un SSD en lugar de una tarjeta.',
      CHECK_FILES,
      AGAIN,
    ],
  },
  UNMOUNTABLE_BOOT_VOLUME: {
    title: 'Windows no puede leer su propia partición',
    meaning: ['Windows intentó montar la partición en la que está y no lo consiguió.'],
    causes: [
      'Normalmente, la unidad está fallando.',
      'La memoria USB se desconectó mientras Windows estaba en marcha, lo que puede dañarla.',
    ],
    steps: [CHECK_FILES, OTHER_PORT, TEST, AGAIN],
  },
  NTFS_FILE_SYSTEM: {
    title: 'Se detuvo el controlador del sistema de archivos de Windows',
    meaning: ['Algo salió mal en el controlador de NTFS.'],
    causes: [
      'El sistema de archivos está dañado o la unidad tiene zonas defectuosas.',
      'También se ha dado con un Windows portátil en una memoria USB.',
    ],
    steps: [CHECK_FILES, TEST, AGAIN],
  },
  '0xc000021a': {
    title: 'Terminó un proceso del que Windows no puede prescindir',
    meaning: [
      'Falló una parte importante de Windows que funciona antes de que nadie inicie sesión.',
    ],
    causes: [],
    steps: [
      CHECK_FILES,
      'Si justo antes se instaló o actualizó algo, cree la memoria USB de nuevo sin ello.',
      TEST,
      AGAIN,
    ],
  },
  CRITICAL_PROCESS_DIED: {
    title: 'Terminó un proceso crítico',
    meaning: ['Un proceso sin el que Windows no funciona terminó o se dañó.'],
    causes: ['Un controlador o un dispositivo agregado hace poco, o archivos de sistema dañados.'],
    steps: [
      OTHER_PORT,
      'Desconecte los dispositivos que no se necesiten.',
      'Si se agregaron controladores a la memoria USB, créela de nuevo sin ellos.',
      TEST,
      AGAIN,
    ],
  },
  '0xc0000221': {
    title: 'La suma de comprobación de un archivo de sistema no coincide',
    meaning: [
      'Un controlador o una biblioteca de Windows está dañado. La pantalla indica el archivo.',
    ],
    causes: ['La unidad o la memoria devolvió datos distintos de los que se guardaron en ella.'],
    steps: [
      'Compare la suma de comprobación de la imagen de Windows con la que indica quien la publica.',
      TEST,
      'Pruebe la memoria del equipo si en él fallan también otras memorias USB.',
      AGAIN,
    ],
  },
  'WppRecorder.sys': {
    title: 'Windows 10 1809 se detiene en WppRecorder.sys',
    meaning: [
      'De la versión 1809 de Windows 10 se sabe que se detiene así en una unidad portátil.',
    ],
    causes: ['Un fallo de esa versión (compilación 17763).'],
    steps: ['Cree la memoria USB a partir de una imagen de un Windows más reciente.'],
  },
} as const satisfies Partial<StartErrorTexts>;
