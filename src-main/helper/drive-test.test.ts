import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DriveTestStep } from '../../src-shared/drive-test';
import { toStickError, type StickState } from '../../src-shared/errors';
import { MiB, SECTOR } from '../../src-shared/units';
import { testDrive, type DriveTestLimits } from './drive-test';
import type { Medium } from './medium';

/** Small enough for a hundred drives in memory. */
const limits: DriveTestLimits = {
  orderedBytes: 4 * MiB,
  randomWrites: 16,
  seconds: { marking: 1e9, writing: 1e9, 'random-writing': 1e9, reading: 1e9 },
};

interface Simulated {
  claimedBytes: number;
  realBytes: number;
  beyond: 'wraps' | 'drops';
  /** So many bytes that were written last come back even though nothing keeps them. */
  cacheBytes?: number;
  onIo?: (doing: 'read' | 'write', offset: number, bytes: number) => void;
}

/** A drive in memory that may hold less than it claims. */
function simulated(drive: Simulated) {
  const { claimedBytes, realBytes, beyond, cacheBytes = 0, onIo } = drive;
  const kept = Buffer.alloc(Math.min(realBytes, claimedBytes), 0xa5);
  const cache: { offset: number; bytes: Buffer }[] = [];
  let cached = 0;
  const pieces = function* (length: number, offset: number) {
    for (let start = 0; start < length;) {
      const at = offset + start;
      const lost = at >= realBytes && beyond === 'drops';
      const place = at % realBytes;
      const piece = lost ? length - start : Math.min(length - start, realBytes - place);
      yield { start, piece, place: lost ? null : place };
      start += piece;
    }
  };
  const read = (buffer: Buffer, offset: number): Promise<void> => {
    onIo?.('read', offset, buffer.length);
    for (const { start, piece, place } of pieces(buffer.length, offset)) {
      if (place === null) buffer.fill(0, start, start + piece);
      else kept.copy(buffer, start, place, place + piece);
    }
    for (const entry of cache) {
      if (entry.offset === offset && entry.bytes.length === buffer.length) entry.bytes.copy(buffer);
    }
    return Promise.resolve();
  };
  const medium: Medium = {
    path: '/dev/test',
    sizeBytes: claimedBytes,
    fresh: false,
    chunkBytes: 4 * MiB,
    writesInFlight: 4,
    read,
    write(buffer, offset) {
      onIo?.('write', offset, buffer.length);
      for (const { start, piece, place } of pieces(buffer.length, offset)) {
        if (place !== null) buffer.copy(kept, place, start, start + piece);
      }
      if (cacheBytes > 0) cache.push({ offset, bytes: Buffer.from(buffer) });
      cached += cacheBytes > 0 ? buffer.length : 0;
      while (cached > cacheBytes) cached -= cache.shift()?.bytes.length ?? 0;
      return Promise.resolve();
    },
    adopt: () => Promise.resolve(false),
    trim: () => Promise.resolve(false),
    flush: () => Promise.resolve(),
    openForComparing: () => Promise.resolve({ read, close: () => Promise.resolve() }),
    finish: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  return { medium, kept };
}

function run(medium: Medium, more: Partial<DriveTestLimits> = {}, now?: () => number) {
  return testDrive(
    medium,
    { signal: new AbortController().signal, onProgress: () => undefined, onStick: () => undefined },
    { ...limits, ...more },
    now,
  );
}

/** Sizes of drives as firmware counts them: whole sectors. */
const sectors = (from: number, to: number) =>
  fc.integer({ min: from / SECTOR, max: to / SECTOR }).map((count) => count * SECTOR);
const claimed = sectors(16 * MiB, 64 * MiB);
const beyond = fc.constantFrom('wraps' as const, 'drops' as const);

describe('the real size of a drive', { timeout: 60_000 }, () => {
  it('is never doubted when the drive holds all that it claims', async () => {
    await fc.assert(
      fc.asyncProperty(claimed, async (claimedBytes) => {
        const result = await run(
          simulated({ claimedBytes, realBytes: claimedBytes, beyond: 'drops' }).medium,
        );
        expect(result).toMatchObject({
          claimedBytes,
          firstLostByte: null,
          provenBytes: claimedBytes,
        });
      }),
      { numRuns: 15 },
    );
  });

  it('is found to be less whatever it is and whatever happens beyond it', async () => {
    const drives = fc
      .record({
        claimedBytes: claimed,
        share: fc.double({ min: 0.03, max: 1, noNaN: true }),
        beyond,
      })
      .map(({ claimedBytes, share, beyond: what }) => ({
        claimedBytes,
        realBytes: Math.max(MiB, Math.floor((claimedBytes * share) / SECTOR) * SECTOR - SECTOR),
        beyond: what,
      }));
    await fc.assert(
      fc.asyncProperty(drives, async (drive) => {
        const result = await run(simulated(drive).medium);
        expect(result.firstLostByte).not.toBeNull();
        expect(result.provenBytes).toBeLessThanOrEqual(drive.realBytes);
      }),
      { numRuns: 60 },
    );
  });

  it('is found to be less when only the last bit of it is missing', async () => {
    const missing = fc.oneof(sectors(SECTOR, 64 * 1024), sectors(SECTOR, 8 * MiB));
    await fc.assert(
      fc.asyncProperty(claimed, missing, beyond, async (claimedBytes, missingBytes, what) => {
        const realBytes = claimedBytes - missingBytes;
        const { medium } = simulated({ claimedBytes, realBytes, beyond: what });
        const { firstLostByte } = await run(medium);
        expect(firstLostByte).not.toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  it('is where marks begin to be lost, to within the distance between them', async () => {
    for (const what of ['wraps', 'drops'] as const) {
      const realBytes = 40 * MiB;
      const { medium } = simulated({ claimedBytes: 64 * MiB, realBytes, beyond: what });
      const { firstLostByte, provenBytes } = await run(medium);
      expect(firstLostByte).toBe(realBytes);
      expect(provenBytes).toBeGreaterThan(realBytes - 5 * MiB);
    }
  });

  it('is not taken from what a cache of the drive gives back', async () => {
    const { medium } = simulated({
      claimedBytes: 64 * MiB,
      realBytes: 40 * MiB,
      beyond: 'drops',
      cacheBytes: 3 * MiB,
    });
    expect((await run(medium)).firstLostByte).toBe(40 * MiB);
  });

  it('is only vouched for as far as was written when a slow drive used up the time', async () => {
    let time = 0;
    const claimedBytes = 512 * MiB;
    const { medium } = simulated({
      claimedBytes,
      realBytes: claimedBytes,
      beyond: 'drops',
      // 2 MB/s, and half a second for each write.
      onIo: (doing, _offset, bytes) => (time += bytes / 2e3 + (doing === 'write' ? 500 : 0)),
    });
    const seconds = { marking: 8, writing: 10, 'random-writing': 3, reading: 6 };
    const result = await run(medium, { orderedBytes: 128 * MiB, seconds }, () => time);
    expect(result.firstLostByte).toBeNull();
    expect(result.provenBytes).toBeLessThan(claimedBytes / 4);
    expect(result.provenBytes).toBeGreaterThan(8 * MiB);
    expect(result.seconds).toBeLessThan(70);
  });
});

describe('a drive test', () => {
  const good = { claimedBytes: 64 * MiB, realBytes: 64 * MiB, beyond: 'drops' as const };

  it('measures writing and reading in order and writing at random by the clock', async () => {
    let time = 0;
    const { medium } = simulated({
      ...good,
      // 20 MB/s writing, 50 MB/s reading, and 10 ms for each request.
      onIo: (doing, _offset, bytes) => (time += bytes / (doing === 'write' ? 20e3 : 50e3) + 10),
    });
    const result = await run(medium, { orderedBytes: 32 * MiB }, () => time);
    const request = 4 * MiB;
    expect(result.sequentialWrite).toBeCloseTo(request / (request / 20e6 + 0.01), -2);
    expect(result.sequentialRead).toBeCloseTo(request / (request / 50e6 + 0.01), -2);
    expect(result.randomWrite).toBeCloseTo(4096 / (4096 / 20e6 + 0.01), -1);
    expect(result.seconds).toBeCloseTo(time / 1000);
  });

  it('leaves zeros where partition tables lie', async () => {
    const { medium, kept } = simulated(good);
    await run(medium);
    expect(kept.subarray(0, MiB).equals(Buffer.alloc(MiB))).toBe(true);
    expect(kept.subarray(-MiB).equals(Buffer.alloc(MiB))).toBe(true);
  });

  it('tells its steps in order, and progress that never goes back', async () => {
    const seen: { step: DriveTestStep; overall: number }[] = [];
    await testDrive(
      simulated(good).medium,
      {
        signal: new AbortController().signal,
        onProgress: (step, overall) => seen.push({ step, overall }),
        onStick: () => undefined,
      },
      limits,
    );
    expect([...new Set(seen.map(({ step }) => step))]).toEqual([
      'marking',
      'writing',
      'random-writing',
      'reading',
      'looking-back',
    ]);
    const overall = seen.map((step) => step.overall);
    expect(overall).toEqual([...overall].sort((a, b) => a - b));
    expect(overall.at(-1)).toBe(1);
  });

  it('says what becomes of the stick before it changes anything', async () => {
    const events: string[] = [];
    const { medium } = simulated({ ...good, onIo: (doing) => events.push(doing) });
    await testDrive(
      medium,
      {
        signal: new AbortController().signal,
        onProgress: () => undefined,
        onStick: (state: StickState) => events.push(state),
      },
      limits,
    );
    expect(events[0]).toBe('unknown');
    expect(events.filter((event) => event === 'unfinished' || event === 'unknown').at(-1)).toBe(
      'unfinished',
    );
  });

  it.each(['marking', 'writing', 'random-writing', 'reading', 'looking-back'] as const)(
    'stops at once when it is cancelled while %s',
    async (step) => {
      const cancel = new AbortController();
      let after = 0;
      const { medium } = simulated({
        ...good,
        onIo: () => (after += cancel.signal.aborted ? 1 : 0),
      });
      const error = await testDrive(
        medium,
        {
          signal: cancel.signal,
          onProgress: (now) => {
            if (now === step) cancel.abort();
          },
          onStick: () => undefined,
        },
        limits,
      ).then(
        () => null,
        (thrown: unknown) => toStickError(thrown),
      );
      expect([error?.code, error?.stick]).toEqual(['cancelled', 'unfinished']);
      expect(after).toBe(0);
    },
  );

  it('touches nothing when it was cancelled before', async () => {
    const { medium, kept } = simulated(good);
    const before = Buffer.from(kept);
    const error = await testDrive(
      medium,
      { signal: AbortSignal.abort(), onProgress: () => undefined, onStick: () => undefined },
      limits,
    ).then(
      () => null,
      (thrown: unknown) => toStickError(thrown),
    );
    expect([error?.code, error?.stick]).toEqual(['cancelled', 'untouched']);
    expect(kept.equals(before)).toBe(true);
  });
});
