import { stickError, type StickError } from '../../src-shared/errors';
import { SECTOR, alignDown, formatBytes } from '../../src-shared/units';
import type { BlockMap } from '../disk/extent';
import type { ChunkHasher } from '../io';
import { inTargetOrder } from './block-map';
import { stopIfCancelled } from './cancel';
import type { ChunkFeed } from './chunk-supply';
import type { Difference } from './compare';
import type { ChunkCoding } from './encrypted-volume';

/** So many bits and no more: memory cells that lost what they held. A bad transfer changes far more. */
const FEW_BITS = 64;

const causes = {
  wrapped: (bytes: number) =>
    `what was written ${formatBytes(bytes)} further on is there, so it holds less than it claims, at most that much, and overwrites its own beginning`,
  blank: 'nothing was kept there, so it may hold less than it claims',
  fewBits: 'only a few bits changed, so the drive’s memory is faulty or worn out',
  other:
    'the data changed on the way, so a port, a cable, a hub or the drive’s memory may be faulty',
};

interface ExplainMeans {
  feed: ChunkFeed;
  maps: readonly BlockMap[];
  coding: ChunkCoding;
  signal: AbortSignal;
}

/**
 * Why a chunk came back other than it was written: `work/damaged` when its source no longer holds what
 * was to be written, otherwise `verify/mismatch` with the first wrong byte and what the pattern suggests.
 * Patterns are looked for in what lies on the drive, encrypted or not. Reads the sources once more, which takes a while;
 * throws `cancelled`.
 */
export async function explainDifference(
  target: string,
  { placed, found, spare }: Difference,
  means: ExplainMeans & { hash: ChunkHasher },
): Promise<StickError> {
  const { map, chunk } = placed;
  const expected = spare.subarray(0, chunk.length);
  await means.feed.readAgain(placed, expected);
  if (means.hash(expected) !== chunk.hash) {
    return stickError('work/damaged', { path: map.path, offset: chunk.sourceOffset });
  }
  means.coding.encode(placed, expected);
  means.coding.encode(placed, found);
  const first = firstWrongByte(found, expected);
  const plain = mismatch(target, chunk.targetOffset, found, expected);
  const place = await placeFurtherOn(found, alignDown(first, SECTOR), chunk.targetOffset, {
    ...means,
    buffer: spare,
  });
  if (place === null) return plain;
  const offset = chunk.targetOffset + first;
  const cause = causes.wrapped(place - alignDown(offset, SECTOR));
  return stickError('verify/mismatch', { target, offset, cause });
}

/**
 * Where on the target the sector belongs that was found at `at` in a chunk: further on than the chunk
 * itself, in bytes. Null when it belongs nowhere there, or says nothing.
 */
async function placeFurtherOn(
  found: Buffer,
  at: number,
  chunkOffset: number,
  { feed, maps, coding, signal, buffer }: ExplainMeans & { buffer: Buffer },
): Promise<number | null> {
  const sector = found.subarray(at, at + SECTOR);
  if (isFilled(sector)) return null;
  for (const placed of inTargetOrder(maps)) {
    const { targetOffset, length } = placed.chunk;
    if (targetOffset <= chunkOffset) continue;
    stopIfCancelled(signal);
    const bytes = buffer.subarray(0, length);
    await feed.readAgain(placed, bytes);
    coding.encode(placed, bytes);
    for (let hit = bytes.indexOf(sector); hit !== -1; hit = bytes.indexOf(sector, hit + 1)) {
      if (hit % SECTOR === 0) return targetOffset + hit;
    }
  }
  return null;
}

/** `verify/mismatch` for bytes read back from `offset` on. */
export function mismatch(
  target: string,
  offset: number,
  found: Buffer,
  expected: Buffer,
): StickError {
  const first = firstWrongByte(found, expected);
  return stickError('verify/mismatch', {
    target,
    offset: offset + first,
    cause: likelyCause(found, expected, first),
  });
}

function likelyCause(found: Buffer, expected: Buffer, first: number): string {
  if (isFilled(found.subarray(first))) return causes.blank;
  return differingBits(found, expected, first) <= FEW_BITS ? causes.fewBits : causes.other;
}

/** Nothing but 00 or nothing but FF: what memory holds that was never written, or was erased. */
function isFilled(bytes: Buffer): boolean {
  const filler = bytes[0];
  return (filler === 0 || filler === 0xff) && bytes.every((byte) => byte === filler);
}

function firstWrongByte(found: Buffer, expected: Buffer): number {
  return Math.max(
    found.findIndex((byte, index) => byte !== expected[index]),
    0,
  );
}

/** Counts from `first` on, and no further than it takes to be more than a few. */
function differingBits(found: Buffer, expected: Buffer, first: number): number {
  let bits = 0;
  for (let index = first; index < found.length && bits <= FEW_BITS; index += 1) {
    let wrong = (found[index] ?? 0) ^ (expected[index] ?? 0);
    for (; wrong !== 0; wrong >>= 1) bits += wrong & 1;
  }
  return bits;
}
