import { z } from 'zod';
import type { BootImage } from './boot-image';
import { GiB, KiB } from './units';
import type { VentoyFileSystem, VentoyScheme } from './ventoy-stick';

/**
 * What a person has to know before a stick with Ventoy is made or used, in one or two sentences. Facts: Ventoy's
 * source and documentation at release 1.1.17, ventoy/vhdiso's releases. Translations keep the codes.
 */
export const ventoyNeedTexts = {
  'secure-boot-enrolment':
    'On each computer with Secure Boot, Ventoy’s key has to be enrolled once, at the first start.',
  'secure-boot-off': 'Computers with Secure Boot on will not start this stick.',
  'gpt-some-bioses': 'A few old BIOSes start nothing with a GPT. Choose an MBR for those.',
  'file-system-unreadable':
    'Ventoy can’t read the file system of the partition, and will find no images.',
  'fat32-limit': 'It has 4 GiB or more, which FAT32 can’t hold.',
  'too-small': 'Ventoy doesn’t list files below 32 KiB.',
  'starts-nowhere': 'Nothing was found in it that a computer could start.',
  'bios-only': 'Starts with a BIOS only, not with UEFI.',
  'uefi-only': 'Starts with UEFI only, not with a BIOS.',
  'uefi-32-bit-only': 'Starts with the 32-bit UEFI of a few tablets only.',
  'arm-only': 'Starts on computers with ARM processors only.',
  'wimboot-missing':
    'WIM files are listed only when /ventoy/ventoy_wimboot.img is on the stick. It comes from the releases of ventoy/wimiso.',
  'vhdboot-missing':
    'Virtual disks are listed only when /ventoy/ventoy_vhdboot.img is on the stick. It comes from the releases of ventoy/vhdiso.',
  'vhd-wants-ntfs': 'Windows starts reliably from a virtual disk on NTFS only.',
  'vhd-firmware': 'A virtual disk with Windows starts with a BIOS or 64-bit UEFI.',
  'vhd-grows': 'Grows with use: there must be room for its full size when it starts.',
  'vtoy-prepared': 'Its Linux starts only when it was prepared with Ventoy’s vtoyboot before.',
  'persistence-doubtful': 'May not keep its changes: reports differ.',
  'persistence-unsupported': 'Can’t keep its changes with Ventoy.',
} as const satisfies Record<string, string>;

export type VentoyNeedCode = keyof typeof ventoyNeedTexts;

export const VentoyNeedSchema = z.object({
  code: z.enum(Object.keys(ventoyNeedTexts) as [VentoyNeedCode, ...VentoyNeedCode[]]),
  /** `warning`: something will not start as it is. `note`: it will, and this should be known. */
  level: z.enum(['note', 'warning']),
  /** Names of the images it is about, in their order; empty when it is about the stick. */
  images: z.array(z.string()),
});
export type VentoyNeed = z.infer<typeof VentoyNeedSchema>;

/** What is asked of an image. */
export type NeedsImage = Pick<
  BootImage,
  'name' | 'sizeBytes' | 'kind' | 'starts' | 'virtualDisk'
> & {
  /** How sure it is that the image keeps changes in a file; null when it isn't to keep any. */
  persistence: 'works' | 'doubtful' | 'unsupported' | 'unknown' | null;
};

export interface VentoyMix {
  scheme: VentoyScheme;
  secureBoot: boolean;
  fileSystem: VentoyFileSystem;
  images: readonly NeedsImage[];
  /** Whether the files are, or will be, on the stick that Ventoy starts WIM and VHD(X) files with. */
  plugins: { wimboot: boolean; vhdboot: boolean };
}

const SMALLEST_BYTES = 32 * KiB;
/** FAT32 counts a file's bytes in 32 bits. */
const FAT32_LIMIT_BYTES = 4 * GiB;

/** What the chosen mix needs: what is about the stick first, then what is about images. */
export function ventoyNeeds(mix: VentoyMix): VentoyNeed[] {
  return [...stickNeeds(mix), ...imageNeeds(mix)];
}

function stickNeeds({ scheme, secureBoot, fileSystem }: VentoyMix): VentoyNeed[] {
  const needs: VentoyNeed[] = [note(secureBoot ? 'secure-boot-enrolment' : 'secure-boot-off')];
  if (scheme === 'gpt') needs.push(note('gpt-some-bioses'));
  if (fileSystem === 'unknown') needs.push(warning('file-system-unreadable'));
  return needs;
}

