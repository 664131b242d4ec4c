import type { FileHandle } from 'node:fs/promises';
import { messageOf, stickError } from '../../src-shared/errors';

/** A file that is being written; the path is for errors. */
export interface Output {
  handle: FileHandle;
  path: string;
}

/** Writes all of it at a byte offset. Throws `io/write`. */
export async function writeAt(
  { handle, path }: Output,
  bytes: Buffer,
  offset: number,
): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    try {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, offset + done);
      done += bytesWritten;
    } catch (error) {
      const message = messageOf(error);
      throw stickError('io/write', { path, offset: offset + done, message }, { cause: error });
    }
  }
}
