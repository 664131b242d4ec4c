import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toStickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { mountRange } from '../../helper/mounted-range';
import { attachLoop, type LoopDevice } from '../../helper/test-support/loop-device';
import type { MountedRange, OpenTarget } from '../index';
import { deviceNumbers } from './drives';
import { targetOpening } from './open-targets';
import { helpersOf } from './test-support/helpers-of';
import { useHelpers } from './test-support/use-helpers';

const { openTargets } = targetOpening();
const run = promisify(execFile);
const DISK = 64 * MiB;
const RANGE = { offset: MiB, length: 48 * MiB };
const NOBODY = 65534;
const never = new AbortController().signal;

let loop: LoopDevice;
let target: OpenTarget | null;
const makers = new Set([String(process.pid)]);

useHelpers();
beforeEach(async () => {
  loop = await attachLoop(DISK);
  target = null;
});
afterEach(async () => {
  await target?.close();
  await loop.detach();
});

async function openDisk(readOnly = false): Promise<OpenTarget> {
  const identity = await loop.identity();
  const guards = { neededBytes: 0, protectedPaths: [], readOnly };
  const asked = { target: { kind: 'drive', identity, unmount: false } as const, guards };
  const [opened] = await openTargets([asked], never);
  if (!opened) throw new Error('nothing was opened');
  for (const pid of helpersOf(process.pid)) makers.add(String(pid));
  target = opened;
  return opened;
}

/** Runs a program on the range as on a device of its own. */
async function onRange(program: string, args: string[]): Promise<string> {
  const place = ['--offset', String(RANGE.offset), '--sizelimit', String(RANGE.length)];
  const { stdout } = await run('losetup', ['--find', '--show', ...place, loop.path]);
  try {
    return (await run(program, [...args, stdout.trim()])).stdout;
  } finally {
    await run('losetup', ['--detach', stdout.trim()]);
  }
}

const formats = {
  exfat: ['mkfs.exfat', ['-L', 'STICK']],
  ntfs: ['mkntfs', ['--quick', '--force']],
  ext4: ['mkfs.ext4', ['-q']],
} as const;

async function format(name: keyof typeof formats): Promise<void> {
  const [program, args] = formats[name];
  await onRange(program, [...args]);
}

