import xxhash from 'xxhash-wasm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StickError } from '../../src-shared/errors';
import { MiB } from '../../src-shared/units';
import { bufferSource, type ByteSource } from '../io';
import { hashChunks } from './hash-chunks';

const { signal } = new AbortController();

/** What xxhsum tests itself with (`xsum_sanity_check.c`). */
function sanityBytes(length: number): Buffer {
  let generator = 2654435761n;
  return Buffer.from(
    Array.from({ length }, () => {
      const byte = Number(generator >> 56n);
      generator = BigInt.asUintN(64, generator * 11400714785074694797n);
      return byte;
    }),
  );
}

describe('hashed chunks', () => {
  it.each([
    [1, 0xe934a84adb052768n],
    [14, 0x8282dcc4994e35c8n],
    [222, 0xb641ae8cb691c174n],
  ])('have the XXH64 that xxhsum expects in its own test of %i bytes', async (length, expected) => {
    const extent = { sourceOffset: 0, targetOffset: 512, length };
    const chunks = await hashChunks([extent], bufferSource(sanityBytes(length)), { signal });
    expect(chunks).toEqual([{ ...extent, hash: expected }]);
  });

  it('have the hash of what the source holds there, in the order of the extents', async () => {
    const bytes = Buffer.alloc(9 * MiB, 'not the same in every place');
    const judge = await xxhash();
    const place = fc.record({
      sourceOffset: fc.nat({ max: 4 * MiB }),
      targetOffset: fc.nat({ max: 20 * MiB }),
      length: fc.integer({ min: 1, max: 5 * MiB }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 4 }), async (extents) => {
        const chunks = await hashChunks(extents, bufferSource(bytes), { signal });
        const total = extents.reduce((sum, { length }) => sum + length, 0);
        expect(chunks.reduce((sum, { length }) => sum + length, 0)).toBe(total);
        for (const { sourceOffset, length, hash } of chunks) {
          const there = bytes.subarray(sourceOffset, sourceOffset + length);
          expect(hash).toBe(judge.create64().update(there).digest());
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are counted as they are done', async () => {
    const seen: [number, number][] = [];
    const extents = [{ sourceOffset: 0, targetOffset: MiB, length: 8 * MiB }];
    await hashChunks(extents, bufferSource(Buffer.alloc(8 * MiB)), {
      signal,
      onProgress: (...progress) => seen.push(progress),
    });
    expect(seen).toEqual([3, 7, 8].map((done) => [done * MiB, 8 * MiB]));
  });

  it('are read no further than one ahead', async () => {
    let read = 0;
    let mostAhead = 0;
    const source: ByteSource = {
      size: 64 * MiB,
      read(_offset, length) {
        read += length;
        return Promise.resolve(Buffer.alloc(length));
      },
    };
    const extents = [{ sourceOffset: 0, targetOffset: 0, length: 64 * MiB }];
    const onProgress = (done: number): void => {
      mostAhead = Math.max(mostAhead, read - done);
    };
    await hashChunks(extents, source, { signal, onProgress });
    expect(mostAhead).toBe(4 * MiB);
  });

  it('end as cancelled after an abort, and with the error of a source that fails', async () => {
    const extents = [{ sourceOffset: 0, targetOffset: 0, length: 64 * MiB }];
    const controller = new AbortController();
    let reads = 0;
    const source: ByteSource = {
      size: 64 * MiB,
      read(_offset, length) {
        reads += 1;
        if (reads === 3) controller.abort();
        return Promise.resolve(Buffer.alloc(length));
      },
    };
    const aborted = hashChunks(extents, source, { signal: controller.signal });
    await expect(aborted).rejects.toThrow(StickError);
    await expect(aborted).rejects.toMatchObject({ code: 'cancelled' });
    expect(reads).toBe(3);

    const broken: ByteSource = {
      size: 64 * MiB,
      read: (offset, length) =>
        offset < 8 * MiB
          ? Promise.resolve(Buffer.alloc(length))
          : Promise.reject(new Error(`no byte ${String(offset)}`)),
    };
    await expect(hashChunks(extents, broken, { signal })).rejects.toThrow('no byte 8388608');
  });

  it('are none of no extents', async () => {
    expect(await hashChunks([], bufferSource(Buffer.alloc(0)), { signal })).toEqual([]);
  });
});
