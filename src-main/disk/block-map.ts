import { stickError } from '../../src-shared/errors';
import type { ByteRange, Extent } from './extent';

/** The allocated ranges of a volume as copies from one source file to its place on the target. */
export function volumeExtents(
  source: number,
  ranges: readonly ByteRange[],
  targetOffset: number,
): Extent[] {
  return ranges.map(({ offset, length }) => ({
    source,
    sourceOffset: offset,
    targetOffset: targetOffset + offset,
    length,
  }));
}

/**
 * Puts the extents of several volumes into the order of the target and joins those that go on where
 * the last one ended, in the source as on the target. Throws `internal` when two overlap.
 */
export function mergeExtents(...lists: readonly (readonly Extent[])[]): Extent[] {
  const sorted = lists.flat().sort((a, b) => a.targetOffset - b.targetOffset);
  const merged: Extent[] = [];
  for (const extent of sorted) {
    const last = merged.at(-1);
    if (last && last.targetOffset + last.length > extent.targetOffset) {
      throw stickError('internal', {
        message: `two parts of the stick overlap at byte ${String(extent.targetOffset)}`,
      });
    }
    if (last && continues(last, extent)) last.length += extent.length;
    else merged.push({ ...extent });
  }
  return merged;
}

function continues(last: Extent, next: Extent): boolean {
  return (
    last.source === next.source &&
    last.sourceOffset + last.length === next.sourceOffset &&
    last.targetOffset + last.length === next.targetOffset
  );
}

/** Where extents may read and write, in bytes. */
export interface ExtentLimits {
  /** Size of each source file. */
  sourceBytes: readonly number[];
  /** First byte of the target that may be written. */
  targetStart: number;
  /** First byte after those. */
  targetEnd: number;
}

/**
 * Makes sure that extents ascend on the target without overlapping, and stay inside their sources and
 * the writable part of the target. Throws `internal` and names the first that doesn't.
 */
export function assertAscending(extents: readonly Extent[], limits: ExtentLimits): void {
  let next = limits.targetStart;
  for (const extent of extents) {
    const { source, sourceOffset, targetOffset, length } = extent;
    const problem = (what: string) =>
      stickError('internal', { message: `an extent ${what}` }, { detail: JSON.stringify(extent) });
    const numbers = [sourceOffset, targetOffset, length];
    if (!numbers.every((value) => Number.isSafeInteger(value) && value >= 0) || length === 0) {
      throw problem('has no valid place or length');
    }
    const size = limits.sourceBytes[source];
    if (size === undefined || sourceOffset + length > size) throw problem('leaves its source');
    if (targetOffset < next) throw problem('is out of order or overlaps another');
    if (targetOffset + length > limits.targetEnd) throw problem('leaves the target');
    next = targetOffset + length;
  }
}

/** Bytes that extents copy. */
export function extentBytes(extents: readonly Extent[]): number {
  return extents.reduce((sum, { length }) => sum + length, 0);
}
