import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, stickError } from '../../../src-shared/errors';

/**
 * Makes a file of so many bytes that occupies no space yet. Throws `work/unusable` when there is
 * such a file already, when the folder can't be written to, or when its file system has no room for
 * a file of that size.
 */
export async function makeSparseFile(path: string, bytes: number): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.truncate(bytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    const message = messageOf(error);
    throw stickError('work/unusable', { path: dirname(path), message }, { cause: error });
  }
}
