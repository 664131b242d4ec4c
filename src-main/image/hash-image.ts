import { openImageFile } from './image-file';
import { readOnce, type StageRunning } from './read-once';

/**
 * SHA-256 of any file, as 64 small hexadecimal digits. Throws `image/not-found`, `image/unreadable`,
 * `image/not-recognised` for what is no file, `image/changed`, `io/read`, `cancelled`.
 */
export async function hashImage(path: string, running: StageRunning): Promise<string> {
  const file = await openImageFile(path);
  const sizeBytes = file.size;
  await file.close();
  return readOnce({ path, sizeBytes }, null, running);
}
