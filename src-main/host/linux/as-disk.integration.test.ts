import { execFile } from 'node:child_process';
import {
  access,
  chown,
  link,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toStickError } from '../../../src-shared/errors';
import { MiB, SECTOR } from '../../../src-shared/units';
import { makeScriptPackage } from '../../helper/test-support/script-package';
import type { OpenTarget, TargetRequest, VentoyCommand } from '../index';
import { targetOpening } from './open-targets';
import { helpersOf } from './test-support/helpers-of';
import { useHelpers } from './test-support/use-helpers';

const { openTargets } = targetOpening();
const run = promisify(execFile);
const DISK = 64 * MiB;
const RANGE = { offset: MiB, length: 32 * MiB };
const NOBODY = 65534;
const never = new AbortController().signal;
const silent = { signal: never, onLine: () => undefined, onProgress: () => undefined };

let folder: string;
let path: string;
let targets: OpenTarget[];

useHelpers();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-disk-'));
  path = join(folder, 'Stick ü 内.img');
  targets = [];
});
afterEach(async () => {
  for (const target of targets) await target.close();
  await rm(folder, { recursive: true, force: true });
});

async function openFile(
  asDisk: 'new' | 'existing',
  more: Partial<TargetRequest['guards']> & { path?: string; sizeBytes?: number } = {},
): Promise<OpenTarget> {
  const { path: file = path, sizeBytes = DISK, ...guards } = more;
  const request = {
    target: { kind: 'file', path: file, sizeBytes } as const,
    guards: { neededBytes: 0, protectedPaths: [], readOnly: false, ...guards },
    asDisk,
  };
  const [opened] = await openTargets([request], never);
  if (!opened) throw new Error('nothing was opened');
  targets.push(opened);
  return opened;
}

async function makeExisting(): Promise<void> {
  await writeFile(path, '');
  await truncate(path, DISK);
  const table = ['label: dos', `start=2048, size=${String(RANGE.length / SECTOR)}, type=7`];
  const child = run('sfdisk', ['--quiet', path]);
  child.child.stdin?.end(table.join('\n'));
  await child;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Loop devices over files of the test's folder. */
async function loops(): Promise<string[]> {
  const { stdout } = await run('losetup', ['--list', '--noheadings', '--output', 'NAME,BACK-FILE']);
  return stdout.split('\n').filter((line) => line.includes(folder));
}

async function nodesOf(loop: string): Promise<string[]> {
  return (await readdir('/dev')).filter((name) => name.startsWith(`${loop.slice(5)}p`));
}

async function failure(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => toStickError(error),
  );
}

