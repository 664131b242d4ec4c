import type { StartErrorTexts } from '../../../explain';

const CHECK =
  'Compruebe la memoria USB con este programa, que sigue el mismo camino e indica qué está mal.';
const AGAIN = 'Cree la memoria USB de nuevo. Si no basta, use otra unidad.';
const OTHER_PORT =
  'Conecte la memoria USB directamente a otro puerto del equipo, sin concentrador.';

/** What Windows’ boot manager and its loader show, on a blue or black screen with “Error code” or “Status”. */
export const bootManagerErrors = {
  '0xc0000225': {
    title: 'No se encontró la partición con Windows',
    meaning: [
      'Algo que se buscaba no existe.',
      'El almacén BCD (datos de la configuración de arranque) de la memoria USB indica una partición que no está en ninguna unidad de este equipo.',
    ],
    causes: [
      'La memoria USB se copió o se particionó de nuevo, así que sus particiones tienen identificadores distintos de los que indica el almacén BCD.',
      'Windows está cifrado y los datos de BitLocker de su comienzo están dañados: las tres copias o la suma de comprobación de la primera.',
      'La unidad indica que su cifrado está en curso y falta el registro de hasta dónde llegó.',
      'Windows está en un disco duro virtual y la partición que contiene el archivo no es la indicada.',
    ],
    steps: [
      CHECK,
      'Si la memoria USB se copió de otra, créela mejor con este programa: cada memoria USB recibe identificadores propios.',
      AGAIN,
    ],
  },
  '0xc000000f': {
    title: 'Falta un archivo necesario para arrancar Windows',
    meaning: [
      'Un archivo no existe.',
      'La línea «File:» indica cuál: \\EFI\\Microsoft\\Boot\\BCD es el almacén BCD (datos de la configuración de arranque); winload, el cargador de Windows.',
    ],
    causes: [
      'El almacén BCD falta o no se escribió hasta el final.',
      'El almacén BCD indica una ruta que no existe en la partición de Windows.',
      'Windows está cifrado y el almacén BCD, en lugar de indicar la partición, dice que se busque una carpeta Windows.',
      'Windows está en un disco duro virtual y falta el archivo de este.',
      'El primer sector de la partición de Windows está dañado.',
    ],
    steps: [
      CHECK,
      OTHER_PORT,
      'Si la memoria USB se desconectó mientras Windows estaba en marcha, haga que otro Windows la compruebe en busca de errores.',
      AGAIN,
    ],
  },
  '0xc000000e': {
    title: 'No se encontró la unidad con Windows',
    meaning: [
      'Un dispositivo no existe.',
      'El almacén BCD (datos de la configuración de arranque) indica una unidad que este equipo no ve.',
    ],
    causes: [
      'La memoria USB tiene un MBR y una firma de disco distinta de la que indica el almacén BCD, como después de copiarla.',
      'El almacén BCD se creó para el otro tipo de tabla de particiones (MBR o GPT).',
      'Se arrancó un disco duro virtual con Ventoy 1.0.87, que tenía un fallo.',
    ],
    steps: [
      OTHER_PORT,
      CHECK,
      'Si Ventoy arrancó un disco duro virtual, actualice Ventoy en la memoria USB.',
      AGAIN,
    ],
  },
  '0xc0000034': {
    title: 'El almacén BCD no tiene ninguna entrada para Windows',
    meaning: [
      'No se encontró un nombre.',
      'El almacén BCD (datos de la configuración de arranque) se puede leer, pero no contiene lo que debería indicar.',
    ],
    causes: [
      'La entrada que el almacén inicia por sí solo no está en él.',
      'El archivo del almacén BCD quedó incompleto.',
    ],
    steps: [CHECK, AGAIN],
  },
  '0xc000000d': {
    title: 'El almacén BCD está vacío',
    meaning: [
      'Un parámetro no es válido.',
      'El archivo del almacén BCD (datos de la configuración de arranque) no tiene contenido.',
    ],
    causes: ['El archivo \\EFI\\Microsoft\\Boot\\BCD existe, pero tiene 0 bytes.'],
    steps: [CHECK, AGAIN],
  },
  '0xc000014c': {
    title: 'El almacén BCD está dañado',
    meaning: [
      'Un archivo con el formato del Registro está dañado. El almacén BCD (datos de la configuración de arranque) es uno de ellos.',
    ],
    causes: ['Lo que contiene el archivo no es un almacén BCD.'],
    steps: [
      CHECK,
      'Pruebe la unidad: un archivo que cambia por sí solo es señal de una unidad que está fallando o es falsa.',
      AGAIN,
    ],
  },
  '0xc000007b': {
    title: 'Un programa que inicia Windows está dañado o es para otro procesador',
    meaning: [
      'Un programa no tiene el formato necesario.',
      'El administrador de arranque encontró winload.efi y no puede iniciarlo.',
    ],
    causes: ['El archivo está dañado: ya no es un programa.'],
    steps: [
      'Compare la suma de comprobación de la imagen de Windows con la que indica quien la publica.',
      'Pruebe la unidad: los archivos que cambian por sí solos son señal de una unidad que está fallando o es falsa.',
      AGAIN,
    ],
  },
  '0xc0000428': {
    title: 'No se acepta la firma de un programa que inicia Windows',
    meaning: [
      'No se puede verificar la firma de un archivo.',
      'El administrador de arranque no confía en el cargador que encontró.',
    ],
    causes: [
      'El cargador no está firmado por Microsoft o se modificó.',
      'El Windows es una versión preliminar que ha expirado.',
      'En un equipo virtual, un Windows real mostró esto con la unidad USB virtual y arrancó cuando se conectó como disco SATA.',
    ],
    steps: [
      'Ajuste la fecha y la hora del equipo.',
      'Use una imagen de un Windows publicado, tal como la ofrece quien la publica.',
      'Si se agregaron controladores a la memoria USB, créela de nuevo sin ellos.',
    ],
  },
  '0xc0000098': {
    title: 'El almacén BCD no indica nada útil sobre un Windows',
    meaning: [
      'El administrador de arranque leyó el almacén BCD (datos de la configuración de arranque) y no encontró en él ningún sistema operativo que se pueda iniciar.',
    ],
    causes: ['El almacén BCD está dañado o su entrada ha desaparecido.'],
    steps: [CHECK, AGAIN],
  },
  '0xc0000001': {
    title: 'Falló algo necesario para arrancar',
    meaning: ['La operación falló; el código no indica nada más.'],
    causes: [
      'Se conoce de equipos que arrancan desde la red: el firmware no arrancó la memoria USB, sino la red.',
    ],
    steps: [
      'Elija la memoria USB en el menú de arranque del firmware y vea si la línea «File:» indica un archivo de la memoria USB.',
      OTHER_PORT,
      CHECK,
    ],
  },
  '0xc0000017': {
    title: 'No hay bastante memoria contigua',
    meaning: [
      'No había bastante memoria disponible.',
      'El administrador de arranque carga en la memoria la instalación o la reparación de Windows y no encontró sitio para ello.',
    ],
    causes: [
      'Una actualización que reinicia el equipo en la instalación de Windows necesita más memoria contigua de la que deja el firmware.',
    ],
    steps: [
      'Desconecte los dispositivos que no se necesiten e inténtelo de nuevo.',
      'Busque un firmware más reciente para el equipo.',
      'Si solo ocurre después de una actualización, arranque la memoria USB una vez en otro equipo.',
    ],
  },
  '0xc0000185': {
    title: 'Falló la lectura de la unidad',
    meaning: ['El dispositivo notificó un error mientras se leía o se escribía en él.'],
    causes: [],
    steps: [
      OTHER_PORT,
      'Pruebe la unidad con este programa.',
      'Ponga a salvo lo que le importe mientras la memoria USB aún se pueda leer y use otra unidad.',
    ],
  },
  '0xc00000e9': {
    title: 'Se interrumpió la conexión con la unidad',
    meaning: ['La lectura o la escritura falló de una manera no prevista.'],
    causes: [
      'La memoria USB se desconectó mientras se usaba o está fallando; la propia pantalla menciona ambas cosas.',
    ],
    steps: [OTHER_PORT, 'Pruebe la unidad con este programa.', AGAIN],
  },
  '0xc0000605': {
    title: 'Este Windows ha expirado',
    meaning: [
      'Ha expirado el certificado con el que se firmó un archivo.',
      'Las versiones preliminares de Windows dejan de arrancar unas semanas después del día hasta el que tienen licencia.',
    ],
    causes: [
      'La imagen es una versión preliminar (Insider) cuyo plazo ha terminado.',
      'Decide el reloj del equipo: con una fecha anterior, un Windows así arrancó.',
    ],
    steps: [
      'Ajuste la fecha y la hora del equipo.',
      'Cree la memoria USB a partir de una imagen de un Windows publicado.',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
