import { MiB, SECTOR } from '../../src-shared/units';
import type { ByteSource } from '../io';
import {
  CHECKED_SECTORS,
  ENTRY,
  ENTRY_BYTES,
  FIRST_CLUSTER,
  MAXIMUM_LABEL_UNITS,
  REGION_SECTORS,
  exfatChecksum,
} from './exfat-format';
import { Fields } from './fields';
import { FileSystemError } from './file-system-error';

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

/** The volume's label, or null when the first 4 MiB of its root folder hold none. Throws FileSystemError. */
export async function readExfatLabel(source: ByteSource): Promise<string | null> {
  const boot = await readExfatBootRegion(source);
  let cluster = boot.rootCluster;
  for (let searched = 0; searched < MAXIMUM_SEARCHED_BYTES; searched += boot.clusterBytes) {
    const folder = await source.read(clusterOffset(boot, cluster), boot.clusterBytes);
    for (let at = 0; at < folder.length; at += ENTRY_BYTES) {
      if (folder[at] === 0) return null;
      if (folder[at] === ENTRY.label) return labelOf(folder.subarray(at, at + ENTRY_BYTES));
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
