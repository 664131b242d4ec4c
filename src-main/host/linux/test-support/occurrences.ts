import { open } from 'node:fs/promises';
import { MiB } from '../../../../src-shared/units';

const CHUNK_BYTES = 8 * MiB;

/**
 * How often a text stands in a file or on a disk. grep(1) is no tool for disks: to it the zeros between two line feeds are one line, of
 * gigabytes, which it keeps in memory.
 */
export async function occurrences(path: string, text: string): Promise<number> {
  const wanted = Buffer.from(text);
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  const file = await open(path, 'r');
  try {
    let found = 0;
    let kept = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, CHUNK_BYTES - kept);
      if (bytesRead === 0) return found;
      const known = buffer.subarray(0, kept + bytesRead);
      let after = 0;
      for (let at = known.indexOf(wanted); at !== -1; at = known.indexOf(wanted, after)) {
        found += 1;
        after = at + wanted.length;
      }
      // What may be the begin of the text goes to the front of the next chunk.
      kept = Math.min(wanted.length - 1, known.length - after);
      known.copyWithin(0, known.length - kept);
    }
  } finally {
    await file.close();
  }
}
