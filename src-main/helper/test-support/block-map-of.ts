import { CHUNK_BYTES, type BlockMap, type Chunk, type Extent } from '../../disk/extent';
import { chunkHasher } from '../../io';

/** The map of a source with this content, cut where the target's erase blocks end. */
export async function blockMapOf(
  path: string,
  content: Buffer,
  extents: readonly Extent[],
): Promise<BlockMap> {
  const hash = await chunkHasher();
  const chunks: Chunk[] = [];
  for (const extent of extents) {
    for (let done = 0; done < extent.length;) {
      const sourceOffset = extent.sourceOffset + done;
      const targetOffset = extent.targetOffset + done;
      const length = Math.min(extent.length - done, CHUNK_BYTES - (targetOffset % CHUNK_BYTES));
      const bytes = content.subarray(sourceOffset, sourceOffset + length);
      chunks.push({ sourceOffset, targetOffset, length, hash: hash(bytes) });
      done += length;
    }
  }
  return { path, sizeBytes: content.length, chunks };
}
