import { RangeCollector } from './byte-ranges';
import { CHUNK_BYTES, type ByteRange, type Extent } from './extent';

/** Free bytes that a block may get for being written whole, as a share of its allocated ones. */
const FILLED_SHARE = 0.04;

/** Ranges of a volume in a file as copies to the volume's place on the target. All values are bytes. */
export function volumeExtents(ranges: readonly ByteRange[], targetOffset: number): Extent[] {
  return ranges.map(({ offset, length }) => ({
    sourceOffset: offset,
    targetOffset: targetOffset + offset,
    length,
  }));
}

/** Bytes that extents or ranges take together. */
export function extentBytes(extents: readonly Pick<Extent, 'length'>[]): number {
  return extents.reduce((sum, { length }) => sum + length, 0);
}

/**
 * Adds free bytes to the ranges of a volume where that makes a whole erase block of the target out of
 * one that is written anyway, and costs at most 4 % of what the block holds: a drive then needn't keep
 * the rest of the block. Nothing is added before the volume or after its last range.
 *
 * Ranges are ascending and don't overlap; so are those returned, and they don't touch either. All
 * values are bytes; `targetOffset` is the volume's place on the target.
 */
export function fillSmallGaps(
  ranges: readonly ByteRange[],
  targetOffset: number,
  blockBytes = CHUNK_BYTES,
): ByteRange[] {
  const last = ranges.at(-1);
  const end = targetOffset + (last ? last.offset + last.length : 0);
  const filled = new RangeCollector();
  for (const pieces of blocksOf(volumeExtents(ranges, targetOffset), blockBytes)) {
    const start = blockStart(pieces[0], blockBytes);
    const allocated = extentBytes(pieces);
    const inside = start >= targetOffset && start + blockBytes <= end;
    if (inside && blockBytes - allocated <= allocated * FILLED_SHARE) {
      filled.add(start - targetOffset, blockBytes);
    } else {
      for (const { sourceOffset, length } of pieces) filled.add(sourceOffset, length);
    }
  }
  return filled.ranges;
}

/** The pieces of ascending extents that lie in the same block of the target, block by block. */
function* blocksOf(
  extents: Iterable<Extent>,
  blockBytes: number,
): Generator<[Extent, ...Extent[]], void, undefined> {
  let block: Extent[] = [];
  for (const piece of chunksOf(extents, blockBytes)) {
    const [first] = block;
    if (first && blockStart(first, blockBytes) !== blockStart(piece, blockBytes)) {
      yield [first, ...block.slice(1)];
      block = [];
    }
    block.push(piece);
  }
  const [first] = block;
  if (first) yield [first, ...block.slice(1)];
}

function blockStart({ targetOffset }: Extent, blockBytes: number): number {
  return targetOffset - (targetOffset % blockBytes);
}

/** Cuts extents at the target's chunk boundaries. */
export function* chunksOf(
  extents: Iterable<Extent>,
  chunkBytes = CHUNK_BYTES,
): Generator<Extent, void, undefined> {
  for (const extent of extents) {
    for (let done = 0; done < extent.length;) {
      const targetOffset = extent.targetOffset + done;
      const length = Math.min(extent.length - done, chunkBytes - (targetOffset % chunkBytes));
      yield { sourceOffset: extent.sourceOffset + done, targetOffset, length };
      done += length;
    }
  }
}
