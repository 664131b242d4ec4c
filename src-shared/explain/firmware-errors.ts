import type { KnownError } from './known-error';
import { said } from './sources';

const BOOT_MENU =
  'Open the firmware’s boot menu (often F12, F11, F9, F8 or Esc right after switching on) and choose the stick; if it is listed twice, the entry with UEFI.';
const CHECK = 'Check the stick with this program.';
const FOR_BIOS =
  'If the computer has a BIOS and no UEFI, make the stick with an MBR, which starts both.';

/** What the computer itself shows, and the first sector of a stick. Makers word these differently. */
export const firmwareErrors = [
  {
    id: 'no-bootable-device',
    title: 'The computer finds nothing to start',
    place: 'firmware',
    codes: [],
    names: [],
    phrases: [
      'No bootable device',
      'No boot device found',
      'Boot device not found',
      'No bootable medium found',
      'Reboot and select proper boot device',
      'Insert boot media in selected boot device',
      'No bootable option or device was found',
      'Default boot device missing or boot failed',
    ],
    short: [],
    meaning: [
      said(
        'bootIssues',
        'The firmware looks for a drive that it can start, and has found none. Windows has no part in that yet.',
      ),
    ],
    causes: [
      said(
        'triedFirmware',
        'The computer is set to start like a BIOS (Legacy, CSM), and the stick has a GPT, which starts with UEFI alone.',
      ),
      said('triedFirmware', 'The file \\EFI\\Boot\\bootx64.efi is missing on the stick.'),
      said(
        'rufus2075',
        'The EFI partition of the stick was found empty, after it had worked before.',
      ),
      said(
        'windowsToGo',
        'The computer is not set to start from USB, or the stick is plugged into a hub, which Windows To Go does not support.',
      ),
      said(
        'windowsToGo',
        'The Windows is not for this kind of firmware: a UEFI of 64 bits starts a Windows of 64 bits only.',
      ),
    ],
    steps: [
      'Plug the stick straight into the computer, and switch it off and on again.',
      BOOT_MENU,
      'Allow starting from USB in the firmware’s settings, and turn “fast boot” off.',
      CHECK,
      FOR_BIOS,
    ],
  },
  {
    id: 'operating-system-not-found',
    title: 'The BIOS finds no partition to start',
    place: 'firmware',
    codes: [],
    names: [],
    phrases: [
      'Operating System not found',
      'An operating system wasn’t found',
      'Invalid partition table',
    ],
    short: [],
    meaning: [
      said(
        'masterBootRecordShort',
        'The partition table of the drive is damaged, or no partition in it is marked as the one to start.',
      ),
    ],
    causes: [said('masterBootRecordShort', 'No partition is marked as the active one.')],
    steps: [BOOT_MENU, CHECK, FOR_BIOS, 'Make the stick again.'],
  },
  {
    id: 'missing-operating-system',
    title: 'The start of the active partition is not what it should be',
    place: 'firmware',
    codes: [],
    names: [],
    phrases: ['Missing operating system', 'Error loading operating system'],
    short: [],
    meaning: [
      said(
        'masterBootRecord',
        'The code in the first sector of the drive found the active partition, but nothing in its first sector that can be started.',
      ),
    ],
    causes: [
      said(
        'masterBootRecord',
        'The partition was never formatted, or its first sector is damaged.',
      ),
      said(
        'masterBootRecord',
        'The BIOS counts the sectors of the drive in another way. On a stick that depends on the firmware’s setting for USB drives.',
      ),
    ],
    steps: [
      CHECK,
      'Look in the firmware’s settings how USB drives are treated: as a hard disk is right.',
      'Start the stick with UEFI, if the computer has it.',
      'Make the stick again.',
    ],
  },
  {
    id: 'bootmgr-is-missing',
    title: 'Windows’ boot manager for a BIOS is missing',
    place: 'firmware',
    codes: [],
    names: [],
    phrases: ['BOOTMGR is missing', 'BOOTMGR image is corrupt', 'BOOTMGR is compressed'],
    short: [],
    meaning: [
      said(
        'bootManagerMissing',
        'The first sector of a partition was started and does not find the file bootmgr beside it.',
      ),
    ],
    causes: [
      said(
        'bootManagerMissing',
        'The computer started a drive that is no Windows stick, such as one that was only formatted.',
      ),
      said('bootManagerMissing', 'The file bootmgr was deleted or is damaged.'),
    ],
    steps: [BOOT_MENU, CHECK, 'Make the stick again.'],
  },
  {
    id: 'secure-boot-refused',
    title: 'Secure Boot refuses what is on the stick',
    place: 'firmware',
    codes: [],
    names: [],
    phrases: [
      'Secure Boot Violation',
      'Invalid signature detected',
      'Check Secure Boot Policy in Setup',
      'Selected boot image did not authenticate',
      'Operating System Loader has no signature',
      'Secure Boot: Unauthorized Image',
      'The system found unauthorized changes on the firmware',
    ],
    short: ['access denied'],
    meaning: [
      said(
        'secureBootMessages',
        'Secure Boot is on, and the firmware does not accept the signature of the loader on the stick. Each maker words it differently.',
      ),
    ],
    causes: [
      said(
        'triedSecureBoot',
        'The loader has no signature at all: that of a practice stick, for example. Microsoft’s own was started.',
      ),
      said(
        'secureBootMessages',
        'The loader is signed with Microsoft’s certificate for others (UEFI CA), which many computers don’t accept by default.',
      ),
    ],
    steps: [
      'For Windows: make the stick from an image as Microsoft offers it; its boot manager is signed.',
      'For Ventoy and Linux: allow the “Microsoft 3rd party UEFI CA” in the firmware’s settings.',
      'Or turn Secure Boot off while you use the stick. If the computer’s own Windows is encrypted, have its recovery key at hand first.',
    ],
  },
] as const satisfies readonly KnownError[];
