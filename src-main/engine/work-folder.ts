import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, stickError } from '../../src-shared/errors';

const JOB_PREFIX = 'job-';
const OWNER_FILE = 'owner';
const OWNERLESS_GRACE_MS = 60_000;

/** A private folder for one job's files. Remove it when the job ends, however it ends. */
export interface JobFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Makes a folder of mode 0700 in the work folder, after removing what crashed runs left there: folders
 * whose process is gone. Throws `work/unusable`.
 */
export async function openJobFolder(workFolder: string): Promise<JobFolder> {
  try {
    await mkdir(workFolder, { recursive: true, mode: 0o700 });
    await removeAbandonedJobs(workFolder);
    const path = await mkdtemp(join(workFolder, JOB_PREFIX));
    await writeFile(join(path, OWNER_FILE), String(process.pid));
    return { path, remove: () => rm(path, { recursive: true, force: true }) };
  } catch (error) {
    throw stickError(
      'work/unusable',
      { path: workFolder, message: messageOf(error) },
      { cause: error },
    );
  }
}

async function removeAbandonedJobs(workFolder: string): Promise<void> {
  const names = await readdir(workFolder);
  for (const name of names.filter((candidate) => candidate.startsWith(JOB_PREFIX))) {
    const path = join(workFolder, name);
    if (await isAbandoned(path)) await rm(path, { recursive: true, force: true });
  }
}

async function isAbandoned(jobFolder: string): Promise<boolean> {
  const owner = await readFile(join(jobFolder, OWNER_FILE), 'utf8').catch(() => null);
  // A folder without an owner is being made by another run at this very moment, or was left by a
  // crash between the two calls above; only the second is old.
  if (owner === null) return Date.now() - (await stat(jobFolder)).mtimeMs > OWNERLESS_GRACE_MS;
  const pid = Number(owner);
  if (!Number.isInteger(pid) || pid <= 0) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
