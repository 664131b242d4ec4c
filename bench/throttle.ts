import { existsSync } from 'node:fs';
import { mkdir, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deviceNumbers } from '../src-main/host/linux/drives';

/** Control group folder of the block-device controller, version 1. */
const CONTROLLER = '/sys/fs/cgroup/blkio';
const DIRECTIONS = ['read', 'write'] as const;

export function canThrottle(): boolean {
  return existsSync(join(CONTROLLER, 'blkio.throttle.write_bps_device'));
}

/**
 * Runs something while the kernel lets this process and its children read and write each of the drives
 * at this many bytes a second only: equal drives that are slower than the machine.
 */
export async function throttled<T>(
  drives: readonly string[],
  bytesPerSecond: number,
  work: () => Promise<T>,
): Promise<T> {
  const group = join(CONTROLLER, `sticksmith-bench-${String(process.pid)}`);
  await mkdir(group);
  try {
    for (const drive of drives) {
      const device = deviceNumbers((await stat(drive)).rdev);
      for (const direction of DIRECTIONS) {
        const file = join(group, `blkio.throttle.${direction}_bps_device`);
        await writeFile(file, `${device} ${String(bytesPerSecond)}`);
      }
    }
    await enter(group);
    return await work();
  } finally {
    await enter(CONTROLLER);
    await rmdir(group);
  }
}

async function enter(group: string): Promise<void> {
  await writeFile(join(group, 'cgroup.procs'), String(process.pid));
}
