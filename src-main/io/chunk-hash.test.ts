import { describe, expect, it } from 'vitest';
import { chunkHasher } from './chunk-hash';

const PRIME32 = 2654435761n;
const PRIME64 = 11400714785074694797n;

/** The bytes that xxHash's own sanity test hashes (xxHash 0.8, tests/sanity_test.c). */
function sanityBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let generator = PRIME32;
  for (let at = 0; at < length; at += 1) {
    bytes[at] = Number(generator >> 56n);
    generator = BigInt.asUintN(64, generator * PRIME64);
  }
  return bytes;
}

describe('chunkHasher', () => {
  it('computes XXH64 with seed 0, by the values of its reference implementation', async () => {
    const hash = await chunkHasher();
    expect(hash(sanityBytes(0))).toBe(0xef46db3751d8e999n);
    expect(hash(sanityBytes(1))).toBe(0xe934a84adb052768n);
    expect(hash(sanityBytes(4))).toBe(0x9136a0dca57457een);
    expect(hash(sanityBytes(14))).toBe(0x8282dcc4994e35c8n);
    expect(hash(sanityBytes(222))).toBe(0xb641ae8cb691c174n);
  });

  it('hashes the part of a buffer that it is given', async () => {
    const hash = await chunkHasher();
    expect(hash(Buffer.from('xabcx').subarray(1, 4))).toBe(hash(Buffer.from('abc')));
    expect(hash(Buffer.from('abc'))).toBe(0x44bc2cf5ad770999n);
  });
});
