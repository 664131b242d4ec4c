import { StickError } from '../../src-shared/errors';
import type { ChunkHasher } from '../io';
import type { Placed } from './block-map';
import { stopIfCancelled } from './cancel';
import type { ChunkCoding } from './encrypted-volume';
import type { Readable } from './medium';

/** A chunk that is not what it should be, and what was found in its place, decoded. */
export interface Difference {
  placed: Placed;
  found: Buffer;
  /** A buffer as large as the largest chunk that is of no use any more. */
  spare: Buffer;
}

export interface Comparing {
  /** Two at least, each as large as a chunk; one read may be under way for each. */
  buffers: readonly Buffer[];
  hash: ChunkHasher;
  coding: ChunkCoding;
  signal: AbortSignal;
  /** Told for each chunk that is as it should be. */
  onEqual: (chunkBytes: number) => void;
  /** Whether a chunk that can't be read counts as one that differs. */
  unreadableDiffers: boolean;
}

/**
 * Reads chunks from a medium and compares their hashes, in order, until the first that differs; null
 * when none does. Throws what reading throws, and `cancelled`.
 */
export async function firstDifference(
  medium: Readable,
  chunks: Iterator<Placed>,
  { buffers, hash, coding, signal, onEqual, unreadableDiffers }: Comparing,
): Promise<Difference | null> {
  const differences: { placed: Placed; found: Buffer; buffer: Buffer }[] = [];
  let stopped = false;

  const read = async (buffer: Buffer, offset: number): Promise<boolean> => {
    try {
      await medium.read(buffer, offset);
      return true;
    } catch (error) {
      if (unreadableDiffers && error instanceof StickError && error.code === 'io/read')
        return false;
      throw error;
    }
  };
  const compareInTurn = async (buffer: Buffer): Promise<void> => {
    for (let next = chunks.next(); !stopped && !next.done; next = chunks.next()) {
      stopIfCancelled(signal);
      const placed = next.value;
      const found = buffer.subarray(0, placed.chunk.length);
      const isRead = await read(found, placed.chunk.targetOffset);
      if (isRead) coding.decode(placed, found);
      if (isRead && hash(found) === placed.chunk.hash) {
        onEqual(found.length);
        continue;
      }
      stopped = true;
      differences.push({ placed, found, buffer });
      return;
    }
  };
  const turns = buffers.map((buffer) =>
    compareInTurn(buffer).catch((error: unknown) => {
      stopped = true;
      throw error;
    }),
  );
  try {
    await Promise.all(turns);
  } finally {
    // The reads that are still under way fill buffers which others will want.
    await Promise.allSettled(turns);
  }

  const [first] = differences.sort(
    (a, b) => a.placed.chunk.targetOffset - b.placed.chunk.targetOffset,
  );
  if (!first) return null;
  const { placed, found } = first;
  const other = buffers.find((buffer) => buffer !== first.buffer);
  if (!other) throw new Error('comparing takes two buffers');
  return { placed, found, spare: other };
}
