import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrowserWindow } from 'electron';
import { chooseFile, imageFileTarget } from './dialogs';

const { showOpenDialog } = vi.hoisted(() => ({
  showOpenDialog: vi.fn((..._: unknown[]) =>
    Promise.resolve({ canceled: false, filePaths: ['/images/win.iso'] }),
  ),
}));
vi.mock('electron', () => ({
  app: { getPreferredSystemLanguages: () => ['fr-CA'] },
  dialog: { showOpenDialog },
}));

const on = (platform: 'linux' | 'win32') => ({
  platform,
  freeBytes: () => Promise.resolve(7),
});

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'dialogs-test-'));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

describe('a path that is to become an image file', () => {
  it.each(['linux', 'win32'] as const)('is looked at, on %s', async (platform) => {
    const path = join(base, 'stick.img');
    const asked = () => imageFileTarget(path, on(platform));
    expect(await asked()).toEqual({ path, exists: false, freeBytes: 7 });
    await writeFile(path, '');
    expect(await asked()).toEqual({ path, exists: true, freeBytes: 7 });
  });

  it.each([
    ['linux', 'starting at /'],
    ['win32', 'starting at C:\\'],
  ] as const)('is a whole path, on %s', async (platform, message) => {
    const asked = imageFileTarget('stick.img', on(platform));
    await expect(asked).rejects.toMatchObject({
      code: 'target/unusable-path',
      params: { message: expect.stringContaining(message) as string },
    });
  });

  it.each(['NUL.img', 'notes.txt:stick.img'])('is no device on Windows: %s', async (name) => {
    const path = join(base, name);
    const asked = imageFileTarget(path, on('win32'));
    await expect(asked).rejects.toMatchObject({ code: 'target/not-a-drive' });
    expect(await imageFileTarget(path, on('linux'))).toMatchObject({ exists: false });
  });
});

describe('a dialog of the system', () => {
  it('names the kinds of files in the language of the window', async () => {
    const window = {} as unknown as BrowserWindow;
    expect(await chooseFile(window, 'image')).toBe('/images/win.iso');
    const [, options] = showOpenDialog.mock.calls[0] ?? [];
    expect(options).toMatchObject({
      filters: [
        { name: 'Images de Windows', extensions: ['iso', 'wim', 'esd', 'swm'] },
        { name: 'Tous les fichiers', extensions: ['*'] },
      ],
    });
  });
});
