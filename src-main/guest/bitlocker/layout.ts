import { BOOT_BYTES, EXTRA_BYTES, FVE_BLOCK } from './format';
import { SECTOR } from './sector-cipher';

/** Where BitLocker's own data lies, as byte offsets in the volume. Each is a file of one extent that NTFS keeps others out of. */
export interface BitLockerLayout {
  /** The whole partition, with the sector behind the last cluster. */
  volumeBytes: number;
  /** Three equal copies of the metadata, 64 KiB each. */
  metadataAt: [number, number, number];
  /** The volume's first 8 KiB, encrypted. */
  backupAt: number;
  /** The file {da392a22-…}, 64 KiB, which holds nothing. */
  extraAt: number;
}

export interface VolumeRange {
  /** Bytes from the start of the volume. */
  offset: number;
  length: number;
}

/**
 * What in the volume isn't the encrypted data of that place, in ascending order: the first 8 KiB, the three copies of the metadata, and
 * the backup of the first 8 KiB. The plain volume has zeros in all but the first.
 */
export function replacedRanges(layout: BitLockerLayout): VolumeRange[] {
  return [
    { offset: 0, length: BOOT_BYTES },
    ...layout.metadataAt.map((offset) => ({ offset, length: FVE_BLOCK })),
    { offset: layout.backupAt, length: BOOT_BYTES },
  ].sort((a, b) => a.offset - b.offset);
}

/** Why no volume can be laid out like that; null when one can. */
export function layoutProblem(layout: BitLockerLayout): string | null {
  const ranges = [...replacedRanges(layout), { offset: layout.extraAt, length: EXTRA_BYTES }];
  ranges.sort((a, b) => a.offset - b.offset);
  const numbers = [layout.volumeBytes, ...ranges.map((range) => range.offset)];
  if (!numbers.every((n) => Number.isSafeInteger(n) && n >= 0 && n % SECTOR === 0)) {
    return 'a place or size is not a number of whole sectors';
  }
  let end = 0;
  for (const { offset, length } of ranges) {
    if (offset < end) return `something else lies at byte ${String(offset)}`;
    end = offset + length;
  }
  return end > layout.volumeBytes ? `byte ${String(end)} is behind the end of the volume` : null;
}
