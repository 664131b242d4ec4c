import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { mountOf, parseMountInfo, type Mount } from './mount-table';

/** Overlays may lie on overlays; a table that leads in circles must not lead us with it. */
const MAX_DEPTH = 8;

/**
 * `major:minor` of the block device that holds a path, or would hold it once made. Null when it lies
 * on no block device of this computer (RAM, network) or that can't be told.
 *
 * A file's own device number is of no use on btrfs and overlay file systems, which make up numbers,
 * so the table of mounts decides.
 */
export async function deviceOf(path: string): Promise<string | null> {
  const mounts = parseMountInfo(await readFile('/proc/self/mountinfo', 'utf8'));
  return deviceIn(mounts, path, MAX_DEPTH);
}

async function deviceIn(mounts: Mount[], path: string, depth: number): Promise<string | null> {
  if (depth === 0) return null;
  const mount = mountOf(mounts, await nearestRealPath(path));
  if (!mount) return null;
  if (!mount.device.startsWith('0:')) return mount.device;
  const upper = mount.options.find((option) => option.startsWith('upperdir='));
  if (mount.fileSystem === 'overlay' && upper !== undefined) {
    return deviceIn(mounts, upper.slice('upperdir='.length), depth - 1);
  }
  return mount.source.startsWith('/dev/') ? deviceOfNode(mount.source) : null;
}

/** The path without symbolic links; for one that isn't there, that of its nearest folder that is. */
async function nearestRealPath(path: string): Promise<string> {
  let candidate = resolve(path);
  for (;;) {
    try {
      return await realpath(candidate);
    } catch (error) {
      if (candidate === '/') throw error;
      candidate = dirname(candidate);
    }
  }
}

async function deviceOfNode(node: string): Promise<string | null> {
  try {
    const stats = await stat(node);
    return stats.isBlockDevice() ? deviceNumbers(stats.rdev) : null;
  } catch {
    return null;
  }
}

/** `major:minor` from the number that stat(2) gives, as makedev(3) packs it. */
export function deviceNumbers(packed: number): string {
  const bits = BigInt(packed);
  const major = ((bits >> 8n) & 0xfffn) | ((bits >> 32n) & 0xfffff000n);
  const minor = (bits & 0xffn) | ((bits >> 12n) & 0xffffff00n);
  return `${String(major)}:${String(minor)}`;
}
