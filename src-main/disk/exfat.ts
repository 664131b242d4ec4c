import { MiB, SECTOR } from '../../src-shared/units';
import type { ByteSource } from '../io';
import { collectSetBits } from './bitmap';
import { RangeCollector } from './byte-ranges';
import type { ByteRange } from './extent';
import { Fields } from './fields';
import { FileSystemError } from './file-system-error';

/** Numbers of exFAT: Microsoft, "exFAT file system specification", sections 3, 5 and 7.1. */
const REGION_SECTORS = 12;
const CHECKED_SECTORS = 11;
/** VolumeFlags and PercentInUse change while a volume is in use and are left out of the checksum. */
const UNCHECKED_BYTES: ReadonlySet<number> = new Set([106, 107, 112]);
const FIRST_CLUSTER = 2;
const BITMAP_ENTRY = 0x81;
const LABEL_ENTRY = 0x83;
const ENTRY_BYTES = 32;
const MAXIMUM_LABEL_UNITS = 11;
/** FAT entries from this one on lead nowhere: end of chain, bad cluster. */
const LAST_CLUSTER_NUMBER = 0xfffffff6;
/** A label comes first in a root folder, unless it was given after files were. */
const MAXIMUM_SEARCHED_BYTES = 4 * MiB;

export interface ExfatBootRegion {
  /** Sector of the drive at which the volume believes to start; 0 when it doesn't know. */
  partitionOffset: number;
  /** Sectors. */
  volumeSectors: number;
  serial: number;
  bytesPerSector: number;
  clusterBytes: number;
  clusters: number;
  rootCluster: number;
  /** Bytes from the volume's start. */
  fatOffset: number;
  heapOffset: number;
}

/**
 * Reads one of the two boot regions of an exFAT volume. Throws FileSystemError when it is damaged or
 * its checksum is wrong. Sectors other than of 512 bytes are refused.
 */
export async function readExfatBootRegion(
  source: ByteSource,
  which: 'main' | 'backup' = 'main',
): Promise<ExfatBootRegion> {
  const what = `the ${which} boot region`;
  const start = which === 'main' ? 0 : REGION_SECTORS * SECTOR;
  if (source.size < 2 * REGION_SECTORS * SECTOR) {
    throw new FileSystemError('there is no room for the boot regions');
  }
  const region = await source.read(start, REGION_SECTORS * SECTOR);
  const fields = new Fields(region, what);
  if (fields.bytes(3, 8).toString('latin1') !== 'EXFAT   ' || fields.u16(510) !== 0xaa55) {
    throw new FileSystemError(`${what} is not one of exFAT`);
  }
  if (fields.u8(108) !== Math.log2(SECTOR) || fields.u8(109) > 25 - fields.u8(108)) {
    throw new FileSystemError(`${what} names impossible sectors or clusters`);
  }
  if (exfatChecksum(region) !== fields.u32(CHECKED_SECTORS * SECTOR)) {
    throw new FileSystemError(`the checksum of ${what} is wrong`);
  }
  const boot: ExfatBootRegion = {
    partitionOffset: fields.u64(64),
    volumeSectors: fields.u64(72),
    serial: fields.u32(100),
    bytesPerSector: SECTOR,
    clusterBytes: SECTOR * 2 ** fields.u8(109),
    clusters: fields.u32(92),
    rootCluster: fields.u32(96),
    fatOffset: fields.u32(80) * SECTOR,
    heapOffset: fields.u32(88) * SECTOR,
  };
  assertPlausible(boot, source.size, fields.u8(110), what);
  return boot;
}

/**
 * Everything in use on a freshly formatted volume, in bytes from its start: what lies before the
 * clusters, and the clusters that the allocation bitmap names. Ascending, not touching.
 */
export async function exfatAllocatedRanges(source: ByteSource): Promise<ByteRange[]> {
  const boot = await readExfatBootRegion(source);
  const root = await source.read(clusterOffset(boot, boot.rootCluster), boot.clusterBytes);
  const bitmap = await findBitmap(source, boot, root);
  const collector = new RangeCollector();
  collector.add(0, boot.heapOffset);
  const { clusters, clusterBytes, heapOffset } = boot;
  const shape = { units: clusters, unitBytes: clusterBytes, baseOffset: heapOffset };
  await collectSetBits(bitmap, shape, collector);
  return collector.ranges;
}

