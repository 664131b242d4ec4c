import fs from 'node:fs/promises';
import { BuildCache, type HeldBuild } from '../index';
import { faultsOf, makeSample } from './sample-build';

/*
 * Another process that uses a cache: other-process WORK_FOLDER BUDGET KEY COMMAND [CALL]. It sends an OtherResult and ends. A command
 * that holds a build sends it while it does, and goes on when it is sent anything. With CALL it kills itself just
 * before its CALL-th change to the file system, counted from 1.
 */
const [work = '', budget = '0', key = '', command = '', call = '0'] = process.argv.slice(2);

/** What the process found out. */
export interface OtherResult {
  /** Whether it had a build or did what was asked for. */
  done: boolean;
  faults: string[];
  /** How often it changed the file system. */
  changes: number;
}

const CHANGING = ['mkdir', 'mkdtemp', 'open', 'rename', 'rm', 'rmdir', 'unlink', 'utimes'] as const;
let changes = 0;

function dieBeforeOneOf(): void {
  const calls = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const counted = (original: (...args: unknown[]) => unknown) => {
    return (...args: unknown[]): unknown => {
      changes += 1;
      if (changes === Number(call)) process.kill(process.pid, 'SIGKILL');
      return original(...args);
    };
  };
  for (const name of CHANGING) {
    const original = calls[name];
    if (original) calls[name] = counted(original);
  }
  const writeFile = calls['writeFile'];
  if (!writeFile) throw new Error('there is no writeFile');
  calls['writeFile'] = async (path, data, ...more) => {
    const text = Buffer.from(data as string);
    // Killed in the middle of it, a write leaves a part.
    if (changes + 1 === Number(call)) await writeFile(path, text.subarray(0, text.length / 2));
    return counted(writeFile)(path, text, ...more);
  };
}

async function send(done: boolean, faults: string[] = []): Promise<void> {
  const result: OtherResult = { done, faults, changes };
  await new Promise((sent) => process.send?.(result, sent));
}

async function message(): Promise<void> {
  await new Promise((came) => process.once('message', came));
}

async function use(build: HeldBuild | null): Promise<void> {
  await send(build !== null, build === null ? [] : await faultsOf(build));
}

const cache = new BuildCache({ folder: () => work, budgetBytes: () => Number(budget) });

const commands: Record<string, () => Promise<void>> = {
  async add() {
    const about = { edition: 'Windows', image: 'Win.iso' };
    const build = await cache.add(key, about, (folder) => makeSample(folder, key));
    const faults = await faultsOf(build);
    await build.release();
    await send(true, faults);
  },
  async take() {
    const build = await cache.take(key);
    await use(build);
    await build?.release();
  },
  async hold() {
    const build = await cache.take(key);
    await use(build);
    await message();
    await build?.release();
  },
  async addAndHold() {
    const about = { edition: 'Windows', image: 'Win.iso' };
    const build = await cache.add(key, about, async (folder) => {
      const made = await makeSample(folder, key);
      await send(true);
      await message();
      return made;
    });
    await use(build);
    await message();
    await build.release();
  },
  async remove() {
    // There may be none, or a job may use it.
    const done = await cache.remove(key).then(
      () => true,
      () => false,
    );
    await send(done);
  },
  async prune() {
    await cache.prune();
    await send(true);
  },
};

async function main(): Promise<void> {
  dieBeforeOneOf();
  await commands[command]?.();
  process.disconnect();
}

void main();
