import { ownAes, type Aes } from './aes';
import type { BlocksInPlace } from './aes-tables';

export type BitLockerCipher = 'xts-aes-128' | 'xts-aes-256';

/**
 * Sectors of 512 bytes, encrypted in place. `firstSector` is the physical place in the volume (byte offset / 512): data
 * that BitLocker keeps elsewhere is encrypted for where it lies.
 */
export interface SectorCipher {
  /** Throws RangeError for a part of a sector, and for a place that no volume has. */
  encrypt(data: Buffer, firstSector: number): void;
  decrypt(data: Buffer, firstSector: number): void;
}

export const SECTOR = 512;
/** Bytes of both AES keys together: data key, then tweak key. */
export const KEY_BYTES: Record<BitLockerCipher, number> = { 'xts-aes-128': 32, 'xts-aes-256': 64 };

/** As much as the fast caches hold with its tweaks and its result. */
const BATCH_SECTORS = 256;
const WORDS_PER_SECTOR = SECTOR / 4;
const WORDS_PER_BLOCK = 4;

/**
 * XTS-AES (IEEE 1619-2007) with a sector as data unit and its number, little-endian, as tweak. AES is called for many
 * sectors at a time, which makes it several times faster than a call for each; the tweaks are made here.
 * `aes`: who does the AES in it. The key may be erased once this returns. Throws RangeError for a key of another length.
 */
export function sectorCipher(
  cipher: BitLockerCipher,
  key: Buffer,
  aes: Aes = ownAes,
): SectorCipher {
  if (key.length !== KEY_BYTES[cipher]) {
    throw new RangeError(`${cipher} has no key of ${String(key.length)} bytes`);
  }
  const half = key.length / 2;
  const encryptData = aes.encryptor(key.subarray(0, half));
  const decryptData = aes.decryptor(key.subarray(0, half));
  const encryptSeeds = aes.encryptor(key.subarray(half));
  const seeds = new Int32Array(BATCH_SECTORS * WORDS_PER_BLOCK);
  const tweaks = new Int32Array(BATCH_SECTORS * WORDS_PER_SECTOR);
  const work = new Int32Array(BATCH_SECTORS * WORDS_PER_SECTOR);

  /** As data may begin at any byte of its memory, it is worked on in words of our own. */
  const translate = (piece: Buffer, firstSector: number, blocks: BlocksInPlace): void => {
    const sectors = piece.length / SECTOR;
    const words = piece.length / 4;
    writeSectorNumbers(seeds, firstSector, sectors);
    encryptSeeds(seeds, sectors * WORDS_PER_BLOCK);
    spreadTweaks(tweaks, seeds, sectors);
    const bytes = new Uint8Array(work.buffer, 0, piece.length);
    bytes.set(piece);
    combine(work, tweaks, words);
    blocks(work, words);
    combine(work, tweaks, words);
    piece.set(bytes);
  };
  const inBatches = (data: Buffer, firstSector: number, blocks: BlocksInPlace): void => {
    checkPlace(data, firstSector);
    for (let at = 0; at < data.length; at += BATCH_SECTORS * SECTOR) {
      translate(data.subarray(at, at + BATCH_SECTORS * SECTOR), firstSector + at / SECTOR, blocks);
    }
  };
  return {
    encrypt: (data, firstSector) => {
      inBatches(data, firstSector, encryptData);
    },
    decrypt: (data, firstSector) => {
      inBatches(data, firstSector, decryptData);
    },
  };
}

function checkPlace(data: Buffer, firstSector: number): void {
  if (data.length % SECTOR !== 0) {
    throw new RangeError(`${String(data.length)} bytes are not whole sectors`);
  }
  if (!Number.isSafeInteger(firstSector) || firstSector < 0) {
    throw new RangeError(`no sector ${String(firstSector)}`);
  }
}

/** u128 little-endian for each sector. */
function writeSectorNumbers(seeds: Int32Array, firstSector: number, sectors: number): void {
  seeds.fill(0);
  for (let i = 0; i < sectors; i += 1) {
    seeds[i * WORDS_PER_BLOCK] = firstSector + i;
    seeds[i * WORDS_PER_BLOCK + 1] = Math.floor((firstSector + i) / 2 ** 32);
  }
}

/** The tweak of each block: the encrypted sector number, doubled in GF(2^128) from block to block. */
function spreadTweaks(tweaks: Int32Array, seeds: Int32Array, sectors: number): void {
  for (let i = 0; i < sectors; i += 1) {
    let a = seeds[i * WORDS_PER_BLOCK] ?? 0;
    let b = seeds[i * WORDS_PER_BLOCK + 1] ?? 0;
    let c = seeds[i * WORDS_PER_BLOCK + 2] ?? 0;
    let d = seeds[i * WORDS_PER_BLOCK + 3] ?? 0;
    const end = (i + 1) * WORDS_PER_SECTOR;
    for (let at = i * WORDS_PER_SECTOR; at < end; at += WORDS_PER_BLOCK) {
      tweaks[at] = a;
      tweaks[at + 1] = b;
      tweaks[at + 2] = c;
      tweaks[at + 3] = d;
      const carry = d >> 31;
      d = (d << 1) | (c >>> 31);
      c = (c << 1) | (b >>> 31);
      b = (b << 1) | (a >>> 31);
      a = (a << 1) ^ (carry & 0x87);
    }
  }
}

function combine(words: Int32Array, tweaks: Int32Array, count: number): void {
  for (let i = 0; i < count; i += 1) words[i] = (words[i] ?? 0) ^ (tweaks[i] ?? 0);
}
