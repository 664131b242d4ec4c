import { constants } from 'node:fs';
import { lstat, open, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import { messageOf, StickError, stickError } from '../../src-shared/errors';
import { MiB } from '../../src-shared/units';
import { errorCode, flushFolder } from '../io';
import { adoptFile } from './adopt-file';
import { imageFileError } from './io-errors';
import { readFully, writeFully, type Medium, type OpenMedium } from './medium';

/** The name an image file has until it is complete. */
export function unfinishedPath(path: string): string {
  return `${path}.unfinished`;
}

/**
 * Makes a sparse image file. It grows under another name beside its own and takes its name when it is
 * finished; until then a file that has that name stays as it is.
 * Throws `target/unusable-path`, `target/refused`, `permission/denied`.
 */
export async function createImageFile(
  path: string,
  sizeBytes: number,
  protectedPaths: readonly string[],
): Promise<Medium> {
  await refuseUnusable(path, protectedPaths);
  const unfinished = unfinishedPath(path);
  let handle = await createNew(path, unfinished);
  let finished = false;

  const remove = async (): Promise<void> => {
    await handle.close();
    if (!finished) await unlink(unfinished);
  };
  try {
    await handle.truncate(sizeBytes);
  } catch (error) {
    await remove();
    throw imageFileError(error, path);
  }

  return {
    path,
    sizeBytes,
    fresh: true,
    // Copies in memory: small pieces stay in the processor's cache, and writers of one file queue up.
    chunkBytes: MiB,
    writesInFlight: 2,
    read: (buffer, offset) => readImage(handle, path, buffer, offset),
    write: (buffer, offset) => writeImage(handle, path, buffer, offset),
    async adopt(source, offset, signal) {
      try {
        if (!(await adoptFile({ source, offset, sizeBytes, image: unfinished }, signal))) {
          return false;
        }
        await handle.close();
        handle = await open(unfinished, 'r+');
        return true;
      } catch (error) {
        if (error instanceof StickError) throw error;
        throw imageFileError(error, path, offset);
      }
    },
    // Nothing was written that could be forgotten.
    trim: () => Promise.resolve(false),
    flush: () => flushImage(handle, path),
    openForComparing: () => Promise.resolve(null),
    async finish() {
      try {
        await handle.sync();
        await rename(unfinished, path);
        finished = true;
        await flushFolder(dirname(path));
      } catch (error) {
        throw imageFileError(error, path, 0);
      }
    },
    close: remove,
  };
}

/**
 * Opens an image file that is there, to change it as it is. It must have exactly the size that was confirmed.
 * Throws `target/not-found`, `target/changed`, `target/unusable-path`, `target/refused`, `permission/denied`.
 */
export async function openImageInPlace(
  path: string,
  sizeBytes: number,
  protectedPaths: readonly string[],
): Promise<Medium> {
  await refuseUnusable(path, protectedPaths);
  let handle: FileHandle;
  try {
    handle = await open(path, constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw stickError('target/not-found', { target: path });
    throw imageFileError(error, path);
  }
  const stats = await handle.stat();
  if (!stats.isFile() || stats.size !== sizeBytes) {
    await handle.close();
    const message = stats.isFile()
      ? `its size is ${String(stats.size)}, not ${String(sizeBytes)}`
      : 'it is no regular file';
    throw stickError('target/changed', { target: path, message });
  }
  return {
    path,
    sizeBytes,
    fresh: false,
    chunkBytes: MiB,
    writesInFlight: 2,
    read: (buffer, offset) => readImage(handle, path, buffer, offset),
    write: (buffer, offset) => writeImage(handle, path, buffer, offset),
    adopt: () => Promise.resolve(false),
    trim: () => Promise.resolve(false),
    flush: () => flushImage(handle, path),
    openForComparing: () => Promise.resolve(null),
    finish: () => Promise.resolve(),
    close: () => handle.close(),
  };
}

/** Opens an image file that is there, for reading only. Any regular file will do. */
export async function openImageFile(path: string): Promise<OpenMedium> {
  let handle: FileHandle;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw stickError('target/not-found', { target: path });
    throw imageFileError(error, path);
  }
  const stats = await handle.stat();
  if (!stats.isFile()) {
    await handle.close();
    throw stickError('target/not-a-drive', { target: path, message: 'it is no regular file' });
  }
  return {
    path,
    sizeBytes: stats.size,
    read: (buffer, offset) => readImage(handle, path, buffer, offset),
    close: () => handle.close(),
  };
}

async function refuseUnusable(path: string, protectedPaths: readonly string[]): Promise<void> {
  const unusable = (message: string) =>
    stickError('target/unusable-path', { target: path, message });
  if (!isAbsolute(path)) throw unusable('its path is not absolute');
  if (path.includes('\0')) throw unusable('its path has a character that no path can have');
  if (!/[^/]\.(img|vhdx)$/i.test(path)) {
    throw unusable('its name must end in .img or .vhdx');
  }

  const existing = await lstatOrNull(path);
  if (existing === null) return;
  if (!existing.isFile()) throw unusable('something with that name exists and is no regular file');
  for (const kept of protectedPaths) {
    const stats = await statOrNull(kept);
    if (stats?.dev === existing.dev && stats.ino === existing.ino) {
      throw stickError('target/refused', { target: path, reasons: 'the job needs this very file' });
    }
  }
}

async function lstatOrNull(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw imageFileError(error, path);
  }
}

async function statOrNull(path: string) {
  try {
    return await stat(path);
  } catch {
    return null;
  }
}

async function createNew(path: string, unfinished: string): Promise<FileHandle> {
  try {
    // What is in a stick may be secret: keys of networks, a product key. The person may let others read it.
    return await open(unfinished, 'wx+', 0o600);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw imageFileError(error, path);
    const message = `${unfinished} is being written right now, or is left from a job that broke off and must be deleted`;
    throw stickError('target/unusable-path', { target: path, message }, { cause: error });
  }
}

async function readImage(handle: FileHandle, path: string, buffer: Buffer, offset: number) {
  try {
    await readFully(handle, buffer, offset);
  } catch (error) {
    throw stickError('io/read', { path, offset, message: messageOf(error) }, { cause: error });
  }
}

async function writeImage(handle: FileHandle, path: string, buffer: Buffer, offset: number) {
  try {
    await writeFully(handle, buffer, offset);
  } catch (error) {
    throw imageFileError(error, path, offset);
  }
}

async function flushImage(handle: FileHandle, path: string) {
  try {
    await handle.datasync();
  } catch (error) {
    throw imageFileError(error, path, 0);
  }
}
