import type { settings as english } from '../en/settings';
import type { Worded } from '../worded';

/** The settings. */
export const settings: Worded<typeof english> = {
  settings: {
    title: 'Paramètres',
    language: 'Langue',
    languageOfSystem: 'Comme le système ({{language}})',
    theme: 'Apparence',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
    workFolder: 'Dossier de travail',
    workFolderText:
      'Windows y est décompressé avant d’être écrit. Choisissez un disque rapide avec au moins 40 Go libres.',
    workFolderFree: '{{free}} libres',
    choose: 'Choisir…',
    reset: 'Utiliser l’emplacement habituel',
    version: 'Version {{version}}',
  },

  cache: {
    title: 'Gardé pour la clé suivante',
    text: 'Le Windows décompressé pour une clé est gardé pour la suivante, qui ne prend alors que le temps de l’écriture. Garder au plus :',
    budget: 'Quantité gardée au plus',
    keepNone: 'Rien',
    loading: 'Examen de ce qui est gardé…',
    failedTitle: 'Impossible de lister ce qui est gardé',
    empty: 'Rien n’est gardé pour l’instant.',
    used: '{{used}} sur {{budget}} utilisés',
    lessBudget:
      'Il reste peu de place sur le disque, de sorte que seuls {{budget}} peuvent être gardés maintenant.',
    lastUsed: 'dernière utilisation : {{date}}',
    inUse: 'En cours d’utilisation',
    remove: 'Supprimer',
    removeOne: 'Supprimer {{name}} de {{image}}',
    removeAll: 'Tout supprimer',
  },
};
