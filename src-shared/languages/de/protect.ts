import type { protect as english } from '../en/protect';
import type { Worded } from '../worded';

/** The step Protect. */
export const protect: Worded<typeof english> = {
  protect: {
    title: 'Soll der Inhalt geschützt werden?',
    lead: 'Wer einen ungeschützten Stick findet, kann jede Datei darauf lesen. Die Verschlüsselung mit BitLocker verhindert das.',
    listLabel: 'Schutz',
    experimental: 'Experimentell',
    ways: {
      none: 'Ohne Verschlüsselung',
      now: 'Sofort verschlüsselt',
      'after-writing': 'Von diesem Windows verschlüsselt',
      'first-start': 'Beim ersten Start verschlüsselt',
    },
    texts: {
      none: 'In Ordnung für einen Stick, auf dem nichts liegt, was andere nicht lesen dürfen.',
      now: 'Sticksmith verschlüsselt Windows, während es geschrieben wird. Sie wählen das Kennwort hier, und nichts von Windows liegt je unverschlüsselt auf dem Stick.',
      'after-writing':
        'Sobald ein Stick geschrieben ist, verschlüsselt ihn das Windows dieses Computers. Sie wählen das Kennwort hier. Bis das erledigt ist, kann der Stick gelesen werden.',
      'first-start':
        'Windows fragt bei seinem ersten Start nach einem Kennwort und verschlüsselt sich selbst. Bis dahin kann der Stick gelesen werden.',
    },
    nowTried:
      'In Tests öffnen der Start-Manager von Microsoft, cryptsetup, dislocker und libbde einen solchen Stick. Ein laufendes Windows wurde noch nicht ausprobiert.',
    afterWritingTried:
      'Das erledigt Windows selbst, das alles noch einmal liest und schreibt: Es dauert länger. Wie Sticksmith das veranlasst, wurde noch nicht mit einem echten Windows ausprobiert.',
    firstStartTried: 'Das erledigt Windows selbst, so wie Microsoft es vorgesehen hat.',
    obstacles: {
      vhdx: 'Hier nicht möglich: BitLocker kann ein Windows in einer virtuellen Festplatte nicht schützen. Legen Sie es im Schritt „Speicherplatz“ in seine Partition.',
      home: 'Hier nicht möglich: Eine Home-Edition kann sich nicht selbst verschlüsseln.',
      'image-file':
        'Hier nicht möglich: Windows verschlüsselt Laufwerke, und eines der Ziele ist eine Abbilddatei.',
      'needs-windows':
        'Hier nicht möglich: Auf diesem Computer läuft kein Windows, das es tun könnte. Wählen Sie einen anderen Weg.',
      'device-encryption':
        'Hier nicht möglich: Im Schritt „Anpassen“ ist erlaubt, dass Windows den Stick von selbst verschlüsselt. Das würde ihn an einen einzigen Computer binden.',
      'standard-account':
        'Hier nicht möglich: Das Konto im Schritt „Anpassen“ ist kein Administrator, und nur ein solcher kann veranlassen, dass Windows sich selbst verschlüsselt.',
    },
    home: 'Eine Home-Edition startet vom verschlüsselten Stick, kann aber weder das Kennwort ändern noch die Verschlüsselung aufheben. Schließen Sie ihn dafür an einen Computer mit Windows Pro an.',
    sharedTitle: 'Die Austauschpartition ist nicht verschlüsselt',
    sharedText:
      'Nur die Partition von Windows ist es. Was Sie auf die Austauschpartition legen, kann jeder lesen, der den Stick hat.',
    passwordTitle: 'Kennwort',
    password: 'Kennwort',
    passwordWhat: 'Kennwort',
    passwordHint:
      'Mindestens {{shortest}} Zeichen. Bei jedem Start des Sticks wird danach gefragt, noch vor Windows.',
    again: 'Dasselbe Kennwort noch einmal',
    againWhat: 'Wiederholtes Kennwort',
    againHint: 'Es wird nie gespeichert. Wenn die Sticks erstellt sind, vergisst Sticksmith es.',
    strength: 'Stärke des Kennworts: {{strength}}',
    strengths: {
      weak: 'schwach. Ein Computer errät es in Stunden.',
      fair: 'mäßig. Es hält jemandem stand, der es tagelang versucht.',
      good: 'gut. Es zu erraten dauert Jahre.',
      strong: 'stark. Niemand errät es.',
    },
    doubts: {
      'not-ascii':
        'Der Bildschirm, der beim Start nach dem Kennwort fragt, hält jede Tastatur für eine US-amerikanische: Einige dieser Zeichen lassen sich dort nicht eintippen. Verwenden Sie Buchstaben ohne Umlaute und Akzente, Ziffern und Zeichen.',
      'other-layout':
        'Der Bildschirm, der beim Start nach dem Kennwort fragt, hält jede Tastatur für eine US-amerikanische und zeigt nichts von dem, was Sie eintippen. Einige dieser Zeichen liegen auf anderen Tastaturen woanders, etwa Y und Z auf einer deutschen, A, Q und die Ziffern auf einer französischen, dazu die meisten Zeichen.',
    },
    doubtsSafe: 'Auf fast jeder Tastatur gleich: alle Buchstaben außer A, M, Q, W, Y und Z.',
    folder: 'Wohin die Wiederherstellungsschlüssel kommen',
    folderText:
      'Jeder Stick bekommt einen Wiederherstellungsschlüssel, eine Datei in diesem Ordner. Sie öffnet den Stick, wenn das Kennwort vergessen ist; fehlt beides, ist der Inhalt verloren. Der Ordner kann nicht auf einem Laufwerk liegen, das zum Stick wird.',
    folderNone: 'Noch keiner gewählt',
    clear: 'Unlesbar machen, was vorher auf dem Laufwerk war',
    clearText:
      'Sonst ließen sich alte Dateien noch in dem Platz finden, den Windows frei lässt. Eine SSD löscht ihn in Sekunden; auf einem gewöhnlichen Stick muss er überschrieben werden, was so lange dauern kann, wie ihn zu füllen.',
    whole: 'Auch den freien Platz verschlüsseln',
    wholeText:
      'Sonst ließen sich alte Dateien noch in dem Platz finden, den Windows frei lässt. Windows verschlüsselt dann jedes Byte seiner Partition, was länger dauert, als sie zu füllen.',
    whatHappens: 'Was geschehen wird',
    firstStartLines: {
      asks: 'Wenn sich ein Administrator zum ersten Mal anmeldet, fragt ein Fenster nach einem Kennwort und speichert den Wiederherstellungsschlüssel.',
      encrypts: 'Windows verschlüsselt sich dann im Hintergrund. Sie können inzwischen arbeiten.',
      after:
        'Von da an wird bei jedem Start nach dem Kennwort gefragt. Bis alles verschlüsselt ist, kann der Stick gelesen werden.',
    },
    keyGoes: 'Wohin der Wiederherstellungsschlüssel kommt',
    keyPlaces: { ask: 'Windows fragt', share: 'In einen Ordner auf einem Server' },
    share: 'Ordner auf einem Server',
    shareHint:
      'Zum Beispiel \\\\Server\\Schlüssel. Jeder Stick muss ihn bei seinem ersten Start erreichen.',
    shareBad: 'Die Form ist \\\\Server\\Freigabe.',
    more: 'Verfahren und Firmenverzeichnis',
    cipher: 'Verfahren',
    cipherText:
      'Beide sind sicher. 128 Bit verwendet Windows von sich aus; manche Vorschriften verlangen 256.',
    ciphers: { 'xts-aes-128': 'XTS-AES 128 Bit', 'xts-aes-256': 'XTS-AES 256 Bit' },
    escrow: 'Kopie des Wiederherstellungsschlüssels in einem Firmenverzeichnis',
    escrowText: 'Windows legt sie dort ab, sobald es der Domäne der Firma beigetreten ist.',
    escrows: { none: 'Keine', 'active-directory': 'Active Directory', 'entra-id': 'Entra ID' },
    tpm: 'Und ein TPM?',
    tpmText:
      'Es wird nicht verwendet. Ein TPM ist ein Chip, der zu einem bestimmten Computer gehört, und würde den Stick nur dort öffnen; dieser Stick wandert zwischen Computern, darum öffnet ihn sein Kennwort.',
  },
};
