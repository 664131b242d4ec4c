import { stickError } from '../../src-shared/errors';
import { KiB, SECTOR, alignDown, alignUp } from '../../src-shared/units';
import { slice, type ByteSource } from '../io';
import { fillBits } from './bitmap';
import { extentBytes, fillSmallGaps } from './block-map';
import { subtractRanges, unionRanges } from './byte-ranges';
import type { ByteRange, Extent } from './extent';
import { FileSystemError } from './file-system-error';
import { NTFS_BOOT_FIELD, readNtfsBoot, type NtfsBoot } from './ntfs-boot';
import {
  NTFS_RECORD,
  rangesOfRuns,
  readNtfsMetadata,
  recordRange,
  type MetadataStream,
  type NtfsMetadata,
} from './ntfs-metadata';
import { openNtfs, type NtfsVolume } from './ntfs-read';
import { resizeStream } from './ntfs-resize-stream';
import { clusterCount, type Run } from './ntfs-runs';
import { OverlayPieces } from './overlay-pieces';
import type { WritableVolume } from './ntfs-fence';

/** $Bitmap is a multiple of so many bytes. */
const BITMAP_STEP = 8;
/** A volume's first sectors, which its file $Boot holds. */
const BOOT_BYTES = 8 * KiB;
/** Records of files that know the volume's size. */
const SIZED_RECORDS = [NTFS_RECORD.bitmap, NTFS_RECORD.badClusters] as const;

/** What one drive has otherwise than the volume in the file. */
export interface NtfsIdentity {
  /** Size of the partition in bytes: whole sectors, at least that of the volume with its boot sector's copy. */
  partitionBytes: number;
  /** Sector of the disk at which the partition starts. Absent: what the volume says of it stays. */
  startLba?: number;
  serial: bigint;
  /** What files of the volume contain on this drive: as many bytes as the file has. */
  contents: readonly FileContent[];
  /** Byte ranges of the volume that the overlay hasn't got, whole sectors: somebody else writes them. Absent: none. */
  leftOut?: readonly ByteRange[];
}

type VolumeIdentity = Pick<NtfsIdentity, 'partitionBytes' | 'startLba' | 'serial'>;

/** A file of the volume and its content. */
export interface FileContent {
  /** Path from the volume's root, with `/`. */
  path: string;
  bytes: Buffer;
}

/** The volume as its partition holds it: `bytes`, and where in the partition each part belongs. */
export interface NtfsOverlay {
  bytes: Buffer;
  /** `sourceOffset` counts in `bytes`, `targetOffset` from the partition's start. Ascending. */
  extents: Extent[];
}

/**
 * What drives of every size have in common of a volume: its clusters in use, and small gaps that make
 * whole erase blocks, without what `ntfsOverlay` gives. In bytes from the volume's start, ascending,
 * not touching. `targetOffset` is the volume's place on the drive, of which only the place within an
 * erase block matters; `ownFiles` are the files of which each drive gets a content of its own; `leftOut`, whole sectors,
 * is what each drive gets from elsewhere.
 *
 * Throws FileSystemError for a volume that is damaged, was not closed properly, or is not as mkntfs
 * makes it.
 */
export async function commonNtfsRanges(
  source: ByteSource,
  targetOffset = 0,
  ownFiles: readonly string[] = [],
  leftOut: readonly ByteRange[] = [],
): Promise<ByteRange[]> {
  const { volume, metadata, used } = await readVolume(source);
  const own = sizedRanges(metadata);
  for (const path of ownFiles) own.push(...(await volume.openFile(path)).ranges);
  return subtractRanges(fillSmallGaps(used, targetOffset), unionRanges([...own, ...leftOut]));
}

/**
 * What a drive has besides the common ranges: so that the volume fills its partition, boot sector and
 * its copy, the records of $Bitmap and $BadClus, $Bitmap, and what follows the last cluster; and the content of files
 * of its own. A $Bitmap that needs more clusters gets them right behind the last one in use.
 *
 * Throws `internal` for a partition of an impossible size; FileSystemError as `commonNtfsRanges` does.
 */
