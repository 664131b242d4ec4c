import { open, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../src-shared/units';
import type { Extent } from './extent';
import { openNtfs } from './ntfs-read';
import { tool, withFolder } from './testing';
import { SPARE_ZEROS_BYTES, openVolumeFile } from './volume-file';

const DISK_BYTES = 140 * MiB + 5 * SECTOR;
const START = MiB;
const VOLUME_BYTES = 128 * MiB;

/** A disk with one NTFS partition, and a file in it whose clusters lie far apart from each other. */
async function makeDisk(folder: string, type = '7'): Promise<string> {
  const disk = join(folder, 'disk.raw');
  const volume = join(folder, 'volume.raw');
  await writeFile(disk, '');
  await truncate(disk, DISK_BYTES);
  await writeFile(volume, '');
  await truncate(volume, VOLUME_BYTES);
  await tool(
    'mkntfs',
    '-q',
    '-Q',
    '-F',
    '-s',
    '512',
    '-p',
    '2048',
    '-H',
    '255',
    '-S',
    '63',
    volume,
  );
  const content = join(folder, 'content');
  await writeFile(content, Buffer.alloc(3 * MiB, 'content '));
  for (const name of ['one', 'two']) await tool('ntfscp', '-q', volume, content, name);
  const sectors = `${String(START / SECTOR)},${String(VOLUME_BYTES / SECTOR)}`;
  const script = join(folder, 'script');
  await writeFile(script, `label: dos\n${sectors},${type}\n`);
  await tool('sh', '-c', 'sfdisk -q "$1" < "$2"', 'sh', disk, script);
  await tool(
    'dd',
    'conv=sparse,notrunc',
    'bs=1M',
    'seek=1',
    'status=none',
    `if=${volume}`,
    `of=${disk}`,
  );
  return disk;
}

async function pack(raw: string, path: string, options: string): Promise<void> {
  await tool('qemu-img', 'convert', '-f', 'raw', '-O', 'vhdx', '-o', options, raw, path);
}

async function addSpareZeros(path: string): Promise<void> {
  await truncate(path, (await stat(path)).size + SPARE_ZEROS_BYTES);
}

/** What a writer would make of these copies. */
async function carriedOut(
  path: string,
  extents: readonly Extent[],
  bytes: number,
): Promise<Buffer> {
  const target = Buffer.alloc(bytes, 0xee);
  const file = await open(path);
  for (const { sourceOffset, targetOffset, length } of extents) {
    const { bytesRead } = await file.read(target, targetOffset, length, sourceOffset);
    expect(bytesRead).toBe(length);
  }
  await file.close();
  return target;
}

const whole: Extent = { sourceOffset: 0, targetOffset: 0, length: VOLUME_BYTES };

describe('a volume in an expandable virtual disk', () => {
  it.each(['block_size=1M', 'block_size=32M', 'block_size=8M,block_state_zero=off'])(
    'with %s is the volume that was packed, read as a whole and by its places in the file',
    async (options) => {
      await withFolder(async (folder) => {
        const raw = await makeDisk(folder);
        const path = join(folder, 'disk.vhdx');
        await pack(raw, path, `subformat=dynamic,${options}`);
        await addSpareZeros(path);
        const expected = (await readFile(raw)).subarray(START, START + VOLUME_BYTES);

        const volume = await openVolumeFile(path);
        expect(volume.file.size).toBe((await stat(path)).size);
        expect(volume.source.size).toBe(VOLUME_BYTES);
        expect(volume.file.size).toBeLessThan(VOLUME_BYTES);
        const all = await volume.source.read(0, VOLUME_BYTES);
        expect(all.equals(expected)).toBe(true);
        const ntfs = await openNtfs(volume.source);
        expect((await ntfs.readFile('/two', 4 * MiB)).length).toBe(3 * MiB);

        const copied = await carriedOut(path, volume.inFile([whole]), VOLUME_BYTES);
        expect(copied.equals(expected)).toBe(true);
        const across = { sourceOffset: 31 * MiB + 4096, targetOffset: 512, length: 40 * MiB };
        const part = await carriedOut(path, volume.inFile([across]), 41 * MiB);
        const there = expected.subarray(across.sourceOffset, across.sourceOffset + across.length);
        expect(part.subarray(512, 512 + across.length).equals(there)).toBe(true);
        await volume.close();
      });
    },
  );

  it('is read where its blocks lie in the order in which they were written', async () => {
    await withFolder(async (folder) => {
      const raw = await makeDisk(folder);
      const path = join(folder, 'disk.vhdx');
      await pack(raw, path, 'subformat=dynamic,block_size=1M');
      const writes = [110, 60, 120, 59, 90].map((megabytes, index) => {
        const at = START + megabytes * MiB - 4096;
        return `write -P ${String(0x41 + index)} ${String(at)} 8192`;
      });
      const commands = writes.flatMap((command) => ['-c', command]);
      await tool('qemu-io', '-f', 'vhdx', ...commands, path);
      await tool('qemu-img', 'convert', '-f', 'vhdx', '-O', 'raw', path, raw);
      await addSpareZeros(path);
      const expected = (await readFile(raw)).subarray(START, START + VOLUME_BYTES);
      expect(expected.readUInt8(59 * MiB)).toBe(0x44);
      const volume = await openVolumeFile(path);
      expect((await volume.source.read(0, VOLUME_BYTES)).equals(expected)).toBe(true);
      const copied = await carriedOut(path, volume.inFile([whole]), VOLUME_BYTES);
      expect(copied.equals(expected)).toBe(true);
      await volume.close();
    });
  });

  it('gives no places for what is not in the file, unless zeros follow it', async () => {
    await withFolder(async (folder) => {
      const raw = await makeDisk(folder);
      const path = join(folder, 'disk.vhdx');
      await pack(raw, path, 'subformat=dynamic,block_size=1M');
      const places = async (extent: Extent): Promise<Extent[]> => {
        const volume = await openVolumeFile(path);
        try {
          return volume.inFile([extent]);
        } finally {
          await volume.close();
        }
      };
      const start = { ...whole, length: 4096 };
      expect(await places(start)).toHaveLength(1);
      const refused = { code: 'vhdx/unsupported' };
      await expect(places(whole)).rejects.toMatchObject(refused);
      // What follows has to be zeros.
      const file = await open(path, 'a');
      await file.appendFile(Buffer.alloc(SPARE_ZEROS_BYTES, 1));
      await file.close();
      await expect(places(whole)).rejects.toMatchObject(refused);
      await addSpareZeros(path);
      expect((await places(whole)).length).toBeGreaterThan(VOLUME_BYTES / SPARE_ZEROS_BYTES);
    });
  });

  it('of fixed size is read as well', async () => {
    await withFolder(async (folder) => {
      const raw = await makeDisk(folder);
      const path = join(folder, 'disk.vhdx');
      await pack(raw, path, 'subformat=fixed,block_state_zero=off');
      const volume = await openVolumeFile(path);
      const copied = await carriedOut(path, volume.inFile([whole]), VOLUME_BYTES);
      expect(copied.equals((await readFile(raw)).subarray(START, START + VOLUME_BYTES))).toBe(true);
      await volume.close();
    });
  });

  it('whose table was damaged is refused, or is still read within the file', async () => {
    await withFolder(async (folder) => {
      const raw = await makeDisk(folder);
      const path = join(folder, 'disk.vhdx');
      await pack(raw, path, 'subformat=dynamic,block_size=8M');
      await addSpareZeros(path);
      const good = await readFile(path);
      const regions = good.subarray(192 * 1024);
      const ids = [0, 1].map((index) => regions.subarray(16 + 32 * index));
      const table = ids.find((entry) => entry.readUInt32LE(0) === 0x2dc27766);
      const at = Number(table?.readBigUInt64LE(16));
      expect(at).toBeGreaterThanOrEqual(MiB);
      let refused = 0;
      for (let index = 0; index < 4; index += 1) {
        for (const byte of [0, 1, 2, 3, 4, 7]) {
          const damaged = Buffer.from(good);
          const place = at + index * 8 + byte;
          damaged.writeUInt8(damaged.readUInt8(place) ^ 0x55, place);
          await writeFile(path, damaged);
          const outcome = await openVolumeFile(path).catch((error: unknown) => error);
          if (outcome instanceof Error) {
            expect(outcome).toMatchObject({ code: 'vhdx/unsupported' });
            refused += 1;
            continue;
          }
          const volume = outcome as Awaited<ReturnType<typeof openVolumeFile>>;
          for (const { sourceOffset, length } of volume.inFile([whole])) {
            expect(sourceOffset + length).toBeLessThanOrEqual(good.length);
          }
          await volume.close();
        }
      }
      expect(refused).toBeGreaterThan(4);
    });
  });

  it.each([
    ['cut short', async (path: string) => truncate(path, (await stat(path)).size - 40 * MiB)],
    ['cut short after its headers', (path: string) => truncate(path, 2 * MiB)],
  ])('that is %s is refused', async (_, spoil) => {
    await withFolder(async (folder) => {
      const raw = await makeDisk(folder);
      const path = join(folder, 'disk.vhdx');
      await pack(raw, path, 'subformat=dynamic,block_size=32M');
      await spoil(path);
      await expect(openVolumeFile(path)).rejects.toMatchObject({ code: 'vhdx/unsupported' });
    });
  });

  it('with another partition, of another kind, or with none is refused', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'disk.vhdx');
      await pack(await makeDisk(folder, 'c'), path, 'subformat=dynamic');
      const refused = { code: 'vhdx/unsupported' };
      await expect(openVolumeFile(path)).rejects.toMatchObject(refused);
      const empty = join(folder, 'empty.raw');
      await writeFile(empty, Buffer.alloc(8 * MiB));
      await pack(empty, path, 'subformat=dynamic');
      await expect(openVolumeFile(path)).rejects.toMatchObject(refused);
    });
  });
});

it('a volume in a file of its own is that file', async () => {
  await withFolder(async (folder) => {
    await makeDisk(folder);
    const path = join(folder, 'volume.raw');
    const volume = await openVolumeFile(path);
    expect(volume.source.size).toBe(VOLUME_BYTES);
    expect(volume.inFile([whole])).toEqual([whole]);
    await volume.close();
  });
});
