import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { StickError, toStickError, type StickState } from '../../src-shared/errors';
import { MiB, SECTOR, formatBytes } from '../../src-shared/units';
import type { Medium } from './medium';
import { blockMapOf } from './test-support/block-map-of';
import {
  memoryMedium,
  memorySources,
  writeFrom,
  type Faults,
  type MemoryMedium,
} from './test-support/memory-medium';
import type { StickContent } from './writer';

const DISK = 16 * MiB;
const TABLES = MiB + 33 * SECTOR;

const sourceBytes = randomBytes(10 * MiB);
let content: StickContent;

beforeAll(async () => {
  const map = await blockMapOf('/source', sourceBytes, [
    { sourceOffset: 0, targetOffset: MiB, length: 5 * MiB },
    { sourceOffset: 5 * MiB, targetOffset: 8 * MiB, length: 4 * MiB },
  ]);
  content = { maps: [map], head: randomBytes(MiB), tail: randomBytes(33 * SECTOR), resume: false };
});

const drive = (faults: Faults = {}) => memoryMedium(DISK, faults);

async function write(
  medium: Medium,
  more: { signal?: AbortSignal; state?: StickState; source?: Buffer; content?: StickContent } = {},
) {
  const states: StickState[] = [];
  const phases: string[] = [];
  const { supply } = memorySources(new Map([['/source', more.source ?? sourceBytes]]));
  const outcome = await writeFrom(supply, medium, more.content ?? content, {
    ...more,
    onStick: (state) => states.push(state),
    onProgress: (phase, done, total) => phases.push(`${phase} ${String(done)}/${String(total)}`),
  }).then(
    (result) => ({ result, error: null }),
    (error: unknown) => {
      expect(error).toBeInstanceOf(StickError);
      return { result: null, error: toStickError(error) };
    },
  );
  return { ...outcome, states, phases };
}

const hasNoTable = ({ bytes }: MemoryMedium) =>
  bytes.subarray(0, MiB).every((byte) => byte === 0) &&
  bytes.subarray(-33 * SECTOR).every((byte) => byte === 0);

describe('the order in which a stick is written', () => {
  it('erases the tables first, ascends, reads back, and writes tail and head last', async () => {
    const medium = drive();
    const { states } = await write(medium);
    expect(states).toEqual(['unknown', 'unfinished', 'unknown', 'finished']);
    expect(medium.log).toEqual([
      'reopen',
      'write 0',
      `write ${String(DISK - MiB)}`,
      'flush',
      `write ${String(MiB)}`,
      `write ${String(4 * MiB)}`,
      `write ${String(8 * MiB)}`,
      'flush',
      `compare ${String(MiB)}`,
      `compare ${String(4 * MiB)}`,
      `compare ${String(8 * MiB)}`,
      `write ${String(DISK - 33 * SECTOR)}`,
      'flush',
      'write 0',
      'flush',
      `compare ${String(DISK - 33 * SECTOR)}`,
      'compare 0',
      'finish',
      'close',
    ]);
  });

  it('counts what it wrote and what it compared', async () => {
    const bytes = 9 * MiB + TABLES;
    expect((await write(drive())).result).toEqual({
      writtenBytes: bytes,
      resumedBytes: 0,
      freeSpace: null,
      verifiedBytes: bytes,
    });
  });

  it('tells of each phase from nothing to all of it', async () => {
    const bytes = 9 * MiB;
    const { phases } = await write(drive());
    const ends = phases.filter((step) => step.includes(' 0/') || / (\d+)\/\1$/.test(step));
    expect(ends).toEqual([
      `writing 0/${String(bytes)}`,
      `writing ${String(bytes)}/${String(bytes)}`,
      `flushing 0/${String(bytes)}`,
      `flushing ${String(bytes)}/${String(bytes)}`,
      `verifying 0/${String(bytes + TABLES)}`,
      `verifying ${String(bytes + TABLES)}/${String(bytes + TABLES)}`,
    ]);
  });

  it('counts no byte as done whose write has not ended', async () => {
    const started: number[] = [];
    let done = 0;
    const medium = drive({
      onWrite(offset, buffer) {
        if (offset >= MiB && offset < DISK - MiB) started.push(buffer.length);
      },
    });
    const { supply } = memorySources(new Map([['/source', sourceBytes]]));
    await writeFrom(supply, medium, content, {
      onProgress(phase, doneBytes) {
        if (phase !== 'writing') return;
        expect(doneBytes).toBeLessThanOrEqual(started.reduce((a, b) => a + b, 0));
        done = doneBytes;
      },
    });
    expect(done).toBe(9 * MiB);
  });

  it('has no more writes under way than the medium wants', async () => {
    const source = randomBytes(64 * MiB);
    const map = await blockMapOf('/source', source, [
      { sourceOffset: 0, targetOffset: 4 * MiB, length: source.length },
    ]);
    const medium = memoryMedium(80 * MiB, { onWrite: () => new Promise(setImmediate) });
    const { error } = await write(medium, { source, content: { ...content, maps: [map] } });
    expect(error).toBeNull();
    expect(medium.mostWrites).toBe(medium.writesInFlight);
  });
});

