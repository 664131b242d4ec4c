import type { FileHandle } from 'node:fs/promises';
import type { ByteRange } from '../disk/extent';

/** A drive, or a file that is an image of one, held open. Sizes and offsets are bytes. */
export interface OpenMedium extends Readable {
  /** Path, for messages. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Releases the medium. An image file that was being made and isn't finished is removed. */
  close(): Promise<void>;
}

/**
 * How a drive is told that a range is of no use any more, the more dependable way first. After a hole was punched, the
 * kernel promises zeros; a range that was discarded may hold anything.
 */
export const trimWays = ['punch-hole', 'discard'] as const;
export type TrimWay = (typeof trimWays)[number];

/** What a stick is written to. */
export interface Medium extends OpenMedium {
  /** Nothing was ever written to it, so that all of it reads as zeros. */
  readonly fresh: boolean;
  /** Largest piece written at once, in bytes, and how many of them may be under way. */
  readonly chunkBytes: number;
  readonly writesInFlight: number;
  write(buffer: Buffer, offset: number): Promise<void>;
  /**
   * Takes over a file of the user's as content from `offset` on, without copying it. False where that
   * can't be done. What lies there needs not be written any more.
   */
  adopt(source: string, offset: number, signal: AbortSignal): Promise<boolean>;
  /** Has the medium forget a range. False where it can't; some of it may be forgotten then. Throws `cancelled`. */
  trim(way: TrimWay, range: ByteRange, signal: AbortSignal): Promise<boolean>;
  /** Returns when everything written has reached the medium. */
  flush(): Promise<void>;
  /** Opens the medium once more, past every cache; null where reading back would prove nothing. */
  openForComparing(): Promise<(Readable & { close(): Promise<void> }) | null>;
  /** Everything is written: an image file takes its name. */
  finish(): Promise<void>;
}

export interface Readable {
  /** Fills the buffer. On a drive, buffer, offset and length must be aligned for direct I/O. */
  read(buffer: Buffer, offset: number): Promise<void>;
}

export async function readFully(handle: FileHandle, buffer: Buffer, offset: number): Promise<void> {
  let done = 0;
  while (done < buffer.length) {
    const { bytesRead } = await handle.read(buffer, done, buffer.length - done, offset + done);
    if (bytesRead === 0) throw new Error('unexpected end');
    done += bytesRead;
  }
}

export async function writeFully(
  handle: FileHandle,
  buffer: Buffer,
  offset: number,
): Promise<void> {
  let done = 0;
  while (done < buffer.length) {
    const left = buffer.length - done;
    const { bytesWritten } = await handle.write(buffer, done, left, offset + done);
    if (bytesWritten === 0) throw new Error('nothing more could be written');
    done += bytesWritten;
  }
}
