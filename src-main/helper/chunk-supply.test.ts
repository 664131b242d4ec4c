import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../src-shared/units';
import { CHUNK_BYTES } from '../disk/extent';
import { blockMapOf } from './test-support/block-map-of';
import { memoryMedium, memorySources, writeFrom } from './test-support/memory-medium';
import type { StickContent } from './writer';

const CHUNKS = 24;
const DISK = (CHUNKS + 3) * CHUNK_BYTES;

const sourceBytes = randomBytes(CHUNKS * CHUNK_BYTES);
let content: StickContent;

beforeAll(async () => {
  const map = await blockMapOf('/windows', sourceBytes, [
    { sourceOffset: 0, targetOffset: CHUNK_BYTES, length: sourceBytes.length },
  ]);
  content = {
    maps: [map],
    head: randomBytes(34 * SECTOR),
    tail: randomBytes(33 * SECTOR),
    resume: false,
  };
});

const sources = (onRead?: (path: string, offset: number) => void) =>
  memorySources(new Map([['/windows', sourceBytes]]), onRead);

const chunkReads = (reads: readonly string[]) =>
  Array.from({ length: CHUNKS }, (_, index) => {
    const place = `/windows ${String(index * CHUNK_BYTES)}`;
    return reads.filter((read) => read === place).length;
  });

const holds = (bytes: Buffer) =>
  bytes.subarray(CHUNK_BYTES, CHUNK_BYTES + sourceBytes.length).equals(sourceBytes);

/** A door that writes wait at until it is opened. */
function door() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('drives that get the same', () => {
  it('share one read of the source as long as they keep pace', async () => {
    const { supply, reads, openSources } = sources();
    const drives = Array.from({ length: 4 }, () => memoryMedium(DISK));
    await Promise.all(drives.map((drive) => writeFrom(supply, drive, content)));
    expect(chunkReads(reads)).toEqual(Array.from({ length: CHUNKS }, () => 1));
    for (const { bytes } of drives) expect(holds(bytes)).toBe(true);
    expect(openSources()).toBe(0);
  });

  it('never wait for a slower one, which reads for itself what is no longer in memory', async () => {
    const { supply, reads } = sources();
    const { opened, open } = door();
    const slow = memoryMedium(DISK, {
      onWrite: (offset) => (offset === 3 * CHUNK_BYTES ? opened : undefined),
    });
    const fast = [memoryMedium(DISK), memoryMedium(DISK)];
    const slowWriting = writeFrom(supply, slow, content);
    // That these end shows it: the slow one can't go on before.
    await Promise.all(fast.map((drive) => writeFrom(supply, drive, content)));
    expect(slow.log).not.toContain(`write ${String(10 * CHUNK_BYTES)}`);
    open();
    await slowWriting;
    for (const { bytes } of [slow, ...fast]) expect(holds(bytes)).toBe(true);
    const times = chunkReads(reads);
    expect(Math.max(...times)).toBe(2);
    // What was still in memory for it was not read again.
    expect(times.filter((count) => count === 1).length).toBeGreaterThan(8);
  });

  it('go on when one of them fails', async () => {
    const { supply, openSources } = sources();
    const failing = memoryMedium(DISK, {
      onWrite(offset) {
        if (offset === 6 * CHUNK_BYTES) throw new Error('broken');
      },
    });
    const others = [memoryMedium(DISK), memoryMedium(DISK)];
    const outcomes = await Promise.allSettled(
      [failing, ...others].map((drive) => writeFrom(supply, drive, content)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    for (const { bytes } of others) expect(holds(bytes)).toBe(true);
    expect(openSources()).toBe(0);
  });

  it('all fail when their source does, and it is closed', async () => {
    const { supply, openSources } = sources((_, offset) => {
      if (offset === 9 * CHUNK_BYTES) throw new Error('unreadable');
    });
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => writeFrom(supply, memoryMedium(DISK), content)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(openSources()).toBe(0);
  });

  it('fail alone when the source could not be read for a moment', async () => {
    let isBroken = true;
    const { supply } = sources((_, offset) => {
      if (isBroken && offset === 2 * CHUNK_BYTES) throw new Error('gone');
    });
    const { opened, open } = door();
    const slow = memoryMedium(DISK, { onWrite: () => opened });
    const slowOne = writeFrom(supply, slow, content);
    await expect(writeFrom(supply, memoryMedium(DISK), content)).rejects.toThrow('gone');
    isBroken = false;
    open();
    await slowOne;
    expect(holds(slow.bytes)).toBe(true);
  });

  it('get what a source holds when it is opened again, not what it held before', async () => {
    const changing = Buffer.from(sourceBytes).fill(0, CHUNK_BYTES, 3 * CHUNK_BYTES);
    const { supply } = memorySources(new Map([['/windows', changing]]));
    const cancel = new AbortController();
    const { opened, open } = door();
    const slow = memoryMedium(DISK, { onWrite: () => opened });
    const slowOne = writeFrom(supply, slow, content, { signal: cancel.signal });
    const hasty = writeFrom(supply, memoryMedium(DISK), content);
    await expect(hasty).rejects.toMatchObject({ code: 'work/damaged' });
    cancel.abort();
    open();
    await expect(slowOne).rejects.toMatchObject({ code: 'cancelled' });

    sourceBytes.copy(changing);
    const drives = [memoryMedium(DISK), memoryMedium(DISK)];
    await Promise.all(drives.map((drive) => writeFrom(supply, drive, content)));
    for (const { bytes } of drives) expect(holds(bytes)).toBe(true);
  });

  it('may be cancelled while others go on', async () => {
    const { supply } = sources();
    const cancel = new AbortController();
    const other = memoryMedium(DISK);
    const outcomes = await Promise.allSettled([
      writeFrom(supply, memoryMedium(DISK), content, {
        signal: cancel.signal,
        onProgress: (_, done) => {
          if (done > 4 * CHUNK_BYTES) cancel.abort();
        },
      }),
      writeFrom(supply, other, content),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(holds(other.bytes)).toBe(true);
  });

  it('keep apart what belongs to one of them only', async () => {
    const own = [randomBytes(MiB), randomBytes(MiB)];
    const contents = new Map([['/windows', sourceBytes]]);
    for (const [index, bytes] of own.entries()) contents.set(`/boot ${String(index)}`, bytes);
    const { supply } = memorySources(contents);
    const drives = [memoryMedium(DISK), memoryMedium(DISK)];
    await Promise.all(
      drives.map(async (drive, index) => {
        const bytes = own[index] ?? Buffer.alloc(0);
        const map = await blockMapOf(`/boot ${String(index)}`, bytes, [
          { sourceOffset: 0, targetOffset: MiB, length: bytes.length },
        ]);
        await writeFrom(supply, drive, { ...content, maps: [map, ...content.maps] });
      }),
    );
    for (const [index, { bytes }] of drives.entries()) {
      expect(holds(bytes)).toBe(true);
      expect(bytes.subarray(MiB, 2 * MiB).equals(own[index] ?? Buffer.alloc(0))).toBe(true);
    }
  });
});

describe('a single drive', () => {
  it('reads each chunk once, in order', async () => {
    const { supply, reads } = sources();
    await writeFrom(supply, memoryMedium(DISK), content);
    expect(reads).toEqual(
      Array.from({ length: CHUNKS }, (_, index) => `/windows ${String(index * CHUNK_BYTES)}`),
    );
  });
});
