import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compressBlock, startState } from './sha256-block';
import { STRETCH_ROUNDS, stretchKey } from './stretch-key';

const never = new AbortController().signal;

describe('stretching a key', () => {
  it('is 2^20 times SHA-256 over the last result, the key, the salt and the round', async () => {
    const [initial, salt] = [randomBytes(32), randomBytes(16)];
    const message = Buffer.concat([Buffer.alloc(32), initial, salt, Buffer.alloc(8)]);
    for (let round = 0; round < STRETCH_ROUNDS; round += 1) {
      message.writeUInt32LE(round, 80);
      createHash('sha256').update(message).digest().copy(message);
    }
    const expected = message.toString('hex', 0, 32);
    const shares: number[] = [];
    const onProgress = (share: number) => shares.push(share);
    const stretched = await stretchKey(initial, salt, { signal: never, onProgress });
    expect(stretched.toString('hex')).toBe(expected);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('leaves room for others, and ends when it is told to', async () => {
    const cancel = new AbortController();
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
      if (turns === 3) cancel.abort();
    }, 1);
    const stretching = stretchKey(Buffer.alloc(32), Buffer.alloc(16), { signal: cancel.signal });
    await expect(stretching).rejects.toMatchObject({ code: 'cancelled' });
    clearInterval(timer);
    expect(turns).toBe(3);
  });

  it('refuses what is no key or salt', async () => {
    await expect(stretchKey(randomBytes(31), randomBytes(16), { signal: never })).rejects.toThrow(
      RangeError,
    );
    await expect(stretchKey(randomBytes(32), randomBytes(15), { signal: never })).rejects.toThrow(
      RangeError,
    );
  });
});

describe('the compression function', () => {
  it('makes SHA-256 of one block, FIPS 180-4’s example “abc”', () => {
    const state = new Int32Array(8);
    const words = new Int32Array(64);
    words.set([0x61626380, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 24]);
    startState(state);
    compressBlock(state, words);
    const hex = Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    expect(hex).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
