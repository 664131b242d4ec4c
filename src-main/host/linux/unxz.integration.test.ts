import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MiB } from '../../../src-shared/units';
import { unxz } from './unxz';

/** As Ventoy's INSTALL/ventoy_pack.sh packs its images. */
function packed(bytes: Buffer): Buffer {
  return execFileSync('xz', ['--check=crc32', '--stdout'], { input: bytes, maxBuffer: 64 * MiB });
}

const { signal } = new AbortController();

describe('unxz', () => {
  it('gives back what was packed', async () => {
    const bytes = Buffer.concat([randomBytes(3 * MiB), Buffer.alloc(5 * MiB)]);
    expect((await unxz(packed(bytes), 8 * MiB, signal)).equals(bytes)).toBe(true);
  });

  it('gives up what has one byte more than it may', async () => {
    const bytes = packed(Buffer.alloc(8 * MiB + 1));
    await expect(unxz(bytes, 8 * MiB, signal)).rejects.toMatchObject({
      code: 'tool/failed',
      params: { message: expect.stringContaining('unpacks to more than') as string },
    });
  });

  it.each<[string, (good: Buffer) => Buffer]>([
    ['cut short', (good) => good.subarray(0, good.length - 4)],
    [
      'damaged',
      (good) => Buffer.concat([good.subarray(0, 500), Buffer.from([1, 2, 3]), good.subarray(503)]),
    ],
    ['empty', () => Buffer.alloc(0)],
    ['no xz', () => randomBytes(100)],
  ])('refuses what is %s', async (_, damage) => {
    const good = packed(randomBytes(2000));
    await expect(unxz(damage(good), MiB, signal)).rejects.toMatchObject({ code: 'tool/failed' });
  });

  it('can be cancelled', async () => {
    const controller = new AbortController();
    const unpacking = unxz(packed(Buffer.alloc(32 * MiB)), 32 * MiB, controller.signal);
    controller.abort();
    await expect(unpacking).rejects.toMatchObject({ code: 'cancelled' });
  });
});
