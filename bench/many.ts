import { join } from 'node:path';
import { compareWithFile, copyWithDd } from './by-hand';
import { makeDrives, writeRandomFile } from './drives';
import { writeWithOurs } from './our-writer';
import { row, type BenchResult, type Figure, type Row } from './row';
import { seconds } from './statistics';
import { canThrottle, throttled } from './throttle';

const COUNTS = [1, 2, 4, 8] as const;
const SOURCE_BYTES = 512 * 1024 ** 2;
const DRIVE_BYTES = 1024 ** 3;
/** An ordinary USB 3 stick, and far less than the machine can feed to eight of them. */
const BYTES_PER_SECOND = 100 * 1000 ** 2;
const RUNS = 3;
const FOUR_LIMIT = 1.15;
const MEMORY_LIMIT_MB = { one: 200, further: 32 };

interface Measured {
  ours: number[];
  dd: number[];
  /** Highest resident memory of the helper, in bytes. */
  memory: number;
}

/** One file to several drives at once: against one drive, and against dd and cmp for each at once. */
export async function benchMany(): Promise<BenchResult> {
  if (!canThrottle()) {
    return {
      rows: [],
      figures: [],
      notes: ['Skipped: this kernel offers no blkio control group to make slow drives with.'],
    };
  }
  const drives = await makeDrives(Math.max(...COUNTS), DRIVE_BYTES);
  const path = join(drives.folder, 'source.bin');
  const measured = new Map<number, Measured>(
    COUNTS.map((count) => [count, { ours: [], dd: [], memory: 0 }]),
  );
  try {
    await writeRandomFile(path, SOURCE_BYTES);
    for (let run = 0; run < RUNS; run += 1) {
      for (const [count, results] of measured) {
        const chosen = drives.paths.slice(0, count);
        await drives.clear();
        const ours = await throttled(chosen, BYTES_PER_SECOND, () =>
          writeWithOurs({ path, sizeBytes: SOURCE_BYTES }, chosen, { watched: true }),
        );
        results.ours.push(ours.whole);
        results.memory = Math.max(results.memory, ours.helperBytes);
        await drives.clear();
        results.dd.push(await throttled(chosen, BYTES_PER_SECOND, () => byHand(path, chosen)));
      }
    }
  } finally {
    await drives.remove();
  }
  return {
    rows: rowsOf(measured),
    figures: figuresOf(measured),
    notes: [
      `${String(SOURCE_BYTES / 1024 ** 2)} MiB to each drive, written and read back; each drive is a loop device over memory that the kernel lets have ${String(BYTES_PER_SECOND / 1e6)} MB/s.`,
    ],
  };
}

function byHand(path: string, drives: readonly string[]): Promise<number> {
  return seconds(() =>
    Promise.all(
      drives.map(async (drive) => {
        await copyWithDd(path, drive);
        await compareWithFile(path, SOURCE_BYTES, drive);
      }),
    ),
  );
}

function rowsOf(measured: ReadonlyMap<number, Measured>): Row[] {
  const one = measured.get(1)?.ours ?? [];
  return [...measured].flatMap(([count, { ours, dd }]) => {
    const name = drivesOf(count);
    const peers = [row(name, ours, 'dd, cmp for each', dd, Infinity)];
    if (count === 1) return peers;
    const limit = count === 4 ? FOUR_LIMIT : Infinity;
    return [...peers, row(name, ours, 'ours, 1 drive', one, limit)];
  });
}

function figuresOf(measured: ReadonlyMap<number, Measured>): Figure[] {
  return [...measured].map(([count, { memory }]) => ({
    name: `resident memory of the helper, ${drivesOf(count)}`,
    value: memory / 1e6,
    limit: MEMORY_LIMIT_MB.one + (count - 1) * MEMORY_LIMIT_MB.further,
    unit: 'MB' as const,
  }));
}

function drivesOf(count: number): string {
  return count === 1 ? '1 drive' : `${String(count)} drives at once`;
}
