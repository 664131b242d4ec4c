import type { ByteSource } from '../io';
import { READ_LIMIT } from '../helper';

/** Bytes of a block, the unit of reading ahead and of keeping. */
const BLOCK = READ_LIMIT;
/** Blocks that are kept. */
const KEPT_BLOCKS = 24;
/** Blocks asked for at once, whoever reads. */
const AT_ONCE = 4;

export interface HelperSource extends ByteSource {
  /** Forgets what was read, because the target changes. */
  forget(): void;
}

/**
 * Random access to a target through the helper. It asks for whole MiB and keeps the last ones, so that
 * a check, which reads thousands of small records lying close together, waits for few answers.
 */
export function helperSource(
  size: number,
  readBlock: (offset: number, length: number) => Promise<Buffer>,
): HelperSource {
  /** In order of their last use. Promises, so that a block is never asked for twice. */
  const kept = new Map<number, Promise<Buffer>>();
  const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve());
  let nextLane = 0;

  const ask = (index: number): Promise<Buffer> => {
    const start = index * BLOCK;
    const lane = nextLane++ % AT_ONCE;
    const answer = Promise.resolve(lanes[lane]).then(() =>
      readBlock(start, Math.min(BLOCK, size - start)),
    );
    // The next in this lane waits for this answer, whatever it is.
    lanes[lane] = answer.catch(() => undefined);
    return answer;
  };

  const block = (index: number): Promise<Buffer> => {
    const found = kept.get(index) ?? ask(index);
    kept.delete(index);
    kept.set(index, found);
    found.catch(() => kept.delete(index));
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT_BLOCKS) break;
      kept.delete(oldest);
    }
    return found;
  };

  return {
    size,
    async read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > size) {
        throw new RangeError(`read ${String(offset)}+${String(length)} of ${String(size)}`);
      }
      const result = Buffer.allocUnsafe(length);
      const copyBlock = async (index: number): Promise<void> => {
        const start = index * BLOCK;
        const bytes = await block(index);
        const from = Math.max(offset - start, 0);
        bytes.copy(result, Math.max(start - offset, 0), from, offset + length - start);
      };
      const copies: Promise<void>[] = [];
      for (let index = Math.floor(offset / BLOCK); index * BLOCK < offset + length; index += 1) {
        copies.push(copyBlock(index));
        // A long read must not hold more blocks than are kept.
        if (copies.length === AT_ONCE) await Promise.all(copies.splice(0));
      }
      await Promise.all(copies);
      return result;
    },
    forget() {
      kept.clear();
    },
  };
}
