import { lstat, open, type FileHandle } from 'node:fs/promises';
import { StickError, messageOf, stickError } from '../../src-shared/errors';
import { errorCode } from '../io';
import { sourceFrom, type SourceFile } from './source-file';

/** Pipes, consoles, drives and volumes: to open one is to do something with it. */
const DEVICE_PATH = /^\\\\[.?]\\/;

/**
 * Opens a source on Windows: a regular file, through no link in its last place, of the size that was said. Node tells neither
 * owners nor access lists of Windows, so that a helper whose rights the person was asked for reads files there that this person
 * may not; what it reads ends up on a stick that it was told to write. Throws `permission/denied`, `work/unusable`.
 */
export async function openWin32Source(source: {
  path: string;
  sizeBytes: number;
}): Promise<SourceFile> {
  const { path } = source;
  try {
    return sourceFrom(await openChecked(source), source);
  } catch (error) {
    if (error instanceof StickError) throw error;
    const code = errorCode(error);
    const message = messageOf(error);
    if (code === 'EACCES' || code === 'EPERM') throw denied(path, message);
    throw stickError('work/unusable', { path, message }, { cause: error });
  }
}

async function openChecked({
  path,
  sizeBytes,
}: {
  path: string;
  sizeBytes: number;
}): Promise<FileHandle> {
  if (DEVICE_PATH.test(path)) throw denied(path, 'it is the name of a device');
  const place = await lstat(path, { bigint: true });
  if (place.isSymbolicLink()) throw denied(path, 'it is a symbolic link');
  if (!place.isFile()) throw denied(path, 'it is no regular file');
  const handle = await open(path, 'r');
  try {
    // What was looked at must be what was opened, whatever has become of the path.
    const { dev, ino, size } = await handle.stat({ bigint: true });
    if (dev !== place.dev || ino !== place.ino) throw denied(path, 'it was exchanged');
    if (size === BigInt(sizeBytes)) return handle;
    throw stickError('work/unusable', { path, message: 'the size of this file changed' });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function denied(path: string, detail: string): StickError {
  return stickError('permission/denied', { path }, { detail });
}
