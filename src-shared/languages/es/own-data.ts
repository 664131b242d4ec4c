import type { ownData as english } from '../en/own-data';
import type { Worded } from '../worded';

/** What is in the settings beside those themselves: folders, trusted hashes, logs, and what support needs. */
export const ownData: Worded<typeof english> = {
  settingsTabs: {
    label: 'Partes de la configuración',
    general: 'General',
    storage: 'Almacenamiento',
    trusted: 'Imágenes de confianza',
    support: 'Soporte',
  },

  settingsGeneral: {
    sounds: 'Sonidos',
    soundsText:
      'La estación avisa con un sonido de que una memoria USB está lista o ha fallado. También lo muestra.',
    reset: 'Restablecer todo',
    resetText:
      'Idioma, aspecto, sonidos, carpeta de trabajo y lo que se guarda. Las imágenes de confianza se conservan.',
    wasReset: 'Todo está como al principio.',
  },

  recipeFolder: {
    title: 'Recetas',
    text: 'Aquí se guardan las recetas que usted guarda o importa. Una carpeta compartida en la red es la misma para todos.',
  },

  dataFolder: {
    title: 'Configuración y registros',
    text: 'Aquí se guardan la configuración, los registros y el diario de esta persona.',
    portable: 'Sticksmith es portátil aquí: todo lo suyo está junto a él.',
    open: 'Mostrar los registros',
  },

  trusted: {
    text: 'Las imágenes con estos valores SHA-256 superan «¿Es auténtica la imagen?» sin otra comparación.',
    loading: 'Buscando imágenes de confianza…',
    failedTitle: 'No se pueden enumerar las imágenes de confianza',
    empty: 'Aún no hay imágenes de confianza.',
    since: 'desde el {{date}}',
    remove: 'Quitar',
    removeOne: 'Quitar {{name}}',
    removed: '{{name}} ya no es de confianza.',
    undo: 'Deshacer',
    addTitle: 'Agregar una a mano',
    name: 'Nombre',
    nameHint: 'Por ejemplo, el nombre del archivo',
    hash: 'SHA-256',
    hashBad: 'Un SHA-256 tiene 64 dígitos, del 0 al 9 y de la a a la f.',
    add: 'Confiar en ella',
  },

  support: {
    text: 'Si algo salió mal, esto ayuda a otros a averiguar por qué. No contiene contraseñas ni claves. No se envía nada: léalo y después cópielo o guárdelo.',
    gather: 'Reunir datos para soporte',
    gathering: 'Reuniendo…',
    failedTitle: 'No se pueden reunir los datos',
    preview: 'Lo que soporte necesita',
    copy: 'Copiar datos para soporte',
    save: 'Guardar como archivo…',
  },
};
