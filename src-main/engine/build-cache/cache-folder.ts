import { lstat, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, stickError } from '../../../src-shared/errors';
import { errorCode, flushFolder } from '../../io';
import { isOurFolder, openJobFolder } from '../work-folder';

const NAME = 'sticksmith-builds';

/**
 * Marks the folder as ours, and tells backup programs to leave it out: the Cache Directory Tagging
 * Specification (bford.info/cachedir), which tar, restic and borg follow.
 */
const TAG_NAME = 'CACHEDIR.TAG';
const TAG = [
  'Signature: 8a477f597d28d172789f06886806bc55',
  `# ${NAME}`,
  '# Unpacked Windows that Sticksmith keeps for the next stick. “sticksmith cache clear” removes it.',
  '',
].join('\n');

export function cacheFolderPath(workFolder: string): string {
  return join(workFolder, NAME);
}

/**
 * The folder of kept builds, or null when there is none yet. Throws `work/unusable` when what has its name was
 * not made by this program for this user: then nothing in it may be touched.
 */
export async function findCacheFolder(workFolder: string): Promise<string | null> {
  const path = cacheFolderPath(workFolder);
  try {
    if (isOurFolder(await lstat(path)) && (await isTagged(path))) return path;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw unusable(workFolder, error);
  }
  throw unusable(workFolder, new Error(`${NAME} in it was not made by this program for this user`));
}

/** The same, and makes it when it is missing. It appears whole, tag and all. */
export async function makeCacheFolder(workFolder: string): Promise<string> {
  const found = await findCacheFolder(workFolder);
  if (found !== null) return found;
  const path = cacheFolderPath(workFolder);
  const scratch = await openJobFolder(workFolder);
  try {
    await writeFile(join(scratch.path, TAG_NAME), TAG);
    await rename(scratch.path, path);
    await flushFolder(workFolder);
  } catch (error) {
    await scratch.remove();
    // Another process was faster; its folder is looked at like any other.
    if ((await findCacheFolder(workFolder)) === null) throw unusable(workFolder, error);
  }
  return path;
}

async function isTagged(folder: string): Promise<boolean> {
  const path = join(folder, TAG_NAME);
  if (!(await lstat(path).catch(() => null))?.isFile()) return false;
  const [signature, name] = (await readFile(path, 'utf8')).split('\n');
  return `${signature ?? ''}\n${name ?? ''}` === TAG.split('\n').slice(0, 2).join('\n');
}

function unusable(path: string, cause: unknown): Error {
  return stickError('work/unusable', { path, message: messageOf(cause) }, { cause });
}
