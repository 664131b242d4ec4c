import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of one unit of `stat.blocks` (POSIX, as Linux has it). */
const STAT_BLOCK = 512;

/** What tells whether a file was changed since: its size in bytes and the time of its last change in nanoseconds. */
export type FileMarks = Record<string, string>;

/**
 * Marks of a file, or of all files below a folder, by path relative to `base`. Throws when something there is neither an
 * ordinary file nor a folder: links lead elsewhere.
 */
export async function fileMarks(base: string, name: string): Promise<FileMarks> {
  const stats = await lstat(join(base, name), { bigint: true });
  if (stats.isFile()) return { [name]: `${String(stats.size)} ${String(stats.mtimeNs)}` };
  if (!stats.isDirectory()) throw new Error(`${name} is neither a file nor a folder`);
  const marks: FileMarks = {};
  for (const child of (await readdir(join(base, name))).sort()) {
    Object.assign(marks, await fileMarks(base, `${name}/${child}`));
  }
  return marks;
}

/** Bytes that a folder takes on the disk. What vanishes meanwhile takes none. */
export async function allocatedBytes(path: string): Promise<number> {
  const stats = await lstat(path).catch(() => null);
  if (stats === null) return 0;
  let bytes = stats.blocks * STAT_BLOCK;
  if (!stats.isDirectory()) return bytes;
  for (const name of await readdir(path).catch(() => [])) {
    bytes += await allocatedBytes(join(path, name));
  }
  return bytes;
}
