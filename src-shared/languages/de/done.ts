import type { done as english } from '../en/done';
import type { Worded } from '../worded';

/** The step Done. */
export const done: Worded<typeof english> = {
  done: {
    computerName: 'Der Computer heißt {{name}}.',
    titleOne: 'Der Stick ist fertig',
    titleMany_one: '{{count}} Stick ist fertig',
    titleMany_other: '{{count}} Sticks sind fertig',
    titleMixed: '{{done}} von {{total}} Sticks sind fertig',
    titleFile: 'Die Abbilddatei ist fertig',
    titleProblem: 'Geschrieben, aber eine Prüfung ist fehlgeschlagen',
    leadDrive:
      'Sie können ihn jetzt abziehen. Um davon zu starten, stecken Sie ihn an einen ausgeschalteten Computer, schalten diesen ein und öffnen das Bootmenü (oft mit F12, F11 oder Esc).',
    leadMany:
      'Sie können sie jetzt abziehen. Um von einem zu starten, stecken Sie ihn an einen ausgeschalteten Computer, schalten diesen ein und öffnen das Bootmenü (oft mit F12, F11 oder Esc).',
    leadMixed:
      'Die fertigen können abgezogen und benutzt werden. Die anderen stehen hier und können erneut versucht werden.',
    leadFile:
      'Schreiben Sie sie mit einem beliebigen Abbildprogramm auf ein Laufwerk, oder starten Sie sie in einer virtuellen Maschine.',
    leadVhdx:
      'Starten Sie sie in einer virtuellen Maschine. In Windows zeigt ein Doppelklick ihren Inhalt wie ein Laufwerk.',
    leadProblem:
      'Sehen Sie sich unten die fehlgeschlagenen Prüfungen an, bevor Sie sich auf den Stick verlassen.',
    verified: 'Zurückgelesen und verglichen: {{size}}, jeder geschriebene Block.',
    notVerified:
      'Nicht zurückgelesen, weil {{name}} eine Datei und kein Laufwerk ist. Sobald sie auf einen Stick kopiert ist, muss dieser Stick geprüft werden.',
    notVerifiedDirect:
      'Nicht zurückgelesen, weil Windows direkt auf das Laufwerk entpackt wurde. Der Aufbau wurde geprüft; ein Schaden in einer Datei würde nicht auffallen.',
    resumed: '{{size}} waren schon vorhanden und wurden nicht noch einmal geschrieben.',
    fromCache:
      'Windows wurde für einen früheren Stick entpackt und aufbewahrt und musste daher nicht noch einmal entpackt werden.',
    failed: 'Nicht fertig',
    tryFailed_one: 'Fehlgeschlagenen erneut versuchen',
    tryFailed_other: '{{count}} fehlgeschlagene erneut versuchen',
    checksPassed_one: '{{count}} Prüfung, keine fehlgeschlagen',
    checksPassed_other: '{{count}} Prüfungen, keine fehlgeschlagen',
    took: 'Dauer: {{time}}',
    checks: 'Prüfungen',
    compatibility: {
      title: 'Welche Computer er starten sollte',
      summary: 'Sollte {{good}} von {{total}} Arten von Computern starten',
      computer: 'Computer',
      starts: 'Startet',
      why: 'Warum, und was zu tun ist',
      nothing: 'Nichts spricht dagegen.',
      source: 'Quelle: {{name}} ({{certainty}})',
      noted: 'Notiert: {{words}}',
      limits:
        'Abgeleitet aus dem, was auf dem Stick liegt. Firmware ist von Computer zu Computer verschieden, probieren Sie es also an Ihrem aus.',
      computers: {
        uefi: 'PC mit UEFI, Secure Boot aus',
        'secure-2011': 'PC mit Secure Boot, nur Zertifikate von 2011',
        'secure-2023': 'PC mit Secure Boot, Zertifikate von 2023',
        bios: 'Älterer PC mit BIOS',
        'uefi-ia32': 'Tablet oder kleiner PC mit 32-Bit-UEFI',
        arm64: 'PC mit ARM-Prozessor',
        'mac-intel': 'Mac mit Intel-Prozessor',
        'mac-apple': 'Mac mit Apple-Prozessor',
      },
      rules: {
        'check-failed': {
          why: 'Eine Prüfung des Sticks ist fehlgeschlagen.',
          change:
            'Sehen Sie nach, was fehlgeschlagen ist, und reparieren Sie den Stick oder erstellen Sie ihn neu.',
        },
        'no-x64-program': {
          why: 'Der Stick hat kein Startprogramm für 64-Bit-PCs (EFI\\Boot\\bootx64.efi).',
          change: 'Erstellen Sie ihn aus einem Abbild von Windows für x64.',
        },
        'no-ia32-program': {
          why: '32-Bit-UEFI startet nur 32-Bit-Programme, und der Stick hat keines (EFI\\Boot\\bootia32.efi).',
          change:
            'Für Windows 11 hilft nichts, denn es gibt keine 32-Bit-Fassung. Ein Ventoy-Stick startet einen solchen PC.',
        },
        'no-arm64-program': {
          why: 'Der Stick hat kein Startprogramm für ARM (EFI\\Boot\\bootaa64.efi).',
          change: 'Erstellen Sie einen anderen Stick aus einem Abbild von Windows für ARM64.',
        },
        'no-bios-start': {
          why: 'Auf dem Stick ist nichts, was ein BIOS starten kann.',
          change: 'Erstellen Sie ihn mit MBR; damit startet er über BIOS und UEFI.',
        },
        unsigned: {
          why: 'Das Startprogramm hat keine Signatur, und Secure Boot startet nur signierte.',
          change:
            'Schalten Sie Secure Boot im Setup des Computers aus, oder erstellen Sie den Stick aus einem unveränderten Abbild.',
        },
        'signature-broken': {
          why: 'Das Startprogramm ist nicht das, was signiert wurde: Es wurde geändert oder beschädigt.',
          change:
            'Reparieren Sie den Stick. Wenn das nicht hilft, erstellen Sie ihn aus einem anderen Abbild.',
        },
        'signer-unknown': {
          why: 'Das Startprogramm ist von jemandem signiert, dessen Zertifikat Computern nicht beiliegt.',
          change:
            'Fügen Sie dieses Zertifikat im Setup des Computers hinzu, oder schalten Sie dort Secure Boot aus.',
        },
        'needs-2023': {
          why: 'Das Startprogramm ist mit einem Zertifikat von 2023 signiert, das der Computer nicht kennt.',
          change:
            'Aktualisieren Sie die Firmware des Computers oder sein Windows; beide bringen das Zertifikat mit.',
        },
        'revoked-2011': {
          why: 'Der Start-Manager ist mit dem Zertifikat von 2011 signiert. Ein Computer, der es gesperrt hat, lehnt den Stick ab.',
          change: 'Erstellen Sie den Stick aus einem Abbild mit Startdateien von 2023.',
        },
        'third-party': {
          why: 'Das Startprogramm ist für andere Hersteller als Microsoft signiert. Manche Computer vertrauen ihnen erst, wenn man es erlaubt.',
          change:
            'Erlauben Sie im Setup des Computers das Zertifikat von Microsoft für andere Hersteller (Third-Party).',
        },
        'ventoy-enrolment': {
          why: 'Beim ersten Start mit Secure Boot muss auf dem Computer der Schlüssel von Ventoy registriert werden.',
          change: 'Wählen Sie dort „Enroll key from disk“, einmal auf jedem Computer.',
        },
        'windows-11-bios': {
          why: 'Microsoft macht Windows 11 nur für UEFI.',
          change: 'Möglicherweise startet es trotzdem. Für solche Computer ist Windows 10 gedacht.',
        },
        'windows-11-processor': {
          why: 'Windows 11 startet ab 24H2 nicht auf Prozessoren ohne POPCNT und SSE 4.2, also denen vor etwa 2009.',
          change: 'Verwenden Sie für solche Computer Windows 10 oder Windows 11 23H2.',
        },
        'mac-unsupported': {
          why: 'Microsoft unterstützt kein portables Windows auf Macs, und Windows fehlen deren Treiber.',
          change:
            'Halten Sie die Wahltaste (Option) gedrückt, während der Mac startet, und legen Sie die Boot-Camp-Treiber von Apple bereit.',
        },
        'mac-security-chip': {
          why: 'Macs von 2018 bis 2020 mit T2-Chip starten erst von Sticks, wenn man es erlaubt.',
          change:
            'Öffnen Sie in der macOS-Wiederherstellung das Startsicherheitsdienstprogramm, und erlauben Sie das Starten von externen Medien.',
        },
        'mac-apple-silicon': {
          why: 'Macs mit Prozessoren von Apple starten weder Windows noch Ventoy.',
          change: 'Verwenden Sie das Abbild dort in einer virtuellen Maschine.',
        },
      },
      verdicts: {
        yes: 'Ja',
        'after-steps': 'Nach einem Handgriff dort',
        perhaps: 'Vielleicht',
        no: 'Nein',
      },
      certainty: {
        documented: 'dokumentiert',
        reported: 'berichtet',
        specified: 'laut Spezifikation',
      },
    },
    checkColumn: 'Prüfung',
    resultColumn: 'Ergebnis',
    foundColumn: 'Gefunden',
    status: { pass: 'Bestanden', warn: 'Beachten', fail: 'Fehlgeschlagen' },
    hashExpected: 'Das Abbild gleicht dem, das sein Herausgeber nennt.',
    hashNotExpected: 'Das Abbild wurde nicht mit der Prüfsumme des Herausgebers verglichen.',
    notKnown:
      'Sticksmith hat den Aufbau des Sticks geprüft. Ob ein bestimmter Computer damit zurechtkommt, zeigt nur das Starten.',
    saveReport: 'Bericht speichern…',
    show: 'Im Ordner anzeigen',
    another: 'Noch einen solchen erstellen',
    keysTitle_one: 'Wiederherstellungsschlüssel',
    keysTitle_other: 'Wiederherstellungsschlüssel',
    keysText_one:
      'Er öffnet den Stick, wenn das Kennwort vergessen ist. Wer ihn hat, kann alles lesen: Bewahren Sie ihn sicher und getrennt vom Stick auf.',
    keysText_other:
      'Jeder öffnet seinen Stick, wenn das Kennwort vergessen ist. Wer einen hat, kann dort alles lesen: Bewahren Sie sie sicher und getrennt von den Sticks auf.',
    keyId: 'Schlüssel-ID',
    keyFile: 'Gespeichert in',
    keyCopy: 'Schlüssel kopieren',
    keyPrint: 'Drucken…',
    keyShow: 'Im Ordner anzeigen',
    keyCopyOf: 'Schlüssel von {{name}} kopieren',
    keyPrintOf: 'Schlüssel von {{name}} drucken',
    keyShowOf: 'Schlüsseldatei von {{name}} im Ordner anzeigen',
    keysPrintAll: 'Alle drucken…',
    timings: 'Wie lange jeder Teil gedauert hat',
    target: 'Ziel',
  },
};
