import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import { openFileSource } from '../io';
import type { FatFile } from './fat-tree';
import { writeFat32Volume } from './fat-write';
import { withFolder } from './testing';

const volume = { bytes: 300 * MiB, startLba: 2048, label: null, serial: 1 };

function small(path: string): FatFile {
  return { path, content: { kind: 'buffer', bytes: Buffer.from(path) } };
}

async function failure(
  files: FatFile[],
  other: { bytes?: number; label?: string } = {},
): Promise<unknown> {
  return withFolder(async (folder) => {
    const path = join(folder, 'esp.img');
    return writeFat32Volume({ ...volume, ...other, path, files }).catch((error: unknown) => error);
  });
}

describe('writing a FAT32 volume', () => {
  it('gives equal bytes for an equal request', async () => {
    await withFolder(async (folder) => {
      const request = { ...volume, files: [small('/a/b.txt'), small('/a/long name.txt')] };
      const heads: Buffer[] = [];
      for (const name of ['one', 'two']) {
        const path = join(folder, name);
        const { allocated } = await writeFat32Volume({ ...request, path });
        const source = await openFileSource(path);
        heads.push(await source.read(0, allocated[0]?.length ?? 0));
        await source.close();
      }
      expect(heads[0]?.equals(heads[1] ?? Buffer.alloc(0))).toBe(true);
    });
  });

  it('says how much is needed when the files do not fit', async () => {
    const content = { kind: 'buffer', bytes: Buffer.alloc(150 * MiB) } as const;
    const files = ['/a', '/b'].map((path) => ({ path, content }));
    expect(await failure(files)).toMatchObject({
      code: 'target/too-small',
      params: { actual: 300 * MiB },
    });
  });

  it.each([
    ['a name with a colon', '/EFI/a:b'],
    ['a name that ends in a dot', '/EFI/name.'],
    ['a name of 256 characters', `/${'x'.repeat(256)}`],
    ['an empty path', '/'],
    ['a parent folder', '/EFI/../x'],
  ])('refuses %s', async (_, path) => {
    expect(await failure([small(path)])).toMatchObject({ code: 'internal' });
  });

  it('refuses two names that differ only in case, and a file used as a folder', async () => {
    expect(await failure([small('/EFI/a.txt'), small('/efi/A.TXT')])).toMatchObject({
      code: 'internal',
      message: expect.stringContaining('is there twice') as string,
    });
    expect(await failure([small('/EFI'), small('/EFI/a')])).toMatchObject({
      message: expect.stringContaining('would lie in a file') as string,
    });
  });

  it('refuses a size that FAT32 with 4 KiB clusters can not have', async () => {
    for (const bytes of [0, 100 * MiB, -1, Number.NaN, 2 ** 50]) {
      expect(await failure([], { bytes })).toMatchObject({ code: 'internal' });
    }
  });

  it('refuses a label that FAT can not hold', async () => {
    for (const label of ['', 'twelve chars', 'a/b', 'größe']) {
      expect(await failure([], { label })).toMatchObject({ code: 'internal' });
    }
  });

  it('names a source file that is missing or has another size', async () => {
    const missing = { kind: 'file', path: '/nonexistent/-x', size: 3 } as const;
    expect(await failure([{ path: '/a', content: missing }])).toMatchObject({
      code: 'io/read',
      params: { path: '/nonexistent/-x' },
    });
    const other = { kind: 'file', path: '/dev/null', size: 3 } as const;
    expect(await failure([{ path: '/a', content: other }])).toMatchObject({ code: 'io/read' });
  });
});
