import { execFile } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  readFile,
  readdir,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StickError } from '../../../src-shared/errors';
import { readExtVolume } from '../../disk';
import { openFileSource } from '../../io';
import { findProgram } from '../find-program';
import type { Running } from '../index';
import { makeExt4File } from './ext4-file';
import { growExt4File } from './grow-ext4-file';

const exec = promisify(execFile);
const MiB = 1024 * 1024;
const union = [{ name: 'persistence.conf', text: '/ union\n' }];

async function tool(name: string, ...args: string[]): Promise<string> {
  const path = await findProgram(name);
  if (path === null) throw new Error(`${name} is not there`);
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const { stdout } = await exec(path, args, { env, maxBuffer: 16 * MiB });
  return stdout;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const thrown: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  return thrown instanceof StickError ? thrown.code : `no StickError: ${String(thrown)}`;
}

/** Collects progress; cancels once so many bytes are done. */
function running(cancelAt = Infinity): Running & { seen: [number, number][] } {
  const controller = new AbortController();
  const seen: [number, number][] = [];
  return {
    signal: controller.signal,
    seen,
    onProgress(done, total) {
      seen.push([done, total]);
      if (done >= cancelAt) controller.abort();
    },
  };
}

let base = '';
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "-ext4 “ü” 磁盘 q' "));
});

const toUndo: (() => Promise<unknown>)[] = [];

/** A file system of its own on a loop device, through FUSE. */
async function mounted(name: string, format: string[], mount: string): Promise<string> {
  const [image, folder] = [join(base, `${name}.img`), join(base, name)];
  await mkdir(folder);
  await writeFile(image, '');
  await truncate(image, 256 * MiB);
  const [maker = '', ...options] = format;
  await tool(maker, ...options, image);
  const device = (await tool('losetup', '--find', '--show', image)).trim();
  toUndo.unshift(() => tool('losetup', '--detach', device));
  await tool(mount, device, folder);
  toUndo.unshift(() => tool('umount', folder));
  return folder;
}

const places = ['this computer’s own file system', 'exFAT', 'NTFS'] as const;
const folders: Partial<Record<(typeof places)[number], string>> = {};
beforeAll(async () => {
  const own = join(base, 'own');
  await mkdir(own);
  folders['this computer’s own file system'] = own;
  folders.exFAT = await mounted('exfat', ['mkfs.exfat'], 'mount.exfat-fuse');
  folders.NTFS = await mounted('ntfs', ['mkntfs', '-F', '-Q', '-q'], 'ntfs-3g');
}, 60_000);
afterAll(async () => {
  for (const undo of toUndo) await undo();
  await rm(base, { recursive: true, force: true });
});

function placeFor(place: (typeof places)[number], name: string): string {
  return join(folders[place] ?? '', name);
}

async function expectSound(path: string, label: string, bytes: number): Promise<void> {
  await tool('e2fsck', '-f', '-n', path);
  expect((await tool('blkid', '-p', '-o', 'value', '-s', 'LABEL', path)).trim()).toBe(label);
  const header = await tool('dumpe2fs', '-h', path);
  expect(header).toMatch(new RegExp(`Block count: +${String(bytes / 4096)}\n`));
  expect(header).not.toMatch(/orphan_file|metadata_csum_seed/);
  const { size, blocks } = await stat(path);
  expect(size).toBe(bytes);
  expect(blocks * 512).toBeGreaterThanOrEqual(bytes);
}

describe.each(places)('on %s', (place) => {
  it('a file has its label, its content and all its blocks', async () => {
    const path = placeFor(place, 'ubuntu 24.04 “é”.dat');
    const job = running();
    await makeExt4File({ path, bytes: 64 * MiB, label: 'persistence', files: union }, job);
    await expectSound(path, 'persistence', 64 * MiB);
    expect(await tool('debugfs', '-R', 'cat /persistence.conf', path)).toBe('/ union\n');
    const inode = await tool('debugfs', '-R', 'stat /persistence.conf', path);
    expect(inode).toMatch(/Mode: +0644/);
    expect(inode).toMatch(/User: +0 +Group: +0 /);
    expect(job.seen.at(-1)).toEqual([64 * MiB, 64 * MiB]);
    expect(job.seen.length).toBeGreaterThan(4);
    await rm(path);
  });

  it('a file grows and keeps what is in it', async () => {
    const path = placeFor(place, 'grows.dat');
    await makeExt4File({ path, bytes: 64 * MiB, label: 'casper-rw', files: [] }, running());
    const letter = join(base, 'letter');
    await writeFile(letter, 'Dear …'.repeat(100_000));
    await tool('debugfs', '-w', '-R', `write "${letter}" letter`, path);

    const job = running();
    await growExt4File({ path, bytes: 128 * MiB }, job);
    await expectSound(path, 'casper-rw', 128 * MiB);
    const back = join(base, 'back');
    await tool('debugfs', '-R', `dump letter "${back}"`, path);
    expect(await readFile(back)).toEqual(await readFile(letter));
    expect(job.seen.at(-1)).toEqual([64 * MiB, 64 * MiB]);
    await rm(path);
  });

  it('a cancelled job leaves no file, and no larger one', async () => {
    const path = placeFor(place, 'cancelled.dat');
    const file = { path, bytes: 64 * MiB, label: 'x', files: [] };
    expect(await codeOf(makeExt4File(file, running(16 * MiB)))).toBe('cancelled');
    expect(await readdir(folders[place] ?? '')).not.toContain('cancelled.dat');

    await makeExt4File(file, running());
    expect(await codeOf(growExt4File({ path, bytes: 128 * MiB }, running(16 * MiB)))).toBe(
      'cancelled',
    );
    expect((await stat(path)).size).toBe(64 * MiB);
    await expectSound(path, 'x', 64 * MiB);
    await rm(path);
  });

  it('a file that is there stays, and so does one without room', async () => {
    const path = placeFor(place, 'precious.dat');
    await writeFile(path, 'precious');
    const file = { path, bytes: 64 * MiB, label: 'x', files: [] };
    expect(await codeOf(makeExt4File(file, running()))).toBe('persistence/exists');
    expect(await readFile(path, 'utf8')).toBe('precious');
    const huge = { ...file, path: placeFor(place, 'huge.dat'), bytes: 2 ** 50 };
    expect(await codeOf(makeExt4File(huge, running()))).toBe('persistence/no-room');
    await rm(path);
  });
});

