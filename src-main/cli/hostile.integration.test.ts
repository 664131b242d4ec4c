import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTool } from '../host/run-tool';
import { CLI, practiceIso, runCli, type CliOptions, type CliRun } from './testing';

const PRECIOUS = 'precious data, not a stick';

let base: string;
let iso: string;
let wim: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-hostile-'));
  iso = await practiceIso(join(base, 'image'), '24M');
  await runTool('7zz', ['e', '-y', `-o${join(base, 'wim')}`, iso, 'sources/install.wim']);
  wim = join(base, 'wim', 'install.wim');
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

/** A fresh folder with a target that holds something, and a work folder beside it. */
async function place(name: string): Promise<{ folder: string; target: string; work: string }> {
  const folder = join(base, name);
  await mkdir(folder);
  const target = join(folder, 'target.img');
  await writeFile(target, PRECIOUS);
  return { folder, target, work: join(folder, 'work') };
}

function make(
  image: string,
  { target, work }: { target: string; work: string },
  options: CliOptions = {},
): Promise<CliRun> {
  const what = ['--image', image, '--edition', '1', '--size', '1G', '--yes'];
  return runCli(['make', ...what, '--target', target, '--work-dir', work], options);
}

/** True for the first progress line of a phase that tells of work done. */
function firstWork(phase: string): (line: Record<string, unknown>) => boolean {
  let seen = false;
  return (line) => {
    if (seen || line['type'] !== 'progress' || line['phase'] !== phase) return false;
    seen = Number(line['doneBytes']) > 0;
    return seen;
  };
}

describe('files that are none', () => {
  it('are refused at once, and never waited for', async () => {
    const pipe = join(base, 'pipe');
    await runTool('mkfifo', [pipe]);
    for (const [args, code] of [
      [['hash', pipe], 'image/not-recognised'],
      [['hash', base], 'image/not-recognised'],
      [['hash', '/dev/zero'], 'image/not-recognised'],
      [['inspect', pipe], 'image/not-recognised'],
      [['check', pipe], 'target/not-a-drive'],
      [['hash', iso, '--expect-file', pipe], 'usage'],
      [['hash', iso, '--expect-file', '/dev/zero'], 'usage'],
      [['make', '--recipe', pipe, '--target', 'x.img'], 'plan/unreadable'],
      [['make', '--recipe', '/dev/zero', '--target', 'x.img'], 'plan/unreadable'],
      [['practice', join(iso, 'folder')], 'target/unusable-path'],
    ] as const) {
      const run = await runCli(args);
      expect(run.error?.code, args.join(' ')).toBe(code);
    }
  });
});

describe('a recipe', () => {
  it('may begin with a byte order mark and name the image relative to itself', async () => {
    const recipe = join(base, 'image', 'helpdesk.json');
    const plan = {
      version: 1,
      kind: 'windows-to-go',
      image: { path: './practice.iso', sha256: null },
      edition: { index: 1 },
      space: { sharedBytes: 0, sharedLabel: 'SHARED' },
      protect: { kind: 'none' },
      windows: { hideInternalDisks: true },
    };
    await writeFile(recipe, `\uFEFF${JSON.stringify(plan)}`);
    const args = ['make', '--recipe', recipe, '--target', join(base, 'new.img'), '--dry-run'];
    const run = await runCli(args);
    expect(run.code).toBe(0);
    expect(JSON.stringify(run.lines)).toContain(iso);
  });
});

describe('the words of a command', () => {
  it.each(['0', '-1', '1.5', '0x1', '1e0', '', ' 1', 'abc'])(
    'refuse %j for an edition',
    async (edition) => {
      const args = ['make', '--image', iso, '--target', 'x.img', '--dry-run'];
      const run = await runCli([...args, '--edition', edition]);
      expect(run.error?.code).toBe('usage');
      expect(run.code).toBe(2);
    },
  );

  it('refuse one target named twice in different ways', async () => {
    const args = ['make', '--image', iso, '--edition', '1', '--size', '1G', '--yes'];
    const twice = ['--target', join(base, 'one.img'), '--target', join(base, 'x', '..', 'one.img')];
    const run = await runCli([...args, ...twice]);
    expect(run.error?.code).toBe('plan/invalid');
    expect(run.code).toBe(2);
  });

  it('name the folder that a target needs and that is not there', async () => {
    const missing = join(base, 'no such folder');
    const run = await make(iso, { target: join(missing, 'x.img'), work: join(base, 'work') });
    expect(run.error?.code).toBe('target/unusable-path');
    expect(run.error?.params['message']).toContain(missing);
    expect(run.code).toBe(3);
  });
});

