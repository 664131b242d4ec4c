import type { ventoy as english } from '../../en/findings/ventoy';
import type { Worded } from '../../worded';

/** What is found on a stick with Ventoy. */
export const ventoy: Worded<typeof english> = {
  'ventoy.stops': 'Beim Start würde Ventoy mit Fehler {number} anhalten.',
  'ventoy.stops-by-bios': 'Das betrifft den Start mit BIOS. {stop}',

  'ventoy.table.none': 'Der Datenträger hat keine Partitionstabelle',
  'ventoy.table.damaged-mbr': 'Ein MBR ist nicht gültig: {problem}',
  'ventoy.table.damaged-gpt': 'Eine GPT ist nicht gültig: {problem}',
  'ventoy.table.valid-mbr': 'Ein MBR ist gültig, Partitionen: {count}',
  'ventoy.table.valid-gpt': 'Eine GPT ist gültig, Partitionen: {count}',
  'ventoy.table-copy.damaged': 'Die zweite Kopie ist nicht gültig: {problem}',
  'ventoy.table-copy.same': 'Die zweite Kopie, mit ihrem Kopf in Sektor {sector}, stimmt überein',
  'ventoy.table-copy.different': 'Die beiden Kopien der Tabelle widersprechen sich',
  'ventoy.scheme.right-mbr': 'Die Partitionen stehen in einem MBR, wie gewünscht',
  'ventoy.scheme.right-gpt': 'Die Partitionen stehen in einer GPT, wie gewünscht',
  'ventoy.scheme.wrong-mbr': 'Die Partitionen stehen in einem MBR, nicht in einer GPT',
  'ventoy.scheme.wrong-gpt': 'Die Partitionen stehen in einer GPT, nicht in einem MBR',
  'ventoy.data-start.none': 'Es gibt keine Partition 1. {stop}',
  'ventoy.data-start.right': 'Partition 1 beginnt bei Sektor {sector}',
  'ventoy.data-start.wrong': 'Partition 1 beginnt bei Sektor {sector}, nicht bei {wanted}. {stop}',
  'ventoy.data-type.basic': 'Partition 1 hat den Typ für Basisdaten',
  'ventoy.data-type.not-basic': 'Partition 1 hat den Typ {type}, nicht den für Basisdaten',
  'ventoy.data-type.right': 'Partition 1 hat den Typ {type}',
  'ventoy.data-type.wrong': 'Partition 1 hat den Typ {type}, nicht {wanted}',
  'ventoy.data-name.right': 'Partition 1 heißt {name}',
  'ventoy.data-name.wrong': 'Partition 1 heißt „{name}“, nicht {wanted}',
  'ventoy.active.right': 'Nur Partition 1 ist aktiv',
  'ventoy.active.wrong': 'Aktiv: Partition {numbers}',
  'ventoy.efi-size.none': 'Es gibt keine Partition 2. {stop}',
  'ventoy.efi-size.right': 'Partition 2 hat {sectors} Sektoren',
  'ventoy.efi-size.wrong': 'Partition 2 hat {sectors} Sektoren, nicht {wanted}. {stop}',
  'ventoy.efi-start.right': 'Partition 2 folgt auf Partition 1, bei Sektor {sector}',
  'ventoy.efi-start.wrong':
    'Partition 2 beginnt bei Sektor {sector}, nicht bei {wanted} hinter Partition 1. {stop}',
  'ventoy.efi-alignment.kept': 'Partition 2 beginnt bei einem Vielfachen von 4 KiB',
  'ventoy.efi-alignment.missed':
    'Partition 2 beginnt bei Sektor {sector}, keinem Vielfachen von 4 KiB',
  'ventoy.efi-type.basic': 'Partition 2 hat den Typ für Basisdaten, wie Ventoy ihn verlangt',
  'ventoy.efi-type.linux':
    'Partition 2 hat den Typ für Linux-Daten, wie ihn das Skript von Ventoy auf ARM setzt',
  'ventoy.efi-type.not-basic': 'Partition 2 hat den Typ {type}, nicht den für Basisdaten',
  'ventoy.efi-type.right': 'Partition 2 hat den Typ {type}',
  'ventoy.efi-type.wrong': 'Partition 2 hat den Typ {type}, nicht {wanted}',
  'ventoy.efi-name.right': 'Partition 2 heißt {name}',
  'ventoy.efi-name.wrong': 'Partition 2 heißt „{name}“, nicht {wanted}',
  'ventoy.efi-attributes.right': 'Partition 2 bekommt keinen Laufwerkbuchstaben (Attributbit 63)',
  'ventoy.efi-attributes.wrong': 'Partition 2 hat die Attribute {attributes}, nicht {wanted}',
  'ventoy.reserve.right':
    '{sectors} Sektoren hinter den Partitionen von Ventoy sind frei ({size} MiB)',
  'ventoy.reserve.wrong':
    '{sectors} Sektoren hinter den Partitionen von Ventoy sind frei ({size} MiB), nicht {wanted}',

  'ventoy.boot-bytes.right': 'Die Bytes {from} bis {to} von Sektor 0 sind die von Ventoy',
  'ventoy.boot-bytes.wrong':
    'Die Bytes {from} bis {to} von Sektor 0 sind nicht die von Ventoy; abweichend: {count}. {stop}',
  'ventoy.boot-core.right': 'Sektor 0 wird in Sektor {wanted} fortgesetzt',
  'ventoy.boot-core.wrong': 'Sektor 0 wird in Sektor {sector} fortgesetzt, nicht in {wanted}',
  'ventoy.core-next.right': 'Der erste Sektor von core.img wird in Sektor {wanted} fortgesetzt',
  'ventoy.core-next.wrong':
    'Der erste Sektor von core.img wird in Sektor {sector} fortgesetzt, nicht in {wanted}',
  'ventoy.core.empty-start': 'Sektor {sector}, in dem core.img beginnt, ist leer',
  'ventoy.core.too-long': 'core.img gibt an, noch {count} Sektoren zu haben; Platz ist für {room}',
  'ventoy.core.past-end': 'core.img reicht über das Ende des Datenträgers hinaus',
  'ventoy.core.empty': 'Die {count} Sektoren von core.img ab Sektor {sector} sind leer',
  'ventoy.core.there': 'core.img liegt ab Sektor {sector}, {count} Sektoren',
  'ventoy.disk-uuid.missing': 'Der Datenträger hat bei Byte 384 keine eigene UUID',
  'ventoy.disk-uuid.there': 'Der Datenträger hat die UUID {uuid}',

  'ventoy.efi-volume.none':
    'Partition 2 enthält kein FAT-Volume: {problem}. Ventoy würde nicht starten.',
  'ventoy.efi-volume.right': 'Partition 2 enthält ein FAT16-Volume mit {sectors} Sektoren',
  'ventoy.efi-volume.wrong':
    'Partition 2 enthält ein FAT{bits}-Volume, nicht das FAT16-Volume aus dem Abbild von Ventoy',
  'ventoy.efi-label.right': 'Das Volume in Partition 2 hat die Bezeichnung {label}',
  'ventoy.efi-label.wrong':
    'Das Volume in Partition 2 hat die Bezeichnung „{label}“, nicht {wanted}. {stop}',
  'ventoy.files.there': 'Auf VTOYEFI vorhanden: {paths}',
  'ventoy.files.missing': 'Auf VTOYEFI fehlt: {paths}. {stop}',
  'ventoy.loader.missing': '{path} fehlt oder ist leer',
  'ventoy.version.none': '{path} auf VTOYEFI fehlt oder nennt keine Version',
  'ventoy.version.right': 'Das ist Ventoy {version}',
  'ventoy.version.wrong': 'Das ist Ventoy {version}, nicht {wanted}',
  'ventoy.secure-boot.on-unasked':
    'Die Unterstützung für Secure Boot ist eingeschaltet, obwohl sie ausgeschaltet sein sollte',
  'ventoy.secure-boot.off-unasked':
    'Die Unterstützung für Secure Boot ist ausgeschaltet, obwohl sie eingeschaltet sein sollte',
  'ventoy.secure-boot.on':
    'Die Unterstützung für Secure Boot ist eingeschaltet, mit allem, was zum Registrieren des Schlüssels nötig ist',
  'ventoy.secure-boot.on-incomplete':
    'Die Unterstützung für Secure Boot ist eingeschaltet, aber auf VTOYEFI fehlt: {paths}',
  'ventoy.secure-boot.off':
    'Die Unterstützung für Secure Boot ist ausgeschaltet, und nichts davon ist übrig',
  'ventoy.secure-boot.off-incomplete':
    'Die Unterstützung für Secure Boot ist ausgeschaltet, aber davon ist noch übrig: {paths}',

  'ventoy.data-file-system.unknown':
    'Partition 1 enthält kein Dateisystem, das Ventoy liest; es würde keine Abbilder finden',
  'ventoy.data-file-system.right': 'Partition 1 enthält {fileSystem}',
  'ventoy.data-file-system.wrong': 'Partition 1 enthält {fileSystem}, nicht {wanted}',
  'ventoy.data-volume.sound':
    'Die ersten Strukturen des Dateisystems in Partition 1 sind in Ordnung',
  'ventoy.data-volume.damaged': 'Das Dateisystem in Partition 1 ist beschädigt: {problem}',
  'ventoy.data-copy.exfat-sound': 'Die Kopie des Startbereichs in Partition 1 ist in Ordnung',
  'ventoy.data-copy.exfat-damaged':
    'Die Kopie des Startbereichs in Partition 1 ist beschädigt: {problem}',
  'ventoy.data-copy.ntfs-sound':
    'Die Kopie des Startsektors hinter dem Volume in Partition 1 ist in Ordnung',
  'ventoy.data-copy.ntfs-missing':
    'Die Kopie des Startsektors hinter dem Volume in Partition 1 fehlt',
  'ventoy.data-copy.ntfs-shrunk':
    'Die Kopie des Startsektors hinter dem Volume in Partition 1 fehlt, wie nach einem Verkleinern; nur Reparaturen brauchen sie',
  'ventoy.data-size.found': 'Das Dateisystem hat {bytes} Byte, Partition 1 {partition}',
  'ventoy.data-size.unused':
    'Das Dateisystem hat {bytes} Byte, Partition 1 {partition}: {unused} MiB werden nie benutzt',
  'ventoy.data-label.right': 'Partition 1 hat die Bezeichnung „{label}“',
  'ventoy.data-label.wrong': 'Partition 1 hat die Bezeichnung „{label}“, nicht „{wanted}“',

  'ventoy.release-boot.same':
    'Der Startcode in Sektor 0 ist der des veröffentlichten Pakets, {bytes} Byte',
  'ventoy.release-boot.different':
    'Der Startcode in Sektor 0 ist nicht der des veröffentlichten Pakets: {count} von {bytes} Byte weichen ab, das erste bei {first}',
  'ventoy.release-core.same': 'core.img ist die des veröffentlichten Pakets, {bytes} Byte',
  'ventoy.release-core.different':
    'core.img ist nicht die des veröffentlichten Pakets: {count} von {bytes} Byte weichen ab, das erste bei {first}',
  'ventoy.release-efi.same': 'Partition 2 ist die des veröffentlichten Pakets, {bytes} Byte',
  'ventoy.release-efi.different':
    'Partition 2 ist nicht die des veröffentlichten Pakets: {count} von {bytes} Byte weichen ab, das erste bei {first}',
  'ventoy.release-efi.same-files': 'Alle Dateien auf VTOYEFI sind die des veröffentlichten Pakets',
  'ventoy.release-efi.same-files-without-secure-boot':
    'Alle Dateien auf VTOYEFI sind die des veröffentlichten Pakets, ohne die für Secure Boot',
  'ventoy.release-efi.other-files':
    'Der Inhalt von VTOYEFI ist nicht der des veröffentlichten Pakets: {files}',
  'ventoy.release-efi.file-unknown': '{path} gehört nicht dazu',
  'ventoy.release-efi.file-different': '{path} weicht ab',
  'ventoy.release-efi.file-missing': '{path} fehlt',
  'ventoy.and-more': '{named}; und {count} weitere',

  'ventoy.menu.right': 'Ventoy kann {path} lesen',
  'ventoy.menu.ignored': 'Ventoy ignoriert {path}: {problem}',
  'ventoy.menu.partly': 'Ventoy versteht Teile von {path} anders, als es aussieht: {problems}',
  'ventoy.menu.too-large': 'Größe {bytes} Byte',
  'ventoy.menu.in-line': 'Zeile {line}: {problem}',
  'ventoy.menu.problem': '{place}: {problem}',
  'ventoy.menu-files.there': 'Alle Dateien, die {path} nennt, sind vorhanden',
  'ventoy.menu-files.missing': 'Es fehlt: {problems}',
  'ventoy.images.right': 'Abbilder, die der Prüfsumme neben ihnen entsprechen: {count}',
  'ventoy.images.wrong': '{path} entspricht nicht dem, was in {beside} steht',
};
