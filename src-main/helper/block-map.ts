import { stickError, type StickError } from '../../src-shared/errors';
import { MiB, SECTOR } from '../../src-shared/units';
import { CHUNK_BYTES, type BlockMap, type ByteRange, type Chunk } from '../disk/extent';

/** A chunk and the map, and so the source file, that it belongs to. */
export interface Placed {
  map: BlockMap;
  chunk: Chunk;
}

/** What a stick is made of, as far as its places are concerned. Bytes. */
export interface StickLayout {
  maps: readonly BlockMap[];
  headBytes: number;
  tailBytes: number;
}

/** The chunks of several maps, each of them ascending, in the order of the target. */
export function* inTargetOrder(maps: readonly BlockMap[]): Generator<Placed, void, undefined> {
  const heads = maps.map((map) => ({ map, next: 0 }));
  for (;;) {
    let first: { head: (typeof heads)[number]; chunk: Chunk } | null = null;
    for (const head of heads) {
      const chunk = head.map.chunks[head.next];
      if (chunk && (!first || chunk.targetOffset < first.chunk.targetOffset)) {
        first = { head, chunk };
      }
    }
    if (!first) return;
    first.head.next += 1;
    yield { map: first.head.map, chunk: first.chunk };
  }
}

/**
 * Checks that maps can be written to a target of this size: chunks ascending without overlaps, also
 * between maps, whole sectors, each within one erase block and inside its source, and clear of head and
 * tail. Throws `internal`: a wrong map is a fault in this program, found before the first byte is written.
 */
export function checkMaps(layout: StickLayout, targetBytes: number): void {
  const { maps, headBytes, tailBytes } = layout;
  if (headBytes === 0 || headBytes % SECTOR !== 0 || tailBytes % SECTOR !== 0) {
    throw wrong('head and tail must be whole sectors');
  }
  if (headBytes > MiB || tailBytes > MiB || targetBytes < 2 * MiB || targetBytes % SECTOR !== 0) {
    throw wrong('head, tail or the target have an impossible size');
  }
  checkChunks(maps, { offset: headBytes, length: targetBytes - tailBytes - headBytes });
}

/** Checks all that `checkMaps` does of the chunks themselves, which have to lie in this range of the target. */
export function checkChunks(maps: readonly BlockMap[], place: ByteRange): void {
  let end = place.offset;
  for (const { map, chunk } of inTargetOrder(maps)) {
    const { sourceOffset, targetOffset, length } = chunk;
    const name = `the chunk for byte ${String(targetOffset)}`;
    if (![sourceOffset, targetOffset, length].every(isCount)) {
      throw wrong(`${name} has a value that is no count of bytes`);
    }
    if (length === 0 || length % SECTOR !== 0 || targetOffset % SECTOR !== 0) {
      throw wrong(`${name} is not whole sectors`);
    }
    if ((targetOffset % CHUNK_BYTES) + length > CHUNK_BYTES) {
      throw wrong(`${name} crosses into the next block`);
    }
    if (sourceOffset + length > map.sizeBytes) throw wrong(`${name} ends past its source`);
    if (targetOffset < end) throw wrong(`${name} overlaps what comes before it`);
    end = targetOffset + length;
  }
  if (end > place.offset + place.length) throw wrong('the last chunk reaches past its place');
}

export function placedBytes(chunks: Iterable<Placed>): number {
  let sum = 0;
  for (const { chunk } of chunks) sum += chunk.length;
  return sum;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function wrong(message: string): StickError {
  return stickError('internal', { message: `the block map is wrong: ${message}` });
}
