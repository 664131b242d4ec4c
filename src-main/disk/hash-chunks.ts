import { stickError } from '../../src-shared/errors';
import { chunkHasher, type ByteSource } from '../io';
import { chunksOf, extentBytes } from './block-map';
import type { Chunk, Extent } from './extent';

/**
 * Reads what extents copy, in their order, and gives it as chunks with the hash of each. Holds two
 * chunks at most: the next is read while one is hashed. Progress is in bytes. Throws `cancelled`;
 * errors of the source pass.
 */
export async function hashChunks(
  extents: Iterable<Extent>,
  source: ByteSource,
  running: {
    signal: AbortSignal;
    onProgress?: (doneBytes: number, totalBytes: number) => void;
  },
): Promise<Chunk[]> {
  const hash = await chunkHasher();
  const pieces = [...chunksOf(extents)];
  const totalBytes = extentBytes(pieces);
  const read = (piece: Extent | undefined): Promise<Buffer> | null =>
    piece ? source.read(piece.sourceOffset, piece.length) : null;

  const chunks: Chunk[] = [];
  let doneBytes = 0;
  let next = read(pieces[0]);
  for (const [index, piece] of pieces.entries()) {
    const bytes = await next;
    if (running.signal.aborted) throw stickError('cancelled', {});
    next = read(pieces[index + 1]);
    // It may fail while nobody awaits it yet; the next round does.
    next?.catch(() => undefined);
    if (bytes) chunks.push({ ...piece, hash: hash(bytes) });
    doneBytes += piece.length;
    running.onProgress?.(doneBytes, totalBytes);
  }
  return chunks;
}
