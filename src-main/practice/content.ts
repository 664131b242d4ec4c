import { createCipheriv } from 'node:crypto';
import { NOTICE } from './notice';

/** What a practice file contains. The same content always has the same bytes. */
export type Content =
  | { kind: 'bytes'; bytes: Buffer }
  /** The notice, then filler up to `size` bytes. Two fillers with different seeds have nothing in common. */
  | { kind: 'filler'; size: number; seed: number; compressible: boolean };

const CHUNK = 1024 * 1024;
const header = Buffer.from(`${NOTICE}\n`, 'utf8');

/** The bytes of a file, in pieces of at most 1 MiB. */
export function* chunksOf(content: Content): Generator<Buffer> {
  if (content.kind === 'bytes') {
    yield content.bytes;
    return;
  }
  const filler = content.compressible ? textFiller(content.seed) : noiseFiller(content.seed);
  yield header.subarray(0, content.size);
  for (let left = content.size - header.length; left > 0; left -= CHUNK) {
    yield filler(Math.min(left, CHUNK));
  }
}

type Filler = (length: number) => Buffer;

/** Bytes that look random: the key stream of AES in counter mode. */
function noiseFiller(seed: number): Filler {
  const key = Buffer.alloc(16);
  key.writeUInt32LE(seed);
  const stream = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  return (length) => stream.update(Buffer.alloc(length));
}

/** Lines that differ in their numbers only; they compress to a fraction. */
function textFiller(seed: number): Filler {
  let line = 0;
  return (length) => {
    const lines: string[] = [];
    let bytes = 0;
    while (bytes < length) {
      const text = `practice ${String(seed)} line ${String(line)}: some text that repeats itself\n`;
      lines.push(text);
      bytes += text.length;
      line += 1;
    }
    return Buffer.from(lines.join(''), 'latin1').subarray(0, length);
  };
}
