import { mkdtemp, readFile, readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseMountInfo } from '../host/linux/drives';
import { runTool } from '../host/run-tool';
import { errorCode, processMark } from '../io';

/** Only root can make something there, so that a name is proof of who made it. */
const PARENT = '/run';
const PREFIX = 'sticksmith-mount-';
/** Process id and mark of the helper that made it. */
const NAME = /^sticksmith-mount-(\d+)-([0-9a-z.]+)-[A-Za-z0-9]{6}$/;

/** Makes a folder to mount something in, whose name tells which helper made it. */
export async function makeMountFolder(): Promise<string> {
  const mark = (await processMark(process.pid)) ?? 'unknown';
  return mkdtemp(join(PARENT, `${PREFIX}${String(process.pid)}-${mark}-`));
}

/**
 * Unmounts what helpers that were killed have left mounted, and removes their folders. What is still in
 * use stays for the next time. Nothing in a folder is ever removed: it could be what a person keeps.
 */
export async function removeStaleMounts(): Promise<void> {
  for (const name of await readdir(PARENT)) {
    const [, pid, mark] = NAME.exec(name) ?? [];
    if (pid === undefined || (await processMark(Number(pid))) === mark) continue;
    const path = join(PARENT, name);
    if (await isMounted(path)) await runTool('umount', ['--', path]).catch(() => undefined);
    await removeMountFolder(path).catch(() => undefined);
  }
}

/** Removes an empty folder; one that is gone already is no matter. */
export async function removeMountFolder(path: string): Promise<void> {
  try {
    await rmdir(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Whether something is mounted there. */
export async function isMounted(path: string): Promise<boolean> {
  return (await mountAccess(path)) !== null;
}

/**
 * How something is mounted there; null when nothing is. Asks the kernel's table: a file system whose
 * program has died answers nothing.
 */
export async function mountAccess(path: string): Promise<'read' | 'write' | null> {
  const mounts = parseMountInfo(await readFile('/proc/self/mountinfo', 'utf8'));
  const found = mounts.find(({ mountPoint }) => mountPoint === path);
  if (!found) return null;
  return found.options.includes('ro') ? 'read' : 'write';
}
