import type { StartErrorTexts } from '../../../explain';

/** What is shown between the first start and the first sign-in. */
export const setupErrors = {
  'why-did-my-pc-restart': {
    title: 'Der erste Start von Windows beginnt immer wieder von vorn',
    meaning: [
      'Der Teil von Windows, der die ersten Fragen stellt, wurde unerwartet beendet und wird erneut gestartet.',
    ],
    causes: [
      'Berechtigungen und erweiterte Attribute der Dateien von Windows sind beim Entpacken verloren gegangen. Dieses Programm schreibt sie selbst in das Dateisystem.',
    ],
    steps: [
      'Drücken Sie die Schaltfläche auf dem Bildschirm, und warten Sie; beim zweiten Mal geht es vielleicht weiter.',
      'Wenn der Stick durch Kopieren von Dateien entstanden ist, erstellen Sie ihn mit diesem Programm aus dem Abbild.',
      'Testen Sie das Laufwerk mit diesem Programm.',
    ],
  },
  'could-not-configure-hardware': {
    title: 'Windows konnte für diesen Computer nicht eingerichtet werden',
    meaning: [
      'Windows konnte seinen BCD-Speicher mit den Startkonfigurationsdaten beim ersten Start nicht öffnen oder ändern. Den Grund nennt C:\\Windows\\Panther\\setupact.log.',
    ],
    causes: [
      'Ein Stick mit GPT hatte keine von Microsoft reservierte Partition. Sticks dieses Programms haben eine.',
    ],
    steps: [
      'Prüfen Sie den Stick mit diesem Programm: Bei „bcd.firmware-manager“ geht es um diesen Speicher.',
      'Drücken Sie Umschalt+F10, und lesen Sie das Ende von C:\\Windows\\Panther\\setupact.log.',
      'Erstellen Sie den Stick neu.',
    ],
  },
  'restarted-unexpectedly': {
    title: 'Die Einrichtung von Windows wurde unterbrochen und kann nicht weitergehen',
    meaning: [
      'Der erste Start kam nicht an sein Ende, und Windows lehnt es ab, ihn ein zweites Mal zu beginnen.',
    ],
    causes: [
      'Der Computer wurde ausgeschaltet oder der Stick abgezogen, während Windows eingerichtet wurde.',
    ],
    steps: [
      'Erstellen Sie den Stick neu, und lassen Sie den ersten Start an sein Ende kommen, bevor Sie ihn abziehen.',
      'Wenn es jedes Mal geschieht, testen Sie das Laufwerk, und versuchen Sie es mit einem anderen Anschluss.',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
