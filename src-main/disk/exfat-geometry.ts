import { stickError } from '../../src-shared/errors';
import { GiB, KiB, MiB, SECTOR, alignUp } from '../../src-shared/units';
import { FIRST_CLUSTER } from './exfat-format';

/**
 * Sizes of volumes and of their clusters as Windows makes them, in bytes (Microsoft, “Default cluster size for NTFS, FAT,
 * and exFAT”, https://support.microsoft.com/topic/9772e6f1-e31a-00d7-e18f-73169155af95). The page counts each limit to both
 * sides of it; here it belongs to the smaller clusters.
 */
const MINIMUM_BYTES = 7 * MiB;
const CLUSTERS: readonly { upTo: number; clusterBytes: number }[] = [
  { upTo: 256 * MiB, clusterBytes: 4 * KiB },
  { upTo: 32 * GiB, clusterBytes: 32 * KiB },
  { upTo: 256 * 1024 * GiB, clusterBytes: 128 * KiB },
];

/** The FAT and the clusters begin at such a boundary of the partition: no erase block of a stick holds parts of both. */
const ALIGNMENT = MiB;

/** How an exFAT volume is divided. Offsets are bytes from its start. */
export interface ExfatGeometry {
  /** Sectors of the whole volume. */
  sectors: number;
  fatOffset: number;
  fatSectors: number;
  heapOffset: number;
  clusterBytes: number;
  clusters: number;
}

/** Throws `plan/invalid` for a size that Windows would not give an exFAT volume, and for one that isn't whole sectors. */
export function exfatGeometry(bytes: number): ExfatGeometry {
  const row = CLUSTERS.find(({ upTo }) => bytes <= upTo);
  if (!row || bytes < MINIMUM_BYTES || bytes % SECTOR !== 0) {
    throw stickError('plan/invalid', {
      message: `an exFAT partition can’t have ${String(bytes)} bytes`,
    });
  }
  const { clusterBytes } = row;
  const fatOffset = ALIGNMENT;
  // Some of these clusters make room for the FAT itself, so that it describes at least those that are left.
  const atMost = Math.floor((bytes - fatOffset) / clusterBytes);
  const heapOffset = alignUp(fatOffset + (FIRST_CLUSTER + atMost) * 4, ALIGNMENT);
  const clusters = Math.floor((bytes - heapOffset) / clusterBytes);
  const fatSectors = Math.ceil(((FIRST_CLUSTER + clusters) * 4) / SECTOR);
  return { sectors: bytes / SECTOR, fatOffset, fatSectors, heapOffset, clusterBytes, clusters };
}
