import { createHash } from 'node:crypto';
import { mkdir, open, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KiB, MiB } from '../../../../src-shared/units';
import { tool, withFolder } from '../../../disk/testing';
import { openFileSource } from '../../../io';
import { readDataVolume } from '../../../ventoy';
import { allFiles, openDataFiles } from './data-files';

const content: Record<string, Buffer> = {
  '/small.txt': Buffer.from('small'),
  '/empty.txt': Buffer.alloc(0),
  '/ventoy/ventoy.json': Buffer.from('{}'),
  '/a folder/Ünï 磁盘 with a name that takes several entries.iso': Buffer.alloc(300 * KiB, 'image'),
  '/a folder/deeper/x.bin': Buffer.alloc(64 * KiB + 1, 'x'),
};

type Maker = (volume: string, tree: string, folder: string) => Promise<unknown>;
/** Programs of other people that make a volume with the files of a folder in it. */
const makers: Record<'exfat' | 'ntfs' | 'fat32', Maker> = {
  async exfat(volume, tree, folder) {
    await tool('mkfs.exfat', volume);
    const mount = join(folder, 'mount');
    await mkdir(mount);
    const device = (await tool('losetup', '--find', '--show', volume)).trim();
    try {
      await tool('mount.exfat-fuse', device, mount);
      try {
        await tool('cp', '-r', `${tree}/.`, mount);
        await interleave(join(mount, 'one.bin'), join(mount, 'other.bin'));
      } finally {
        await tool('umount', mount);
      }
    } finally {
      await tool('losetup', '--detach', device);
    }
  },
  async ntfs(volume, tree, folder) {
    await tool('mkntfs', '-Q', '-F', '-q', volume);
    await tool('wimlib-imagex', 'capture', tree, join(folder, 'w.wim'), '--compress=none');
    await tool('wimlib-imagex', 'apply', join(folder, 'w.wim'), '1', volume);
  },
  async fat32(volume, tree) {
    await tool('mkfs.fat', '-F', '32', '-s', '1', volume);
    const names = ['small.txt', 'empty.txt', 'ventoy', 'a folder'].map((name) => join(tree, name));
    await tool('mcopy', '-s', '-i', volume, ...names, '::/');
  },
};

/** Two files that grow in turns, so that neither lies in one piece. */
async function interleave(one: string, other: string): Promise<void> {
  const handles = [await open(one, 'w'), await open(other, 'w')];
  for (let piece = 0; piece < 40; piece += 1) {
    for (const [at, handle] of handles.entries()) {
      await handle.write(Buffer.alloc(8 * KiB, piece * 2 + at));
      await handle.sync();
    }
  }
  for (const handle of handles) await handle.close();
}

const grown = (at: number): Buffer =>
  Buffer.concat(Array.from({ length: 40 }, (_, piece) => Buffer.alloc(8 * KiB, piece * 2 + at)));
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('the files of a partition with images', () => {
  it.each(['exfat', 'ntfs', 'fat32'] as const)(
    'are read from %s as others put them there',
    async (kind) => {
      await withFolder(async (folder) => {
        const tree = join(folder, 'tree');
        for (const [path, bytes] of Object.entries(content)) {
          await mkdir(dirname(join(tree, path)), { recursive: true });
          await writeFile(join(tree, path), bytes);
        }
        const path = join(folder, 'volume');
        await writeFile(path, '');
        await truncate(path, 64 * MiB);
        await makers[kind](path, tree, folder);
        const wanted = {
          ...content,
          ...(kind === 'exfat' ? { '/one.bin': grown(0), '/other.bin': grown(1) } : {}),
        };
        const source = await openFileSource(path);
        try {
          const files = await openDataFiles(source, await readDataVolume(source));
          if (!files) throw new Error('it can’t be read');
          expect(await allFiles(files)).toEqual(Object.keys(wanted).sort());
          for (const [name, bytes] of Object.entries(wanted)) {
            expect((await files.find(name))?.size, name).toBe(bytes.length);
            const file = await files.open(name);
            expect(hash(await file.read(0, file.size)), name).toBe(hash(bytes));
          }
          expect(await files.find('/VENTOY/Ventoy.JSON')).toMatchObject({ size: 2 });
          expect(await files.find('/gone')).toBeNull();
          expect(await files.find('/small.txt/below')).toBeNull();
        } finally {
          await source.close();
        }
      });
    },
  );
});
