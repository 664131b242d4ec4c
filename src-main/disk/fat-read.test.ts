import fc from 'fast-check';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../src-shared/units';
import { bufferSource, type ByteSource } from '../io';
import { openFat, openFat32 } from './fat-read';
import type { FatFile } from './fat-tree';
import { writeFat32Volume } from './fat-write';
import { FileSystemError } from './file-system-error';
import { smallFatVolume } from './test-support/small-fat';
import { withFolder } from './testing';

const BYTES = 300 * MiB;

/** The start of a volume in memory, zeros after it. */
function padded(head: Buffer, size = BYTES): ByteSource {
  return {
    size,
    read(offset, length) {
      if (offset < 0 || offset + length > size) throw new RangeError('past the end');
      const bytes = Buffer.alloc(length);
      if (offset < head.length) head.copy(bytes, 0, offset);
      return Promise.resolve(bytes);
    },
  };
}

async function volumeOf(files: FatFile[], label: string | null = null): Promise<Buffer> {
  return withFolder(async (folder) => {
    const path = join(folder, 'volume');
    const made = await writeFat32Volume({
      path,
      bytes: BYTES,
      startLba: 2048,
      label,
      serial: 0xcafe1234,
      files,
    });
    const head = Buffer.alloc(made.allocated[0]?.length ?? 0);
    const file = await open(path, 'r');
    await file.read(head, 0, head.length, 0);
    await file.close();
    return head;
  });
}

function file(path: string, text = path): FatFile {
  return { path, content: { kind: 'buffer', bytes: Buffer.from(text) } };
}

