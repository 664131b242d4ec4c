import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { portableFolder } from './portable-folder';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-portable-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the folder of a portable program', () => {
  it('is where the starter of the portable build says, whether or not it is there', () => {
    const environment = { PORTABLE_EXECUTABLE_DIR: '/media/stick' };
    expect(portableFolder(environment, '/tmp/unpacked/Sticksmith.exe')).toBe(
      '/media/stick/sticksmith-data',
    );
  });

  it('is beside the executable once a folder of that name lies there', async () => {
    const executable = join(folder, 'sticksmith');
    expect(portableFolder({}, executable)).toBeNull();
    await mkdir(join(folder, 'sticksmith-data'));
    expect(portableFolder({}, executable)).toBe(join(folder, 'sticksmith-data'));
  });

  it('is no file of that name', async () => {
    await writeFile(join(folder, 'sticksmith-data'), '');
    expect(portableFolder({}, join(folder, 'sticksmith'))).toBeNull();
  });

  it('may be a link to a folder', async () => {
    await mkdir(join(folder, 'elsewhere'));
    await symlink('elsewhere', join(folder, 'sticksmith-data'));
    expect(portableFolder({}, join(folder, 'sticksmith'))).toBe(join(folder, 'sticksmith-data'));
  });

  it('is beside an AppImage, not in what it unpacks', async () => {
    await mkdir(join(folder, 'sticksmith-data'));
    const environment = {
      APPIMAGE: join(folder, 'Sticksmith.AppImage'),
      APPDIR: '/tmp/.mount_Sticks',
    };
    expect(portableFolder(environment, '/tmp/.mount_Sticks/sticksmith')).toBe(
      join(folder, 'sticksmith-data'),
    );
  });

  it('is not beside the AppImage of another program that started this one', async () => {
    await mkdir(join(folder, 'sticksmith-data'));
    const environment = { APPIMAGE: join(folder, 'terminal.AppImage'), APPDIR: '/tmp/.mount_term' };
    expect(portableFolder(environment, '/opt/Sticksmith/sticksmith')).toBeNull();
    expect(portableFolder(environment, '/tmp/.mount_terminal/sticksmith')).toBeNull();
  });

  it('is where a test wants it, above all', async () => {
    await mkdir(join(folder, 'sticksmith-data'));
    const environment = { STICKSMITH_DATA: '/test', PORTABLE_EXECUTABLE_DIR: '/media/stick' };
    expect(portableFolder(environment, join(folder, 'sticksmith'))).toBe('/test/sticksmith-data');
  });
});
