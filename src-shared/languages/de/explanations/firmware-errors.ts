import type { StartErrorTexts } from '../../../explain';

const BOOT_MENU =
  'Öffnen Sie das Bootmenü der Firmware (oft mit F12, F11, F9, F8 oder Esc gleich nach dem Einschalten), und wählen Sie den Stick; steht er zweimal in der Liste, den Eintrag mit UEFI.';
const CHECK = 'Prüfen Sie den Stick mit diesem Programm.';
const FOR_BIOS =
  'Wenn der Computer ein BIOS und kein UEFI hat, erstellen Sie den Stick mit MBR; damit startet er über beides.';

/** What the computer itself shows, and the first sector of a stick. */
export const firmwareErrors = {
  'no-bootable-device': {
    title: 'Der Computer findet nichts, was er starten kann',
    meaning: [
      'Die Firmware sucht ein Laufwerk, das sie starten kann, und hat keines gefunden. Windows ist daran noch nicht beteiligt.',
    ],
    causes: [
      'Der Computer ist so eingestellt, dass er wie ein BIOS startet (Legacy, CSM), und der Stick hat eine GPT, die nur mit UEFI startet.',
      'Auf dem Stick fehlt die Datei \\EFI\\Boot\\bootx64.efi.',
      'Die EFI-Partition eines Sticks war plötzlich leer, nachdem er vorher funktioniert hatte.',
      'Der Computer ist nicht so eingestellt, dass er von USB startet, oder der Stick steckt an einem Hub, was Windows To Go nicht unterstützt.',
      'Das Windows ist nicht für diese Art Firmware: Ein 64-Bit-UEFI startet nur ein 64-Bit-Windows.',
    ],
    steps: [
      'Stecken Sie den Stick direkt an den Computer, und schalten Sie diesen aus und wieder ein.',
      BOOT_MENU,
      'Erlauben Sie in den Einstellungen der Firmware das Starten von USB, und schalten Sie dort den Schnellstart („fast boot“) aus.',
      CHECK,
      FOR_BIOS,
    ],
  },
  'operating-system-not-found': {
    title: 'Das BIOS findet keine Partition, die es starten kann',
    meaning: [
      'Die Partitionstabelle des Laufwerks ist beschädigt, oder keine Partition darin ist als die zu startende gekennzeichnet.',
    ],
    causes: ['Keine Partition ist als aktiv gekennzeichnet.'],
    steps: [BOOT_MENU, CHECK, FOR_BIOS, 'Erstellen Sie den Stick neu.'],
  },
  'missing-operating-system': {
    title: 'Der Anfang der aktiven Partition ist nicht, was er sein soll',
    meaning: [
      'Der Code im ersten Sektor des Laufwerks hat die aktive Partition gefunden, aber in deren erstem Sektor nichts, was sich starten lässt.',
    ],
    causes: [
      'Die Partition wurde nie formatiert, oder ihr erster Sektor ist beschädigt.',
      'Das BIOS zählt die Sektoren des Laufwerks anders. Bei einem Stick hängt das davon ab, was in der Firmware für USB-Laufwerke eingestellt ist.',
    ],
    steps: [
      CHECK,
      'Sehen Sie in den Einstellungen der Firmware nach, wie USB-Laufwerke behandelt werden: Als Festplatte ist richtig.',
      'Starten Sie den Stick mit UEFI, wenn der Computer es hat.',
      'Erstellen Sie den Stick neu.',
    ],
  },
  'bootmgr-is-missing': {
    title: 'Der Start-Manager von Windows für BIOS fehlt',
    meaning: [
      'Der erste Sektor einer Partition wurde gestartet und findet daneben die Datei bootmgr nicht.',
    ],
    causes: [
      'Der Computer hat ein Laufwerk gestartet, das kein Windows-Stick ist, zum Beispiel eines, das nur formatiert wurde.',
      'Die Datei bootmgr wurde gelöscht oder ist beschädigt.',
    ],
    steps: [BOOT_MENU, CHECK, 'Erstellen Sie den Stick neu.'],
  },
  'secure-boot-refused': {
    title: 'Secure Boot lehnt ab, was auf dem Stick ist',
    meaning: [
      'Secure Boot ist eingeschaltet, und die Firmware erkennt die Signatur des Ladeprogramms auf dem Stick nicht an. Jeder Hersteller meldet das mit anderen Worten.',
    ],
    causes: [
      'Das Ladeprogramm hat gar keine Signatur, wie zum Beispiel das eines Übungssticks. Das von Microsoft wurde gestartet.',
      'Das Ladeprogramm ist mit dem Zertifikat signiert, das Microsoft für andere Hersteller hat (UEFI CA). Viele Computer erkennen es von sich aus nicht an.',
    ],
    steps: [
      'Für Windows: Erstellen Sie den Stick aus einem Abbild, wie Microsoft es anbietet; der Start-Manager darin ist signiert.',
      'Für Ventoy und Linux: Erlauben Sie in den Einstellungen der Firmware „Microsoft 3rd party UEFI CA“.',
      'Oder schalten Sie Secure Boot aus, solange Sie den Stick benutzen. Wenn das eigene Windows des Computers verschlüsselt ist, halten Sie vorher dessen Wiederherstellungsschlüssel bereit.',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
