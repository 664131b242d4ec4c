import type { Stats } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { messageOf, stickError } from '../../src-shared/errors';
import { makeOwnedFolder, mayBeOf, thisUser } from '../io';

/** No name that a person would give: the work folder may hold a person's own files, such as `job-2023-report`. */
const JOB_PREFIX = '.sticksmith-job-';

/** A private folder for one job's files. Remove it when the job ends, however it ends. */
export interface JobFolder {
  readonly path: string;
  /** Never fails: what can't be removed now is removed by a later job, as what crashed ones leave. */
  remove(): Promise<void>;
}

/**
 * Makes a folder of mode 0700 in the work folder, after removing what crashed runs left there.
 * Throws `work/unusable`.
 */
export async function openJobFolder(workFolder: string): Promise<JobFolder> {
  try {
    await mkdir(workFolder, { recursive: true, mode: 0o700 });
    const path = await makeOwnedFolder(workFolder, JOB_PREFIX);
    return {
      path,
      remove: () => rm(path, { recursive: true, force: true }).catch(() => undefined),
    };
  } catch (error) {
    throw stickError(
      'work/unusable',
      { path: workFolder, message: messageOf(error) },
      { cause: error },
    );
  }
}

/** Has `use` work in such a folder, and removes it. Throws what `use` throws, and `work/unusable`. */
export async function withJobFolder<T>(
  workFolder: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await openJobFolder(workFolder);
  try {
    return await use(folder.path);
  } finally {
    await folder.remove();
  }
}

/**
 * Whether something in the work folder, which others may write to, is a folder of this user's that nobody else
 * can change. `stats` are of the thing itself and not of what a link leads to. On Windows Node tells neither owners nor who may
 * change something (its mode says that everybody may); there it has to be a folder and no link.
 */
export function isOurFolder(stats: Stats, userId: number | null = thisUser()): boolean {
  const onlyOwnerChanges = userId === null || (stats.mode & 0o022) === 0;
  return stats.isDirectory() && mayBeOf(stats, userId) && onlyOwnerChanges;
}
