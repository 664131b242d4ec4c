import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, stickError, type StickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { flushFolder } from '../../io';

/** Read and written at once. */
const PIECE_BYTES = 4 * MiB;
/** Written before the drive is waited for, so that progress is that of the drive and not of a cache. */
const FLUSH_EVERY_BYTES = 64 * MiB;

export interface CopyRunning {
  signal: AbortSignal;
  /** Bytes done since it was last told. */
  onBytes: (bytes: number) => void;
}

/**
 * Copies a file under a name that nobody takes for finished, flushes it, and only then gives it its own. Returns the SHA-256
 * of what was read. What was begun is removed when it fails or is cancelled; the target's own name must be free. Throws
 * `ventoy/file-unreadable` for the source and `io/write` for the target.
 */
export async function copyFile(
  from: string,
  { temporary, path }: { temporary: string; path: string },
  running: CopyRunning,
): Promise<string> {
  const unreadable = (cause: unknown): never => {
    throw stickError(
      'ventoy/file-unreadable',
      { path: from, message: messageOf(cause) },
      { cause },
    );
  };
  const source = await open(from, constants.O_RDONLY).catch(unreadable);
  try {
    const { sha256, bytes } = await writeTemporary(
      source,
      { temporary, path },
      running,
      unreadable,
    );
    await rename(temporary, path)
      .then(() => flushFolder(dirname(path)))
      .catch((cause: unknown) => {
        throw writeError(cause, path, bytes);
      });
    return sha256;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await source.close();
  }
}

/** Writes a small file the same way: a reader sees the old content or the new one, also after power was lost. */
export async function writeWhole(
  { temporary, path }: { temporary: string; path: string },
  content: Buffer,
): Promise<void> {
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The SHA-256 of a file, read in pieces. */
export async function hashFile(path: string, { signal, onBytes }: CopyRunning): Promise<string> {
  const file = await open(path, constants.O_RDONLY);
  try {
    const hash = createHash('sha256');
    await eachPiece(
      (buffer) => readPiece(file, buffer),
      signal,
      (piece) => {
        hash.update(piece);
        onBytes(piece.length);
        return Promise.resolve();
      },
    );
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

async function writeTemporary(
  source: FileHandle,
  { temporary, path }: { temporary: string; path: string },
  { signal, onBytes }: CopyRunning,
  unreadable: (cause: unknown) => never,
): Promise<{ sha256: string; bytes: number }> {
  let written = 0;
  const failed = (cause: unknown): never => {
    throw writeError(cause, path, written);
  };
  const target = await open(temporary, 'wx').catch(failed);
  try {
    const hash = createHash('sha256');
    let unflushed = 0;
    const flush = async (): Promise<void> => {
      await target.datasync().catch(failed);
      onBytes(unflushed);
      unflushed = 0;
    };
    const read = (buffer: Buffer): Promise<number> => readPiece(source, buffer).catch(unreadable);
    await eachPiece(read, signal, async (piece) => {
      hash.update(piece);
      await target.writeFile(piece).catch(failed);
      written += piece.length;
      unflushed += piece.length;
      if (unflushed >= FLUSH_EVERY_BYTES) await flush();
    });
    await target.sync().catch(failed);
    await flush();
    return { sha256: hash.digest('hex'), bytes: written };
  } finally {
    await target.close();
  }
}

function writeError(cause: unknown, path: string, offset: number): StickError {
  return stickError('io/write', { path, offset, message: messageOf(cause) }, { cause });
}

/** Reads what comes next; 0 at the end. */
async function readPiece(file: FileHandle, buffer: Buffer): Promise<number> {
  return (await file.read(buffer, 0, buffer.length, null)).bytesRead;
}

async function eachPiece(
  read: (buffer: Buffer) => Promise<number>,
  signal: AbortSignal,
  take: (piece: Buffer) => Promise<void>,
): Promise<void> {
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  for (;;) {
    signal.throwIfAborted();
    const bytesRead = await read(buffer);
    if (bytesRead === 0) return;
    await take(buffer.subarray(0, bytesRead));
  }
}
