import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileSource } from '../io';
import { openFat32 } from './fat-read';
import { tool, withFolder } from './testing';

describe('a FAT32 volume that other tools made', () => {
  it('is read as mkfs.fat and mtools wrote it, fragmented files included', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'esp.img');
      await tool(
        'mkfs.fat',
        '-C',
        '-F',
        '32',
        '-s',
        '1',
        '-n',
        'MADE',
        '-i',
        '1234ABCD',
        path,
        '65536',
      );
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
        const volume = await openFat32(source);
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
        const reserved = 32 * 512 + 2 * 512 * (await fatSectors(path));
        expect((data - reserved) / 512).toBe(used);
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
