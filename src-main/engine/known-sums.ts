import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { fileMark } from '../io';

/** More files than any folder with drivers has; then it starts anew. */
const MOST = 20_000;

/**
 * SHA-256 sums of files that are asked for again and again while a plan is being looked at. One is known while the file's
 * size, times and inode stay as they were; what is made of a plan is compared with the sum when it is read.
 */
export class KnownSums {
  private readonly sums = new Map<string, string>();

  /** Hexadecimal, and the bytes that were read. Errors of reading pass. */
  async sumOf(path: string, signal: AbortSignal): Promise<{ sha256: string; bytes: number }> {
    const mark = await fileMark(path);
    const known = this.sums.get(mark.text);
    if (known !== undefined) return { sha256: known, bytes: mark.size };
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(path, { signal })) {
      const data = chunk as Buffer;
      bytes += data.length;
      hash.update(data);
    }
    const sha256 = hash.digest('hex');
    if (this.sums.size >= MOST) this.sums.clear();
    this.sums.set(mark.text, sha256);
    return { sha256, bytes };
  }
}
