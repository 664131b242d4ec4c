import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectorCipher, type Aes } from '../guest/bitlocker';
import { libcryptoAes } from './libcrypto-aes';

async function present(): Promise<Aes> {
  const aes = await libcryptoAes();
  if (!aes) throw new Error('this computer has no libcrypto.so.3');
  return aes;
}

describe('AES of the computer’s OpenSSL', () => {
  it.each([
    ['xts-aes-128', 32],
    ['xts-aes-256', 64],
  ] as const)('gives what Node’s gives, for %s, both ways', async (cipher, keyBytes) => {
    const aes = await present();
    const lots = fc.record({ sectors: fc.integer({ min: 0, max: 600 }), first: fc.nat(2 ** 40) });
    fc.assert(
      fc.property(lots, ({ sectors, first }) => {
        const key = randomBytes(keyBytes);
        const lent = Buffer.from(key);
        const theirs = sectorCipher(cipher, lent, aes);
        lent.fill(0);
        const ours = sectorCipher(cipher, key);
        const plain = randomBytes(sectors * 512);
        const [one, other] = [Buffer.from(plain), Buffer.from(plain)];
        theirs.encrypt(one, first);
        ours.encrypt(other, first);
        expect(one.equals(other)).toBe(true);
        theirs.decrypt(one, first);
        expect(one.equals(plain)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps several keys apart that are in use at the same time', async () => {
    const aes = await present();
    const keys = Array.from({ length: 20 }, () => randomBytes(32));
    const ciphers = keys.map((key) => sectorCipher('xts-aes-128', key, aes));
    const results = ciphers.map((cipher) => {
      const data = Buffer.alloc(512);
      cipher.encrypt(data, 1);
      return data;
    });
    keys.forEach((key, index) => {
      const expected = Buffer.alloc(512);
      sectorCipher('xts-aes-128', key).encrypt(expected, 1);
      expect(results[index]?.equals(expected)).toBe(true);
    });
  });

  it('refuses keys of another length', async () => {
    const aes = await present();
    expect(() => aes.encryptor(Buffer.alloc(24))).toThrow(RangeError);
    expect(() => aes.decryptor(Buffer.alloc(0))).toThrow(RangeError);
  });

  it.each(['libno-such-crypto.so.3', 'libc.so.6'])(
    'is none where %s is all there is',
    async (name) => {
      expect(await libcryptoAes(name)).toBeNull();
    },
  );
});
