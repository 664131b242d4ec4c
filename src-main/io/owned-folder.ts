import type { Stats } from 'node:fs';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './running-process';

/**
 * Makes a private folder (mode 0700) in `parent` whose name tells which process made it:
 * `prefix`, process id, six random characters. Before that it removes the folders of that kind that
 * this user's crashed runs left there. Errors of the file system pass as they are.
 */
export async function makeOwnedFolder(parent: string, prefix: string): Promise<string> {
  await removeAbandonedFolders(parent, prefix);
  return mkdtemp(join(parent, `${prefix}${String(process.pid)}-`));
}

/** Removes such folders in `parent` that this user's crashed runs left. Errors of the file system pass as they are. */
export async function removeAbandonedFolders(
  parent: string,
  prefix: string,
  userId: number | null = thisUser(),
): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = ownerOf(name, prefix);
    if (pid === null) continue;
    const path = join(parent, name);
    // Somebody else's leftovers are not ours to remove, even when we could; nor are files.
    const stats = await lstat(path).catch(() => null);
    if (stats?.isDirectory() !== true || !mayBeOf(stats, userId)) continue;
    // Process numbers begin anew when the computer starts: then another process may have this one.
    const olderThanBoot = stats.mtimeMs < Date.now() - uptime() * 1000;
    if (olderThanBoot || !isRunning(pid)) await rm(path, { recursive: true, force: true });
  }
}

/** The number of this process' user; null on Windows, where Node knows no owners. */
export function thisUser(): number | null {
  return process.getuid?.() ?? null;
}

/** Whether something is a user's own, as far as Node can tell: on Windows it can't, and others can't enter a user's folders. */
export function mayBeOf({ uid }: Stats, userId: number | null): boolean {
  return userId === null || userId === uid;
}

function ownerOf(name: string, prefix: string): number | null {
  if (!name.startsWith(prefix)) return null;
  const match = /^(\d+)-[A-Za-z0-9]{6}$/.exec(name.slice(prefix.length));
  return match ? Number(match[1]) : null;
}
