import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJobFolder } from './work-folder';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-work-'));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

/** A process id that was in use a moment ago and is free now can't be had reliably; this one never is in use. */
const NOBODY = 2 ** 22 + 12345;

async function leaveBehind(name: string, owner: string | null): Promise<string> {
  const folder = join(base, name);
  await mkdir(folder);
  if (owner !== null) await writeFile(join(folder, 'owner'), owner);
  await writeFile(join(folder, 'windows.ntfs'), 'x');
  return folder;
}

describe('openJobFolder', () => {
  it('makes a folder that only its user can enter, and removes it', async () => {
    const job = await openJobFolder(join(base, 'not there yet'));
    expect((await stat(job.path)).mode & 0o777).toBe(0o700);
    await job.remove();
    expect(await readdir(join(base, 'not there yet'))).toEqual([]);
  });

  it('removes what a crashed run left, and nothing else', async () => {
    await leaveBehind('job-crashed', String(NOBODY));
    await leaveBehind('job-running', String(process.pid));
    await leaveBehind('job-being-made', null);
    const old = await leaveBehind('job-old-without-owner', null);
    await utimes(old, new Date(0), new Date(0));
    await leaveBehind('somebody’s folder', String(NOBODY));
    const job = await openJobFolder(base);
    const names = (await readdir(base)).filter((name) => !job.path.endsWith(name)).sort();
    expect(names).toEqual(['job-being-made', 'job-running', 'somebody’s folder']);
  });

  it('says which folder can’t be used', async () => {
    const file = join(base, 'file');
    await writeFile(file, '');
    await expect(openJobFolder(file)).rejects.toMatchObject({
      code: 'work/unusable',
      params: { path: file },
    });
  });
});
