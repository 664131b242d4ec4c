import type { KnownError } from './known-error';
import { said } from './sources';

/** What is shown before an encrypted Windows starts. */
export const bitLockerErrors = [
  {
    id: 'bitlocker-recovery',
    title: 'BitLocker asks for the recovery key',
    place: 'bitlocker',
    codes: [],
    names: [],
    phrases: [
      'Enter the recovery key for this drive',
      'Enter the recovery key to get going again',
      'Recovery key ID',
      'BitLocker recovery',
    ],
    short: [],
    meaning: [
      said(
        'bitLockerRecovery',
        'The drive was not opened in its usual way, so BitLocker asks for the recovery key: 48 digits.',
      ),
    ],
    causes: [
      said(
        'triedBitLocker',
        'The stick has no password, only a recovery key. Then this screen comes each time.',
      ),
      said(
        'windowsToGo',
        'It is the computer’s own Windows that asks: starting from a stick, or changing the order of drives, made its security chip suspicious.',
      ),
      said(
        'bitLockerRecovery',
        'The stick was encrypted by a Windows that used the security chip of one computer, and this is another.',
      ),
    ],
    steps: [
      'Compare the “Recovery key ID” on the screen with the identifier in your key file or printout: it says which drive is meant.',
      'Enter the 48 digits.',
      'If it is the computer’s own drive: its key may be in its owner’s Microsoft account or with its administrator. Suspend BitLocker there before you start from a stick again.',
    ],
  },
  {
    id: 'bitlocker-wrong-password',
    title: 'BitLocker does not accept the password or the key',
    place: 'bitlocker',
    codes: [],
    names: [],
    phrases: ['Incorrect password', 'The recovery key is incorrect'],
    short: [],
    meaning: [
      said('triedBitLocker', 'What was typed is well-formed, but does not open this drive.'),
    ],
    causes: [
      said(
        'triedBitLocker',
        'The prompt takes the keyboard for a US one, as far as was tried: letters such as Y and Z, and most signs, lie elsewhere.',
      ),
      said('triedBitLocker', 'The recovery key belongs to another stick.'),
    ],
    steps: [
      'Type the password as if the keyboard were a US one. Insert shows what is typed.',
      'Press Esc and use the recovery key, whose digits are the same everywhere.',
      'Prove on this computer, with “sticksmith unlock-test”, that password and key open the stick.',
    ],
  },
  {
    id: 'bitlocker-too-many-attempts',
    title: 'Too many wrong passwords',
    place: 'bitlocker',
    codes: [],
    names: [],
    phrases: ['Too many password entry attempts', 'Too many PIN entry attempts'],
    short: [],
    meaning: [
      said('triedBitLocker', 'After the fourth or fifth wrong password the prompt takes no more.'),
    ],
    causes: [
      said(
        'triedBitLocker',
        'Often the keyboard: the prompt takes it for a US one, as far as was tried.',
      ),
    ],
    steps: ['Switch the computer off and on again.', 'Or use the recovery key.'],
  },
  {
    id: 'bitlocker-empty-screen',
    title: 'An empty blue screen where the password should be asked for',
    place: 'bitlocker',
    codes: [],
    names: [],
    phrases: ['empty blue screen', 'blank blue screen'],
    short: [],
    meaning: [
      said(
        'triedBitLocker',
        'The prompt is there but can’t be seen. Typing the password blindly and Enter works.',
      ),
    ],
    causes: [said('triedBitLocker', 'The folder Fonts is missing on the EFI partition.')],
    steps: [
      'Type the password and press Enter.',
      'Check the stick with this program, and make it again from a complete image.',
    ],
  },
  {
    id: '0xc0000184',
    title: 'The encryption of the drive is only half done',
    place: 'bitlocker',
    codes: ['0xc0000184'],
    names: ['STATUS_INVALID_DEVICE_STATE'],
    phrases: [],
    short: [],
    meaning: [
      said('status', 'The device is not in a state in which this can be done.'),
      said(
        'triedBitLocker',
        'The password was right, but the drive says of itself that it is being encrypted or decrypted.',
      ),
    ],
    causes: [said('triedBitLocker', 'The state in the BitLocker data is not “encrypted”.')],
    steps: [
      'Plug the stick into another Windows, open it with the password, and let the encryption come to its end.',
      'Save what matters and make the stick again.',
    ],
  },
  {
    id: '0xc0210000',
    title: 'The drive is locked by BitLocker',
    place: 'bitlocker',
    codes: ['0xc0210000'],
    names: ['STATUS_FVE_LOCKED_VOLUME'],
    phrases: ['key required to unlock the volume'],
    short: [],
    meaning: [
      said('bitLockerIssues', 'This volume is locked; it has to be opened before it can be used.'),
    ],
    causes: [
      said(
        'bitLockerIssues',
        'Known of an update to old versions of Windows 10 with Hyper-V, which then asked for the recovery key.',
      ),
    ],
    steps: [
      'Press Esc for more recovery options, and enter the recovery key.',
      'Prove with “sticksmith unlock-test” that the password and the key open the stick.',
    ],
  },
] as const satisfies readonly KnownError[];
