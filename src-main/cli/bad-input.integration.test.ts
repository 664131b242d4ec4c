import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import {
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTool } from '../host/run-tool';
import { practiceIso, runCli, type CliOptions, type CliRun } from './testing';

let base: string;
let iso: string;
let wim: string;
let target: string;
let before: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-bad-'));
  iso = await practiceIso(join(base, 'Übungs ’images" 练习'));
  await runTool('7zz', ['e', '-y', `-o${join(base, 'wim')}`, iso, 'sources/install.wim']);
  wim = join(base, 'wim', 'install.wim');
  target = join(base, 'existing target.img');
  await writeFile(target, 'precious data, not a stick');
  before = await fingerprint(target);
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

async function fingerprint(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** Makes a stick over an existing file and demands that the file is as it was. */
async function makeAndExpectUntouched(
  image: string,
  more: string[] = [],
  options: CliOptions = {},
): Promise<CliRun> {
  const args = ['make', '--image', image, '--target', target, '--size', '1G', '--yes'];
  const edition = more.includes('--edition') ? [] : ['--edition', '1'];
  const run = await runCli(
    [...args, ...edition, '--work-dir', join(base, 'work'), ...more],
    options,
  );
  expect(await fingerprint(target), 'the target was changed').toBe(before);
  expect(await readdir(base)).not.toContain('existing target.img.unfinished');
  expect(run.error?.stick ?? 'untouched').toBe('untouched');
  return run;
}

async function damagedCopy(
  from: string,
  name: string,
  damage: (path: string) => Promise<void>,
): Promise<string> {
  const path = join(base, name);
  await copyFile(from, path, constants.COPYFILE_FICLONE);
  await damage(path);
  return path;
}

async function overwrite(path: string, offset: number, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.write(bytes, 0, bytes.length, offset);
  await handle.close();
}

/** Offset and size of one of the WIM header's resources: 48 table of contents, 72 XML. */
async function resource(path: string, at: number): Promise<{ offset: number; size: number }> {
  const header = (await readFile(path)).subarray(0, 208);
  return {
    size: Number(header.readBigUInt64LE(at) & 0xffffffffffffffn),
    offset: Number(header.readBigUInt64LE(at + 8)),
  };
}

describe('an unusable image ends the job with a clear error and an untouched target', () => {
  it('says that an ISO is cut short', async () => {
    const { size } = await stat(iso);
    const path = await damagedCopy(iso, 'short.iso', (copy) =>
      truncate(copy, Math.floor(size / 2)),
    );
    const run = await makeAndExpectUntouched(path);
    expect(run.error?.code).toBe('image/truncated');
    expect(run.code).toBe(7);
  });

  it('says that an ISO holds no Windows', async () => {
    const folder = join(base, 'no windows');
    await mkdir(folder);
    await writeFile(join(folder, 'readme.txt'), 'nothing');
    const path = join(base, 'no windows.iso');
    await runTool('genisoimage', ['-quiet', '-udf', '-J', '-o', path, folder]);
    const run = await makeAndExpectUntouched(path);
    expect(run.error?.code).toBe('image/not-windows');
    expect(run.code).toBe(7);
  });

  it('says that the header of a WIM is damaged', async () => {
    const path = await damagedCopy(wim, 'header.wim', (copy) =>
      overwrite(copy, 8, Buffer.alloc(4, 0xff)),
    );
    expect((await makeAndExpectUntouched(path)).error?.code).toBe('wim/header');
  });

  it('says that the table of contents of a WIM is damaged', async () => {
    const table = await resource(wim, 48);
    const path = await damagedCopy(wim, 'table.wim', (copy) =>
      overwrite(copy, table.offset, Buffer.alloc(Math.min(table.size, 4096), 0xff)),
    );
    expect((await makeAndExpectUntouched(path)).error?.code).toBe('wim/hash-table');
  });

  it('says that the XML of a WIM is damaged', async () => {
    const xml = await resource(wim, 72);
    const path = await damagedCopy(wim, 'xml.wim', (copy) =>
      overwrite(copy, xml.offset + 2, Buffer.from('<<<<', 'utf16le')),
    );
    expect((await makeAndExpectUntouched(path)).error?.code).toBe('wim/xml');
  });

  it('names the part of a split image that is missing', async () => {
    const folder = join(base, 'split');
    await mkdir(folder);
    await runTool('wimlib-imagex', ['split', wim, join(folder, 'install.swm'), '8']);
    const parts = (await readdir(folder)).sort();
    expect(parts.length).toBeGreaterThan(2);
    await rm(join(folder, 'install2.swm'));
    const run = await makeAndExpectUntouched(join(folder, 'install.swm'));
    expect(run.error?.code).toBe('wim/part-missing');
    expect(run.error?.params).toMatchObject({ part: 2, total: parts.length });
  });

  it('lists the editions there are when the one asked for is not', async () => {
    const run = await makeAndExpectUntouched(iso, ['--edition', '9']);
    expect(run.error?.code).toBe('wim/edition-missing');
    expect(run.error?.params).toMatchObject({ index: 9, available: '1, 2, 3' });
  });

  it('stops when the hash is another one', async () => {
    const run = await makeAndExpectUntouched(iso, ['--sha256', '0'.repeat(64)]);
    expect(run.error?.code).toBe('image/hash-mismatch');
    expect(run.code).toBe(4);
  });

  it('says that a damaged file inside the WIM can’t be unpacked', async () => {
    const table = await resource(wim, 48);
    const path = await damagedCopy(wim, 'data.wim', (copy) =>
      overwrite(copy, Math.floor(table.offset / 2), Buffer.alloc(65536, 0xa5)),
    );
    const run = await makeAndExpectUntouched(path);
    expect(run.error?.code).toBe('wim/apply');
    expect(run.code).toBe(7);
  });

  it('says that there is no such file', async () => {
    const run = await makeAndExpectUntouched(join(base, '-not there.iso'));
    expect(run.error?.code).toBe('image/not-found');
  });
});

describe('a computer or target that won’t do ends the job with a clear error and an untouched target', () => {
  it('says how large the target must be', async () => {
    const run = await makeAndExpectUntouched(iso, ['--size', '100M']);
    expect(run.error?.code).toBe('target/too-small');
    expect(run.error?.params['needed']).toBeGreaterThan(321 * 1024 * 1024);
    expect(run.code).toBe(3);
  });

  it('says how much the work folder lacks', async () => {
    const file = join(base, 'small.ext4');
    const mount = join(base, 'small work');
    await mkdir(mount);
    await writeFile(file, '');
    await truncate(file, 32 * 1024 * 1024);
    await runTool('mkfs.ext4', ['-q', file]);
    await runTool('mount', ['-o', 'loop', file, mount]);
    try {
      const run = await makeAndExpectUntouched(iso, ['--work-dir', mount]);
      expect(run.error?.code).toBe('work/full');
      expect(run.error?.params['missing']).toBeGreaterThan(0);
      expect(run.error?.next).toContain('--work-dir');
      expect(run.code).toBe(5);
      expect((await readdir(mount)).filter((name) => name !== 'lost+found')).toEqual([]);
    } finally {
      await runTool('umount', [mount]);
    }
  });

  it('names a missing tool and the command that installs it', async () => {
    const run = await makeAndExpectUntouched(iso, [], { hide: ['/usr/sbin/mkntfs'] });
    expect(run.error?.code).toBe('tool/missing');
    expect(run.error?.next).toMatch(/install .*ntfs-3g/);
    expect(run.code).toBe(5);
  });

  it('refuses to replace a file without a confirmation', async () => {
    const run = await runCli(['make', '--image', iso, '--edition', '1', '--target', target]);
    expect(run.error?.code).toBe('target/exists');
    expect(run.code).toBe(3);
    expect(await fingerprint(target)).toBe(before);
  });

  it('says once what a command lacks', async () => {
    const run = await runCli(['records', 'label']);
    expect(run.stderr).toBe("error: missing required argument 'id'\n");
    expect(run.code).toBe(2);
  });

  it('refuses a target that is no drive and no image file', async () => {
    for (const bad of ['/dev/null', '/etc/hostname', '/dev/no-such-drive', base]) {
      const run = await runCli([
        'make',
        '--image',
        iso,
        '--edition',
        '1',
        '--target',
        bad,
        '--yes',
      ]);
      expect(run.code, bad).toBe(3);
      expect(run.error?.code, bad).toMatch(/^target\/not-/);
    }
  });

  it('refuses a recipe of another version', async () => {
    const recipe = join(base, 'old.json');
    await writeFile(recipe, JSON.stringify({ version: 99, kind: 'windows-to-go' }));
    const run = await runCli(['make', '--recipe', recipe, '--target', target, '--yes']);
    expect(run.error?.code).toBe('plan/version');
    expect(run.code).toBe(2);
    expect(await fingerprint(target)).toBe(before);
  });

  it('leaves the target as it was when Ctrl+C is pressed, and ends soon', async () => {
    const big = await practiceIso(join(base, 'big'), '160M');
    let interruptedAt = 0;
    const run = await runCli(
      ['make', '--image', big, '--edition', '1', '--target', target, '--size', '4G', '--yes'],
      {
        interruptWhen: ({ type, phase, doneBytes }) => {
          const now = type === 'progress' && phase === 'building' && Number(doneBytes) > 0;
          if (now && interruptedAt === 0) interruptedAt = performance.now();
          return now;
        },
        env: { XDG_CACHE_HOME: join(base, 'cache') },
      },
    );
    expect(run.code).toBe(130);
    expect(run.error).toMatchObject({ code: 'cancelled', stick: 'untouched' });
    expect(performance.now() - interruptedAt).toBeLessThan(2000);
    expect(await fingerprint(target)).toBe(before);
    expect(await readdir(join(base, 'cache', 'sticksmith', 'work'))).toEqual([]);
  });

  it('says what is wrong with the words of a command', async () => {
    const run = await runCli(['make', '--edition', '1', '--target', target]);
    expect(run.error?.code).toBe('usage');
    expect(run.code).toBe(2);
    expect((await runCli(['nonsense'])).code).toBe(2);
    expect(
      (await runCli(['make', '--image', iso, '--target', 'x.img', '--size', 'much'])).code,
    ).toBe(2);
  });
});
