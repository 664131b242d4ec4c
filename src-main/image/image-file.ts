import { stat } from 'node:fs/promises';
import { StickError, messageOf, stickError } from '../../src-shared/errors';
import { errorCode, openFileSource, type FileSource } from '../io';

/**
 * Opens an image file. Throws `image/not-found`, `image/unreadable`, and `image/not-recognised` for
 * what is no file, without opening it: opening a pipe would wait for ever.
 */
export async function openImageFile(path: string): Promise<FileSource> {
  try {
    const found = await stat(path);
    if (!found.isFile()) {
      const message = found.isDirectory() ? 'it is a folder' : 'it is not a file';
      throw stickError('image/not-recognised', { path, message });
    }
    return await openFileSource(path);
  } catch (error) {
    throw imageFileError(error, path);
  }
}

/** What an error of the file system means for an image file. StickErrors pass. */
export function imageFileError(error: unknown, path: string): StickError {
  if (error instanceof StickError) return error;
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return stickError('image/not-found', { path }, { cause: error });
  }
  return stickError('image/unreadable', { path, message: messageOf(error) }, { cause: error });
}
