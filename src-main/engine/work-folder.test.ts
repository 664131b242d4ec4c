import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isOurFolder, openJobFolder } from './work-folder';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'work-folder-test-'));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

it('makes the work folder when it is missing, and removes the job’s own folder', async () => {
  const workFolder = join(base, 'not there yet');
  const job = await openJobFolder(workFolder);
  expect(await readdir(workFolder)).toHaveLength(1);
  await writeFile(join(job.path, 'windows.ntfs'), 'x');
  await job.remove();
  expect(await readdir(workFolder)).toEqual([]);
});

it('removes nothing that belongs to the person, however much it looks like a job', async () => {
  const old = new Date(Date.now() - 7_200_000);
  const kept = ['job-applications', 'job-4194999-report', 'job-9999999-report'];
  for (const name of kept) {
    await mkdir(join(base, name));
    await writeFile(join(base, name, 'cv.txt'), 'precious');
    await utimes(join(base, name), old, old);
  }
  const job = await openJobFolder(base);
  await job.remove();
  for (const name of kept) {
    expect(await readFile(join(base, name, 'cv.txt'), 'utf8')).toBe('precious');
  }
});

it('lets many jobs begin and end in one work folder at the same time', async () => {
  const jobs = Array.from({ length: 40 }, async () => {
    const job = await openJobFolder(base);
    await writeFile(join(job.path, 'x'), 'x');
    await job.remove();
  });
  await Promise.all(jobs);
  expect(await readdir(base)).toEqual([]);
});

it('doesn’t fail when the folder can’t be removed, so that the job ends as it did', async () => {
  const workFolder = join(base, 'work');
  const job = await openJobFolder(workFolder);
  await rm(workFolder, { recursive: true });
  await writeFile(workFolder, 'no folder any more');
  await expect(rm(job.path, { recursive: true, force: true })).rejects.toThrow('ENOTDIR');
  await job.remove();
});

it('says which folder can’t be used', async () => {
  const file = join(base, 'file');
  await writeFile(file, '');
  await expect(openJobFolder(file)).rejects.toMatchObject({
    code: 'work/unusable',
    params: { path: file },
  });
});

it('takes a folder for this user’s own that nobody else can change', async () => {
  const folder = join(base, 'folder');
  const uid = process.getuid?.() ?? 0;
  await mkdir(folder);
  expect(isOurFolder(await lstat(folder))).toBe(true);
  expect(isOurFolder(await lstat(folder), uid + 1)).toBe(false);
  await chmod(folder, 0o777);
  expect(isOurFolder(await lstat(folder))).toBe(false);
});

it('takes any folder and no file for this user’s own where there are no owners, as on Windows', async () => {
  await writeFile(join(base, 'file'), '');
  // The mode that Node tells of every folder there.
  await chmod(base, 0o666);
  expect(isOurFolder(await lstat(base), null)).toBe(true);
  await chmod(base, 0o700);
  expect(isOurFolder(await lstat(join(base, 'file')), null)).toBe(false);
});
