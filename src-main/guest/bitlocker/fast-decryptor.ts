import { createDecipheriv } from 'node:crypto';
import type { BlocksInPlace } from './aes-tables';

const WORDS_PER_BLOCK = 4;

/**
 * AES decryption for much data. CBC decrypts many blocks at a time where ECB goes from block to block, which makes it several
 * times as fast in Node and in Electron; that it combines each block with the ciphertext before it is undone.
 */
export function fastDecryptor(key: Buffer): BlocksInPlace {
  const name = key.length === 16 ? 'aes-128-cbc' : 'aes-256-cbc';
  // It is needed for each call, and the caller may erase what was handed in.
  const own = Buffer.from(key);
  const start = Buffer.alloc(16);
  return (blocks, words) => {
    const bytes = new Uint8Array(blocks.buffer, blocks.byteOffset, words * 4);
    const before = blocks.slice(0, Math.max(0, words - WORDS_PER_BLOCK));
    bytes.set(createDecipheriv(name, own, start).setAutoPadding(false).update(bytes));
    for (let i = 0; i < before.length; i += 1) {
      const at = i + WORDS_PER_BLOCK;
      blocks[at] = (blocks[at] ?? 0) ^ (before[i] ?? 0);
    }
  };
}