describe('reading a FAT32 volume', () => {
  it('finds what was written, whatever the names and the case of the question', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => !/[\u0000-\u001f"*/:<>?\\|]|[. ]$/.test(text) && text.length < 256);
    const names = fc.uniqueArray(name, {
      minLength: 1,
      maxLength: 30,
      selector: (text) => text.toUpperCase(),
    });
    await fc.assert(
      fc.asyncProperty(names, async (leaves) => {
        const files = leaves.map((leaf) => file(`/EFI/sub folder/${leaf}`, leaf.repeat(200)));
        const volume = await openFat32(padded(await volumeOf(files)));
        expect((await volume.list('\\efi\\SUB FOLDER')).map((entry) => entry.name)).toEqual(leaves);
        for (const leaf of leaves) {
          const read = await volume.readFile(`/efi/sub folder/${leaf}`);
          expect(read.toString()).toBe(leaf.repeat(200));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('gives label, serial number, cluster size and allocated ranges', async () => {
    const head = await volumeOf([file('/EFI/Boot/bootx64.efi', 'x'.repeat(9000))], 'ESP');
    const volume = await openFat32(padded(head));
    expect(volume.label).toBe('ESP');
    expect(volume.serial).toBe(0xcafe1234);
    expect(volume.clusterBytes).toBe(4096);
    expect(volume.hiddenSectors).toBe(2048);
    const [range, ...more] = await volume.allocatedRanges();
    expect(more).toEqual([]);
    expect(range?.offset).toBe(0);
    // Root, EFI, Boot, and three clusters of the file; the last one is not full.
    expect(Math.ceil((range?.length ?? 0) / 4096)).toBe(Math.ceil(head.length / 4096));
  });

  it('finds a file by its short name', async () => {
    const volume = await openFat32(padded(await volumeOf([file('/a long name.text')])));
    expect((await volume.find('/ALONGN~1.TEX'))?.name).toBe('a long name.text');
  });

  it('says that a file is missing or larger than expected', async () => {
    const volume = await openFat32(padded(await volumeOf([file('/EFI/a.txt')])));
    expect(await volume.find('/EFI/b.txt')).toBeNull();
    expect(await volume.find('/EFI/a.txt/b')).toBeNull();
    await expect(volume.readFile('/EFI')).rejects.toThrow(FileSystemError);
    await expect(volume.readFile('/EFI/a.txt', 3)).rejects.toThrow(/more than expected/);
    await expect(volume.list('/EFI/a.txt')).rejects.toThrow(FileSystemError);
  });

  it('says so when the source is empty, zero, cut short or another file system', async () => {
    const head = await volumeOf([]);
    const ntfs = Buffer.from(head);
    ntfs.fill(0, 17, 64);
    for (const source of [
      bufferSource(Buffer.alloc(0)),
      bufferSource(Buffer.alloc(4096)),
      bufferSource(head),
      padded(head, BYTES - SECTOR),
      padded(ntfs),
    ]) {
      await expect(openFat32(source)).rejects.toThrow(FileSystemError);
    }
  });
});

describe.each([
  { bits: 12, sectors: 2880 },
  { bits: 16, sectors: 65536 },
])('reading a volume of FAT$bits', ({ bits, sectors }) => {
  const long = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 7) & 0xff));
  const volume = smallFatVolume({
    ...{ sectors, label: 'VTOYEFI', serial: 0xcafe1234, hiddenSectors: 2048 },
    files: {
      '/EFI/sub folder/mount.exfat-fuse_aarch64': long,
      '/EFI/empty': Buffer.alloc(0),
      '/a.txt': Buffer.from('a'),
      '/EFI/sub folder/below/b.txt': Buffer.from('b'),
    },
  });

  it('finds files at any depth, with contents, label and serial number', async () => {
    const fat = await openFat(bufferSource(volume));
    expect(fat.bits).toBe(bits);
    expect(fat.label).toBe('VTOYEFI');
    expect(fat.serial).toBe(0xcafe1234);
    expect(fat.totalSectors).toBe(sectors);
    expect(fat.hiddenSectors).toBe(2048);
    expect((await fat.list('/')).map(({ name }) => name)).toEqual(['EFI', 'a.txt']);
    const read = await fat.readFile('/efi/SUB FOLDER/MOUNT.exfat-fuse_aarch64');
    expect(read.equals(long)).toBe(true);
    expect((await fat.readFile('/EFI/empty')).length).toBe(0);
    expect((await fat.readFile('/EFI/sub folder/below/b.txt')).toString()).toBe('b');
    expect(await fat.find('/b.txt')).toBeNull();
  });

  it('counts the root folder among what is in use, and clusters of files and folders', async () => {
    const [range, ...more] = await (await openFat(bufferSource(volume))).allocatedRanges();
    expect(more).toEqual([]);
    const fatSectors = volume.readUInt16LE(22);
    // Three folders (one in two clusters for its long names), 137 clusters of the long file, a and b.
    expect((range?.length ?? 0) / SECTOR).toBe(1 + 2 * fatSectors + 32 + 3 + 137 + 2);
  });

  it('is refused where FAT32 is wanted', async () => {
    await expect(openFat32(bufferSource(volume))).rejects.toThrow(/not one of FAT32/);
  });

  it('never gives anything but a result or a FileSystemError when damaged', async () => {
    const used = fc.oneof(
      fc.integer({ min: 11, max: 64 }),
      fc.integer({ min: 512, max: 512 + 300 }),
      fc.integer({ min: 0, max: 128 }).map((at) => SECTOR * (1 + 2 * volume.readUInt16LE(22)) + at),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(used, fc.integer({ min: 0, max: 255 })), { minLength: 1 }),
        async (changes) => {
          const damaged = Buffer.from(volume);
          for (const [at, value] of changes) damaged[at] = value;
          try {
            const fat = await openFat(bufferSource(damaged));
            await fat.list('/EFI/sub folder');
            await fat.readFile('/EFI/sub folder/mount.exfat-fuse_aarch64', MiB);
            await fat.allocatedRanges();
          } catch (error) {
            expect(error).toBeInstanceOf(FileSystemError);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a damaged FAT32 volume', () => {
  let head: Buffer;
  let tableOffset: number;
  beforeAll(async () => {
    head = await volumeOf([file('/EFI/a.bin', 'x'.repeat(20000)), file('/EFI/b.bin')]);
    tableOffset = head.readUInt16LE(14) * SECTOR;
  });
  afterAll(() => {
    head = Buffer.alloc(0);
  });

  it('is noticed when a chain of clusters is a loop', async () => {
    const damaged = Buffer.from(head);
    damaged.writeUInt32LE(2, tableOffset + 2 * 4);
    await expect(openFat32(padded(damaged))).rejects.toThrow(/no end/);
  });

  it('is noticed when a file has fewer clusters than its size needs', async () => {
    const damaged = Buffer.from(head);
    damaged.writeUInt32LE(0x0fffffff, tableOffset + 5 * 4);
    const volume = await openFat32(padded(damaged));
    await expect(volume.readFile('/EFI/a.bin')).rejects.toThrow(/ends before its size/);
  });

  it('never leads to anything but a result or a FileSystemError', async () => {
    const used = fc.oneof(
      fc.integer({ min: 11, max: 90 }),
      fc.integer({ min: 0, max: 40 }).map((at) => tableOffset + at),
      fc.integer({ min: 0, max: 8191 }).map((at) => head.length - 8192 - 20480 + at),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(used, fc.integer({ min: 0, max: 255 })), { minLength: 1 }),
        async (changes) => {
          const damaged = Buffer.from(head);
          for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value;
          try {
            const volume = await openFat32(padded(damaged));
            await volume.list('/EFI');
            await volume.readFile('/EFI/a.bin', MiB);
          } catch (error) {
            expect(error).toBeInstanceOf(FileSystemError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
