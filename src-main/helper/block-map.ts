import { stickError, type StickError } from '../../src-shared/errors';
import { MiB, SECTOR } from '../../src-shared/units';
import type { Extent } from '../disk/extent';

/** Largest piece that is written or read at once, and its alignment on the target: one erase block. */
export const CHUNK_BYTES = 4 * MiB;

/** What a stick is made of, as the writer needs it. All values are bytes. */
export interface BlockMap {
  sourceBytes: readonly number[];
  extents: readonly Extent[];
  headBytes: number;
  tailBytes: number;
}

/**
 * Checks that a block map can be written to a target of this size: extents ascending, whole sectors,
 * inside their sources, and clear of head and tail. Throws `internal`: a wrong map is a fault in this
 * program, found before the first byte is written.
 */
export function checkBlockMap(map: BlockMap, targetBytes: number): void {
  const { headBytes, tailBytes, sourceBytes } = map;
  if (headBytes === 0 || headBytes % SECTOR !== 0 || tailBytes % SECTOR !== 0) {
    throw wrong('head and tail must be whole sectors');
  }
  if (headBytes > MiB || tailBytes > MiB || targetBytes < 2 * MiB || targetBytes % SECTOR !== 0) {
    throw wrong('head, tail or the target have an impossible size');
  }
  let end = headBytes;
  for (const [index, extent] of map.extents.entries()) {
    const { source, sourceOffset, targetOffset, length } = extent;
    const name = `extent ${String(index)}`;
    if (![source, sourceOffset, targetOffset, length].every(isCount)) {
      throw wrong(`${name} has a value that is no count of bytes`);
    }
    if (length === 0 || length % SECTOR !== 0 || targetOffset % SECTOR !== 0) {
      throw wrong(`${name} is not whole sectors`);
    }
    const available = sourceBytes[source];
    if (available === undefined) throw wrong(`${name} names a source that is not there`);
    if (sourceOffset + length > available) throw wrong(`${name} ends past its source`);
    if (targetOffset < end) throw wrong(`${name} overlaps what comes before it`);
    end = targetOffset + length;
  }
  if (end > targetBytes - tailBytes) throw wrong('the last extent reaches past its place');
}

export function mappedBytes(extents: readonly Extent[]): number {
  return extents.reduce((sum, extent) => sum + extent.length, 0);
}

/** Cuts extents at the target's chunk boundaries. */
export function* chunksOf(
  extents: Iterable<Extent>,
  chunkBytes = CHUNK_BYTES,
): Generator<Extent, void, undefined> {
  for (const extent of extents) {
    let done = 0;
    while (done < extent.length) {
      const targetOffset = extent.targetOffset + done;
      const length = Math.min(extent.length - done, chunkBytes - (targetOffset % chunkBytes));
      yield {
        source: extent.source,
        sourceOffset: extent.sourceOffset + done,
        targetOffset,
        length,
      };
      done += length;
    }
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function wrong(message: string): StickError {
  return stickError('internal', { message: `the block map is wrong: ${message}` });
}
