import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Turns whole 16-byte blocks into as many, each on its own. */
export type BlockFunction = (blocks: Uint8Array) => Buffer;

export const BLOCK = 16;

/** AES of single blocks (FIPS 197, "ECB"): all that Electron's BoringSSL offers to compose XTS and CCM of. */
export function aesEncryptor(key: Buffer): BlockFunction {
  const cipher = createCipheriv(ecbOf(key), key, null).setAutoPadding(false);
  return (blocks) => cipher.update(blocks);
}

export function aesDecryptor(key: Buffer): BlockFunction {
  const cipher = createDecipheriv(ecbOf(key), key, null).setAutoPadding(false);
  return (blocks) => cipher.update(blocks);
}

function ecbOf(key: Buffer): 'aes-128-ecb' | 'aes-256-ecb' {
  if (key.length === 16) return 'aes-128-ecb';
  if (key.length === 32) return 'aes-256-ecb';
  throw new RangeError(`an AES key of ${String(key.length)} bytes`);
}
