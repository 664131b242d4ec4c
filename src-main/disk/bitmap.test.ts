import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GiB, MiB } from '../../src-shared/units';
import { bufferSource } from '../io';
import { collectSetBits, fillBits } from './bitmap';
import { RangeCollector } from './byte-ranges';
import { FileSystemError } from './file-system-error';

describe('runs of a bitmap', () => {
  it('cover exactly the units whose bits are set', async () => {
    const bytes = fc.array(fc.constantFrom(0, 0xff, 0x01, 0x80, 0x7e, 0x55, 0xf0), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(bytes, fc.nat({ max: 7 }), async (list, missing) => {
        const bitmap = Buffer.from(list);
        const units = list.length * 8 - missing;
        const collector = new RangeCollector();
        await collectSetBits(
          bufferSource(bitmap),
          { units, unitBytes: 10, baseOffset: 3 },
          collector,
        );
        const covered = new Set<number>();
        for (const { offset, length } of collector.ranges) {
          for (let at = offset; at < offset + length; at += 10) covered.add((at - 3) / 10);
        }
        for (let unit = 0; unit < units; unit += 1) {
          expect(covered.has(unit)).toBe((((list[unit >> 3] ?? 0) >> (unit & 7)) & 1) === 1);
        }
        expect([...covered].every((unit) => unit < units)).toBe(true);
      }),
    );
  });

  it('go on across the pieces in which the bitmap is read', async () => {
    const bitmap = Buffer.alloc(3 * MiB, 0xff);
    const collector = new RangeCollector();
    const units = bitmap.length * 8;
    await collectSetBits(
      bufferSource(bitmap),
      { units, unitBytes: 4096, baseOffset: 0 },
      collector,
    );
    expect(collector.ranges).toEqual([{ offset: 0, length: units * 4096 }]);
  });

  it('of a 2 TB volume are found while only a small piece of the bitmap is held', async () => {
    const units = (2048 * GiB) / 4096;
    let largest = 0;
    const bitmap = {
      size: units / 8,
      read(offset: number, length: number) {
        largest = Math.max(largest, length);
        const piece = Buffer.alloc(length);
        if (offset === 0) piece.fill(0xff, 0, 1000);
        return Promise.resolve(piece);
      },
    };
    const collector = new RangeCollector();
    await collectSetBits(bitmap, { units, unitBytes: 4096, baseOffset: 0 }, collector);
    expect(collector.ranges).toEqual([{ offset: 0, length: 8000 * 4096 }]);
    expect(largest).toBeLessThanOrEqual(MiB);
  });

  it('are refused when the bitmap is too short, or in more pieces than memory is worth', async () => {
    const shape = { unitBytes: 1, baseOffset: 0 };
    const short = collectSetBits(
      bufferSource(Buffer.alloc(1)),
      { ...shape, units: 9 },
      new RangeCollector(),
    );
    await expect(short).rejects.toThrow(FileSystemError);
    const broken = Buffer.alloc(2 * MiB, 0x55);
    const many = collectSetBits(
      bufferSource(broken),
      { ...shape, units: broken.length * 8 },
      new RangeCollector(),
    );
    await expect(many).rejects.toThrow(/too many pieces/);
  });
});

describe('filled bits', () => {
  it('are those of the range and no others', () => {
    const place = fc.integer({ min: 0, max: 80 });
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 10, maxLength: 10 }),
        place,
        place,
        fc.boolean(),
        (list, from, to, set) => {
          const bytes = Buffer.from(list);
          fillBits(bytes, from, to, set);
          for (let bit = 0; bit < 80; bit += 1) {
            const before = (((list[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
            const after = (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
            expect(after).toBe(bit >= from && bit < to ? set : before);
          }
        },
      ),
    );
  });
});
