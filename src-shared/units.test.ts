import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignDown, alignUp, formatBytes, parseSize } from './units';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [57_700_000_000, '57.7 GB'],
    [123_456_789, '123 MB'],
    [999_960_000, '1 GB'],
  ])('writes %i as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it('follows the language', () => {
    expect(formatBytes(57_700_000_000, 'de')).toBe('57,7 GB');
    expect(formatBytes(57_700_000_000, 'fr')).toBe('57,7 Go');
  });
});

describe('parseSize', () => {
  it.each([
    ['16G', 16 * 1024 ** 3],
    ['16GiB', 16 * 1024 ** 3],
    ['16GB', 16e9],
    ['500 M', 500 * 1024 ** 2],
    ['1.5g', 1.5 * 1024 ** 3],
    ['29,5 GiB', 29.5 * 1024 ** 3],
    ['1,5 Gio', 1.5 * 1024 ** 3],
    ['32 Go', 32e9],
    ['4096', 4096],
  ])('reads %s', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each(['', 'G', '-1G', '1X', '1e9', '16 G B', '0x10', '1,000 MB', '1.5,5'])(
    'refuses %s',
    (text) => {
      expect(parseSize(text)).toBeUndefined();
    },
  );
});

describe('alignment', () => {
  it('moves to the nearest boundary on the right side', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.constantFrom(512, 4096, 1 << 20), (value, step) => {
        const up = alignUp(value, step);
        const down = alignDown(value, step);
        expect(up % step).toBe(0);
        expect(down % step).toBe(0);
        expect(down <= value && value <= up).toBe(true);
        expect(up - down === 0 || up - down === step).toBe(true);
      }),
    );
  });
});
