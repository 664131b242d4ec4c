import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/** A program with a window, and what it is started with. */
export interface WindowProgram {
  executable: string;
  args: readonly string[];
  env: Record<string, string>;
  /** Where its settings and logs are then. */
  data: string;
}

/**
 * Starts the program on a display of its own, and ends it as soon as its first step can be used. Milliseconds from the creation of
 * its process until then, as it writes them into its log.
 */
export async function startProgram(program: WindowProgram): Promise<number> {
  const logFile = join(program.data, 'logs/sticksmith.log');
  const before = (await readLog(logFile)).length;
  const env: NodeJS.ProcessEnv = { ...process.env, ...program.env };
  delete env['ELECTRON_RUN_AS_NODE'];
  const display = ['-a', '-s', '-screen 0 1600x1200x24'];
  // A group of its own, so that display and program end together.
  const child = spawn('xvfb-run', [...display, program.executable, ...program.args], {
    ...{ env, detached: true, stdio: 'ignore' },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    return await waitForStart(logFile, before, child);
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

async function waitForStart(logFile: string, before: number, child: ChildProcess): Promise<number> {
  const giveUp = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUp && child.exitCode === null) {
    const found = /Usable after (\d+) ms/.exec((await readLog(logFile)).slice(before));
    if (found?.[1] !== undefined) return Number(found[1]);
    await wait(25);
  }
  throw new Error(`The program did not get as far as its first step; see ${logFile}`);
}

async function readLog(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