function imageNeeds({ fileSystem, images, plugins }: VentoyMix): VentoyNeed[] {
  const rules: [VentoyNeed['level'], VentoyNeedCode, (image: NeedsImage) => boolean][] = [
    ['warning', 'fat32-limit', (it) => fileSystem === 'fat32' && it.sizeBytes >= FAT32_LIMIT_BYTES],
    ['warning', 'too-small', ({ sizeBytes }) => sizeBytes < SMALLEST_BYTES],
    ['warning', 'starts-nowhere', (it) => startsOn(it) === 'nothing'],
    ['note', 'bios-only', (it) => startsOn(it) === 'bios'],
    ['note', 'uefi-only', (it) => startsOn(it) === 'uefi'],
    ['warning', 'uefi-32-bit-only', (it) => startsOn(it) === 'ia32'],
    ['warning', 'arm-only', (it) => startsOn(it) === 'aa64'],
    ['warning', 'wimboot-missing', ({ kind }) => kind === 'wim' && !plugins.wimboot],
    ['warning', 'vhdboot-missing', (it) => isVirtualDisk(it) && !plugins.vhdboot],
    ['warning', 'vhd-wants-ntfs', (it) => isVirtualDisk(it) && fileSystem !== 'ntfs'],
    ['note', 'vhd-firmware', isVirtualDisk],
    ['note', 'vhd-grows', ({ virtualDisk }) => virtualDisk?.type === 'dynamic'],
    ['note', 'vtoy-prepared', ({ kind }) => kind === 'vtoy'],
    ['warning', 'persistence-doubtful', ({ persistence }) => persistence === 'doubtful'],
    ['warning', 'persistence-unsupported', ({ persistence }) => persistence === 'unsupported'],
  ];
  return rules.flatMap(([level, code, fits]) => {
    const names = images.filter(fits).map(({ name }) => name);
    return names.length > 0 ? [{ code, level, images: names }] : [];
  });
}

/** The only kind of firmware that starts an image. Null: there are several, or the image doesn't tell. */
function startsOn({
  starts: { bios, uefi },
}: NeedsImage): 'bios' | 'uefi' | 'ia32' | 'aa64' | 'nothing' | null {
  const { x64, ia32, aa64 } = uefi;
  const known = [bios, x64, ia32, aa64];
  if (known.every((starts) => starts === false)) return 'nothing';
  if (bios === true) return [x64, ia32, aa64].every((starts) => starts === false) ? 'bios' : null;
  if (bios !== false) return null;
  if (x64 === true) return 'uefi';
  if (x64 !== false) return null;
  if (ia32 === true && aa64 === false) return 'ia32';
  return aa64 === true && ia32 === false ? 'aa64' : null;
}

function isVirtualDisk({ kind }: NeedsImage): boolean {
  return kind === 'vhd' || kind === 'vhdx';
}

function note(code: VentoyNeedCode): VentoyNeed {
  return { code, level: 'note', images: [] };
}

function warning(code: VentoyNeedCode): VentoyNeed {
  return { code, level: 'warning', images: [] };
}

/** One screen at the first start with Secure Boot. What stands on it is English on every computer. */
export interface EnrolmentScreen {
  /** What is seen. */
  seen: string;
  /** What to do there. */
  action: string;
}

/**
 * The screens of shim and MokManager, in their order, as Ventoy's documentation (doc_secure.html) and shim's source
 * (MokManager.c) have them. Arrow keys move, Enter chooses.
 */
export const enrolmentScreens = {
  violation: {
    seen: 'A blue screen with a box: “ERROR”, “Verification failed: (0x1A) Security Violation”. That is expected.',
    action: 'Press Enter on “OK”.',
  },
  management: {
    seen: '“Shim UEFI key management”, “Press any key to perform MOK management”, with seconds that count down from 10.',
    action: 'Press a key before they are over. Else restart the computer and begin again.',
  },
  menu: {
    seen: 'A list headed “Perform MOK management”.',
    action: 'Choose “Enroll key from disk”.',
  },
  disk: {
    seen: 'A list headed “Select Key” with the names of volumes.',
    action: 'Choose “VTOYEFI”.',
  },
  key: {
    seen: 'The files on VTOYEFI.',
    action: 'Choose “ENROLL_THIS_KEY_IN_MOKMANAGER.cer”.',
  },
  enrol: {
    seen: 'A list headed “Enroll MOK”: “View key 0” and “Continue”.',
    action: 'Choose “Continue”.',
  },
  sure: { seen: '“Enroll the key(s)?”', action: 'Choose “Yes”.' },
  reboot: {
    seen: 'The list “Perform MOK management” again, now with “Reboot”.',
    action: 'Choose “Reboot”. From now on this computer starts the stick.',
  },
} as const satisfies Record<string, EnrolmentScreen>;

/**
 * If nothing happens at “Enroll key from disk”: MokManager hangs on some computers
 * (https://github.com/ventoy/Ventoy/issues/1977).
 */
export const enrolmentHangs =
  'If nothing happens any more after “Enroll key from disk”, as on some computers, turn Secure Boot off in the computer’s settings while you use the stick.';
