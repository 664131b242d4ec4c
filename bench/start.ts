import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findElectronRuntime } from '../scripts/lib/electron-runtime.mjs';
import type { BenchResult, Figure } from './row';
import { startProgram, type WindowProgram } from './start-program';
import { summarize } from './statistics';

const RUNS = 9;
const MOST_SECONDS = 2;
const projectRoot = resolve(import.meta.dirname, '..');

/** From launch to a first step that can be used, with the program’s files in the page cache. */
export async function benchStart(folder: string): Promise<BenchResult> {
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const [name, program] of Object.entries(programs(folder))) {
    // The first start reads the files and makes the folders; it isn't counted.
    await startProgram(program);
    const seconds: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      seconds.push((await startProgram(program)) / 1000);
    }
    const { median, lowest, highest } = summarize(seconds);
    figures.push({
      ...{ name: `start of the ${name}`, value: median, limit: MOST_SECONDS, unit: 's' },
    });
    notes.push(
      `${name}: ${lowest.toFixed(2)} to ${highest.toFixed(2)} s in ${String(RUNS)} starts, from the creation of the process to the second frame after the drives are listed.`,
    );
  }
  const { kind, version } = runtime();
  notes.push(`Electron ${version} (${kind}), on a virtual display without a graphics card.`);
  return { rows: [], figures, notes };
}

function programs(folder: string): Record<string, WindowProgram> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const packaged = join(projectRoot, 'release/linux-unpacked/sticksmith');
  const own = { env: { STICKSMITH_DATA: folder }, data: join(folder, 'sticksmith-data') };
  return {
    checkout: { executable: runtime().executable, args: [...sandbox, projectRoot], ...own },
    ...(existsSync(packaged) && { package: { executable: packaged, args: sandbox, ...own } }),
  };
}

function runtime() {
  const found = findElectronRuntime();
  if (found === null) throw new Error('no Electron is installed; npm run setup installs one');
  return found;
}
