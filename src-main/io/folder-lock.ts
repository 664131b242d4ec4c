import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from './error-code';
import { isNameInUse, processName } from './process-name';

/*
 * The lock is a folder with one file in it, named for the process that has the lock. It is made aside and then takes its name by
 * rename(2), which fails while a folder of that name has something in it: so it never appears without its owner. What a dead process left is
 * undone by removing the very file that bears its name. Whoever comes too late for that removes nothing of the next owner. All
 * of this works on FAT, too, where there are no links.
 */
const LOCK = 'lock';
const ASIDE = 'lock-';

/** A change takes milliseconds. Longer than this, something is wrong. */
const LONGEST_WAIT_MS = 20_000;
const MOST_PAUSE_MS = 20;

export interface LockWait {
  signal: AbortSignal;
  busy: (path: string) => Error;
}

/** What rename(2) and its likes say when the lock is there. Windows has no word of its own for that. */
const TAKEN = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY']);

/**
 * Does some work while no other process does any in this folder, which has to be there. A process that dies gives its lock
 * away. After a long wait throws what `busy` makes of the lock's path; otherwise `signal`'s reason, what `work` throws, and errors of the
 * file system as they are.
 */
export async function whileLocked<T>(
  folder: string,
  { signal, busy }: LockWait,
  work: () => Promise<T>,
): Promise<T> {
  const name = await processName();
  await takeLock(folder, name, { signal, busy });
  try {
    await removeAbandoned(folder);
    return await work();
  } finally {
    await rm(join(folder, LOCK, name), { force: true });
    await removeIfEmpty(join(folder, LOCK));
  }
}

async function takeLock(folder: string, name: string, { signal, busy }: LockWait): Promise<void> {
  const lock = join(folder, LOCK);
  const aside = join(folder, `${ASIDE}${name}`);
  const deadline = performance.now() + LONGEST_WAIT_MS;
  await mkdir(aside, { mode: 0o700 });
  try {
    await writeFile(join(aside, name), '');
    while (!(await becomes(aside, lock))) {
      signal.throwIfAborted();
      if (performance.now() > deadline) throw busy(lock);
      await removeDeadOwners(lock);
      // Several that wait for the same lock don't try in step.
      await pause(Math.random() * MOST_PAUSE_MS, undefined, { signal });
    }
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

async function becomes(aside: string, lock: string): Promise<boolean> {
  try {
    await rename(aside, lock);
    return true;
  } catch (error) {
    if (TAKEN.has(errorCode(error) ?? '')) return false;
    throw error;
  }
}

async function removeDeadOwners(lock: string): Promise<void> {
  const names = await readdir(lock).catch(() => []);
  for (const name of names) {
    if (!(await isNameInUse(name))) await rm(join(lock, name), { recursive: true, force: true });
  }
  // Windows lets no folder take the place of an empty one.
  await removeIfEmpty(lock);
}

/** Locks that processes were about to take when they died. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(ASIDE) || (await isNameInUse(name.slice(ASIDE.length)))) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** It stays while something is in it, and is no lock when nothing is. */
async function removeIfEmpty(lock: string): Promise<void> {
  await rmdir(lock).catch(() => undefined);
}
