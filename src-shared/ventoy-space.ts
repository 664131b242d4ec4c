import { GiB, KiB, MiB, SECTOR, alignDown, alignUp } from './units';
import type { VentoyInstall } from './ventoy-recipe';

/** Where Ventoy's first partition begins: sector (LBA). */
export const VENTOY_DATA_START = 2048;
/** Sectors of its second one. */
export const VENTOY_EFI_SECTORS = 65536;
/** Sectors at the end that a GPT keeps for its second copy. */
const GPT_TAIL_SECTORS = 33;
/** Least that the partition with the images should have, in bytes. */
const MINIMUM_DATA_BYTES = 64 * MiB;

type FreshInstall = Pick<
  Extract<VentoyInstall, { way: 'erase' }>,
  'scheme' | 'reserveBytes' | 'fileSystem'
>;

/** Sectors (LBA) of the two partitions. */
export interface VentoyPartitions {
  data: { startLba: number; sectors: number };
  efi: { startLba: number; sectors: number };
}

/**
 * The partitions that Ventoy's own programs will make on a disk, or null for one that is too small. The second
 * begins at a multiple of eight sectors (Ventoy, tool/ventoy_lib.sh; the sizes were seen).
 */
export function ventoyPartitions(
  diskBytes: number,
  { scheme, reserveBytes }: Pick<FreshInstall, 'scheme' | 'reserveBytes'>,
): VentoyPartitions | null {
  const disk = Math.floor(diskBytes / SECTOR);
  const end = disk - reserveBytes / SECTOR - (scheme === 'gpt' ? GPT_TAIL_SECTORS : 0);
  const efiStart = alignDown(end - VENTOY_EFI_SECTORS, 8);
  const sectors = efiStart - VENTOY_DATA_START;
  if (sectors * SECTOR < MINIMUM_DATA_BYTES) return null;
  return {
    data: { startLba: VENTOY_DATA_START, sectors },
    efi: { startLba: efiStart, sectors: VENTOY_EFI_SECTORS },
  };
}

/** The smallest disk, in bytes, on which files of so many bytes have room beside Ventoy. */
export function neededVentoyBytes(filesBytes: number, install: FreshInstall): number {
  const around = (VENTOY_DATA_START + VENTOY_EFI_SECTORS + GPT_TAIL_SECTORS) * SECTOR;
  const { fixed, share } = fileSystemCost(filesBytes + 64 * MiB, install.fileSystem);
  const data = Math.max(MINIMUM_DATA_BYTES, (filesBytes + fixed) / (1 - share));
  return alignUp(around + Math.ceil(data) + install.reserveBytes, MiB) + MiB;
}

/** Bytes for files on a fresh partition of so many bytes: what its file system needs for itself is taken off. */
export function roomForFiles(dataBytes: number, fileSystem: FreshInstall['fileSystem']): number {
  return Math.max(0, dataBytes - fileSystemBytes(dataBytes, fileSystem));
}

/**
 * What files take, in bytes, each filling whole clusters. Ventoy formats with clusters of 32 KiB, and of 128 KiB above
 * 32 GiB; the larger are assumed.
 */
export function clustersBytes(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + alignUp(size, 128 * KiB), 0);
}

function fileSystemBytes(dataBytes: number, fileSystem: FreshInstall['fileSystem']): number {
  const { fixed, share } = fileSystemCost(dataBytes, fileSystem);
  return fixed + Math.ceil(dataBytes * share);
}

/** Generous: allocation bitmap and FAT of exFAT, or the log and the MFT of NTFS. Bytes, and a share of all bytes. */
function fileSystemCost(
  bytes: number,
  fileSystem: FreshInstall['fileSystem'],
): { fixed: number; share: number } {
  const share = 1 / 2000;
  if (fileSystem === 'exfat') return { fixed: 4 * MiB, share };
  return { fixed: (bytes < GiB / 2 ? 24 : 80) * MiB, share };
}
