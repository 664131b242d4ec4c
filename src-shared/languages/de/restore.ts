import type { restore as english } from '../en/restore';
import type { Worded } from '../worded';

/** Making an ordinary drive of a stick again. */
export const restore: Worded<typeof english> = {
  restore: {
    title: 'Welcher Stick wird wieder ein gewöhnliches Laufwerk?',
    lead: 'Er bekommt eine leere exFAT-Partition, die Computer, Fernseher und Kameras lesen. Alles darauf geht verloren.',
    listLabel: 'Laufwerke, die gelöscht werden können',
    emptyTitle: 'Kein Laufwerk ist angeschlossen, das gelöscht werden kann',
    emptyText: 'Stecken Sie den Stick ein. Er erscheint hier von selbst.',
    go: 'Weiter',
    askTitle: '{{name}} wieder zu einem gewöhnlichen Laufwerk machen?',
    askLead: 'Das dauert wenige Sekunden.',
    lost: 'Was verloren geht',
    notSecure:
      'Das geht schnell und ist kein sicheres Löschen: Besondere Programme können einen Teil der alten Dateien noch finden. Verwenden Sie ein Programm, das dafür gemacht ist, bevor Sie das Laufwerk weggeben.',
    label: 'Name des Laufwerks',
    labelHint: 'Höchstens 11 Zeichen; darf leer sein',
    labelProblems: {
      'too-long': 'Höchstens 11 Zeichen',
      characters: 'exFAT erlaubt eines dieser Zeichen nicht',
    },
    scheme: 'Partitionstabelle',
    schemes: {
      auto: 'Die, die die meisten Geräte lesen (MBR; über 2 TiB GPT)',
      gpt: 'GPT',
    },
    start: '{{name}} löschen',
    anotherDrive: 'Anderes Laufwerk',
    running: '{{name}} wird ein gewöhnliches Laufwerk',
    runningLead:
      'Was darauf war, ist vom ersten Augenblick an verloren. Lassen Sie es eingesteckt.',
    opening:
      'Das Laufwerk wird geöffnet. Ihr Computer fragt Sie vielleicht nach Administratorrechten.',
    progress: 'Fortschritt',
    doneTitle: '{{name}} ist wieder ein gewöhnliches Laufwerk',
    doneLead: 'exFAT, {{free}} frei. Was geschrieben wurde, wurde zurückgelesen und verglichen.',
    factName: 'Name',
    factFree: 'Frei für Dateien',
    factTable: 'Partitionstabelle',
    noName: 'keiner',
    plugAgain:
      'Wenn es nicht unter Ihren Laufwerken erscheint, ziehen Sie es ab und stecken Sie es wieder ein.',
    cancelledTitle: 'Vor dem Ende abgebrochen',
    cancelledLead: {
      untouched: 'Auf {{name}} wurde nichts geändert.',
      changed:
        'Was auf {{name}} war, ist verloren, und es hat keine Partition. Machen Sie es zu einem gewöhnlichen Laufwerk, um es zu verwenden.',
    },
    failedTitle: '{{name}} konnte nicht zu einem gewöhnlichen Laufwerk gemacht werden',
    back: 'Zurück zum Assistenten',
  },
};
