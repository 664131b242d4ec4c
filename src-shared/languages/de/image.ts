import type { image as english } from '../en/image';
import type { Worded } from '../worded';

/** The steps Image, Verify and Edition. */
export const image: Worded<typeof english> = {
  image: {
    title: 'Was kommt auf den Stick?',
    kindLabel: 'Art des Sticks',
    kindCards: {
      'windows-to-go': {
        title: 'Portables Windows',
        text: 'Windows selbst läuft vom Stick.',
      },
      ventoy: {
        title: 'Ventoy',
        text: 'Viele Abbilder von einem Stick starten.',
      },
    },
    ventoyNotOnWindows:
      'Auf einem Computer mit Windows noch nicht möglich: Zum Erstellen wird Linux gebraucht.',
    lead: 'Wählen Sie ein Installationsabbild von Windows 10 oder 11: eine ISO-Datei, wie Microsoft sie anbietet, oder eine WIM-, ESD- oder SWM-Datei.',
    drop: 'Abbild hier ablegen',
    or: 'oder',
    choose: 'Datei auswählen…',
    path: 'Pfad des Abbilds',
    open: 'Öffnen',
    reading: 'Das Abbild wird untersucht…',
    failedTitle: 'Dieses Abbild ist nicht verwendbar',
    label: 'Name',
    version: 'Version',
    build: 'Build {{build}}',
    versionAndBuild: '{{version}}, Build {{build}}',
    languages: 'Sprachen',
    architecture: 'Prozessor',
    size: 'Größe',
    editions: 'Editionen',
    kinds: 'Verwendbar als',
    notNamed: 'im Abbild nicht genannt',
    kindWindows: 'portables Windows',
    kindVentoy: 'Eintrag auf einem Multiboot-Stick',
    container: {
      iso: 'Disc-Abbild (ISO)',
      wim: 'Windows-Abbilddatei',
    },
    split_one: 'in {{count}} Teil',
    split_other: 'in {{count}} Teilen',
    where: 'Woher bekomme ich ein Abbild?',
    whereLead:
      'Von Microsoft, kostenlos. Windows auf einem Stick braucht eine eigene Lizenz. Abbilder aus anderen Quellen können verändert sein: Wer das getan hat, kann alles mitlesen, was Sie später eingeben.',
    links: {
      'windows-11': 'Windows 11',
      'windows-10': 'Windows 10',
      'windows-11-arm': 'Windows 11 für ARM-Computer',
    },
    opensBrowser: 'öffnet sich in Ihrem Browser',
  },

  architecture: {
    x64: '64 Bit (Intel und AMD)',
    arm64: '64 Bit (ARM)',
    x86: '32 Bit (Intel und AMD)',
    arm: '32 Bit (ARM)',
    unknown: 'unbekannt',
  },

  verify: {
    title: 'Ist das Abbild echt?',
    lead: 'Das ganze Abbild wird einmal gelesen und daraus eine Prüfsumme (SHA-256) berechnet. Wenn sie der des Herausgebers gleicht, wurde auf dem Weg zu Ihnen kein einziges Bit verändert.',
    running: 'Das Abbild wird gelesen',
    cancel: 'Lesen abbrechen',
    cancelled: 'Das Lesen wurde abgebrochen.',
    start: 'Abbild lesen',
    failedTitle: 'Das Abbild kann nicht bis zum Ende gelesen werden',
    value: 'SHA-256 Ihres Abbilds',
    matchTitle: 'Das ist das richtige Abbild',
    matchBy: {
      pasted: 'Seine Prüfsumme gleicht dem Wert, den Sie eingefügt haben.',
      file: 'Seine Prüfsumme gleicht der in der Prüfsummendatei.',
      trusted: 'Sie haben genau diesem Abbild schon einmal vertraut.',
    },
    trust: 'Diesem Abbild künftig vertrauen',
    mismatchTitle: 'Das ist nicht das richtige Abbild',
    mismatchText:
      'Die Prüfsumme weicht von der erwarteten ab. Der Download kann beschädigt sein, oder jemand hat das Abbild verändert. Ein Stick daraus könnte versagen oder seinen Benutzer ausspähen. Es wurde nichts geschrieben.',
    mismatchNext:
      'Laden Sie das Abbild erneut vom Herausgeber. Wenn Sie den Wert eingefügt haben, vergewissern Sie sich, dass er zu genau dieser Datei gehört.',
    expected: 'Erwartet',
    unknownTitle: 'Noch nichts zum Vergleichen',
    unknownText:
      'Microsoft nennt den SHA-256 auf der Downloadseite, im Abschnitt zum Überprüfen des Downloads („Verify your download“), für jede Sprache. Fügen Sie ihn hier ein, oder wählen Sie die Prüfsummendatei.',
    paste: 'SHA-256 des Herausgebers',
    pasteHint: '64 Zeichen, 0–9 und a–f',
    pasteBad: 'Darin ist kein SHA-256: Er hat 64 Zeichen, 0–9 und a–f.',
    chooseFile: 'Prüfsummendatei auswählen…',
    checksumFile: 'Mit {{name}} verglichen',
    goOn: 'Ohne Vergleich fortfahren',
    goOnText:
      'Ich habe dieses Abbild aus einer Quelle, der ich vertraue, und weiß, dass niemand sagen kann, ob es verändert wurde.',
    chooseOther: 'Anderes Abbild auswählen',
  },

  edition: {
    title: 'Welche Edition?',
    lead: 'Ein Abbild enthält mehrere Editionen. Für die gewählte brauchen Sie eine Lizenz; Sie können sie später in Windows eingeben.',
    listLabel: 'Editionen im Abbild',
    unpacked: 'entpackt {{size}}',
    usual: 'Übliche Wahl',
    left_one:
      '{{count}} Eintrag des Abbilds wird nicht gezeigt: Er ist kein installiertes Windows oder ist für einen Prozessor, der nicht von einem Stick starten kann.',
    left_other:
      '{{count}} Einträge des Abbilds werden nicht gezeigt: Sie sind kein installiertes Windows oder sind für einen Prozessor, der nicht von einem Stick starten kann.',
    tooSmallTitle: 'Zu wenig Platz für diese Edition',
    tooSmall:
      'Sie braucht ein Laufwerk mit mindestens {{needed}}; Ihr kleinstes Ziel hat {{actual}}. Wählen Sie ein größeres Laufwerk oder eine kleinere Edition.',
    about: {
      home: 'Für zu Hause. Ohne BitLocker-Verwaltung, Remotedesktop-Host und Beitritt zur Domäne einer Firma.',
      homeSingle: 'Für zu Hause, nur in einer Anzeigesprache. Es fehlt, was auch Home fehlt.',
      pro: 'Für die Arbeit und die meisten Sticks: BitLocker, Remotedesktop-Host, Beitritt zur Domäne einer Firma.',
      education: 'Für Schulen und Hochschulen mit Volumenlizenz. Hat alles, was Enterprise hat.',
      proEducation: 'Pro mit Einstellungen für Schulen.',
      workstations:
        'Pro für starke Computer: mehr Prozessoren und Arbeitsspeicher, mehr Dateisysteme.',
      enterprise:
        'Für Firmen mit Volumenlizenz. Hat, was Pro hat, und mehr Möglichkeiten der Verwaltung.',
      ltsc: 'Langzeit-Edition ohne Store und mit wenigen vorinstallierten Apps: genügsam auf schwachen Computern und langsamen Sticks. Volumenlizenz.',
      server: 'Ein Serversystem. Wenige Desktopprogramme und Treiber sind dafür gemacht.',
      noMedia: 'Ohne Medienwiedergabe und was dazugehört.',
    },
  },
};