describe('an environment that is not as usual', () => {
  it('may have a relative XDG_CACHE_HOME, which counts as none', async () => {
    const { folder, target } = await place('relative cache');
    const args = ['make', '--image', iso, '--edition', '1', '--target', target, '--size', '1G'];
    const env = { XDG_CACHE_HOME: 'cache', HOME: join(folder, 'home') };
    const run = await runCli([...args, '--yes'], { env, cwd: folder });
    expect(run.code).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['home', 'target.img']);
  });
});

describe('a computer without lsblk', () => {
  it('is told so when drives are listed', async () => {
    const run = await runCli(['drives'], { hide: ['/usr/bin/lsblk'] });
    expect(run.error).toMatchObject({ code: 'tool/missing', params: { tool: 'lsblk' } });
    expect(run.code).toBe(5);
  });
});

describe('what happens in the middle of a job', () => {
  it('says that an existing image file is untouched when writing its successor is cancelled', async () => {
    const at = await place('cancel writing');
    const run = await make(iso, at, {
      interruptWhen: ({ type, phase }) => type === 'phase' && phase === 'writing',
    });
    expect(run.code).toBe(130);
    expect(run.error).toMatchObject({ code: 'cancelled', stick: 'untouched' });
    expect(await readFile(at.target, 'utf8')).toBe(PRECIOUS);
    expect((await readdir(at.folder)).sort()).toEqual(['target.img', 'work']);
    expect(await readdir(at.work)).toEqual([]);
  });

  it('notices that the image was deleted before it was read', async () => {
    const at = await place('deleted image');
    const image = join(at.folder, 'image.iso');
    await copyFile(iso, image);
    const run = await make(image, at, {
      interruptWhen: ({ type, phase }) => {
        if (type === 'phase' && phase === 'preparing') rmSync(image);
        return false;
      },
    });
    expect(run.error?.code).toMatch(/^image\/(changed|not-found)$/);
    expect(run.code).toBe(7);
    expect(await readFile(at.target, 'utf8')).toBe(PRECIOUS);
  });

  it('notices that a WIM was exchanged after it was hashed', async () => {
    const at = await place('exchanged WIM');
    const image = join(at.folder, 'install.wim');
    await copyFile(wim, image);
    const unpacking = firstWork('building');
    const run = await make(image, at, {
      interruptWhen: (line) => {
        if (unpacking(line)) {
          copyFileSync(wim, `${image}.new`);
          renameSync(`${image}.new`, image);
        }
        return false;
      },
    });
    expect(run.error?.code).toBe('image/changed');
    expect(await readFile(at.target, 'utf8')).toBe(PRECIOUS);
  });

  it('tells of the cancellation and not of a temporary file that somebody removed', async () => {
    const at = await place('removed file');
    const unpacking = firstWork('building');
    const run = await make(iso, at, {
      interruptWhen: (line) => {
        if (!unpacking(line)) return false;
        rmSync(`${at.target}.unfinished`);
        return true;
      },
    });
    expect(run.error?.code).toBe('cancelled');
    expect(run.code).toBe(130);
  });
});

describe('output that nobody takes', () => {
  it('cancels a job whose reader went away, and leaves nothing behind', async () => {
    const at = await place('no reader');
    const what = ['--image', iso, '--edition', '1', '--size', '1G', '--yes', '--json'];
    const child = spawn(
      process.execPath,
      [CLI, 'make', ...what, '--target', at.target, '--work-dir', at.work],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(130);
    expect(await readFile(at.target, 'utf8')).toBe(PRECIOUS);
    expect((await readdir(at.folder)).sort()).toEqual(['target.img', 'work']);
    expect(await readdir(at.work)).toEqual([]);
  });

  it('is no success when it could not be stored', async () => {
    const full = await open('/dev/full', 'w');
    try {
      const stdio = ['ignore', full.fd, 'ignore'] as const;
      const child = spawn(process.execPath, [CLI, 'hash', iso], { stdio: [...stdio] });
      const [code] = (await once(child, 'exit')) as [number];
      expect(code).toBe(6);
    } finally {
      await full.close();
    }
  });

  it('carries nothing that a terminal would act upon', async () => {
    const path = join(base, 'evil\x1b[2J\n.iso');
    await writeFile(path, 'x');
    const child = spawn(process.execPath, [CLI, 'hash', path], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    await once(child, 'close');
    expect(text).toContain('evil\\u001b[2J\\u000a.iso');
    expect(text).not.toContain('\x1b');
  });
});
