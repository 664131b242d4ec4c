import type { ErrorTexts } from '../texts';

/** What every error says. */
export const errors: ErrorTexts = {
  internal: {
    what: 'Sticksmith hat einen Fehler gemacht, mit dem es nicht gerechnet hat: {message}.',
    next: 'Speichern Sie das Protokoll und melden Sie dies; der Fehler liegt im Programm, nicht in Ihrer Hardware.',
  },
  cancelled: {
    what: 'Die Arbeit wurde abgebrochen.',
    next: 'Beginnen Sie erneut, wann immer Sie möchten.',
  },
  usage: {
    what: '{message}.',
    next: '„sticksmith --help“ zeigt die Befehle und ihre Optionen.',
  },
  'explain/unknown': {
    what: 'Zu „{text}“ ist nichts bekannt.',
    next: 'Geben Sie den Code so ein, wie er auf dem Bildschirm steht, zum Beispiel 0xc0000225, oder einige Wörter der Meldung. „sticksmith explain --list“ zeigt alles, was bekannt ist.',
  },
  'plan/invalid': {
    what: 'Der Plan ist nicht gültig: {message}.',
    next: 'Berichtigen Sie das genannte Feld, und versuchen Sie es erneut.',
  },
  'plan/version': {
    what: 'Der Plan hat Version {found}; dieses Programm versteht Version {known}.',
    next: 'Erstellen Sie das Rezept mit dieser Version des Programms neu, oder verwenden Sie die Version, die es geschrieben hat.',
  },
  'plan/unreadable': {
    what: 'Das Rezept {path} kann nicht gelesen werden: {message}.',
    next: 'Prüfen Sie, ob die Datei vorhanden ist und ein von Sticksmith gespeichertes Rezept enthält.',
  },
  'recipe/not-found': {
    what: 'In {folder} gibt es kein Rezept {name}.',
    next: 'Sehen Sie in der Liste der Rezepte nach, und nehmen Sie einen Namen von dort.',
  },
  'recipe/folder': {
    what: 'Der Ordner für Rezepte, {folder}, kann nicht verwendet werden: {message}.',
    next: 'Prüfen Sie, ob Sie dort schreiben dürfen, oder wählen Sie einen anderen Ordner.',
  },

  'ventoy/not-found': {
    what: 'Auf {target} ist kein Ventoy.',
    next: 'Wählen Sie das Laufwerk, auf dem es ist, oder erstellen Sie einen neuen Ventoy-Stick.',
  },
  'ventoy/already-there': {
    what: 'Auf {target} ist Ventoy schon vorhanden.',
    next: 'Aktualisieren Sie es, dann bleibt alles erhalten, oder erstellen Sie es neu.',
  },
  'ventoy/beside-impossible': {
    what: 'Ventoy kann nicht neben den Inhalt von {target} gesetzt werden: {message}.',
    next: 'Sichern Sie, was wichtig ist, und überlassen Sie Ventoy das ganze Laufwerk, oder schaffen Sie zuerst mit einem Partitionsprogramm Platz.',
  },
  'ventoy/damaged': {
    what: 'Das Ventoy auf {target} ist beschädigt: {message}.',
    next: 'Aktualisieren Sie es; dabei wird es neu geschrieben, und Ihre Dateien bleiben. Wird das abgelehnt, erstellen Sie es neu.',
  },
  'ventoy/install-failed': {
    what: 'Die eigenen Programme von Ventoy hatten auf {target} keinen Erfolg: {message}.',
    next: 'Sehen Sie sich die Details an, und versuchen Sie es erneut; wenn es wieder geschieht, an einem anderen USB-Anschluss oder mit einem anderen Laufwerk.',
  },
  'ventoy/update-changed-files': {
    what: 'Während Ventoy auf {target} aktualisiert wurde, haben sich Dateien darauf geändert: {message}.',
    next: 'Sichern Sie den Inhalt des Sticks, und vergleichen Sie ihn mit Ihren Originalen, bevor Sie den Stick wieder benutzen. Melden Sie dies mit der Version von Ventoy.',
  },
  'ventoy/other-layout': {
    what: 'Die eigenen Programme von Ventoy haben andere Partitionen angelegt als erwartet: {message}.',
    next: 'Verwenden Sie eine Version von Ventoy, die dieses Programm kennt, oder legen Sie Windows auf einem Stick ohne Ventoy in eine virtuelle Festplatte.',
  },
  'ventoy/vhd-boot': {
    what: 'Die Datei {path} kann nicht die sein, die virtuelle Festplatten startet: {message}.',
    next: 'Laden Sie ventoy_vhdboot.img von der Seite des Ventoy-Projekts über das Starten von VHD-Dateien, und wählen Sie die Datei erneut.',
  },
  'ventoy/file-unreadable': {
    what: 'Die Datei {path} kann nicht gelesen werden: {message}.',
    next: 'Prüfen Sie, ob sie vorhanden ist, ob Sie sie lesen dürfen und ob ihr Datenträger in Ordnung ist.',
  },
  'ventoy/file-mismatch': {
    what: 'Die Datei für {name} ist nicht die erwartete. Ihr SHA-256 ist {actual}, erwartet wurde {expected}.',
    next: 'Laden Sie sie erneut vom Herausgeber, und vergleichen Sie noch einmal.',
  },
  'ventoy/source-changed': {
    what: 'Die Datei {path} hat sich geändert, während sie verwendet wurde.',
    next: 'Vergewissern Sie sich, dass kein Download und kein Kopiervorgang mehr läuft, und beginnen Sie erneut.',
  },
  'ventoy/file-exists': {
    what: 'Auf {target} ist schon etwas anderes mit dem Namen {name}.',
    next: 'Entfernen Sie es zuerst oder benennen Sie es um, oder geben Sie dem Neuen einen anderen Namen.',
  },
  'ventoy/file-missing': {
    what: 'Auf {target} ist keine Datei {name}.',
    next: 'Sehen Sie nach, was auf dem Stick ist, und berichtigen Sie den Namen.',
  },
  'ventoy/file-name': {
    what: 'Den Namen {name} kann es auf diesem Stick nicht geben: {message}.',
    next: 'Geben Sie der Datei einen anderen Namen.',
  },
  'ventoy/file-too-large': {
    what: 'Die Datei {name} ist zu groß für {target}: Das FAT32 darauf fasst keine Datei von 4 GiB oder mehr.',
    next: 'Erstellen Sie den Stick mit exFAT oder NTFS.',
  },
  'ventoy/no-room': {
    what: 'Auf {target} ist zu wenig Platz: {needed:bytes} werden gebraucht, {free:bytes} sind frei.',
    next: 'Entfernen Sie Dateien, die Sie nicht brauchen, oder wählen Sie weniger Abbilder.',
  },
  'ventoy/copy-mismatch': {
    what: 'Die Datei {name} auf {target} ist nicht das, was geschrieben wurde.',
    next: 'Das Laufwerk ist vielleicht verschlissen oder nicht so groß, wie es angibt: Testen Sie es, und verwenden Sie ein anderes.',
  },
  'ventoy/copy-unreadable': {
    what: 'Die Datei {name} auf {target} kann nicht gelesen werden: {message}.',
    next: 'Schließen Sie das Laufwerk neu an, möglichst an einem anderen Anschluss, und wiederholen Sie den Vorgang. Wenn auch das misslingt, versagt das Laufwerk.',
  },
  'ventoy/config-unreadable': {
    what: 'Die Einstellungen ventoy/ventoy.json auf {target} können nicht gelesen werden: {message}.',
    next: 'Berichtigen Sie die Datei oder benennen Sie sie um, und versuchen Sie es erneut.',
  },
  'ventoy/persistence-unsupported': {
    what: 'Änderungen in {name} können nicht gespeichert werden: {message}.',
    next: 'Fahren Sie ohne das fort, oder wählen Sie ein anderes Live-System.',
  },
  'ventoy/persistence-shrinks': {
    what: 'Die Datei {name} auf {target} hat schon {bytes:bytes} und kann nur größer werden.',
    next: 'Verlangen Sie mehr, oder entfernen Sie die Datei zuerst; was darin gespeichert ist, geht dann verloren.',
  },

  'image/not-found': {
    what: 'Es gibt keine Datei {path}.',
    next: 'Prüfen Sie den Namen, oder wählen Sie das Abbild erneut.',
  },
  'image/unreadable': {
    what: 'Das Abbild {path} kann nicht gelesen werden: {message}.',
    next: 'Prüfen Sie, ob Sie es lesen dürfen und ob sein Datenträger in Ordnung ist, oder kopieren Sie es zuerst an einen anderen Ort.',
  },
  'image/truncated': {
    what: 'Das Abbild {path} ist abgeschnitten: Es sollte mindestens {expected:bytes} haben, hat aber {actual:bytes}.',
    next: 'Wahrscheinlich wurde der Download unterbrochen. Laden Sie das Abbild erneut, und vergleichen Sie seine Prüfsumme.',
  },
  'image/not-recognised': {
    what: '{path} ist kein Abbild, das dieses Programm kennt: {message}.',
    next: 'Wählen Sie eine ISO-Datei mit Windows oder eine WIM-, ESD- oder SWM-Datei.',
  },
  'image/not-windows': {
    what: 'Das Disc-Abbild {path} enthält keine sources/install.wim, install.esd oder install.swm.',
    next: 'Wählen Sie ein Installationsabbild von Windows 10 oder 11; eine Reparatur- oder Treiber-Disc kann kein portables Windows werden.',
  },
  'image/damaged': {
    what: 'Das Dateisystem in {path} ist beschädigt: {message}.',
    next: 'Laden Sie das Abbild erneut, und vergleichen Sie seine Prüfsumme mit der des Herausgebers.',
  },
  'image/changed': {
    what: 'Das Abbild {path} hat sich geändert, während es verwendet wurde.',
    next: 'Vergewissern Sie sich, dass kein Download und kein Kopiervorgang mehr läuft, und beginnen Sie erneut.',
  },
  'image/hash-mismatch': {
    what: 'Das Abbild ist nicht das erwartete. Sein SHA-256 ist {actual}, erwartet wurde {expected}.',
    next: 'Verwenden Sie dieses Abbild nicht. Laden Sie es erneut vom Herausgeber, und vergleichen Sie noch einmal.',
  },
  'image/checksum-file': {
    what: 'Die Prüfsummendatei {path} nennt keinen SHA-256 für dieses Abbild.',
    next: 'Wählen Sie die Prüfsummendatei, die zum Abbild gehört, oder fügen Sie den Wert ein.',
  },
  'boot-image/not-recognised': {
    what: 'Ventoy kann {path} nicht starten: {message}.',
    next: 'Wählen Sie eine Datei, die .iso, .img, .wim, .vhd, .vhdx, .efi oder .vtoy ist und auch so heißt.',
  },
  'boot-image/damaged': {
    what: 'Das Abbild {path} ist beschädigt: {message}.',
    next: 'Laden Sie es erneut, und vergleichen Sie seine Prüfsumme mit der des Herausgebers.',
  },
  'wim/header': {
    what: 'Das Windows-Abbild {path} hat einen beschädigten Kopf: {message}.',
    next: 'Laden Sie das Abbild erneut, und vergleichen Sie seine Prüfsumme mit der des Herausgebers.',
  },
  'wim/hash-table': {
    what: 'Das Inhaltsverzeichnis des Windows-Abbilds {path} ist beschädigt: {message}.',
    next: 'Laden Sie das Abbild erneut, und vergleichen Sie seine Prüfsumme mit der des Herausgebers.',
  },
  'wim/xml': {
    what: 'Die Beschreibung der Editionen in {path} ist beschädigt: {message}.',
    next: 'Laden Sie das Abbild erneut, und vergleichen Sie seine Prüfsumme mit der des Herausgebers.',
  },
  'wim/part-missing': {
    what: 'Das Windows-Abbild ist in {total} Teile aufgeteilt; Teil {part} ({path}) fehlt.',
    next: 'Legen Sie alle Teile in einen Ordner, und versuchen Sie es erneut.',
  },
  'wim/part-foreign': {
    what: '{path} gehört nicht zum selben aufgeteilten Abbild wie die anderen Teile.',
    next: 'Legen Sie die Teile ein und desselben Abbilds in einen Ordner, und versuchen Sie es erneut.',
  },
  'wim/edition-missing': {
    what: 'Das Abbild hat keine Edition mit der Nummer {index}; vorhanden: {available}.',
    next: 'Wählen Sie eine der Editionen, die „sticksmith inspect“ auflistet.',
  },
  'wim/unsupported': {
    what: 'Das Windows-Abbild {path} ist von einer Art, die nicht verwendbar ist: {message}.',
    next: 'Verwenden Sie eine install.wim oder install.esd, wie sie vom Herausgeber kommt.',
  },
  'wim/too-large': {
    what: 'Windows passt nicht in eine Partition von {size:bytes}: Es braucht mehr Platz, als sein Abbild angibt.',
    next: 'Verwenden Sie ein größeres Laufwerk, oder wählen Sie eine kleinere Edition oder eine kleinere Austauschpartition.',
  },
  'wim/apply': {
    what: 'Windows konnte nicht entpackt werden: {message}.',
    next: 'Das Abbild ist wahrscheinlich beschädigt: Vergleichen Sie seine Prüfsumme mit der des Herausgebers. Wenn sie stimmt, melden Sie dies mit dem Protokoll.',
  },

  'files/unreadable': {
    what: 'Die Datei {path} kann nicht gelesen werden: {message}.',
    next: 'Prüfen Sie den Namen und ob Sie sie lesen dürfen, oder lassen Sie sie weg.',
  },
  'files/changed': {
    what: 'Die Datei {path} hat sich geändert, während der Stick erstellt wurde.',
    next: 'Beginnen Sie erneut, wenn sie nicht mehr geändert wird.',
  },
  'answers/invalid': {
    what: 'Die Antwortdatei {path} ist nicht verwendbar: {message}.',
    next: 'Berichtigen Sie die Datei, oder fahren Sie ohne sie fort.',
  },
  'wifi/invalid': {
    what: 'Das Netzwerk „{name}“ ist nicht verwendbar: {message}.',
    next: 'Exportieren Sie das Profil erneut mit „netsh wlan export profile key=clear“, oder geben Sie Name und Schlüssel ein.',
  },
  'bitlocker/password': {
    what: 'Das Kennwort für BitLocker ist nicht verwendbar: {message}.',
    next: 'Wählen Sie ein Kennwort mit 8 bis 256 Zeichen, am besten nur aus Buchstaben der englischen Tastatur und Ziffern.',
  },
  'bitlocker/recovery-folder': {
    what: 'Der Wiederherstellungsschlüssel kann nicht in {path} gespeichert werden: {message}.',
    next: 'Wählen Sie einen anderen Ordner, in den Sie schreiben dürfen und der nicht auf dem Stick liegt.',
  },
  'bitlocker/key-file': {
    what: 'Der Wiederherstellungsschlüssel kann nicht aus {path} gelesen werden: {message}.',
    next: 'Sehen Sie nach, wohin die Datei verschoben wurde. Ist sie verloren, öffnet das Kennwort den Stick weiterhin, und Windows zeigt den Schlüssel mit „manage-bde -protectors -get C:“.',
  },
  'print/failed': {
    what: 'Das System konnte nicht drucken: {message}.',
    next: 'Prüfen Sie, ob dieser Computer einen Drucker hat, oder öffnen Sie die Datei mit einem anderen Programm und drucken Sie sie dort.',
  },
  'domain/invalid': {
    what: 'Der Domänenbeitritt in {path} ist nicht verwendbar: {message}.',
    next: 'Erstellen Sie die Datei erneut mit „djoin /provision … /savefile“, eine für jeden Stick.',
  },
  'bitlocker/needs-windows': {
    what: 'Nur ein Computer mit Windows kann einen Stick nach dem Schreiben von Windows verschlüsseln lassen.',
    next: 'Lassen Sie ihn sofort oder bei seinem ersten Start verschlüsseln, oder erstellen Sie den Stick auf einem Computer mit Windows.',
  },
  'bitlocker/windows-refused': {
    what: 'Dieses Windows hat den Stick {target} nicht verschlüsselt: {message}.',
    next: 'Der Stick startet, ist aber nicht verschlüsselt, und es wurde kein Schlüssel von ihm aufbewahrt. Erstellen Sie ihn neu, und lassen Sie ihn sofort verschlüsseln, oder ändern Sie, was dieses Windows daran hindert.',
  },
  'bitlocker/windows-stopped': {
    what: 'Windows hat begonnen, den Stick {target} zu verschlüsseln, und ist nicht fertig geworden: {message}.',
    next: 'Bewahren Sie den Wiederherstellungsschlüssel auf: Er und das Kennwort öffnen den Stick. Schließen Sie ihn an einen Computer mit Windows Pro an, entsperren Sie ihn, und führen Sie „manage-bde -resume“ mit seinem Buchstaben aus; oder erstellen Sie ihn neu.',
  },
  'bitlocker/not-encrypted': {
    what: 'Dieses Volume ist nicht mit BitLocker verschlüsselt: {message}.',
    next: 'Wählen Sie den Stick und die Partition, die es ist.',
  },
  'bitlocker/damaged': {
    what: 'Die BitLocker-Daten dieses Volumes sind beschädigt: {message}.',
    next: 'Erstellen Sie den Stick neu. Um vorher Dateien zu retten, verwenden Sie das Windows-Programm repair-bde mit dem Wiederherstellungsschlüssel.',
  },
  'bitlocker/unsupported': {
    what: 'Dieses BitLocker-Volume kann hier nicht geöffnet werden: {message}.',
    next: 'Öffnen Sie es in Windows.',
  },
  'bitlocker/wrong-password': {
    what: 'Das Kennwort öffnet dieses BitLocker-Volume nicht.',
    next: 'Geben Sie es erneut ein, und achten Sie auf Tastaturlayout und Großbuchstaben; oder verwenden Sie den Wiederherstellungsschlüssel.',
  },
  'bitlocker/wrong-recovery-password': {
    what: 'Der Wiederherstellungsschlüssel hat die richtige Form, aber er ist nicht der dieses BitLocker-Volumes.',
    next: 'Suchen Sie den Schlüssel mit der ID, die der Wiederherstellungsbildschirm zeigt.',
  },
  'bitlocker/recovery-password': {
    what: 'Der Wiederherstellungsschlüssel kann nicht stimmen: {message}.',
    next: 'Vergleichen Sie ihn mit dem Ausdruck oder der Datei: acht Gruppen aus sechs Ziffern.',
  },
  'drivers/unusable': {
    what: 'Der Treiberordner {path} ist nicht verwendbar: {message}.',
    next: 'Wählen Sie einen Ordner mit entpackten Treibern: .inf-Dateien, daneben ihre .sys- und .cat-Dateien.',
  },
  'windows/unusable-text': {
    what: 'Dem Windows-Programm {tool} kann {text} nicht übergeben werden: {message}.',
    next: 'Verwenden Sie einen Namen oder einen Ordner ohne solche Zeichen.',
  },
  'vhdx/unsupported': {
    what: '{path} ist eine virtuelle Festplatte, die nicht verwendbar ist: {message}.',
    next: 'Verwenden Sie eine mit fester Größe, wie dieses Programm sie erstellt.',
  },

  'ventoy/package-not-found': {
    what: 'Es gibt keine Datei {path}.',
    next: 'Prüfen Sie den Namen, oder wählen Sie das Ventoy-Paket erneut.',
  },
  'ventoy/package-unreadable': {
    what: 'Das Ventoy-Paket {path} kann nicht gelesen werden: {message}.',
    next: 'Prüfen Sie, ob Sie es lesen dürfen und ob sein Datenträger in Ordnung ist, oder kopieren Sie es zuerst an einen anderen Ort.',
  },
  'ventoy/package-not-recognised': {
    what: '{path} ist kein veröffentlichtes Paket von Ventoy: {message}.',
    next: 'Laden Sie ventoy-x.y.z-linux.tar.gz von der Versionsseite von Ventoy, und wählen Sie diese Datei, wie sie ist.',
  },
  'ventoy/package-source': {
    what: '{path} enthält den Quelltext von Ventoy. Darin fehlen die Programme, die einen Stick erstellen.',
    next: 'Verwenden Sie ein vollständiges Paket: ventoy-x.y.z-linux.tar.gz von der Versionsseite von Ventoy.',
  },
  'ventoy/package-platform': {
    what: '{path} ist Ventoy {version} für {platform}. Darin fehlen die Programme, die dieser Computer ausführen kann.',
    next: 'Laden Sie {wanted} von der Versionsseite von Ventoy, und wählen Sie diese Datei.',
  },
  'ventoy/package-incomplete': {
    what: 'Das Ventoy-Paket {path} ist nicht vollständig: {message}.',
    next: 'Verwenden Sie ein vollständiges Paket, wie es von der Versionsseite von Ventoy kommt.',
  },
  'ventoy/package-contradiction': {
    what: 'Das Ventoy-Paket {path} widerspricht sich selbst: {message}.',
    next: 'Laden Sie das Paket erneut von der Versionsseite von Ventoy, und behalten Sie seinen Namen bei.',
  },
  'ventoy/package-damaged': {
    what: 'Das Ventoy-Paket {path} ist beschädigt: {message}.',
    next: 'Laden Sie es erneut, und vergleichen Sie seinen SHA-256 mit dem des Herausgebers.',
  },
  'ventoy/package-unsafe': {
    what: 'Das Archiv {path} wurde nicht entpackt, weil es Schaden anrichten könnte: {message}.',
    next: 'Verwenden Sie es nicht. Laden Sie das Paket von der Versionsseite von Ventoy, und vergleichen Sie seinen SHA-256.',
  },
  'ventoy/package-hash-mismatch': {
    what: 'Das Ventoy-Paket {path} ist nicht das erwartete. Sein SHA-256 ist {actual}, erwartet wurde {expected}.',
    next: 'Verwenden Sie es nicht. Laden Sie es erneut vom Herausgeber, und vergleichen Sie noch einmal.',
  },
  'ventoy/package-hashes-differ': {
    what: 'Für das Ventoy-Paket {path} liegen zwei SHA-256-Werte vor: {given} wurde angegeben, {beside} steht in sha256.txt daneben.',
    next: 'Stellen Sie fest, welchen der Herausgeber nennt. Berichtigen Sie den Wert, oder entfernen Sie die sha256.txt.',
  },
  'ventoy/package-changed': {
    what: 'Das Ventoy-Paket {path} ist nicht mehr die Datei, die geprüft wurde.',
    next: 'Vergewissern Sie sich, dass kein Download und kein Kopiervorgang mehr läuft, und wählen Sie das Paket erneut.',
  },
  'ventoy/package-unpack': {
    what: 'Das Ventoy-Paket konnte nicht nach {path} entpackt werden: {message}.',
    next: 'Schaffen Sie Platz, oder wählen Sie einen anderen Arbeitsordner, und versuchen Sie es erneut.',
  },
  'ventoy/package-not-kept': {
    what: 'Auf diesem Computer wird kein Paket von Ventoy {version} aufbewahrt.',
    next: 'Wählen Sie ein veröffentlichtes Paket, oder lassen Sie das Programm eines herunterladen.',
  },
  'ventoy/package-store': {
    what: 'Ventoy-Pakete können nicht in {path} aufbewahrt werden: {message}.',
    next: 'Wählen Sie einen Ordner, der nur Ihnen gehört und Platz hat, oder geben Sie jedes Mal die Datei des Pakets an.',
  },
  'ventoy/download-address': {
    what: 'Von {url} wird nichts heruntergeladen: {message}.',
    next: 'Verwenden Sie die https-Adresse eines veröffentlichten Pakets von Ventoy.',
  },
  'ventoy/download-failed': {
    what: 'Der Download von {url} ist fehlgeschlagen: {message}.',
    next: 'Prüfen Sie die Verbindung, und versuchen Sie es erneut, oder laden Sie das Paket auf anderem Weg herunter und wählen Sie seine Datei.',
  },
  'ventoy/download-status': {
    what: 'Der Server hat die Anfrage nach {url} mit dem Status {status} beantwortet.',
    next: 'Prüfen Sie die Adresse, oder laden Sie das Paket auf anderem Weg herunter und wählen Sie seine Datei.',
  },
  'ventoy/download-too-large': {
    what: 'Was {url} liefert, ist größer als ein Ventoy-Paket: mehr als {limit:bytes}.',
    next: 'Verwenden Sie die Adresse eines veröffentlichten Pakets von Ventoy, nicht die einer anderen Datei.',
  },

  'persistence/no-room': {
    what: 'Für {path} ist kein Platz: {needed:bytes} werden gebraucht, {free:bytes} sind frei.',
    next: 'Wählen Sie eine kleinere Größe, oder entfernen Sie zuerst etwas vom Stick.',
  },
  'persistence/exists': {
    what: 'Eine Datei {path} gibt es schon.',
    next: 'Vergrößern Sie stattdessen diese, oder wählen Sie einen anderen Namen.',
  },
  'persistence/size': {
    what: '{path} kann nicht {size:bytes} haben: {message}.',
    next: 'Wählen Sie eine andere Größe.',
  },
  'persistence/unusable': {
    what: '{path} enthält kein ext4-Dateisystem, das sich vergrößern lässt: {message}.',
    next: 'Sichern Sie, was Sie davon brauchen, entfernen Sie die Datei, und erstellen Sie eine neue.',
  },

  'target/too-small': {
    what: '{target} ist zu klein: {needed:bytes} werden gebraucht, {actual:bytes} sind vorhanden.',
    next: 'Verwenden Sie ein größeres Laufwerk, oder wählen Sie eine kleinere Edition oder eine kleinere Austauschpartition.',
  },
  'target/not-found': {
    what: 'Es gibt kein Laufwerk {target}.',
    next: 'Schließen Sie das Laufwerk an, und sehen Sie mit „sticksmith drives“ nach.',
  },
  'target/not-a-drive': {
    what: '{target} ist kein Laufwerk: {message}.',
    next: 'Geben Sie ein ganzes Laufwerk an, wie „sticksmith drives“ es auflistet, oder eine Abbilddatei mit der Endung .img oder .vhdx.',
  },
  'target/changed': {
    what: '{target} ist nicht mehr das Laufwerk, das bestätigt wurde: {message}.',
    next: 'Sehen Sie noch einmal in die Liste der Laufwerke, und bestätigen Sie das richtige.',
  },
  'target/refused': {
    what: '{target} kann nicht als Ziel verwendet werden: {reasons}.',
    next: 'Wählen Sie ein anderes Laufwerk.',
  },
  'target/mounted': {
    what: '{target} ist in Gebrauch: {mounts} ist eingehängt.',
    next: 'Schließen Sie Dateien und Fenster, die dieses Laufwerk zeigen, oder erlauben Sie dem Programm, es auszuhängen.',
  },
  'target/not-empty': {
    what: '{target} ist nicht leer: Darauf ist {what}.',
    next: 'Sichern Sie, was wichtig ist, und leeren Sie das Laufwerk, oder beginnen Sie eine Serie, die auch Laufwerke mit Dateien löscht.',
  },
  'target/busy': {
    what: 'Ein anderes Programm hält {target} fest.',
    next: 'Schließen Sie Programme, die das Laufwerk benutzen, oder ziehen Sie es ab und schließen Sie es wieder an.',
  },
  'target/held': {
    what: '{target} wird benutzt, und zwar von: {programs}.',
    next: 'Schließen Sie {programs}, und beginnen Sie erneut; wenn das nicht hilft, ziehen Sie das Laufwerk ab und schließen Sie es wieder an.',
  },
  'target/controlled-folder-access': {
    what: 'Der überwachte Ordnerzugriff von Windows hindert dieses Programm daran, auf {target} zu schreiben.',
    next: 'Öffnen Sie „Windows-Sicherheit“, „Viren- & Bedrohungsschutz“, „Ransomware-Schutz verwalten“, „App durch überwachten Ordnerzugriff zulassen“, und fügen Sie dieses Programm hinzu. Beginnen Sie dann erneut.',
  },
  'target/guarded': {
    what: 'Etwas auf diesem Computer hindert dieses Programm daran, auf {target} zu schreiben.',
    next: 'Das kann ein Virenscanner sein oder ein Programm, das Laufwerke bewacht: Lassen Sie dieses Programm dort zu, und beginnen Sie erneut.',
  },
  'target/policy': {
    what: 'Eine Richtlinie dieses Computers verbietet, auf {target} zu schreiben: {policy}.',
    next: 'Bitten Sie die Person, die diesen Computer betreut, es zu erlauben, oder verwenden Sie einen anderen Computer.',
  },
  'target/loop-not-allowed': {
    what: '{target} ist eine Datei, die sich als Laufwerk ausgibt; nur Tests dürfen darauf schreiben.',
    next: 'Setzen Sie STICKSMITH_ALLOW_LOOP=1, wenn Sie sicher sind, oder wählen Sie ein echtes Laufwerk.',
  },
  'target/not-confirmed': {
    what: 'Alles auf {target} würde gelöscht, und das wurde nicht bestätigt.',
    next: 'Sehen Sie sich das Ziel noch einmal an, und wiederholen Sie den Befehl mit --yes.',
  },
  'target/change-not-confirmed': {
    what: '{target} würde geändert, und das wurde nicht bestätigt.',
    next: 'Sehen Sie sich das Ziel noch einmal an, und wiederholen Sie den Befehl mit --yes.',
  },
  'target/vanished': {
    what: '{target} ist verschwunden, während es benutzt wurde.',
    next: 'Schließen Sie es wieder an, möglichst direkt am Computer und nicht an einem Hub, und beginnen Sie erneut.',
  },
  'target/exists': {
    what: 'Die Datei {target} ist vorhanden und würde ersetzt.',
    next: 'Wählen Sie einen anderen Namen, oder bestätigen Sie mit --yes, dass sie ersetzt werden darf.',
  },
  'target/unusable-path': {
    what: 'Die Abbilddatei {target} kann nicht erstellt werden: {message}.',
    next: 'Wählen Sie einen anderen Namen oder einen Ordner, in den Sie schreiben dürfen und der Platz hat.',
  },

  'io/read': {
    what: 'Das Lesen von {path} ist bei Byte {offset} fehlgeschlagen: {message}.',
    next: 'Möglicherweise versagt der Datenträger. Versuchen Sie es mit einem anderen Anschluss oder Kabel, dann mit einem anderen Laufwerk.',
  },
  'io/write': {
    what: 'Das Schreiben auf {path} ist bei Byte {offset} fehlgeschlagen: {message}.',
    next: 'Möglicherweise versagt das Laufwerk oder ist schreibgeschützt. Versuchen Sie es mit einem anderen Anschluss oder Kabel, dann mit einem anderen Laufwerk.',
  },
  'verify/mismatch': {
    what: '{target} hat andere Daten zurückgegeben, als geschrieben wurden, zuerst bei Byte {offset}: {cause}.',
    next: 'Versuchen Sie es mit einem anderen Anschluss oder Kabel. Wenn es wieder geschieht, verwenden Sie dieses Laufwerk nicht.',
  },
  'work/full': {
    what: 'Im Arbeitsordner {path} fehlen {missing:bytes}: {needed:bytes} werden gebraucht.',
    next: 'Schaffen Sie Platz, wählen Sie einen Arbeitsordner auf einem anderen Datenträger (--work-dir oder in den Einstellungen), oder entpacken Sie direkt auf das Laufwerk (--direct), was langsam ist.',
  },
  'work/unusable': {
    what: 'Der Arbeitsordner {path} ist nicht verwendbar: {message}.',
    next: 'Wählen Sie einen Arbeitsordner, in den Sie schreiben dürfen, auf einem Dateisystem mit Sparse-Dateien (nicht FAT).',
  },
  'work/damaged': {
    what: 'Die Datei {path} im Arbeitsordner hat sich nach dem Erstellen geändert, zuerst bei Byte {offset}.',
    next: 'Beginnen Sie erneut: Windows wird neu entpackt. Wenn es zweimal geschieht, versagt der Datenträger des Arbeitsordners.',
  },
  'cache/not-found': {
    what: 'Ein aufbewahrtes Windows {key} gibt es nicht.',
    next: 'Welche es gibt, zeigt „sticksmith cache“.',
  },
  'cache/in-use': {
    what: 'Das aufbewahrte Windows {key} wird gerade verwendet.',
    next: 'Warten Sie, bis die Arbeit damit beendet ist, oder brechen Sie sie ab.',
  },
  'diary/unusable': {
    what: 'Das Tagebuch in {path} ist nicht verwendbar: {message}.',
    next: 'Sorgen Sie dafür, dass Sie in diesen Ordner schreiben dürfen und dass sein Datenträger Platz hat. Der Inhalt des Tagebuchs wurde nicht geändert.',
  },
  'diary/newer': {
    what: 'Das Tagebuch {path} wurde von einer späteren Version dieses Programms geschrieben.',
    next: 'Verwenden Sie diese Version. Am Tagebuch wurde nichts geändert.',
  },
  'diary/busy': {
    what: 'Ein anderes Programm schreibt schon zu lange in das Tagebuch, nach dem zu urteilen, was in {path} liegt.',
    next: 'Schließen Sie andere Fenster und Befehle von Sticksmith, und versuchen Sie es erneut. Wenn es keine gibt, entfernen Sie diesen Ordner.',
  },
  'diary/full': {
    what: 'Das Tagebuch fasst höchstens {limit} Einträge.',
    next: 'Exportieren Sie es, und entfernen Sie zuerst alte Einträge.',
  },
  'diary/not-found': {
    what: 'Im Tagebuch gibt es keinen Eintrag {id}.',
    next: 'Welche es gibt, zeigt „sticksmith diary list“.',
  },
  'diary/unreadable': {
    what: '{path} enthält kein lesbares Tagebuch: {message}.',
    next: 'Geben Sie eine .json-Datei an, die aus einem Tagebuch exportiert wurde. Es wurde nichts hinzugefügt.',
  },
  'diary/no-identity': {
    what: '{target} lässt sich nicht von anderen Sticks unterscheiden: {message}.',
    next: 'Geben Sie mit --stick an, welcher Stick es ist, mit seiner ID im Tagebuch oder im Bericht über sein Erstellen.',
  },
  'records/unusable': {
    what: 'Die Aufzeichnungen in {path} sind nicht verwendbar: {message}.',
    next: 'Sorgen Sie dafür, dass Sie in diesen Ordner schreiben dürfen und dass sein Datenträger Platz hat. Was vorher aufgezeichnet war, wurde nicht geändert.',
  },
  'records/busy': {
    what: 'Ein anderes Programm schreibt schon zu lange Aufzeichnungen, nach dem zu urteilen, was in {path} liegt.',
    next: 'Schließen Sie andere Fenster und Befehle von Sticksmith, und versuchen Sie es erneut. Wenn es keine gibt, entfernen Sie diesen Ordner.',
  },
  'records/not-found': {
    what: 'Es gibt keine Aufzeichnung {id}.',
    next: 'Welche es gibt, zeigt „sticksmith records list“.',
  },
  'records/unreadable': {
    what: 'Die Aufzeichnung {path} ist beschädigt oder stammt von einer späteren Version dieses Programms.',
    next: 'Verwenden Sie die neueste Version, oder sehen Sie die Datei selbst an. Sie wurde nicht geändert.',
  },
  'records/no-label': {
    what: 'Die Aufzeichnung {id} handelt von einem Laufwerk, das wieder ein gewöhnliches ist. Dafür gibt es kein Etikett.',
    next: 'Drucken Sie das Etikett eines Sticks, der erstellt wurde; „sticksmith records list“ zeigt sie.',
  },
  'records/line-file': {
    what: 'Aufzeichnungen konnten nicht an {path} angehängt werden: {message}.',
    next: 'Sorgen Sie dafür, dass die Datei erreichbar ist und beschrieben werden darf. Die Zeilen warten hier und werden mit der nächsten Aufzeichnung erneut gesendet.',
  },
  'host/cannot': {
    what: 'Auf einem Computer mit {platform} ist noch nicht möglich: {what}.',
    next: 'Lassen Sie es weg, oder erstellen Sie den Stick auf einem Computer mit Linux.',
  },
  'tool/missing': {
    what: 'Auf diesem Computer fehlt {tool}. Zweck: {purpose}.',
    next: 'Installieren Sie es mit: {install}',
  },
  'tool/failed': {
    what: 'Das Programm {tool} ist fehlgeschlagen: {message}.',
    next: 'Was es gemeldet hat, steht im Protokoll.',
  },
  'file/unwritable': {
    what: 'Die Datei {path} kann nicht geschrieben werden: {message}.',
    next: 'Wählen Sie einen Ordner, in den Sie schreiben dürfen und der Platz hat.',
  },
  'data/unwritable': {
    what: 'In den Ordner {path}, in dem Sticksmith Einstellungen und Protokolle aufbewahrt, lässt sich nicht schreiben: {message}.',
    next: 'Liegt er auf einem schreibgeschützten Datenträger, heben Sie den Schutz auf oder kopieren Sie den ganzen Ordner des Programms auf einen beschreibbaren. Sonst prüfen Sie, ob Sie dort schreiben dürfen und ob Platz ist.',
  },
  'permission/denied': {
    what: 'Der Zugriff auf {path} wurde verweigert.',
    next: 'Wählen Sie einen Ort, den Sie benutzen dürfen, oder beginnen Sie erneut mit den nötigen Rechten.',
  },
  'ventoy/run-failed': {
    what: 'Das Programm von Ventoy konnte seine Arbeit nicht tun: {message}.',
    next: 'Sehen Sie im Protokoll nach, was es gemeldet hat, und beginnen Sie erneut.',
  },
  'ventoy/run-silent': {
    what: 'Das Programm von Ventoy wurde beendet: {message}.',
    next: 'Möglicherweise versagt das Laufwerk. Versuchen Sie es mit einem anderen Anschluss, dann mit einem anderen Laufwerk.',
  },
  'mount/unsupported': {
    what: 'Die Partition von {target} ist nicht verwendbar: {message}.',
    next: 'Damit dieses Programm sie ändern kann, muss die erste Partition von Ventoy exFAT, NTFS oder FAT32 haben; installieren Sie Ventoy neu, oder ändern Sie sie auf einem Computer, der dieses Dateisystem kennt.',
  },
  'mount/unclean': {
    what: 'Das Dateisystem auf {target} kann nicht geändert werden: {message}.',
    next: 'Schließen Sie das Laufwerk an einen Windows-Computer an, lassen Sie es prüfen (chkdsk /f), und fahren Sie Windows ganz herunter, nicht in den Energiesparmodus und nicht mit Schnellstart. Beginnen Sie dann erneut.',
  },
  'mount/failed': {
    what: 'Das Dateisystem auf {target} kann nicht geöffnet werden: {message}.',
    next: 'Lassen Sie die Partition auf dem Computer prüfen, an dem sie zuletzt benutzt wurde. Ist sie beschädigt, installieren Sie Ventoy neu.',
  },
  'mount/busy': {
    what: '{target} ist fertig bis auf das Dateisystem unter {path}, das noch ein anderes Programm benutzt.',
    next: 'Schließen Sie die Programme, die Dateien des Laufwerks zeigen. Ziehen Sie es nicht ab, bevor sie geschlossen sind.',
  },

  'elevation/denied': {
    what: 'Um auf ein Laufwerk zu schreiben, sind Administratorrechte nötig; sie wurden nicht erteilt.',
    next: 'Beginnen Sie erneut, und geben Sie das Kennwort ein, wenn danach gefragt wird, oder führen Sie den Befehl mit sudo aus.',
  },
  'elevation/unavailable': {
    what: 'Dieser Computer hat keine Möglichkeit, nach Administratorrechten zu fragen: {message}.',
    next: 'Führen Sie die Befehlszeile mit sudo aus, oder installieren Sie einen polkit-Agenten für Ihren Desktop.',
  },
  'helper/lost': {
    what: 'Das Programm, das auf das Laufwerk schreibt, wurde unerwartet beendet: {message}.',
    next: 'Beginnen Sie erneut. Wenn es zweimal geschieht, melden Sie es mit dem Protokoll.',
  },
  'helper/protocol': {
    what: 'Eine Nachricht zwischen den Teilen des Programms wurde nicht verstanden: {message}.',
    next: 'Starten Sie das Programm neu. Wenn es wieder geschieht, melden Sie es mit dem Protokoll.',
  },
  'ventoy/config-json': {
    what: 'ventoy.json kann nicht gelesen werden: Zeile {line}, Spalte {column}: {message}.',
    next: 'Berichtigen Sie die Datei an dieser Stelle. Es wurde nichts darin geändert.',
  },
  'ventoy/config-invalid': {
    what: 'ventoy.json ist nicht verwendbar: {message}.',
    next: 'Berichtigen Sie die Datei, oder entfernen Sie, was darin nicht stimmt. Es wurde nichts darin geändert.',
  },
  'repair/not-understood': {
    what: '{target} kann nicht repariert werden: {message}.',
    next: 'Es wurde nichts geändert. Sichern Sie an einem anderen Computer, was wichtig ist, und erstellen Sie den Stick neu.',
  },
  'repair/encrypted': {
    what: 'Wovon {target} startet, muss aus seinem Windows genommen werden, und das ist verschlüsselt.',
    next: 'Wiederholen Sie dies mit dem Kennwort oder dem Wiederherstellungsschlüssel des Sticks (--password-stdin).',
  },
  'repair/no-boot-files': {
    what: 'Dem Windows auf {target} fehlen die Dateien, von denen ein Computer startet: {message}.',
    next: 'Sichern Sie vom Stick, was wichtig ist, und erstellen Sie ihn neu.',
  },
  'repair/ventoy': {
    what: '{target} ist ein Ventoy-Stick, den das eigene Programm von Ventoy repariert.',
    next: 'Wiederholen Sie dies mit einem veröffentlichten Archiv von Ventoy (--ventoy-package FILE); die Dateien auf dem Stick bleiben.',
  },
  'repair/not-undone': {
    what: 'Die Reparatur von {target} ist fehlgeschlagen, und der vorherige Zustand konnte nicht wiederhergestellt werden: {message}.',
    next: 'Beginnen Sie die Reparatur erneut. Was vorher da war, wird in {saved} aufbewahrt, bis Sie es löschen.',
  },
  'restore/too-small': {
    what: '{target} ist zu klein für Dateien: Es hat {actual:bytes}, und {needed:bytes} werden gebraucht.',
    next: 'Verwenden Sie ein größeres Laufwerk.',
  },
  'restore/mbr-too-small': {
    what: 'Die gewünschte Partitionstabelle, ein MBR, kann nicht alles von {target} benennen, das {actual:bytes} hat.',
    next: 'Nehmen Sie eine GPT, oder überlassen Sie die Wahl Sticksmith.',
  },
  'restore/not-ordinary': {
    what: '{target} wurde beschrieben, und was davon gelesen werden kann, ist etwas anderes: {message}.',
    next: 'Wiederholen Sie es an einem anderen USB-Anschluss; wenn es wieder misslingt, ist das Laufwerk verschlissen oder nicht so groß, wie es angibt: Testen Sie es.',
  },
  'check/failed': {
    what: '{target} würde keinen Computer starten: {failed}.',
    next: 'Erstellen Sie den Stick neu; wenn es wieder misslingt, verwenden Sie ein anderes Laufwerk.',
  },
};
