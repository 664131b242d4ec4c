import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import { chunksOf, extentBytes, fillSmallGaps, volumeExtents } from './block-map';
import { CHUNK_BYTES, type ByteRange, type Extent } from './extent';

/** Bytes of an erase block in these tests; small enough to look at every byte of a volume. */
const BLOCK = 64;

/** Ascending ranges, some of them touching, most gaps small. */
const allocated = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.nat({ max: 150 })),
      fc.integer({ min: 1, max: 200 }),
    ),
    { maxLength: 30 },
  )
  .map((steps): ByteRange[] => {
    let at = 0;
    return steps.map(([gap, length]) => {
      const offset = at + gap;
      at = offset + length;
      return { offset, length };
    });
  });

function bytesIn(ranges: readonly ByteRange[]): Set<number> {
  const bytes = new Set<number>();
  for (const { offset, length } of ranges) {
    for (let at = offset; at < offset + length; at += 1) bytes.add(at);
  }
  return bytes;
}

function rangeBytes(ranges: readonly ByteRange[]): number {
  return ranges.reduce((sum, { length }) => sum + length, 0);
}

describe('filled gaps', () => {
  it('cover all that is allocated, ascend without touching, and cost at most 5 %', () => {
    fc.assert(
      fc.property(allocated, fc.nat({ max: 3 * BLOCK }), (ranges, targetOffset) => {
        const filled = fillSmallGaps(ranges, targetOffset, BLOCK);
        const written = bytesIn(filled);
        for (const at of bytesIn(ranges)) expect(written.has(at)).toBe(true);
        expect(rangeBytes(filled)).toBe(written.size);
        expect(written.size).toBeLessThanOrEqual(1.05 * rangeBytes(ranges));
        filled.slice(1).forEach(({ offset }, i) => {
          const before = filled[i];
          expect(offset).toBeGreaterThan((before?.offset ?? 0) + (before?.length ?? 0));
        });
      }),
    );
  });

  it('are filled exactly where that makes a whole block of the target and is cheap', () => {
    fc.assert(
      fc.property(allocated, fc.nat({ max: 3 * BLOCK }), (ranges, targetOffset) => {
        const before = bytesIn(ranges);
        const after = bytesIn(fillSmallGaps(ranges, targetOffset, BLOCK));
        const last = ranges.at(-1);
        const end = last ? last.offset + last.length : 0;
        const blocks = Math.ceil((targetOffset + end) / BLOCK);
        for (let block = 0; block < blocks; block += 1) {
          const places = Array.from({ length: BLOCK }, (_, i) => block * BLOCK + i - targetOffset);
          const had = places.filter((at) => before.has(at)).length;
          const has = places.filter((at) => after.has(at)).length;
          const inside = places.every((at) => at >= 0 && at < end);
          const cheap = had > 0 && BLOCK - had <= 0.04 * had;
          expect(has).toBe(inside && cheap ? BLOCK : had);
        }
        expect([...after].every((at) => at >= 0 && at < end)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('are none where nothing is allocated', () => {
    expect(fillSmallGaps([], 4096)).toEqual([]);
  });

  it('are found as fast among 150,000 ranges as one looks at each once', () => {
    const many = Array.from({ length: 150_000 }, (_, i) => ({ offset: i * 8192, length: 8000 }));
    const started = performance.now();
    // Each block is allocated to 97.7 %: all but the last one are filled, and its first range follows.
    const [first, ...rest] = fillSmallGaps(many, 320 * MiB);
    const end = 149_999 * 8192 + 8000;
    expect(first?.length).toBe(end - (end % CHUNK_BYTES) + 8000);
    expect(rest).toHaveLength(Math.ceil((end % CHUNK_BYTES) / 8192) - 1);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('the chunks of extents', () => {
  it('are the same copies, cut exactly at the boundaries of the target', () => {
    fc.assert(
      fc.property(allocated, fc.nat({ max: 500 }), (ranges, targetOffset) => {
        const extents = volumeExtents(ranges, targetOffset);
        const chunks = [...chunksOf(extents, BLOCK)];
        expect(copies(chunks)).toEqual(copies(extents));
        for (const chunk of chunks) {
          const last = chunk.targetOffset + chunk.length - 1;
          expect(Math.floor(chunk.targetOffset / BLOCK)).toBe(Math.floor(last / BLOCK));
        }
        const inner = chunks.filter(({ targetOffset: at }) => at % BLOCK !== 0);
        const starts = new Set(extents.map((extent) => extent.targetOffset));
        expect(inner.every(({ targetOffset: at }) => starts.has(at))).toBe(true);
        expect(extentBytes(chunks)).toBe(rangeBytes(ranges));
      }),
    );
  });

  it('are of 4 MiB where nothing else is asked for', () => {
    const chunks = [...chunksOf([{ sourceOffset: 7, targetOffset: MiB, length: 8 * MiB }])];
    expect(chunks.map(({ length }) => length / MiB)).toEqual([3, 4, 1]);
  });
});

/** Source and target of every byte. */
function copies(extents: readonly Extent[]): Map<number, number> {
  const map = new Map<number, number>();
  for (const { sourceOffset, targetOffset, length } of extents) {
    for (let i = 0; i < length; i += 1) {
      expect(map.has(targetOffset + i)).toBe(false);
      map.set(targetOffset + i, sourceOffset + i);
    }
  }
  return map;
}
