import { lstat, mkdir, open, readdir, rm, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, isNameInUse, processName } from '../../io';

/*
 * Who uses an entry is told by files in its folder `holders`, each named for its process. Whoever wants to remove the entry
 * takes that folder away first: rmdir(2) fails while a file is in it, and once it is gone nobody can put one there. So
 * the two can't both succeed, in whatever order they come, and no lock can be left behind.
 */
const FOLDER = 'holders';

/** How long a process may stay between taking `holders` away and taking the entry away before it counts as dead. Milliseconds. */
const CLAIM_LASTS = 60_000;

/** Makes a new entry one that can be held. */
export async function makeHoldable(entry: string): Promise<void> {
  await mkdir(join(entry, FOLDER), { mode: 0o700 });
}

/** Adds a file to the holders, and returns its name. Fails when the entry is being removed. */
export async function addHolder(entry: string): Promise<string> {
  for (const path of [entry, join(entry, FOLDER)]) {
    if (!(await isFolder(path))) throw new Error(`${path} is not a folder`);
  }
  const name = await processName();
  await (await open(join(entry, FOLDER, name), 'wx', 0o600)).close();
  return name;
}

export async function removeHolder(entry: string, name: string): Promise<void> {
  await rm(join(entry, FOLDER, name), { force: true });
}

/** Whether a process that is still running holds the entry. */
export async function isHeld(entry: string): Promise<boolean> {
  for (const name of await holderNames(entry)) {
    if (await isNameInUse(name)) return true;
  }
  return false;
}

/**
 * Takes an entry for oneself, so that it can be moved away: from now on nobody can hold it. False when a running
 * process holds it or another is just doing the same.
 */
export async function claim(entry: string): Promise<boolean> {
  const folder = join(entry, FOLDER);
  if (!(await isFolder(entry))) return false;
  for (const name of await holderNames(entry)) {
    // What is no folder, or has no process, holds nothing.
    if (!(await isNameInUse(name))) await rm(join(folder, name), { recursive: true, force: true });
  }
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return isAbandoned(entry);
    return errorCode(error) === 'ENOTDIR' && (await unlinks(folder));
  }
}

/** Only one process can take away what isn't the folder it should be. */
async function unlinks(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch {
    return false;
  }
}

/** An entry without holders was claimed by a process that died before it could move it. */
async function isAbandoned(entry: string): Promise<boolean> {
  const stats = await lstat(entry).catch(() => null);
  return stats !== null && stats.mtimeMs < Date.now() - CLAIM_LASTS;
}

async function holderNames(entry: string): Promise<string[]> {
  const folder = join(entry, FOLDER);
  return (await isFolder(folder)) ? readdir(folder).catch(() => []) : [];
}

/** A folder itself, no link to one. */
async function isFolder(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null))?.isDirectory() === true;
}
