import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planLayout, type StickLayout } from '../../src-shared/layout';
import { plainRequest } from '../../src-shared/testing';
import { GiB, MiB } from '../../src-shared/units';
import { openFileSource } from '../io';
import { encodeMbr } from './mbr-encode';
import { readMbr } from './mbr-read';
import { tool, withFolder } from './testing';

const diskSignature = 0xddba6bbb;

function layoutOf(diskBytes: number): StickLayout {
  const request = plainRequest({ diskBytes, sharedBytes: 256 * MiB, minimumWindowsBytes: GiB });
  const layout = planLayout({ ...request, layout: { scheme: 'mbr', container: 'none' } });
  if ('problem' in layout) throw new Error(layout.problem);
  return layout;
}

async function makeDisk(path: string, bytes: number, head?: Buffer): Promise<void> {
  const file = await open(path, 'w');
  await file.truncate(bytes);
  if (head) await file.write(head, 0, head.length, 0);
  await file.close();
}

describe('an MBR, seen by other tools', () => {
  it('has the planned partitions to sfdisk, sgdisk and fdisk', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'disk.img');
      const layout = layoutOf(8 * GiB + 12345 * 512);
      const { head } = encodeMbr({ layout, diskSignature });
      await makeDisk(path, layout.diskSectors * 512, head);

      expect(await tool('sfdisk', '--verify', path)).toContain('No errors detected');
      expect(JSON.parse(await tool('sfdisk', '-J', path))).toMatchObject({
        partitiontable: {
          label: 'dos',
          id: '0xddba6bbb',
          partitions: layout.partitions.map(({ role, startLba, sectors }) => ({
            start: startLba,
            size: sectors,
            type: role === 'efi' ? 'c' : '7',
            ...(role === 'efi' ? { bootable: true } : {}),
          })),
        },
      });
      expect(await tool('sgdisk', '-p', path)).toContain('Found invalid GPT and valid MBR');
      const seen = await tool('fdisk', '-l', path);
      expect(seen).toMatch(/Disklabel type: dos/);
      expect(seen).toMatch(/W95 FAT32 \(LBA\)/);
    });
  });

  it.each([[2 * GiB], [8 * GiB], [3 * 1024 * GiB]])(
    'of %i bytes has the very bytes that sfdisk writes, but for the boot code',
    async (bytes) => {
      await withFolder(async (folder) => {
        const path = join(folder, 'theirs.img');
        const layout = layoutOf(bytes);
        const { head } = encodeMbr({ layout, diskSignature });
        await makeDisk(path, bytes);
        const script = join(folder, 'script');
        const lines = layout.partitions.map(
          ({ role, startLba, sectors }) =>
            `start=${String(startLba)}, size=${String(sectors)}, type=${role === 'efi' ? 'c, bootable' : '7'}`,
        );
        await writeFile(script, ['label: dos', 'label-id: 0xddba6bbb', ...lines, ''].join('\n'));
        await tool('sh', '-c', 'sfdisk -q "$1" < "$2"', 'sh', path, script);
        const theirs = await openFileSource(path);
        try {
          const sector = await theirs.read(0, 512);
          expect(sector.toString('hex', 440)).toBe(head.toString('hex', 440, 512));
          expect((await readMbr(theirs))?.entries.map(({ firstLba }) => firstLba)).toEqual(
            layout.partitions.map(({ startLba }) => startLba),
          );
        } finally {
          await theirs.close();
        }
      });
    },
  );
});