/** The volume's label, or null when the first 4 MiB of its root folder hold none. Throws FileSystemError. */
export async function readExfatLabel(source: ByteSource): Promise<string | null> {
  const boot = await readExfatBootRegion(source);
  let cluster = boot.rootCluster;
  for (let searched = 0; searched < MAXIMUM_SEARCHED_BYTES; searched += boot.clusterBytes) {
    const folder = await source.read(clusterOffset(boot, cluster), boot.clusterBytes);
    for (let at = 0; at < folder.length; at += ENTRY_BYTES) {
      if (folder[at] === 0) return null;
      if (folder[at] === LABEL_ENTRY) return labelOf(folder.subarray(at, at + ENTRY_BYTES));
    }
    cluster = (await source.read(boot.fatOffset + cluster * 4, 4)).readUInt32LE(0);
    if (cluster > LAST_CLUSTER_NUMBER) return null;
    if (cluster < FIRST_CLUSTER || cluster >= boot.clusters + FIRST_CLUSTER) {
      throw new FileSystemError('the root folder goes on outside the volume');
    }
  }
  return null;
}

/** Section 7.3. */
function labelOf(entry: Buffer): string | null {
  const units = Math.min(entry.readUInt8(1), MAXIMUM_LABEL_UNITS);
  return units === 0 ? null : entry.toString('utf16le', 2, 2 + units * 2);
}

/** The checksum over the first eleven sectors of a boot region (section 3.4). */
export function exfatChecksum(region: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < CHECKED_SECTORS * SECTOR; at += 1) {
    if (UNCHECKED_BYTES.has(at)) continue;
    sum = (((sum & 1) << 31) | (sum >>> 1)) >>> 0;
    sum = (sum + (region[at] ?? 0)) >>> 0;
  }
  return sum;
}

function assertPlausible(boot: ExfatBootRegion, bytes: number, fats: number, what: string): void {
  const { fatOffset, heapOffset, clusters, clusterBytes, rootCluster, volumeSectors } = boot;
  const plausible =
    fats === 1 &&
    volumeSectors * SECTOR <= bytes &&
    fatOffset >= 2 * REGION_SECTORS * SECTOR &&
    fatOffset + (clusters + FIRST_CLUSTER) * 4 <= heapOffset &&
    heapOffset + clusters * clusterBytes <= volumeSectors * SECTOR &&
    rootCluster >= FIRST_CLUSTER &&
    rootCluster < clusters + FIRST_CLUSTER;
  if (!plausible) throw new FileSystemError(`${what} contradicts itself or the partition`);
}

function clusterOffset(boot: ExfatBootRegion, cluster: number): number {
  return boot.heapOffset + (cluster - FIRST_CLUSTER) * boot.clusterBytes;
}

async function findBitmap(
  source: ByteSource,
  boot: ExfatBootRegion,
  root: Buffer,
): Promise<ByteSource> {
  for (let at = 0; at < root.length && root[at] !== 0; at += ENTRY_BYTES) {
    if (root[at] !== BITMAP_ENTRY) continue;
    const entry = new Fields(root.subarray(at, at + ENTRY_BYTES), 'the entry of the bitmap');
    return bitmapSource(source, boot, entry.u32(20), entry.u64(24));
  }
  throw new FileSystemError('the volume has no allocation bitmap');
}

async function bitmapSource(
  source: ByteSource,
  boot: ExfatBootRegion,
  firstCluster: number,
  size: number,
): Promise<ByteSource> {
  const count = Math.ceil(size / boot.clusterBytes);
  const end = firstCluster + count;
  if (firstCluster < FIRST_CLUSTER || count === 0 || end > boot.clusters + FIRST_CLUSTER) {
    throw new FileSystemError('the allocation bitmap lies outside the volume');
  }
  const chain = await source.read(boot.fatOffset + firstCluster * 4, count * 4);
  for (let i = 0; i < count - 1; i += 1) {
    if (chain.readUInt32LE(i * 4) !== firstCluster + i + 1) {
      throw new FileSystemError('the allocation bitmap is in pieces');
    }
  }
  const offset = clusterOffset(boot, firstCluster);
  return { size, read: (at, length) => source.read(offset + at, length) };
}
