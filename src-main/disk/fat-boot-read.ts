import type { ByteSource } from '../io';
import {
  DIRECTORY_ENTRY_BYTES,
  FIRST_CLUSTER,
  MAXIMUM_CLUSTERS,
  MINIMUM_CLUSTERS,
  MINIMUM_CLUSTERS_16,
  type FatBits,
} from './fat-format';
import { FileSystemError } from './file-system-error';

export interface FatBoot {
  bits: FatBits;
  bytesPerSector: number;
  clusterBytes: number;
  totalSectors: number;
  hiddenSectors: number;
  serial: number;
  root: FatRoot;
  /** Number of data clusters; the last one is `clusters + 1`. */
  clusters: number;
  /** Bytes from the volume's start. */
  fatOffset: number;
  fatBytes: number;
  dataOffset: number;
}

/** The root folder: a chain of clusters with FAT32, else a region of its own in bytes from the volume's start. */
export type FatRoot = { cluster: number } | { offset: number; bytes: number };

/** Reads and checks the boot sector of a FAT volume. Throws FileSystemError. */
export async function readFatBoot(source: ByteSource): Promise<FatBoot> {
  if (source.size < 512) throw new FileSystemError('there is no room for a boot sector');
  const sector = await source.read(0, 512);
  if (sector.readUInt16LE(510) !== 0xaa55) {
    throw new FileSystemError('the boot sector has no signature');
  }
  const bytesPerSector = sector.readUInt16LE(11);
  const sectorsPerCluster = sector.readUInt8(13);
  const reserved = sector.readUInt16LE(14);
  const copies = sector.readUInt8(16);
  const rootEntries = sector.readUInt16LE(17);
  const isFat32 = rootEntries === 0 && sector.readUInt16LE(22) === 0;
  const totalSectors = (isFat32 ? 0 : sector.readUInt16LE(19)) || sector.readUInt32LE(32);
  const fatSectors = isFat32 ? sector.readUInt32LE(36) : sector.readUInt16LE(22);
  if (fatSectors === 0 || copies === 0 || reserved === 0 || (rootEntries === 0 && !isFat32)) {
    throw new FileSystemError('the boot sector is not one of FAT');
  }
  if (![512, 1024, 2048, 4096].includes(bytesPerSector) || !isPowerOfTwo(sectorsPerCluster)) {
    throw new FileSystemError('the boot sector names impossible sectors or clusters');
  }
  const rootSector = reserved + copies * fatSectors;
  const rootBytes = rootEntries * DIRECTORY_ENTRY_BYTES;
  const dataSector = rootSector + Math.ceil(rootBytes / bytesPerSector);
  const clusters = Math.floor((totalSectors - dataSector) / sectorsPerCluster);
  const bits = isFat32 ? 32 : clusters < MINIMUM_CLUSTERS_16 ? 12 : 16;
  if (clusters < (isFat32 ? MINIMUM_CLUSTERS : 1) || clusters > maximumClusters(isFat32)) {
    throw new FileSystemError(`${String(clusters)} clusters are impossible for FAT${String(bits)}`);
  }
  const fatBytes = fatSectors * bytesPerSector;
  if (fatBytes < ((clusters + FIRST_CLUSTER) * bits) / 8) {
    throw new FileSystemError('the allocation table is too short for the volume');
  }
  if (totalSectors * bytesPerSector > source.size) {
    throw new FileSystemError('the volume is larger than the partition that holds it');
  }
  return {
    bits,
    bytesPerSector,
    clusterBytes: sectorsPerCluster * bytesPerSector,
    totalSectors,
    hiddenSectors: sector.readUInt32LE(28),
    serial: sector.readUInt32LE(isFat32 ? 67 : 39),
    root: isFat32
      ? { cluster: sector.readUInt32LE(44) }
      : { offset: rootSector * bytesPerSector, bytes: rootBytes },
    clusters,
    fatOffset: reserved * bytesPerSector,
    fatBytes,
    dataOffset: dataSector * bytesPerSector,
  };
}

function maximumClusters(isFat32: boolean): number {
  return isFat32 ? MAXIMUM_CLUSTERS : MINIMUM_CLUSTERS - 1;
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && (value & (value - 1)) === 0;
}
