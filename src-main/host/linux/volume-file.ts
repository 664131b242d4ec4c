import { open } from 'node:fs/promises';
import { messageOf, stickError } from '../../../src-shared/errors';
import type { WritableVolume } from '../../disk';
import { readExactly } from '../../io';

/**
 * Opens a volume of `bytes` in a file or on a block device, which doesn't tell its size as a file does,
 * for as long as it is used. Errors of opening pass as they are.
 */
export async function withVolumeFile<T>(
  path: string,
  bytes: number,
  use: (volume: WritableVolume) => Promise<T>,
): Promise<T> {
  const handle = await open(path, 'r+');
  try {
    return await use({
      size: bytes,
      read: (offset, length) => readExactly(handle, path, bytes, offset, length),
      async write(offset, piece) {
        try {
          for (let done = 0; done < piece.length;) {
            const { bytesWritten } = await handle.write(
              piece,
              done,
              piece.length - done,
              offset + done,
            );
            done += bytesWritten;
          }
        } catch (error) {
          const message = messageOf(error);
          throw stickError('io/write', { path, offset, message }, { cause: error });
        }
      },
    });
  } finally {
    await handle.close();
  }
}
