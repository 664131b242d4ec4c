import { SECTOR } from '../../src-shared/units';

/** Numbers of exFAT: Microsoft, “exFAT file system specification”, sections 3, 4, 6 and 7. */

/** Sectors of a boot region, of which a volume has two at its start, one behind the other. */
export const REGION_SECTORS = 12;
/** Its last sector repeats the checksum of the others. */
export const CHECKED_SECTORS = 11;
export const FIRST_CLUSTER = 2;
export const ENTRY_BYTES = 32;
/** Types of entries in a folder. One that isn't in use has the highest bit clear. */
export const ENTRY = {
  ...{ bitmap: 0x81, upcaseTable: 0x82, label: 0x83, unusedLabel: 0x03 },
  ...{ file: 0x85, stream: 0xc0, name: 0xc1 },
} as const;
export const MAXIMUM_LABEL_UNITS = 11;

/** VolumeFlags and PercentInUse change while a volume is in use and are left out of the checksum. */
const UNCHECKED_BYTES: ReadonlySet<number> = new Set([106, 107, 112]);

/** The checksum over the first eleven sectors of a boot region (section 3.4), unsigned 32 bits. */
export function exfatChecksum(region: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < CHECKED_SECTORS * SECTOR; at += 1) {
    if (!UNCHECKED_BYTES.has(at)) sum = addToChecksum(sum, region[at] ?? 0);
  }
  return sum;
}

/** The checksum over an up-case table as it is stored (section 7.2.2), unsigned 32 bits. */
export function upcaseTableChecksum(table: Uint8Array): number {
  return table.reduce(addToChecksum, 0);
}

function addToChecksum(sum: number, byte: number): number {
  return (((sum << 31) | (sum >>> 1)) + byte) >>> 0;
}
