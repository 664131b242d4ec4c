import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { StickError, messageOf, stickError } from '../../../src-shared/errors';
import { MiB, formatBytes } from '../../../src-shared/units';
import { errorCode } from '../../io';

/** Ventoy's packages have about 20 MB. An archive is held in memory, so this bounds that as well. */
export const MOST_ARCHIVE_BYTES = 128 * MiB;

const PIECE = MiB;

/** A whole archive in memory: what was hashed is what is read, whatever happens to the file meanwhile. */
export interface ArchiveFile {
  bytes: Buffer;
  /** Of these bytes; 64 small hexadecimal digits. */
  sha256: string;
}

/**
 * Reads an archive through one descriptor. The last step of the path may not be a link. Throws
 * `ventoy/package-not-found`, `-unreadable`, `-not-recognised` for what can't be an archive,
 * `-changed` when it changes its size meanwhile, and `cancelled`.
 */
export async function readArchiveFile(
  path: string,
  running: { signal: AbortSignal; onProgress?: (doneBytes: number, totalBytes: number) => void },
): Promise<ArchiveFile> {
  let handle: FileHandle | null = null;
  try {
    // Looked at before it is opened, because opening some devices does something, and again when it is open.
    requireFile(await lstat(path), path);
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    handle = await open(path, flags);
    const stats = await handle.stat();
    requireFile(stats, path);
    if (stats.size > MOST_ARCHIVE_BYTES) {
      throw notRecognised(
        path,
        `it has ${formatBytes(stats.size)}, more than such a package can have`,
      );
    }
    return await readWhole(handle, path, stats.size, running);
  } catch (error) {
    throw archiveFileError(error, path);
  } finally {
    await handle?.close();
  }
}

async function readWhole(
  handle: FileHandle,
  path: string,
  size: number,
  running: { signal: AbortSignal; onProgress?: (doneBytes: number, totalBytes: number) => void },
): Promise<ArchiveFile> {
  const bytes = Buffer.alloc(size);
  const hash = createHash('sha256');
  let done = 0;
  while (done < size) {
    if (running.signal.aborted) throw stickError('cancelled', {});
    const { bytesRead } = await handle.read(bytes, done, Math.min(PIECE, size - done), done);
    if (bytesRead === 0) break;
    hash.update(bytes.subarray(done, done + bytesRead));
    done += bytesRead;
    running.onProgress?.(done, size);
  }
  const after = await handle.stat();
  if (done !== size || after.size !== size) throw stickError('ventoy/package-changed', { path });
  return { bytes, sha256: hash.digest('hex') };
}

function requireFile(stats: Stats, path: string): void {
  if (stats.isFile()) return;
  const kind = stats.isDirectory() ? 'a folder' : stats.isSymbolicLink() ? 'a link' : 'not a file';
  throw notRecognised(path, `it is ${kind}`);
}

function notRecognised(path: string, message: string): StickError {
  return stickError('ventoy/package-not-recognised', { path, message });
}

/** What an error of the file system means for a package. StickErrors pass. */
export function archiveFileError(error: unknown, path: string): StickError {
  if (error instanceof StickError) return error;
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return stickError('ventoy/package-not-found', { path }, { cause: error });
  }
  const message = messageOf(error);
  return stickError('ventoy/package-unreadable', { path, message }, { cause: error });
}
