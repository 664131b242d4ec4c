import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import { openFileSource, slice } from '../io';
import { readExfatBootRegion } from './exfat';
import { FileSystemError } from './file-system-error';
import { tool, withFolder } from './testing';

async function format(folder: string, bytes: number): Promise<string> {
  const path = join(folder, 'shared.img');
  await writeFile(path, '');
  await truncate(path, bytes);
  await tool('mkfs.exfat', '-L', 'Größe', path);
  return path;
}

describe('an exFAT volume that mkfs.exfat made', () => {
  it('has a backup boot region equal to the main one, and damage in either is named', async () => {
    await withFolder(async (folder) => {
      const path = await format(folder, 64 * MiB);
      const source = await openFileSource(path);
      const main = await readExfatBootRegion(source, 'main');
      expect(await readExfatBootRegion(source, 'backup')).toEqual(main);
      for (const [at, which] of [
        [100, 'main'],
        [12 * 512 + 5000, 'backup'],
      ] as const) {
        const damaged = {
          size: source.size,
          read: async (offset: number, length: number) => {
            const bytes = Buffer.from(await source.read(offset, length));
            if (at >= offset && at < offset + length) bytes[at - offset] = 0x5b;
            return bytes;
          },
        };
        await expect(readExfatBootRegion(damaged, which)).rejects.toThrow(/checksum/);
      }
      for (const size of [0, 512, 6144, 12288, 32 * MiB]) {
        const short = slice(source, 0, size);
        await expect(readExfatBootRegion(short)).rejects.toThrow(FileSystemError);
      }
      await source.close();
    });
  });
});
