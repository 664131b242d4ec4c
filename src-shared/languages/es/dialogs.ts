import type { dialogs as english } from '../en/dialogs';
import type { Worded } from '../worded';

/** What the program asks in dialogs of the system. */
export const dialogs: Worded<typeof english> = {
  dialogs: {
    closing: {
      making: {
        message: 'Se está creando una memoria USB.',
        detail:
          'Si cierra Sticksmith ahora, la memoria USB queda sin terminar y no arrancará ningún equipo.',
        keep: 'Seguir creando la memoria USB',
      },
      series: {
        message: 'Hay una serie de memorias USB en marcha.',
        detail:
          'Si cierra Sticksmith ahora, las memorias USB que se están creando quedan sin terminar y no arrancarán ningún equipo.',
        keep: 'Mantener la serie en marcha',
      },
      repairing: {
        message: 'Se está reparando una memoria USB.',
        detail:
          'Si cierra Sticksmith ahora, primero se deshace lo que se ha reescrito. Hasta entonces, deje conectada la memoria USB.',
        keep: 'Seguir reparando la memoria USB',
      },
      restoring: {
        message: 'Una unidad se está volviendo normal.',
        detail:
          'Si cierra Sticksmith ahora, la unidad queda sin particiones hasta que se repita la operación.',
        keep: 'Continuar',
      },
    },
    closeAnyway: 'Cerrar de todos modos',
    cannotStart: 'Sticksmith no puede iniciarse aquí',
    /** Kinds of files to choose from. */
    files: {
      all: 'Todos los archivos',
      windowsImages: 'Imágenes de Windows',
      diskImages: 'Imágenes de disco',
      bootImages: 'Imágenes',
      recipes: 'Recetas',
      answers: 'Archivos de respuesta',
      networks: 'Perfiles de red',
      ventoyReleases: 'Paquetes de Ventoy',
      archives: 'Archivos comprimidos',
      page: 'Página para leer e imprimir',
      data: 'Datos para programas',
      text: 'Texto',
      tables: 'Tablas',
      labels: 'Etiquetas',
      lines: 'Líneas de JSON',
    },
  },
};
