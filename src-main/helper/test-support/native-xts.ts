import { createCipheriv } from 'node:crypto';
import { SECTOR } from '../../../src-shared/units';
import type { BitLockerCipher } from '../../../src-shared/protect';

/** Encrypts sectors by OpenSSL's own XTS, which knows nothing of ours: a new cipher for each sector. */
export function nativeXts(
  cipher: BitLockerCipher,
  key: Buffer,
  plain: Buffer,
  firstSector: number,
): Buffer {
  const name = cipher === 'xts-aes-128' ? 'aes-128-xts' : 'aes-256-xts';
  const encrypted = Buffer.alloc(plain.length);
  for (let at = 0; at < plain.length; at += SECTOR) {
    const tweak = Buffer.alloc(16);
    tweak.writeBigUInt64LE(BigInt(firstSector + at / SECTOR));
    createCipheriv(name, key, tweak)
      .update(plain.subarray(at, at + SECTOR))
      .copy(encrypted, at);
  }
  return encrypted;
}
