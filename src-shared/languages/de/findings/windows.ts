import type { windows as english } from '../../en/findings/windows';
import type { Worded } from '../../worded';

/** What is found on the partition with Windows: its volume, its virtual disk, its registry and files. */
export const windows: Worded<typeof english> = {
  'ntfs.boot-sector.there': 'Die Windows-Partition enthält ein NTFS-Volume',
  'ntfs.boot-sector.missing': 'Die Windows-Partition enthält kein NTFS-Volume: {problem}',
  'ntfs.boot-sector-copy.same': 'Die Kopie des Startsektors hinter dem Volume stimmt überein',
  'ntfs.boot-sector-copy.different':
    'Die Kopie des Startsektors hinter dem Volume fehlt oder weicht ab',
  'ntfs.size.right': 'Das Volume füllt seine Partition von {bytes} Byte',
  'ntfs.size.unused': 'Das Volume lässt {unused} von {bytes} Byte ungenutzt',
  'ntfs.start.right': 'Das Volume gibt richtig an, dass es bei Sektor {sector} beginnt',
  'ntfs.start.wrong':
    'Das Volume gibt an, bei Sektor {believed} zu beginnen; seine Partition beginnt bei {sector}',
  'ntfs.mft-mirror.same': 'Die Kopie der ersten Einträge der Dateitabelle stimmt überein',
  'ntfs.mft-mirror.different':
    'Die Kopie der ersten Einträge der Dateitabelle weicht ab, und zwar in Eintrag {records}',
  'ntfs.serial.there': 'Das Volume hat die Seriennummer {serial}',
  'ntfs.serial.missing': 'Das Volume hat keine Seriennummer',
  'ntfs.free-space.enough': '{free:bytes} von {size:bytes} sind frei ({free} Byte)',
  'ntfs.free-space.little':
    'Nur {free:bytes} von {size:bytes} sind frei ({free} Byte); Updates von Windows brauchen etwa {wanted:bytes}',
  'ntfs.clean.closed': 'Das Volume wurde ordnungsgemäß geschlossen',
  'ntfs.clean.open': 'Das Volume wurde nicht ordnungsgemäß geschlossen und soll geprüft werden',

  'vhdx.host-volume.there': 'Die Partition mit {path} enthält ein NTFS-Volume',
  'vhdx.host-volume.missing': 'Die Partition mit {path} enthält kein NTFS-Volume: {problem}',
  'vhdx.host-clean.closed':
    'Das Volume mit der virtuellen Festplatte wurde ordnungsgemäß geschlossen',
  'vhdx.host-clean.open':
    'Das Volume mit der virtuellen Festplatte wurde nicht ordnungsgemäß geschlossen und soll geprüft werden',
  'vhdx.file.whole': '{path} liegt in einem Stück',
  'vhdx.file.pieces': '{path} liegt in {count} Stücken',
  'vhdx.disk.right': '{path} ist eine virtuelle Festplatte mit fester Größe, {bytes} Byte',
  'vhdx.disk.wrong': '{path} ist keine virtuelle Festplatte, von der Windows startet: {problem}',
  'vhdx.table.right': 'Die virtuelle Festplatte hat einen MBR mit einer Partition für Windows',
  'vhdx.table.wrong': 'Die virtuelle Festplatte ist nicht verwendbar: {problem}',

  'hive.files.right': 'Beginnen so, wie es Registrierungsstrukturen tun: {names}',
  'hive.files.wrong': 'Diese Registrierungsstrukturen kann Windows nicht laden: {hives}',
  'hive.of-name': '{name}: {problem}',
  'hive.clean.closed': 'Die Registrierungsstrukturen wurden ordnungsgemäß geschlossen',
  'hive.clean.open': 'In {names} wurde eine Änderung nicht abgeschlossen',
  'hive.system.sound':
    'Die Zellen von SYSTEM und die Schlüssel, von denen der Start abhängt, sind in Ordnung',
  'hive.system.damaged': 'Windows könnte SYSTEM nicht lesen: {problem}',
  'hive.control-set.none': 'Select nennt keinen Steuersatz (ControlSet)',
  'hive.control-set.there': 'Windows startet mit Steuersatz {number}, der vorhanden ist',
  'hive.control-set.missing':
    'Windows soll mit Steuersatz {number} starten, der nicht vorhanden ist',
  'hive.value-not-set': 'nicht gesetzt',
  'hive.san-policy.offline': 'Interne Datenträger eines Computers bleiben offline (SanPolicy 4)',
  'hive.san-policy.online':
    'Interne Datenträger eines Computers werden online geschaltet (SanPolicy {value})',
  'hive.portable.on': 'Windows hält sich für ein portables (PortableOperatingSystem 1)',
  'hive.portable.off': 'PortableOperatingSystem ist {value}',

  'driver.named': '{service} ({what})',
  'driver.for-partmgr': 'Partitionen',
  'driver.for-volmgr': 'Volumes',
  'driver.for-disk': 'Datenträger',
  'driver.for-USBXHCI': 'USB-3-Controller',
  'driver.for-USBHUB3': 'USB-3-Hubs',
  'driver.for-USBSTOR': 'USB-Laufwerke',
  'driver.for-UASPStor': 'USB-Laufwerke mit UASP',
  'driver.for-usbehci': 'USB-2-Controller',
  'driver.for-usbhub': 'USB-2-Hubs',
  'driver.for-storahci': 'SATA-Controller',
  'drivers.services.right': 'Vorhanden: {services}',
  'drivers.services.off': 'Ausgeschaltet: {drivers}',
  'drivers.services.missing': 'Ohne Dienst: {drivers}',
  'drivers.files.right': 'Treiber, deren Dateien vorhanden sind: {count}',

  'windows.answer-file.right': 'Windows kann seine Antwortdatei lesen',
  'windows.answer-file.unfinished':
    'In {path} steht noch der Platzhalter, der bei allen Sticks gleich ist',
  'windows.answer-file.wrong': 'Windows kann seine Antwortdatei nicht lesen: {problem}',

  'exfat.main.sound': 'Der Startbereich der Austauschpartition ist in Ordnung',
  'exfat.main.damaged': 'Der Startbereich der Austauschpartition ist beschädigt: {problems}',
  'exfat.backup.sound': 'Die Kopie des Startbereichs der Austauschpartition ist in Ordnung',
  'exfat.backup.damaged':
    'Die Kopie des Startbereichs der Austauschpartition ist beschädigt: {problems}',
  'exfat.problem.no-exfat': 'kein exFAT im Startsektor',
  'exfat.problem.checksum': 'falsche Prüfsumme',
};
