import { constants, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { StickError, messageOf, stickError } from '../../src-shared/errors';
import { errorCode } from '../io';
import { readFully } from './medium';

/** Of open(2): a handle of the place alone, through which nothing can be read. Node has no name for it. */
const O_PATH = 0o10000000;

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
  return sourceFrom(await openChecked(source, ownerUid), source);
}

/** What a source that was opened and checked can be asked for. */
export function sourceFrom(
  handle: FileHandle,
  { path, sizeBytes }: { path: string; sizeBytes: number },
): SourceFile {
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

/**
 * Looks at the file before it opens it: to open a device or a pipe is to do something with it. What was
 * looked at is what is opened then, whatever has become of the path.
 */
async function openChecked(
  source: { path: string; sizeBytes: number },
  ownerUid: number,
): Promise<FileHandle> {
  const { path } = source;
  try {
    const place = await open(path, O_PATH | constants.O_NOFOLLOW);
    try {
      check(source, await place.stat(), ownerUid);
      return await open(`/proc/self/fd/${String(place.fd)}`, constants.O_RDONLY);
    } finally {
      await place.close();
    }
  } catch (error) {
    if (error instanceof StickError) throw error;
    const code = errorCode(error);
    if (code === 'EACCES' || code === 'EPERM') throw denied(path, messageOf(error));
    const message = messageOf(error);
    throw stickError('work/unusable', { path, message }, { cause: error });
  }
}

function check(
  { path, sizeBytes }: { path: string; sizeBytes: number },
  stats: Stats,
  ownerUid: number,
): void {
  if (stats.isSymbolicLink()) throw denied(path, 'it is a symbolic link');
  if (!stats.isFile()) throw denied(path, 'it is no regular file');
  if (stats.uid !== ownerUid) {
    throw denied(path, `it belongs to user ${String(stats.uid)}, not to ${String(ownerUid)}`);
  }
  if (stats.size !== sizeBytes) {
    throw stickError('work/unusable', { path, message: 'the size of this file changed' });
  }
}

function denied(path: string, detail: string): StickError {
  return stickError('permission/denied', { path }, { detail });
}
