import { mkdir, open, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { GiB, KiB, MiB, SECTOR } from '../../src-shared/units';
import { writeExfatVolume, type ExfatVolumeRequest } from './exfat-write';
import { recommendedUpcaseTable } from './exfat-upcase';
import { tool, withFolder } from './testing';

const TiB = 1024 * GiB;
const volume: ExfatVolumeRequest = {
  ...{ bytes: 64 * MiB, startLba: 655_360, label: 'SHARED', serial: 0x1234abcd },
};

/** The file with what is in use, as long as the volume. */
async function made(folder: string, other: Partial<ExfatVolumeRequest> = {}): Promise<string> {
  const path = join(folder, 'shared.exfat');
  const request = { ...volume, ...other };
  await writeExfatVolume({ ...request, path });
  await truncate(path, request.bytes);
  return path;
}

/** What dump.exfat says, by name. */
async function dump(path: string): Promise<ReadonlyMap<string, string>> {
  const lines = (await tool('dump.exfat', path)).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^(.+?)(?: ?\([^)]*\))?:\s+(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
}

describe('an exFAT volume of ours', () => {
  it.each([
    [7 * MiB, 4 * KiB],
    [64 * MiB, 4 * KiB],
    [256 * MiB, 4 * KiB],
    [256 * MiB + SECTOR, 32 * KiB],
    [5 * GiB + SECTOR, 32 * KiB],
    [32 * GiB, 32 * KiB],
    [100 * GiB + 3 * SECTOR, 128 * KiB],
    [2 * TiB, 128 * KiB],
    [7 * TiB, 128 * KiB],
  ])('of %i bytes is clean and divided as dump.exfat reads it', async (bytes, clusterBytes) => {
    await withFolder(async (folder) => {
      const path = await made(folder, { bytes });
      expect(await tool('fsck.exfat', '-n', path)).toContain('clean');
      const said = await dump(path);
      const number = (name: string): number => Number(said.get(name));
      expect(number('Volume Length')).toBe(bytes / SECTOR);
      expect(number('Cluster size')).toBe(clusterBytes);
      expect(number('Total Clusters')).toBe(number('Cluster Count'));
      expect(number('FAT Offset') * SECTOR).toBe(MiB);
      const heap = number('Cluster Heap Offset') * SECTOR;
      expect(heap % MiB).toBe(0);
      expect(bytes - heap - number('Cluster Count') * clusterBytes).toBeLessThan(clusterBytes);
      expect(number('FAT Length')).toBe(Math.ceil(((number('Cluster Count') + 2) * 4) / SECTOR));
      expect(number('Bitmap size')).toBe(Math.ceil(number('Cluster Count') / 8));
      expect(said.get('Volume Serial')).toBe('0x1234abcd');
      expect(said.get('Volume label')).toBe('SHARED');

      const used = number('Total Clusters') - number('Free Clusters');
      const inUse = Math.ceil(number('Bitmap size') / clusterBytes) + (clusterBytes < 8192 ? 2 : 1);
      expect(used).toBe(inUse + 1);
    });
  });

  it('is clean where other data lay before', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'shared.exfat');
      const { allocated } = await writeExfatVolume({ ...volume, path });
      const stick = join(folder, 'stick.img');
      await writeFile(stick, Buffer.alloc(volume.bytes, 0xa5));
      const [used] = allocated;
      const file = await open(stick, 'r+');
      await file.write(await readFile(path), 0, used?.length ?? 0, used?.offset ?? 0);
      await file.close();
      expect(await tool('fsck.exfat', '-n', stick)).toContain('clean');
    });
  });

  it.each(['SHARED', 'Größe 视窗', '-dash', 'a b', 'elevenchars', '💾💾💾💾💾', 'x'])(
    'is labelled %j for other programs',
    async (label) => {
      await withFolder(async (folder) => {
        const path = await made(folder, { label });
        expect(await tool('fsck.exfat', '-n', path)).toContain('clean');
        expect(await tool('tune.exfat', '-l', path)).toContain(`label: ${label}\n`);
        const blkid = (what: string): Promise<string> =>
          tool('blkid', '-p', '-s', what, '-o', 'value', path);
        expect(await blkid('LABEL')).toBe(`${label}\n`);
        expect(await blkid('UUID')).toBe('1234-ABCD\n');
        expect(await blkid('TYPE')).toBe('exfat\n');
      });
    },
  );

  it('without a label can get one', async () => {
    await withFolder(async (folder) => {
      const path = await made(folder, { label: '' });
      expect(await tool('fsck.exfat', '-n', path)).toContain('clean');
      expect((await tool('blkid', '-p', '-s', 'LABEL', '-o', 'value', path)).trim()).toBe('');
      await tool('exfatlabel', path, 'later');
      expect(await tool('fsck.exfat', '-n', path)).toContain('clean');
      expect(await tool('blkid', '-p', '-s', 'LABEL', '-o', 'value', path)).toBe('later\n');
    });
  });

  it('names the sector at which it starts on the drive', async () => {
    await withFolder(async (folder) => {
      const path = await made(folder);
      // Section 3.1.4; none of the tools shows it.
      expect((await readFile(path)).readBigUInt64LE(64)).toBe(655_360n);
    });
  });

  it('has the up-case table that mkfs.exfat writes', async () => {
    await withFolder(async (folder) => {
      const other = join(folder, 'other.exfat');
      await writeFile(other, '');
      await truncate(other, volume.bytes);
      await tool('mkfs.exfat', other);
      const said = await dump(other);
      const start =
        Number(said.get('Cluster Heap Offset')) * SECTOR +
        (Number(said.get('Upcase table start cluster')) - 2) * Number(said.get('Cluster size'));
      const table = (await readFile(other)).subarray(
        start,
        start + Number(said.get('Upcase table size')),
      );
      expect(recommendedUpcaseTable()).toEqual(Buffer.from(table));
    });
  });

  it.each([64 * MiB, 3 * TiB])('of %i bytes takes files from a driver', async (bytes) => {
    await withFolder(async (folder) => {
      const path = await made(folder, { bytes });
      const large = Buffer.alloc(20 * MiB, 'content of a file ');
      await mounted(path, folder, async (root) => {
        await mkdir(join(root, 'Übergröße 视窗'));
        await writeFile(join(root, 'Übergröße 视窗', 'large.bin'), large);
        for (let i = 0; i < 300; i += 1) {
          await writeFile(join(root, `a file with a long name ${String(i)}.txt`), String(i));
        }
      });
      expect(await tool('fsck.exfat', '-n', path)).toContain('clean');
      await mounted(path, folder, async (root) => {
        // The driver compares names by the volume's own table.
        expect(await readFile(join(root, 'üBERGRÖßE 视窗', 'LARGE.BIN'))).toEqual(large);
        const last = join(root, 'A FILE WITH A LONG NAME 299.TXT');
        expect(await readFile(last, 'utf8')).toBe('299');
      });
      expect(await tool('fsck.exfat', '-n', path)).toContain('clean');
    });
  });
});

/** Uses the files of a volume; the driver takes block devices only. */
async function mounted(
  path: string,
  folder: string,
  use: (root: string) => Promise<void>,
): Promise<void> {
  const root = join(folder, 'mounted');
  await mkdir(root, { recursive: true });
  const device = (await tool('losetup', '--find', '--show', path)).trim();
  try {
    await tool('mount.exfat-fuse', device, root);
    try {
      await use(root);
    } finally {
      // Whoever looks at this computer's volumes at the same time keeps it busy for a moment.
      await vi.waitFor(() => tool('umount', root), { timeout: 30_000, interval: 100 });
    }
  } finally {
    await tool('losetup', '--detach', device);
  }
}
