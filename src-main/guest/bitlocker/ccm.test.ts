import { createCipheriv, getCiphers } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCcm, sealCcm } from './ccm';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** Without associated data, and with a MAC of 16 bytes. */
const vectors = [
  {
    name: 'NIST, CCM test vectors, VADT256, Alen = 0',
    key: '1b0e8df63c57f05d9ac457575ea764524b8610ae5164e6215f426f5a7ae6ede4',
    nonce: 'a544218dadd3c10583db49cf39',
    plain: '3c0e2815d37d844f7ac240ba9d6e3a0b2a86f706e885959e',
    ciphertext: 'f0050ad16392021a3f40207bed3521fb1e9f808f49830c42',
    mac: '3a578d179902f912f9ea1afbce1120b3',
  },
  {
    name: 'Wycheproof, aes_ccm_test, 200',
    key: 'c180c12e6af8cc0719049efe99d4df2de241efec5a013145b2b75e15dba16fe5',
    nonce: '126fbbd699beb374f67baa7b',
    plain: '',
    ciphertext: '',
    mac: '15dc4b8122b0e5ad13dbea7096e81868',
  },
  {
    name: 'Wycheproof, aes_ccm_test, 4',
    key: 'ffdf4228361ea1f8165852136b3480f7',
    nonce: '0e1666f2dc652f7708fb8f0d',
    plain: '25b12e28ac0ef6ead0226a3b2288c800',
    ciphertext: 'aaf596fa5b00aaac27700146aec932a9',
    mac: '848b6735d32c96e4a0532bcdfaf33582',
  },
];

const bytes = (length: number): fc.Arbitrary<Buffer> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));
const messages = fc.record({
  key: fc.oneof(bytes(16), bytes(32)),
  nonce: fc.integer({ min: 7, max: 13 }).chain(bytes),
  plain: fc.uint8Array({ maxLength: 600 }).map((array) => Buffer.from(array)),
});

describe('AES-CCM', () => {
  it.each(vectors)('gives what is expected: $name', ({ key, nonce, plain, ciphertext, mac }) => {
    const box = sealCcm(hex(key), hex(nonce), hex(plain));
    expect(box.ciphertext.toString('hex')).toBe(ciphertext);
    expect(box.mac.toString('hex')).toBe(mac);
    expect(openCcm(hex(key), hex(nonce), box)?.toString('hex')).toBe(plain);
  });

  it('is the same as native CCM', () => {
    expect(getCiphers()).toEqual(expect.arrayContaining(['aes-128-ccm', 'aes-256-ccm']));
    fc.assert(
      fc.property(messages, ({ key, nonce, plain }) => {
        const name = key.length === 16 ? 'aes-128-ccm' : 'aes-256-ccm';
        const native = createCipheriv(name, key, nonce, { authTagLength: 16 });
        const ciphertext = Buffer.concat([native.update(plain), native.final()]);
        expect(sealCcm(key, nonce, plain)).toEqual({ ciphertext, mac: native.getAuthTag() });
      }),
      { numRuns: 200 },
    );
  });

  it('opens nothing that was changed in one bit', () => {
    fc.assert(
      fc.property(messages, fc.nat(), ({ key, nonce, plain }, where) => {
        const box = sealCcm(key, nonce, plain);
        const all = Buffer.concat([key, nonce, box.mac, box.ciphertext]);
        const bit = where % (all.length * 8);
        all[bit >> 3] = (all[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const macAt = key.length + nonce.length;
        const changed = {
          mac: all.subarray(macAt, macAt + 16),
          ciphertext: all.subarray(macAt + 16),
        };
        const opened = openCcm(
          all.subarray(0, key.length),
          all.subarray(key.length, macAt),
          changed,
        );
        expect(opened).toBeNull();
        expect(openCcm(key, nonce, box)?.equals(plain)).toBe(true);
      }),
    );
  });

  it('refuses what it can’t count or doesn’t know', () => {
    const key = Buffer.alloc(32);
    expect(() => sealCcm(key, Buffer.alloc(6), key)).toThrow(RangeError);
    expect(() => sealCcm(key, Buffer.alloc(14), key)).toThrow(RangeError);
    expect(() => sealCcm(Buffer.alloc(24), Buffer.alloc(12), key)).toThrow(RangeError);
    expect(() => sealCcm(key, Buffer.alloc(13), Buffer.alloc(65_536))).toThrow(RangeError);
    const short = { mac: Buffer.alloc(15), ciphertext: Buffer.alloc(8) };
    expect(openCcm(key, Buffer.alloc(12), short)).toBeNull();
  });
});
