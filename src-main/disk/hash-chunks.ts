import { stickError } from '../../src-shared/errors';
import { chunkHasher, readInto, type ByteSource } from '../io';
import { chunksOf, extentBytes } from './block-map';
import { CHUNK_BYTES, type Chunk, type Extent } from './extent';

/**
 * Reads what extents copy, in their order, and gives it as chunks with the hash of each. Holds two
 * chunks: the next is read while one is hashed. Progress is in bytes. Throws `cancelled`; errors of the
 * source pass.
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
  const buffers = [Buffer.allocUnsafe(CHUNK_BYTES), Buffer.allocUnsafe(CHUNK_BYTES)] as const;
  const read = async (index: number): Promise<Buffer | null> => {
    const piece = pieces[index];
    if (!piece) return null;
    const bytes = buffers[index % 2 === 0 ? 0 : 1].subarray(0, piece.length);
    await readInto(source, bytes, piece.sourceOffset);
    return bytes;
  };

  const chunks: Chunk[] = [];
  let doneBytes = 0;
  let next = read(0);
  for (const [index, piece] of pieces.entries()) {
    const bytes = await next;
    if (running.signal.aborted) throw stickError('cancelled', {});
    next = read(index + 1);
    // It may fail while nobody awaits it yet; the next round does.
    next.catch(() => undefined);
    if (bytes) chunks.push({ ...piece, hash: hash(bytes) });
    doneBytes += piece.length;
    running.onProgress?.(doneBytes, totalBytes);
  }
  return chunks;
}
