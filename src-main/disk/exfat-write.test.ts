import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GiB, KiB, MiB, SECTOR } from '../../src-shared/units';
import { ExfatLabelSchema } from '../../src-shared/volume-label';
import type { ByteSource } from '../io';
import { readExfatBootRegion, readExfatLabel, type ExfatBootRegion } from './exfat';
import { upcaseTableChecksum } from './exfat-format';
import { recommendedUpcaseTable } from './exfat-upcase';
import {
  exfatPieces,
  writeExfatVolume,
  type ExfatPieces,
  type ExfatVolumeRequest,
} from './exfat-write';
import { withFolder } from './testing';

const TiB = 1024 * GiB;
const volume: ExfatVolumeRequest = { bytes: 64 * MiB, startLba: 2048, label: 'SHARED', serial: 1 };

const arbitraryVolume: fc.Arbitrary<ExfatVolumeRequest> = fc.record({
  bytes: fc
    .oneof(
      fc.integer({ min: (7 * MiB) / SECTOR, max: (600 * MiB) / SECTOR }),
      fc.integer({ min: (7 * MiB) / SECTOR, max: (256 * TiB) / SECTOR }),
    )
    .map((sectors) => sectors * SECTOR),
  startLba: fc.nat({ max: 2 ** 40 }),
  label: fc
    .string({ unit: 'binary', maxLength: 11 })
    .filter((label) => ExfatLabelSchema.safeParse(label).success),
  serial: fc.integer({ min: 1, max: 0xffffffff }),
});

/** The volume, whose free clusters hold what lay there before. */
function sourceOf(size: number, { usedBytes, pieces }: ExfatPieces): ByteSource {
  return {
    size,
    read: (offset, length) => {
      const bytes = Buffer.alloc(length, 0x55);
      bytes.fill(0, 0, Math.max(0, Math.min(length, usedBytes - offset)));
      for (const piece of pieces) {
        const from = Math.max(0, offset - piece.offset);
        if (from < piece.bytes.length && piece.offset < offset + length) {
          piece.bytes.copy(bytes, Math.max(0, piece.offset - offset), from);
        }
      }
      return Promise.resolve(bytes);
    },
  };
}

/** A run of the root folder's entry of this type, followed through the FAT. */
async function follow(source: ByteSource, boot: ExfatBootRegion, first: number): Promise<number> {
  let count = 1;
  for (let cluster = first; ; count += 1) {
    const next = (await source.read(boot.fatOffset + cluster * 4, 4)).readUInt32LE(0);
    if (next === 0xffffffff) return count;
    expect(next).toBe(cluster + 1);
    cluster = next;
  }
}

