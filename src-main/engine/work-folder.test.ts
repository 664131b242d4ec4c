import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJobFolder } from './work-folder';

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

it('says which folder can’t be used', async () => {
  const file = join(base, 'file');
  await writeFile(file, '');
  await expect(openJobFolder(file)).rejects.toMatchObject({
    code: 'work/unusable',
    params: { path: file },
  });
});
