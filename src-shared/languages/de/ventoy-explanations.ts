import type { VentoyExplanationTexts } from '../../explain';

/** What Ventoy’s lines mean. */
export const ventoyExplanations: VentoyExplanationTexts = {
  // What Ventoy2Disk.sh prints or notes in its log.txt.
  'script/package-incomplete': {
    title: 'Das Ventoy-Paket ist nicht vollständig',
    whatHappened:
      'Das Skript von Ventoy hat die Dateien nicht gefunden, die zu ihm gehören. So ist es in einer Kopie seines Quelltexts.',
    whatToDo:
      'Laden Sie das veröffentlichte Paket, zum Beispiel ventoy-1.1.17-linux.tar.gz, und verwenden Sie dieses.',
  },
  'script/package-damaged': {
    title: 'Das Ventoy-Paket ist beschädigt',
    whatHappened: 'Eine gepackte Datei des Ventoy-Pakets lässt sich nicht entpacken.',
    whatToDo: 'Laden Sie das Paket erneut, und vergleichen Sie seinen SHA-256.',
  },
  'script/tools': {
    title: 'Ein Programm von Ventoy läuft hier nicht',
    whatHappened:
      'Ventoy bringt eigene kleine Programme für Partitionen und Dateisysteme mit, und eines davon ist auf diesem Computer nicht gestartet.',
    whatToDo:
      'Verwenden Sie das Paket für diese Art Prozessor, oder erstellen Sie den Stick auf einem anderen Computer.',
  },
  'script/no-parted': {
    title: 'Ein Partitionsprogramm fehlt',
    whatHappened: 'Ventoy legt seine Partitionen mit parted an, das nicht installiert ist.',
    whatToDo: 'Installieren Sie parted, und beginnen Sie erneut.',
  },
  'script/folder': {
    title: 'Ventoy kann in seinen eigenen Ordner nicht schreiben',
    whatHappened:
      'Sein Skript entpackt Programme und schreibt sein Protokoll in den eigenen Ordner, darf das dort aber nicht.',
    whatToDo: 'Entpacken Sie das Paket in einem Ordner, in den geschrieben werden kann.',
  },
  'script/no-device': {
    title: 'Das Laufwerk ist nicht da',
    whatHappened:
      'Dem Skript von Ventoy wurde ein Laufwerk genannt, das es nicht gibt oder das abgezogen wurde.',
    whatToDo: 'Schließen Sie das Laufwerk wieder an, und wählen Sie es in der Liste.',
  },
  'script/partition-given': {
    title: 'Eine Partition wurde gewählt statt des ganzen Laufwerks',
    whatHappened: 'Ventoy nimmt nur ganze Laufwerke.',
    whatToDo: 'Wählen Sie das Laufwerk selbst.',
  },
  'script/rights': {
    title: 'Administratorrechte fehlen',
    whatHappened: 'Das Skript von Ventoy darf das Laufwerk nicht lesen.',
    whatToDo: 'Starten Sie es mit Administratorrechten.',
  },
  'script/in-use': {
    title: 'Das Laufwerk ist in Gebrauch',
    whatHappened:
      'Eine Partition des Laufwerks ist eingehängt, dient als Auslagerungsspeicher (Swap) oder wird von einem anderen Programm festgehalten; darum hat Ventoy nicht darauf geschrieben.',
    whatToDo:
      'Schließen Sie, was das Laufwerk benutzt, werfen Sie es im Dateimanager aus, und beginnen Sie erneut.',
  },
  'script/left-over-folder': {
    title: 'Etwas von einem früheren Lauf ist im Weg',
    whatHappened:
      'Der Ordner tmp_mnt eines früheren Laufs ist noch da und konnte nicht entfernt werden.',
    whatToDo:
      'Hängen Sie tmp_mnt im Ordner des Ventoy-Pakets aus, und löschen Sie ihn, oder entpacken Sie das Paket neu.',
  },
  'script/has-ventoy': {
    title: 'Auf diesem Laufwerk ist Ventoy schon vorhanden',
    whatHappened: 'Ventoy installiert sich nicht über ein vorhandenes Ventoy.',
    whatToDo:
      'Aktualisieren Sie es, dann bleiben die Abbilder; oder löschen Sie das Laufwerk, und erstellen Sie es neu.',
  },
  'script/no-ventoy': {
    title: 'Auf diesem Laufwerk ist kein Ventoy, das sich aktualisieren lässt',
    whatHappened:
      'Das Laufwerk hat die beiden Partitionen von Ventoy nicht, oder sie sind beschädigt.',
    whatToDo: 'Sichern Sie, was darauf ist, und installieren Sie Ventoy neu.',
  },
  'script/reserve': {
    title: 'So viel Platz kann nicht frei bleiben',
    whatHappened:
      'Der Platz, der frei bleiben soll, ist keine ganze Zahl von MiB oder lässt keinen Raum für Ventoy.',
    whatToDo: 'Lassen Sie weniger vom Laufwerk frei.',
  },
  'script/too-small': {
    title: 'Das Laufwerk ist zu klein',
    whatHappened: 'Ventoy allein braucht 32 MiB, dazu kommt der Platz für Abbilder.',
    whatToDo: 'Verwenden Sie ein größeres Laufwerk.',
  },
  'script/mbr-limit': {
    title: 'Das Laufwerk ist zu groß für einen MBR',
    whatHappened: 'Eine Partitionstabelle der älteren Art (MBR) endet bei 2 TiB.',
    whatToDo: 'Erstellen Sie den Stick mit GPT.',
  },
  '4kn': {
    title: 'Ventoy kann dieses Laufwerk nicht verwenden',
    whatHappened:
      'Das Laufwerk hat nur Sektoren von 4096 Byte, und Ventoy braucht solche von 512 Byte.',
    whatToDo: 'Verwenden Sie ein anderes Laufwerk.',
  },
  'script/no-partitions': {
    title: 'Die neuen Partitionen sind nicht erschienen',
    whatHappened:
      'Ventoy hat eine neue Partitionstabelle geschrieben, aber das System hat sie nicht zur Kenntnis genommen. Oft hielt ein anderes Programm das Laufwerk fest.',
    whatToDo: 'Ziehen Sie das Laufwerk ab, schließen Sie es wieder an, und beginnen Sie erneut.',
  },
  'script/format': {
    title: 'Partition 1 konnte nicht formatiert werden',
    whatHappened:
      'Ventoy hat zweimal versucht, ein exFAT-Dateisystem anzulegen, und es ist nicht gelungen.',
    whatToDo:
      'Versuchen Sie es erneut. Wenn es wieder misslingt, testen Sie das Laufwerk: Es ist vielleicht verschlissen oder eine Fälschung.',
  },
  'script/write': {
    title: 'Das Schreiben auf das Laufwerk ist fehlgeschlagen',
    whatHappened: 'Das Laufwerk hat etwas nicht gespeichert oder wurde abgezogen.',
    whatToDo:
      'Stecken Sie es direkt an den Computer, und versuchen Sie es erneut. Wenn es wieder misslingt, verwenden Sie ein anderes Laufwerk.',
  },
  'script/full': {
    title: 'Es ist kein Platz mehr frei',
    whatHappened: 'Etwas, das Ventoy schreiben wollte, hatte keinen Platz.',
    whatToDo:
      'Schaffen Sie Platz im Ordner des Ventoy-Pakets; wenn das Laufwerk selbst gemeint ist, verwenden Sie ein anderes.',
  },
  'beside/no-slot': {
    title: 'Die Partitionstabelle ist voll',
    whatHappened:
      'Um neben dem vorhandenen Inhalt installiert zu werden, braucht Ventoy Platz für eine weitere Partition.',
    whatToDo:
      'Löschen Sie eine Partition, die nicht gebraucht wird, oder überlassen Sie Ventoy das ganze Laufwerk.',
  },
  'beside/first-partition': {
    title: 'Die erste Partition liegt nicht dort, wo Ventoy sie braucht',
    whatHappened:
      'Ventoy kann nur dann neben dem vorhandenen Inhalt installiert werden, wenn die erste Partition bei 1 MiB beginnt.',
    whatToDo:
      'Sichern Sie, was auf dem Laufwerk ist, und überlassen Sie Ventoy das ganze Laufwerk.',
  },
  'beside/no-tool': {
    title: 'Ein Programm, das die Partition verkleinert, fehlt',
    whatHappened: 'Ventoy braucht ntfsresize oder resize2fs, um Platz zu schaffen.',
    whatToDo:
      'Installieren Sie ntfs-3g (für NTFS) oder e2fsprogs (für ext4), und beginnen Sie erneut.',
  },
  'beside/shrink': {
    title: 'Die Partition konnte nicht verkleinert werden',
    whatHappened:
      'Ihr Dateisystem konnte keine 32 MiB abgeben: Es ist voll, hat Fehler oder wurde von Windows nicht ordnungsgemäß geschlossen.',
    whatToDo:
      'Lassen Sie die Partition von dem System prüfen, das sie benutzt, schaffen Sie etwas Platz, und beginnen Sie erneut.',
  },
  'beside/file-system': {
    title: 'Ventoy kann dieses Dateisystem nicht verkleinern',
    whatHappened: 'Das kann es nur mit NTFS und ext2 bis ext4, nicht mit exFAT und FAT32.',
    whatToDo:
      'Sichern Sie, was auf dem Laufwerk ist, und überlassen Sie Ventoy das ganze Laufwerk.',
  },
  'beside/table': {
    title: 'Die Partitionstabelle konnte nicht geändert werden',
    whatHappened:
      'Ventoy ist geschrieben, steht aber nicht in der Partitionstabelle; darum startet das Laufwerk nicht damit.',
    whatToDo: 'Sichern Sie, was auf dem Laufwerk ist, und beginnen Sie erneut.',
  },

  // What is shown when a stick starts.
  'start/not-standard': {
    title: 'Ventoy erkennt seinen eigenen Stick nicht an',
    whatHappened:
      'Bei seinem Start sieht Ventoy nach, wie der Stick aufgebaut ist, und etwas ist nicht so, wie es das angelegt hat.',
    whatToDo:
      'Prüfen Sie den Stick mit diesem Programm, und aktualisieren Sie Ventoy darauf, oder erstellen Sie ihn neu.',
  },
  'start/internal': {
    title: 'Ventoy findet das Laufwerk nicht, von dem es gestartet ist (4097)',
    whatHappened:
      'Die Firmware hat Ventoy nicht mitgeteilt, von welchem Laufwerk und welcher Partition es kommt.',
    whatToDo:
      'Versuchen Sie es mit einem anderen USB-Anschluss, oder starten Sie mit der anderen Art Firmware (UEFI oder BIOS).',
  },
  'start/files': {
    title: 'Auf VTOYEFI fehlt eine Datei (4098)',
    whatHappened:
      'Das BIOS des Computers hat eine Datei von Ventoy nicht gefunden. Entweder ist sie nicht mehr da, oder das BIOS kann das Ende eines so großen Laufwerks, wo diese Dateien liegen, nicht lesen.',
    whatToDo:
      'Aktualisieren Sie Ventoy auf dem Stick. Wenn nur alte Computer dies zeigen, erstellen Sie den Stick so, dass an seinem Ende Platz frei bleibt, oder verwenden Sie einen kleineren.',
  },
  'start/cpio': {
    title: 'Ventoy kann seine eigenen Dateien nicht lesen (4099)',
    whatHappened: 'Die Datei ventoy.cpio auf VTOYEFI fehlt oder ist nicht lesbar.',
    whatToDo: 'Aktualisieren Sie Ventoy auf dem Stick.',
  },
  'start/not-fat': {
    title: 'Partition 2 wurde formatiert (4100)',
    whatHappened: 'VTOYEFI enthält nicht das FAT-Dateisystem, das Ventoy dort angelegt hat.',
    whatToDo: 'Aktualisieren Sie Ventoy auf dem Stick; die Abbilder bleiben.',
  },
  'start/data-start': {
    title: 'Partition 1 beginnt nicht bei 1 MiB (5)',
    whatHappened:
      'Ein Partitionsprogramm hat die erste Partition verschoben, oder Ventoy wurde von einer anderen gestartet.',
    whatToDo: 'Sichern Sie die Abbilder, und erstellen Sie den Stick neu.',
  },
  'start/layout': {
    title: 'Die Partitionen wurden geändert (6 oder 7)',
    whatHappened:
      'VTOYEFI muss die zweite in der Tabelle sein, 32 MiB haben und ohne Lücke auf die erste folgen. Wird Partition 1 verkleinert oder eine weitere dazwischen angelegt, stimmt das nicht mehr.',
    whatToDo:
      'Lassen Sie Partition 1 wieder bis VTOYEFI reichen, und legen Sie eigene Partitionen dahinter an, als dritte und vierte. Oder erstellen Sie den Stick neu, mit freiem Platz an seinem Ende.',
  },
  'start/read': {
    title: 'Ventoy konnte das Laufwerk nicht lesen (8, 9 oder 11)',
    whatHappened:
      'Die Firmware hat Ventoy keinen Zugriff auf das Laufwerk oder auf Partition 2 gegeben.',
    whatToDo:
      'Versuchen Sie es mit einem anderen USB-Anschluss, ohne Hub. Wenn es dabei bleibt, aktualisieren Sie Ventoy auf dem Stick.',
  },
  'start/label': {
    title: 'Partition 2 hat einen anderen Namen (10)',
    whatHappened: 'Die Bezeichnung der zweiten Partition muss VTOYEFI sein und wurde geändert.',
    whatToDo:
      'Geben Sie ihr wieder die Bezeichnung VTOYEFI, oder aktualisieren Sie Ventoy auf dem Stick.',
  },
  'start/boot-code': {
    title: 'Der Startcode in Sektor 0 ist nicht der von Ventoy (12)',
    whatHappened:
      'Ein anderes Programm hat seinen eigenen Startcode auf den Stick geschrieben: Das tun Partitionsprogramme und die Installationsprogramme von Systemen. Auch mit UEFI prüft Ventoy diese Stelle. Version 1.0.92 zeigte dies durch einen eigenen Fehler.',
    whatToDo:
      'Aktualisieren Sie Ventoy auf dem Stick; das schreibt den Startcode neu und lässt die Abbilder unberührt.',
  },
  'start/mixed-versions': {
    title: 'Auf dem Stick sind Teile verschiedener Versionen von Ventoy',
    whatHappened:
      'Das Menü verwendet einen Befehl, den das Ladeprogramm auf dem Stick nicht kennt.',
    whatToDo:
      'Aktualisieren Sie Ventoy auf dem Stick aus einem vollständigen veröffentlichten Paket.',
  },
  'start/no-images': {
    title: 'Ventoy findet keine Abbilder',
    whatHappened:
      'Es wurde nichts gefunden, was Ventoy starten kann: Die Dateien liegen in keinem Ordner, den es durchsucht, haben andere Endungen oder weniger als 32 KiB, oder Partition 1 ist nicht lesbar.',
    whatToDo:
      'Sehen Sie sich mit diesem Programm die Abbilder auf dem Stick an, und in ventoy.json den Ordner, der durchsucht wird.',
  },
  'config/syntax': {
    title: 'In ventoy.json ist ein Fehler',
    whatHappened: 'Ventoy kann seine Einstellungen nicht lesen und ignoriert sie alle.',
    whatToDo:
      'Öffnen Sie die Einstellungen mit diesem Programm; es sagt, an welcher Stelle der Fehler ist.',
  },
  'config/encoding': {
    title: 'ventoy.json ist nicht in UTF-8',
    whatHappened: 'Ventoy liest seine Einstellungen nur in UTF-8 und ignoriert sie.',
    whatToDo: 'Speichern Sie sie mit diesem Programm neu.',
  },
  'config/case': {
    title: 'ventoy.json hat den falschen Namen',
    whatHappened:
      'Der Ordner ventoy und die Datei ventoy.json müssen in Kleinbuchstaben geschrieben sein.',
    whatToDo: 'Benennen Sie sie um.',
  },
  'config/partition': {
    title: 'Die Einstellungen sind auf der falschen Partition',
    whatHappened:
      'ventoy.json gehört in den Ordner ventoy auf Partition 1, auf der auch die Abbilder liegen.',
    whatToDo: 'Verschieben Sie die Datei dorthin.',
  },

  // What is shown when an image is started.
  'image/no-uefi': {
    title: 'Das Abbild hat nichts für das UEFI dieses Computers',
    whatHappened:
      'Ventoy hat darin kein Programm gefunden, das diese Art UEFI startet: Vielleicht ist es nur für BIOS, für andere Prozessoren, für 32 Bit bei einem Computer mit 64 Bit, oder es ist beschädigt.',
    whatToDo:
      'Vergleichen Sie die Prüfsumme des Abbilds. Wenn sie stimmt, starten Sie den Computer im BIOS-Modus, oder laden Sie das Abbild für seinen Prozessor.',
  },
  'image/needs-uefi': {
    title: 'Das Abbild startet nur mit UEFI',
    whatHappened: 'Der Computer wurde im BIOS-Modus gestartet.',
    whatToDo: 'Starten Sie den Stick im UEFI-Modus.',
  },
  'image/other-firmware': {
    title: 'Die virtuelle Festplatte wurde für die andere Art Firmware erstellt',
    whatHappened:
      'Das System darin wurde mit UEFI installiert und wird mit BIOS gestartet, oder umgekehrt.',
    whatToDo: 'Starten Sie den Stick in dem Modus, in dem das System installiert wurde.',
  },
  'image/unsupported': {
    title: 'Ventoy kennt dieses Abbild nicht',
    whatHappened: 'Ventoy startet nur solche Laufwerksabbilder, für die es eingerichtet ist.',
    whatToDo: 'Suchen Sie eine ISO-Datei desselben Systems.',
  },
  'image/unreadable': {
    title: 'Ventoy kann das Abbild nicht lesen',
    whatHappened:
      'Die Datei konnte auf dem Stick nicht geöffnet oder nicht verfolgt werden. Sie ist vielleicht beschädigt, oder ein Hub hindert die Firmware daran, sie zu lesen.',
    whatToDo:
      'Stecken Sie den Stick ohne Hub an. Wenn das nicht hilft, prüfen Sie das Dateisystem von Partition 1, und kopieren Sie das Abbild noch einmal.',
  },
  'image/not-started': {
    title: 'Das Abbild konnte nicht gestartet werden',
    whatHappened:
      'Etwas, das zum Starten gebraucht wird, ist vorher fehlgeschlagen; die Zeile über dieser sagt, was.',
    whatToDo:
      'Versuchen Sie das Abbild im GRUB2-Modus zu starten (Strg+R im Menü von Ventoy), und vergleichen Sie seine Prüfsumme.',
  },
  'memory/low': {
    title: 'Dort, wo er gebraucht wird, ist nicht genug Arbeitsspeicher',
    whatHappened:
      'Ventoy oder das System braucht Arbeitsspeicher in den ersten 4 GiB, und die Firmware oder die Grafik hat ihn belegt.',
    whatToDo:
      'Versuchen Sie den GRUB2-Modus (Strg+R im Menü von Ventoy), der weniger braucht. Sonst geben Sie der Grafik in den Einstellungen der Firmware weniger Speicher, oder aktualisieren Sie die Firmware.',
  },
  'secure-boot/enrol': {
    title: 'Der Computer kennt den Schlüssel von Ventoy noch nicht',
    whatHappened:
      'Secure Boot ist eingeschaltet, und dieser Computer startet Ventoy zum ersten Mal. Sein Schlüssel muss einmal registriert werden.',
    whatToDo:
      'Drücken Sie die Eingabetaste für OK und eine beliebige Taste bei „Press any key to perform MOK management“; wählen Sie dann „Enroll key from disk“, VTOYEFI, ENROLL_THIS_KEY_IN_MOKMANAGER.cer, „Continue“, „Yes“, „Reboot“.',
  },
  'secure-boot/revoked': {
    title: 'Dieser Computer nimmt ein so altes Ladeprogramm nicht mehr an',
    whatHappened:
      'Ein Update von Windows oder Linux hat die Firmware angewiesen, ältere Versionen des Ladeprogramms (shim) abzulehnen, wie die in Ventoy bis 1.0.99. Auch ein Abbild kann ein solches enthalten.',
    whatToDo:
      'Aktualisieren Sie Ventoy auf dem Stick, und verwenden Sie ein neueres Abbild, oder schalten Sie Secure Boot aus, solange Sie den Stick benutzen.',
  },
  'secure-boot/policy': {
    title: 'Die Firmware lehnt das Ladeprogramm ab',
    whatHappened:
      'Secure Boot ist eingeschaltet und lässt das Ladeprogramm nicht starten. Auf manchen Computern müssen andere Ladeprogramme als das von Windows erst erlaubt werden.',
    whatToDo:
      'Suchen Sie in den Einstellungen der Firmware „Allow Microsoft 3rd party UEFI CA“, und schalten Sie es ein, oder schalten Sie Secure Boot aus, solange Sie den Stick benutzen.',
  },
  'vhd/no-plugin': {
    title: 'ventoy_vhdboot.img fehlt oder ist nicht die richtige Datei',
    whatHappened:
      'Ventoy startet VHD- und VHDX-Dateien mit Hilfe dieser Datei, die es nicht mitbringt.',
    whatToDo:
      'Laden Sie ventoy_vhdboot.img aus den Veröffentlichungen von ventoy/vhdiso, und legen Sie die Datei als /ventoy/ventoy_vhdboot.img auf den Stick.',
  },
  'vhd/not-ntfs': {
    title: 'Die virtuelle Festplatte liegt nicht auf NTFS',
    whatHappened:
      'Windows startet von einer virtuellen Festplatte nur dann zuverlässig, wenn sie auf einer NTFS-Partition liegt.',
    whatToDo:
      'Erstellen Sie den Stick mit NTFS. Wenn sie trotzdem startet, schalten Sie die Warnung mit VTOY_VHD_NO_WARNING aus.',
  },
  'vhd/device-missing': {
    title: 'Der Start-Manager von Windows findet die virtuelle Festplatte nicht (0xc000000e)',
    whatHappened:
      'Der Start-Manager sucht auf einem Datenträger, den es nicht gibt. Ventoy 1.0.87 hat das durch einen eigenen Fehler verursacht.',
    whatToDo: 'Aktualisieren Sie Ventoy auf dem Stick, und mit ihm ventoy_vhdboot.img.',
  },
  'vhd/initialization': {
    title: 'Windows konnte seine virtuelle Festplatte nicht öffnen',
    whatHappened:
      'Windows begann zu starten, verlor aber die Datei, in der es liegt. Das ist von einigen USB-3-Anschlüssen bekannt; die Ursache steht nicht fest.',
    whatToDo:
      'Versuchen Sie es mit einem USB-2-Anschluss und einem anderen Stick, und mit einer virtuellen Festplatte mit fester Größe.',
  },
  'vhd/space': {
    title: 'Die Partition hat zu wenig Platz für die virtuelle Festplatte',
    whatHappened:
      'Eine virtuelle Festplatte, die wächst, braucht Platz für ihre volle Größe, bevor Windows davon startet.',
    whatToDo:
      'Schaffen Sie Platz auf Partition 1, oder verwenden Sie eine kleinere virtuelle Festplatte mit fester Größe.',
  },
  'vhd/inaccessible': {
    title: 'Windows erreicht den Datenträger nicht, von dem es gestartet ist',
    whatHappened:
      'Bei einer virtuellen Festplatte kommt das davon, dass sie NTFS enthält und auf einer Partition mit exFAT liegt, oder dass dem Windows der Treiber für diesen Anschluss fehlt.',
    whatToDo:
      'Legen Sie die virtuelle Festplatte auf eine NTFS-Partition, und versuchen Sie es mit einem anderen USB-Anschluss.',
  },

  // What Ventoy2Disk.exe notes in cli_log.txt and log.txt.
  'windows/parameters': {
    title: 'Ventoy hat seine Befehlszeile nicht verstanden',
    whatHappened:
      'Ihm wurde weder das Installieren noch das Aktualisieren aufgetragen, oder es wurde kein Laufwerk genannt.',
    whatToDo:
      'Melden Sie dies mit dem Protokoll; es ist ein Fehler des Programms, das Ventoy aufgerufen hat.',
  },
  'windows/no-drive': {
    title: 'Ventoy konnte das Laufwerk nicht öffnen',
    whatHappened: 'Windows hat Ventoy keine Auskunft über das Laufwerk gegeben.',
    whatToDo: 'Schließen Sie es wieder an, und starten Sie mit Administratorrechten.',
  },
  'windows/not-usb': {
    title: 'Das Laufwerk ist nicht über USB angeschlossen',
    whatHappened:
      'Das Windows-Programm von Ventoy lehnt andere Laufwerke ab, sofern ihm nicht gesagt wird, dass es nicht darauf achten soll.',
    whatToDo: 'Vergewissern Sie sich, dass dies das Laufwerk ist, das Sie meinen.',
  },
  'windows/no-room': {
    title: 'Ventoy kann nicht neben dem vorhandenen Inhalt installiert werden',
    whatHappened: 'Die Partitionen auf dem Laufwerk lassen es nicht zu.',
    whatToDo:
      'Sichern Sie, was auf dem Laufwerk ist, und überlassen Sie Ventoy das ganze Laufwerk.',
  },
  'windows/failed': {
    title: 'Das Windows-Programm von Ventoy hatte keinen Erfolg',
    whatHappened:
      'Es hat mehrere Versuche gemacht und aufgegeben. Die Zeilen über dieser sagen, woran.',
    whatToDo:
      'Schließen Sie Programme, die das Laufwerk benutzen, vor allem Virenscanner, stecken Sie es neu an, und versuchen Sie es erneut.',
  },
};
