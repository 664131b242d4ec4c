import { constants } from 'node:fs';
import { chmod, chown, open, readFile, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stickError } from '../../src-shared/errors';
import type { ByteRange } from '../disk/extent';
import { runTool } from '../host/run-tool';
import { errorCode } from './io-errors';

/** Others, such as a program that looks for file systems, may hold the device a little longer, in milliseconds. */
const DETACH_LIMIT_MS = 3000;
const LOOK_EVERY_MS = 20;

/** A part of a drive that is a block device of its own. */
export interface LentRange {
  readonly path: string;
  /** Flushes it and removes it. Throws `target/busy` while somebody still uses it. */
  takeBack(): Promise<void>;
}

/**
 * Makes a block device of a part of a drive and gives it to a user alone. It is detached right away in
 * the way that the kernel puts off until nobody has it open, and held open here: so it goes when this
 * process ends, however that happens. Throws `tool/missing`, `tool/failed`, `cancelled`.
 */
export async function lendRange(
  drive: string,
  { offset, length }: ByteRange,
  userUid: number,
  signal: AbortSignal,
): Promise<LentRange> {
  const range = ['--offset', String(offset), '--sizelimit', String(length)];
  const { stdout } = await runTool('losetup', ['--find', '--show', ...range, '--', drive], {
    signal,
  });
  const path = stdout.trim();
  const handle = await openAndDetach(path);
  const before = await stat(path);
  try {
    await chown(path, userUid, before.gid);
    await chmod(path, 0o600);
  } catch (error) {
    await handle.close();
    throw error;
  }

  let held = true;
  return {
    path,
    async takeBack() {
      if (held) {
        // The node outlives the device and will be somebody else's: it becomes what it was.
        await chown(path, before.uid, before.gid);
        await chmod(path, before.mode & 0o777);
        held = false;
        try {
          await handle.sync();
        } finally {
          await handle.close();
        }
      }
      await untilDetached(path, drive);
    },
  };
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
