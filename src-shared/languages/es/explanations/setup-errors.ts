import type { StartErrorTexts } from '../../../explain';

/** What is shown between the first start and the first sign-in. */
export const setupErrors = {
  'why-did-my-pc-restart': {
    title: 'El primer inicio de Windows empieza una y otra vez',
    meaning: [
      'La parte de Windows que hace las primeras preguntas terminó de forma inesperada y se inicia de nuevo.',
    ],
    causes: [
      'Los permisos y los atributos extendidos de los archivos de Windows se perdieron al descomprimirlo. Este programa los escribe directamente en el sistema de archivos.',
    ],
    steps: [
      'Presione el botón de la pantalla y espere; puede que a la segunda continúe.',
      'Si la memoria USB se creó copiando archivos, créela con este programa a partir de la imagen.',
      'Pruebe la unidad con este programa.',
    ],
  },
  'could-not-configure-hardware': {
    title: 'No se pudo configurar Windows para este equipo',
    meaning: [
      'Windows no pudo abrir o modificar su almacén BCD (datos de la configuración de arranque) en su primer inicio. C:\\Windows\\Panther\\setupact.log indica por qué.',
    ],
    causes: [
      'Una memoria USB con GPT no tenía ninguna partición reservada de Microsoft. Las de este programa tienen una.',
    ],
    steps: [
      'Compruebe la memoria USB con este programa: «bcd.firmware-manager» trata de ese almacén.',
      'Presione Mayús+F10 y lea el final de C:\\Windows\\Panther\\setupact.log.',
      'Cree la memoria USB de nuevo.',
    ],
  },
  'restarted-unexpectedly': {
    title: 'La configuración de Windows se interrumpió y no puede continuar',
    meaning: ['El primer inicio no llegó a su fin y Windows se niega a empezarlo por segunda vez.'],
    causes: ['El equipo se apagó o la memoria USB se desconectó mientras se configuraba Windows.'],
    steps: [
      'Cree la memoria USB de nuevo y deje que el primer inicio llegue a su fin antes de desconectarla.',
      'Si ocurre cada vez, pruebe la unidad y use otro puerto.',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
