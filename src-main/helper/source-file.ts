import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { messageOf, stickError, type StickError } from '../../src-shared/errors';
import { errorCode } from './io-errors';
import { readFully } from './medium';

/** A file whose blocks go onto the stick. */
export interface SourceFile {
  readonly path: string;
  readonly sizeBytes: number;
  read(buffer: Buffer, offset: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a source. The helper may read every file of this computer, the user may not: so only a
 * regular file of that user's own counts, and never through a symbolic link in its last place.
 * Throws `permission/denied`, `work/unusable`.
 */
export async function openSource(
  source: { path: string; sizeBytes: number },
  ownerUid: number,
): Promise<SourceFile> {
  const { path, sizeBytes } = source;
  const handle = await openWithoutFollowing(path);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw denied(path, 'it is no regular file');
    if (stats.uid !== ownerUid) {
      throw denied(path, `it belongs to user ${String(stats.uid)}, not to ${String(ownerUid)}`);
    }
    if (stats.size !== sizeBytes) {
      throw stickError('work/unusable', { path, message: 'the size of this file changed' });
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
  return {
    path,
    sizeBytes,
    async read(buffer, offset) {
      try {
        await readFully(handle, buffer, offset);
      } catch (error) {
        throw stickError('io/read', { path, offset, message: messageOf(error) }, { cause: error });
      }
    },
    close: () => handle.close(),
  };
}

async function openWithoutFollowing(path: string): Promise<FileHandle> {
  try {
    // O_NONBLOCK: opening a named pipe must not wait for somebody at its other end.
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ELOOP') throw denied(path, 'it is a symbolic link');
    if (code === 'EACCES' || code === 'EPERM') throw denied(path, messageOf(error));
    const message = messageOf(error);
    throw stickError('work/unusable', { path, message }, { cause: error });
  }
}

function denied(path: string, detail: string): StickError {
  return stickError('permission/denied', { path }, { detail });
}
