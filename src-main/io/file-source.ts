import { open, type FileHandle } from 'node:fs/promises';
import { messageOf, stickError } from '../../src-shared/errors';
import type { ByteSource } from './byte-source';

/** A file opened for reading. Close it. */
export interface FileSource extends ByteSource {
  readonly path: string;
  close(): Promise<void>;
}

/** Opens a regular file for random access. Errors of the file system pass as they are. */
export async function openFileSource(path: string): Promise<FileSource> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return {
      path,
      size,
      read: (offset, length) => readExactly(handle, path, size, offset, length),
      readInto: (buffer, offset) => fill(handle, path, size, offset, buffer),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Reads exactly `length` bytes of an open file or device. Throws `io/read` when the medium fails or
 * ends, RangeError past `size`.
 */
export async function readExactly(
  handle: FileHandle,
  path: string,
  size: number,
  offset: number,
  length: number,
): Promise<Buffer> {
  requireInside(path, size, offset, length);
  const buffer = Buffer.allocUnsafe(length);
  await fill(handle, path, size, offset, buffer);
  return buffer;
}

async function fill(
  handle: FileHandle,
  path: string,
  size: number,
  offset: number,
  buffer: Buffer,
): Promise<void> {
  const { length } = buffer;
  requireInside(path, size, offset, length);
  let done = 0;
  while (done < length) {
    let bytesRead: number;
    try {
      ({ bytesRead } = await handle.read(buffer, done, length - done, offset + done));
    } catch (error) {
      throw stickError(
        'io/read',
        { path, offset: offset + done, message: messageOf(error) },
        { cause: error },
      );
    }
    if (bytesRead === 0) {
      throw stickError('io/read', {
        path,
        offset: offset + done,
        message: 'unexpected end of file',
      });
    }
    done += bytesRead;
  }
}

function requireInside(path: string, size: number, offset: number, length: number): void {
  if (offset < 0 || offset + length > size) {
    throw new RangeError(`read ${String(offset)}+${String(length)} of ${String(size)}: ${path}`);
  }
}
