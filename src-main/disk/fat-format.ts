/** Numbers of the FAT file systems: Microsoft FAT32 File System Specification 1.03 ("fatgen103"). */

/** Bits of an entry in the allocation table, which tell the three file systems apart. */
export type FatBits = 12 | 16 | 32;

export const DIRECTORY_ENTRY_BYTES = 32;
/** A directory may hold 65536 entries of 32 bytes. */
export const MAXIMUM_DIRECTORY_BYTES = 65536 * DIRECTORY_ENTRY_BYTES;
/** Of FAT32. One cluster fewer is FAT16. */
export const MINIMUM_CLUSTERS = 65525;
export const MAXIMUM_CLUSTERS = 0x0ffffff5;
/** Of FAT16. One cluster fewer is FAT12. */
export const MINIMUM_CLUSTERS_16 = 4085;
/** Clusters are numbered from 2. */
export const FIRST_CLUSTER = 2;
export const FAT_ENTRY_MASK = 0x0fffffff;

/** Values of entries in the allocation table. `endOfChain` and those above end a chain. */
export const FAT_ENTRY: Readonly<
  Record<FatBits, { mask: number; badCluster: number; endOfChain: number }>
> = {
  12: { mask: 0xfff, badCluster: 0xff7, endOfChain: 0xff8 },
  16: { mask: 0xffff, badCluster: 0xfff7, endOfChain: 0xfff8 },
  32: { mask: FAT_ENTRY_MASK, badCluster: 0x0ffffff7, endOfChain: 0x0ffffff8 },
};

export const ATTRIBUTE = {
  volumeLabel: 0x08,
  directory: 0x10,
  archive: 0x20,
  longName: 0x0f,
} as const;

export const LONG_NAME_UNITS_PER_ENTRY = 13;
/** Offsets of the 13 UTF-16 units in an entry of a long name. */
export const LONG_NAME_OFFSETS = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30] as const;
export const LAST_LONG_ENTRY = 0x40;

/** Checksum over the 11 bytes of a short name, which ties the long name's entries to it. */
export function shortNameChecksum(shortName: Uint8Array): number {
  let sum = 0;
  for (const byte of shortName) sum = (((sum & 1) << 7) + (sum >> 1) + byte) & 0xff;
  return sum;
}
