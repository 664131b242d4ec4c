import { open } from 'node:fs/promises';
import { isVhdx, openVhdx } from '../../../disk';
import { readExactly, type ByteSource } from '../../../io';

/** What has to be known of a disk, in a file or a drive, before it is started. */
export interface DiskFile {
  /** How its bytes lie in the file, by QEMU's names. */
  format: 'raw' | 'vhdx';
  /** Whether the first sector holds a program: without one a BIOS runs into nothing, and says nothing. */
  hasBiosCode: boolean;
}

/** The program in a disk's first sector; the disk's signature and the partition table follow. */
const CODE_BYTES = 440;

/** Throws `vhdx/unsupported` and `io/read`; errors of the file system pass. */
export async function lookAtDisk(path: string): Promise<DiskFile> {
  const handle = await open(path, 'r');
  try {
    const stats = await handle.stat();
    // The system tells no size of a drive here, and only its first sector is looked at.
    const size = stats.isFile() ? stats.size : CODE_BYTES;
    const file: ByteSource = {
      size,
      read: (offset, length) => readExactly(handle, path, size, offset, length),
    };
    if (!(await isVhdx(file))) return { format: 'raw', hasBiosCode: await beginsWithCode(file) };
    const disk = await openVhdx(file, path);
    return { format: 'vhdx', hasBiosCode: await beginsWithCode(disk) };
  } finally {
    await handle.close();
  }
}

async function beginsWithCode(disk: ByteSource): Promise<boolean> {
  if (disk.size < CODE_BYTES) return false;
  const code = await disk.read(0, CODE_BYTES);
  return code.some((byte) => byte !== 0);
}
