import { KiB } from '../../src-shared/units';
import type { ByteSource } from '../io';
import { subtractRanges } from './byte-ranges';
import type { ByteRange } from './extent';
import { FileSystemError } from './file-system-error';
import type { NtfsBoot } from './ntfs-boot';
import type { WritableVolume } from './ntfs-fence';
import { readNtfsMetadata, tableZoneEnd } from './ntfs-metadata';
import { placeFile } from './ntfs-place-file';
import { openNtfs } from './ntfs-read';

/*
 * What BitLocker keeps in the clear lies in files of the volume, so that NTFS puts nothing else there. Names and sizes are
 * those of volumes that Windows encrypted.
 */

/** The folder of these files. */
export const BITLOCKER_FOLDER = '/System Volume Information';

const METADATA = 'FVE2.{e40ad34d-dae9-4bc7-95bd-b16218c10f72}';
const BACKUP = 'FVE2.{24e6f0ae-6a00-4f73-984b-75ce9942852d}';
const EXTRA = 'FVE2.{da392a22-cae0-4f0f-9a30-b8830385d046}';

interface AreaFile {
  path: string;
  bytes: number;
}

const FIRST_METADATA = areaFile(`${METADATA}.1`, 64 * KiB);
const SECOND_METADATA = areaFile(`${METADATA}.2`, 64 * KiB);
const THIRD_METADATA = areaFile(`${METADATA}.3`, 64 * KiB);
const BOOT_BACKUP = areaFile(BACKUP, 8 * KiB);
const EXTRA_FILE = areaFile(EXTRA, 64 * KiB);

/** The files, with their sizes. Each holds zeros. */
export const BITLOCKER_FILES: readonly AreaFile[] = [
  FIRST_METADATA,
  SECOND_METADATA,
  THIRD_METADATA,
  BOOT_BACKUP,
  EXTRA_FILE,
];

/** The volume's first sectors, which BitLocker replaces. */
const BOOT_RANGE: ByteRange = { offset: 0, length: 8 * KiB };

/** Where the files lie, in bytes from the volume's start. */
export interface BitLockerAreas {
  /** Three copies of the metadata, 64 KiB each. */
  metadataAt: [number, number, number];
  /** For the volume's first 8 KiB. */
  backupAt: number;
  /** 64 KiB that stay as they are. */
  extraAt: number;
}

/**
 * Finds BitLocker's files; null when there are none. Throws FileSystemError when one is missing, is not one extent of its
 * size, or shares it with another or with the volume's first 8 KiB; and for a damaged volume.
 */
export async function bitLockerAreas(source: ByteSource): Promise<BitLockerAreas | null> {
  const volume = await openNtfs(source);
  const found = [];
  for (const { path } of BITLOCKER_FILES) found.push(await volume.find(path));
  if (found.every((file) => file === null)) return null;

  const extentOf = async ({ path, bytes }: AreaFile): Promise<number> => {
    const { source: content, ranges } = await volume.openFile(path);
    const [extent, ...others] = ranges;
    if (content.size !== bytes || !extent || extent.length < bytes || others.length > 0) {
      throw new FileSystemError(`${path} is not one extent of ${String(bytes)} bytes`);
    }
    return extent.offset;
  };
  const areas: BitLockerAreas = {
    metadataAt: [
      await extentOf(FIRST_METADATA),
      await extentOf(SECOND_METADATA),
      await extentOf(THIRD_METADATA),
    ],
    backupAt: await extentOf(BOOT_BACKUP),
    extraAt: await extentOf(EXTRA_FILE),
  };
  requireApart([BOOT_RANGE, ...placesOf(areas)]);
  return areas;
}

/**
 * Moves BitLocker's files, which the volume has, each to one extent, and fills them with zeros: the first copy of the
 * metadata, the backup and the extra file back to back as Windows does, the other copies in the middle and towards the
 * end, so that one bad spot of a drive doesn't take all three. Nobody else may have the volume open.
 *
 * False, and nothing is changed, when there is no room. Throws FileSystemError, and `io/write`.
 */
export async function placeBitLockerAreas(volume: WritableVolume): Promise<boolean> {
  const { boot } = await readNtfsMetadata(volume);
  const areas = chooseBitLockerAreas(await (await openNtfs(volume)).usedClusters(), boot);
  if (!areas) return false;
  for (const { path, offset, length } of placesOf(areas)) {
    await volume.write(offset, Buffer.alloc(length));
    await placeFile(volume, { path, startByte: offset, bytes: length });
  }
  return true;
}

/**
 * Chooses free clusters for BitLocker's files, those that the file table grows into last. `used` is what $Bitmap names,
 * ascending. Null when there is no room; never where 264 KiB are free in one piece.
 */
export function chooseBitLockerAreas(
  used: readonly ByteRange[],
  boot: Pick<NtfsBoot, 'clusters' | 'clusterBytes' | 'mftOffset'>,
): BitLockerAreas | null {
  const { clusters, clusterBytes } = boot;
  const free = subtractRanges([{ offset: 0, length: clusters * clusterBytes }], used);
  const spread = [tableZoneEnd(boot), Math.floor(clusters / 2), Math.floor((clusters / 8) * 7)];
  const [first = 0, second = 0, third = 0] = spread.map((cluster) => cluster * clusterBytes);
  // Far apart, the files leave gaps that on a small or full volume are needed.
  return takeAreas(free, [first, second, third]) ?? takeAreas(free, [0, 0, 0]);
}

/** Takes free bytes for the first three files together, and for the other two, each from a wanted byte on or else before it. */
function takeAreas(
  allFree: readonly ByteRange[],
  wanted: [group: number, second: number, third: number],
): BitLockerAreas | null {
  let free = allFree;
  const take = (from: number, length: number): number | null => {
    const offset = firstFit(free, from, length) ?? firstFit(free, 0, length);
    if (offset !== null) free = subtractRanges(free, [{ offset, length }]);
    return offset;
  };
  const groupBytes = FIRST_METADATA.bytes + BOOT_BACKUP.bytes + EXTRA_FILE.bytes;
  const first = take(wanted[0], groupBytes);
  const second = take(wanted[1], SECOND_METADATA.bytes);
  const third = take(wanted[2], THIRD_METADATA.bytes);
  if (first === null || second === null || third === null) return null;
  const backupAt = first + FIRST_METADATA.bytes;
  return { metadataAt: [first, second, third], backupAt, extraAt: backupAt + BOOT_BACKUP.bytes };
}

/** First byte from `from` on where so many bytes are free. */
function firstFit(free: readonly ByteRange[], from: number, bytes: number): number | null {
  for (const { offset, length } of free) {
    const start = Math.max(offset, from);
    if (start + bytes <= offset + length) return start;
  }
  return null;
}

function placesOf({ metadataAt, backupAt, extraAt }: BitLockerAreas) {
  const [first, second, third] = metadataAt;
  const place = ({ path, bytes }: AreaFile, offset: number) => ({ path, offset, length: bytes });
  return [
    place(FIRST_METADATA, first),
    place(SECOND_METADATA, second),
    place(THIRD_METADATA, third),
    place(BOOT_BACKUP, backupAt),
    place(EXTRA_FILE, extraAt),
  ];
}

function requireApart(ranges: readonly ByteRange[]): void {
  let end = 0;
  for (const { offset, length } of [...ranges].sort((a, b) => a.offset - b.offset)) {
    if (offset < end) throw new FileSystemError('two of BitLocker’s files share a place');
    end = offset + length;
  }
}

function areaFile(name: string, bytes: number): AreaFile {
  return { path: `${BITLOCKER_FOLDER}/${name}`, bytes };
}
