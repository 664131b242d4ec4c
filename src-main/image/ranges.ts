import type { ByteSource } from '../io';

/** A run of bytes in the image file. Both values are bytes. */
export interface ByteRange {
  offset: number;
  length: number;
}

export function totalLength(ranges: readonly ByteRange[]): number {
  return ranges.reduce((sum, range) => sum + range.length, 0);
}

/**
 * The part of a file made of `ranges` that starts at byte `from` and is `length` bytes long. Shorter
 * where the ranges end.
 */
export function sliceRanges(
  ranges: readonly ByteRange[],
  from: number,
  length: number,
): ByteRange[] {
  const result: ByteRange[] = [];
  let start = 0;
  for (const range of ranges) {
    const first = Math.max(from, start);
    const end = Math.min(from + length, start + range.length);
    if (first < end) result.push({ offset: range.offset + first - start, length: end - first });
    start += range.length;
    if (start >= from + length) break;
  }
  return result;
}

/** Joins neighbours, so that a file of many adjacent extents becomes one range. */
export function mergeRanges(ranges: readonly ByteRange[]): ByteRange[] {
  const merged: ByteRange[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && last.offset + last.length === range.offset) {
      last.length += range.length;
    } else if (range.length > 0) {
      merged.push({ ...range });
    }
  }
  return merged;
}

/** A file made of ranges of another source, in their order. */
export function rangesSource(source: ByteSource, ranges: readonly ByteRange[]): ByteSource {
  const size = totalLength(ranges);
  return {
    size,
    async read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > size) {
        throw new RangeError(`read ${String(offset)}+${String(length)} of ${String(size)}`);
      }
      const pieces: Buffer[] = [];
      for (const range of sliceRanges(ranges, offset, length)) {
        pieces.push(await source.read(range.offset, range.length));
      }
      const [only] = pieces;
      return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
    },
  };
}
