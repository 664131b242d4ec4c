/** What is found of an encrypted volume and its keys. */
export const bitLocker = {
  'bitlocker.metadata.good': 'All three copies of the metadata are whole and equal',
  'bitlocker.metadata.some': 'Of the metadata, {copies}',
  'bitlocker.metadata.closed': 'The volume is encrypted and can’t be opened: {problem}',
  'bitlocker.copy.good': 'copy {number} is good',
  'bitlocker.copy.different': 'copy {number} is another one than the first',
  'bitlocker.copy.damaged': 'copy {number} is damaged',
  'bitlocker.copy.unreadable': 'copy {number} is unreadable',
  'bitlocker.state.encrypted': 'The volume is encrypted, and is to stay so',
  'bitlocker.state.unfinished': 'Encrypting or decrypting the volume was begun and not finished',
  'bitlocker.size.other-method': 'The volume is encrypted by another method than XTS-AES',
  'bitlocker.size.right': 'The encrypted volume fills its partition of {bytes} bytes',
  'bitlocker.size.wrong': 'The encrypted volume has {volume} bytes, its partition {partition}',
  'bitlocker.protectors.clear-key':
    'The key lies in the clear beside the data: nothing is protected',
  'bitlocker.protectors.no-password': 'No password opens the volume',
  'bitlocker.protectors.right': 'A password opens it, and the recovery key {key}',
  'bitlocker.protectors.no-recovery-key': 'Only a password opens it; there is no recovery key',

  'bitlocker.password.opens': 'The password opens the volume',
  'bitlocker.recovery-key.none': 'The volume has no recovery key',
  'bitlocker.recovery-key.refused': 'The recovery key of the volume doesn’t open it',
  'bitlocker.recovery-key.opens': 'The recovery key {key} opens it, too',
  'bitlocker.recovery-key.other': 'The recovery key is that of another volume',
  'bitlocker.key-file.right': 'The file with the recovery key holds the right one',
  'bitlocker.key-file.wrong':
    'The file with the recovery key, {path}, is not as it was saved: {problem}',
  'bitlocker.key-file.no-key': 'it holds no key',
  'bitlocker.key-file.other-key': 'it holds another key',
} as const;
