import type { BlocksInPlace } from './aes-tables';
import { fastDecryptor } from './fast-decryptor';
import { fastEncryptor } from './fast-encryptor';

/** AES for much data, by keys of 16 or 32 bytes, which may be erased once a function was made of them. */
export interface Aes {
  encryptor(key: Buffer): BlocksInPlace;
  decryptor(key: Buffer): BlocksInPlace;
}

/** By node:crypto, and by JavaScript where that is slow. */
export const ownAes: Aes = { encryptor: fastEncryptor, decryptor: fastDecryptor };
