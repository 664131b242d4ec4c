import { stat } from 'node:fs/promises';
import { imageFileError } from './image-file';
import { readOnce, type StageRunning } from './read-once';

/**
 * SHA-256 of any file, as 64 small hexadecimal digits. Throws `image/not-found`, `image/unreadable`,
 * `image/changed`, `io/read`, `cancelled`.
 */
export async function hashImage(path: string, running: StageRunning): Promise<string> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw imageFileError(error, path);
  });
  return readOnce({ path, sizeBytes: size }, null, running);
}
