import type { KnownError } from './known-error';
import { said } from './sources';

/** What is shown between the first start and the first sign-in. */
export const setupErrors = [
  {
    id: 'why-did-my-pc-restart',
    title: 'Windows’ first start begins again and again',
    place: 'setup',
    codes: [],
    names: [],
    phrases: ['Why did my PC restart?', 'Why did your PC restart?'],
    short: [],
    meaning: [
      said(
        'unpackedOnLinux',
        'The part of Windows that asks the first questions ended unexpectedly and is started again.',
      ),
    ],
    causes: [
      said(
        'unpackedOnLinux',
        'Permissions and extended attributes of Windows’ files were lost when it was unpacked. This program writes them into the file system itself.',
      ),
    ],
    steps: [
      'Press the button on the screen and wait; it may go on the second time.',
      'If the stick was made by copying files, make it with this program from the image.',
      'Test the drive with this program.',
    ],
  },
  {
    id: 'could-not-configure-hardware',
    title: 'Windows could not be set up for this computer',
    place: 'setup',
    codes: [],
    names: [],
    phrases: [
      'could not configure Windows to run on this computer’s hardware',
      'Windows could not be configured to run on this computer’s hardware',
      'Windows cannot be configured to run on this computer’s hardware',
    ],
    short: [],
    meaning: [
      said(
        'rufus432',
        'Windows could not open or change its boot store at its first start. C:\\Windows\\Panther\\setupact.log says why.',
      ),
    ],
    causes: [
      said(
        'rufus432',
        'A stick with a GPT had no Microsoft reserved partition. Sticks of this program have one.',
      ),
    ],
    steps: [
      'Check the stick with this program: “bcd.firmware-manager” is about that store.',
      'Press Shift+F10 and read the end of C:\\Windows\\Panther\\setupact.log.',
      'Make the stick again.',
    ],
  },
  {
    id: 'restarted-unexpectedly',
    title: 'Setting up Windows was interrupted and can’t go on',
    place: 'setup',
    codes: [],
    names: [],
    phrases: ['The computer restarted unexpectedly or encountered an unexpected error'],
    short: [],
    meaning: [
      said(
        'unexpectedRestart',
        'The first start did not come to its end, and Windows refuses to begin it a second time.',
      ),
    ],
    causes: [
      said(
        'unexpectedRestart',
        'The computer was switched off, or the stick unplugged, while Windows was being set up.',
      ),
    ],
    steps: [
      'Make the stick again, and let the first start come to its end before you unplug it.',
      'If it happens each time, test the drive and try another port.',
    ],
  },
] as const satisfies readonly KnownError[];
