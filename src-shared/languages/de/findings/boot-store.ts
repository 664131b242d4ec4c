import type { bootStore as english } from '../../en/findings/boot-store';
import type { Worded } from '../../worded';

/** What is found in the boot stores. */
export const bootStore: Worded<typeof english> = {
  'bcd.element': '{element} von {object}',

  'bcd.store.there': '{path} ist ein BCD-Speicher, Objekte: {count}',
  'bcd.store.missing': '{path} ist kein BCD-Speicher: {problem}',
  'bcd.elements.sound': 'Jedes Element hat einen Wert seiner Art',
  'bcd.elements.broken': 'Elemente mit einem unmöglichen Wert: {elements}',
  'bcd.default-loader.no-manager': 'Es gibt kein Objekt für den Start-Manager',
  'bcd.default-loader.none': 'Der Start-Manager nennt kein Ladeprogramm, das es gibt',
  'bcd.default-loader.no-system': 'Der Standardeintrag {object} lädt kein Betriebssystem',
  'bcd.default-loader.right': 'Der Start-Manager startet {name}',
  'bcd.references.right': 'Verweise, die zu Objekten des BCD-Speichers führen: {count}',
  'bcd.references.one-missing': '{element} nennt {object}',
  'bcd.references.missing': 'Nicht im BCD-Speicher: {references}',
  'bcd.firmware-manager.there': 'Der BCD-Speicher beschreibt die Starteinträge der Firmware',
  'bcd.firmware-manager.missing':
    'Der BCD-Speicher beschreibt die Starteinträge der Firmware nicht',
  'bcd.system-store.marked': 'Der BCD-Speicher ist als der des Systems gekennzeichnet',
  'bcd.system-store.not-marked': 'Der BCD-Speicher ist nicht als der des Systems gekennzeichnet',
  'bcd.locale.there': 'Texte des Start-Managers für {language} sind vorhanden',
  'bcd.locale.missing':
    'Der BCD-Speicher verlangt die Sprache {language}, für die es in {folder} keine Texte gibt',
  'bcd.recovery.on':
    'Nach fehlgeschlagenen Starts soll Windows seine Wiederherstellungsumgebung starten',
  'bcd.recovery.off': 'Windows soll keine Wiederherstellungsumgebung suchen',

  'bcd.path.right': 'Pfade, die zu dem führen, was sie nennen: {count}',
  'bcd.path.missing-on-efi': '{path} auf der EFI-Systempartition',
  'bcd.path.missing-on-windows': '{path} auf der Windows-Partition',
  'bcd.path.missing-on-other': '{path} auf der Partition ohne Windows',

  'bcd.device.right': 'Geräteangaben, die Partitionen dieses Sticks nennen: {count}',
  'bcd.device.none': 'Der BCD-Speicher nennt keine Partition',
  'bcd.device.wrong': '{element} ist {device}, {problem}',
  'bcd.device.no-path': 'was keinen Pfad nennt',
  'bcd.device.unknown': 'was sich nicht verfolgen lässt',
  'bcd.device.not-on-gpt': 'was es auf einem Laufwerk mit GPT nicht geben kann',
  'bcd.device.not-on-mbr': 'was es auf einem Laufwerk mit MBR nicht geben kann',
  'bcd.device.not-here': 'was es auf diesem Stick nicht gibt',
  'bcd.device.other-disk': 'aber dieser Datenträger ist {disk}',
  'bcd.device.other-virtual-disk': 'aber Windows liegt in einer anderen virtuellen Festplatte',
  'bcd.device.virtual-disk-unusable': 'aber {problem}',
  'bcd.device.nowhere': 'aber {path} ist nirgends auf dem Stick',
  'bcd.device.is-partition': 'Partition {partition} von Datenträger {disk}',
  'bcd.device.is-partition-at': 'die Partition ab Byte {offset} von Datenträger {disk}',
  'bcd.device.is-boot': 'boot',
  'bcd.device.is-path': 'locate={path}',
  'bcd.device.is-element': 'locate=Element {element}',
  'bcd.device.is-virtual-disk': 'vhd=[{parent}]{path}',
  'bcd.device.is-damaged': 'eine beschädigte Geräteangabe',
  'bcd.device.is-of-type': 'ein Gerät der Art {type}',
};
