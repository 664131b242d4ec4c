import type { bitLocker as english } from '../../en/findings/bitlocker';
import type { Worded } from '../../worded';

/** What is found of an encrypted volume and its keys. */
export const bitLocker: Worded<typeof english> = {
  'bitlocker.metadata.good': 'Alle drei Kopien der Metadaten sind vollständig und gleich',
  'bitlocker.metadata.some': 'Zu den Metadaten: {copies}',
  'bitlocker.metadata.closed':
    'Das Volume ist verschlüsselt und kann nicht geöffnet werden: {problem}',
  'bitlocker.copy.good': 'Kopie {number} ist in Ordnung',
  'bitlocker.copy.different': 'Kopie {number} weicht von der ersten ab',
  'bitlocker.copy.damaged': 'Kopie {number} ist beschädigt',
  'bitlocker.copy.unreadable': 'Kopie {number} ist nicht lesbar',
  'bitlocker.state.encrypted': 'Das Volume ist verschlüsselt und soll es bleiben',
  'bitlocker.state.unfinished':
    'Das Verschlüsseln oder Entschlüsseln des Volumes wurde begonnen und nicht beendet',
  'bitlocker.size.other-method':
    'Das Volume ist mit einem anderen Verfahren als XTS-AES verschlüsselt',
  'bitlocker.size.right': 'Das verschlüsselte Volume füllt seine Partition von {bytes} Byte',
  'bitlocker.size.wrong':
    'Das verschlüsselte Volume hat {volume} Byte, seine Partition {partition}',
  'bitlocker.protectors.clear-key':
    'Der Schlüssel liegt unverschlüsselt neben den Daten: Nichts ist geschützt',
  'bitlocker.protectors.no-password': 'Kein Kennwort öffnet das Volume',
  'bitlocker.protectors.right':
    'Ein Kennwort öffnet es, ebenso der Wiederherstellungsschlüssel {key}',
  'bitlocker.protectors.no-recovery-key':
    'Nur ein Kennwort öffnet es; einen Wiederherstellungsschlüssel gibt es nicht',

  'bitlocker.password.opens': 'Das Kennwort öffnet das Volume',
  'bitlocker.recovery-key.none': 'Das Volume hat keinen Wiederherstellungsschlüssel',
  'bitlocker.recovery-key.refused': 'Der Wiederherstellungsschlüssel des Volumes öffnet es nicht',
  'bitlocker.recovery-key.opens': 'Auch der Wiederherstellungsschlüssel {key} öffnet es',
  'bitlocker.recovery-key.other': 'Der Wiederherstellungsschlüssel ist der eines anderen Volumes',
  'bitlocker.key-file.right': 'Die Datei mit dem Wiederherstellungsschlüssel enthält den richtigen',
  'bitlocker.key-file.wrong':
    'Die Datei mit dem Wiederherstellungsschlüssel, {path}, ist nicht mehr so, wie sie gespeichert wurde: {problem}',
  'bitlocker.key-file.no-key': 'Sie enthält keinen Schlüssel',
  'bitlocker.key-file.other-key': 'Sie enthält einen anderen Schlüssel',
};