async function fill(folder: string): Promise<{ name: string; sha256: string }[]> {
  const files = [];
  for (const [name, bytes] of [
    ['ein Abbild ü 内.iso', randomBytes(9 * MiB + 17)],
    ['leer.img', Buffer.alloc(0)],
  ] as const) {
    await writeFile(join(folder, name), bytes);
    files.push({ name, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  return files;
}

async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

async function flags(path: string): Promise<string[]> {
  const { stdout } = await run('findmnt', ['--noheadings', '--output', 'VFS-OPTIONS', path]);
  return stdout.trim().split(',');
}

/** Folders of this process and the helpers that it has started: there may be others on the computer. */
async function folders(): Promise<string[]> {
  const names = await readdir('/run');
  return names.filter((name) => makers.has(/^sticksmith-mount-(\d+)-/.exec(name)?.[1] ?? ''));
}

async function failure(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => toStickError(error),
  );
}

describe.each([
  ['exfat', 'fsck.exfat', ['-n']],
  ['ntfs', 'ntfsfix', ['--no-action']],
] as const)('a %s file system that is mounted', (name, checker, args) => {
  it('keeps what is written there, unmounted and mounted again, and is whole afterwards', async () => {
    await format(name);
    const disk = await openDisk();
    const mounted = await disk.mount(RANGE, { readOnly: false }, never);
    expect(mounted).toMatchObject({ fileSystem: name, unclean: false });
    expect(await flags(mounted.path)).toEqual(
      expect.arrayContaining(['nosuid', 'nodev', 'noexec']),
    );
    const files = await fill(mounted.path);
    await mounted.giveBack();
    await mounted.giveBack();
    expect(await folders()).toEqual([]);

    const again = await disk.mount(RANGE, { readOnly: true }, never);
    expect(await flags(again.path)).toContain('ro');
    for (const { name: file, sha256 } of files) {
      expect(await hashOf(join(again.path, file))).toBe(sha256);
    }
    await expect(writeFile(join(again.path, 'more'), 'x')).rejects.toThrow(/EROFS|EACCES|EPERM/);
    await again.giveBack();
    await disk.close();
    await onRange(checker, [...args]);
  });

  it('is the user’s alone', async () => {
    await format(name);
    const { device } = { device: deviceNumbers((await stat(loop.path)).rdev) };
    const user = { uid: NOBODY, gid: NOBODY };
    const mounted = await mountRange(
      { path: loop.path, device },
      RANGE,
      { readOnly: false, user },
      never,
    );
    const { uid, mode } = await stat(mounted.path);
    expect([uid, mode & 0o777]).toEqual([NOBODY, 0o700]);
    const touch = (who: number) =>
      run('touch', [join(mounted.path, String(who))], { uid: who, gid: who, cwd: '/' });
    await touch(NOBODY);
    await expect(touch(NOBODY - 1)).rejects.toThrow(/denied/);
    expect(await readdir(mounted.path)).toContain(String(NOBODY));
    await mounted.unmount();
  });

  it('is not unmounted under somebody who uses it, and can be given back then', async () => {
    await format(name);
    const disk = await openDisk();
    const mounted = await disk.mount(RANGE, { readOnly: false }, never);
    const file = await open(join(mounted.path, 'open'), 'w');
    expect(await failure(mounted.giveBack())).toMatchObject({ code: 'mount/busy' });
    await file.write('still here');
    await file.close();
    await mounted.giveBack();
    expect(await folders()).toEqual([]);
  });

  it('is unmounted and whole when the helper is killed', async () => {
    await format(name);
    const disk = await openDisk();
    const mounted = await disk.mount(RANGE, { readOnly: false }, never);
    const [file] = await fill(mounted.path);
    for (const pid of helpersOf(process.pid)) process.kill(pid, 'SIGKILL');
    await disk.close();
    // The next helper takes away what is left.
    const next = await openDisk();
    await expect.poll(folders, { timeout: 5000 }).toEqual([]);
    const again = await next.mount(RANGE, { readOnly: true }, never);
    expect(await hashOf(join(again.path, file?.name ?? ''))).toBe(file?.sha256);
    await again.giveBack();
    await next.close();
    await onRange(checker, [...args]);
  });
});

describe('a disk of which something is mounted', () => {
  let mounted: MountedRange;

  beforeEach(async () => {
    await format('exfat');
    mounted = await (await openDisk()).mount(RANGE, { readOnly: false }, never);
  });

  it('can be read, and nothing else', async () => {
    const disk = target;
    if (!disk) throw new Error('nothing is open');
    expect((await disk.source.read(RANGE.offset + 3, 5)).toString()).toBe('EXFAT');
    const running = { signal: never, onProgress: () => undefined, onLine: () => undefined };
    const request = { maps: [], head: Buffer.alloc(512), tail: Buffer.alloc(0), resume: false };
    const archive = { path: '/nowhere.tar.gz', sha256: '0'.repeat(64) };
    for (const work of [
      disk.write(request, running),
      disk.test(running),
      disk.lend({ offset: 8 * MiB, length: MiB }, never),
      disk.mount(RANGE, { readOnly: true }, never),
      disk.runVentoy({ package: archive, command: { do: 'update', secureBoot: true } }, running),
    ]) {
      expect(await failure(work)).toMatchObject({ code: 'helper/protocol' });
    }
    await mounted.giveBack();
  });

  it('has nothing mounted any more when it is closed', async () => {
    await writeFile(join(mounted.path, 'kept'), 'x');
    await target?.close();
    expect(await folders()).toEqual([]);
    expect(await onRange('fsck.exfat', ['-n'])).toContain('clean');
  });

  it('says so when somebody still uses it as it is closed', async () => {
    const file = await open(join(mounted.path, 'open'), 'w');
    expect(await failure(target?.close() ?? Promise.resolve())).toMatchObject({
      code: 'mount/busy',
    });
    target = null;
    expect(await folders()).toEqual([]);
    // The program that was the file system is gone.
    await file.close().catch(() => undefined);
  });
});

describe('what is not mounted', () => {
  it.each([
    ['past the end', { offset: 60 * MiB, length: 8 * MiB }],
    ['between sectors', { offset: MiB + 1, length: MiB }],
  ])('is a range %s', async (_, range) => {
    const disk = await openDisk();
    const error = await failure(disk.mount(range, { readOnly: true }, never));
    expect(error).toMatchObject({ code: 'helper/protocol' });
  });

  it('is a range without a file system', async () => {
    const disk = await openDisk();
    const error = await failure(disk.mount(RANGE, { readOnly: true }, never));
    expect(error).toMatchObject({ code: 'mount/unsupported', stick: 'untouched' });
    expect(await folders()).toEqual([]);
  });

  it('is a file system with owners, for anybody but root', async () => {
    await format('ext4');
    const device = deviceNumbers((await stat(loop.path)).rdev);
    const user = { uid: NOBODY, gid: NOBODY };
    const mounting = mountRange(
      { path: loop.path, device },
      RANGE,
      { readOnly: false, user },
      never,
    );
    expect(await failure(mounting)).toMatchObject({ code: 'mount/unsupported' });
    const disk = await openDisk();
    const mounted = await disk.mount(RANGE, { readOnly: false }, never);
    expect(mounted).toMatchObject({ fileSystem: 'ext4', driver: 'kernel' });
    await mounted.giveBack();
  });

  it('is an NTFS that Windows has left asleep, but for reading', async () => {
    await format('ntfs');
    const disk = await openDisk();
    const mounted = await disk.mount(RANGE, { readOnly: false }, never);
    // What Windows has in its hibernation file when it sleeps.
    const sleeping = Buffer.alloc(8192);
    sleeping.write('hibr');
    await writeFile(join(mounted.path, 'hiberfil.sys'), sleeping);
    await mounted.giveBack();
    const error = await failure(disk.mount(RANGE, { readOnly: false }, never));
    expect(error).toMatchObject({ code: 'mount/unclean' });
    const reading = await disk.mount(RANGE, { readOnly: true }, never);
    expect(reading.unclean).toBe(true);
    await reading.giveBack();
  });

  it('is nothing once the job is cancelled', async () => {
    await format('exfat');
    const disk = await openDisk();
    for (const delay of [0, 20, 60, 120]) {
      const mounting = disk.mount(RANGE, { readOnly: false }, AbortSignal.timeout(delay));
      const mounted = await mounting.catch(() => null);
      await mounted?.giveBack();
      await expect.poll(folders, { timeout: 5000 }).toEqual([]);
    }
  });
});

it('tells of an exFAT that was pulled out, and mounts it', async () => {
  await format('exfat');
  const device = await open(loop.path, 'r+');
  await device.write(Buffer.from([0x02, 0x00]), 0, 2, RANGE.offset + 106);
  await device.close();
  const disk = await openDisk();
  const mounted = await disk.mount(RANGE, { readOnly: false }, never);
  expect(mounted.unclean).toBe(true);
  await mounted.giveBack();
});
