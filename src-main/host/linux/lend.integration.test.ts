import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, open, readFile, rm, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toStickError } from '../../../src-shared/errors';
import { MiB, SECTOR } from '../../../src-shared/units';
import { lendRange, reclaimNodes } from '../../helper/lent-range';
import type { HeldDrive } from '../../helper/opened-target';
import { attachLoop, type LoopDevice } from '../../helper/test-support/loop-device';
import type { LentRange, OpenTarget } from '../index';
import { deviceNumbers } from './drives';
import { targetOpening } from './open-targets';
import { helpersOf } from './test-support/helpers-of';
import { useHelpers } from './test-support/use-helpers';

const { openTargets } = targetOpening();
const run = promisify(execFile);
const DISK = 64 * MiB;
const RANGE = { offset: 8 * MiB, length: 24 * MiB };
const NOBODY = 65534;
const never = new AbortController().signal;

let loop: LoopDevice;
let target: OpenTarget;

useHelpers();
beforeEach(async () => {
  loop = await attachLoop(DISK);
  await run('sgdisk', ['--new=1:2048:', loop.path]);
  const identity = await loop.identity();
  const guards = { neededBytes: 0, protectedPaths: [], readOnly: false };
  const asked = { target: { kind: 'drive', identity, unmount: false } as const, guards };
  const [opened] = await openTargets([asked], never);
  if (!opened) throw new Error('nothing was opened');
  target = opened;
});
afterEach(async () => {
  await target.close();
  await loop.detach();
});

/** The loop devices that lie on the drive, as losetup(8) sees it. */
async function devicesOn(drive: string): Promise<string[]> {
  const { stdout } = await run('losetup', ['--list', '--json', '--output', 'NAME,BACK-FILE']);
  if (stdout.trim() === '') return [];
  const { loopdevices } = JSON.parse(stdout) as {
    loopdevices: { name: string; 'back-file': string | null }[];
  };
  return loopdevices.filter((device) => device['back-file'] === drive).map(({ name }) => name);
}

async function held(path: string): Promise<HeldDrive> {
  return { path, device: deviceNumbers((await stat(path)).rdev) };
}

/** Whether a program of that user may open it for reading and writing. */
async function opens(path: string, uid: number): Promise<boolean> {
  const program = `require('node:fs').openSync(process.argv[1], 'r+')`;
  return run(process.execPath, ['--eval', program, path], { uid, gid: NOBODY, cwd: '/' }).then(
    () => true,
    (error: unknown) => {
      expect(String(error)).toContain('EACCES: permission denied');
      return false;
    },
  );
}

async function writeTo(path: string, offset: number, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.write(bytes, 0, bytes.length, offset);
  } finally {
    await handle.close();
  }
}

