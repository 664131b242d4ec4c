import type { drive as english } from '../en/drive';
import type { Worded } from '../worded';

/** The step Drive, and the test of a drive. */
export const drive: Worded<typeof english> = {
  drive: {
    title: 'Welches Laufwerk wird zum Stick?',
    lead: 'Alles auf dem ausgewählten Laufwerk wird gelöscht, aber erst, wenn Sie es am Ende bestätigen. Wählen Sie mehrere aus, um mehrere Sticks zugleich zu erstellen.',
    listLabel: 'Verwendbare Laufwerke',
    looking: 'Laufwerke werden gesucht…',
    emptyTitle: 'Kein geeignetes Laufwerk angeschlossen',
    emptyText: 'Schließen Sie ein USB-Laufwerk ab 32 GB an. Es erscheint hier von selbst.',
    failedTitle: 'Die Laufwerke können nicht aufgelistet werden',
    refresh: 'Aktualisieren',
    contents: 'Jetzt darauf: {{what}}',
    contentsEmpty: 'Jetzt darauf: nichts, keine Partitionen',
    partition: '{{name}} ({{format}}, {{size}})',
    unnamed: 'ohne Namen',
    unknownFormat: 'unbekanntes Format',
    more_one: '{{count}} weiteres',
    more_other: '{{count}} weitere',
    exactBytes: '{{bytes}} Byte',
    missing: 'Warum fehlt mein Laufwerk?',
    missingNone:
      'Dieser Computer sieht keine anderen Laufwerke. Wenn Ihres angeschlossen ist, versuchen Sie es mit einem anderen Anschluss oder Kabel.',
    missingLead: 'Diese Laufwerke sind vorhanden, werden aber nicht angeboten:',
    fileTitle: 'Stattdessen eine Abbilddatei erstellen',
    fileText:
      'Eine Datei, die den ganzen Stick enthält. Kopieren Sie sie später auf Laufwerke, oder starten Sie sie in einer virtuellen Maschine. Nichts wird gelöscht.',
    filePath: 'Abbilddatei',
    filePathHint:
      'Ein vollständiger Pfad mit der Endung .img, oder .vhdx für eine virtuelle Festplatte',
    fileVhdxVentoy: 'Für einen Ventoy-Stick muss die Datei auf .img enden.',
    fileVhdx:
      'Eine virtuelle Festplatte: Windows öffnet sie mit einem Doppelklick, und Hyper-V kann sie starten.',
    fileChoose: 'Auswählen…',
    fileSize: 'Größe des Sticks in der Datei',
    fileVhdxSizeHint:
      'Eine virtuelle Festplatte besteht aus ganzen Blöcken von 32 MiB. Diese wird {{size}} groß.',
    fileSizeHint: 'Zum Beispiel 32 GB. Die Datei belegt nur so viel Platz, wie gefüllt ist.',
    fileSizeBad: 'Das ist keine Größe. Schreiben Sie sie wie 32 GB oder 28 GiB.',
    fileExists: 'Eine Datei mit diesem Namen ist vorhanden und wird ersetzt.',
    fileChecking: 'Ordner wird geprüft…',
    fileFree: 'Dort sind {{free}} frei',
  },

  test: {
    open: 'Laufwerk testen…',
    again: 'Erneut testen…',
    openFor: '{{name}} ({{path}}) testen',
    title: '{{name}} testen?',
    text: 'Stellt fest, ob das Laufwerk so groß ist, wie es angibt, und wie schnell es ist. Dauert bei den meisten Laufwerken weniger als eine halbe Minute.',
    erases: 'Der Test löscht alles auf {{name}} ({{size}}, {{path}}).',
    start: 'Löschen und testen',
    no: 'Nicht testen',
    running: '{{name}} wird getestet',
    runningText:
      'Lassen Sie das Laufwerk angeschlossen. Was darauf war, ist gelöscht, auch wenn Sie den Test abbrechen.',
    starting: 'Laufwerk wird geöffnet',
    steps: {
      marking: 'Überall auf dem Laufwerk Stellen markieren',
      writing: 'Der Reihe nach schreiben',
      'random-writing': 'An zufälligen Stellen schreiben',
      reading: 'Lesen',
      'looking-back': 'Die Markierungen wiederfinden',
    },
    progress: 'Fortschritt des Tests',
    cancel: 'Test abbrechen',
    failedTitle: 'Das Laufwerk konnte nicht getestet werden',
    failedErased: 'Was darauf war, ist wahrscheinlich gelöscht.',
    fine: 'Gut für einen Windows-Stick',
    fineMinutes: 'Gut: {{time}} für einen Windows-Stick',
    slow: 'Langsam für einen Windows-Stick',
    slowMinutes: 'Langsam: {{time}} für einen Windows-Stick',
    sluggish: '{{verdict}}, und auch Windows selbst wird darauf träge sein',
    tooSmall:
      'Nicht so groß, wie es angibt: Von {{claimed}} sind nur {{real}} echt. Es eignet sich nicht als Stick.',
    measured:
      'Schreibt {{write}} pro Sekunde der Reihe nach und {{random}} pro Sekunde an zufälligen Stellen, liest {{read}} pro Sekunde.',
    speeds: 'Gemessene Geschwindigkeiten',
  },

  bus: {
    usb: 'USB',
    sata: 'SATA',
    nvme: 'NVMe',
    mmc: 'Kartenleser',
    scsi: 'SCSI',
    virtio: 'Virtuell',
    loop: 'Loop-Gerät',
    unknown: 'Unbekannter Anschluss',
  },

  reasons: {
    system: 'Dieser Computer läuft davon.',
    'holds-image': 'Das Windows-Abbild liegt darauf.',
    'holds-app': 'Sticksmith selbst läuft davon.',
    'holds-work-folder':
      'Der Arbeitsordner liegt darauf. Wählen Sie in den Einstellungen einen anderen.',
    'read-only':
      'Es ist schreibgeschützt. Manche Laufwerke und Karten haben dafür einen kleinen Schalter.',
    'no-medium': 'Es ist keine Karte und kein Datenträger eingelegt.',
    'too-small': 'Es ist zu klein für die gewählte Edition.',
    'not-removable': 'Es ist in diesen Computer eingebaut.',
    loop: 'Es ist eine Datei, die sich als Laufwerk ausgibt.',
    'sector-size':
      'Seine Sektoren haben eine ungewöhnliche Größe, von der Windows nicht starten würde.',
    virtual: 'Es ist kein echtes Laufwerk, sondern ein Teil des Systems.',
  },

  driveNotes: {
    offline: 'Windows hält es offline.',
    bitlocker: 'Etwas darauf ist mit BitLocker verschlüsselt.',
    'bitlocker-locked': 'Etwas darauf ist mit BitLocker verschlüsselt und gesperrt.',
  },
};
