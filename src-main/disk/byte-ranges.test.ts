import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RangeCollector, subtractRanges, unionRanges } from './byte-ranges';
import type { ByteRange } from './extent';

/** In any order, overlapping or not. */
const anyRanges = fc.array(
  fc.record({ offset: fc.nat({ max: 100 }), length: fc.nat({ max: 20 }) }),
  { maxLength: 15 },
);

/** Ascending, some of them touching. */
const ascending = fc
  .array(fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 8 })), { maxLength: 20 })
  .map((steps): ByteRange[] => {
    let at = 0;
    return steps.map(([gap, length]) => {
      const offset = at + gap;
      at = offset + length;
      return { offset, length };
    });
  });

function bytesOf(ranges: readonly ByteRange[]): number[] {
  return ranges.flatMap(({ offset, length }) => Array.from({ length }, (_, i) => offset + i));
}

function expectApart(ranges: readonly ByteRange[]): void {
  ranges.slice(1).forEach(({ offset }, i) => {
    const before = ranges[i];
    expect(offset).toBeGreaterThan((before?.offset ?? 0) + (before?.length ?? 0));
  });
}

describe('collected ranges', () => {
  it('are joined where they touch, and never overlap', () => {
    fc.assert(
      fc.property(ascending, (list) => {
        const collector = new RangeCollector();
        for (const { offset, length } of list) collector.add(offset, length);
        expect(bytesOf(collector.ranges)).toEqual(bytesOf(list));
        expectApart(collector.ranges);
      }),
    );
  });

  it('are refused out of order', () => {
    const collector = new RangeCollector();
    collector.add(10, 10);
    expect(() => {
      collector.add(19, 1);
    }).toThrow(RangeError);
  });
});

describe('the union of ranges', () => {
  it('holds each byte of any of them once, in order', () => {
    fc.assert(
      fc.property(anyRanges, (list) => {
        const expected = [...new Set(bytesOf(list))].sort((a, b) => a - b);
        expect(bytesOf(unionRanges(list))).toEqual(expected);
        expectApart(unionRanges(list));
      }),
    );
  });
});

describe('ranges less others', () => {
  it('hold what is in the first and not in the second', () => {
    fc.assert(
      fc.property(ascending, ascending, (list, removed) => {
        const gone = new Set(bytesOf(removed));
        const left = subtractRanges(list, removed);
        expect(bytesOf(left)).toEqual(bytesOf(list).filter((at) => !gone.has(at)));
        expect(left.every(({ length }) => length > 0)).toBe(true);
      }),
    );
  });
});
