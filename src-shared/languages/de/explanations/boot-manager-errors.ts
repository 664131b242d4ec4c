import type { StartErrorTexts } from '../../../explain';

const CHECK =
  'Prüfen Sie den Stick mit diesem Programm; es geht denselben Weg und nennt, was nicht stimmt.';
const AGAIN =
  'Erstellen Sie den Stick neu. Wenn das nicht hilft, verwenden Sie ein anderes Laufwerk.';
const OTHER_PORT =
  'Stecken Sie den Stick direkt an einen anderen Anschluss des Computers, ohne Hub.';

/** What Windows’ boot manager and its loader show, on a blue or black screen with “Error code” or “Status”. */
export const bootManagerErrors = {
  '0xc0000225': {
    title: 'Die Partition mit Windows wurde nicht gefunden',
    meaning: [
      'Etwas, das gesucht wurde, gibt es nicht.',
      'Der BCD-Speicher mit den Startkonfigurationsdaten auf dem Stick nennt eine Partition, die auf keinem Laufwerk dieses Computers ist.',
    ],
    causes: [
      'Der Stick wurde kopiert oder neu partitioniert, und seine Partitionen haben daher andere Kennungen, als im BCD-Speicher stehen.',
      'Windows ist verschlüsselt, und die BitLocker-Daten an seinem Anfang sind beschädigt: alle drei Kopien, oder die Prüfsumme der ersten.',
      'Das Laufwerk gibt an, dass seine Verschlüsselung noch läuft, und der Vermerk, wie weit sie gekommen ist, fehlt.',
      'Windows liegt in einer virtuellen Festplatte, und die Partition mit deren Datei ist nicht die genannte.',
    ],
    steps: [
      CHECK,
      'Wenn der Stick eine Kopie eines anderen ist, erstellen Sie ihn stattdessen mit diesem Programm: Jeder Stick bekommt eigene Kennungen.',
      AGAIN,
    ],
  },
  '0xc000000f': {
    title: 'Eine Datei fehlt, die zum Starten von Windows gebraucht wird',
    meaning: [
      'Eine Datei gibt es nicht.',
      'Welche, steht in der Zeile „File:“: \\EFI\\Microsoft\\Boot\\BCD ist der BCD-Speicher mit den Startkonfigurationsdaten, winload das Ladeprogramm von Windows.',
    ],
    causes: [
      'Der BCD-Speicher fehlt, oder er wurde nicht zu Ende geschrieben.',
      'Der BCD-Speicher nennt einen Pfad, den es auf der Partition von Windows nicht gibt.',
      'Windows ist verschlüsselt, und im BCD-Speicher ist nicht die Partition genannt, sondern steht, dass ein Ordner Windows gesucht werden soll.',
      'Windows liegt in einer virtuellen Festplatte, und deren Datei fehlt.',
      'Der erste Sektor der Partition von Windows ist beschädigt.',
    ],
    steps: [
      CHECK,
      OTHER_PORT,
      'Wenn der Stick abgezogen wurde, während Windows lief, lassen Sie ihn von einem anderen Windows auf Fehler prüfen.',
      AGAIN,
    ],
  },
  '0xc000000e': {
    title: 'Das Laufwerk mit Windows wurde nicht gefunden',
    meaning: [
      'Ein Gerät gibt es nicht.',
      'Der BCD-Speicher mit den Startkonfigurationsdaten nennt ein Laufwerk, das dieser Computer nicht sieht.',
    ],
    causes: [
      'Der Stick hat einen MBR und eine andere Datenträgersignatur, als im BCD-Speicher steht, wie nach dem Kopieren.',
      'Der BCD-Speicher wurde für die andere Art von Partitionstabelle (MBR oder GPT) erstellt.',
      'Eine virtuelle Festplatte wurde mit Ventoy 1.0.87 gestartet, das einen Fehler hatte.',
    ],
    steps: [
      OTHER_PORT,
      CHECK,
      'Wenn Ventoy eine virtuelle Festplatte gestartet hat, aktualisieren Sie Ventoy auf dem Stick.',
      AGAIN,
    ],
  },
  '0xc0000034': {
    title: 'Der BCD-Speicher hat keinen Eintrag für Windows',
    meaning: [
      'Ein Name wurde nicht gefunden.',
      'Der BCD-Speicher mit den Startkonfigurationsdaten lässt sich lesen, aber es fehlt, was darin stehen sollte.',
    ],
    causes: [
      'Der Eintrag, der von selbst gestartet wird, ist nicht darin.',
      'Die Datei mit dem BCD-Speicher wurde abgeschnitten.',
    ],
    steps: [CHECK, AGAIN],
  },
  '0xc000000d': {
    title: 'Der BCD-Speicher ist leer',
    meaning: [
      'Ein Parameter ist nicht gültig.',
      'Der BCD-Speicher enthält sonst die Startkonfigurationsdaten; seine Datei hat keinen Inhalt.',
    ],
    causes: ['Die Datei \\EFI\\Microsoft\\Boot\\BCD ist vorhanden, hat aber 0 Byte.'],
    steps: [CHECK, AGAIN],
  },
  '0xc000014c': {
    title: 'Der BCD-Speicher ist beschädigt',
    meaning: [
      'Eine Datei im Format der Registrierung ist beschädigt. Der BCD-Speicher mit den Startkonfigurationsdaten ist eine solche Datei.',
    ],
    causes: ['Was in der Datei steht, ist kein BCD-Speicher.'],
    steps: [
      CHECK,
      'Testen Sie das Laufwerk: Eine Datei, die sich von selbst ändert, deutet auf ein versagendes oder gefälschtes Laufwerk hin.',
      AGAIN,
    ],
  },
  '0xc000007b': {
    title: 'Ein Programm, das Windows startet, ist beschädigt oder für einen anderen Prozessor',
    meaning: [
      'Ein Programm hat nicht das Format, das gebraucht wird.',
      'Der Start-Manager hat winload.efi gefunden und kann es nicht starten.',
    ],
    causes: ['Die Datei ist beschädigt: Sie ist kein Programm mehr.'],
    steps: [
      'Vergleichen Sie die Prüfsumme des Windows-Abbilds mit der, die sein Herausgeber nennt.',
      'Testen Sie das Laufwerk: Dateien, die sich von selbst ändern, deuten auf ein versagendes oder gefälschtes Laufwerk hin.',
      AGAIN,
    ],
  },
  '0xc0000428': {
    title: 'Die Signatur eines Programms, das Windows startet, wird nicht anerkannt',
    meaning: [
      'Die Signatur einer Datei lässt sich nicht bestätigen.',
      'Der Start-Manager vertraut dem Ladeprogramm nicht, das er gefunden hat.',
    ],
    causes: [
      'Das Ladeprogramm ist nicht von Microsoft signiert, oder es wurde geändert.',
      'Das Windows ist eine Vorabversion, die abgelaufen ist.',
      'In einem virtuellen Computer hat ein echtes Windows dies an dessen USB-Laufwerk gezeigt; als SATA-Datenträger angeschlossen, startete es.',
    ],
    steps: [
      'Stellen Sie Datum und Uhrzeit des Computers richtig ein.',
      'Verwenden Sie ein Abbild eines veröffentlichten Windows, wie sein Herausgeber es anbietet.',
      'Wenn dem Stick Treiber hinzugefügt wurden, erstellen Sie ihn ohne sie neu.',
    ],
  },
  '0xc0000098': {
    title: 'Der BCD-Speicher sagt nichts Verwendbares über ein Windows',
    meaning: [
      'Der Start-Manager hat den BCD-Speicher mit den Startkonfigurationsdaten gelesen und darin kein Betriebssystem gefunden, das sich starten lässt.',
    ],
    causes: ['Der BCD-Speicher ist beschädigt, oder sein Eintrag ist nicht mehr da.'],
    steps: [CHECK, AGAIN],
  },
  '0xc0000001': {
    title: 'Etwas, das zum Starten gebraucht wird, ist fehlgeschlagen',
    meaning: ['Der Vorgang ist fehlgeschlagen; mehr sagt der Code nicht.'],
    causes: [
      'Bekannt von Computern, die über das Netzwerk starten: Die Firmware hat gar nicht den Stick gestartet, sondern das Netzwerk.',
    ],
    steps: [
      'Wählen Sie den Stick im Bootmenü der Firmware, und sehen Sie nach, ob die Zeile „File:“ eine Datei des Sticks nennt.',
      OTHER_PORT,
      CHECK,
    ],
  },
  '0xc0000017': {
    title: 'Es ist nicht genug Arbeitsspeicher in einem Stück vorhanden',
    meaning: [
      'Es war nicht genug Arbeitsspeicher verfügbar.',
      'Der Start-Manager lädt das Setup oder die Reparatur von Windows in den Arbeitsspeicher und hat dafür keinen Platz gefunden.',
    ],
    causes: [
      'Ein Update, das für das Windows-Setup neu startet, braucht mehr Arbeitsspeicher in einem Stück, als die Firmware übrig lässt.',
    ],
    steps: [
      'Ziehen Sie Geräte ab, die nicht gebraucht werden, und versuchen Sie es erneut.',
      'Sehen Sie nach, ob es für den Computer eine neuere Firmware gibt.',
      'Wenn es nur nach einem Update geschieht, starten Sie den Stick einmal an einem anderen Computer.',
    ],
  },
  '0xc0000185': {
    title: 'Das Lesen vom Laufwerk ist fehlgeschlagen',
    meaning: ['Das Gerät hat beim Lesen oder Schreiben einen Fehler gemeldet.'],
    causes: [],
    steps: [
      OTHER_PORT,
      'Testen Sie das Laufwerk mit diesem Programm.',
      'Sichern Sie, was wichtig ist, solange sich der Stick noch lesen lässt, und verwenden Sie ein anderes Laufwerk.',
    ],
  },
  '0xc00000e9': {
    title: 'Die Verbindung zum Laufwerk ist abgebrochen',
    meaning: [
      'Das Lesen oder Schreiben ist auf eine Weise fehlgeschlagen, die nicht vorgesehen war.',
    ],
    causes: [
      'Der Stick wurde abgezogen, während er benutzt wurde, oder er versagt; der Bildschirm selbst nennt beides.',
    ],
    steps: [OTHER_PORT, 'Testen Sie das Laufwerk mit diesem Programm.', AGAIN],
  },
  '0xc0000605': {
    title: 'Dieses Windows ist abgelaufen',
    meaning: [
      'Das Zertifikat, mit dem eine Datei signiert wurde, ist abgelaufen.',
      'Vorabversionen von Windows starten einige Wochen nach dem Tag nicht mehr, bis zu dem sie lizenziert sind.',
    ],
    causes: [
      'Das Abbild ist eine Vorabversion (Insider), deren Zeit abgelaufen ist.',
      'Maßgeblich ist die Uhr des Computers: Mit einem früheren Datum startete ein solches Windows.',
    ],
    steps: [
      'Stellen Sie Datum und Uhrzeit des Computers richtig ein.',
      'Erstellen Sie den Stick aus einem Abbild eines veröffentlichten Windows.',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
