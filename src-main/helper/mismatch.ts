import { stickError, type StickError } from '../../src-shared/errors';
import type { BlockMap } from '../disk/extent';
import type { ChunkHasher } from '../io';
import { inTargetOrder } from './block-map';
import type { ChunkFeed } from './chunk-supply';
import type { Difference } from './compare';

/** So many bits and no more: memory cells that lost what they held. A bad transfer changes far more. */
const FEW_BITS = 64;

const causes = {
  wrapped:
    'what was written further on is there, so it holds less than it claims and overwrites its own beginning',
  blank: 'nothing was kept there, so it may hold less than it claims',
  fewBits: 'only a few bits changed, so the drive’s memory is faulty or worn out',
  other:
    'the data changed on the way, so a port, a cable, a hub or the drive’s memory may be faulty',
};

/**
 * Why a chunk came back other than it was written: `work/damaged` when its source no longer holds what
 * was to be written, otherwise `verify/mismatch` with the first wrong byte and what the pattern suggests.
 */
export async function explainDifference(
  target: string,
  { placed, found, spare: expected }: Difference,
  { feed, maps, hash }: { feed: ChunkFeed; maps: readonly BlockMap[]; hash: ChunkHasher },
): Promise<StickError> {
  const { map, chunk } = placed;
  await feed.readAgain(placed, expected);
  if (hash(expected) !== chunk.hash) {
    return stickError('work/damaged', { path: map.path, offset: chunk.sourceOffset });
  }
  const comesFromFurtherOn = (): boolean => {
    const foundHash = hash(found);
    for (const other of inTargetOrder(maps)) {
      const { hash: otherHash, length, targetOffset } = other.chunk;
      if (targetOffset <= chunk.targetOffset || length !== chunk.length) continue;
      if (otherHash === foundHash) return true;
    }
    return false;
  };
  const wrapped = !isFilled(found) && comesFromFurtherOn();
  return mismatch(target, chunk.targetOffset, found, expected, wrapped ? causes.wrapped : null);
}

/** `verify/mismatch` for bytes read back from `offset` on. `cause`: if it is known already. */
export function mismatch(
  target: string,
  offset: number,
  found: Buffer,
  expected: Buffer,
  cause: string | null = null,
): StickError {
  const first = firstWrongByte(found, expected);
  return stickError('verify/mismatch', {
    target,
    offset: offset + first,
    cause: cause ?? likelyCause(found, expected, first),
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
