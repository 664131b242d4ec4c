import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BootTest } from '../../src-shared/boot-test';
import { PictureFolder } from './boot-pictures';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'boot-pictures-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

function testWith(png: string | null): BootTest {
  return {
    ...{ firmware: 'uefi', check: { id: 'boot.uefi', status: 'pass', evidence: 'seen' } },
    result: {
      ...{ firmware: 'uefi', outcome: 'started', program: null, code: null, evidence: 'seen' },
      ...{ transcript: 'seen', seconds: 1, accelerator: 'tcg' },
      picture:
        png === null ? null : { png: Buffer.from(png).toString('base64'), width: 1, height: 1 },
    },
  };
}

it('a picture goes into a folder that is made for it, and replaces nothing', async () => {
  const folder = join(base, 'new', 'pictures');
  const pictures = await PictureFolder.open(folder);
  await writeFile(join(folder, 'boot-uefi.png'), 'precious');
  expect(await pictures.save(testWith('one'))).toBe(join(folder, 'boot-uefi-2.png'));
  expect(await pictures.save(testWith('two'))).toBe(join(folder, 'boot-uefi-3.png'));
  const contents = await Promise.all(
    (await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')),
  );
  expect(contents).toEqual(['one', 'two', 'precious']);
});

it('without a picture nothing is saved', async () => {
  const pictures = await PictureFolder.open(base);
  expect(await pictures.save(testWith(null))).toBeNull();
  expect(await pictures.save({ ...testWith(null), result: null })).toBeNull();
  expect(await readdir(base)).toEqual([]);
});

it('a folder that can’t be made, or that goes away, is an error', async () => {
  await writeFile(join(base, 'file'), '');
  const unwritable = { code: 'file/unwritable' };
  await expect(PictureFolder.open(join(base, 'file', 'folder'))).rejects.toMatchObject(unwritable);
  const pictures = await PictureFolder.open(join(base, 'gone'));
  await rm(join(base, 'gone'), { recursive: true });
  await expect(pictures.save(testWith('one'))).rejects.toMatchObject(unwritable);
});
