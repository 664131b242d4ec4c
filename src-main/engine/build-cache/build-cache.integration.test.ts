import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GiB, MiB } from '../../../src-shared/units';
import { runTool } from '../../host/run-tool';
import { freeBytes } from '../../io';
import { bundleProcess } from '../test-support/bundle-process';
import { openJobFolder } from '../work-folder';
import { BuildCache, type HeldBuild } from './index';
import type { OtherResult } from './test-support/other-process';
import { faultsOf, makeSample, sampleKey } from './test-support/sample-build';

const A = sampleKey('a');
const B = sampleKey('b');
const C = sampleKey('c');
const about = { edition: 'Windows', image: 'Win.iso' };

let base: string;
let otherProcess: string;
let work: string;
let folder: string;
let cache: BuildCache;
let running: ChildProcess[];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'build-cache-test-'));
  const entry = resolve(import.meta.dirname, 'test-support/other-process.ts');
  otherProcess = await bundleProcess(entry, base);
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

beforeEach(async () => {
  work = await mkdtemp(join(base, 'work-'));
  folder = join(work, 'sticksmith-builds');
  cache = new BuildCache({ folder: () => work, budgetBytes: () => GiB });
  running = [];
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(work, { recursive: true, force: true });
});

function start(command: string, key: string, call?: number): ChildProcess {
  const more = call === undefined ? [] : [String(call)];
  const child = fork(otherProcess, [work, String(GiB), key, command, ...more], { execArgv: [] });
  running.push(child);
  return child;
}

async function resultOf(child: ChildProcess): Promise<OtherResult> {
  const [result] = (await once(child, 'message')) as [OtherResult];
  return result;
}

async function end(child: ChildProcess, how: 'finish' | 'kill'): Promise<void> {
  const ended = once(child, 'exit');
  if (how === 'finish') child.send('go on');
  else child.kill('SIGKILL');
  await ended;
}

/** Whether the command got to its end; false when it was killed at that call. */
async function runUntil(command: string, key: string, call: number): Promise<boolean> {
  const [code, signal] = (await once(start(command, key, call), 'exit')) as [unknown, unknown];
  if (code !== 0) expect(signal, `“${command}” failed`).toBe('SIGKILL');
  return code === 0;
}

async function keep(key: string): Promise<void> {
  const build = await cache.add(key, about, (place) => makeSample(place, key));
  await build.release();
}

async function keptKeys(): Promise<string[]> {
  return (await cache.state()).builds.map(({ key }) => key).sort();
}

/** Everything that lies in the work folder and in the folder of builds. */
async function names(): Promise<string[]> {
  return [...(await readdir(work)), ...(await readdir(folder))].sort();
}

describe('several processes', () => {
  it('share what one of them made, and don’t take it away from each other', async () => {
    await keep(A);
    const other = start('hold', A);
    expect(await resultOf(other)).toMatchObject({ done: true, faults: [] });

    const { builds } = await cache.state();
    expect(builds.map(({ inUse }) => inUse)).toEqual([true]);
    await expect(cache.remove(A)).rejects.toMatchObject({ code: 'cache/in-use' });
    await cache.remove(null);
    const none = new BuildCache({ folder: () => work, budgetBytes: () => 0 });
    await none.prune();
    await none.makeRoom(Number.MAX_SAFE_INTEGER);
    expect(await keptKeys()).toEqual([A]);

    await end(other, 'finish');
    await cache.remove(A);
    expect(await keptKeys()).toEqual([]);
  });

  it('don’t miss a process that was killed while it used a build', async () => {
    await keep(A);
    const other = start('hold', A);
    await resultOf(other);
    await end(other, 'kill');
    const { builds } = await cache.state();
    expect(builds.map(({ inUse }) => inUse)).toEqual([false]);
    await cache.remove(A);
    expect(await keptKeys()).toEqual([]);
  });

  it('each get a whole build when they make the same at the same time', async () => {
    const others = [start('addAndHold', A), start('addAndHold', A), start('addAndHold', A)];
    await Promise.all(others.map(resultOf));
    for (const other of others) other.send('go on');
    const results = await Promise.all(others.map(resultOf));
    expect(results.map(({ faults }) => faults)).toEqual([[], [], []]);
    await Promise.all(others.map((other) => end(other, 'finish')));
    expect(await keptKeys()).toEqual([A]);
    expect(await names()).toEqual(['CACHEDIR.TAG', A, 'sticksmith-builds'].sort());
  });

  it('never have a build taken away while others remove and prune without pause', async () => {
    const tasks = ['add', 'take', 'remove', 'prune', 'add', 'take', 'prune'];
    await keep(A);
    for (let round = 0; round < 3; round += 1) {
      const results = await Promise.all(
        tasks.map(async (command) => {
          const child = start(command, A);
          const ended = once(child, 'exit');
          const result = await Promise.race([resultOf(child), ended.then(() => null)]);
          return { command, result };
        }),
      );
      for (const { command, result } of results) {
        expect(result, command).toMatchObject({ faults: [] });
      }
    }
  });
});

