import type { ByteSource } from '../io';
import { Fields } from './fields';
import { FileSystemError } from './file-system-error';

const BOOT_SECTOR_BYTES = 512;
const MAXIMUM_CLUSTER_BYTES = 2 * 1024 * 1024;

/** Offsets of fields of the boot sector: four bytes of `hiddenSectors`, eight of the others. */
export const NTFS_BOOT_FIELD = { hiddenSectors: 28, totalSectors: 40, serial: 72 } as const;

/** What the boot sector says; layout as in the Linux-NTFS project's documentation, "$Boot". */
export interface NtfsBoot {
  bytesPerSector: number;
  clusterBytes: number;
  /** Sectors of the volume. The partition has one more, which holds a copy of the boot sector. */
  totalSectors: number;
  /** Sector of the drive at which the volume believes to start. */
  hiddenSectors: number;
  clusters: number;
  /** First byte of the master file table. */
  mftOffset: number;
  /** First byte of the copy of its first records. */
  mftMirrorOffset: number;
  recordBytes: number;
  serial: bigint;
}

/** Reads and checks the boot sector of an NTFS volume. Throws FileSystemError. */
export async function readNtfsBoot(source: ByteSource): Promise<NtfsBoot> {
  if (source.size < BOOT_SECTOR_BYTES) {
    throw new FileSystemError('there is no room for a boot sector');
  }
  const sector = await source.read(0, BOOT_SECTOR_BYTES);
  const boot = new Fields(sector, 'the boot sector');
  if (boot.bytes(3, 8).toString('latin1') !== 'NTFS    ' || boot.u16(510) !== 0xaa55) {
    throw new FileSystemError('the boot sector is not one of NTFS');
  }
  const bytesPerSector = boot.u16(11);
  const clusterBytes = bytesPerSector * sectorsPerCluster(boot);
  const recordBytes = structureBytes(boot.i8(64), clusterBytes);
  const plausible =
    [512, 1024, 2048, 4096].includes(bytesPerSector) &&
    isPowerOfTwo(clusterBytes) &&
    clusterBytes <= MAXIMUM_CLUSTER_BYTES &&
    isPowerOfTwo(recordBytes) &&
    recordBytes >= 512 &&
    recordBytes <= 65536;
  if (!plausible) throw new FileSystemError('the boot sector names impossible sizes');
  const totalSectors = boot.u64(NTFS_BOOT_FIELD.totalSectors);
  if (totalSectors * bytesPerSector > source.size) {
    throw new FileSystemError('the volume is larger than the partition that holds it');
  }
  const clusters = Math.floor((totalSectors * bytesPerSector) / clusterBytes);
  const mftOffset = boot.u64(48) * clusterBytes;
  if (mftOffset + recordBytes > clusters * clusterBytes) {
    throw new FileSystemError('the file table lies outside the volume');
  }
  return {
    bytesPerSector,
    clusterBytes,
    totalSectors,
    hiddenSectors: boot.u32(NTFS_BOOT_FIELD.hiddenSectors),
    clusters,
    mftOffset,
    mftMirrorOffset: boot.u64(56) * clusterBytes,
    recordBytes,
    serial: sector.readBigUInt64LE(NTFS_BOOT_FIELD.serial),
  };
}

/** Values above 128 are exponents, for clusters of more than 128 sectors. */
function sectorsPerCluster(boot: Fields): number {
  const value = boot.u8(13);
  return value <= 128 ? value : 2 ** (256 - value);
}

/** Positive: clusters. Negative: the power of two in bytes. */
function structureBytes(value: number, clusterBytes: number): number {
  return value > 0 ? value * clusterBytes : 2 ** -value;
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && Number.isInteger(Math.log2(value));
}
