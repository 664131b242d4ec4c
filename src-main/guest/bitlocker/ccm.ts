import { timingSafeEqual } from 'node:crypto';
import { BLOCK, aesEncryptor, type BlockFunction } from './aes-blocks';

/** What AES-CCM made of a plaintext of the same length. */
export interface CcmBox {
  /** 16 bytes. */
  mac: Buffer;
  ciphertext: Buffer;
}

/**
 * AES-CCM (NIST SP 800-38C) without associated data, with a MAC of 16 bytes and a nonce of 7 to 13 bytes, which must
 * never be used twice with one key. Throws RangeError for another nonce, and for more data than it can count.
 */
export function sealCcm(key: Buffer, nonce: Buffer, plain: Buffer): CcmBox {
  const aes = aesEncryptor(key);
  return {
    mac: xor(macOf(aes, nonce, plain), keystream(aes, nonce, 0, BLOCK)),
    ciphertext: xor(plain, keystream(aes, nonce, 1, plain.length)),
  };
}

/** The plaintext, or null when key, nonce, MAC and ciphertext don't belong together. Throws as `sealCcm` does. */
export function openCcm(key: Buffer, nonce: Buffer, { mac, ciphertext }: CcmBox): Buffer | null {
  const aes = aesEncryptor(key);
  const plain = xor(ciphertext, keystream(aes, nonce, 1, ciphertext.length));
  const expected = xor(macOf(aes, nonce, plain), keystream(aes, nonce, 0, BLOCK));
  return mac.length === BLOCK && timingSafeEqual(mac, expected) ? plain : null;
}

/** CBC-MAC over the nonce, the length and the data, padded with zeros (SP 800-38C, A.2). */
function macOf(aes: BlockFunction, nonce: Buffer, plain: Buffer): Buffer {
  const lengthBytes = lengthBytesOf(nonce);
  if (lengthBytes < 6 && plain.length >= 256 ** lengthBytes) {
    throw new RangeError(`${String(plain.length)} bytes are too many for this nonce`);
  }
  const first = Buffer.alloc(BLOCK);
  first[0] = (((BLOCK - 2) / 2) << 3) | (lengthBytes - 1);
  nonce.copy(first, 1);
  first.writeUIntBE(plain.length, BLOCK - Math.min(lengthBytes, 6), Math.min(lengthBytes, 6));
  let state = aes(first);
  for (let at = 0; at < plain.length; at += BLOCK) {
    const block = Buffer.alloc(BLOCK);
    plain.copy(block, 0, at, at + BLOCK);
    state = aes(xor(block, state));
  }
  return state;
}

/** `length` bytes of the key stream, from the block with that number on (SP 800-38C, A.3). */
function keystream(aes: BlockFunction, nonce: Buffer, from: number, length: number): Buffer {
  const lengthBytes = lengthBytesOf(nonce);
  const counters = Buffer.alloc(Math.ceil(length / BLOCK) * BLOCK);
  for (let at = 0; at < counters.length; at += BLOCK) {
    counters[at] = lengthBytes - 1;
    nonce.copy(counters, at + 1);
    const width = Math.min(lengthBytes, 6);
    counters.writeUIntBE(from + at / BLOCK, at + BLOCK - width, width);
  }
  return aes(counters).subarray(0, length);
}

/** In how many bytes the length of the data is told: what the nonce leaves of a block. */
function lengthBytesOf(nonce: Buffer): number {
  if (nonce.length < 7 || nonce.length > 13) {
    throw new RangeError(`a CCM nonce of ${String(nonce.length)} bytes`);
  }
  return BLOCK - 1 - nonce.length;
}

function xor(bytes: Buffer, other: Buffer): Buffer {
  const result = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) result[i] = (bytes[i] ?? 0) ^ (other[i] ?? 0);
  return result;
}
