import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from '../src-main/host/run-tool';
import { makePracticeIso } from '../src-main/practice';
import { runOurs } from './ours';
import { makeByHand, type JoinWay } from './peer-by-hand';
import { row, type BenchResult } from './row';

/** As many files and bytes as a tenth of a Windows. */
const PAYLOAD_BYTES = 1_200_000_000;
const PAYLOAD_FILES = 3400;
const IMAGE_BYTES = 8 * 1024 ** 3;
const RUNS = 3;
const MEMORY_LIMIT_MB = 400;
const LIMIT = 1.15;

/** A whole stick image from an ISO: our `make` against the bare tools by hand, which know two ways to join. */
export async function benchMake(folder: string): Promise<BenchResult> {
  const { isoPath } = await makePracticeIso({
    folder,
    sizeBytes: PAYLOAD_BYTES,
    files: PAYLOAD_FILES,
  });
  const ours: number[] = [];
  const byHand: Record<JoinWay, number[]> = { 'sparse-copy': [], insert: [] };
  const steps: string[] = [];
  let memory = 0;
  let memoryNote = '';
  for (let run = 0; run < RUNS; run += 1) {
    for (const way of ['sparse-copy', 'insert'] as const) {
      const result = await byHandOnce(folder, isoPath, way);
      byHand[way].push(result.seconds);
      steps.push(`by hand, ${way}: ${stepText(result.steps)}`);
    }
    const result = await oursOnce(folder, isoPath);
    ours.push(result.seconds);
    const megabytes = result.memory.rssBytes / 1e6;
    if (megabytes > memory) {
      memory = megabytes;
      memoryNote = `Memory of ours, proportional (what processes share counted once): ${(result.memory.pssBytes / 1e6).toFixed(0)} MB; ${result.memory.processes.map(({ command, pssBytes }) => `${command} ${(pssBytes / 1e6).toFixed(0)} MB`).join(', ')}.`;
    }
  }
  return {
    rows: [
      row('make, 1.2 GB in 3,400 files', ours, 'by hand, dd', byHand['sparse-copy'], LIMIT),
      row('make, 1.2 GB in 3,400 files', ours, 'by hand, fallocate -i', byHand.insert, LIMIT),
    ],
    figures: [
      {
        name: 'resident memory of all our processes, highest sum',
        value: memory,
        limit: MEMORY_LIMIT_MB,
        unit: 'MB',
      },
    ],
    notes: [memoryNote, ...steps],
  };
}

async function oursOnce(folder: string, isoPath: string): ReturnType<typeof runOurs> {
  const target = join(folder, 'ours.img');
  const args = ['--image', isoPath, '--edition', '2', '--target', target, '--yes'];
  const size = ['--size', String(IMAGE_BYTES), '--work-dir', join(folder, 'work')];
  await settle();
  const result = await runOurs(['make', ...args, ...size]);
  await rm(target);
  return result;
}

async function byHandOnce(
  folder: string,
  isoPath: string,
  way: JoinWay,
): ReturnType<typeof makeByHand> {
  const imagePath = join(folder, 'by-hand.img');
  await settle();
  const result = await makeByHand({
    ...{ isoPath, imagePath, index: 2, imageBytes: IMAGE_BYTES },
    ...{ workFolder: folder, join: way, bcd: Buffer.alloc(16384) },
  });
  await rm(imagePath);
  return result;
}

/** Nobody is charged for what the one before left in the page cache. */
async function settle(): Promise<void> {
  await runTool('sync', []);
}

function stepText(steps: readonly { step: string; seconds: number }[]): string {
  return steps.map(({ step, seconds }) => `${step} ${seconds.toFixed(1)} s`).join(', ');
}
