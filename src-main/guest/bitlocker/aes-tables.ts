/** Encrypts blocks of four little-endian words in place; `words` is how many, a multiple of four. */
export type BlocksInPlace = (blocks: Int32Array, words: number) => void;

/**
 * AES (FIPS 197) in JavaScript, by tables that hold what one byte adds to a column in a round. About three times as fast as
 * the AES of Electron run as Node, whose BoringSSL doesn't look for the processor's AES instructions; far slower than Node's own.
 * Throws RangeError for another key than of 16 or 32 bytes.
 */
export function tableEncryptor(key: Buffer): BlocksInPlace {
  const schedule = expandKey(key);
  return (blocks, words) => {
    for (let at = 0; at < words; at += 4) encryptBlock(schedule, blocks, at);
  };
}

const SBOX = makeSbox();
/** S-box and MixColumns of a byte in the first row; the tables of the other rows are the same, rotated. */
const ROW0 = Int32Array.from(SBOX, (s) => twice(s) | (s << 8) | (s << 16) | ((twice(s) ^ s) << 24));
const ROW1 = ROW0.map((word) => rotated(word, 8));
const ROW2 = ROW0.map((word) => rotated(word, 16));
const ROW3 = ROW0.map((word) => rotated(word, 24));

function encryptBlock(schedule: Int32Array, blocks: Int32Array, at: number): void {
  const last = schedule.length - 4;
  let a = (blocks[at] ?? 0) ^ (schedule[0] ?? 0);
  let b = (blocks[at + 1] ?? 0) ^ (schedule[1] ?? 0);
  let c = (blocks[at + 2] ?? 0) ^ (schedule[2] ?? 0);
  let d = (blocks[at + 3] ?? 0) ^ (schedule[3] ?? 0);
  for (let k = 4; k < last; k += 4) {
    const e = column(a, b, c, d) ^ (schedule[k] ?? 0);
    const f = column(b, c, d, a) ^ (schedule[k + 1] ?? 0);
    const g = column(c, d, a, b) ^ (schedule[k + 2] ?? 0);
    d = column(d, a, b, c) ^ (schedule[k + 3] ?? 0);
    a = e;
    b = f;
    c = g;
  }
  blocks[at] = lastColumn(a, b, c, d) ^ (schedule[last] ?? 0);
  blocks[at + 1] = lastColumn(b, c, d, a) ^ (schedule[last + 1] ?? 0);
  blocks[at + 2] = lastColumn(c, d, a, b) ^ (schedule[last + 2] ?? 0);
  blocks[at + 3] = lastColumn(d, a, b, c) ^ (schedule[last + 3] ?? 0);
}

/** A column of a round's result: ShiftRows takes its bytes from four columns. */
function column(a: number, b: number, c: number, d: number): number {
  return (
    (ROW0[a & 0xff] ?? 0) ^
    (ROW1[(b >>> 8) & 0xff] ?? 0) ^
    (ROW2[(c >>> 16) & 0xff] ?? 0) ^
    (ROW3[d >>> 24] ?? 0)
  );
}

/** The same in the last round, which has no MixColumns. */
function lastColumn(a: number, b: number, c: number, d: number): number {
  return (
    (SBOX[a & 0xff] ?? 0) |
    ((SBOX[(b >>> 8) & 0xff] ?? 0) << 8) |
    ((SBOX[(c >>> 16) & 0xff] ?? 0) << 16) |
    ((SBOX[d >>> 24] ?? 0) << 24)
  );
}

/** FIPS 197, 5.2. */
function expandKey(key: Buffer): Int32Array {
  const keyWords = key.length / 4;
  if (keyWords !== 4 && keyWords !== 8) {
    throw new RangeError(`an AES key of ${String(key.length)} bytes`);
  }
  const schedule = new Int32Array(4 * (keyWords + 7));
  let constant = 1;
  for (let i = 0; i < schedule.length; i += 1) {
    if (i < keyWords) {
      schedule[i] = key.readInt32LE(i * 4);
      continue;
    }
    let word = schedule[i - 1] ?? 0;
    if (i % keyWords === 0) {
      word = rotated(word, 24);
      word = lastColumn(word, word, word, word) ^ constant;
      constant = twice(constant);
    } else if (keyWords === 8 && i % 8 === 4) {
      word = lastColumn(word, word, word, word);
    }
    schedule[i] = (schedule[i - keyWords] ?? 0) ^ word;
  }
  return schedule;
}

/** FIPS 197, 5.1.1: the inverse in GF(2^8), found by going through the powers of 3 and of its inverse, then bits combined. */
function makeSbox(): Uint8Array {
  const box = new Uint8Array(256);
  box[0] = 0x63;
  let power = 1;
  let inverse = 1;
  do {
    power ^= twice(power);
    inverse = timesInverseOfThree(inverse);
    const bits = inverse | (inverse << 8);
    box[power] = (bits ^ (bits >> 4) ^ (bits >> 5) ^ (bits >> 6) ^ (bits >> 7) ^ 0x63) & 0xff;
  } while (power !== 1);
  return box;
}

/** 0xf6 is the inverse of 3. */
function timesInverseOfThree(value: number): number {
  let product = 0;
  for (let factor = 0xf6, shifted = value; factor > 0; factor >>= 1, shifted = twice(shifted)) {
    if (factor & 1) product ^= shifted;
  }
  return product;
}

/** Times x in AES' field. */
function twice(byte: number): number {
  return ((byte << 1) ^ (byte & 0x80 ? 0x11b : 0)) & 0xff;
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
