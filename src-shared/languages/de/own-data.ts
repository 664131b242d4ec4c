import type { ownData as english } from '../en/own-data';
import type { Worded } from '../worded';

/** What is in the settings beside those themselves: folders, trusted hashes, logs, and what support needs. */
export const ownData: Worded<typeof english> = {
  settingsTabs: {
    label: 'Teile der Einstellungen',
    general: 'Allgemein',
    storage: 'Speicher',
    trusted: 'Vertraute Abbilder',
    support: 'Hilfe und Protokolle',
  },

  settingsGeneral: {
    sounds: 'Töne',
    soundsText:
      'Die Station sagt mit einem Ton, dass ein Stick fertig oder gescheitert ist. Sie zeigt es auch.',
    reset: 'Alles zurücksetzen',
    resetText:
      'Sprache, Aussehen, Töne, Arbeitsordner und was behalten wird. Vertraute Abbilder bleiben.',
    wasReset: 'Alles ist, wie es zuerst war.',
  },

  recipeFolder: {
    title: 'Rezepte',
    text: 'Rezepte, die Sie speichern oder importieren, werden hier aufbewahrt. Ein Ordner auf einer Freigabe ist für alle derselbe.',
  },

  dataFolder: {
    title: 'Einstellungen und Protokolle',
    text: 'Einstellungen, Protokolle und Tagebuch dieser Person liegen hier.',
    portable: 'Sticksmith ist hier portabel: Alles Eigene liegt daneben.',
    open: 'Protokolle zeigen',
  },

  trusted: {
    text: 'Abbilder mit diesen SHA-256-Werten gelten ohne weiteren Vergleich als echt.',
    loading: 'Vertraute Abbilder werden gesucht…',
    failedTitle: 'Die vertrauten Abbilder lassen sich nicht auflisten',
    empty: 'Noch wird keinem Abbild vertraut.',
    since: 'seit {{date}}',
    remove: 'Entfernen',
    removeOne: '{{name}} entfernen',
    removed: '{{name}} wird nicht mehr vertraut.',
    undo: 'Rückgängig',
    addTitle: 'Eines von Hand hinzufügen',
    name: 'Sein Name',
    nameHint: 'Etwa der Dateiname',
    hash: 'SHA-256',
    hashBad: 'Ein SHA-256 hat 64 Stellen aus 0 bis 9 und a bis f.',
    add: 'Vertrauen',
  },

  support: {
    text: 'Wenn etwas schiefging, hilft dies anderen, den Grund zu finden. Es enthält weder Passwörter noch Schlüssel. Nichts wird gesendet: erst lesen, dann kopieren oder speichern.',
    gather: 'Zusammenstellen, was der Support braucht',
    gathering: 'Wird zusammengestellt…',
    failedTitle: 'Es lässt sich nicht zusammenstellen',
    preview: 'Was der Support braucht',
    copy: 'Kopieren, was der Support braucht',
    save: 'Als Datei speichern…',
  },
};
