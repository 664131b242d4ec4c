import { join } from 'node:path';
import { makePracticeIso } from '../src-main/practice';
import { runOurs } from './ours';
import type { BenchResult } from './row';
import { summarize } from './statistics';

/** As many files and bytes as a tenth of a Windows. */
const PAYLOAD_BYTES = 1_200_000_000;
const PAYLOAD_FILES = 3400;
const RUNS = 5;
const MOST_SECONDS = 5;

/** A whole `check` of a stick of 16 GB, without starting it. */
export async function benchCheck(folder: string): Promise<BenchResult> {
  const { isoPath } = await makePracticeIso({
    ...{ folder, sizeBytes: PAYLOAD_BYTES, files: PAYLOAD_FILES },
  });
  const target = join(folder, 'stick.img');
  const what = ['--image', isoPath, '--edition', '1', '--target', target, '--size', '16GB'];
  await runOurs(['make', ...what, '--work-dir', join(folder, 'work'), '--yes']);
  const seconds: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    seconds.push((await runOurs(['check', target])).seconds);
  }
  const { median, lowest, highest } = summarize(seconds);
  const spread = `${lowest.toFixed(2)} to ${highest.toFixed(2)} s in ${String(RUNS)} runs`;
  return {
    rows: [],
    figures: [{ name: 'check of a stick of 16 GB', value: median, limit: MOST_SECONDS, unit: 's' }],
    notes: [
      `${spread}, starting Node included; the image lies in the page cache, which a drive’s content doesn’t.`,
      'A practice Windows: its SYSTEM hive has 16 KiB, Windows’ own 10 to 40 MiB.',
    ],
  };
}
