import { execFileSync } from 'node:child_process';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunOperation } from '../run-operation';
import { simulatedRun, type SimulatedWindows } from './simulated-windows';

/** A script of diskpart that is longer may be cut short after this many lines. */
const HALF_LINES = 5;

/**
 * Runs operations until a process that is killed, in the middle of one: half of a script of diskpart is done then, and of other programs
 * everything, which nobody hears of.
 */
export function killedAt(
  windows: SimulatedWindows,
  number: number,
): { run: RunOperation; dead: Promise<'dead'> } {
  const run = simulatedRun(windows);
  let count = 0;
  let die: (value: 'dead') => void = () => undefined;
  const dead = new Promise<'dead'>((resolve) => {
    die = resolve;
  });
  return {
    dead,
    async run(operation, options) {
      count += 1;
      if (count < number) return run(operation, options);
      const lines = operation.scripts[0]?.text.trimEnd().split('\n').length ?? 0;
      const isHalf = operation.program === 'diskpart.exe' && lines > HALF_LINES && number % 2 === 0;
      const afterSteps = isHalf ? HALF_LINES : 'all';
      windows.inject({ operation: windows.runs + 1, kind: 'killed', afterSteps });
      await windows.run(operation);
      die('dead');
      return new Promise(() => undefined);
    },
  };
}

/** Has the journals be those of a process that is at an end, as far as anybody can see: a number that no process has any more. */
export async function journalsOfEndedProcess(folder: string): Promise<void> {
  const pid = execFileSync('sh', ['-c', 'echo $$']).toString().trim();
  for (const name of await readdir(folder)) {
    const left = name.replace(`-${String(process.pid)}-`, `-${pid}-`);
    await rename(join(folder, name), join(folder, left));
  }
}
