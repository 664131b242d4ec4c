import { open, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GiB, MiB } from '../../src-shared/units';
import { openFileSource, slice } from '../io';
import { exfatAllocatedRanges, readExfatBootRegion } from './exfat';
import { FileSystemError } from './file-system-error';
import { tool, withFolder } from './testing';

async function format(folder: string, bytes: number, ...options: string[]): Promise<string> {
  const path = join(folder, 'shared.img');
  await writeFile(path, '');
  await truncate(path, bytes);
  await tool('mkfs.exfat', '-L', 'Größe', ...options, path);
  return path;
}

describe('an exFAT volume that mkfs.exfat made', () => {
  it.each([
    [64 * MiB, []],
    [5 * GiB + 512, []],
    [300 * MiB, ['-c', '512']],
    [2048 * GiB, []],
  ])('of %i bytes is clean when only its allocated ranges are copied', async (bytes, options) => {
    await withFolder(async (folder) => {
      const path = await format(folder, bytes, ...options);
      const source = await openFileSource(path);
      const copy = join(folder, 'copy.img');
      const file = await open(copy, 'w');
      try {
        await file.truncate(bytes);
        const ranges = await exfatAllocatedRanges(source);
        for (const { offset, length } of ranges) {
          for (let done = 0; done < length; done += MiB) {
            const piece = await source.read(offset + done, Math.min(MiB, length - done));
            await file.write(piece, 0, piece.length, offset + done);
          }
        }
      } finally {
        await file.close();
        await source.close();
      }
      expect(await tool('fsck.exfat', '-n', copy)).toContain('clean');
      expect(await dump(copy)).toEqual(await dump(path));
    });
  });

  it('has as many allocated clusters as dump.exfat counts', async () => {
    await withFolder(async (folder) => {
      const path = await format(folder, 5 * GiB);
      const said = await dump(path);
      const field = (name: string): number =>
        Number(new RegExp(`${name}[^:]*:\\s*(\\d+)`).exec(said)?.[1]);
      const source = await openFileSource(path);
      const boot = await readExfatBootRegion(source);
      const ranges = await exfatAllocatedRanges(source);
      await source.close();
      expect(boot.clusterBytes).toBe(field('Cluster size'));
      expect(boot.volumeSectors).toBe(field('Volume Length'));
      const total = ranges.reduce((sum, { length }) => sum + length, 0);
      const used = field('Total Clusters') - field('Free Clusters');
      expect((total - boot.heapOffset) / boot.clusterBytes).toBe(used);
    });
  });

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
        await expect(exfatAllocatedRanges(short)).rejects.toThrow(FileSystemError);
      }
      await source.close();
    });
  });
});

function dump(path: string): Promise<string> {
  return tool('dump.exfat', path);
}
