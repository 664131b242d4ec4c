import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { stickError, toStickError, type StickState } from '../../src-shared/errors';
import { MiB, SECTOR } from '../../src-shared/units';
import { CHUNK_BYTES, type ByteRange } from '../disk/extent';
import { sectorCipher } from '../guest/bitlocker';
import { clearFreeSpace } from './free-space';
import {
  DISK,
  VOLUME,
  newKey,
  sourcesOf,
  stickOf,
  type Stretch,
  type TestSources,
} from './test-support/encrypted-stick';
import {
  OLD_BYTE,
  memoryMedium,
  memorySources,
  writeFrom,
  type Faults,
  type MemoryMedium,
} from './test-support/memory-medium';

const stretches: Stretch[] = [
  { part: 'sealed', sectors: 16 },
  { part: 'free', sectors: 300 },
  { part: 'common', sectors: 1000 },
  { part: 'free', sectors: 1 },
  { part: 'own', sectors: 7 },
];
let sources: TestSources;

beforeAll(async () => {
  sources = await sourcesOf(stretches);
});

async function clear(medium: MemoryMedium, from = sources, signal?: AbortSignal) {
  const key = newKey('xts-aes-128');
  const { content } = stickOf(from, { cipher: 'xts-aes-128', key, freeSpace: 'clear' });
  if (!content.encryption) throw new Error('not encrypted');
  const progress: [number, number][] = [];
  const comparing = await medium.openForComparing();
  const freeSpace = await clearFreeSpace(
    medium,
    comparing ?? medium,
    content.encryption,
    content.maps,
    {
      buffers: [Buffer.alloc(CHUNK_BYTES, 0x55), Buffer.alloc(CHUNK_BYTES)],
      signal: signal ?? new AbortController().signal,
      onProgress: (_, done, total) => progress.push([done, total]),
    },
  );
  return { freeSpace, progress };
}

/** A drive on which these ranges are zeros and nothing else was changed. */
function cleared(ranges: readonly ByteRange[]): Buffer {
  const bytes = Buffer.alloc(DISK, OLD_BYTE);
  for (const { offset, length } of ranges) bytes.fill(0, offset, offset + length);
  return bytes;
}

const wholeVolume = [{ offset: VOLUME.startByte, length: VOLUME.bytes }];
const doneBy = ({ log }: MemoryMedium, doing: string) =>
  log.filter((line) => line.startsWith(doing));

