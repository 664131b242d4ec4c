import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { encodePng } from './png';

/** The reader of pictures that Playwright brings along. */
const { PNG } = createRequire(import.meta.url)('playwright-core/lib/utilsBundle') as {
  PNG: { sync: { read: (file: Buffer) => { width: number; height: number; data: Buffer } } };
};

it('another program reads every pixel of a picture as it was', () => {
  const [width, height] = [31, 17];
  const rgb = Buffer.from(
    Array.from({ length: width * height * 3 }, (_, i) => (i * 37 + (i >> 5)) % 256),
  );
  const read = PNG.sync.read(encodePng({ width, height, rgb }));
  expect(read).toMatchObject({ width, height });
  // It gives four bytes a pixel, the last of them opacity.
  const pixels = Array.from({ length: width * height }, (_, i) =>
    read.data.subarray(i * 4, i * 4 + 3),
  );
  expect(Buffer.concat(pixels).equals(rgb)).toBe(true);
});
