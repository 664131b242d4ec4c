import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { messageOf, stickError, type StickError } from '../../src-shared/errors';
import type { ImageInfo } from '../../src-shared/image';
import { errorCode, freeBytes } from '../io';
import { imageFileError } from './image-file';
import type { ByteRange } from './ranges';

export interface StageRunning {
  signal: AbortSignal;
  /** Bytes of the image that were read, and its size. */
  onProgress: (doneBytes: number, totalBytes: number) => void;
}

/** A piece of the image file that becomes a piece of a part of the WIM. All values are bytes. */
export interface Piece {
  source: ByteRange;
  part: { handle: FileHandle; path: string };
  partOffset: number;
}

/** A file that is read as a whole; its size as it was when somebody looked. */
export type FileToRead = Pick<ImageInfo, 'path' | 'sizeBytes'>;

/** What is copied out of the image while it is read. */
export interface Copying {
  /** Where the parts lie, for errors. */
  folder: string;
  /** Bytes of all pieces together. */
  bytes: number;
  pieces: Piece[];
}

const BUFFER_BYTES = 4 * 1024 * 1024;
/** One being hashed, one being filled, one being written out. */
const BUFFERS = 3;

interface Slot {
  buffer: Buffer;
  /** Settles when the slot's bytes are read; holds the problem, so that none goes unhandled. */
  reading: Promise<Problem>;
  writing: Promise<Problem>;
}
type Problem = StickError | null;

interface Pass {
  info: FileToRead;
  image: FileHandle;
  copying: Copying;
  copied: number;
}

/**
 * Reads the image from its first byte to its last, once: hashes it, and copies `copying.pieces` on the
 * way. Reading and writing go on in the background while a buffer is hashed. Returns the SHA-256.
 */
export async function readOnce(
  info: FileToRead,
  copying: Copying | null,
  running: StageRunning,
): Promise<string> {
  const image = await open(info.path, 'r').catch((error: unknown) => {
    throw imageFileError(error, info.path);
  });
  try {
    const before = await fingerprint(image);
    if ((await image.stat()).size !== info.sizeBytes) throw changed(info);
    const pass: Pass = {
      info,
      image,
      copying: copying ?? { folder: '', bytes: 0, pieces: [] },
      copied: 0,
    };
    const sha256 = await hashAndCopy(pass, running);
    const replaced = await stat(info.path, { bigint: true }).then(printOf, () => null);
    if ((await fingerprint(image)) !== before || replaced !== before) throw changed(info);
    return sha256;
  } finally {
    await image.close();
  }
}

async function hashAndCopy(pass: Pass, running: StageRunning): Promise<string> {
  const total = pass.info.sizeBytes;
  const chunks = Math.ceil(total / BUFFER_BYTES);
  const hash = createHash('sha256');
  const idle = Promise.resolve(null);
  const slots: Slot[] = Array.from({ length: Math.min(BUFFERS, chunks) }, () => ({
    buffer: Buffer.allocUnsafeSlow(BUFFER_BYTES),
    reading: idle,
    writing: idle,
  }));
  const slotOf = (chunk: number): Slot => {
    const slot = slots[chunk % slots.length];
    if (slot === undefined) throw new RangeError('no buffer');
    return slot;
  };
  const rangeOf = (chunk: number): ByteRange => {
    const offset = chunk * BUFFER_BYTES;
    return { offset, length: Math.min(BUFFER_BYTES, total - offset) };
  };
  const startReading = async (chunk: number): Promise<void> => {
    if (chunk >= chunks) return;
    const slot = slotOf(chunk);
    throwProblem(await slot.writing);
    slot.reading = readChunk(pass, slot.buffer, rangeOf(chunk));
  };
  try {
    await startReading(0);
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const slot = slotOf(chunk);
      const range = rangeOf(chunk);
      throwProblem(await slot.reading);
      throwIfCancelled(running.signal);
      slot.writing = writeChunk(pass, slot.buffer, range);
      await startReading(chunk + 1);
      hash.update(slot.buffer.subarray(0, range.length));
      running.onProgress(range.offset + range.length, total);
    }
    for (const slot of slots) throwProblem(await slot.writing);
    throwIfCancelled(running.signal);
    return hash.digest('hex');
  } finally {
    // The files are closed after this; nothing may still be on its way to or from them.
    await Promise.all(slots.flatMap((slot) => [slot.reading, slot.writing]));
  }
}

async function readChunk(pass: Pass, buffer: Buffer, range: ByteRange): Promise<Problem> {
  let done = 0;
  while (done < range.length) {
    const offset = range.offset + done;
    try {
      const { bytesRead } = await pass.image.read(buffer, done, range.length - done, offset);
      if (bytesRead === 0) return changed(pass.info);
      done += bytesRead;
    } catch (error) {
      const params = { path: pass.info.path, offset, message: messageOf(error) };
      return stickError('io/read', params, { cause: error });
    }
  }
  return null;
}

async function writeChunk(pass: Pass, buffer: Buffer, range: ByteRange): Promise<Problem> {
  for (const piece of pass.copying.pieces) {
    const first = Math.max(piece.source.offset, range.offset);
    const end = Math.min(piece.source.offset + piece.source.length, range.offset + range.length);
    if (first >= end) continue;
    const bytes = buffer.subarray(first - range.offset, end - range.offset);
    const problem = await writePiece(pass, piece, bytes, first - piece.source.offset);
    if (problem !== null) return problem;
  }
  return null;
}

async function writePiece(
  pass: Pass,
  piece: Piece,
  bytes: Buffer,
  pieceOffset: number,
): Promise<Problem> {
  const { handle, path } = piece.part;
  let done = 0;
  while (done < bytes.length) {
    const offset = piece.partOffset + pieceOffset + done;
    try {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, offset);
      done += bytesWritten;
      pass.copied += bytesWritten;
    } catch (error) {
      if (errorCode(error) === 'ENOSPC') return noRoom(pass, error);
      return stickError('io/write', { path, offset, message: messageOf(error) }, { cause: error });
    }
  }
  return null;
}

async function noRoom(pass: Pass, cause: unknown): Promise<StickError> {
  const { folder, bytes: needed } = pass.copying;
  const free = await freeBytes(folder).catch(() => 0);
  const missing = Math.max(needed - pass.copied - free, 1);
  return stickError('work/full', { path: folder, missing, needed }, { cause });
}

export function changed(info: FileToRead): StickError {
  return stickError('image/changed', { path: info.path });
}

export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw stickError('cancelled', {});
}

function throwProblem(problem: Problem): void {
  if (problem !== null) throw problem;
}

interface Stats {
  dev: bigint;
  ino: bigint;
  size: bigint;
  mtimeNs: bigint;
}

/** Same text, same file, unchanged. */
function printOf({ dev, ino, size, mtimeNs }: Stats): string {
  return [dev, ino, size, mtimeNs].join(' ');
}

async function fingerprint(handle: FileHandle): Promise<string> {
  return printOf(await handle.stat({ bigint: true }));
}
