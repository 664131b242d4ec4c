import { stickError } from '../../src-shared/errors';
import { KiB, SECTOR, alignUp } from '../../src-shared/units';
import { FIRST_CLUSTER, MAXIMUM_CLUSTERS, MINIMUM_CLUSTERS } from './fat-format';

export const CLUSTER_BYTES = 4 * KiB;
const SECTORS_PER_CLUSTER = CLUSTER_BYTES / SECTOR;
const MINIMUM_RESERVED_SECTORS = 32;
const FAT_COPIES = 2;
const ENTRIES_PER_SECTOR = SECTOR / 4;
const MAXIMUM_SECTORS = 0xffffffff;

export interface FatGeometry {
  totalSectors: number;
  reservedSectors: number;
  /** Sectors of one copy of the allocation table. */
  fatSectors: number;
  clusters: number;
  /** Bytes from the volume's start to its first cluster. */
  dataOffset: number;
}

/** Whether a volume of this size, in bytes, can be one of FAT32 with our clusters. */
export function holdsFat32(bytes: number): boolean {
  const { clusters, totalSectors } = divide(bytes);
  const fits = clusters >= MINIMUM_CLUSTERS && clusters <= MAXIMUM_CLUSTERS;
  return fits && totalSectors <= MAXIMUM_SECTORS;
}

/**
 * Divides a volume of 512-byte sectors and 4 KiB clusters. The reserved sectors are stretched so that
 * clusters lie on 4 KiB boundaries. Throws `internal` for a size that FAT32 can't have.
 */
export function fatGeometry(bytes: number): FatGeometry {
  if (holdsFat32(bytes)) return divide(bytes);
  throw stickError('internal', { message: `FAT32 can't have ${String(bytes)} bytes` });
}

function divide(bytes: number): FatGeometry {
  const totalSectors = Math.floor(bytes / SECTOR);
  // One sector of the table describes 128 clusters; each copy of it takes a sector from them.
  const perSector = ENTRIES_PER_SECTOR * SECTORS_PER_CLUSTER + FAT_COPIES;
  const describable = totalSectors - MINIMUM_RESERVED_SECTORS + FIRST_CLUSTER * SECTORS_PER_CLUSTER;
  const fatSectors = Math.ceil(describable / perSector);
  const dataSector = alignUp(
    MINIMUM_RESERVED_SECTORS + FAT_COPIES * fatSectors,
    SECTORS_PER_CLUSTER,
  );
  const clusters = Math.floor((totalSectors - dataSector) / SECTORS_PER_CLUSTER);
  return {
    totalSectors,
    reservedSectors: dataSector - FAT_COPIES * fatSectors,
    fatSectors,
    clusters,
    dataOffset: dataSector * SECTOR,
  };
}
