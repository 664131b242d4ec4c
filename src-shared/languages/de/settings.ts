import type { settings as english } from '../en/settings';
import type { Worded } from '../worded';

/** The settings. */
export const settings: Worded<typeof english> = {
  settings: {
    title: 'Einstellungen',
    language: 'Sprache',
    languageOfSystem: 'Wie das System ({{language}})',
    theme: 'Darstellung',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    workFolder: 'Arbeitsordner',
    workFolderText:
      'Hier wird Windows entpackt, bevor es geschrieben wird. Er sollte auf einem schnellen Datenträger mit mindestens 40 GB freiem Platz liegen.',
    workFolderFree: '{{free}} frei',
    choose: 'Auswählen…',
    reset: 'Üblichen Ort verwenden',
    version: 'Version {{version}}',
  },

  cache: {
    title: 'Für den nächsten Stick aufbewahrt',
    text: 'Ein Windows, das für einen Stick entpackt wurde, wird für den nächsten aufbewahrt. Der braucht dann nur noch so lange, wie das Schreiben dauert. Höchstens aufbewahren:',
    budget: 'Wie viel höchstens aufbewahrt wird',
    keepNone: 'Nichts',
    loading: 'Aufbewahrtes wird gesucht…',
    failedTitle: 'Das Aufbewahrte kann nicht aufgelistet werden',
    empty: 'Zurzeit wird nichts aufbewahrt.',
    used: '{{used}} von {{budget}} belegt',
    lessBudget:
      'Auf dem Datenträger ist wenig Platz, deshalb können jetzt nur {{budget}} aufbewahrt werden.',
    lastUsed: 'zuletzt verwendet: {{date}}',
    inUse: 'In Gebrauch',
    remove: 'Entfernen',
    removeOne: '{{name}} aus {{image}} entfernen',
    removeAll: 'Alle entfernen',
  },
};
