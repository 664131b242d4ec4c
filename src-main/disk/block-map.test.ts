import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertAscending, extentBytes, mergeExtents, volumeExtents } from './block-map';
import { RangeCollector } from './byte-ranges';
import type { ByteRange, Extent } from './extent';

const SIZE = 400;

/** Ascending ranges within `SIZE`, some of them touching. */
const ranges = fc
  .array(fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 8 })), { maxLength: 30 })
  .map((steps): ByteRange[] => {
    let at = 0;
    return steps.map(([gap, length]) => {
      const offset = at + gap;
      at = offset + length;
      return { offset, length };
    });
  });

function writes(extents: readonly Extent[]): Map<number, string> {
  const written = new Map<number, string>();
  for (const { source, sourceOffset, targetOffset, length } of extents) {
    for (let i = 0; i < length; i += 1) {
      expect(written.has(targetOffset + i)).toBe(false);
      written.set(targetOffset + i, `${String(source)}:${String(sourceOffset + i)}`);
    }
  }
  return written;
}

describe('a block map', () => {
  it('covers every allocated byte of every volume once, in ascending order, inside the target', () => {
    fc.assert(
      fc.property(fc.array(ranges, { maxLength: 4 }), (volumes) => {
        const start = 64;
        const lists = volumes.map((list, i) => volumeExtents(i, list, start + i * SIZE));
        const merged = mergeExtents(...lists.reverse());
        assertAscending(merged, {
          sourceBytes: volumes.map(() => SIZE),
          targetStart: start,
          targetEnd: start + volumes.length * SIZE,
        });
        const expected = new Map<number, string>();
        volumes.forEach((list, i) => {
          for (const { offset, length } of list) {
            for (let at = offset; at < offset + length; at += 1) {
              expected.set(start + i * SIZE + at, `${String(i)}:${String(at)}`);
            }
          }
        });
        expect(writes(merged)).toEqual(expected);
        expect(extentBytes(merged)).toBe(expected.size);
      }),
    );
  });

  it('has no two extents of one volume that touch', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const merged = mergeExtents(volumeExtents(0, list, 0));
        merged.slice(1).forEach((extent, i) => {
          const before = merged[i];
          expect(extent.targetOffset).toBeGreaterThan(
            (before?.targetOffset ?? 0) + (before?.length ?? 0),
          );
        });
      }),
    );
  });

  it('is made from 150,000 runs in far less time than comparing each with each would take', () => {
    const many = Array.from({ length: 150_000 }, (_, i) => ({ offset: i * 8192, length: 4096 }));
    const started = performance.now();
    const merged = mergeExtents(volumeExtents(0, many, 2 ** 20), []);
    assertAscending(merged, { sourceBytes: [2 ** 40], targetStart: 2 ** 20, targetEnd: 2 ** 40 });
    expect(merged).toHaveLength(150_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('is refused when two volumes overlap', () => {
    const one = volumeExtents(0, [{ offset: 0, length: 100 }], 0);
    const other = volumeExtents(1, [{ offset: 0, length: 1 }], 99);
    expect(() => mergeExtents(one, other)).toThrow(/overlap at byte 99/);
  });

  it.each([
    ['before the writable part', { targetOffset: 9 }, /out of order/],
    ['past its end', { targetOffset: 95 }, /leaves the target/],
    ['past the end of its source', { sourceOffset: 45 }, /leaves its source/],
    ['of a source that is not there', { source: 1 }, /leaves its source/],
    ['without length', { length: 0 }, /no valid/],
    ['with a fraction', { targetOffset: 10.5 }, /no valid/],
    ['with a negative offset', { sourceOffset: -1 }, /no valid/],
  ])('refuses an extent %s', (_, change, message) => {
    const extent = { source: 0, sourceOffset: 0, targetOffset: 10, length: 10, ...change };
    const limits = { sourceBytes: [50], targetStart: 10, targetEnd: 100 };
    expect(() => {
      assertAscending([extent], limits);
    }).toThrow(message);
  });
});

describe('collected ranges', () => {
  it('are joined where they touch, and never overlap', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const collector = new RangeCollector();
        for (const { offset, length } of list) collector.add(offset, length);
        const covered = collector.ranges.flatMap(({ offset, length }) =>
          Array.from({ length }, (_, i) => offset + i),
        );
        const expected = list.flatMap(({ offset, length }) =>
          Array.from({ length }, (_, i) => offset + i),
        );
        expect(covered).toEqual(expected);
        collector.ranges.slice(1).forEach(({ offset }, i) => {
          const before = collector.ranges[i];
          expect(offset).toBeGreaterThan((before?.offset ?? 0) + (before?.length ?? 0));
        });
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
