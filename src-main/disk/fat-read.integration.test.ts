import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileSource } from '../io';
import { openFat } from './fat-read';
import { smallFatVolume } from './test-support/small-fat';
import { tool, withFolder } from './testing';

/** With one sector in a cluster. What lies before the clusters is the table twice, and this many sectors. */
const KINDS = [
  { bits: 12, kilobytes: 2000, others: 1 + 32 },
  { bits: 16, kilobytes: 32768, others: 1 + 32 },
  { bits: 32, kilobytes: 65536, others: 32 },
] as const;

describe('a FAT volume that other tools made', () => {
  it.each(KINDS)('is read as mkfs.fat and mtools wrote it: FAT$bits', async (kind) => {
    await withFolder(async (folder) => {
      const path = join(folder, 'esp.img');
      const options = ['-F', String(kind.bits), '-s', '1', '-n', 'MADE', '-i', '1234ABCD'];
      await tool('mkfs.fat', '-C', ...options, '-r', '512', path, String(kind.kilobytes));
      await tool('mmd', '-i', path, '::/EFI', '::/EFI/Größe 磁盘');
      const chunk = join(folder, 'chunk');
      await writeFile(chunk, 'chunk'.repeat(1000));
      for (let i = 0; i < 40; i += 1) {
        await tool('mcopy', '-i', path, chunk, `::/EFI/chunk number ${String(i)}`);
      }
      for (let i = 0; i < 40; i += 2) {
        await tool('mdel', '-i', path, `::/EFI/chunk number ${String(i)}`);
      }
      const large = join(folder, 'large');
      const content = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7) & 0xff));
      await writeFile(large, content);
      await tool('mcopy', '-i', path, large, '::/EFI/Größe 磁盘/large.bin');

      const source = await openFileSource(path);
      try {
        const volume = await openFat(source);
        expect(volume.bits).toBe(kind.bits);
        expect(volume.label).toBe('MADE');
        expect(volume.serial).toBe(0x1234abcd);
        expect(volume.clusterBytes).toBe(512);
        expect(await volume.list('/EFI')).toHaveLength(21);
        const read = await volume.readFile('/efi/größe 磁盘/LARGE.BIN');
        expect(read.equals(content)).toBe(true);
        const said = await tool('fsck.fat', '-n', path);
        const used = Number(/(\d+)\/\d+ clusters/.exec(said)?.[1]);
        const ranges = await volume.allocatedRanges();
        const data = ranges.reduce((sum, { length }) => sum + length, 0);
        const before = kind.others + 2 * (await fatSectors(path));
        expect(data / 512 - before).toBe(used);
      } finally {
        await source.close();
      }
    });
  });
});

async function fatSectors(path: string): Promise<number> {
  const said = await tool('fsck.fat', '-n', '-v', path);
  return Number(/\(= (\d+) sectors\)/.exec(said)?.[1]);
}

describe('a small FAT volume of the tests', () => {
  it('is sound in the eyes of fsck.fat and mtools', async () => {
    for (const sectors of [2880, 65536]) {
      await withFolder(async (folder) => {
        const path = join(folder, 'small.img');
        const content = Buffer.alloc(9000, 'x');
        const files = { '/a long name.text': content, '/EFI/BOOT/BOOTX64.EFI': content };
        const identity = { label: 'VTOYEFI', serial: 1, hiddenSectors: 0 };
        await writeFile(path, smallFatVolume({ sectors, ...identity, files }));
        await tool('fsck.fat', '-n', path);
        expect(await tool('mtype', '-i', path, '::/EFI/BOOT/BOOTX64.EFI')).toBe(String(content));
        expect(await tool('mtype', '-i', path, '::/a long name.text')).toBe(String(content));
      });
    }
  });
});