describe('a medium that does not keep what is written', () => {
  /** Changes what comes back from 9 MiB + 12,345 on. */
  const wrong = 9 * MiB + 12_345;
  const changing = (change: (rest: Buffer) => void) =>
    drive({
      onCompare(offset, buffer) {
        if (wrong < offset || wrong >= offset + buffer.length) return;
        change(buffer.subarray(wrong - offset));
      },
    });
  const invert = (bytes: Buffer) => {
    for (const [index, byte] of bytes.entries()) bytes[index] = byte ^ 0xff;
  };

  it.each([
    [
      'memory that is worn out by a single bit',
      (rest: Buffer) => {
        rest.writeUInt8(rest.readUInt8() ^ 1);
      },
      'worn out',
    ],
    [
      'a bad connection by a whole sector',
      (rest: Buffer) => {
        invert(rest.subarray(0, SECTOR));
      },
      'cable',
    ],
    [
      'a drive smaller than it claims by nothing but zeros',
      (rest: Buffer) => rest.fill(0),
      'less than it claims',
    ],
    [
      'a drive smaller than it claims by nothing but ones',
      (rest: Buffer) => rest.fill(0xff),
      'less than it claims',
    ],
  ] as [string, (rest: Buffer) => void, string][])(
    'is suspected of %s',
    async (_, change, cause) => {
      const medium = changing(change);
      // The byte where it begins to be wrong must not happen to be right.
      const source = Buffer.from(sourceBytes);
      source[6 * MiB + 12_345] = 0x55;
      const map = await blockMapOf('/source', source, content.maps[0]?.chunks ?? []);
      const { error } = await write(medium, { source, content: { ...content, maps: [map] } });
      expect([error?.code, error?.stick, error?.exitCode]).toEqual([
        'verify/mismatch',
        'unfinished',
        4,
      ]);
      expect(error?.params['offset']).toBe(wrong);
      expect(error?.params['cause']).toContain(cause);
      expect(hasNoTable(medium)).toBe(true);
    },
  );

  it.each([8 * MiB, 7 * MiB + 3 * SECTOR])(
    'is known to overwrite its beginning when it begins anew after %d bytes, wherever pieces begin',
    async (realBytes) => {
      const source = randomBytes(12 * MiB);
      const map = await blockMapOf('/source', source, [
        { sourceOffset: 0, targetOffset: 1 * MiB, length: source.length },
      ]);
      const sectorsOf = (buffer: Buffer, offset: number) =>
        Array.from({ length: buffer.length / SECTOR }, (_, index) => ({
          sector: buffer.subarray(index * SECTOR, (index + 1) * SECTOR),
          place: (offset + index * SECTOR) % realBytes,
        }));
      const medium = memoryMedium(24 * MiB, {
        onWrite(offset, buffer) {
          if (offset + buffer.length <= realBytes) return;
          for (const { sector, place } of sectorsOf(buffer, offset)) {
            sector.copy(medium.bytes, place);
          }
        },
        onCompare(offset, buffer) {
          for (const { sector, place } of sectorsOf(buffer, offset)) {
            medium.bytes.copy(sector, 0, place, place + SECTOR);
          }
        },
      });
      const { error } = await write(medium, { source, content: { ...content, maps: [map] } });
      expect(error?.code).toBe('verify/mismatch');
      expect(error?.params['offset']).toBe(MiB);
      expect(error?.params['cause']).toContain(
        `written ${formatBytes(realBytes)} further on is there`,
      );
    },
  );

  it('is not blamed when the source changed after it was hashed', async () => {
    const source = Buffer.from(sourceBytes);
    source.writeUInt8(source.readUInt8(6 * MiB) ^ 1, 6 * MiB);
    const { error } = await write(drive(), { source });
    expect([error?.code, error?.stick]).toEqual(['work/damaged', 'unfinished']);
    expect(error?.params).toEqual({ path: '/source', offset: 5 * MiB });
  });

  it('gets its table erased again when the table itself comes back wrong', async () => {
    const medium = drive({
      onCompare(offset, buffer) {
        if (offset === 0) buffer.writeUInt8(buffer.readUInt8(600) ^ 1, 600);
      },
    });
    const { error, states } = await write(medium);
    expect([error?.code, error?.stick]).toEqual(['verify/mismatch', 'unfinished']);
    expect(error?.params['offset']).toBe(600);
    expect(states.slice(1)).toEqual(['unfinished', 'unknown', 'unknown', 'unfinished']);
    expect(hasNoTable(medium)).toBe(true);
  });
});

