import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferSource } from '../io';
import { mergeRanges, rangesSource, totalLength, type ByteRange } from './ranges';

const bytes = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
const range = fc
  .record({ offset: fc.nat(200), length: fc.nat(56) })
  .map(({ offset, length }): ByteRange => ({ offset, length }));
const ranges = fc.array(range, { maxLength: 6 });

function joined(list: readonly ByteRange[]): Buffer {
  return Buffer.concat(list.map(({ offset, length }) => bytes.subarray(offset, offset + length)));
}

describe('rangesSource', () => {
  it('reads the same as the ranges laid end to end', async () => {
    await fc.assert(
      fc.asyncProperty(ranges, fc.nat(400), fc.nat(400), async (list, from, length) => {
        const whole = joined(list);
        const start = Math.min(from, whole.length);
        const end = Math.min(start + length, whole.length);
        const read = await rangesSource(bufferSource(bytes), list).read(start, end - start);
        expect(read.equals(whole.subarray(start, end))).toBe(true);
      }),
    );
  });

  it('refuses to read past its end', async () => {
    const source = rangesSource(bufferSource(bytes), [{ offset: 0, length: 4 }]);
    await expect(source.read(2, 3)).rejects.toBeInstanceOf(RangeError);
  });
});

describe('mergeRanges', () => {
  it('keeps the content and joins all neighbours', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const merged = mergeRanges(list);
        expect(joined(merged).equals(joined(list))).toBe(true);
        expect(totalLength(merged)).toBe(totalLength(list));
        for (const [at, { offset }] of merged.entries()) {
          const before = merged[at - 1];
          if (before) expect(before.offset + before.length).not.toBe(offset);
        }
      }),
    );
  });
});
