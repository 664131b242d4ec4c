import type { BootFamily, BootImage } from './boot-image';
import { GiB, MiB, alignDown } from './units';
import type { VentoyFileSystem } from './ventoy-stick';

/**
 * Whether a live system keeps its changes in a file that Ventoy hands it.
 * - `works`: Ventoy and the system are made for it.
 * - `doubtful`: some versions do, others were reported not to.
 * - `unsupported`: it is known not to work, or there is nothing to keep.
 * - `unknown`: nobody says.
 */
export type PersistenceState = 'works' | 'doubtful' | 'unsupported' | 'unknown';

/** One or two sentences for each note, for the command line and the window. Translations keep the codes. */
export const persistenceNotes = {
  'ubuntu-24-04-sometimes-fails':
    'From 24.04 on it doesn’t always find its file with Ventoy 1.1.17 and older. Start it once more then, or use a newer Ventoy.',
  'antix-not-tried':
    'Doubtful: Ventoy asks antiX to keep everything, but no report says that it does, nor which label it looks for.',
  'arch-broken-in-1-1-07': 'It doesn’t work with Ventoy 1.1.07; use a newer one.',
  'fedora-conflicting-reports':
    'Doubtful: Ventoy has code for it, but its author called it unsupported in 2021, and Fedora 40 and 41 were reported not to start with it. SELinux is off while it is used.',
  'manjaro-unsupported': 'Manjaro’s live system can’t keep anything, says Ventoy’s author.',
  'opensuse-no-way-known': 'No way is known in which Ventoy could do it for openSUSE.',
  'tails-keeps-its-own': 'Tails keeps things in its own way, on a stick of its own only.',
  'installer-keeps-nothing': 'This image installs a system; there is nothing that it could keep.',
  'windows-keeps-nothing': 'Windows’ discs keep nothing. A portable Windows does.',
  'memtest-keeps-nothing': 'A test of the memory keeps nothing.',
  'not-an-iso': 'Ventoy hands such a file to live systems in ISO files only.',
  'nothing-known': 'Nothing is known about whether this image can keep anything.',
} as const satisfies Record<string, string>;

export type PersistenceNoteCode = keyof typeof persistenceNotes;

export interface Persistence {
  state: PersistenceState;
  /** Label by which the system finds its file; null where none could help. */
  label: string | null;
  /** What has to lie in the root folder of the file. */
  files: { name: string; text: string }[];
  fileSystem: 'ext4';
  notes: PersistenceNoteCode[];
  /** Where that is from. */
  sources: string[];
}

type Known = Pick<Persistence, 'state' | 'label'> & Partial<Persistence>;

const VENTOY_SOURCE = 'ventoy/Ventoy, IMG/cpio/ventoy/hook, at commit 6568972';
const issue = (number: number): string =>
  `https://github.com/ventoy/Ventoy/issues/${String(number)}`;

/** live-boot keeps what this file lists: here everything (live-boot, persistence.conf(5)). */
const LIVE_BOOT_FILES = [{ name: 'persistence.conf', text: '/ union\n' }];
/** casper (Ubuntu, casper(7)) looks for this label; Ventoy also takes it where a file has none. */
const CASPER = 'casper-rw';
/** Ventoy tells Arch's and KaOS's start script to look for it. */
const COW = 'vtoycow';

const BY_FAMILY: Readonly<Record<BootFamily, Known>> = {
  ubuntu: { state: 'works', label: CASPER },
  'debian-live': { state: 'works', label: 'persistence', files: LIVE_BOOT_FILES },
  kali: { state: 'works', label: 'persistence', files: LIVE_BOOT_FILES },
  mx: { state: 'works', label: 'MX-Persist' },
  antix: { state: 'doubtful', label: 'antiX-Persist', notes: ['antix-not-tried'] },
  arch: {
    state: 'works',
    label: COW,
    notes: ['arch-broken-in-1-1-07'],
    sources: [VENTOY_SOURCE, issue(3407)],
  },
  kaos: { state: 'works', label: COW },
  // Any label will do; this is that of the files which Ventoy's author offers for it.
  fedora: {
    state: 'doubtful',
    label: COW,
    notes: ['fedora-conflicting-reports'],
    sources: [VENTOY_SOURCE, issue(791), issue(2948), issue(3185)],
  },
  systemrescue: { state: 'works', label: CASPER },
  gentoo: { state: 'works', label: CASPER },
  manjaro: unsupported('manjaro-unsupported', issue(624)),
  opensuse: {
    state: 'unknown',
    label: null,
    notes: ['opensuse-no-way-known'],
    sources: [issue(2843)],
  },
  windows: unsupported('windows-keeps-nothing'),
  memtest: unsupported('memtest-keeps-nothing'),
  other: { state: 'unknown', label: null, notes: ['nothing-known'], sources: [] },
};

