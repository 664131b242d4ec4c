import type { KnownError } from './known-error';
import { said } from './sources';

const OTHER_PORT = 'Try another port, USB 2 as well as USB 3, and no hub.';
const CHECK_FILES =
  'Plug the stick into another Windows and let it check the partition for errors.';
const TEST = 'Test the drive with this program: many of these are failing or fake drives.';
const AGAIN = 'Make the stick again, on another drive if it happens twice.';

/** Stop codes of a Windows that had begun to start. */
export const blueScreenErrors = [
  {
    id: 'INACCESSIBLE_BOOT_DEVICE',
    title: 'Windows lost the drive that it starts from',
    place: 'blue-screen',
    codes: ['0x7b'],
    names: ['INACCESSIBLE_BOOT_DEVICE'],
    phrases: [],
    short: ['7b'],
    meaning: [
      said('bugCheck7b', 'Windows lost access to its partition while it started.'),
      said(
        'bugCheck7b',
        'Often the driver for the drive could not start it, or the file system on it was not recognised.',
      ),
    ],
    causes: [
      said(
        'rufus2435',
        'The drivers in this Windows don’t work at this port: a portable Windows 7 started at one port of a computer and at no other.',
      ),
      said(
        'clone',
        'The stick is a copy of an installed Windows, which does not load its USB drivers early enough. Its registry value BootDriverFlags decides that.',
      ),
      said('rufus2857', 'Windows was put on a card in a card reader. Why that fails isn’t known.'),
      said(
        'ventoy496',
        'Windows lies in a virtual disk with NTFS, and that on a partition with exFAT.',
      ),
      said('rufus2294', 'The Windows is Vista or 7, which knows no start from USB.'),
      said(
        'stop7b',
        'The file system is damaged, a filter driver for drives misbehaves, or the firmware’s setting for drives was changed.',
      ),
    ],
    steps: [
      OTHER_PORT,
      'Try another computer. If it starts there, the first one lacks a driver: add it and make the stick again.',
      'Use a USB drive or an SSD instead of a card.',
      CHECK_FILES,
      AGAIN,
    ],
  },
  {
    id: 'UNMOUNTABLE_BOOT_VOLUME',
    title: 'Windows can’t read its own partition',
    place: 'blue-screen',
    codes: ['0xed'],
    names: ['UNMOUNTABLE_BOOT_VOLUME'],
    phrases: [],
    short: ['ed'],
    meaning: [said('bugCheckEd', 'Windows tried to mount the partition it lies on, and failed.')],
    causes: [
      said('bugCheckEd', 'Usually the drive is failing.'),
      said('windowsToGo', 'The stick was unplugged while Windows ran, which can damage it.'),
    ],
    steps: [CHECK_FILES, OTHER_PORT, TEST, AGAIN],
  },
  {
    id: 'NTFS_FILE_SYSTEM',
    title: 'Windows’ file system driver stopped',
    place: 'blue-screen',
    codes: ['0x24'],
    names: ['NTFS_FILE_SYSTEM'],
    phrases: [],
    short: ['24'],
    meaning: [said('bugCheck24', 'Something went wrong in the driver for NTFS.')],
    causes: [
      said('bugCheck24', 'The file system is damaged, or the drive has bad places.'),
      said('rufus743', 'It was met with a portable Windows on a USB stick, too.'),
    ],
    steps: [CHECK_FILES, TEST, AGAIN],
  },
  {
    id: '0xc000021a',
    title: 'A process that Windows can’t do without ended',
    place: 'blue-screen',
    codes: ['0xc000021a'],
    names: ['WINLOGON_FATAL_ERROR', 'STATUS_SYSTEM_PROCESS_TERMINATED'],
    phrases: [],
    short: [],
    meaning: [
      said('bugCheck21a', 'An important part of Windows that runs before anybody signs in failed.'),
    ],
    causes: [],
    steps: [
      CHECK_FILES,
      'If something was installed or updated just before, make the stick again without it.',
      TEST,
      AGAIN,
    ],
  },
  {
    id: 'CRITICAL_PROCESS_DIED',
    title: 'A critical process died',
    place: 'blue-screen',
    codes: ['0xef'],
    names: ['CRITICAL_PROCESS_DIED'],
    phrases: [],
    short: ['ef'],
    meaning: [
      said('bugCheckEf', 'A process without which Windows does not run ended or was damaged.'),
    ],
    causes: [
      said('bugCheckEf', 'A driver or device that was added recently, or damaged system files.'),
    ],
    steps: [
      OTHER_PORT,
      'Unplug devices that aren’t needed.',
      'If drivers were added to the stick, make it again without them.',
      TEST,
      AGAIN,
    ],
  },
  {
    id: '0xc0000221',
    title: 'A system file does not have its checksum',
    place: 'blue-screen',
    codes: ['0xc0000221'],
    names: ['STATUS_IMAGE_CHECKSUM_MISMATCH'],
    phrases: [],
    short: [],
    meaning: [
      said(
        'bugCheck221',
        'A driver or a library of Windows is damaged. The screen names the file.',
      ),
    ],
    causes: [
      said('bugCheck221', 'The drive or the memory returned other data than was stored there.'),
    ],
    steps: [
      'Compare the checksum of the Windows image with the one that its publisher names.',
      TEST,
      'Test the memory of the computer, if other sticks fail on it, too.',
      AGAIN,
    ],
  },
  {
    id: 'WppRecorder.sys',
    title: 'Windows 10 1809 stops in WppRecorder.sys',
    place: 'blue-screen',
    codes: [],
    names: [],
    phrases: ['WppRecorder.sys'],
    short: [],
    meaning: [
      said('rufusWindows', 'Version 1809 of Windows 10 is known to stop so on a portable drive.'),
    ],
    causes: [said('rufusWindows', 'A fault in that version (build 17763).')],
    steps: ['Make the stick from an image of a newer Windows.'],
  },
] as const satisfies readonly KnownError[];
