import type { shell as english } from '../en/shell';
import type { Worded } from '../worded';

/** The frame of the window: steps, menu, short messages, and words that many screens share. */
export const shell: Worded<typeof english> = {
  app: {
    name: 'Sticksmith',
    stepsLabel: 'Schritte',
    settings: 'Einstellungen',
    back: 'Zurück',
    next: 'Weiter',
    skipToReview: 'Weiter zur Übersicht',
    close: 'Schließen',
    label: '{{label}}:',
    retry: 'Erneut versuchen',
    details: 'Technische Details',
    copy: 'Kopieren',
    dismiss: 'Ausblenden',
    progressOf: '{{done}} von {{total}}',
  },

  steps: {
    drive: 'Laufwerk',
    image: 'Abbild',
    verify: 'Echtheit',
    edition: 'Edition',
    package: 'Ventoy',
    space: 'Speicherplatz',
    protect: 'Schutz',
    yours: 'Anpassen',
    menu: 'Bootmenü',
    review: 'Übersicht',
    make: 'Erstellen',
    done: 'Fertig',
    stateDone: 'beantwortet',
    stateCurrent: 'aktueller Schritt',
    stateOpen: 'offen',
    stateClosed: 'noch nicht offen',
    spoken: '{{step}}, {{state}}',
    spokenAnswer: '{{step}}, {{state}}, {{answer}}',
  },

  tools: {
    menu: 'Werkzeuge',
    openRecipe: 'Rezept öffnen…',
    errands: {
      recipes: 'Rezepte…',
      check: 'Stick prüfen oder reparieren…',
      restore: 'Stick wieder zum gewöhnlichen Laufwerk machen…',
      history: 'Verlauf…',
      station: 'Viele gleiche erstellen…',
    },
  },

  answers: {
    drives_one: '{{count}} Laufwerk',
    drives_other: '{{count}} Laufwerke',
    file: 'Abbilddatei {{name}}',
    targets_one: '{{count}} Ziel',
    targets_other: '{{count}} Ziele',
    verified: 'Prüfsumme stimmt',
    unverified: 'Nicht verglichen',
    space: '{{windows}} + {{shared}} Austausch',
    spaceAll: 'Alles für Windows',
    spaceUnused: '{{windows}} Windows, {{unused}} ungenutzt',
    asUsual: 'Wie üblich',
    changes_one: '{{count}} Änderung',
    changes_other: '{{count}} Änderungen',
    protect: {
      none: 'Ohne Verschlüsselung',
      now: 'Sofort verschlüsselt',
      'after-writing': 'Von diesem Windows verschlüsselt',
      'first-start': 'Beim ersten Start verschlüsselt',
    },
    made: 'Abgeschlossen',
    madeOf: '{{done}} von {{total}} fertig',
    noImages: 'Noch keine',
    images_one: '{{count}} Abbild',
    images_other: '{{count}} Abbilder',
    ventoy: 'Ventoy {{version}}',
    onlyFiles: 'Ventoy bleibt, wie es ist',
    free: '{{size}} frei',
    menuChanged: 'Geändert',
  },

  problems: {
    'no-target': 'Wählen Sie ein Laufwerk aus, oder lassen Sie eine Abbilddatei erstellen.',
    'file-path': 'Geben Sie an, wo die Abbilddatei liegen soll.',
    'file-size': 'Geben Sie der Abbilddatei eine Größe, zum Beispiel 32 GB.',
    'no-image': 'Wählen Sie ein Abbild, das Windows enthält.',
    'no-usable-edition':
      'Keine Edition in diesem Abbild kann von einem Stick laufen: Alle sind für Prozessoren, die nicht von einem Stick starten können.',
    'not-hashed': 'Das Abbild muss noch gelesen werden.',
    mismatch: 'Dieses Abbild ist nicht das erwartete. Wählen Sie ein anderes.',
    unverified: 'Vergleichen Sie die Prüfsumme, oder bestätigen Sie, dass Sie darauf verzichten.',
    'no-edition': 'Wählen Sie eine Edition.',
    'target-too-small': 'Diese Edition passt nicht auf das kleinste der gewählten Ziele.',
    'shared-too-small':
      'Eine Austauschpartition braucht mindestens {{minimum}}. Wählen Sie mehr, oder 0 für keine.',
    'shared-too-large':
      'So bleibt zu wenig für Windows. Die Austauschpartition kann höchstens {{maximum}} haben.',
    'shared-label': 'Der Name kann bis zu 11 Zeichen haben, ohne " * / : < > ? \\ |',
    'windows-too-small': 'Windows braucht hier mindestens {{minimumWindows}}.',
    'windows-too-large': 'Für Windows ist höchstens Platz für {{maximumWindows}}.',
    'disk-too-small':
      'Auf dem kleinsten Ziel ist kein Platz für Windows mit allem, was hinzukommt.',
    'extras-too-large':
      'Treiber und Auslagerungsdatei lassen Windows zu wenig Platz: Es braucht {{minimumWindows}}.',
    'page-file': 'Eine Auslagerungsdatei ist zwischen 16 MB und 64 GB groß.',
    'protect-vhdx':
      'Windows in einer virtuellen Festplatte lässt sich nicht verschlüsseln. Wählen Sie „Ohne Verschlüsselung“.',
    'protect-home':
      'Eine Home-Edition kann sich nicht selbst verschlüsseln. Wählen Sie einen anderen Weg.',
    'protect-image-file':
      'Windows kann eine Abbilddatei nach dem Schreiben nicht verschlüsseln. Wählen Sie einen anderen Weg.',
    'password-missing': 'Wählen Sie ein Kennwort.',
    'password-too-short': 'Das Kennwort braucht mindestens {{shortest}} Zeichen.',
    'password-too-long': 'Das Kennwort kann höchstens {{longest}} Zeichen haben.',
    'password-control-character':
      'Das Kennwort enthält ein Zeichen, das sich nicht eintippen lässt.',
    'password-differs': 'Geben Sie zweimal dasselbe Kennwort ein.',
    'recovery-folder': 'Wählen Sie einen Ordner für die Wiederherstellungsschlüssel.',
    'recovery-on-drive':
      'Der Ordner für die Wiederherstellungsschlüssel liegt auf einem Laufwerk, das gelöscht wird. Wählen Sie einen anderen.',
    'recovery-share':
      'Der Ordner auf einem Server muss in der Form \\\\Server\\Freigabe angegeben werden.',
    'encryption-twice':
      'Windows würde den verschlüsselten Stick an einen einzigen Computer binden.',
    'account-encrypts':
      'Im Schritt „Schutz“ haben Sie gewählt, dass Windows sich selbst verschlüsselt. Das kann nur ein Administrator veranlassen.',
    'vhdx-size': 'Eine virtuelle Festplatte hat höchstens {{maximumVhdx}}.',
    'vhdx-nested':
      'Eine virtuelle Festplatte kann nicht in einer anderen liegen. Legen Sie Windows in seine Partition, oder erstellen Sie eine Datei mit der Endung .img.',
    'bios-arm': 'Computer mit ARM-Prozessor haben kein BIOS: Wählen Sie für diese Edition UEFI.',
    'hibernation-vhdx':
      'Windows in einer virtuellen Festplatte kann nicht in den Ruhezustand gehen.',
    'account-name': 'Windows würde den Namen des Kontos nicht annehmen.',
    'computer-name': 'Windows würde den Computernamen nicht annehmen.',
    'computer-number': 'Im Computernamen ist zu wenig Platz für die Nummern.',
    'computer-same':
      'Alle Sticks bekämen denselben Computernamen. Fügen Sie ## hinzu, um sie zu nummerieren.',
    'computer-from-file':
      'Die Datei für den Domänenbeitritt legt den Computernamen schon fest: Geben Sie hier keinen an.',
    'computer-is-account': 'Konto und Computer können nicht denselben Namen haben.',
    language: 'Die Edition enthält die gewählte Sprache nicht.',
    'product-key': 'Ein Product Key hat fünf Gruppen aus fünf Buchstaben und Ziffern.',
    'drivers-unread': 'Der Treiberordner ist noch nicht gelesen oder nicht verwendbar.',
    'network-name': 'Ein Netzwerk braucht einen Namen aus höchstens 32 Zeichen.',
    'network-twice': 'Dasselbe Netzwerk ist zweimal vorhanden.',
    'network-key': 'Ein Netzwerk braucht seinen Schlüssel aus 8 bis 63 Zeichen.',
    'profile-path': 'Der Ort der Profile muss in der Form \\\\Server\\Freigabe angegeben werden.',
    'redirect-path': 'Der Ort der Ordner muss in der Form \\\\Server\\Freigabe angegeben werden.',
    'redirect-folders': 'Wählen Sie mindestens einen Ordner aus, der auf dem Server liegt.',
    'join-several':
      'Eine Datei für den Domänenbeitritt gilt für einen Stick, und Sie erstellen mehrere.',
    'join-home': 'Eine Home-Edition kann keiner Domäne beitreten.',
    'ventoy-vhdx':
      'Ein Ventoy-Stick kann keine .vhdx-Datei sein. Gehen Sie zurück, und wählen Sie ein Laufwerk oder eine .img-Datei.',
    'image-name': 'Ein Abbild braucht einen anderen Namen auf dem Stick.',
    'images-too-large': 'Die Abbilder sind zu groß für das kleinste Ziel.',
    'no-package': 'Wählen Sie eine Version von Ventoy.',
    'package-platform': 'Dieses Paket ist für Windows. Wählen Sie das für Linux.',
    'stick-not-read': 'Sehen Sie zuerst nach, was auf dem Laufwerk ist, oder beginnen Sie neu.',
    'way-impossible':
      'Mit dem, was auf diesem Laufwerk ist, geht das nicht. Wählen Sie einen anderen Weg.',
    'ventoy-label': 'Der Name kann bis zu 11 Zeichen haben, ohne " * / : < > ? \\ |',
    'ventoy-label-exfat':
      'Mit exFAT braucht der Name mindestens ein Zeichen. Leerzeichen, [ und ] sind nicht erlaubt, ebenso kein Bindestrich am Anfang.',
    'ventoy-reserve': 'Geben Sie an, wie viel Platz reserviert wird, oder 0 für keinen.',
    'persistence-size': 'Was ein Abbild speichert, braucht mindestens 64 MiB.',
    'ventoy-too-full': 'Auf den Stick soll mehr, als darauf passt.',
    'windows-image':
      'Wählen Sie Abbild und Edition für das Windows in einer virtuellen Festplatte.',
    'windows-vhd-boot':
      'Wählen Sie ventoy_vhdboot.img: Ohne diese Datei kann Windows nicht starten.',
    'windows-name':
      'Die virtuelle Festplatte braucht einen Namen, den nichts anderes auf dem Stick hat.',
    'windows-size': 'Die virtuelle Festplatte ist zu klein für diese Edition.',
    'windows-file-system': 'Windows in einer virtuellen Festplatte braucht NTFS.',
    'windows-room': 'Der übrige Platz reicht nicht für diese Edition von Windows.',
    'menu-setting': 'Die Zeit ist eine ganze Zahl von Sekunden, oder leer.',
    'replacement-path': 'Geben Sie den Pfad im Abbild an, zum Beispiel /boot/grub/grub.cfg.',
    'menu-config':
      'Ventoy würde dieses Menü nicht annehmen. Was nicht stimmt, steht unter der Vorschau.',
    'nothing-to-do':
      'Es würde sich nichts ändern: Nichts wird hinzugefügt, entfernt oder umbenannt.',
    'not-confirmed': 'Bestätigen Sie, was geschehen soll.',
    'not-finished': '',
  },

  stick: {
    empty: 'Ein USB-Stick, noch ohne Inhalt',
    described: 'Bild des Sticks, {{size}}: {{parts}}',
    part: '{{name}} {{size}}',
    efi: 'Startdateien',
    msr: 'Reserviert',
    windows: 'Windows',
    shared: 'Austausch',
    kept: 'Bleibt',
    images: 'Abbilder',
    persistence: 'Für Live-Systeme',
    virtualDisk: 'Windows',
    open: 'Frei für mehr',
    ventoy: 'Ventoy',
    keptAsIs: 'Der vorhandene Inhalt bleibt',
    nothing: 'Noch nichts gewählt',
    waiting: 'Leer, bis ein Abbild gewählt ist',
    tooSmall: 'Zu wenig Platz für die Edition',
    doesNotFit: 'Passt so nicht',
    ended: {
      unfinished: 'Unfertig: vor der Benutzung neu erstellen',
      unknown: 'Zustand unbekannt: vor der Benutzung neu erstellen',
      kept: 'Ihre Dateien sind noch da: zum Fertigstellen erneut versuchen',
      partial: 'Benutzbar, aber nicht alles wurde erledigt',
    },
    toCome: 'Wird noch geschrieben',
    written: 'Geschrieben',
    verified: 'Zurückgelesen und gleich',
    free: 'Frei für Windows',
    unused: 'Ungenutzt',
  },

  notice: {
    'drive-gone': '{{name}} wurde abgezogen oder hat sich geändert und ist nicht mehr ausgewählt.',
    saved: 'Gespeichert als {{path}}',
    copied: 'Kopiert',
    'key-copied': 'Der Schlüssel liegt für eine Minute in der Zwischenablage.',
    trusted: 'Dieses Abbild wird von jetzt an wiedererkannt.',
    'recipe-kept': '{{name}} ist bei Ihren Rezepten.',
    'recipe-opened': 'Die Antworten des Rezepts wurden übernommen.',
    'edition-not-in-image':
      'Das Abbild enthält die Edition nicht, die im Rezept steht. Wählen Sie eine aus.',
    region: 'Meldungen',
  },

  time: {
    lessThanMinute: 'weniger als 1 Minute',
    aboutMinutes: 'etwa {{duration}}',
  },
};
