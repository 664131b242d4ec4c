import type { settings as english } from '../en/settings';
import type { Worded } from '../worded';

/** The settings. */
export const settings: Worded<typeof english> = {
  settings: {
    title: 'Configuración',
    language: 'Idioma',
    languageOfSystem: 'El del sistema ({{language}})',
    theme: 'Aspecto',
    themes: { system: 'El del sistema', light: 'Claro', dark: 'Oscuro' },
    workFolder: 'Carpeta de trabajo',
    workFolderText:
      'Aquí se descomprime Windows antes de escribirlo. Debería estar en un disco rápido con 40 GB disponibles como mínimo.',
    workFolderFree: '{{free}} disponibles',
    choose: 'Elegir…',
    reset: 'Usar la ubicación habitual',
    version: 'Versión {{version}}',
  },

  cache: {
    title: 'Guardado para la próxima memoria USB',
    text: 'El Windows que se descomprimió para una memoria USB se guarda para la siguiente, que entonces solo tarda lo que dura la escritura. Guardar como máximo:',
    budget: 'Cuánto se guarda como máximo',
    keepNone: 'Nada',
    loading: 'Viendo qué está guardado…',
    failedTitle: 'No se puede enumerar lo guardado',
    empty: 'De momento no hay nada guardado.',
    used: '{{used}} de {{budget}} en uso',
    lessBudget: 'Queda poco espacio en el disco, así que ahora solo se pueden guardar {{budget}}.',
    lastUsed: 'último uso: {{date}}',
    inUse: 'En uso',
    remove: 'Quitar',
    removeOne: 'Quitar {{name}} de {{image}}',
    removeAll: 'Quitar todo',
  },
};