describe('a new image file as a disk', () => {
  it('is sparse, takes what programs, mounts and the helper write, and then its name', async () => {
    const target = await openFile('new');
    expect(await exists(path)).toBe(false);
    expect((await stat(`${path}.unfinished`)).blocks).toBe(0);
    const archive = await makeScriptPackage(
      folder,
      `for disk; do :; done
      parted -s "$disk" mklabel msdos mkpart primary ntfs 2048s ${String(2047 + RANGE.length / SECTOR)}s
      mkfs.exfat "\${disk}p1"
      echo "on $disk"
      echo "successfully finished."`,
    );
    const lines: string[] = [];
    const command: VentoyCommand = {
      do: 'install',
      scheme: 'mbr',
      secureBoot: false,
      reserveBytes: 0,
      label: 'A',
    };
    const result = await target.runVentoy(
      { package: archive, command },
      { ...silent, onLine: (line) => lines.push(line) },
    );
    expect(result.exitCode).toBe(0);
    const loop = /on (\/dev\/loop\d+)/.exec(lines.join('\n'))?.[1] ?? '';
    expect(await nodesOf(loop)).toEqual([`${loop.slice(5)}p1`]);
    const mounted = await target.mount(RANGE, { readOnly: false }, never);
    await writeFile(join(mounted.path, 'hello'), 'there');
    await mounted.giveBack();
    expect((await target.source.read(510, 2)).toString('hex')).toBe('55aa');
    await target.finish();
    await target.close();
    expect(await exists(`${path}.unfinished`)).toBe(false);
    expect(await loops()).toEqual([]);
    expect(await nodesOf(loop)).toEqual([]);
    expect((await readFile(path)).subarray(RANGE.offset + 3, RANGE.offset + 8).toString()).toBe(
      'EXFAT',
    );

    const again = await openFile('existing', { readOnly: true });
    const reading = await again.mount(RANGE, { readOnly: true }, never);
    expect(await readFile(join(reading.path, 'hello'), 'utf8')).toBe('there');
    await reading.giveBack();
  });

  it('is gone when it is closed unfinished', async () => {
    const target = await openFile('new');
    await target.close();
    expect((await readdir(folder)).filter((name) => name.includes('.img'))).toEqual([]);
    expect(await loops()).toEqual([]);
  });

  it('leaves a file of that name alone until it is finished', async () => {
    await writeFile(path, 'old');
    const target = await openFile('new');
    expect(await readFile(path, 'utf8')).toBe('old');
    await target.close();
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it('cannot be a virtual disk', async () => {
    const vhdx = join(folder, 'a.vhdx');
    for (const state of ['new', 'existing'] as const) {
      const error = await failure(openFile(state, { path: vhdx }));
      expect(error).toMatchObject({ code: 'target/unusable-path' });
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('has no loop device any more when the helper is killed', async () => {
    const target = await openFile('new');
    expect(await loops()).toHaveLength(1);
    for (const pid of helpersOf(process.pid)) process.kill(pid, 'SIGKILL');
    await target.close();
    await expect.poll(loops, { timeout: 5000 }).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('an image file that is there, as a disk', () => {
  beforeEach(makeExisting);

  it('is changed in place, like a drive', async () => {
    const target = await openFile('existing');
    const request = {
      maps: [],
      head: Buffer.alloc(SECTOR, 7),
      tail: Buffer.alloc(0),
      resume: false,
    };
    await target.write(request, silent);
    await target.finish();
    await target.close();
    const disk = await readFile(path);
    expect([disk.length, disk[0], disk[511], disk[512]]).toEqual([DISK, 7, 7, 0]);
  });

  it('is not changed when it is only read', async () => {
    const before = await readFile(path);
    const target = await openFile('existing', { readOnly: true });
    expect((await target.source.read(510, 2)).toString('hex')).toBe('55aa');
    const error = await failure(target.mount(RANGE, { readOnly: false }, never));
    expect(error).toMatchObject({ code: 'helper/protocol' });
    await target.close();
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it('is refused while another loop device has it', async () => {
    const { stdout } = await run('losetup', ['--find', '--show', path]);
    const error = await failure(openFile('existing'));
    await run('losetup', ['--detach', stdout.trim()]);
    expect(error).toMatchObject({ code: 'target/busy', stick: 'untouched' });
  });

  it('is refused twice at the same time', async () => {
    await openFile('existing');
    expect(await failure(openFile('existing'))).toMatchObject({ code: 'target/busy' });
  });

  it.each([
    ['a symbolic link', () => symlink('other.img', path)],
    ['one with a second name', () => link(join(folder, 'other.img'), path)],
    [
      'somebody else’s',
      () => rename(join(folder, 'other.img'), path).then(() => chown(path, NOBODY, 0)),
    ],
    ['a pipe', () => run('mkfifo', [path])],
  ])('is refused when it is %s', async (_, make) => {
    await rename(path, join(folder, 'other.img'));
    await make();
    const error = await failure(openFile('existing'));
    expect(error).toMatchObject({ code: 'permission/denied', stick: 'untouched' });
    expect(await loops()).toEqual([]);
  });

  it.each([
    ['of another size', 'target/changed', () => ({ sizeBytes: DISK - SECTOR })],
    ['that must survive', 'target/refused', () => ({ protectedPaths: [path] })],
    ['that is not there', 'target/not-found', () => ({ path: join(folder, 'none.img') })],
  ])('is refused when it is one %s', async (_, code, more) => {
    expect(await failure(openFile('existing', more()))).toMatchObject({ code, stick: 'untouched' });
    expect(await loops()).toEqual([]);
  });
});