describe('clearing where nothing will be written', () => {
  it('has a drive that can forget the whole volume, and nothing beside it', async () => {
    const medium = memoryMedium(DISK, { onTrim: (_, range) => range.fill(0).length > 0 });
    const { freeSpace, progress } = await clear(medium);
    expect(freeSpace).toBe('discarded');
    expect(medium.bytes.equals(cleared(wholeVolume))).toBe(true);
    expect(doneBy(medium, 'discard')).toEqual([]);
    expect(doneBy(medium, 'write')).toEqual([]);
    expect(progress.at(0)).toEqual([0, VOLUME.bytes]);
    expect(progress.at(-1)).toEqual([VOLUME.bytes, VOLUME.bytes]);
  });

  it('discards where no holes can be punched, if zeros are there afterwards', async () => {
    const medium = memoryMedium(DISK, {
      onTrim: (way, range) => way === 'discard' && range.fill(0).length > 0,
    });
    expect((await clear(medium)).freeSpace).toBe('discarded');
    expect(medium.bytes.equals(cleared(wholeVolume))).toBe(true);
    expect(doneBy(medium, 'write')).toEqual([]);
  });

  it.each<[string, (range: Buffer) => unknown]>([
    ['does nothing', () => undefined],
    ['leaves the first sector', (range) => range.fill(0, SECTOR)],
    ['leaves the last sector', (range) => range.fill(0, 0, range.length - SECTOR)],
    ['gives back FF', (range) => range.fill(0xff)],
    ['forgets the first half', (range) => range.fill(0, 0, range.length / 2)],
  ])('does not believe a drive that %s and says it forgot', async (_, onTrim) => {
    const medium = memoryMedium(DISK, {
      onTrim(__, range) {
        onTrim(range);
        return true;
      },
    });
    expect((await clear(medium)).freeSpace).toBe('zeroed');
    expect(doneBy(medium, 'punch-hole')).toHaveLength(1);
    expect(doneBy(medium, 'discard')).toHaveLength(1);
    for (const { offset, length } of sources.free) {
      expect(medium.bytes.subarray(offset, offset + length).every((byte) => byte === 0)).toBe(true);
    }
  });

  it('writes zeros exactly there otherwise, in ascending order', async () => {
    const anyStretches = fc.array(
      fc.record({
        part: fc.constantFrom('common', 'own', 'sealed', 'free'),
        sectors: fc.integer({ min: 1, max: 4500 }),
      }),
      { maxLength: 9 },
    );
    await fc.assert(
      fc.asyncProperty(anyStretches, async (parts) => {
        const from = await sourcesOf(parts);
        const medium = memoryMedium(DISK);
        const { freeSpace, progress } = await clear(medium, from);
        expect(freeSpace).toBe('zeroed');
        expect(medium.bytes.equals(cleared(from.free))).toBe(true);
        const places = doneBy(medium, 'write').map((line) => Number(line.slice('write '.length)));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        const total = from.free.reduce((sum, { length }) => sum + length, 0);
        expect(progress.at(-1)).toEqual([total, total]);
      }),
      { numRuns: 20 },
    );
  });

  it('has no more writes under way than the medium wants', async () => {
    const medium = memoryMedium(DISK, { onWrite: () => new Promise(setImmediate) });
    const small = { ...medium, chunkBytes: 64 * 1024 };
    const key = sectorCipher('xts-aes-128', newKey('xts-aes-128'));
    const volume = { ...VOLUME, cipher: key, maps: [], freeSpace: 'clear' } as const;
    await clearFreeSpace(small, medium, volume, [], {
      buffers: [Buffer.alloc(CHUNK_BYTES), Buffer.alloc(CHUNK_BYTES)],
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    expect(medium.mostWrites).toBe(medium.writesInFlight);
    expect(medium.bytes.equals(cleared(wholeVolume))).toBe(true);
  });

  it('finds that a drive does not keep the zeros', async () => {
    const wrong = (sources.free[0]?.offset ?? 0) + 5;
    const medium = memoryMedium(DISK, {
      onCompare(offset, buffer) {
        if (offset <= wrong && wrong < offset + buffer.length) buffer[wrong - offset] = 4;
      },
    });
    await expect(clear(medium)).rejects.toMatchObject({
      code: 'verify/mismatch',
      params: { offset: wrong },
    });
  });
});

describe('whatever happens at any moment of making an encrypted stick', () => {
  type Moment = 'write' | 'flush' | 'compare' | 'trim';

  /** At its so many-th operation, counted from 0, something happens to a drive. */
  async function tryAt(
    at: number,
    onTrim: boolean,
    happens: (moment: Moment, cancel: AbortController, buffer?: Buffer) => void,
  ) {
    const cancel = new AbortController();
    let count = 0;
    const step = (moment: Moment, buffer?: Buffer): void => {
      if (count++ === at) happens(moment, cancel, buffer);
    };
    const faults: Faults = {
      onWrite: (_, buffer) => step('write', buffer),
      onCompare: (_, buffer) => step('compare', buffer),
      onTrim(_, range) {
        step('trim');
        if (onTrim) range.fill(0);
        return onTrim;
      },
    };
    const medium = memoryMedium(DISK, faults);
    const watched = {
      ...medium,
      flush() {
        step('flush');
        return medium.flush();
      },
      // What happens to the bytes on their way is not to happen to those in memory.
      write: (buffer: Buffer, offset: number) => medium.write(Buffer.from(buffer), offset),
    };
    const key = newKey('xts-aes-256');
    const stick = stickOf(sources, { cipher: 'xts-aes-256', key, freeSpace: 'clear' });
    const states: StickState[] = [];
    const { supply } = memorySources(sources.contents);
    const outcome = await writeFrom(supply, watched, stick.content, {
      signal: cancel.signal,
      onStick: (state) => states.push(state),
    }).catch(toStickError);
    const { expected } = stick;
    for (const { offset, length } of sources.free) expected.fill(0, offset, offset + length);
    return {
      outcome,
      states,
      operations: count,
      hasTable: !medium.bytes.subarray(0, SECTOR).every((byte) => byte === 0),
      // Where the tables are erased nobody looks again, but for the tables themselves.
      isRight: medium.bytes.subarray(MiB, DISK - MiB).equals(expected.subarray(MiB, DISK - MiB)),
    };
  }

  describe.each([
    ['forgets', true],
    ['can’t forget', false],
  ])('on a drive that %s,', (_, onTrim) => {
    it('an error or a cancellation leaves no table, or says that nobody knows', async () => {
      const whole = await tryAt(-1, onTrim, () => undefined);
      expect(whole).toMatchObject({
        outcome: { freeSpace: onTrim ? 'discarded' : 'zeroed' },
        isRight: true,
      });
      for (let at = 0; at < whole.operations; at += 1) {
        const failed = await tryAt(at, onTrim, (moment) => {
          const doing = moment === 'compare' ? 'io/read' : 'io/write';
          throw stickError(doing, { path: '/dev/test', offset: 0, message: 'EIO' });
        });
        expect(failed.outcome).toHaveProperty('code');
        expect(failed.outcome).toHaveProperty('stick', failed.states.at(-1));
        if (failed.hasTable) expect(failed.states.at(-1)).toBe('unknown');

        const cancelled = await tryAt(at, onTrim, (__, cancel) => {
          cancel.abort();
        });
        if ('code' in cancelled.outcome) {
          expect(cancelled.outcome.code).toBe('cancelled');
          expect(cancelled.hasTable).toBe(false);
        } else {
          expect(cancelled.isRight).toBe(true);
        }
      }
    });

    it('one wrong bit in what is written or read is found', async () => {
      const { operations } = await tryAt(-1, onTrim, () => undefined);
      for (let at = 0; at < operations; at += 1) {
        const { outcome, isRight, hasTable } = await tryAt(at, onTrim, (__, ___, buffer) => {
          buffer?.writeUInt8(buffer.readUInt8(5) ^ 1, 5);
        });
        if ('code' in outcome) expect(hasTable).toBe(false);
        else expect(isRight).toBe(true);
      }
    });
  });
});
