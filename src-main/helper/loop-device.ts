import { constants, type Stats } from 'node:fs';
import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { stickError } from '../../src-shared/errors';
import type { ByteRange } from '../disk/extent';
import { deviceNumbers } from '../host/linux/drives';
import { runTool } from '../host/run-tool';
import { errorCode } from '../io';
import { driveError } from './io-errors';

/** Others, such as a program that looks for file systems, may hold the device a little longer, in milliseconds. */
const DETACH_LIMIT_MS = 3000;
const LOOK_EVERY_MS = 20;

/** What losetup(8) says of a device: what lies behind it, and bytes. */
const LoopSchema = z.object({
  name: z.string(),
  'back-ino': z.coerce.number(),
  // Null of a device that is being detached: nothing lies behind it any more.
  'back-maj:min': z.nullable(z.string().transform((text) => text.trim())),
  offset: z.coerce.number(),
  sizelimit: z.coerce.number(),
});
type LoopEntry = z.infer<typeof LoopSchema>;
const LoopListSchema = z.object({ loopdevices: z.array(LoopSchema) });
const COLUMNS = 'NAME,BACK-INO,BACK-MAJ:MIN,OFFSET,SIZELIMIT';

/** What is to lie behind a loop device. */
export interface LoopBehind {
  /** By which losetup(8) finds it. */
  path: string;
  /** What it must have been when it was found: a drive that is held, or a file that is open. */
  stat(): Promise<Stats>;
  /** A part of it; all of it otherwise. */
  range: ByteRange | null;
  readOnly: boolean;
  /** The kernel shows its partitions. */
  partitions?: true;
}

/** A loop device that this process holds. */
export interface LoopDevice {
  readonly path: string;
  readonly handle: FileHandle;
  /**
   * Flushes it and removes it. Throws `target/busy` while somebody still uses it, `io/write`. The second
   * time it does nothing but look whether it is gone.
   */
  detach(): Promise<void>;
}

/**
 * Makes a loop device. It is detached right away in the way that the kernel puts off until nobody has
 * it open, and held open here: so it goes when this process ends, however that happens.
 * Throws `tool/missing`, `tool/failed`, `target/changed`.
 */
export async function attachLoopDevice(behind: LoopBehind): Promise<LoopDevice> {
  const place = behind.range
    ? ['--offset', String(behind.range.offset), '--sizelimit', String(behind.range.length)]
    : [];
  const mode = [
    ...(behind.readOnly ? ['--read-only'] : []),
    ...(behind.partitions ? ['--partscan'] : []),
  ];
  // Not ended halfway: it might have attached a device by then, of which nobody would know.
  const attach = ['--find', '--show', ...place, ...mode, '--', behind.path];
  const path = (await runTool('losetup', attach)).stdout.trim();
  const handle = await openAndDetach(path, behind.readOnly);
  try {
    await checkBehind(path, behind);
  } catch (error) {
    await handle.close();
    throw error;
  }

  let file: Promise<string | null> | null = null;
  const release = async (): Promise<string | null> => {
    const name = await fileBehind(path);
    try {
      await handle.sync();
    } catch (error) {
      const at = { path: behind.path, offset: behind.range?.offset ?? 0 };
      throw driveError(error, { ...at, doing: 'write', stillThere: true });
    } finally {
      await handle.close();
    }
    return name;
  };
  return {
    path,
    handle,
    async detach() {
      file ??= release();
      await untilDetached(path, await file);
    },
  };
}

/** Whether a loop device that others made has this file behind it. */
export async function isBehindLoopDevice(file: Stats): Promise<boolean> {
  const devices = await listed([]);
  return devices.some((device) => isBehind(device, file));
}

/**
 * losetup(8) finds what is to be attached by its path, and a device by its name: neither must have become
 * another's meanwhile. From now on the device is held open, so that it can't.
 */
async function checkBehind(loop: string, behind: LoopBehind): Promise<void> {
  const [found] = await listed([loop]);
  const { offset, length } = behind.range ?? { offset: 0, length: 0 };
  const isRight =
    found !== undefined &&
    isBehind(found, await behind.stat()) &&
    found.offset === offset &&
    found.sizelimit === length;
  if (isRight) return;
  throw stickError('target/changed', { target: behind.path, message: 'it was exchanged' });
}

function isBehind(device: LoopEntry, file: Stats): boolean {
  return file.ino === device['back-ino'] && deviceNumbers(file.dev) === device['back-maj:min'];
}

async function listed(names: string[]): Promise<LoopEntry[]> {
  const { stdout } = await runTool('losetup', ['--list', '--json', '--output', COLUMNS, ...names]);
  return parseLoopList(stdout);
}

/** Reads what losetup(8) lists as JSON; it prints nothing at all when there is no device. Throws what is no such list. */
export function parseLoopList(text: string): LoopEntry[] {
  return text.trim() === '' ? [] : LoopListSchema.parse(JSON.parse(text)).loopdevices;
}

async function openAndDetach(path: string, readOnly: boolean): Promise<FileHandle> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, readOnly ? constants.O_RDONLY : constants.O_RDWR);
    return handle;
  } finally {
    // Also when nobody holds it because opening failed: it is gone at once then.
    await runTool('losetup', ['--detach', path]).catch(async (error: unknown) => {
      await handle?.close();
      throw error;
    });
  }
}

async function untilDetached(path: string, file: string | null): Promise<void> {
  const end = performance.now() + DETACH_LIMIT_MS;
  while (file !== null && (await fileBehind(path)) === file) {
    if (performance.now() > end) throw stickError('target/busy', { target: path });
    await wait(LOOK_EVERY_MS);
  }
}

/** What a loop device is attached to; null when it is to nothing. */
export async function fileBehind(path: string): Promise<string | null> {
  try {
    const text = await readFile(`/sys/block/${basename(path)}/loop/backing_file`, 'utf8');
    return text.replace(/\n$/, '');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The node of a drive, which must be the device (`major:minor`) that is held. */
export async function statOfDrive(drive: { path: string; device: string }): Promise<Stats> {
  const node = await stat(drive.path);
  if (deviceNumbers(node.rdev) === drive.device) return node;
  throw stickError('target/changed', { target: drive.path, message: 'it was exchanged' });
}
