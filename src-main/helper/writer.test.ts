import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { StickError, toStickError, type StickState } from '../../src-shared/errors';
import { MiB, SECTOR } from '../../src-shared/units';
import type { Medium } from './medium';
import type { SourceFile } from './source-file';
import { writeStick, type StickContent } from './writer';

const DISK = 16 * MiB;

/** What a medium in memory does, in order, and where it can be made to misbehave. */
interface MemoryMedium extends Medium {
  readonly bytes: Buffer;
  readonly log: string[];
}

interface Faults {
  onWrite?: (offset: number, buffer: Buffer) => void;
  onCompare?: (offset: number, buffer: Buffer) => void;
}

function memoryMedium(faults: Faults = {}): MemoryMedium {
  const bytes = Buffer.alloc(DISK, 0xee);
  const log: string[] = [];
  const read = (buffer: Buffer, offset: number) => {
    bytes.copy(buffer, 0, offset);
    return Promise.resolve();
  };
  return {
    path: '/dev/test',
    sizeBytes: DISK,
    fresh: false,
    chunkBytes: 4 * MiB,
    writesInFlight: 4,
    bytes,
    log,
    read,
    async write(buffer, offset) {
      await Promise.resolve();
      faults.onWrite?.(offset, buffer);
      buffer.copy(bytes, offset);
      log.push(`write ${String(offset)}`);
    },
    adopt: () => Promise.resolve(false),
    flush() {
      log.push('flush');
      return Promise.resolve();
    },
    openForComparing() {
      log.push('reopen');
      return Promise.resolve({
        async read(buffer: Buffer, offset: number) {
          await read(buffer, offset);
          faults.onCompare?.(offset, buffer);
        },
        close: () => {
          log.push('close');
          return Promise.resolve();
        },
      });
    },
    finish() {
      log.push('finish');
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}

const sourceBytes = randomBytes(10 * MiB);
const source: SourceFile = {
  path: '/source',
  sizeBytes: sourceBytes.length,
  read(buffer, offset) {
    sourceBytes.copy(buffer, 0, offset);
    return Promise.resolve();
  },
  close: () => Promise.resolve(),
};
const content: StickContent = {
  sources: [source],
  extents: [
    { source: 0, sourceOffset: 0, targetOffset: MiB, length: 5 * MiB },
    { source: 0, sourceOffset: 5 * MiB, targetOffset: 8 * MiB, length: 4 * MiB },
  ],
  head: randomBytes(MiB),
  tail: randomBytes(33 * SECTOR),
};

async function write(medium: Medium, more: Partial<StickContent> = {}, signal?: AbortSignal) {
  const states: StickState[] = [];
  const outcome = await writeStick(
    medium,
    { ...content, ...more },
    {
      signal: signal ?? new AbortController().signal,
      onProgress: () => undefined,
      onStick: (state) => states.push(state),
    },
  ).then(
    (result) => ({ result, error: null }),
    (error: unknown) => {
      expect(error).toBeInstanceOf(StickError);
      return { result: null, error: toStickError(error) };
    },
  );
  return { ...outcome, states };
}

const hasNoTable = ({ bytes }: MemoryMedium) =>
  bytes.subarray(0, MiB).every((byte) => byte === 0) &&
  bytes.subarray(-33 * SECTOR).every((byte) => byte === 0);

describe('the order in which a stick is written', () => {
  it('erases the tables first, ascends, reads back, and writes tail and head last', async () => {
    const medium = memoryMedium();
    const { states } = await write(medium);
    expect(states).toEqual(['unfinished', 'unknown', 'finished']);
    expect(medium.log).toEqual([
      'write 0',
      `write ${String(DISK - MiB)}`,
      'flush',
      `write ${String(MiB)}`,
      `write ${String(4 * MiB)}`,
      `write ${String(8 * MiB)}`,
      'reopen',
      'flush',
      `write ${String(DISK - 33 * SECTOR)}`,
      'flush',
      'write 0',
      'flush',
      'close',
      'finish',
    ]);
  });

  it('counts what it wrote and what it compared', async () => {
    const bytes = 9 * MiB + MiB + 33 * SECTOR;
    expect((await write(memoryMedium())).result).toEqual({
      writtenBytes: bytes,
      verifiedBytes: bytes,
    });
  });
});

describe('a medium that does not keep what is written', () => {
  it('is found out, with the very byte, and gets no table', async () => {
    const wrong = 9 * MiB + 12_345;
    const medium = memoryMedium({
      onCompare(offset, buffer) {
        if (wrong < offset || wrong >= offset + buffer.length) return;
        buffer.writeUInt8(buffer.readUInt8(wrong - offset) ^ 1, wrong - offset);
      },
    });
    const { error } = await write(medium);
    expect([error?.code, error?.stick, error?.exitCode]).toEqual([
      'verify/mismatch',
      'unfinished',
      4,
    ]);
    expect(error?.params['offset']).toBe(wrong);
    expect(error?.params['cause']).toContain('cable');
    expect(hasNoTable(medium)).toBe(true);
  });

  it('is suspected of being smaller than it claims when it gives back nothing but zeros', async () => {
    const real = 9 * MiB;
    const medium = memoryMedium({
      onCompare(offset, buffer) {
        if (offset + buffer.length > real) buffer.fill(0, Math.max(real - offset, 0));
      },
    });
    const { error } = await write(medium);
    expect(error?.code).toBe('verify/mismatch');
    expect(error?.params['offset']).toBe(real);
    expect(error?.params['cause']).toContain('less than it claims');
  });

  it('gets its table erased again when the table itself comes back wrong', async () => {
    const medium = memoryMedium({
      onCompare(offset, buffer) {
        if (offset === 0) buffer.writeUInt8(buffer.readUInt8(600) ^ 1, 600);
      },
    });
    const { error, states } = await write(medium);
    expect([error?.code, error?.stick]).toEqual(['verify/mismatch', 'unfinished']);
    expect(error?.params['offset']).toBe(600);
    expect(states).toEqual(['unfinished', 'unknown', 'unfinished']);
    expect(hasNoTable(medium)).toBe(true);
  });
});

describe('a medium that fails', () => {
  const failing = (from: number) => {
    let broken = false;
    return memoryMedium({
      onWrite(offset) {
        broken ||= offset === from;
        if (broken) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
      },
    });
  };

  it('in the middle leaves an unfinished stick, and nothing is written afterwards', async () => {
    const medium = failing(4 * MiB);
    const { error } = await write(medium);
    expect(error?.stick).toBe('unfinished');
    expect(hasNoTable(medium)).toBe(true);
    expect(medium.log).not.toContain('finish');
  });

  it('while the table is written leaves a stick of which nothing is known', async () => {
    const medium = failing(DISK - 33 * SECTOR);
    const { error } = await write(medium);
    expect(error?.stick).toBe('unknown');
  });
});

describe('a source that fails', () => {
  it('stops the writing with its own error', async () => {
    const broken: SourceFile = {
      ...source,
      read: (buffer, offset) =>
        offset >= 5 * MiB ? Promise.reject(new Error('gone')) : source.read(buffer, offset),
    };
    const medium = memoryMedium();
    const { error } = await write(medium, { sources: [broken] });
    expect(error?.stick).toBe('unfinished');
    expect(error?.message).toContain('gone');
    expect(hasNoTable(medium)).toBe(true);
  });
});

describe('cancelling', () => {
  it('before the start touches nothing', async () => {
    const medium = memoryMedium();
    const { error, states } = await write(medium, {}, AbortSignal.abort());
    expect([error?.code, error?.stick]).toEqual(['cancelled', 'untouched']);
    expect(states).toEqual([]);
    expect(medium.log).toEqual([]);
  });

  it('while reading back leaves no table', async () => {
    const cancel = new AbortController();
    const medium = memoryMedium({
      onCompare: () => {
        cancel.abort();
      },
    });
    const { error } = await write(medium, {}, cancel.signal);
    expect([error?.code, error?.stick]).toEqual(['cancelled', 'unfinished']);
    expect(hasNoTable(medium)).toBe(true);
    expect(medium.log.at(-1)).toBe('close');
  });
});