function unsupported(note: PersistenceNoteCode, ...sources: string[]): Known {
  return { state: 'unsupported', label: null, notes: [note], sources };
}

/** What is known about an image's live system and persistent storage. */
export function persistenceFor(
  image: Pick<BootImage, 'family' | 'kind' | 'live' | 'version' | 'volumeId'>,
): Persistence {
  return { files: [], fileSystem: 'ext4', notes: [], sources: [VENTOY_SOURCE], ...knownOf(image) };
}

function knownOf(image: Parameters<typeof persistenceFor>[0]): Known {
  const known = BY_FAMILY[image.family];
  if (known.state === 'unsupported') return known;
  if (image.kind !== 'iso') return unsupported('not-an-iso');
  if (image.live === false) return unsupported('installer-keeps-nothing');
  if (image.family === 'other' && /^tails\b/i.test(image.volumeId ?? '')) {
    return unsupported('tails-keeps-its-own');
  }
  if (image.family === 'ubuntu' && Number.parseFloat(image.version ?? '') >= 24) {
    const sources = [VENTOY_SOURCE, issue(3718)];
    return { ...known, notes: ['ubuntu-24-04-sometimes-fails'], sources };
  }
  return known;
}

/** Folder of the data partition in which these files are kept. */
export const PERSISTENCE_FOLDER = 'persistence';

/** Where the file of an image is put unless another place is named, from the root of the data partition. */
export function persistencePath(imageName: string): string {
  const name = imageName.slice(imageName.lastIndexOf('/') + 1).replace(/\.iso$/i, '');
  return `/${PERSISTENCE_FOLDER}/${name}.dat`;
}

/** Below this, in bytes, ext4 with its journal leaves hardly any room. */
export const SMALLEST_PERSISTENCE_BYTES = 64 * MiB;
const USUAL_PERSISTENCE_BYTES = 4 * GiB;
/** A file of FAT32 has at most 4 GiB less a byte; sizes are whole MiB. */
const LARGEST_ON_FAT32_BYTES = 4 * GiB - MiB;

/** Bytes, all whole MiB. */
export interface PersistenceSizes {
  smallest: number;
  suggested: number;
  largest: number;
}

/** The sizes a persistence file can have where so many bytes are free; null when there is no room for any. */
export function persistenceSizes(
  freeBytes: number,
  fileSystem: VentoyFileSystem,
): PersistenceSizes | null {
  const largest = Math.min(alignDown(freeBytes, MiB), largestPersistenceBytes(fileSystem));
  if (largest < SMALLEST_PERSISTENCE_BYTES) return null;
  const share = alignDown(freeBytes / 2, MiB);
  const suggested = Math.max(
    SMALLEST_PERSISTENCE_BYTES,
    Math.min(USUAL_PERSISTENCE_BYTES, share, largest),
  );
  return { smallest: SMALLEST_PERSISTENCE_BYTES, suggested, largest };
}

/** Infinity where the file system sets no limit that matters. */
function largestPersistenceBytes(fileSystem: VentoyFileSystem): number {
  return fileSystem === 'fat32' ? LARGEST_ON_FAT32_BYTES : Infinity;
}

/** What is wrong with a wished size, as the end of a sentence; null when nothing is. */
export function persistenceSizeProblem(bytes: number, fileSystem: VentoyFileSystem): string | null {
  if (bytes < SMALLEST_PERSISTENCE_BYTES) return 'it has to have at least 64 MiB';
  if (bytes % MiB !== 0) return 'its size has to be in whole MiB';
  if (bytes > largestPersistenceBytes(fileSystem)) return 'a file on FAT32 has less than 4 GiB';
  return null;
}
