import { stat, type FileHandle } from 'node:fs/promises';
import { stickError, type StickError, messageOf } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { errorCode } from '../../io';
import type { Running } from '../index';

/** Bytes that are written at once, and how many may wait in memory before they have to be on the disk. */
const PIECE_BYTES = 4 * MiB;
const FLUSH_BYTES = 64 * MiB;

/**
 * Writes a stretch of a file for real, piece by piece, and flushes on the way, so that progress is that of the disk and
 * not of memory. `fill` gives a piece its content; without one it is zeros. Throws `io/write` and `cancelled`.
 */
export async function writeStretch(
  handle: FileHandle,
  path: string,
  stretch: { from: number; to: number },
  running: Running,
  fill: (piece: Buffer, offset: number) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const buffer = Buffer.alloc(PIECE_BYTES);
  const total = stretch.to - stretch.from;
  let unflushed = 0;
  for (let at = stretch.from; at < stretch.to;) {
    if (running.signal.aborted) throw stickError('cancelled', {});
    const piece = buffer.subarray(0, Math.min(PIECE_BYTES, stretch.to - at));
    await fill(piece, at);
    await atOffset(path, at, () => writeAll(handle, piece, at));
    at += piece.length;
    unflushed += piece.length;
    if (unflushed >= FLUSH_BYTES || at === stretch.to) {
      await atOffset(path, at, () => handle.sync());
      unflushed = 0;
    }
    running.onProgress(at - stretch.from, total);
  }
}

async function writeAll(handle: FileHandle, piece: Buffer, offset: number): Promise<void> {
  for (let done = 0; done < piece.length;) {
    const { bytesWritten } = await handle.write(piece, done, piece.length - done, offset + done);
    done += bytesWritten;
  }
}

async function atOffset(path: string, offset: number, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw writeError(error, path, offset);
  }
}

export function writeError(error: unknown, path: string, offset: number): StickError {
  const tooLarge = errorCode(error) === 'EFBIG';
  const message = tooLarge ? 'this file system allows no file of that size' : messageOf(error);
  return stickError('io/write', { path, offset, message }, { cause: error });
}

/** Throws `io/write` when not every byte of a file has a place on the disk. */
export async function requireAllocated(path: string): Promise<void> {
  const { size, blocks } = await stat(path);
  if (blocks * 512 >= size) return;
  const message = 'the file system gave it fewer blocks than it has bytes';
  throw stickError('io/write', { path, offset: blocks * 512, message });
}
