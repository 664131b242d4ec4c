import { open, stat } from 'node:fs/promises';
import { MiB, formatBytes } from '../../src-shared/units';

/** Recipes and checksum files are texts that people read; a larger file is something else. */
const LIMIT = MiB;

/** The text of a recipe or checksum file, without a byte order mark. Throws as readSmallBytes does. */
export async function readSmallFile(path: string): Promise<string> {
  const bytes = await readSmallBytes(path, LIMIT);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/**
 * A file's content. Only ordinary files are opened: a pipe could keep us waiting for ever, and a device never ends.
 * Errors are plain ones for people.
 */
export async function readSmallBytes(path: string, limitBytes: number): Promise<Buffer> {
  // Looked at before it is opened, because opening a pipe waits for a writer.
  if (!(await stat(path)).isFile()) throw new Error('it is not an ordinary file');
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > limitBytes) {
      throw new Error(`it has ${formatBytes(size)}, more than such a file can have`);
    }
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await handle.read(bytes, 0, size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
