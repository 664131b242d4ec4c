import type { ByteSource } from '../../io';
import {
  FAT32_BOOT_CODE,
  FAT32_CODE_AT,
  FAT32_SECOND,
  FAT32_SECOND_SECTOR,
  MBR_BOOT_CODE,
} from './code';

/** What is found where a BIOS looks for a program. `foreign`: another one, which isn't judged. */
export type BootCodeFound = 'own' | 'damaged' | 'none' | 'foreign';

const SECTOR_BYTES = 512;

/** Looks at sector 0 of a drive. */
export function findMbrBootCode(sector: Buffer): BootCodeFound {
  return compare(sector.subarray(0, MBR_BOOT_CODE.length), MBR_BOOT_CODE);
}

/** Looks at the first sectors of a FAT32 volume. Throws RangeError for a source that ends there. */
export async function findFat32BootCode(volume: ByteSource): Promise<BootCodeFound> {
  const first = await volume.read(0, SECTOR_BYTES);
  const second = await volume.read(FAT32_SECOND_SECTOR * SECTOR_BYTES, SECTOR_BYTES);
  const code = first.subarray(FAT32_CODE_AT, FAT32_CODE_AT + FAT32_BOOT_CODE.length);
  const found = compare(code, FAT32_BOOT_CODE);
  if (found !== 'own') return found;
  return second.equals(FAT32_SECOND) ? 'own' : 'damaged';
}

function compare(found: Buffer, own: Buffer): BootCodeFound {
  if (found.equals(own)) return 'own';
  if (found.every((byte) => byte === 0)) return 'none';
  const same = own.filter((byte, at) => byte === found[at]).length;
  return same > own.length / 2 ? 'damaged' : 'foreign';
}
