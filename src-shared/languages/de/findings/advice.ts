import type { advice as english } from '../../en/findings/advice';
import type { Worded } from '../../worded';

/** What to do about a finding. */
export const advice: Worded<typeof english> = {
  'next.again':
    'Erstellen Sie den Stick neu; wenn es wieder misslingt, verwenden Sie ein anderes Laufwerk.',
  'next.again-alone': 'Erstellen Sie den Stick neu.',
  'next.repair': 'Reparieren Sie den Stick; wenn das nicht hilft, erstellen Sie ihn neu.',
  'next.slow':
    'Der Stick funktioniert, aber das Schreiben kann langsam sein. Um das zu ändern, erstellen Sie ihn neu.',

  'next.mbr.active-partition':
    'Ein BIOS wüsste nicht, was es starten soll. Reparieren Sie den Stick.',
  'next.mbr.boot-code':
    'Ein BIOS würde nichts starten; UEFI kommt ohne aus. Reparieren Sie den Stick.',
  'next.mbr.boot-sector':
    'Ein BIOS würde nicht bis zum Start-Manager kommen; UEFI kommt ohne aus. Reparieren Sie den Stick.',
  'next.mbr.boot-manager': 'Ein BIOS würde keinen Start-Manager finden. Reparieren Sie den Stick.',

  'next.efi.size':
    'Aktualisierungen der Startdateien haben möglicherweise keinen Platz. Erstellen Sie den Stick neu, mit einer größeren EFI-Systempartition.',
  'next.efi.fonts':
    'Der Start-Manager startet, kann aber keinen Text anzeigen. Erstellen Sie den Stick aus einem anderen Abbild.',
  'next.efi.boot-file': 'Die Firmware würde nichts zum Starten finden. Reparieren Sie den Stick.',
  'next.efi.boot-manager':
    'Der Start-Manager ist nicht der dieses Windows. Reparieren Sie den Stick.',
  'next.efi.signature':
    'Mit Secure Boot lehnt der Computer diesen Stick ab: Schalten Sie Secure Boot aus, oder erstellen Sie den Stick neu, aus einem Abbild von Microsoft.',
  'next.efi.signer':
    'Mit Secure Boot startet ein Computer diesen Stick nur, wenn sein Besitzer diesem Unterzeichner vertraut.',
  'next.loader.program':
    'Der Start-Manager würde mit 0xc000007b anhalten. Erstellen Sie den Stick neu; wenn es wieder misslingt, verwenden Sie ein anderes Laufwerk.',
  'next.loader.signature':
    'Mit Secure Boot hält der Start-Manager mit 0xc0000428 an: Schalten Sie Secure Boot aus, oder erstellen Sie den Stick neu, aus einem Abbild von Microsoft.',

  'next.bcd.setup':
    'Windows startet, aber seine Ersteinrichtung lehnt diesen BCD-Speicher möglicherweise ab. Reparieren Sie den Stick.',
  'next.bcd.device':
    'Der BCD-Speicher nennt Partitionen eines anderen Laufwerks, wie nach dem Kopieren eines Sticks. Reparieren Sie den Stick.',
  'next.bcd.locale': 'Der Stick startet; der Start-Manager spricht dann Englisch.',
  'next.bcd.recovery':
    'Nach fehlgeschlagenen Starts sucht Windows eine Wiederherstellungsumgebung, die ein Stick nicht hat: Erstellen Sie den Stick neu, oder schalten Sie sie mit „reagentc /disable“ aus.',

  'next.ntfs.size':
    'Der Rest der Partition lässt sich nicht benutzen. Erstellen Sie den Stick neu.',
  'next.ntfs.start':
    'UEFI startet Windows trotzdem; ein BIOS braucht die richtige Stelle. Erstellen Sie den Stick neu.',
  'next.ntfs.mft-mirror':
    'Starten Sie Windows vom Stick, und lassen Sie es das Laufwerk prüfen (chkdsk); wenn es wieder misslingt, erstellen Sie den Stick neu.',
  'next.ntfs.serial':
    'Windows unterscheidet Volumes an der Seriennummer. Erstellen Sie den Stick neu.',
  'next.ntfs.free-space':
    'Windows startet, hat aber möglicherweise keinen Platz für seine Updates. Erstellen Sie den Stick neu, auf einem größeren Laufwerk, oder entfernen Sie Dateien.',
  'next.volume-open':
    'Starten Sie Windows vom Stick, und fahren Sie es ordnungsgemäß herunter, oder lassen Sie Windows das Laufwerk prüfen.',
  'next.vhdx.file':
    'Windows startet, aber langsamer. Um das zu ändern, erstellen Sie den Stick neu.',

  'next.hive.clean':
    'Starten Sie Windows vom Stick, und fahren Sie es ordnungsgemäß herunter: Es schließt die Änderung aus seinem Protokoll ab.',
  'next.hive.san-policy':
    'Windows auf diesem Stick sieht die internen Datenträger eines Computers. Vielleicht haben Sie das so gewählt; wenn nicht, erstellen Sie den Stick neu.',
  'next.hive.portable':
    'Windows setzt den Wert möglicherweise, wenn es startet. Mit 0 hält es sich für eines, das auf diesem Computer installiert ist.',
  'next.drivers':
    'Windows würde mit INACCESSIBLE_BOOT_DEVICE anhalten, wo dieser Treiber gebraucht wird. Erstellen Sie den Stick aus einem Abbild, das alle Treiber von Windows enthält.',

  'next.bitlocker.metadata':
    'Das Volume lässt sich öffnen, solange eine Kopie vollständig ist, aber erstellen Sie den Stick bald neu.',
  'next.bitlocker.protectors':
    'Ein Stick, der zwischen Computern wandert, braucht ein Kennwort, und für den Fall, dass es vergessen wird, einen Wiederherstellungsschlüssel.',
  'next.bitlocker.recovery-key':
    'Bewahren Sie das Kennwort sicher auf, und lassen Sie Windows einen neuen Wiederherstellungsschlüssel erstellen.',
  'next.bitlocker.key-file':
    'Das Kennwort öffnet den Stick. Starten Sie Windows davon, und speichern Sie, was „manage-bde -protectors -get C:“ zeigt, oder erstellen Sie den Stick neu.',

  'next.ventoy.update':
    'Aktualisieren Sie Ventoy auf diesem Stick: Dabei werden seine eigenen Teile neu geschrieben, und die Abbilder bleiben.',
  'next.ventoy.update-for-bios':
    'Ein BIOS würde nichts starten. Aktualisieren Sie Ventoy auf diesem Stick: Dabei werden seine eigenen Teile neu geschrieben, und die Abbilder bleiben.',
  'next.ventoy.update-for-uefi':
    'Computer mit UEFI würden nichts starten. Aktualisieren Sie Ventoy auf diesem Stick: Dabei werden seine eigenen Teile neu geschrieben, und die Abbilder bleiben.',
  'next.ventoy.make-again': 'Sichern Sie die Abbilder, und erstellen Sie den Stick neu.',
  'next.ventoy.disk-uuid':
    'Daran unterscheidet Ventoy diesen Stick von anderen Datenträgern. Sichern Sie die Abbilder, und erstellen Sie den Stick neu.',
  'next.ventoy.reformat':
    'Lassen Sie die Partition von dem System prüfen, das sie formatiert hat. Wenn das nicht hilft, sichern Sie die Abbilder, und formatieren Sie die Partition neu; Ventoy bleibt.',
  'next.ventoy.data-label':
    'Geben Sie der Partition ihre Bezeichnung in einem Dateimanager. Oder sichern Sie die Abbilder, und erstellen Sie den Stick neu.',
  'next.ventoy.table-copy':
    'Lassen Sie ein Partitionsprogramm wie gdisk die zweite Kopie neu schreiben.',
  'next.ventoy.data-type':
    'Windows zeigt die Abbilder möglicherweise nicht. Ein Partitionsprogramm kann den Typ setzen.',
  'next.ventoy.data-name':
    'Dadurch geht nichts verloren; die eigenen Programme von Ventoy hätten ihr den anderen Namen gegeben.',
  'next.ventoy.active':
    'Manche BIOS starten dann nichts. Ein Partitionsprogramm kann Partition 1 aktiv setzen.',
  'next.ventoy.efi-alignment':
    'Der Stick funktioniert, startet aber möglicherweise langsamer als nötig.',
  'next.ventoy.efi-type':
    'Ein Partitionsprogramm kann den Typ setzen; oder erstellen Sie den Stick neu.',
  'next.ventoy.efi-name':
    'Das Windows-Programm von Ventoy würde den Stick nicht erkennen. Ein Partitionsprogramm kann den Namen setzen.',
  'next.ventoy.efi-attributes':
    'Windows gibt Partition 2 dann einen Laufwerkbuchstaben. Das Windows-Programm von Ventoy berichtigt das bei einer Aktualisierung.',
  'next.ventoy.secure-boot':
    'Aktualisieren Sie Ventoy auf diesem Stick, und wählen Sie dabei, ob Secure Boot unterstützt wird.',
  'next.ventoy.menu':
    'Ventoy startet ohne diese Einstellungen. Berichtigen Sie ventoy/ventoy.json, oder legen Sie die Einstellungen neu fest.',
  'next.ventoy.menu-files':
    'Ventoy startet ohne das, was fehlt. Kopieren Sie diese Dateien auf den Stick, oder nehmen Sie sie aus ventoy/ventoy.json heraus.',
  'next.ventoy.images':
    'Kopieren Sie das Abbild noch einmal auf den Stick. Wenn es wieder misslingt, ist möglicherweise das Laufwerk schlecht.',

  'next.boot.uefi-only':
    'Ein Stick mit GPT startet nur Computer mit UEFI. Für Computer mit BIOS erstellen Sie ihn mit MBR (--scheme mbr).',
  'next.boot.practice-unsigned':
    'Secure Boot muss die Ersatzprogramme eines Übungs-Windows ablehnen: Niemand hat sie signiert. Die Startprogramme eines echten Windows sind von Microsoft signiert.',
  'next.boot.refused':
    'Ein Computer mit Secure Boot würde diesen Stick ablehnen. Erstellen Sie ihn aus einem Abbild von Microsoft, oder schalten Sie Secure Boot in der Firmware des Computers aus.',
  'next.boot.closed-virtual-disk':
    'Die Ersatzprogramme eines Übungs-Windows starten, können aber nicht in eine virtuelle Festplatte sehen. Die anderen Prüfungen sind ihr so gefolgt, wie es Windows täte.',
  'next.boot.closed-encrypted':
    'Die Ersatzprogramme eines Übungs-Windows starten, können aber kein verschlüsseltes Volume öffnen. Was darüber bekannt ist, sagen die anderen Prüfungen.',
  'next.boot.untold':
    'Es wurde etwas gestartet, das nichts meldet, was dieses Programm lesen kann. Sehen Sie sich das Bild an (--pictures), oder probieren Sie den Stick an einem echten Computer aus.',
  'next.boot.too-slow':
    'In der verfügbaren Zeit war kein Ergebnis zu erkennen. Probieren Sie den Stick an einem echten Computer aus.',
  'next.boot.enrolment':
    'Auf jedem Computer mit Secure Boot muss der Schlüssel von Ventoy einmal registriert werden, beim ersten Start.',
  'next.boot.stopped':
    'Das Startprogramm hat mit dem Fehler {code} angehalten. Erstellen Sie den Stick neu.',
  'next.boot.explained': '{whatHappened} {whatToDo}',
  'next.boot.install': 'Installieren Sie es mit: {command}',
};
