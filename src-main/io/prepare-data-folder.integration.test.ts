import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runTool } from '../host/run-tool';
import { prepareDataFolder } from './prepare-data-folder';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-data-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('preparing the data folder', () => {
  it('makes it private, with the folders above it, and leaves nothing in it', async () => {
    const data = join(folder, 'deep/sticksmith-data');
    prepareDataFolder(data);
    prepareDataFolder(data);
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    expect(await readdir(data)).toEqual([]);
  });

  it('fails where a file has its name', async () => {
    await writeFile(join(folder, 'sticksmith-data'), '');
    expect(() => {
      prepareDataFolder(join(folder, 'sticksmith-data'));
    }).toThrow('ENOTDIR');
  });

  it('fails on a write-protected medium, whether or not the folder is there', async (context) => {
    const medium = join(folder, 'medium');
    const data = join(medium, 'sticksmith-data');
    await mkdir(medium);
    const mounted = await runTool('mount', ['-t', 'tmpfs', 'sticksmith-test', medium]).then(
      () => true,
      () => false,
    );
    if (!mounted) {
      context.skip('mounting takes root');
      return;
    }
    try {
      await mkdir(join(medium, 'with/sticksmith-data'), { recursive: true });
      await runTool('mount', ['-o', 'remount,ro', medium]);
      for (const path of [data, join(medium, 'with/sticksmith-data')]) {
        expect(() => {
          prepareDataFolder(path);
        }).toThrow('EROFS');
      }
    } finally {
      await runTool('umount', [medium]);
    }
  });
});
