import { aesEncryptor, type BlockFunction } from './aes-blocks';
import { tableEncryptor, type BlocksInPlace } from './aes-tables';

/** AES for much data, by whichever way is the faster one in this process. */
export function fastEncryptor(key: Buffer): BlocksInPlace {
  tablesAreFaster ??= measure();
  return tablesAreFaster ? tableEncryptor(key) : nativeInPlace(aesEncryptor(key));
}

export function nativeInPlace(aes: BlockFunction): BlocksInPlace {
  return (blocks, words) => {
    const bytes = new Uint8Array(blocks.buffer, blocks.byteOffset, words * 4);
    bytes.set(aes(bytes));
  };
}

let tablesAreFaster: boolean | undefined;

const TRIAL_WORDS = 16_384;
const TRIALS = 5;

/** A few hundredths of a second, once. The best of several times is what others that run meanwhile disturb least. */
function measure(): boolean {
  const key = Buffer.alloc(16);
  const blocks = new Int32Array(TRIAL_WORDS);
  const best = (encrypt: BlocksInPlace): number => {
    const times = Array.from({ length: TRIALS }, () => {
      const start = performance.now();
      encrypt(blocks, TRIAL_WORDS);
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  const native = best(nativeInPlace(aesEncryptor(key)));
  return best(tableEncryptor(key)) < native;
}
