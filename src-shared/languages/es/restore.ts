import type { restore as english } from '../en/restore';
import type { Worded } from '../worded';

/** Making an ordinary drive of a stick again. */
export const restore: Worded<typeof english> = {
  restore: {
    title: '¿Qué memoria USB vuelve a ser una unidad normal?',
    lead: 'Recibe una sola partición exFAT vacía, que leen equipos, televisores y cámaras. Se pierde todo lo que contiene.',
    listLabel: 'Unidades que se pueden borrar',
    emptyTitle: 'No hay conectada ninguna unidad que se pueda borrar',
    emptyText: 'Conecte la memoria USB. Aparecerá aquí por sí sola.',
    go: 'Continuar',
    askTitle: '¿Volver a hacer de {{name}} una unidad normal?',
    askLead: 'Tarda unos segundos.',
    lost: 'Qué se perderá',
    notSecure:
      'Es un borrado rápido, no seguro: programas especiales aún pueden encontrar parte de los archivos antiguos. Antes de dar la unidad a otra persona, use un programa hecho para eso.',
    label: 'Nombre de la unidad',
    labelHint: '11 caracteres como máximo; puede quedar vacío',
    labelProblems: {
      'too-long': '11 caracteres como máximo',
      characters: 'exFAT no admite uno de estos caracteres',
    },
    scheme: 'Tabla de particiones',
    schemes: {
      auto: 'La que lee la mayoría de los dispositivos (MBR; por encima de 2 TiB, GPT)',
      gpt: 'GPT',
    },
    start: 'Borrar {{name}}',
    anotherDrive: 'Otra unidad',
    running: 'Haciendo de {{name}} una unidad normal',
    runningLead: 'Lo que contenía se pierde desde el primer momento. Déjela conectada.',
    opening: 'Abriendo la unidad. Es posible que el equipo le pida derechos de administrador.',
    progress: 'Progreso',
    doneTitle: '{{name}} vuelve a ser una unidad normal',
    doneLead: 'exFAT, {{free}} disponibles. Lo escrito se releyó y se comparó.',
    factName: 'Nombre',
    factFree: 'Disponible para archivos',
    factTable: 'Tabla de particiones',
    noName: 'ninguno',
    plugAgain: 'Si no aparece entre sus unidades, desconéctela y vuelva a conectarla.',
    cancelledTitle: 'Se detuvo antes de terminar',
    cancelledLead: {
      untouched: 'No se cambió nada en {{name}}.',
      changed:
        'Se ha perdido lo que contenía {{name}}, que no tiene ninguna partición. Haga de ella una unidad normal para usarla.',
    },
    failedTitle: 'No se pudo hacer de {{name}} una unidad normal',
    back: 'Volver al asistente',
  },
};
