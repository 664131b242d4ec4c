import { randomBytes } from 'node:crypto';
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import { targetOpening } from '../host/linux/open-targets';
import { buildScripts } from '../host/linux/test-support/build-scripts';
import { runTool } from '../host/run-tool';
import { adoptFile } from './adopt-file';

const { openTargets } = targetOpening();
const OFFSET = 8 * MiB;
const SIZE = 32 * MiB;
const never = new AbortController().signal;

let base: string;
let ext4: string;
let tmpfs: string;
let content: Buffer;
let removeScripts: () => Promise<void>;

beforeAll(async () => {
  removeScripts = await buildScripts();
  base = await mkdtemp(join(tmpdir(), 'adopt-file-test-'));
  [ext4, tmpfs] = [join(base, 'ext4 “ü”'), join(base, 'tmpfs')];
  await mkdir(ext4);
  await mkdir(tmpfs);
  const disk = join(base, 'disk');
  await writeFile(disk, '');
  await truncate(disk, 256 * MiB);
  await runTool('mkfs.ext4', ['-q', disk]);
  await runTool('mount', ['-o', 'loop', disk, ext4]);
  await runTool('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', tmpfs]);
  content = randomBytes(5 * MiB);
});
afterAll(async () => {
  await runTool('umount', [ext4]);
  await runTool('umount', [tmpfs]);
  await rm(base, { recursive: true, force: true });
  await removeScripts();
});

let source: string;
let image: string;
async function prepare(sourceFolder: string, imageFolder: string): Promise<void> {
  source = join(sourceFolder, '-volume 练习.ntfs');
  image = join(imageFolder, 'stick.img.unfinished');
  await writeFile(source, content);
  await writeFile(image, '');
}

describe('adoptFile', () => {
  it('moves a file into the image on ext4, with zeros around it', async () => {
    await prepare(ext4, ext4);
    await chmod(source, 0o600);
    await chmod(image, 0o640);
    expect(await adoptFile({ source, image, offset: OFFSET, sizeBytes: SIZE }, never)).toBe(true);
    expect((await stat(image)).mode & 0o777, 'the image keeps its own mode').toBe(0o640);
    const expected = Buffer.alloc(SIZE);
    content.copy(expected, OFFSET);
    expect((await readFile(image)).equals(expected)).toBe(true);
    await expect(stat(source)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.each([
    ['the file system can’t shift blocks', () => prepare(tmpfs, tmpfs), SIZE],
    ['they lie on different file systems', () => prepare(ext4, tmpfs), SIZE],
    ['it would not fit', () => prepare(ext4, ext4), OFFSET + MiB],
  ] as const)('changes nothing when %s', async (_why, arrange, sizeBytes) => {
    await arrange();
    expect(await adoptFile({ source, image, offset: OFFSET, sizeBytes }, never)).toBe(false);
    expect((await readFile(source)).equals(content)).toBe(true);
    expect((await stat(image)).size).toBe(0);
  });
});

describe('the helper, asked to adopt', () => {
  let target: string;
  beforeEach(async () => {
    await prepare(ext4, ext4);
    await rm(image);
    target = join(ext4, 'stick.img');
  });

  async function adopt(path: string): Promise<boolean> {
    const guards = { neededBytes: 0, protectedPaths: [], readOnly: false };
    const file = { kind: 'file', path: target, sizeBytes: SIZE } as const;
    const [opened] = await openTargets([{ target: file, guards }], never);
    if (!opened) throw new Error('nothing was opened');
    try {
      const adopted = await opened.adopt({ path, sizeBytes: content.length }, OFFSET, never);
      if (adopted) {
        const request = { maps: [], tail: Buffer.alloc(512, 2), resume: false };
        const head = Buffer.alloc(512, 1);
        await opened.write({ ...request, head }, { signal: never, onProgress: () => undefined });
      }
      return adopted;
    } finally {
      await opened.close();
    }
  }

  it('makes the file part of an image that then takes its name', async () => {
    expect(await adopt(source)).toBe(true);
    const made = await readFile(target);
    expect(made.length).toBe(SIZE);
    expect(made.subarray(OFFSET, OFFSET + content.length).equals(content)).toBe(true);
    expect([made[0], made[SIZE - 1]]).toEqual([1, 2]);
    await rm(target);
  });

  it('refuses a symbolic link and leaves what it points to alone', async () => {
    const link = join(ext4, 'link');
    await symlink(source, link);
    await expect(adopt(link)).rejects.toMatchObject({ code: 'permission/denied' });
    expect((await readFile(source)).equals(content)).toBe(true);
    await rm(link);
    await expect(stat(target)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