export async function ntfsOverlay(
  source: ByteSource,
  identity: NtfsIdentity,
): Promise<NtfsOverlay> {
  const { partitionBytes, contents, leftOut = [] } = identity;
  const { volume, metadata, used } = await readVolume(source);
  const { boot } = metadata;
  const totalSectors = sectorsIn(partitionBytes, boot);
  const clusters = Math.floor((totalSectors * SECTOR) / boot.clusterBytes);

  const pieces = await OverlayPieces.read(source, sizedRanges(metadata));
  if (clusters > boot.clusters) {
    const last = used.at(-1);
    const firstFree = last ? (last.offset + last.length) / boot.clusterBytes : 0;
    growBitmap(pieces, metadata, clusters, firstFree);
    growBadClusters(pieces, metadata, clusters);
    renewMirror(pieces, metadata);
  }
  const sector = pieces.at({ offset: 0, length: SECTOR });
  putIdentity(sector, totalSectors, identity);
  const end = clusters * boot.clusterBytes;
  const tail = Buffer.alloc(partitionBytes - end);
  sector.copy(tail, tail.length - SECTOR);
  pieces.add(end, tail);
  for (const content of contents) await addContent(pieces, volume, content);
  return pieces.join(unionRanges(leftOut));
}

/**
 * A volume's first 8 KiB as a drive has them: its boot sector knows the drive's size and serial number. Throws `internal` for
 * a partition of an impossible size, and FileSystemError.
 */
export async function ntfsBootSectors(
  source: ByteSource,
  identity: VolumeIdentity,
): Promise<Buffer> {
  const boot = await readNtfsBoot(source);
  if (boot.clusters * boot.clusterBytes < BOOT_BYTES) {
    throw new FileSystemError('the volume is smaller than its boot sectors');
  }
  const sectors = Buffer.from(await source.read(0, BOOT_BYTES));
  putIdentity(sectors, sectorsIn(identity.partitionBytes, boot), identity);
  return sectors;
}

/** Sectors of the volume that fills a partition. */
function sectorsIn(partitionBytes: number, boot: NtfsBoot): number {
  if (partitionBytes % SECTOR !== 0 || partitionBytes < (boot.totalSectors + 1) * SECTOR) {
    const message = `the Windows volume can’t be given ${String(partitionBytes)} bytes`;
    throw stickError('internal', { message });
  }
  return partitionBytes / SECTOR - 1;
}

function putIdentity(
  bootSector: Buffer,
  totalSectors: number,
  { serial, startLba }: VolumeIdentity,
): void {
  if (startLba !== undefined) bootSector.writeUInt32LE(startLba, NTFS_BOOT_FIELD.hiddenSectors);
  bootSector.writeBigUInt64LE(BigInt(totalSectors), NTFS_BOOT_FIELD.totalSectors);
  bootSector.writeBigUInt64LE(serial, NTFS_BOOT_FIELD.serial);
}

/** The file's clusters hold the content and, behind it, zeros. */
async function addContent(
  pieces: OverlayPieces,
  volume: NtfsVolume,
  { path, bytes }: FileContent,
): Promise<void> {
  const { source, ranges: clusters } = await volume.openFile(path);
  if (source.size !== bytes.length) {
    const message = `${path} has ${String(source.size)} bytes, and ${String(bytes.length)} are to be put there`;
    throw stickError('internal', { message });
  }
  const whole = Buffer.alloc(extentBytes(clusters));
  bytes.copy(whole);
  let done = 0;
  for (const { offset, length } of clusters) {
    pieces.add(offset, whole.subarray(done, done + length));
    done += length;
  }
}

/**
 * Makes a volume at the start of a partition fill it. `partition` is all of it, `volumeBytes` what the volume was made
 * for, with its boot sector's copy. Nobody else may have it open. Throws as `ntfsOverlay` does, and `io/write`.
 */
export async function growNtfs(
  partition: WritableVolume,
  volumeBytes: number,
  { startLba, serial }: Required<Pick<NtfsIdentity, 'startLba' | 'serial'>>,
): Promise<void> {
  const volume = slice(partition, 0, volumeBytes);
  const { bytes, extents } = await ntfsOverlay(volume, {
    partitionBytes: partition.size,
    startLba,
    serial,
    contents: [],
  });
  for (const { sourceOffset, targetOffset, length } of extents) {
    await partition.write(targetOffset, bytes.subarray(sourceOffset, sourceOffset + length));
  }
}

async function readVolume(
  source: ByteSource,
): Promise<{ volume: NtfsVolume; metadata: NtfsMetadata; used: ByteRange[] }> {
  const volume = await openNtfs(source);
  if (volume.dirty()) throw new FileSystemError('the volume was not closed properly');
  const metadata = await readNtfsMetadata(source);
  const { boot, bitmap, badClusters } = metadata;
  if (boot.bytesPerSector !== SECTOR) throw new FileSystemError('the volume has large sectors');
  if (bitmap.initializedBytes !== bitmap.dataBytes) {
    throw new FileSystemError('the bitmap was not written whole');
  }
  if (badClusters.runs.some(({ lcn }) => lcn !== null)) {
    throw new FileSystemError('the volume has clusters that are marked as bad');
  }
  return { volume, metadata, used: await volume.usedClusters() };
}