describe('a process that is killed', () => {
  /** Kills a process before each of its changes in turn, until it gets to its end. */
  async function killEverywhere(
    command: string,
    prepare: () => Promise<void>,
    check: (call: number) => Promise<void>,
  ): Promise<number> {
    for (let call = 1; ; call += 1) {
      await prepare();
      if (await runUntil(command, A, call)) return call - 1;
      await check(call);
      await rm(work, { recursive: true });
      await mkdir(work);
    }
  }

  /** Whatever was left: nobody gets a half of it, it goes, and the next job makes and keeps the build. */
  async function expectSound(): Promise<void> {
    const taken = await cache.take(A);
    if (taken !== null) expect(await faultsOf(taken)).toEqual([]);
    await taken?.release();
    if ((await keptKeys()).includes(B)) {
      const other = await cache.take(B);
      if (other === null) throw new Error('another build suffered');
      expect(await faultsOf(other)).toEqual([]);
      await other.release();
    }
    // An entry without holders may be another process's that is just moving it away; so it is given a minute.
    const hourAgo = new Date(Date.now() - 3_600_000);
    await utimes(join(folder, A), hourAgo, hourAgo).catch(() => undefined);
    const build = await cache.add(A, about, (place) => makeSample(place, A));
    expect(await faultsOf(build)).toEqual([]);
    await build.release();
    expect(await keptKeys()).toContain(A);
    expect((await readdir(work)).filter((name) => name.startsWith('.'))).toEqual([]);
  }

  it('while it adds a build leaves a whole one or none', async () => {
    const points = await killEverywhere('add', () => Promise.resolve(), expectSound);
    expect(points).toBeGreaterThan(20);
  });

  it('while it adds a build leaves the others alone', async () => {
    const points = await killEverywhere('add', () => keep(B), expectSound);
    expect(points).toBeGreaterThan(15);
  });

  it.each([
    ['take', 3],
    ['remove', 4],
  ])('in the middle of “%s” leaves a whole build or none', async (command, fewest) => {
    const points = await killEverywhere(command, () => keep(A), expectSound);
    expect(points).toBeGreaterThanOrEqual(fewest);
  });
});

describe('what a killed process left of a build', () => {
  it('goes when any job begins, so that it takes no room', async () => {
    const other = start('addAndHold', A);
    await resultOf(other);
    await end(other, 'kill');
    expect(await readdir(work)).toHaveLength(1);
    await (await openJobFolder(work)).remove();
    expect(await readdir(work)).toEqual([]);
  });
});

describe('a disk that is small', () => {
  let mounted: boolean;
  let budgetBytes: number;

  beforeEach(async () => {
    mounted = false;
    budgetBytes = GiB;
    await runTool('mount', ['-t', 'tmpfs', '-o', 'size=16M', 'sticksmith-test', work]);
    mounted = true;
    cache = new BuildCache({ folder: () => work, budgetBytes: () => budgetBytes });
  });
  afterEach(async () => {
    if (mounted) await runTool('umount', [work]);
  });

  function add(key: string, bytes: number): Promise<HeldBuild> {
    return cache.add(key, about, (place) => makeSample(place, key, bytes));
  }

  it('gives the error that there is no room, and loses nothing else', async () => {
    await (await add(A, 2 * MiB)).release();
    await expect(add(B, 20 * MiB)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await keptKeys()).toEqual([A]);
    expect(await readdir(work)).toEqual(['sticksmith-builds']);
  });

  it('lets a build be used for which there is no room to describe it', async () => {
    const build = await cache.add(A, about, async (place) => {
      const made = await makeSample(place, A, 2 * MiB);
      await writeFile(join(work, 'somebody’s'), Buffer.alloc((await freeBytes(work)) - 4096));
      return made;
    });
    expect(await faultsOf(build)).toEqual([]);
    expect(await keptKeys()).toEqual([]);
    await build.release();
    expect(await readdir(work)).toEqual(['somebody’s']);
  });

  it('gets no more than half full of builds', async () => {
    await (await add(A, 3 * MiB)).release();
    await (await add(B, 3 * MiB)).release();
    expect(await keptKeys()).toEqual([A, B]);
    const { budgetBytes: now } = await cache.state();
    expect(now).toBeLessThanOrEqual(8 * MiB);
    expect(now).toBeGreaterThan(7 * MiB);

    await (await add(C, 3 * MiB)).release();
    expect(await keptKeys()).toHaveLength(2);
    await writeFile(join(work, 'somebody’s'), Buffer.alloc(6 * MiB));
    await cache.prune();
    expect(await keptKeys()).toHaveLength(1);
  });

  it('gets room by giving up as few builds as it takes, those used longest ago first', async () => {
    for (const [minute, key] of [A, B].entries()) {
      await (await add(key, 3 * MiB)).release();
      const used = new Date(Date.UTC(2026, 0, 1, 0, minute));
      await utimes(join(folder, key, 'entry.json'), used, used);
    }
    await cache.makeRoom((await freeBytes(work)) + MiB);
    expect(await keptKeys()).toEqual([B]);
  });
});

describe('backups', () => {
  it('by tar leave the builds out', async () => {
    await keep(A);
    await writeFile(join(work, 'precious'), 'x');
    const archive = join(base, 'backup.tar');
    await runTool('tar', ['-cf', archive, '--exclude-caches', '-C', work, '.']);
    const { stdout } = await runTool('tar', ['-tf', archive]);
    expect(stdout).toContain('precious');
    expect(stdout).toContain('CACHEDIR.TAG');
    expect(stdout).not.toContain(A);
    expect(await readFile(join(folder, 'CACHEDIR.TAG'), 'utf8')).toContain('Sticksmith');
  });
});
