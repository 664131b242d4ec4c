import { stickError, type StickError } from '../../src-shared/errors';

/** `verify/mismatch` for a chunk read back, naming the first wrong byte and what the pattern suggests. */
export function mismatch(
  target: string,
  chunkOffset: number,
  found: Buffer,
  expected: Buffer,
): StickError {
  const first = found.findIndex((byte, index) => byte !== expected[index]);
  const offset = chunkOffset + Math.max(first, 0);
  return stickError('verify/mismatch', { target, offset, cause: likelyCause(found, first) });
}

function likelyCause(found: Buffer, first: number): string {
  const filler = found[first];
  const blank =
    (filler === 0 || filler === 0xff) && found.subarray(first).every((byte) => byte === filler);
  return blank
    ? 'nothing was kept there, so it may hold less than it claims'
    : 'the data changed on the way, so a port, a cable, a hub or the drive’s memory may be faulty';
}
