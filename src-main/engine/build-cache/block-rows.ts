import { z } from 'zod';
import { CHUNK_BYTES, type Chunk } from '../../disk/extent';

const offset = z.number().int().nonnegative();

/** A chunk as it is kept: sourceOffset, targetOffset, length, and the hash as 16 hexadecimal digits. */
const BlockRowSchema = z.tuple([
  offset,
  offset,
  z.number().int().min(1).max(CHUNK_BYTES),
  z.string().regex(/^[0-9a-f]{16}$/),
]);
type BlockRow = z.infer<typeof BlockRowSchema>;

/** The chunks of a block map in the order of the target: pieces that don't overlap, each within one block of it. */
export const BlockRowsSchema = z.array(BlockRowSchema).refine((rows) => {
  let end = 0;
  return rows.every(([, target, length]) => {
    const ordered = target >= end;
    end = target + length;
    return ordered && Math.floor(target / CHUNK_BYTES) === Math.floor((end - 1) / CHUNK_BYTES);
  });
}, 'the block map is out of order');

export function toRows(chunks: readonly Chunk[]): BlockRow[] {
  return chunks.map(({ sourceOffset, targetOffset, length, hash }) => [
    sourceOffset,
    targetOffset,
    length,
    hash.toString(16).padStart(16, '0'),
  ]);
}

export function toChunks(rows: readonly BlockRow[]): Chunk[] {
  return rows.map(([sourceOffset, targetOffset, length, hash]) => ({
    sourceOffset,
    targetOffset,
    length,
    hash: BigInt(`0x${hash}`),
  }));
}

/** How far into its source the map reads, in bytes. */
export function sourceEnd(rows: readonly BlockRow[]): number {
  return rows.reduce((end, [source, , length]) => Math.max(end, source + length), 0);
}
