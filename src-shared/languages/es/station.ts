import type { station as english } from '../en/station';
import type { Worded } from '../worded';

/** Making a series of sticks from one recipe. */
export const station: Worded<typeof english> = {
  station: {
    back: 'Volver al asistente',

    choose: {
      title: 'Crear muchas iguales',
      lead: 'Una receta y una confirmación. Después, cada unidad adecuada que conecte será una memoria USB de la serie, varias a la vez.',
      kept: 'Una receta guardada',
      keptField: 'Receta',
      keptTake: 'Tomar esta receta',
      recipe: 'Una receta de un archivo',
      recipeText: 'Una que se guardó en el paso Revisión o que preparó otra persona.',
      recipeOpen: 'Abrir receta…',
      answers: 'Lo que indican ahora las respuestas del asistente',
      answersText: 'Windows o Ventoy, con todo lo que eligió ahí. Las unidades no se incluyen.',
      answersNone: 'Al asistente aún le faltan respuestas para esto.',
      answersTake: 'Usar estas respuestas',
      failedTitle: 'Con esta receta no se puede crear una serie',
    },

    opening: {
      title: 'Comprobando la receta',
      lead: 'Su imagen se lee entera y se compara. Aún no se escribe nada en ninguna unidad.',
      progress: 'Progreso de la comprobación',
      waiting: 'Examinando la receta',
      cancel: 'Cancelar',
    },

    recipe: {
      title: '¿Así debe ser cada memoria USB?',
      lead: 'Todas las memorias USB se crean con «{{name}}». Se diferencian en el nombre, en sus identificadores y en sus claves de recuperación.',
      made: 'Qué se crea',
      edition: '{{edition}} de {{image}}',
      ventoy: 'Una memoria USB con Ventoy',
      ventoyImages_one: '{{count}} archivo de imagen',
      ventoyImages_other: '{{count}} archivos de imagen',
      shared: 'Una partición compartida «{{label}}» de {{size}}',
      sharedUnnamed: 'Una partición compartida de {{size}}',
      sharedRest: 'Una partición compartida con lo que deja Windows',
      vhdx: 'Windows está en un archivo de disco duro virtual',
      needs: 'Cada unidad necesita {{size}} como mínimo',
      matches: 'La imagen se leyó y tiene la huella que indica la receta.',
      unknown:
        'La imagen se leyó y está completa, pero la receta no indica ninguna huella con la que compararla. Es tan auténtica como el lugar de donde la obtuvo.',
      fingerprint: 'Huella de la imagen',
      secrets: 'Lo que la receta no puede contener',
      secretsText:
        'Las recetas no contienen secretos. Lo que escriba se conserva hasta que termina la serie y no se guarda en ningún lugar.',
      passwordText:
        'Todas las memorias USB de la serie reciben la misma contraseña. Cada una tiene su propia clave de recuperación.',
      wifiKey: 'Clave de la red {{ssid}}',
      wifiKeyWhat: 'la clave de {{ssid}}',
      wifiKeyBad: 'Una clave tiene de 8 a 63 caracteres.',
      other: 'Otra receta',
    },

    confirm: {
      title: '¿Qué unidades se usan?',
      lead: 'Responda a esto una vez para toda la serie. No se escribe nada antes de que la empiece.',
      failedTitle: 'La serie no empezó',

      names: 'Cómo se llaman',
      label: 'Nombre de la memoria USB',
      labelHint: 'Una fila de # representa el número, como en PRESTAMO-##. Vacío: solo el número.',
      computerName: 'Nombre de su equipo',
      computerNameHint: 'De la misma manera. Vacío: como indica la receta.',
      firstNumber: 'Primer número',
      preview: '{{names}} …',
      previewNext: '{{before}}, {{name}}',
      previewComputers: 'Sus equipos: {{names}}',
      previewSame: '{{name}}, todas',

      drives: 'Qué unidades se aceptan',
      contents: 'Qué pueden contener',
      contentsEmpty: 'Nada: solo unidades vacías',
      contentsEmptyText:
        'Una unidad que tenga algún archivo, o algo que no se pueda leer, no se toca.',
      contentsAny: 'Cualquier cosa: se borra',
      contentsAnyText:
        'Se pierde lo que haya en una unidad del tamaño adecuado, sin más preguntas.',
      sizes: 'Qué tamaño pueden tener',
      likeFirst: 'Como la primera, con un margen de {{percent}}',
      likeFirstText: 'Decide la primera unidad adecuada. Una unidad de otro tamaño no se toca.',
      likeFirstNot:
        'No para unidades con archivos: indique los tamaños, para decidir usted qué se puede borrar.',
      between: 'Entre dos tamaños',
      betweenText: 'Las unidades más grandes o más pequeñas no se tocan.',
      smallest: 'Desde',
      largest: 'Hasta',
      ports: 'Dónde se conectan',
      portsAny: 'Cualquier puerto de este equipo',
      portsAnyText:
        'Las demás unidades que conecte mientras tanto se juzgan solo por su tamaño y contenido.',
      portsSome: 'Solo los puertos marcados aquí',
      portsSomeText: 'Conecte una unidad a cada puerto que deba contar y aparecerá aquí.',
      portsNone: 'Aún no se ha visto ningún puerto. Conecte una unidad.',
      portsUnknown: 'Este equipo no indica a qué puerto está conectada una unidad.',
      present: 'Unidades conectadas ahora',
      presentText:
        'A menos que las marque, quedan como están mientras sigan conectadas. Si se retiran y se vuelven a conectar, cuentan como cualquier otra unidad.',
      presentNone: 'Ninguna. Es el comienzo más seguro.',
      presentDrive: '{{name}} ({{size}}, {{path}})',
      limit: 'Detenerse tras esta cantidad',
      limitHint: 'Vacío: continúa hasta que la detenga.',
      atOnce: 'A la vez',
      atOnceHint:
        'Las demás unidades esperan su turno. Cada una hace un poco más lentas a las otras.',

      keys: 'Dónde se guardan las claves de recuperación',
      keysHere: 'Un archivo por memoria USB, con su nombre, en {{folder}}',
      keysLater: 'Windows guarda la clave en {{folder}} la primera vez que arranca la memoria USB',
      keysAsked:
        'Windows pregunta dónde guardar la clave la primera vez que arranca la memoria USB',

      danger: 'Qué confirma',
      consentEmpty:
        'Mientras esta ventana muestre la serie, cada unidad vacía que se conecte pasa a ser una memoria USB de la serie, sin más preguntas.',
      consentAny:
        'Mientras esta ventana muestre la serie, cada unidad que se conecte se borra y pasa a ser una memoria USB de la serie, sin más preguntas. Se pierde todo lo que contenga.',
      consentLike: 'Solo se usan unidades del tamaño de la primera.',
      consentBetween: 'Solo se usan unidades de {{smallest}} a {{largest}}.',
      consentSizesMissing: 'Aún debe indicar el tamaño de las unidades.',
      consentAnyPort: 'Se usan en cualquier puerto de este equipo.',
      consentPorts: 'Se usan solo en estos puertos: {{ports}}',
      consentPresent_one: 'Se incluye {{count}} unidad conectada ahora.',
      consentPresent_other: 'Se incluyen {{count}} unidades conectadas ahora.',
      consentLimit_one: 'Termina tras {{count}} memoria USB.',
      consentLimit_other: 'Termina tras {{count}} memorias USB.',
      consentRights:
        'El equipo pide derechos de administrador una vez. Nunca se usan los discos integrados, el disco desde el que funciona este equipo ni el que contiene la imagen.',
      tickEmpty:
        'Cada unidad vacía que se conecte así puede pasar a ser una memoria USB de la serie.',
      tickAny: 'Cada unidad que se conecte así se puede borrar, contenga lo que contenga.',
      word: 'borrar',
      typeWord: 'Escriba «{{word}}» para confirmar que se borran unidades con archivos',
      beginEmpty: 'Empezar la serie',
      beginAny: 'Empezar y borrar lo que se conecte',
      beginning: 'Empezando…',
    },

    running: {
      title: 'Conecte memorias USB',
      lead: 'Cada unidad empieza por sí sola. Retírela cuando lo indique su fila; las demás continúan.',
      titlePaused: 'En pausa',
      leadPaused:
        'No se empieza ninguna unidad hasta que continúe. Las que están en curso se terminan.',
      titleStopping: 'Terminando las últimas memorias USB',
      leadStopping: 'Ya no se empieza ninguna unidad. Deje conectadas las que están en curso.',
      titleCancelling: 'Deteniendo…',
      leadCancelling:
        'Cada memoria USB se detiene en la parte que se está escribiendo, para que su unidad quede en orden.',
      preparing: 'Primero, una vez para todas las memorias USB',
      preparingProgress: 'Progreso de lo que necesitan todas las memorias USB',
      none: 'Aún no hay ninguna unidad',
      noneText: 'Conecte la primera. Tarda unos segundos en aparecer.',
      sizesTaken: 'Se aceptan ahora: unidades de {{smallest}} a {{largest}}',
      counts: 'Recuento',
      made: 'Creadas',
      working: 'En curso',
      failed: 'Fallidas',
      left: 'Por crear',
      sounds: 'Sonidos',
      pause: 'Pausar',
      resume: 'Continuar',
      stop: 'Terminar la serie…',
      sticks: 'Memorias USB',
      pulled: 'Terminadas y retiradas',
      refused: 'Sin tocar',
      refusedText: 'Estas unidades están conectadas y no se cambia nada en ellas.',
    },

    stop: {
      title: '¿Terminar la serie?',
      textNone:
        'No hay ninguna memoria USB en curso. Las unidades que se conecten después no se tocan.',
      text_one: 'Hay {{count}} memoria USB en curso.',
      text_other: 'Hay {{count}} memorias USB en curso.',
      cancelText:
        'Si las interrumpe, quedan claramente incompletas: no se pueden confundir con unas que funcionan y hay que crearlas de nuevo.',
      finish: 'Acabar antes estas',
      end: 'Terminar',
      cancel: 'Interrumpirlas',
      no: 'Continuar con la serie',
    },

    row: {
      number: 'Memoria USB {{number}}',
      computer: 'Equipo {{name}}',
      port: 'Puerto {{port}}',
      progress: 'Progreso de {{name}}',
      states: {
        looking: 'Examinando qué contiene',
        waiting: 'Esperando su turno',
        working: 'Empezando',
        finished: 'Terminada. Ya puede retirarla.',
        pulled: 'Terminada y retirada',
        failed: 'Fallida',
        cancelled: 'Interrumpida',
        binned: 'Apartada',
      },
      took: 'en {{time}}',
      again: 'Reintentar',
      againName: 'Reintentar {{name}}',
      makeAgain: 'Crear de todos modos',
      makeAgainName: 'Crear {{name}} de todos modos',
      bin: 'Apartar',
      binName: 'Apartar {{name}}',
      cancel: 'Interrumpir',
      cancelName: 'Interrumpir {{name}}',
      cancelTitle: '¿Interrumpir {{name}}?',
      cancelText:
        'Se detiene en unos segundos y queda claramente incompleta. Las demás memorias USB continúan.',
      cancelNo: 'Dejar que continúe',
      why: '¿Por qué?',
      whyName: 'Qué pasó con {{name}} y qué hacer ahora',
      advice: {
        retry: 'Puede servir intentarlo de nuevo.',
        bin: 'La propia unidad parece defectuosa: es mejor apartarla.',
      },
      plugIn: 'Vuelva a conectarla para intentarlo otra vez.',
      binnedText: 'Su nombre pasa a la siguiente memoria USB.',
    },

    refusals: {
      size: 'Tiene {{size}}; se aceptan de {{smallest}} a {{largest}}.',
      port: 'Está en un puerto que no cuenta.',
      'not-empty': 'No está vacía: {{what}}.',
      'made-already': 'Es la número {{number}} de esta serie y está terminada.',
      binned: 'Se apartó.',
      unreadable: 'No se puede examinar. {{what}}',
    },

    ended: {
      title_one: 'La serie ha terminado: se creó {{count}} memoria USB',
      title_other: 'La serie ha terminado: se crearon {{count}} memorias USB',
      titleNone: 'La serie ha terminado: no se creó ninguna memoria USB',
      titleError: 'Hubo que terminar la serie',
      lead: 'Las unidades que se conecten ahora no se tocan.',
      failed_one: '{{count}} unidad falló. Figura abajo.',
      failed_other: '{{count}} unidades fallaron. Figuran abajo.',
      listText:
        'La lista indica de cada memoria USB el nombre, la unidad, el resultado y su identificador en el historial.',
      saveList: 'Guardar la lista…',
      another: 'Crear otra serie',
    },

    news: {
      finished: '{{name}} está terminada. Ya puede retirarla.',
      failed: '{{name}} falló. {{what}}',
      refused: '{{name}} no se toca. {{why}}',
    },

    problems: {
      'network-key': 'Una red aún necesita su clave, de 8 a 63 caracteres.',
      label: 'El nombre de una memoria USB puede tener hasta 11 caracteres, sin " * / : < > ? \\ |',
      'computer-name': 'Windows no aceptaría el nombre del equipo.',
      'first-number': 'El primer número es un número entero hasta 999 999.',
      'number-too-long':
        'En los nombres no hay espacio suficiente para los números. Agregue otro #.',
      'sizes-missing': 'Indique desde qué tamaño y hasta cuál se aceptan unidades.',
      'sizes-order': 'El tamaño más pequeño es mayor que el más grande.',
      'sizes-needed': 'Las unidades de estos tamaños son demasiado pequeñas para la receta.',
      ports: 'Marque al menos un puerto.',
      limit: 'El número de memorias USB es un número entero del 1 al 9999, o se deja vacío.',
      'at-once': 'Se pueden crear de 1 a {{most}} memorias USB a la vez.',
      'not-confirmed': 'Confirme lo que se puede borrar.',
    },
  },
};