describe('an empty exFAT volume', () => {
  it('is what was asked for, of every size and with every label', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryVolume, async (request) => {
        const { bytes, startLba, label, serial } = request;
        const made = exfatPieces(request);
        const source = sourceOf(bytes, made);
        const boot = await readExfatBootRegion(source);
        expect(await readExfatBootRegion(source, 'backup')).toEqual(boot);
        expect(boot).toMatchObject({
          ...{ partitionOffset: startLba, volumeSectors: bytes / SECTOR, serial },
        });
        expect(await readExfatLabel(source)).toBe(label === '' ? null : label);
        expect([boot.fatOffset % MiB, boot.heapOffset % MiB]).toEqual([0, 0]);
        // As many clusters as fit behind the first one: section 3.1.9.
        const room = (bytes - boot.heapOffset) / boot.clusterBytes;
        expect(boot.clusters).toBe(Math.floor(room));

        const root = await source.read(
          boot.heapOffset + (boot.rootCluster - 2) * boot.clusterBytes,
          boot.clusterBytes,
        );
        const bitmapBytes = Number(root.readBigUInt64LE(32 + 24));
        expect(bitmapBytes).toBe(Math.ceil(boot.clusters / 8));
        const bitmapClusters = await follow(source, boot, root.readUInt32LE(32 + 20));
        expect(bitmapClusters).toBe(Math.ceil(bitmapBytes / boot.clusterBytes));
        const upcaseClusters = await follow(source, boot, root.readUInt32LE(64 + 20));
        const rootClusters = await follow(source, boot, boot.rootCluster);
        expect(root.subarray(96).every((byte) => byte === 0)).toBe(true);

        const used = bitmapClusters + upcaseClusters + rootClusters;
        expect(made.usedBytes).toBe(boot.heapOffset + used * boot.clusterBytes);
        const bitmap = await source.read(boot.heapOffset, Math.min(bitmapBytes, 4096));
        const isSet = (bit: number): boolean => ((bitmap[bit >> 3] ?? 0) >> (bit & 7)) % 2 === 1;
        const set = Array.from({ length: bitmap.length * 8 }, (_, bit) => isSet(bit));
        expect(set.indexOf(false)).toBe(used);
        expect(set.lastIndexOf(true)).toBe(used - 1);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [7 * MiB, 4 * KiB],
    [256 * MiB, 4 * KiB],
    [256 * MiB + SECTOR, 32 * KiB],
    [32 * GiB, 32 * KiB],
    [32 * GiB + SECTOR, 128 * KiB],
    [256 * TiB, 128 * KiB],
  ])('of %i bytes has clusters of %i bytes, as Windows makes them', async (bytes, clusterBytes) => {
    const source = sourceOf(bytes, exfatPieces({ ...volume, bytes }));
    expect((await readExfatBootRegion(source)).clusterBytes).toBe(clusterBytes);
  });

  it('can’t be sound with any other byte before the checksum but the three that change in use', async () => {
    const made = exfatPieces(volume);
    const changing = [106, 107, 112];
    for (let at = 0; at < 11 * SECTOR; at += 1) {
      const [regions, ...rest] = made.pieces;
      if (!regions) throw new Error('there are no boot regions');
      const bytes = Buffer.from(regions.bytes);
      bytes[at] = (bytes[at] ?? 0) ^ 0x40;
      const source = sourceOf(volume.bytes, { ...made, pieces: [{ offset: 0, bytes }, ...rest] });
      const read = await readExfatBootRegion(source).then(
        () => 'sound',
        () => 'damaged',
      );
      expect(read, `byte ${String(at)}`).toBe(changing.includes(at) ? 'sound' : 'damaged');
      if (at % 512 === 0) await readExfatBootRegion(source, 'backup');
    }
  });

  it.each([
    [{ bytes: 7 * MiB - SECTOR }, /can’t have 7339520 bytes/],
    [{ bytes: 256 * TiB + SECTOR }, /can’t have/],
    [{ bytes: 64 * MiB + 1 }, /can’t have/],
    [{ bytes: 0 }, /can’t have/],
    [{ bytes: Number.NaN }, /can’t have/],
    [{ label: 'twelve chars' }, /more than 11/],
    [{ label: 'a/b' }, /does not allow/],
    [{ label: '\ud83d' }, /half a character/],
  ])('can’t be %j', (other, message) => {
    expect(() => exfatPieces({ ...volume, ...other })).toThrow(
      expect.objectContaining({
        code: 'plan/invalid',
        params: { message: expect.stringMatching(message) as string },
      }) as Error,
    );
  });
});

describe('writing an exFAT volume', () => {
  it('makes a private file of what is in use, the same for an equal request', async () => {
    await withFolder(async (folder) => {
      const made: Buffer[] = [];
      for (const name of ['one', 'two']) {
        const path = join(folder, name);
        const { allocated } = await writeExfatVolume({ ...volume, path });
        const { size, mode } = await stat(path);
        expect(allocated).toEqual([{ offset: 0, length: size }]);
        expect(size).toBeLessThan(3 * MiB);
        expect(mode & 0o777).toBe(0o600);
        made.push(await readFile(path));
      }
      expect(made[0]).toEqual(made[1]);
      const source = sourceOf(volume.bytes, exfatPieces(volume));
      expect(made[0]).toEqual(await source.read(0, made[0]?.length ?? 0));
    });
  });

  it('takes little space, whatever the size', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'large');
      await writeExfatVolume({ ...volume, bytes: 16 * TiB, path });
      expect((await stat(path)).blocks * 512).toBeLessThan(MiB);
    });
  });

  it('replaces nothing, and leaves nothing behind when it fails', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'there');
      await writeFile(path, 'precious');
      for (const unusable of [path, join(folder, 'missing', 'x')]) {
        await expect(writeExfatVolume({ ...volume, path: unusable })).rejects.toMatchObject({
          code: 'work/unusable',
        });
      }
      await expect(
        writeExfatVolume({ ...volume, label: 'twelve chars', path: join(folder, 'x') }),
      ).rejects.toMatchObject({ code: 'plan/invalid' });
      expect(await readFile(path, 'utf8')).toBe('precious');
      expect(await readdir(folder)).toEqual(['there']);
    });
  });
});

describe('the recommended up-case table', () => {
  it('has the size and the checksum that the specification gives', () => {
    const table = recommendedUpcaseTable();
    expect(table.length).toBe(5836);
    expect(upcaseTableChecksum(table).toString(16)).toBe('e619d30d');
  });
});