describe('a medium that fails', () => {
  const failing = (from: number) => {
    let broken = false;
    return drive({
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
  it('stops the writing with its own error, and is closed', async () => {
    const medium = drive();
    const { supply, openSources } = memorySources(
      new Map([['/source', sourceBytes]]),
      (_, offset) => {
        if (offset >= 5 * MiB) throw new Error('gone');
      },
    );
    await expect(writeFrom(supply, medium, content)).rejects.toThrow('gone');
    expect(hasNoTable(medium)).toBe(true);
    expect(openSources()).toBe(0);
  });

  it('that is not there leaves the stick as it was', async () => {
    const medium = drive();
    const { supply, openSources } = memorySources(new Map());
    await expect(writeFrom(supply, medium, content)).rejects.toThrow('work/unusable');
    expect(medium.log).toEqual([]);
    expect(openSources()).toBe(0);
  });
});

describe('what is known about the stick before', () => {
  it('stays true as long as nothing was changed', async () => {
    const { error } = await write(drive(), { signal: AbortSignal.abort(), state: 'unfinished' });
    expect([error?.code, error?.stick]).toEqual(['cancelled', 'unfinished']);
  });
});

describe('cancelling', () => {
  it('before the start touches nothing', async () => {
    const medium = drive();
    const { error, states } = await write(medium, { signal: AbortSignal.abort() });
    expect([error?.code, error?.stick]).toEqual(['cancelled', 'untouched']);
    expect(states).toEqual([]);
    expect(medium.log).toEqual([]);
  });

  it('while reading back leaves no table', async () => {
    const cancel = new AbortController();
    const medium = drive({
      onCompare: () => {
        cancel.abort();
      },
    });
    const { error } = await write(medium, { signal: cancel.signal });
    expect([error?.code, error?.stick]).toEqual(['cancelled', 'unfinished']);
    expect(hasNoTable(medium)).toBe(true);
    expect(medium.log.at(-1)).toBe('close');
  });
});
