import type { ByteRange } from './extent';

/**
 * Collects byte ranges that arrive in ascending order and joins those that touch.
 * Throws RangeError for one that starts before the last one ended.
 */
export class RangeCollector {
  readonly #ranges: ByteRange[] = [];
  #end = 0;

  add(offset: number, length: number): void {
    if (length === 0) return;
    if (offset < this.#end || length < 0) {
      throw new RangeError(`${String(offset)}+${String(length)} is before ${String(this.#end)}`);
    }
    const last = this.#ranges.at(-1);
    if (last && offset === this.#end) last.length += length;
    else this.#ranges.push({ offset, length });
    this.#end = offset + length;
  }

  get ranges(): ByteRange[] {
    return this.#ranges;
  }
}

/** What is in any of the ranges, which come in any order and may overlap: ascending, not touching. */
export function unionRanges(ranges: readonly ByteRange[]): ByteRange[] {
  const sorted = [...ranges].sort((a, b) => a.offset - b.offset);
  const union = new RangeCollector();
  let end = 0;
  for (const { offset, length } of sorted) {
    const from = Math.max(offset, end);
    end = Math.max(end, offset + length);
    union.add(from, Math.max(end - from, 0));
  }
  return union.ranges;
}

/** What is in `ranges` and not in `removed`. Both ascend without overlaps; so does the result. */
export function subtractRanges(
  ranges: readonly ByteRange[],
  removed: readonly ByteRange[],
): ByteRange[] {
  const left: ByteRange[] = [];
  let next = 0;
  for (const { offset, length } of ranges) {
    const end = offset + length;
    let at = offset;
    // The last range removed may reach into the range that follows, so it isn't skipped yet.
    for (; next < removed.length; next += 1) {
      const hole = removed[next];
      if (!hole || hole.offset >= end) break;
      if (hole.offset > at) left.push({ offset: at, length: hole.offset - at });
      at = Math.max(at, hole.offset + hole.length);
      if (hole.offset + hole.length > end) break;
    }
    if (at < end) left.push({ offset: at, length: end - at });
  }
  return left;
}
