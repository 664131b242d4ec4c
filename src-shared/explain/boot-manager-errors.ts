import type { KnownError } from './known-error';
import { said } from './sources';

const CHECK =
  'Check the stick with this program; it follows the same path and names what is wrong.';
const AGAIN = 'Make the stick again. If that does not help, use another drive.';
const OTHER_PORT = 'Plug the stick straight into another port of the computer, without a hub.';
const CONNECTION = 'A required device isn’t connected or can’t be accessed';
const INACCESSIBLE = 'The boot selection failed because a required device is inaccessible';

/** What Windows’ boot manager and its loader show, on a blue or black screen with “Error code” or “Status”. */
export const bootManagerErrors = [
  {
    id: '0xc0000225',
    title: 'The partition with Windows was not found',
    place: 'boot-manager',
    codes: ['0xc0000225'],
    names: ['STATUS_NOT_FOUND'],
    phrases: [CONNECTION],
    short: [],
    meaning: [
      said('status', 'Something that was looked for does not exist.'),
      said(
        'triedBootManager',
        'The boot store on the stick names a partition that is on no drive of this computer.',
      ),
    ],
    causes: [
      said(
        'triedBootManager',
        'The stick was copied or partitioned anew, so its partitions have other identifiers than the boot store says.',
      ),
      said(
        'triedBitLocker',
        'Windows is encrypted, and the BitLocker data at its beginning is damaged: all three copies, or the checksum of the first.',
      ),
      said(
        'triedBitLocker',
        'The drive says that its encryption is under way, and the record of how far it came is missing.',
      ),
      said(
        'triedBootManager',
        'Windows lies in a virtual disk, and the partition that holds the file is not the one named.',
      ),
    ],
    steps: [
      CHECK,
      'If the stick was copied from another one, make it with this program instead: every stick gets identifiers of its own.',
      AGAIN,
    ],
  },
  {
    id: '0xc000000f',
    title: 'A file that is needed to start Windows is missing',
    place: 'boot-manager',
    codes: ['0xc000000f'],
    names: ['STATUS_NO_SUCH_FILE'],
    phrases: [
      CONNECTION,
      INACCESSIBLE,
      'The Boot Configuration Data for your PC is missing or contains errors',
    ],
    short: [],
    meaning: [
      said('status', 'A file does not exist.'),
      said(
        'triedBootManager',
        'The line “File:” says which: \\EFI\\Microsoft\\Boot\\BCD means the boot store, winload means Windows’ loader.',
      ),
    ],
    causes: [
      said('triedBootManager', 'The boot store is missing, or was not written to its end.'),
      said('triedBootManager', 'The boot store names a path that is not on Windows’ partition.'),
      said(
        'triedBitLocker',
        'Windows is encrypted, and the boot store says “look for a folder Windows” instead of naming the partition.',
      ),
      said('triedBootManager', 'Windows lies in a virtual disk, and its file is missing.'),
      said('mangledBootSector', 'The first sector of Windows’ partition is damaged.'),
    ],
    steps: [
      CHECK,
      OTHER_PORT,
      'If the stick was unplugged while Windows ran, let another Windows check it for errors.',
      AGAIN,
    ],
  },
  {
    id: '0xc000000e',
    title: 'The drive with Windows was not found',
    place: 'boot-manager',
    codes: ['0xc000000e'],
    names: ['STATUS_NO_SUCH_DEVICE'],
    phrases: [
      CONNECTION,
      INACCESSIBLE,
      'The selected entry could not be loaded because the application is missing or corrupt',
    ],
    short: [],
    meaning: [
      said('status', 'A device does not exist.'),
      said('triedBootManager', 'The boot store names a drive that this computer does not see.'),
    ],
    causes: [
      said(
        'triedBootManager',
        'The stick has an MBR and another disk signature than the boot store says, as after copying it.',
      ),
      said(
        'triedBootManager',
        'The boot store was made for the other kind of partition table (MBR or GPT).',
      ),
      said('ventoy2157', 'A virtual disk was started with Ventoy 1.0.87, which had a fault.'),
    ],
    steps: [
      OTHER_PORT,
      CHECK,
      'If a virtual disk was started by Ventoy, update Ventoy on the stick.',
      AGAIN,
    ],
  },
  {
    id: '0xc0000034',
    title: 'The boot store has no entry for Windows',
    place: 'boot-manager',
    codes: ['0xc0000034'],
    names: ['STATUS_OBJECT_NAME_NOT_FOUND'],
    phrases: ['The Boot Configuration Data file is missing some required information'],
    short: [],
    meaning: [
      said('status', 'A name was not found.'),
      said('triedBootManager', 'The boot store can be read, but not what it should say.'),
    ],
    causes: [
      said('triedBootManager', 'The entry that the store starts by itself is not in it.'),
      said('triedBootManager', 'The file with the store was cut short.'),
    ],
    steps: [CHECK, AGAIN],
  },
  {
    id: '0xc000000d',
    title: 'The boot store is empty',
    place: 'boot-manager',
    codes: ['0xc000000d'],
    names: ['STATUS_INVALID_PARAMETER'],
    phrases: [],
    short: [],
    meaning: [
      said('status', 'A parameter is not valid.'),
      said('triedBootManager', 'The file with the boot store has no content.'),
    ],
    causes: [
      said('triedBootManager', 'The file \\EFI\\Microsoft\\Boot\\BCD is there, but has 0 bytes.'),
    ],
    steps: [CHECK, AGAIN],
  },
  {
    id: '0xc000014c',
    title: 'The boot store is damaged',
    place: 'boot-manager',
    codes: ['0xc000014c'],
    names: ['STATUS_REGISTRY_CORRUPT'],
    phrases: ['The Boot Configuration Data for your PC is missing or contains errors'],
    short: [],
    meaning: [
      said('status', 'A file of the registry’s kind is damaged. The boot store is such a file.'),
    ],
    causes: [said('triedBootManager', 'What stands in the file is no boot store.')],
    steps: [
      CHECK,
      'Test the drive: a file that changes by itself is a sign of a failing or fake drive.',
      AGAIN,
    ],
  },
  {
    id: '0xc000007b',
    title: 'A program that starts Windows is damaged or for another processor',
    place: 'boot-manager',
    codes: ['0xc000007b'],
    names: ['STATUS_INVALID_IMAGE_FORMAT'],
    phrases: [
      'The application or operating system couldn’t be loaded because a required file is missing or contains errors',
    ],
    short: [],
    meaning: [
      said('status', 'A program has not the format that is needed.'),
      said('triedBootManager', 'The boot manager found winload.efi and can’t start it.'),
    ],
    causes: [said('triedBootManager', 'The file is damaged: it is no program any more.')],
    steps: [
      'Compare the checksum of the Windows image with the one that its publisher names.',
      'Test the drive: files that change by themselves are a sign of a failing or fake drive.',
      AGAIN,
    ],
  },
  {
    id: '0xc0000428',
    title: 'The signature of a program that starts Windows is not accepted',
    place: 'boot-manager',
    codes: ['0xc0000428'],
    names: ['STATUS_INVALID_IMAGE_HASH'],
    phrases: [
      'Windows cannot verify the digital signature for this file',
      'The digital signature for this file couldn’t be verified',
    ],
    short: [],
    meaning: [
      said('status', 'The signature of a file can’t be verified.'),
      said('triedBootManager', 'The boot manager does not trust the loader that it found.'),
    ],
    causes: [
      said('triedBootManager', 'The loader is not signed by Microsoft, or was changed.'),
      said('expiredPreview', 'The Windows is a preview that has expired.'),
      said(
        'virtualUsb',
        'In a virtual computer with its USB drive a real Windows showed this, and started when it was attached as a SATA disk.',
      ),
    ],
    steps: [
      'Set the date and time of the computer right.',
      'Use an image of a released Windows, as its publisher offers it.',
      'If drivers were added to the stick, make it again without them.',
    ],
  },
  {
    id: '0xc0000098',
    title: 'The boot store says nothing usable about a Windows',
    place: 'boot-manager',
    codes: ['0xc0000098'],
    names: ['STATUS_FILE_INVALID'],
    phrases: [
      'The Boot Configuration Data file doesn’t contain valid information for an operating system',
      'The Windows Boot Configuration Data file does not contain a valid OS entry',
    ],
    short: [],
    meaning: [
      said(
        'invalidEntry',
        'The boot manager read the boot store and found no operating system in it that can be started.',
      ),
    ],
    causes: [said('invalidEntry', 'The boot store is damaged, or its entry is gone.')],
    steps: [CHECK, AGAIN],
  },
  {
    id: '0xc0000001',
    title: 'Something that is needed to start failed',
    place: 'boot-manager',
    codes: ['0xc0000001'],
    names: ['STATUS_UNSUCCESSFUL'],
    phrases: [CONNECTION],
    short: [],
    meaning: [said('status', 'The operation failed; the code says no more than that.')],
    causes: [
      said(
        'networkBoot',
        'Known of computers that start over the network: the firmware did not start the stick at all, but the network.',
      ),
    ],
    steps: [
      'Choose the stick in the firmware’s boot menu, and look whether the line “File:” names a file of the stick.',
      OTHER_PORT,
      CHECK,
    ],
  },
  {
    id: '0xc0000017',
    title: 'There is not enough memory in one piece',
    place: 'boot-manager',
    codes: ['0xc0000017'],
    names: ['STATUS_NO_MEMORY'],
    phrases: ['There isn’t enough memory available to create a ramdisk device'],
    short: [],
    meaning: [
      said('status', 'Not enough memory was available.'),
      said(
        'ramDisk',
        'The boot manager loads Windows’ setup or repair into memory and found no room for it.',
      ),
    ],
    causes: [
      said(
        'ramDisk',
        'An update that restarts into Windows’ setup needs more memory in one piece than the firmware has left.',
      ),
    ],
    steps: [
      'Unplug devices that aren’t needed, and try again.',
      'Look for a newer firmware of the computer.',
      'If it happens after an update only, start the stick on another computer once.',
    ],
  },
  {
    id: '0xc0000185',
    title: 'Reading from the drive failed',
    place: 'boot-manager',
    codes: ['0xc0000185'],
    names: ['STATUS_IO_DEVICE_ERROR'],
    phrases: [],
    short: [],
    meaning: [said('status', 'The device reported an error while it was read or written.')],
    causes: [],
    steps: [
      OTHER_PORT,
      'Test the drive with this program.',
      'Save what matters while the stick can still be read, and use another drive.',
    ],
  },
  {
    id: '0xc00000e9',
    title: 'The connection to the drive broke',
    place: 'boot-manager',
    codes: ['0xc00000e9'],
    names: ['STATUS_UNEXPECTED_IO_ERROR'],
    phrases: [
      'Windows has encountered a problem communicating with a device connected to your computer',
      'An unexpected I/O error has occurred',
    ],
    short: [],
    meaning: [said('status', 'Reading or writing failed in a way that was not foreseen.')],
    causes: [
      said(
        'rufus365',
        'The stick was unplugged while it was used, or it is failing; the screen itself names both.',
      ),
    ],
    steps: [OTHER_PORT, 'Test the drive with this program.', AGAIN],
  },
  {
    id: '0xc0000605',
    title: 'This Windows has expired',
    place: 'boot-manager',
    codes: ['0xc0000605'],
    names: ['STATUS_IMAGE_CERT_EXPIRED'],
    phrases: ['A component of the operating system has expired'],
    short: [],
    meaning: [
      said('status', 'The certificate with which a file was signed has expired.'),
      said(
        'expiredPreview',
        'Previews of Windows stop starting some weeks after the day to which they are licensed.',
      ),
    ],
    causes: [
      said('expiredPreview', 'The image is a preview (Insider) build whose time is over.'),
      said(
        'expiredClock',
        'The computer’s clock decides: with an earlier date such a Windows started.',
      ),
    ],
    steps: [
      'Set the date and time of the computer right.',
      'Make the stick from an image of a released Windows.',
    ],
  },
] as const satisfies readonly KnownError[];
