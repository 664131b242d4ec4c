import { createCipheriv, getCiphers, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEY_BYTES, sectorCipher, type BitLockerCipher } from './sector-cipher';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const counting = Buffer.from(Array.from({ length: 512 }, (_, i) => i & 0xff));

/** IEEE 1619-2007, annex B: the vectors whose data units are sectors. */
const vectors: {
  name: string;
  cipher: BitLockerCipher;
  key: Buffer;
  sector: number;
  ciphertext: string;
}[] = [
  {
    name: 'vector 4',
    cipher: 'xts-aes-128',
    key: hex('2718281828459045235360287471352631415926535897932384626433832795'),
    sector: 0,
    ciphertext:
      '27a7479befa1d476489f308cd4cfa6e2a96e4bbe3208ff25287dd3819616e89cc78cf7f5e543445f8333d8fa7f56000005279fa5d8b5e4ad40e736ddb4d35412328063fd2aab53e5ea1e0a9f332500a5df9487d07a5c92cc512c8866c7e860ce93fdf166a24912b422976146ae20ce846bb7dc9ba94a767aaef20c0d61ad02655ea92dc4c4e41a8952c651d33174be51a10c421110e6d81588ede82103a252d8a750e8768defffed9122810aaeb99f9172af82b604dc4b8e51bcb08235a6f4341332e4ca60482a4ba1a03b3e65008fc5da76b70bf1690db4eae29c5f1badd03c5ccf2a55d705ddcd86d449511ceb7ec30bf12b1fa35b913f9f747a8afd1b130e94bff94effd01a91735ca1726acd0b197c4e5b03393697e126826fb6bbde8ecc1e08298516e2c9ed03ff3c1b7860f6de76d4cecd94c8119855ef5297ca67e9f3e7ff72b1e99785ca0a7e7720c5b36dc6d72cac9574c8cbbc2f801e23e56fd344b07f22154beba0f08ce8891e643ed995c94d9a69c9f1b5f499027a78572aeebd74d20cc39881c213ee770b1010e4bea718846977ae119f7a023ab58cca0ad752afe656bb3c17256a9f6e9bf19fdd5a38fc82bbe872c5539edb609ef4f79c203ebb140f2e583cb2ad15b4aa5b655016a8449277dbd477ef2c8d6c017db738b18deb4a427d1923ce3ff262735779a418f20a282df920147beabe421ee5319d0568',
  },
  {
    name: 'vector 10',
    cipher: 'xts-aes-256',
    key: hex(
      '27182818284590452353602874713526624977572470936999595749669676273141592653589793238462643383279502884197169399375105820974944592',
    ),
    sector: 0xff,
    ciphertext:
      '1c3b3a102f770386e4836c99e370cf9bea00803f5e482357a4ae12d414a3e63b5d31e276f8fe4a8d66b317f9ac683f44680a86ac35adfc3345befecb4bb188fd5776926c49a3095eb108fd1098baec70aaa66999a72a82f27d848b21d4a741b0c5cd4d5fff9dac89aeba122961d03a757123e9870f8acf1000020887891429ca2a3e7a7d7df7b10355165c8b9a6d0a7de8b062c4500dc4cd120c0f7418dae3d0b5781c34803fa75421c790dfe1de1834f280d7667b327f6c8cd7557e12ac3a0f93ec05c52e0493ef31a12d3d9260f79a289d6a379bc70c50841473d1a8cc81ec583e9645e07b8d9670655ba5bbcfecc6dc3966380ad8fecb17b6ba02469a020a84e18e8f84252070c13e9f1f289be54fbc481457778f616015e1327a02b140f1505eb309326d68378f8374595c849d84f4c333ec4423885143cb47bd71c5edae9be69a2ffeceb1bec9de244fbe15992b11b77c040f12bd8f6a975a44a0f90c29a9abc3d4d893927284c58754cce294529f8614dcd2aba991925fedc4ae74ffac6e333b93eb4aff0479da9a410e4450e0dd7ae4c6e2910900575da401fc07059f645e8b7e9bfdef33943054ff84011493c27b3429eaedb4ed5376441a77ed43851ad77f16f541dfd269d50d6a5f14fb0aab1cbb4c1550be97f7ab4066193c4caa773dad38014bd2092fa755c824bb5e54c4f36ffda9fcea70b9c6e693e148c151',
  },
];

describe('encrypting sectors', () => {
  it.each(vectors)(
    'gives what IEEE 1619 has in its $name',
    ({ cipher, key, sector, ciphertext }) => {
      const data = Buffer.from(counting);
      sectorCipher(cipher, key).encrypt(data, sector);
      expect(data.toString('hex')).toBe(ciphertext);
      sectorCipher(cipher, key).decrypt(data, sector);
      expect(data.equals(counting)).toBe(true);
    },
  );

  it.each(vectors)('goes on with $name when the key was erased', (vector) => {
    const { cipher, key, sector, ciphertext } = vector;
    const lent = Buffer.from(key);
    const made = sectorCipher(cipher, lent);
    lent.fill(0);
    const data = Buffer.from(counting);
    made.encrypt(data, sector);
    expect(data.toString('hex')).toBe(ciphertext);
    made.decrypt(data, sector);
    expect(data.equals(counting)).toBe(true);
  });

  it.each(['xts-aes-128', 'xts-aes-256'] as const)(
    'is the same as native %s, sector by sector, wherever the data lies in memory',
    (cipher) => {
      const native = cipher === 'xts-aes-128' ? 'aes-128-xts' : 'aes-256-xts';
      expect(getCiphers()).toContain(native);
      const lots = fc.record({
        sectors: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 250, max: 520 })),
        first: fc.oneof(
          fc.nat(1000),
          fc.maxSafeNat().map((n) => Math.floor(n / 2)),
        ),
        odd: fc.nat(7),
      });
      fc.assert(
        fc.property(lots, ({ sectors, first, odd }) => {
          const key = randomBytes(KEY_BYTES[cipher]);
          const plain = randomBytes(sectors * 512);
          const expected = Array.from({ length: sectors }, (_, i) => {
            const tweak = Buffer.alloc(16);
            tweak.writeBigUInt64LE(BigInt(first + i));
            return createCipheriv(native, key, tweak).update(
              plain.subarray(i * 512, i * 512 + 512),
            );
          });
          const memory = Buffer.alloc(plain.length + 16, 0xee);
          const data = memory.subarray(odd, odd + plain.length);
          plain.copy(data);
          const mine = sectorCipher(cipher, key);
          mine.encrypt(data, first);
          expect(data.equals(Buffer.concat(expected))).toBe(true);
          mine.decrypt(data, first);
          expect(data.equals(plain)).toBe(true);
          const around = [memory.subarray(0, odd), memory.subarray(odd + plain.length)];
          expect(around.every((bytes) => bytes.every((byte) => byte === 0xee))).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('refuses keys of another length, parts of sectors and places that don’t exist', () => {
    expect(() => sectorCipher('xts-aes-128', Buffer.alloc(64))).toThrow(RangeError);
    expect(() => sectorCipher('xts-aes-256', Buffer.alloc(32))).toThrow(RangeError);
    const cipher = sectorCipher('xts-aes-128', Buffer.alloc(32));
    for (const place of [-1, 0.5, NaN, 2 ** 53]) {
      expect(() => {
        cipher.encrypt(Buffer.alloc(512), place);
      }).toThrow(RangeError);
    }
    expect(() => {
      cipher.decrypt(Buffer.alloc(511), 0);
    }).toThrow(RangeError);
  });
});
