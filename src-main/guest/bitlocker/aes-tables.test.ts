import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aesEncryptor } from './aes-blocks';
import { tableEncryptor } from './aes-tables';
import { fastDecryptor } from './fast-decryptor';
import { fastEncryptor, nativeInPlace } from './fast-encryptor';

function inPlace(blocks: Buffer, encrypt: (words: Int32Array, count: number) => void): string {
  const words = new Int32Array(blocks.length / 4);
  new Uint8Array(words.buffer).set(blocks);
  encrypt(words, words.length);
  return Buffer.from(words.buffer).toString('hex');
}

/** FIPS 197, appendix C. */
const plain = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
const vectors = [
  [16, '69c4e0d86a7b0430d8cdb78070b4c55a'],
  [32, '8ea2b7ca516745bfeafc49904b496089'],
] as const;

describe('AES by tables', () => {
  it.each(vectors)('gives what FIPS 197 has for a key of %i bytes', (length, ciphertext) => {
    const key = Buffer.from(Array.from({ length }, (_, i) => i));
    expect(inPlace(plain, tableEncryptor(key))).toBe(ciphertext);
    expect(inPlace(plain, nativeInPlace(aesEncryptor(key)))).toBe(ciphertext);
  });

  it('is the same as native AES, and so is what is chosen; the decryptor undoes it', () => {
    const bytes = (length: number) =>
      fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));
    const blocks = fc.nat(20).chain((count) => bytes(count * 16));
    fc.assert(
      fc.property(fc.oneof(bytes(16), bytes(32)), blocks, (key, data) => {
        const expected = aesEncryptor(key)(data).toString('hex');
        expect(inPlace(data, tableEncryptor(key))).toBe(expected);
        expect(inPlace(data, fastEncryptor(key))).toBe(expected);
        const back = inPlace(Buffer.from(expected, 'hex'), fastDecryptor(key));
        expect(back).toBe(data.toString('hex'));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses keys of other lengths', () => {
    for (const length of [0, 15, 24, 64]) {
      expect(() => tableEncryptor(Buffer.alloc(length))).toThrow(RangeError);
    }
  });
});