describe('a file', () => {
  const at = (name: string): string => placeFor('this computer’s own file system', name);

  it.each([
    [64 * MiB - 4096, 'persistence/size'],
    [32 * MiB, 'persistence/size'],
  ])('of %i bytes is refused', async (bytes, code) => {
    const path = at('odd.dat');
    expect(await codeOf(makeExt4File({ path, bytes, label: 'x', files: [] }, running()))).toBe(
      code,
    );
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  it('never shrinks', async () => {
    const path = at('shrinks.dat');
    await makeExt4File({ path, bytes: 65 * MiB, label: 'x', files: [] }, running());
    for (const bytes of [64 * MiB, 65 * MiB]) {
      expect(await codeOf(growExt4File({ path, bytes }, running()))).toBe('persistence/size');
    }
    await expectSound(path, 'x', 65 * MiB);
  });

  it('that holds something else is not touched', async () => {
    const path = at('letter.dat');
    const content = Buffer.alloc(MiB, 7);
    await writeFile(path, content);
    expect(await codeOf(growExt4File({ path, bytes: 64 * MiB }, running()))).toBe(
      'persistence/unusable',
    );
    expect(await readFile(path)).toEqual(content);
    expect(await codeOf(growExt4File({ path: at('none'), bytes: 64 * MiB }, running()))).toBe(
      'persistence/unusable',
    );
  });

  it('that is damaged does not grow', async () => {
    const path = at('damaged.dat');
    await makeExt4File({ path, bytes: 64 * MiB, label: 'x', files: union }, running());
    const handle = await open(path, 'r+');
    // The descriptors of the groups, which then point anywhere.
    await handle.write(Buffer.alloc(4096, 0x5a), 0, 4096, 4096);
    await handle.close();
    expect(await codeOf(growExt4File({ path, bytes: 128 * MiB }, running()))).toBe(
      'persistence/unusable',
    );
    expect((await stat(path)).size).toBe(64 * MiB);
  });

  it('is as before when enlarging its file system fails', async () => {
    const path = at('fails.dat');
    await makeExt4File({ path, bytes: 64 * MiB, label: 'x', files: union }, running());
    // Does all of its work and then says that it failed.
    const real = await findProgram('resize2fs');
    const fakes = join(base, 'fakes');
    await mkdir(fakes);
    await writeFile(join(fakes, 'resize2fs'), `#!/bin/sh\n${real ?? ''} "$@"\nexit 1\n`);
    await chmod(join(fakes, 'resize2fs'), 0o755);
    vi.stubEnv('PATH', `${fakes}:${process.env['PATH'] ?? ''}`);
    try {
      const failed = growExt4File({ path, bytes: 128 * MiB }, running());
      expect(await codeOf(failed)).toBe('tool/failed');
    } finally {
      vi.unstubAllEnvs();
    }
    await expectSound(path, 'x', 64 * MiB);
    expect(await tool('debugfs', '-R', 'cat /persistence.conf', path)).toBe('/ union\n');
  });

  it('leaves nothing behind in the temporary folder', async () => {
    const left = (await readdir(tmpdir())).filter((name) => name.startsWith('sticksmith-ext4-'));
    expect(left.filter((name) => name.includes(`-${String(process.pid)}-`))).toEqual([]);
  });
});

describe('the superblock', () => {
  it.each(['ext2', 'ext3', 'ext4'] as const)('of %s as mke2fs writes it', async (type) => {
    const path = join(base, `${type}.img`);
    await writeFile(path, '');
    await truncate(path, 40 * MiB);
    await tool('mke2fs', '-q', '-t', type, '-L', 'Größe 视窗', path);
    const source = await openFileSource(path);
    try {
      const volume = await readExtVolume(source);
      expect(volume).toMatchObject({ type, label: 'Größe 视窗', clean: true });
      expect((volume?.blocks ?? 0) * (volume?.blockBytes ?? 0)).toBe(40 * MiB);
      const header = await tool('dumpe2fs', '-h', path);
      expect(header).toMatch(new RegExp(`Free blocks: +${String(volume?.freeBlocks)}\n`));
    } finally {
      await source.close();
    }
  });
});
