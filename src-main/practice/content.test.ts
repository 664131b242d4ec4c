import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunksOf, type Content } from './content';
import { payloadSizes } from './files';
import { NOTICE } from './notice';

function bytesOf(content: Content): Buffer {
  return Buffer.concat([...chunksOf(content)]);
}

const filler = fc.record({
  kind: fc.constant('filler' as const),
  size: fc.nat(3_000_000),
  seed: fc.nat(1_000_000),
  compressible: fc.boolean(),
});

test('filler has the size asked for, begins with the notice, and is always the same', () => {
  fc.assert(
    fc.property(filler, (content) => {
      const bytes = bytesOf(content);
      expect(bytes.length).toBe(content.size);
      expect(`${NOTICE}\n`.startsWith(bytes.toString('utf8', 0, NOTICE.length + 1))).toBe(true);
      expect(bytesOf(content).equals(bytes)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('filler with another seed has other bytes', () => {
  for (const compressible of [true, false]) {
    const [a, b] = [1, 2].map((seed) =>
      bytesOf({ kind: 'filler', size: 5000, seed, compressible }),
    );
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(false);
  }
});

test('the sizes of the files add up to what was asked for, and none is negative', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 33), fc.integer({ min: 1, max: 3000 }), (bytes, files) => {
      const sizes = payloadSizes({ bytes, files });
      expect(sizes.length).toBe(files);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(bytes);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('one file is larger than 16 MiB when the payload allows it', () => {
  expect(Math.max(...payloadSizes({ bytes: 60_000_000, files: 300 }))).toBeGreaterThan(2 ** 24);
});
