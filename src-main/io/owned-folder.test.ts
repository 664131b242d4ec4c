import { mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeOwnedFolder, removeAbandonedFolders } from './owned-folder';

/** Above the highest process id that Linux gives. */
const NOBODY = 2 ** 22 + 12345;

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'owned-folder-test-'));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

describe('makeOwnedFolder', () => {
  it('makes a folder that only its user can enter and that names its process', async () => {
    const folder = await makeOwnedFolder(base, 'job-');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(basename(folder)).toMatch(new RegExp(`^job-${String(process.pid)}-\\w{6}$`));
  });

  it('removes what a crashed run left, and nothing else', async () => {
    const kept = [
      `job-${String(process.pid)}-abcdef`,
      `other-${String(NOBODY)}-abcdef`,
      `job-${String(NOBODY)}-too-long-a-tail`,
      'job-',
      'somebody’s folder',
    ];
    for (const name of [...kept, `job-${String(NOBODY)}-abcdef`]) {
      await mkdir(join(base, name));
      await writeFile(join(base, name, 'windows.ntfs'), 'x');
    }
    const link = `job-${String(NOBODY)}-linked`;
    await mkdir(join(base, 'linked to'));
    await writeFile(join(base, 'linked to', 'precious'), 'x');
    await symlink(join(base, 'linked to'), join(base, link));

    const fromBeforeBoot = join(base, `job-${String(process.pid)}-zyxwvu`);
    await mkdir(fromBeforeBoot);
    await utimes(fromBeforeBoot, new Date(0), new Date(0));

    const made = basename(await makeOwnedFolder(base, 'job-'));
    const left = (await readdir(base)).filter((name) => name !== made && name !== link);
    expect(left.sort()).toEqual([...kept, 'linked to'].sort());
    expect(await readdir(join(base, 'linked to'))).toEqual(['precious']);
  });

  it.each([
    ['removes what Windows tells no owner of', null, []],
    ['leaves what is another user’s', (process.getuid?.() ?? 0) + 1, ['job']],
  ])('%s', async (_, userId, left) => {
    await mkdir(join(base, `job-${String(NOBODY)}-abcdef`));
    await removeAbandonedFolders(base, 'job-', userId);
    expect((await readdir(base)).map((name) => name.slice(0, 3))).toEqual(left);
  });
});
