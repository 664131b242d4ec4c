import type { StartErrorTexts } from '../../../explain';

const OTHER_PORT =
  'Versuchen Sie es mit einem anderen Anschluss, sowohl USB 2 als auch USB 3, und ohne Hub.';
const CHECK_FILES =
  'Schließen Sie den Stick an ein anderes Windows an, und lassen Sie die Partition auf Fehler prüfen.';
const TEST =
  'Testen Sie das Laufwerk mit diesem Programm: Oft steckt ein versagendes oder gefälschtes Laufwerk dahinter.';
const AGAIN = 'Erstellen Sie den Stick neu; wenn es zweimal geschieht, auf einem anderen Laufwerk.';

/** Stop codes of a Windows that had begun to start. */
export const blueScreenErrors = {
  INACCESSIBLE_BOOT_DEVICE: {
    title: 'Windows hat das Laufwerk verloren, von dem es startet',
    meaning: [
      'Windows hat während des Starts den Zugriff auf seine Partition verloren.',
      'Oft konnte der Treiber des Laufwerks es nicht in Betrieb nehmen, oder das Dateisystem darauf wurde nicht erkannt.',
    ],
    causes: [
      'Die Treiber in diesem Windows funktionieren an diesem Anschluss nicht: Ein portables Windows 7 startete an einem Anschluss eines Computers und an keinem anderen.',
      'Der Stick ist die Kopie eines installierten Windows, das seine USB-Treiber nicht früh genug lädt. Darüber entscheidet der Registrierungswert BootDriverFlags.',
      'Windows wurde auf eine Karte in einem Kartenleser geschrieben. Warum das nicht gelingt, ist nicht bekannt.',
      'Windows liegt in einer virtuellen Festplatte mit NTFS, und diese auf einer Partition mit exFAT.',
      'Das Windows ist Vista oder 7, die keinen Start von USB kennen.',
      'Das Dateisystem ist beschädigt, ein Filtertreiber für Laufwerke arbeitet fehlerhaft, oder die Einstellung der Firmware für Laufwerke wurde geändert.',
    ],
    steps: [
      OTHER_PORT,
      'Versuchen Sie es an einem anderen Computer. Wenn der Stick dort startet, fehlt für den ersten ein Treiber: Fügen Sie ihn hinzu, und erstellen Sie den Stick neu.',
      'Verwenden Sie ein USB-Laufwerk oder eine SSD statt einer Karte.',
      CHECK_FILES,
      AGAIN,
    ],
  },
  UNMOUNTABLE_BOOT_VOLUME: {
    title: 'Windows kann seine eigene Partition nicht lesen',
    meaning: [
      'Windows hat versucht, die Partition einzuhängen, auf der es liegt, und das ist nicht gelungen.',
    ],
    causes: [
      'Meist versagt das Laufwerk.',
      'Der Stick wurde abgezogen, während Windows lief; das kann ihn beschädigen.',
    ],
    steps: [CHECK_FILES, OTHER_PORT, TEST, AGAIN],
  },
  NTFS_FILE_SYSTEM: {
    title: 'Der Dateisystemtreiber von Windows hat angehalten',
    meaning: ['Im Treiber für NTFS ist etwas schiefgegangen.'],
    causes: [
      'Das Dateisystem ist beschädigt, oder das Laufwerk hat schadhafte Stellen.',
      'Der Fehler ist auch bei einem portablen Windows auf einem USB-Stick vorgekommen.',
    ],
    steps: [CHECK_FILES, TEST, AGAIN],
  },
  '0xc000021a': {
    title: 'Ein Prozess, ohne den Windows nicht auskommt, wurde beendet',
    meaning: ['Ein wichtiger Teil von Windows, der vor jeder Anmeldung läuft, ist fehlgeschlagen.'],
    causes: [],
    steps: [
      CHECK_FILES,
      'Wenn kurz vorher etwas installiert oder aktualisiert wurde, erstellen Sie den Stick ohne das neu.',
      TEST,
      AGAIN,
    ],
  },
  CRITICAL_PROCESS_DIED: {
    title: 'Ein kritischer Prozess wurde beendet',
    meaning: ['Ein Prozess, ohne den Windows nicht läuft, wurde beendet oder beschädigt.'],
    causes: [
      'Ein Treiber oder Gerät, das vor Kurzem hinzugekommen ist, oder beschädigte Systemdateien.',
    ],
    steps: [
      OTHER_PORT,
      'Ziehen Sie Geräte ab, die nicht gebraucht werden.',
      'Wenn dem Stick Treiber hinzugefügt wurden, erstellen Sie ihn ohne sie neu.',
      TEST,
      AGAIN,
    ],
  },
  '0xc0000221': {
    title: 'Die Prüfsumme einer Systemdatei stimmt nicht',
    meaning: [
      'Ein Treiber oder eine Bibliothek von Windows ist beschädigt. Der Bildschirm nennt die Datei.',
    ],
    causes: [
      'Das Laufwerk oder der Arbeitsspeicher hat andere Daten zurückgegeben, als dort gespeichert wurden.',
    ],
    steps: [
      'Vergleichen Sie die Prüfsumme des Windows-Abbilds mit der, die sein Herausgeber nennt.',
      TEST,
      'Testen Sie den Arbeitsspeicher des Computers, wenn auch andere Sticks daran scheitern.',
      AGAIN,
    ],
  },
  'WppRecorder.sys': {
    title: 'Windows 10 1809 hält in WppRecorder.sys an',
    meaning: [
      'Von Version 1809 von Windows 10 ist bekannt, dass sie auf einem portablen Laufwerk so anhält.',
    ],
    causes: ['Ein Fehler in dieser Version (Build 17763).'],
    steps: ['Erstellen Sie den Stick aus einem Abbild eines neueren Windows.'],
  },
} as const satisfies Partial<StartErrorTexts>;
