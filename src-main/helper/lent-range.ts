import { constants } from 'node:fs';
import { lchown, lstat, open, readFile, readdir, stat, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { stickError } from '../../src-shared/errors';
import type { ByteRange } from '../disk/extent';
import { deviceNumbers } from '../host/linux/drives';
import { runTool } from '../host/run-tool';
import { errorCode } from '../io';
import { stopIfCancelled } from './cancel';
import { driveError } from './io-errors';

/** Others, such as a program that looks for file systems, may hold the device a little longer, in milliseconds. */
const DETACH_LIMIT_MS = 3000;
const LOOK_EVERY_MS = 20;

/** What losetup(8) says of a device: what lies behind it, and bytes. */
const LoopSchema = z.object({
  'back-ino': z.coerce.number(),
  'back-maj:min': z.string().transform((text) => text.trim()),
  offset: z.coerce.number(),
  sizelimit: z.coerce.number(),
});
const LoopListSchema = z.object({ loopdevices: z.tuple([LoopSchema]) });

/** A drive that this process holds open, and its `major:minor`. */
export interface HeldDrive {
  path: string;
  device: string;
}

/** A part of a drive that is a block device of its own. */
export interface LentRange {
  readonly path: string;
  /** Flushes it and removes it. Throws `target/busy` while somebody still uses it, `io/write`. */
  takeBack(): Promise<void>;
}

/**
 * Makes a block device of a part of a drive and gives it to a user alone. It is detached right away in
 * the way that the kernel puts off until nobody has it open, and held open here: so it goes when this
 * process ends, however that happens. The range is no fence: the kernel lets whoever may write to a loop
 * device move it, so that this user's programs can reach all of the drive, and nothing else.
 * Throws `tool/missing`, `tool/failed`, `target/changed`, `cancelled`.
 */
export async function lendRange(
  drive: HeldDrive,
  range: ByteRange,
  userUid: number,
  signal: AbortSignal,
): Promise<LentRange> {
  const { offset, length } = range;
  const place = ['--offset', String(offset), '--sizelimit', String(length)];
  // Not ended halfway: it might have attached a device by then, of which nobody would know.
  const { stdout } = await runTool('losetup', ['--find', '--show', ...place, '--', drive.path]);
  const path = stdout.trim();
  const handle = await openAndDetach(path);
  let mode: number;
  let gid: number;
  try {
    await checkBehind(path, drive, range);
    ({ mode, gid } = await handle.stat());
    stopIfCancelled(signal);
    await handle.chmod(0o600);
    await handle.chown(userUid, gid);
  } catch (error) {
    await handle.close();
    throw error;
  }

  let held = true;
  return {
    path,
    async takeBack() {
      if (held) {
        // The node outlives the device and will be somebody else's.
        await handle.chown(0, gid);
        await handle.chmod(mode & 0o777);
        held = false;
        try {
          await handle.sync();
        } catch (error) {
          throw driveError(error, { path: drive.path, offset, doing: 'write', stillThere: true });
        } finally {
          await handle.close();
        }
      }
      await untilDetached(path, drive.path);
    },
  };
}

/**
 * losetup(8) finds a drive by its path, and a device by its name: neither must have become another's
 * meanwhile. From now on the device is held open, so that it can't.
 */
async function checkBehind(loop: string, drive: HeldDrive, range: ByteRange): Promise<void> {
  const columns = 'BACK-INO,BACK-MAJ:MIN,OFFSET,SIZELIMIT';
  const { stdout } = await runTool('losetup', ['--list', '--json', '--output', columns, loop]);
  const [found] = LoopListSchema.parse(JSON.parse(stdout)).loopdevices;
  const node = await stat(drive.path);
  const isRight =
    deviceNumbers(node.rdev) === drive.device &&
    node.ino === found['back-ino'] &&
    deviceNumbers(node.dev) === found['back-maj:min'] &&
    found.offset === range.offset &&
    found.sizelimit === range.length;
  if (isRight) return;
  throw stickError('target/changed', { target: drive.path, message: 'it was exchanged' });
}

async function openAndDetach(path: string): Promise<FileHandle> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, constants.O_RDWR);
    return handle;
  } finally {
    // Also when nobody holds it because opening failed: it is gone at once then.
    await runTool('losetup', ['--detach', path]).catch(async (error: unknown) => {
      await handle?.close();
      throw error;
    });
  }
}

/**
 * Takes back the nodes that a helper which was killed has left with a user: whatever is attached there
 * next would be open to that user as well.
 */
export async function reclaimNodes(userUid: number): Promise<void> {
  for (const name of await readdir('/dev')) {
    if (!/^loop\d+$/.test(name)) continue;
    const path = join('/dev', name);
    const { uid, gid } = await lstat(path);
    if (uid === userUid && (await fileBehind(path)) === null) await lchown(path, 0, gid);
  }
}

async function untilDetached(path: string, drive: string): Promise<void> {
  const end = performance.now() + DETACH_LIMIT_MS;
  while ((await fileBehind(path)) === drive) {
    if (performance.now() > end) throw stickError('target/busy', { target: path });
    await wait(LOOK_EVERY_MS);
  }
}

/** What a loop device is attached to; null when it is to nothing. */
async function fileBehind(path: string): Promise<string | null> {
  try {
    const text = await readFile(`/sys/block/${basename(path)}/loop/backing_file`, 'utf8');
    return text.replace(/\n$/, '');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
