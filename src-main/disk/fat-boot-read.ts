import type { ByteSource } from '../io';
import { FIRST_CLUSTER, MAXIMUM_CLUSTERS, MINIMUM_CLUSTERS } from './fat-format';
import { FileSystemError } from './file-system-error';

export interface FatBoot {
  bytesPerSector: number;
  clusterBytes: number;
  totalSectors: number;
  hiddenSectors: number;
  serial: number;
  rootCluster: number;
  /** Number of data clusters; the last one is `clusters + 1`. */
  clusters: number;
  /** Bytes from the volume's start. */
  fatOffset: number;
  fatBytes: number;
  dataOffset: number;
}

/** Reads and checks the boot sector of a FAT32 volume. Throws FileSystemError. */
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
  const totalSectors = sector.readUInt32LE(32);
  const fatSectors = sector.readUInt32LE(36);
  const isFat32 = sector.readUInt16LE(17) === 0 && sector.readUInt16LE(22) === 0;
  if (!isFat32 || fatSectors === 0 || copies === 0 || reserved === 0) {
    throw new FileSystemError('the boot sector is not one of FAT32');
  }
  if (![512, 1024, 2048, 4096].includes(bytesPerSector) || !isPowerOfTwo(sectorsPerCluster)) {
    throw new FileSystemError('the boot sector names impossible sectors or clusters');
  }
  const dataSector = reserved + copies * fatSectors;
  const clusters = Math.floor((totalSectors - dataSector) / sectorsPerCluster);
  const fatBytes = fatSectors * bytesPerSector;
  if (clusters < MINIMUM_CLUSTERS || clusters > MAXIMUM_CLUSTERS) {
    throw new FileSystemError(`${String(clusters)} clusters are impossible for FAT32`);
  }
  if (fatBytes < (clusters + FIRST_CLUSTER) * 4) {
    throw new FileSystemError('the allocation table is too short for the volume');
  }
  if (totalSectors * bytesPerSector > source.size) {
    throw new FileSystemError('the volume is larger than the partition that holds it');
  }
  return {
    bytesPerSector,
    clusterBytes: sectorsPerCluster * bytesPerSector,
    totalSectors,
    hiddenSectors: sector.readUInt32LE(28),
    serial: sector.readUInt32LE(67),
    rootCluster: sector.readUInt32LE(44),
    clusters,
    fatOffset: reserved * bytesPerSector,
    fatBytes,
    dataOffset: dataSector * bytesPerSector,
  };
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && (value & (value - 1)) === 0;
}
