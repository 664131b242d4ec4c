import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StickError, stickError } from '../../src-shared/errors';
import { parseMountInfo } from '../host/linux/drives';
import { runTool } from '../host/run-tool';
import type { HeldDrive } from './opened-target';

/** A desktop that has just mounted something looks at it for a moment. */
const TRIES = 12;
const BETWEEN_TRIES_MS = 250;
/** Partitions, what maps them, and what maps that. */
const MAX_DEPTH = 4;

/**
 * `major:minor` of a disk, of its partitions and of what is built on them, as the kernel has them now.
 * Never told by names: `/dev/sda` begins those of `/dev/sdaa`, too.
 */
export async function devicesOf(disk: string): Promise<string[]> {
  return [...(await gather(join('/sys/dev/block', disk), MAX_DEPTH))];
}

async function gather(folder: string, depth: number): Promise<Set<string>> {
  const found = new Set<string>();
  const own = await readText(join(folder, 'dev'));
  if (own === null || depth === 0) return found;
  found.add(own);
  const held = (await namesIn(join(folder, 'holders'))).map((name) =>
    join(folder, 'holders', name),
  );
  const partitions: string[] = [];
  for (const name of await namesIn(folder)) {
    if ((await readText(join(folder, name, 'partition'))) !== null) {
      partitions.push(join(folder, name));
    }
  }
  for (const next of [...partitions, ...held]) {
    for (const device of await gather(next, depth - 1)) found.add(device);
  }
  return found;
}

/** Whether the kernel shows partitions of a disk. */
export async function hasPartitions(disk: string): Promise<boolean> {
  const folder = join('/sys/dev/block', disk);
  for (const name of await namesIn(folder)) {
    if ((await readText(join(folder, name, 'partition'))) !== null) return true;
  }
  return false;
}

/** Where something of a disk is mounted now, the latest first. */
export async function ownMounts(disk: string): Promise<string[]> {
  const devices = await devicesOf(disk);
  const mounts = parseMountInfo(await readFile('/proc/self/mountinfo', 'utf8'));
  return mounts
    .filter(({ device }) => devices.includes(device))
    .map(({ mountPoint }) => mountPoint)
    .reverse();
}

/** Unmounts what is mounted of a disk, as far as that goes right now. */
export async function unmountWhatGoes(disk: string): Promise<void> {
  for (const mountPoint of await ownMounts(disk)) await unmounts(mountPoint);
}

/** Unmounts all that is mounted of a disk. Throws `target/mounted` when somebody keeps it in use. */
export async function unmountAll(drive: HeldDrive): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await unmountWhatGoes(drive.device);
    const left = await ownMounts(drive.device);
    if (left.length === 0) return;
    if (tries === TRIES) {
      throw stickError('target/mounted', { target: drive.path, mounts: left.join(', ') });
    }
    await wait(BETWEEN_TRIES_MS);
  }
}

/** False when it is in use. */
async function unmounts(mountPoint: string): Promise<boolean> {
  try {
    await runTool('umount', ['--', mountPoint]);
    return true;
  } catch (error) {
    if (error instanceof StickError && error.code === 'tool/failed') return false;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** Null when there is none: the kernel takes such files away together with what they tell of. */
async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}
