import type { ByteSource } from '../../../io';

/** The program in a disk's first sector; the disk's signature and the partition table follow. */
const CODE_BYTES = 440;

/** Whether the first sector holds a program: without one a BIOS runs into nothing, and says nothing. */
export async function hasBiosCode(disk: ByteSource): Promise<boolean> {
  if (disk.size < CODE_BYTES) return false;
  const code = await disk.read(0, CODE_BYTES);
  return code.some((byte) => byte !== 0);
}
