import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuildCacheStateSchema, type BuildCacheState } from '../../src-shared/build-cache';
import { GiB } from '../../src-shared/units';
import { BuildCache } from '../engine';
import { makeSample, sampleKey } from '../engine/build-cache/test-support/sample-build';
import { CLI, runCli, type CliRun } from './testing';

const A = sampleKey('abcd1');
const B = sampleKey('abcd2');

let work: string;
let cache: BuildCache;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'sticksmith-cache-'));
  cache = new BuildCache({ folder: () => work, budgetBytes: () => GiB });
});
afterEach(async () => {
  await rm(work, { recursive: true, force: true });
});

async function keep(key: string, edition: string, minute: number): Promise<void> {
  const about = { edition, image: 'Win11.iso' };
  const build = await cache.add(key, about, (folder) => makeSample(folder, key));
  await build.release();
  const used = new Date(Date.UTC(2026, 0, 1, 12, minute));
  await utimes(join(work, 'sticksmith-builds', key, 'entry.json'), used, used);
}

function run(...args: string[]): Promise<CliRun> {
  return runCli(['cache', ...args, '--work-dir', work]);
}

function stateOf({ code, lines, stderr }: CliRun): BuildCacheState {
  expect(code, stderr).toBe(0);
  expect(lines).toHaveLength(1);
  return BuildCacheStateSchema.parse(lines[0]?.['cache']);
}

/** What people read. */
async function words(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [CLI, 'cache', ...args, '--work-dir', work], {
    env: { ...process.env, TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  await once(child, 'close');
  return text;
}

describe('sticksmith cache', () => {
  it('says in words that there is nothing, where, and how much there may be', async () => {
    const text = await words('--budget', '1M');
    expect(text).toBe(`No builds are kept.\n0 B of at most 1 MB, in ${work}/sticksmith-builds\n`);
  });

  it('lists what there is, last used first', async () => {
    await keep(A, 'Windows 11 Home', 0);
    await keep(B, 'Windows 11 Pro', 5);
    const text = await words();
    const [first = '', second = ''] = text.split('\n');
    expect(first).toMatch(/^abcd20000000 {2}\d+ kB {2}used 2026-01-01 12:05 {2}Windows 11 Pro /);
    expect(second).toMatch(/^abcd10000000 .* Windows 11 Home {2}Win11.iso$/);
    expect(text).toMatch(/\n\n\d+ kB of at most .*\/sticksmith-builds\n$/);
  });

  it('says which build a job uses, and neither removes nor clears it', async () => {
    await keep(A, 'Home', 0);
    await keep(B, 'Pro', 5);
    const held = await cache.take(A);
    expect(await words()).toContain('in use');
    const refused = await run('remove', 'abcd1');
    expect(refused.error).toMatchObject({ code: 'cache/in-use', params: { key: A } });
    expect(refused.code).toBe(3);
    expect(stateOf(await run('clear')).builds).toMatchObject([{ key: A, inUse: true }]);
    await held?.release();
    expect(stateOf(await run('clear')).builds).toEqual([]);
  });

  it('removes the one build whose key begins so', async () => {
    await keep(A, 'Home', 0);
    await keep(B, 'Pro', 5);
    expect((await run('remove', 'abc')).error?.code).toBe('usage');
    expect((await run('remove', 'abcd')).error?.code).toBe('usage');
    expect((await run('remove', '.*..')).error?.code).toBe('usage');
    const missing = await run('remove', 'abcd3');
    expect(missing.error).toMatchObject({ code: 'cache/not-found', params: { key: 'abcd3' } });
    expect(missing.code).toBe(2);
    expect(stateOf(await run('remove', 'ABCD2')).builds.map(({ key }) => key)).toEqual([A]);
  });

  it('prunes to a budget, be it named before the word or after it', async () => {
    await keep(A, 'Home', 0);
    await keep(B, 'Pro', 5);
    expect(stateOf(await run('prune')).builds).toHaveLength(2);
    expect(stateOf(await run('prune', '--budget', '400k')).builds.map(({ key }) => key)).toEqual([
      B,
    ]);
    expect(stateOf(await run('--budget', '0', 'prune'))).toMatchObject({
      budgetBytes: 0,
      builds: [],
    });
    expect((await run('prune', '--budget', 'much')).error?.code).toBe('usage');
  });

  it('refuses a folder of that name that it did not make', async () => {
    await mkdir(join(work, 'sticksmith-builds'));
    for (const word of [[], ['clear'], ['remove', 'abcd'], ['prune']]) {
      const { error, code } = await run(...word);
      expect(error?.code).toBe('work/unusable');
      expect(code).toBe(5);
    }
  });

  it('knows no other words', async () => {
    const { error, code } = await run('empty');
    expect(error?.code).toBe('usage');
    expect(code).toBe(2);
  });
});
