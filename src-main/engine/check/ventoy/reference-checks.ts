import { sentence, type Sentence } from '../../../../src-shared/findings';
import { MiB, SECTOR } from '../../../../src-shared/units';
import { openFat, type FatVolume } from '../../../disk';
import { slice, type ByteSource } from '../../../io';
import { VentoyFormat, listEfiFiles, type VentoyDisk } from '../../../ventoy';
import { fail, pass, type Finding } from '../finding';
import { firstOf, type ReleaseContent, type VentoyCheck, type VentoySubject } from './subject';

const { CORE_LBA_AT, CORE_PLACE, DISK_UUID_AT, DISK_UUID_BYTES, EFI_SECTORS } = VentoyFormat;
const { KEPT_LBA, LOADERS, NEXT_LBA_AT, SECURE_BOOT_ONLY, SECURE_BOOT_SIGN } = VentoyFormat;
/** Boot code in sector 0: all before the disk's signature. */
const BOOT_CODE_BYTES = 440;
const PIECE_BYTES = MiB;
/** Files that are named before it says how many more there are. */
const NAMED_FILES = 5;

/** Whether what is on the stick is what a release holds, byte for byte. */
export const referenceChecks: VentoyCheck[] = [
  {
    id: 'ventoy.release-boot',
    next: 'next.ventoy.update',
    run: (subject) => against(subject, bootCode),
  },
  {
    id: 'ventoy.release-core',
    next: 'next.ventoy.update',
    run: (subject) => against(subject, coreImage),
  },
  {
    id: 'ventoy.release-efi',
    next: 'next.ventoy.update',
    run: (subject) => against(subject, efiPartition),
  },
];

function against<T>(
  { disk, expected: { reference } }: VentoySubject,
  compare: (disk: VentoyDisk, reference: ReleaseContent) => T,
): T | null {
  return reference ? compare(disk, reference) : null;
}

/** All but what the installer sets in it: the disk's UUID, and with a GPT where core.img is. */
function bootCode({ sector0, scheme }: VentoyDisk, { bootImg }: ReleaseContent): Finding {
  const own = (at: number): boolean =>
    (at >= DISK_UUID_AT && at < DISK_UUID_AT + DISK_UUID_BYTES) ||
    (scheme === 'gpt' && at === CORE_LBA_AT);
  const different = differences(
    sector0.subarray(0, BOOT_CODE_BYTES),
    bootImg.subarray(0, BOOT_CODE_BYTES),
    own,
  );
  return verdict('ventoy.release-boot', different, BOOT_CODE_BYTES);
}

/** All but the sector it names with a GPT, what is cut off, and what an update keeps. */
async function coreImage(
  { source, scheme }: VentoyDisk,
  { coreImg }: ReleaseContent,
): Promise<Finding | null> {
  if (scheme === null) return null;
  const { lba, maximumSectors } = CORE_PLACE[scheme];
  const bytes = Math.min(coreImg.length, maximumSectors * SECTOR, source.size - lba * SECTOR);
  if (bytes <= 0) return null;
  const keptFrom = (KEPT_LBA.from - lba) * SECTOR;
  const keptTo = (KEPT_LBA.to + 1 - lba) * SECTOR;
  const own = (at: number): boolean =>
    (scheme === 'gpt' && at === NEXT_LBA_AT) || (at >= keptFrom && at < keptTo);
  const found = await source.read(lba * SECTOR, bytes);
  return verdict('ventoy.release-core', differences(found, coreImg.subarray(0, bytes), own), bytes);
}

async function efiPartition(
  { efi, efiVolume }: VentoyDisk,
  { diskImg }: ReleaseContent,
): Promise<Finding | null> {
  if (!efi?.source) return null;
  const supported = efiVolume?.ok && (await efiVolume.volume.find(SECURE_BOOT_SIGN)) !== null;
  if (efiVolume?.ok && !supported) return sameFiles(efiVolume.volume, diskImg, false);
  const bytes = Math.min(EFI_SECTORS * SECTOR, diskImg.size, efi.source.size);
  const whole = await wholePartition(slice(efi.source, 0, bytes), slice(diskImg, 0, bytes));
  // Whoever mounts it leaves marks and times in it that say nothing about its files.
  const isSound = whole.status === 'pass' || !efiVolume?.ok;
  return isSound ? whole : sameFiles(efiVolume.volume, diskImg, true);
}

async function wholePartition(found: ByteSource, wanted: ByteSource): Promise<Finding> {
  const all: Differences = { count: 0, first: -1 };
  for (let at = 0; at < found.size; at += PIECE_BYTES) {
    const length = Math.min(PIECE_BYTES, found.size - at);
    const [piece, other] = [await found.read(at, length), await wanted.read(at, length)];
    const { count, first } = differences(piece, other, () => false);
    if (all.first < 0 && first >= 0) all.first = at + first;
    all.count += count;
  }
  return verdict('ventoy.release-efi', all, found.size);
}

/** File by file: turning support for Secure Boot off removes some and puts loaders in the place of others. */
async function sameFiles(
  found: FatVolume,
  diskImg: ByteSource,
  secureBoot: boolean,
): Promise<Finding> {
  const release = await openFat(diskImg);
  const wanted = new Map((await listEfiFiles(release)).map((path) => [path.toLowerCase(), path]));
  const take = (path: string): string | undefined => {
    const taken = wanted.get(path.toLowerCase());
    wanted.delete(path.toLowerCase());
    return taken;
  };
  if (!secureBoot) SECURE_BOOT_ONLY.forEach(take);
  for (const { boot, plain } of secureBoot ? [] : LOADERS) {
    const loader = take(plain);
    if (loader !== undefined) wanted.set(boot.toLowerCase(), loader);
  }

  const wrong: Sentence[] = [];
  for (const path of await listEfiFiles(found)) {
    const other = take(path);
    if (other === undefined) wrong.push(sentence('ventoy.release-efi.file-unknown', { path }));
    else if (!(await found.readFile(path)).equals(await release.readFile(other))) {
      wrong.push(sentence('ventoy.release-efi.file-different', { path }));
    }
  }
  for (const path of wanted.keys()) {
    wrong.push(sentence('ventoy.release-efi.file-missing', { path }));
  }
  if (wrong.length === 0) {
    return pass(
      secureBoot
        ? 'ventoy.release-efi.same-files'
        : 'ventoy.release-efi.same-files-without-secure-boot',
    );
  }
  return fail('ventoy.release-efi.other-files', { files: firstOf(NAMED_FILES, wrong) });
}

interface Differences {
  count: number;
  /** Byte of the first one; −1 for none. */
  first: number;
}

/** Compares two buffers of the same length. `own` names places where a difference is right. */
function differences(found: Buffer, wanted: Buffer, own: (at: number) => boolean): Differences {
  const result: Differences = { count: 0, first: -1 };
  if (found.equals(wanted)) return result;
  for (let at = 0; at < found.length; at += 1) {
    if (found[at] === wanted[at] || own(at)) continue;
    if (result.first < 0) result.first = at;
    result.count += 1;
  }
  return result;
}

function verdict(
  check: 'ventoy.release-boot' | 'ventoy.release-core' | 'ventoy.release-efi',
  { count, first }: Differences,
  bytes: number,
): Finding {
  return count === 0
    ? pass(`${check}.same`, { bytes })
    : fail(`${check}.different`, { count, bytes, first });
}
