import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WindowsContents } from '../../src-shared/windows-contents';
import { runTool } from '../host/run-tool';
import { practiceApps, practiceFeatures } from '../practice/windows-contents';
import { CLI, practiceIso, runCli, type CliRun } from './testing';

let base: string;
let iso: string;
let work: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), '-contents "ü" '));
  iso = await practiceIso(base, '8M');
  work = join(base, 'work');
});
afterAll(() => rm(base, { recursive: true, force: true }));

function contentsOf(run: CliRun): WindowsContents {
  expect(run.code, run.stderr + run.stdout).toBe(0);
  const result = run.lines.find(({ type }) => type === 'result');
  return result?.['contents'] as WindowsContents;
}

const inspect = (image: string, ...more: string[]): Promise<CliRun> =>
  runCli(['inspect', image, '--work-dir', work, ...more]);

describe('inspect --contents', () => {
  it('lists the apps and features of an edition, and leaves nothing in the work folder', async () => {
    const run = await inspect(iso, '--contents', '2');
    const { apps, features } = contentsOf(run);
    const names = practiceApps.map((full) => full.replace(/_.*/, ''));
    expect(apps.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(features.map(({ name, enabled }) => [name, enabled]).sort()).toEqual(
      practiceFeatures.map(({ name, enabled }) => [name, enabled]).sort(),
    );
    expect(run.lines.some(({ type }) => type !== 'result')).toBe(true);
    expect(await readdir(work)).toEqual([]);
  });

  it('says the same of a bare WIM', async () => {
    await runTool('7zz', ['e', '-y', `-o${base}`, iso, 'sources/install.wim']);
    const bare = await inspect(join(base, 'install.wim'), '--contents', '2');
    expect(contentsOf(bare)).toEqual(contentsOf(await inspect(iso, '--contents', '2')));
  });

  it('says it in words, too', async () => {
    const args = [CLI, 'inspect', iso, '--contents', '1', '--work-dir', work];
    const { stdout } = await runTool(process.execPath, args);
    expect(stdout).toMatch(/Apps that every account gets\n.*Clipchamp\.Clipchamp/);
    expect(stdout).toMatch(/Optional features[^]*Practice-Media +on/);
  });

  it('refuses what is no edition', async () => {
    for (const text of ['0', '-1', '1.5', 'Pro', '99999']) {
      expect((await inspect(iso, `--contents=${text}`)).error?.code).toBe('usage');
    }
    expect((await inspect(iso, '--contents', '4')).error).toMatchObject({
      code: 'wim/edition-missing',
      params: { index: 4 },
    });
  });
});
