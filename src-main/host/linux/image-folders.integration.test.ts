import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTool } from '../run-tool';
import { listImageFolders } from './image-folders';
import { buildScripts } from './test-support/build-scripts';

let removeScripts: () => Promise<void>;
let base: string;
let wim: string;
beforeAll(async () => {
  removeScripts = await buildScripts();
  base = await mkdtemp(join(tmpdir(), 'image-folders-'));
  const tree = join(base, 'tree');
  for (const path of [
    'Windows/Boot/Fonts/a.ttf',
    'Windows/Boot/EFI/x.efi',
    'Windows/Boot/EFI/de-DE/y.mui',
  ]) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), path);
  }
  wim = join(base, 'install.wim');
  await runTool('wimlib-imagex', ['capture', tree, wim, 'Test', '--compress=none']);
});
afterAll(async () => {
  await removeScripts();
  await rm(base, { recursive: true, force: true });
});

const list = (folders: string[], signal = new AbortController().signal): Promise<string[]> =>
  listImageFolders({ wimParts: [wim], index: 1, folders }, signal);

it('lists what lies in folders themselves, whatever their case, and nothing of those that are missing', async () => {
  const found = await list(['/windows/boot/EFI', '/Windows/Boot/Fonts', '/Windows/Boot/PCAT']);
  expect(found.sort()).toEqual([
    '/Windows/Boot/EFI/de-DE',
    '/Windows/Boot/EFI/x.efi',
    '/Windows/Boot/Fonts/a.ttf',
  ]);
});

it('tells of an edition that is missing, and of being cancelled', async () => {
  const request = { wimParts: [wim], index: 2, folders: [] };
  await expect(listImageFolders(request, new AbortController().signal)).rejects.toMatchObject({
    code: 'wim/edition-missing',
  });
  await expect(list(['/Windows'], AbortSignal.abort())).rejects.toMatchObject({
    code: 'cancelled',
  });
});
