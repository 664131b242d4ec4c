import { setImmediate } from 'node:timers/promises';
import { stickError } from '../../../src-shared/errors';
import { compressBlock, startState } from './sha256-block';

export interface StretchOptions {
  signal: AbortSignal;
  /** Told the share that is done, from 0 to 1, now and then. */
  onProgress?: (share: number) => void;
}

export const STRETCH_ROUNDS = 1_048_576;
/** Between two looks at everything else that waits: a few milliseconds. */
const ROUNDS_AT_A_TIME = 4096;

/**
 * BitLocker's slow hash of a password's or recovery password's SHA-256 (`initial`, 32 bytes) with a salt of 16 bytes: 2^20 times SHA-256
 * over { the last result, `initial`, `salt`, u64 number of the round }, little-endian, beginning with zeros (libbde, "BDE
 * format", stretch key). Takes about a second, in slices that leave room for others. Throws `cancelled`.
 */
export async function stretchKey(
  initial: Buffer,
  salt: Buffer,
  { signal, onProgress }: StretchOptions,
): Promise<Buffer> {
  if (initial.length !== 32 || salt.length !== 16) {
    throw new RangeError(`${String(initial.length)} and ${String(salt.length)} bytes to stretch`);
  }
  const stretcher = new Stretcher(initial, salt);
  while (stretcher.rounds < STRETCH_ROUNDS) {
    if (signal.aborted) throw stickError('cancelled', {});
    stretcher.advance(ROUNDS_AT_A_TIME);
    onProgress?.(stretcher.rounds / STRETCH_ROUNDS);
    await setImmediate();
  }
  return stretcher.result();
}

/** The 88 bytes fill two blocks of SHA-256: last result and `initial`; salt, number, and the padding of the message. */
class Stretcher {
  rounds = 0;
  readonly #first = new Int32Array(64);
  readonly #second = new Int32Array(64);
  readonly #state = new Int32Array(8);

  constructor(initial: Buffer, salt: Buffer) {
    for (let i = 0; i < 8; i += 1) this.#first[8 + i] = initial.readInt32BE(i * 4);
    for (let i = 0; i < 4; i += 1) this.#second[i] = salt.readInt32BE(i * 4);
    this.#second[6] = 0x80000000;
    this.#second[15] = 88 * 8;
  }

  advance(rounds: number): void {
    const first = this.#first;
    const second = this.#second;
    const state = this.#state;
    for (const end = this.rounds + rounds; this.rounds < end; this.rounds += 1) {
      first.set(state);
      second[4] = swapped(this.rounds);
      startState(state);
      compressBlock(state, first);
      compressBlock(state, second);
    }
  }

  result(): Buffer {
    const bytes = Buffer.alloc(32);
    this.#state.forEach((word, i) => bytes.writeInt32BE(word, i * 4));
    return bytes;
  }
}

function swapped(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}
