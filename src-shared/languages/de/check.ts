import type { check as english } from '../en/check';
import type { Worded } from '../worded';

/** Checking, test booting and repairing a stick that exists. */
export const check: Worded<typeof english> = {
  check: {
    title: 'Welcher Stick soll geprüft werden?',
    lead: 'Er wird so gelesen, wie ihn die Firmware eines Computers, ihr Start-Manager und Windows lesen würden. Nichts darauf wird geändert.',
    listLabel: 'Sticks, die gelesen werden können',
    emptyTitle: 'Kein lesbares Laufwerk angeschlossen',
    emptyText: 'Schließen Sie den Stick an. Er erscheint hier von selbst.',
    fileTitle: 'Eine Abbilddatei',
    fileText: 'Der ganze Inhalt eines Sticks in einer Datei, .img oder .vhdx',
    filePath: 'Abbilddatei',
    filePathHint: 'Ein vollständiger Pfad',
    start: 'Prüfen',
    cancelled: 'Das Lesen wurde abgebrochen. Auf dem Stick wurde nichts geändert.',
    reading: 'Es wird gelesen, was den Stick startet',
    readingTitle: '{{name}} wird geprüft',
    readingLead:
      'Ein Laufwerk wird mit Administratorrechten geöffnet, nach denen Ihr Computer fragen kann. Es wird nur zum Lesen geöffnet.',
    progress: 'Fortschritt der Prüfung',
    failedTitle: '{{name}} kann nicht gelesen werden',
    verdicts: {
      sound: '{{name}} ist in Ordnung',
      notes: 'Bei {{name}} ist etwas zu beachten',
      problem: '{{name}} hat ein Problem',
    },
    leads: {
      sound: 'Alles, was geprüft wurde, ist so, wie es sein soll.',
      notes: 'Keine Prüfung ist fehlgeschlagen, aber etwas ist nicht wie üblich.',
      problem: 'Eine Prüfung ist fehlgeschlagen. Möglicherweise startet der Stick keinen Computer.',
    },
    passed_one: '{{count}} Prüfung bestanden',
    passed_other: '{{count}} Prüfungen bestanden',
    computers: 'Auf welchen Computern?',
    repair: 'Reparieren…',
    print: 'Drucken…',
    again: 'Erneut prüfen',
    another: 'Anderer Stick',
    back: 'Zurück zum Assistenten',
  },

  boot: {
    title: 'Probestart',
    lead: 'Ein virtueller Computer startet vom Stick wie von einem USB-Laufwerk. Das dauert einige Minuten und ändert nichts auf dem Stick.',
    firmware: 'Firmware',
    firmwares: { all: 'Alle', uefi: 'UEFI', secure: 'UEFI mit Secure Boot', bios: 'BIOS' },
    start: 'In einem virtuellen Computer starten',
    preparing: 'Der Stick wird geöffnet',
    running: 'Startet: {{firmware}}',
    seconds: '{{seconds}} s',
    progress: 'Fortschritt des Probestarts',
    cancel: 'Probestart abbrechen',
    cancelled: 'Der Probestart wurde abgebrochen. Nichts wurde geändert, und nichts bleibt zurück.',
    failedTitle: 'Der Probestart war nicht möglich',
    results: 'Was die Probestarts ergeben haben',
    windowsCannot:
      'Ein Computer mit Windows kann einen Stick noch nicht in einem virtuellen Computer starten. Verwenden Sie dafür Sticksmith unter Linux, oder probieren Sie den Stick an einem echten Computer aus.',
    outcomes: {
      started: 'gestartet; das Übungs-Windows hat jede Datei so vorgefunden, wie sie sein soll',
      menu: 'das Bootmenü des Sticks erschien und wartet auf eine Auswahl',
      'refused-by-secure-boot': 'Secure Boot hat den Stick abgelehnt',
      'loader-failed': 'das Startprogramm des Sticks lief und meldet, was nicht stimmt',
      'no-boot': 'die Firmware hat nichts gefunden, was sie starten kann',
      'timed-out': 'in der verfügbaren Zeit nicht fertig geworden',
      unknown: 'etwas wurde gestartet, das sich von hier aus nicht lesen lässt',
      'not-tested': 'nicht getestet',
    },
    said_one: 'Was gemeldet wurde: {{count}} Zeile',
    said_other: 'Was gemeldet wurde: {{count}} Zeilen',
    picture: 'Der Bildschirm des virtuellen Computers mit {{firmware}}',
    enlarge: 'Vergrößern: {{picture}}',
    meaning: 'Was ein solcher Test zeigt und was nicht',
    provesTitle: 'Er zeigt',
    doesNotProveTitle: 'Er zeigt nicht',
    proves: [
      'Die Firmware eines virtuellen Computers findet das Startprogramm des Sticks so, wie sie es auf einem USB-Laufwerk finden würde, und startet es oder lehnt es ab.',
      'Die Ersatzprogramme eines Übungssticks gehen denselben Weg wie die Startprogramme von Windows und vergleichen die Prüfsumme jeder Datei, die sie lesen.',
      'Kein Byte auf dem Laufwerk wird geändert: Es wird nur zum Lesen geöffnet, und was der virtuelle Computer schreibt, wird verworfen.',
    ],
    doesNotProve: [
      'Dass Windows bis zum Desktop kommt: Sein Start-Manager zeichnet seine Bildschirme selbst, darum gibt es davon nur das Bild anzusehen.',
      'Dass die Firmware, die USB-Anschlüsse und die übrige Hardware eines echten Computers mit dem Stick zurechtkommen.',
      'Dass das Secure Boot eines bestimmten Computers zustimmt: Seine Liste der Schlüssel und der gesperrten Programme kann neuer oder älter sein.',
      'Dass Ventoy ein Abbild startet, das in seinem Menü gewählt wurde.',
    ],
  },

  repair: {
    title: '{{name}} reparieren?',
    text: 'Nur was den Stick startet, wird neu geschrieben. Von Windows und Ihren Dateien wird nichts gelöscht.',
    foreseeing: 'Was braucht {{name}}?',
    foreseeingText:
      'Es wird ermittelt, was neu geschrieben werden müsste. Noch wird nichts geändert.',
    progress: 'Fortschritt der Reparatur',
    rewritten: 'Wird neu geschrieben',
    where: 'Bytes {{first}} bis {{last}} des Datenträgers',
    untouched: 'Bleibt unberührt',
    untouchedWindows: 'Windows, Ihre Dateien und alles andere, was oben nicht steht',
    notes: 'Vorher zu wissen',
    remaining: 'Stimmt danach noch nicht',
    wrong: 'Was nicht stimmt',
    unmounts:
      'Dateisysteme des Sticks, die auf diesem Computer geöffnet sind, werden zuerst ausgehängt.',
    tick: 'Diese Teile von {{name}} neu schreiben',
    start: 'Reparieren',
    leave: 'So lassen',
    nothingTitle: 'Nichts zu reparieren',
    nothingText: 'Alles, was geprüft wurde, ist in Ordnung.',
    impossibleTitle: 'Das lässt sich nicht reparieren',
    impossibleText:
      'Nichts von dem, was nicht stimmt, kann hier neu geschrieben werden. Es wurde nichts geändert.',
    lockedTitle: 'Dieser Stick ist verschlüsselt',
    lockedText:
      'Wovon er startet, muss aus seinem Windows genommen werden, und das muss dafür geöffnet werden. Ihre Eingabe wird nur dafür verwendet und nirgends aufbewahrt.',
    secret: 'Kennwort oder Wiederherstellungsschlüssel',
    secretWhat: 'Kennwort',
    unlock: 'Öffnen',
    ventoyTitle: 'Das ist ein Ventoy-Stick',
    ventoyText:
      'Das eigene Programm von Ventoy repariert ihn: Eine Aktualisierung schreibt Ventoy neu und behält Ihre Abbilder. Der Assistent führt Sie hindurch.',
    ventoyFileText:
      'Das eigene Programm von Ventoy repariert ihn: Eine Aktualisierung schreibt Ventoy neu und behält Ihre Abbilder. Für eine Abbilddatei geht das auf der Befehlszeile, mit „sticksmith repair“ und „--ventoy-package“.',
    ventoyGo: 'Im Assistenten aktualisieren',
    opening: 'Der Stick wird geöffnet',
    running: '{{name}} wird repariert',
    runningText:
      'Lassen Sie den Stick angeschlossen. Wenn Sie abbrechen, wird rückgängig gemacht, was neu geschrieben wurde.',
    takingBack: 'Die Änderungen werden rückgängig gemacht',
    cancelledTitle: 'Die Reparatur wurde abgebrochen',
    cancelledText: 'Der Stick ist, wie er vorher war.',
    failedTitle: 'Die Reparatur ist nicht gelungen',
    doneTitle: '{{name}} ist repariert',
    doneProblemTitle: '{{name}} wurde repariert, aber nicht alles ist in Ordnung',
    doneVerified: '{{size}} wurden neu geschrieben, zurückgelesen und verglichen.',
    doneText: '{{size}} wurden neu geschrieben.',
    changed: 'Die Prüfung, vorher und nachher',
    beforeAfter: 'Vorher und nachher',
    became: 'wurde zu',
    notChecked: 'Nicht geprüft',
    parts: {
      'ntfs-boot-sector':
        'der Bootsektor des NTFS-Volumes in Partition {{partition}}, aus seiner Kopie',
      'ntfs-boot-sector-copy':
        'die Kopie des Bootsektors des NTFS-Volumes in Partition {{partition}}',
      'efi-partition': 'die EFI-Systempartition, ein FAT32-Volume',
      'efi-partition-with': 'die EFI-Systempartition, ein FAT32-Volume: {{contents}}',
      'backup-gpt-first': 'die Kopie der Partitionstabelle, aus der ersten',
      'backup-gpt-last': 'die Kopie der Partitionstabelle, aus ihr selbst',
      'primary-gpt-first': 'die erste Partitionstabelle, aus ihr selbst',
      'primary-gpt-last': 'die erste Partitionstabelle, aus der Kopie am Ende',
      'protective-mbr': 'Sektor 0, der die Partitionstabelle schützt',
      mbr: 'Sektor 0 des Datenträgers: {{contents}}',
    },
    contents: {
      'boot-files': 'die Startdateien des Windows auf dem Stick',
      'uefi-store': 'neue Startkonfigurationsdaten für UEFI',
      'bios-store': 'neue Startkonfigurationsdaten für ein BIOS',
      'active-partition': 'von welcher Partition ein BIOS startet',
      'boot-code': 'der Startcode für ein BIOS',
    },
    noted: {
      'broken-off':
        'Eine frühere Reparatur wurde abgebrochen: Was davor dort war, wird zuerst zurückgeschrieben.',
      'efi-unreadable':
        'Was sonst auf der EFI-Systempartition war, ist nicht lesbar und bleibt nicht erhalten.',
      'files-kept_one': '{{count}} andere Datei auf der EFI-Systempartition bleibt erhalten.',
      'files-kept_other': '{{count}} andere Dateien auf der EFI-Systempartition bleiben erhalten.',
      'uefi-entries-lost_one':
        '{{count}} anderer Eintrag der Startkonfigurationsdaten für UEFI bleibt nicht erhalten.',
      'uefi-entries-lost_other':
        '{{count}} andere Einträge der Startkonfigurationsdaten für UEFI bleiben nicht erhalten.',
      'bios-entries-lost_one':
        '{{count}} anderer Eintrag der Startkonfigurationsdaten für ein BIOS bleibt nicht erhalten.',
      'bios-entries-lost_other':
        '{{count}} andere Einträge der Startkonfigurationsdaten für ein BIOS bleiben nicht erhalten.',
    },
  },
};
