import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWin32Source } from './win32-source';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'win32-source-'));
  path = join(folder, 'windows');
  await writeFile(path, 'content');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('is a file that can be read', async () => {
  const source = await openWin32Source({ path, sizeBytes: 7 });
  const buffer = Buffer.alloc(4);
  await source.read(buffer, 3);
  expect(buffer.toString()).toBe('tent');
  await expect(source.read(buffer, 4)).rejects.toMatchObject({ code: 'io/read' });
  await source.close();
});

it('is refused with another size than was said', async () => {
  await expect(openWin32Source({ path, sizeBytes: 8 })).rejects.toMatchObject({
    code: 'work/unusable',
  });
});

it('is refused when it isn’t there', async () => {
  await expect(openWin32Source({ path: `${path}2`, sizeBytes: 7 })).rejects.toMatchObject({
    code: 'work/unusable',
  });
});

it.each([
  ['a link', async () => symlink(path, join(folder, 'link')), 'link'],
  ['a folder', async () => mkdir(join(folder, 'folder')), 'folder'],
])('is refused when it is %s', async (_, make, name) => {
  await make();
  await expect(openWin32Source({ path: join(folder, name), sizeBytes: 7 })).rejects.toMatchObject({
    code: 'permission/denied',
  });
});

it.each(['\\\\.\\pipe\\x', '\\\\.\\PhysicalDrive0', '\\\\?\\C:\\file'])(
  'is refused when it is named as a device: %s',
  async (device) => {
    await expect(openWin32Source({ path: device, sizeBytes: 7 })).rejects.toMatchObject({
      code: 'permission/denied',
      detail: 'it is the name of a device',
    });
  },
);
