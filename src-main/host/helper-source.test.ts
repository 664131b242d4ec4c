import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import { helperSource } from './helper-source';

const disk = randomBytes(5 * MiB + 1000);

function source() {
  const asked: number[] = [];
  let atOnce = 0;
  let most = 0;
  const readable = helperSource(disk.length, async (offset, length) => {
    asked.push(offset);
    atOnce += 1;
    most = Math.max(most, atOnce);
    await Promise.resolve();
    atOnce -= 1;
    return disk.subarray(offset, offset + length);
  });
  return { readable, asked, most: () => most };
}

describe('reading a target through the helper', () => {
  it('gives the right bytes for any offset and length', async () => {
    const { readable } = source();
    await fc.assert(
      fc.asyncProperty(fc.nat(disk.length), fc.nat(3 * MiB), async (offset, wanted) => {
        const length = Math.min(wanted, disk.length - offset);
        const found = await readable.read(offset, length);
        expect(found.equals(disk.subarray(offset, offset + length))).toBe(true);
      }),
    );
  });

  it('asks once for what lies together', async () => {
    const { readable, asked } = source();
    await Promise.all([readable.read(10, 20), readable.read(500, 1000), readable.read(MiB - 1, 1)]);
    await readable.read(4096, 4096);
    expect(asked).toEqual([0]);
  });

  it('asks for few blocks at once, however many read', async () => {
    const { readable, most } = source();
    await Promise.all(
      Array.from({ length: 100 }, (_, index) => readable.read((index * 53_000) % disk.length, 1)),
    );
    await readable.read(0, disk.length);
    expect(most()).toBeLessThanOrEqual(4);
  });

  it('reads anew after it was told to forget', async () => {
    const { readable, asked } = source();
    await readable.read(0, 1);
    readable.forget();
    await readable.read(0, 1);
    expect(asked).toEqual([0, 0]);
  });

  it('asks again for a block that could not be read', async () => {
    let failing = true;
    const readable = helperSource(disk.length, (offset, length) =>
      failing
        ? Promise.reject(new Error('bad block'))
        : Promise.resolve(disk.subarray(offset, offset + length)),
    );
    await expect(readable.read(0, 1)).rejects.toThrow('bad block');
    failing = false;
    expect((await readable.read(0, 1)).equals(disk.subarray(0, 1))).toBe(true);
  });

  it('refuses to read past the end', async () => {
    const { readable, asked } = source();
    await expect(readable.read(disk.length, 1)).rejects.toThrow(RangeError);
    await expect(readable.read(-1, 1)).rejects.toThrow(RangeError);
    expect(asked).toEqual([]);
  });
});