describe('a part of a drive that is lent', () => {
  it('is a block device for this user alone, and what is written there lies on the drive', async () => {
    const lent = await target.lend(RANGE, never);
    const { stdout } = await run('blockdev', ['--getsize64', lent.path]);
    expect(Number(stdout)).toBe(RANGE.length);
    const { uid, mode } = await stat(lent.path);
    expect([uid, mode & 0o777]).toEqual([process.getuid?.(), 0o600]);

    const bytes = randomBytes(3 * MiB);
    await writeTo(lent.path, 5 * MiB, bytes);
    await lent.giveBack();
    expect((await target.source.read(13 * MiB, bytes.length)).equals(bytes)).toBe(true);
    expect(await devicesOn(loop.path)).toEqual([]);
  });

  it('can be opened by the user of the program while it is lent, by no other, and by nobody afterwards', async () => {
    const other = await attachLoop(DISK);
    try {
      const lent = await lendRange(await held(other.path), RANGE, NOBODY, never);
      const { uid, mode } = await stat(lent.path);
      expect([uid, mode & 0o777]).toEqual([NOBODY, 0o600]);
      expect([await opens(lent.path, NOBODY), await opens(lent.path, NOBODY - 1)]).toEqual([
        true,
        false,
      ]);
      await lent.takeBack();
      expect((await stat(lent.path)).uid).toBe(0);
      expect(await opens(lent.path, NOBODY)).toBe(false);
    } finally {
      await other.detach();
    }
  });

  it('is nobody’s when another drive has come in the place of the one that is held', async () => {
    const other = await attachLoop(DISK);
    try {
      const { device } = await held(loop.path);
      const lending = lendRange({ path: other.path, device }, RANGE, NOBODY, never);
      await expect(lending).rejects.toMatchObject({ code: 'target/changed' });
      await expect.poll(() => devicesOn(other.path), { timeout: 5000 }).toEqual([]);
    } finally {
      await other.detach();
    }
  });

  it('stays behind at no moment of a cancellation', async () => {
    const other = await attachLoop(DISK);
    try {
      const drive = await held(other.path);
      for (let delay = 0; delay < 40; delay += 2) {
        const signal = AbortSignal.timeout(delay);
        const lent = await lendRange(drive, RANGE, NOBODY, signal).catch(() => null);
        await lent?.takeBack();
        await expect.poll(() => devicesOn(other.path), { timeout: 5000 }).toEqual([]);
      }
    } finally {
      await other.detach();
    }
  });

  it('keeps its user when what a killed helper left with that user is taken back', async () => {
    const other = await attachLoop(DISK);
    // A number that no loop device has here.
    const left = '/dev/loop1217';
    await run('mknod', ['--mode=600', left, 'b', '7', '1217']);
    try {
      await chown(left, NOBODY, 0);
      const lent = await lendRange(await held(other.path), RANGE, NOBODY, never);
      await reclaimNodes(NOBODY);
      expect([(await stat(left)).uid, (await stat(lent.path)).uid]).toEqual([0, NOBODY]);
      await lent.takeBack();
    } finally {
      await rm(left);
      await other.detach();
    }
  });

  it('can hold a file system that a program makes there', async () => {
    const lent = await target.lend(RANGE, never);
    await run('mkntfs', ['--quick', '--force', lent.path]);
    await run('ntfsfix', ['--no-action', lent.path]);
    await lent.giveBack();
    expect((await target.source.read(RANGE.offset + 3, 4)).toString()).toBe('NTFS');
  });

  it('leaves the drive without a partition table', async () => {
    const lent = await target.lend(RANGE, never);
    await lent.giveBack();
    const disk = await readFile(loop.backingFile);
    expect(disk.subarray(0, MiB).every((byte) => byte === 0)).toBe(true);
    expect(disk.subarray(DISK - MiB).every((byte) => byte === 0)).toBe(true);
  });

  it('can be given back twice, and then the drive can be written', async () => {
    const lent = await target.lend(RANGE, never);
    await lent.giveBack();
    await lent.giveBack();
    const request = {
      maps: [],
      head: Buffer.alloc(SECTOR, 1),
      tail: Buffer.alloc(0),
      resume: false,
    };
    await target.write(request, { signal: never, onProgress: () => undefined });
    expect((await target.source.read(0, 1))[0]).toBe(1);
  });

  it('keeps the drive from being written, and what fails then tells that it is unfinished', async () => {
    const lent = await target.lend(RANGE, never);
    const request = { maps: [], head: Buffer.alloc(SECTOR), tail: Buffer.alloc(0), resume: false };
    const running = { signal: never, onProgress: () => undefined };
    const error = await target.write(request, running).catch(toStickError);
    expect(error).toMatchObject({ code: 'helper/protocol', stick: 'unfinished' });
    await lent.giveBack();
  });

  it.each([
    ['where the partition table lies', { offset: 0, length: 8 * MiB }],
    ['where its copy lies', { offset: 8 * MiB, length: 56 * MiB }],
    ['past the end', { offset: 63 * MiB, length: 8 * MiB }],
    ['between sectors', { offset: 8 * MiB + 1, length: MiB }],
    ['nowhere', { offset: 8 * MiB, length: 0 }],
  ])('never lies %s', async (_, range) => {
    const before = await readFile(loop.backingFile);
    const error = await target.lend(range, never).catch(toStickError);
    expect(error).toMatchObject({ code: 'helper/protocol', stick: 'untouched' });
    expect((await readFile(loop.backingFile)).equals(before)).toBe(true);
    expect(await devicesOn(loop.path)).toEqual([]);
  });

  it('is taken back when the target is closed', async () => {
    await target.lend(RANGE, never);
    await target.close();
    expect(await devicesOn(loop.path)).toEqual([]);
  });

  it('goes when the helper is killed', async () => {
    const lent = await target.lend(RANGE, never);
    for (const pid of helpersOf(process.pid)) process.kill(pid, 'SIGKILL');
    await expect.poll(() => devicesOn(loop.path), { timeout: 5000 }).toEqual([]);
    const error = await lent.giveBack().catch(toStickError);
    expect(error).toMatchObject({ code: 'helper/lost', stick: 'unfinished' });
  });

  it('is not taken back from somebody who still uses it without saying so', async () => {
    const lent: LentRange = await target.lend(RANGE, never);
    const used = await open(lent.path, 'r');
    const error = await lent.giveBack().catch(toStickError);
    expect(error).toMatchObject({ code: 'target/busy', stick: 'unfinished' });
    await used.close();
    await expect.poll(() => devicesOn(loop.path), { timeout: 5000 }).toEqual([]);
  });
});