/** The clusters whose content depends on the volume's size and serial number. */
function sizedRanges(metadata: NtfsMetadata): ByteRange[] {
  const { boot, bitmap } = metadata;
  const ranges = [
    { offset: 0, length: SECTOR },
    ...SIZED_RECORDS.map((number) => recordRange(boot, number)),
    ...mirroredRecords(metadata).map(({ copy }) => copy),
    ...rangesOfRuns(bitmap.runs, boot.clusterBytes),
  ];
  return unionRanges(ranges.map((range) => wholeClusters(range, boot.clusterBytes)));
}

function wholeClusters({ offset, length }: ByteRange, clusterBytes: number): ByteRange {
  const start = alignDown(offset, clusterBytes);
  return { offset: start, length: alignUp(offset + length, clusterBytes) - start };
}

/**
 * $MFTMirr repeats the first four records, or a cluster of them when that is more: with large clusters
 * it holds the ones that know the size.
 */
function mirroredRecords({ boot, mirror }: NtfsMetadata): { number: number; copy: ByteRange }[] {
  const [place] = rangesOfRuns(mirror.runs, boot.clusterBytes);
  return SIZED_RECORDS.flatMap((number) => {
    const offset = number * boot.recordBytes;
    if (offset + boot.recordBytes > mirror.dataBytes) return [];
    if (!place || offset + boot.recordBytes > place.length) {
      throw new FileSystemError('the copy of the file table is in pieces');
    }
    return [{ number, copy: { offset: place.offset + offset, length: boot.recordBytes } }];
  });
}

function growBitmap(
  pieces: OverlayPieces,
  { boot, bitmap }: NtfsMetadata,
  clusters: number,
  firstFree: number,
): void {
  const { clusterBytes } = boot;
  const dataBytes = alignUp(Math.ceil(clusters / 8), BITMAP_STEP);
  const before = clusterCount(bitmap.runs);
  const added = Math.max(Math.ceil(dataBytes / clusterBytes) - before, 0);

  const bits = Buffer.alloc((before + added) * clusterBytes);
  const places = rangesOfRuns(bitmap.runs, clusterBytes);
  let done = 0;
  for (const place of places) done += pieces.at(place).copy(bits, done);
  // As mkntfs has it: what stands for no cluster is set, up to the end of the data.
  fillBits(bits, boot.clusters, bitmap.dataBytes * 8, false);
  fillBits(bits, clusters, dataBytes * 8, true);
  fillBits(bits, firstFree, firstFree + added, true);
  done = 0;
  for (const place of places) {
    bits.copy(pieces.at(place), 0, done, done + place.length);
    done += place.length;
  }
  pieces.add(firstFree * clusterBytes, bits.subarray(done));

  resizeStream(
    pieces.at(recordRange(boot, NTFS_RECORD.bitmap)),
    '',
    {
      runs: added > 0 ? withRun(bitmap, firstFree, added) : bitmap.runs,
      clusterBytes,
      dataBytes,
      initializedBytes: dataBytes,
    },
    'the record of the bitmap',
  );
}

/** A stream's runs and one more, joined with the last where it goes on. */
function withRun({ runs }: MetadataStream, lcn: number, clusters: number): Run[] {
  const last = runs.at(-1);
  if (last && last.lcn !== null && last.lcn + last.clusters === lcn) {
    return [...runs.slice(0, -1), { ...last, clusters: last.clusters + clusters }];
  }
  return [...runs, { vcn: clusterCount(runs), lcn, clusters }];
}

/** The list of bad clusters is empty: one hole as large as the volume. */
function growBadClusters(pieces: OverlayPieces, { boot }: NtfsMetadata, clusters: number): void {
  resizeStream(
    pieces.at(recordRange(boot, NTFS_RECORD.badClusters)),
    '$Bad',
    {
      runs: [{ vcn: 0, lcn: null, clusters }],
      clusterBytes: boot.clusterBytes,
      dataBytes: clusters * boot.clusterBytes,
      initializedBytes: null,
    },
    'the record of bad clusters',
  );
}

function renewMirror(pieces: OverlayPieces, metadata: NtfsMetadata): void {
  for (const { number, copy } of mirroredRecords(metadata)) {
    pieces.at(recordRange(metadata.boot, number)).copy(pieces.at(copy));
  }
}
