import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StickError } from '../../src-shared/errors';
import { MiB, SECTOR } from '../../src-shared/units';
import { bufferSource, openFileSource, type ByteSource, type FileSource } from '../io';
import { fillBits } from './bitmap';
import { volumeExtents } from './block-map';
import { subtractRanges } from './byte-ranges';
import type { Extent } from './extent';
import { FileSystemError } from './file-system-error';
import { commonNtfsRanges, ntfsOverlay, type NtfsOverlay } from './ntfs-grow';
import { openNtfs } from './ntfs-read';
import { fresh, remove, tool, toolBytes, withFolder } from './testing';

const SERIAL = 0x0123_4567_89ab_cdefn;
const START_LBA = 655_360;
const TiB = 2 ** 40;

/** A tree, as it is on disk and in a WIM. */
interface Content {
  folder: string;
  wim: string;
  /** SHA-256 by path. */
  hashes: Map<string, string>;
}

let content: Content;
beforeAll(async () => {
  content = await makeContent();
}, 120_000);
afterAll(() => remove(content.folder));

async function makeContent(): Promise<Content> {
  const folder = await fresh();
  const tree = join(folder, 'tree');
  const hashes = new Map<string, string>();
  await mkdir(join(tree, 'Windows', 'many'), { recursive: true });
  const put = async (path: string, bytes: Buffer): Promise<void> => {
    await writeFile(join(tree, path), bytes);
    hashes.set(path, sha256(bytes));
  };
  for (let i = 0; i < 400; i += 1) {
    await put(`Windows/many/file ${String(i)} ü.dat`, randomBytes((i * 7919) % 60_000));
  }
  await put('Windows/large.bin', randomBytes(9 * MiB + 17));
  await put('zeros', Buffer.alloc(2 * MiB));
  const wim = join(folder, 'content.wim');
  await tool('wimlib-imagex', 'capture', tree, wim, '--compress=none');
  return { folder, wim, hashes };
}

interface Built {
  path: string;
  bytes: number;
  source: FileSource;
}

async function build(
  folder: string,
  { bytes, clusterBytes }: { bytes: number; clusterBytes: number },
): Promise<Built> {
  const path = join(folder, 'built.ntfs');
  await writeFile(path, '');
  await truncate(path, bytes);
  const geometry = ['-s', '512', '-p', String(START_LBA), '-H', '255', '-S', '63'];
  const size = ['-c', String(clusterBytes)];
  await tool('mkntfs', '-Q', '-F', '-q', '-L', 'Windows', ...geometry, ...size, path);
  await tool('wimlib-imagex', 'apply', content.wim, '1', path);
  return { path, bytes, source: await openFileSource(path) };
}

/** Writes the common ranges and the overlay, and nothing else, into a new file that is full of holes. */
async function grow(built: Built, path: string, partitionBytes: number): Promise<NtfsOverlay> {
  await writeFile(path, '');
  await truncate(path, partitionBytes);
  const overlay = await ntfsOverlay(built.source, { partitionBytes, serial: SERIAL, contents: [] });
  const common = volumeExtents(await commonNtfsRanges(built.source), 0);
  const all = [...common, ...overlay.extents].sort((a, b) => a.targetOffset - b.targetOffset);
  all.slice(1).forEach((extent, i) => {
    const before = all[i];
    expect(extent.targetOffset).toBeGreaterThanOrEqual(
      (before?.targetOffset ?? 0) + (before?.length ?? 0),
    );
  });
  const file = await open(path, 'r+');
  try {
    await copyInto(file.write.bind(file), built.source, common);
    await copyInto(file.write.bind(file), bufferSource(overlay.bytes), overlay.extents);
  } finally {
    await file.close();
  }
  return overlay;
}

async function copyInto(
  write: (bytes: Buffer, from: number, length: number, at: number) => Promise<unknown>,
  source: ByteSource,
  extents: readonly Extent[],
): Promise<void> {
  for (const { sourceOffset, targetOffset, length } of extents) {
    const bytes = await source.read(sourceOffset, length);
    await write(bytes, 0, length, targetOffset);
  }
}

/** The bytes of the partition's last sector decide where the volume ends; less than a cluster is left. */
function clustersOf(partitionBytes: number, clusterBytes: number): number {
  return Math.floor((partitionBytes - SECTOR) / clusterBytes);
}

/** What ntfs-3g's tools say about a volume. */
async function expectSound(path: string, partitionBytes: number, clusterBytes: number) {
  expect(await tool('ntfsfix', '-n', path)).toContain('processed successfully');
  const clusters = clustersOf(partitionBytes, clusterBytes);
  const info = await tool('ntfsinfo', '-m', path);
  expect(info).toContain(`Volume Size in Clusters: ${String(clusters)}`);
  const resize = await tool('ntfsresize', '--info', '--force', '--no-progress-bar', path);
  // It counts the copy of the boot sector as part of the volume.
  const volumeBytes = clusters * clusterBytes + SECTOR;
  expect(resize).toContain(`Current volume size: ${String(volumeBytes)} bytes`);
  const serial = await tool('blkid', '-p', '-s', 'UUID', '-o', 'value', path);
  expect(serial.trim()).toBe('0123456789ABCDEF');
}

/** SHA-256 of every file that 7-Zip takes out of a volume. */
async function extracted(path: string): Promise<Map<string, string>> {
  return withFolder(async (folder) => {
    await tool('7zz', 'x', '-y', '-tntfs', '-o' + folder, path);
    const hashes = new Map<string, string>();
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const inside = file.slice(folder.length + 1);
      if (inside.startsWith('[')) continue;
      hashes.set(inside, sha256(await readFile(file)));
    }
    return hashes;
  });
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const SHAPES = [
  ['of 4 KiB clusters', { bytes: 48 * MiB, clusterBytes: 4096 }],
  ['of 512-byte clusters', { bytes: 48 * MiB + 512, clusterBytes: 512 }],
  // Here the copy of the file table holds the records that know the size.
  ['of 64 KiB clusters', { bytes: 120 * MiB, clusterBytes: 65536 }],
] as const;

describe.each(SHAPES)('an NTFS volume %s that is grown', (_, shape) => {
  const { bytes, clusterBytes } = shape;
  let folder: string;
  let built: Built;
  beforeAll(async () => {
    folder = await fresh();
    built = await build(folder, shape);
  }, 120_000);
  afterAll(async () => {
    await built.source.close();
    await remove(folder);
  });

  it.each([
    ['not at all', bytes],
    ['by one sector', bytes + SECTOR],
    ['by one cluster', bytes + clusterBytes],
    ['by a few sectors more than some clusters', bytes + 70 * clusterBytes + 3 * SECTOR],
    ['to ten times its size and an odd sector', bytes * 10 + SECTOR],
    ['to 300 times its size', bytes * 300],
  ])('%s is sound and holds every file unchanged', async (_how, partitionBytes) => {
    const path = join(folder, 'grown.ntfs');
    await grow(built, path, partitionBytes);
    await expectSound(path, partitionBytes, clusterBytes);
    expect(await extracted(path)).toEqual(content.hashes);
  });
});

/** What ntfsresize makes of the same volume, and what we do. */
async function besideNtfsresize(
  built: Built,
  folder: string,
  partitionBytes: number,
): Promise<{ ours: string; theirs: string }> {
  const ours = join(folder, 'ours.ntfs');
  await grow(built, ours, partitionBytes);
  const theirs = join(folder, 'theirs.ntfs');
  await tool('cp', '--sparse=always', built.path, theirs);
  await truncate(theirs, partitionBytes);
  await tool('ntfsresize', '--force', '--force', '--no-progress-bar', theirs);
  return { ours, theirs };
}

describe('a volume that is grown as ntfsresize grows it', () => {
  let folder: string;
  let built: Built;
  beforeAll(async () => {
    folder = await fresh();
    built = await build(folder, { bytes: 48 * MiB, clusterBytes: 4096 });
  }, 120_000);
  afterAll(async () => {
    await built.source.close();
    await remove(folder);
  });

  it.each([48 * MiB + 8 * 4096, 200 * MiB, 1500 * MiB])(
    'of %i bytes has the same boot sector, bad clusters and bits',
    async (partitionBytes) => {
      const { ours, theirs } = await besideNtfsresize(built, folder, partitionBytes);
      const bitmap = await toolBytes('ntfscat', '-f', '-i', '6', ours);
      const expected = await toolBytes('ntfscat', '-f', '-i', '6', theirs);
      expect(bitmap.length).toBe(expected.length);
      // ntfsresize moves a bitmap that needs more clusters; we leave it and add to it.
      const clusters = clustersOf(partitionBytes, 4096);
      for (const [one, path] of [
        [bitmap, ours],
        [expected, theirs],
      ] as const) {
        for (const cluster of await runsOf(path, '6')) fillBits(one, cluster, cluster + 1, false);
      }
      expect(bitmap.equals(expected)).toBe(true);
      expect(bitAt(bitmap, clusters)).toBe(true);

      const bad = async (path: string): Promise<string[]> =>
        (await tool('ntfsinfo', '-f', '-v', '-i', '8', path))
          .split('\n')
          .filter((line) =>
            /Highest VCN|Data size|Allocated size|Initialized size|HOLE/.test(line),
          );
      expect((await bad(ours)).length).toBeGreaterThan(4);
      expect(await bad(ours)).toEqual(await bad(theirs));

      const boot = (path: string): Promise<Buffer> => firstBytes(path, SECTOR);
      const [our, their] = [await boot(ours), await boot(theirs)];
      // We keep the odd sectors of the partition's end as mkntfs does, and have a serial of our own.
      expect(our.readBigUInt64LE(40)).toBe(BigInt(partitionBytes / SECTOR - 1));
      const largest = our.readBigUInt64LE(40) - (our.readBigUInt64LE(40) % 8n);
      expect(their.readBigUInt64LE(40)).toBe(largest);
      for (const bytes of [our, their]) bytes.fill(0, 40, 48).fill(0, 72, 80);
      expect(our.equals(their)).toBe(true);
    },
  );
});

function bitAt(bitmap: Buffer, cluster: number): boolean {
  return ((bitmap[cluster >> 3] ?? 0) & (1 << (cluster & 7))) !== 0;
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    return (await file.read(Buffer.alloc(length), 0, length, 0)).buffer;
  } finally {
    await file.close();
  }
}

/** The clusters of the unnamed stream of a record, as ntfsinfo lists them. */
async function runsOf(path: string, record: string): Promise<number[]> {
  const info = await tool('ntfsinfo', '-f', '-v', '-i', record, path);
  const runs = info.matchAll(/^\s+0x[0-9a-f]+\s+(0x[0-9a-f]+)\s+(0x[0-9a-f]+)\s*$/gm);
  return [...runs].flatMap(([, first, length]) =>
    Array.from({ length: Number(length) }, (_, i) => Number(first) + i),
  );
}

describe('a volume that was grown', () => {
  it('is sound whatever the sizes of volume and partition', async () => {
    const MOST_BYTES = 2 * 2 ** 30;
    await withFolder(async (folder) => {
      const shape = fc.record({
        sectors: fc.integer({ min: (40 * MiB) / SECTOR, max: (44 * MiB) / SECTOR }),
        clusterBytes: fc.constantFrom(512, 4096, 8192),
        more: fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: MOST_BYTES / SECTOR })),
      });
      await fc.assert(
        fc.asyncProperty(shape, async ({ sectors, clusterBytes, more }) => {
          const bytes = sectors * SECTOR;
          const built = await build(folder, { bytes, clusterBytes });
          const path = join(folder, 'grown.ntfs');
          await grow(built, path, bytes + more * SECTOR);
          await built.source.close();
          await expectSound(path, bytes + more * SECTOR, clusterBytes);
        }),
        { numRuns: 15 },
      );
    });
  }, 120_000);

  it('of 2 TiB is sound', async () => {
    await withFolder(async (folder) => {
      const built = await build(folder, { bytes: 48 * MiB, clusterBytes: 4096 });
      const path = join(folder, 'grown.ntfs');
      const overlay = await grow(built, path, 2 * TiB);
      await built.source.close();
      expect(overlay.bytes.length).toBeLessThan(66 * MiB);
      await expectSound(path, 2 * TiB, 4096);
    });
  });

  it('is grown again from the same build with another serial alone', async () => {
    await withFolder(async (folder) => {
      const bytes = 48 * MiB;
      const built = await build(folder, { bytes, clusterBytes: 4096 });
      const path = join(folder, 'same.ntfs');
      await grow(built, path, bytes);
      const [one, other] = [await readFile(built.path), await readFile(path)];
      await built.source.close();
      for (const { offset, length } of await freeRanges(other)) {
        one.fill(0, offset, offset + length);
      }
      for (const at of [72, bytes - SECTOR + 72]) {
        expect(other.readBigUInt64LE(at)).toBe(SERIAL);
        one.writeBigUInt64LE(SERIAL, at);
      }
      expect(other.equals(one)).toBe(true);
    });
  });

  it('can be filled to its end by ntfs-3g, and is sound afterwards', async () => {
    await withFolder(async (folder) => {
      const built = await build(folder, { bytes: 48 * MiB, clusterBytes: 4096 });
      const path = join(folder, 'grown.ntfs');
      const bytes = 200 * MiB + 5 * SECTOR;
      await grow(built, path, bytes);
      await built.source.close();
      const mountPoint = join(folder, 'mnt');
      await mkdir(mountPoint);
      await tool('ntfs-3g', path, mountPoint);
      try {
        await fill(mountPoint);
        // ntfsresize has nothing to say about a volume without any room.
        await rm(join(mountPoint, 'new 0'));
      } finally {
        await tool('umount', mountPoint);
      }
      await expectSound(path, bytes, 4096);
      const source = await openFileSource(path);
      const ranges = await (await openNtfs(source)).allocatedRanges();
      await source.close();
      const used = ranges.reduce((sum, { length }) => sum + length, 0);
      expect(bytes - used).toBeLessThan(8 * MiB);
      const found = await extracted(path);
      for (const [name, hash] of content.hashes) expect(found.get(name)).toBe(hash);
    });
  }, 60_000);
});

/** What a volume's bitmap doesn't name, by its own tool. */
async function freeRanges(volume: Buffer): Promise<{ offset: number; length: number }[]> {
  const { offset, length } = { offset: 0, length: volume.length };
  const used = await (await openNtfs(bufferSource(volume))).allocatedRanges();
  return subtractRanges([{ offset, length }], used);
}

/** Writes files of 3 MiB until there is no more room. */
async function fill(folder: string): Promise<void> {
  const piece = randomBytes(3 * MiB);
  for (let i = 0; ; i += 1) {
    try {
      await writeFile(join(folder, `new ${String(i)}`), piece);
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
      expect(i).toBeGreaterThan(40);
      return;
    }
  }
}

describe('a volume that is not fit to be grown', () => {
  let folder: string;
  let built: Built;
  beforeAll(async () => {
    folder = await fresh();
    built = await build(folder, { bytes: 48 * MiB, clusterBytes: 4096 });
  }, 120_000);
  afterAll(async () => {
    await built.source.close();
    await remove(folder);
  });

  it.each([48 * MiB - SECTOR, 48 * MiB + 1, 0])('is not given %i bytes', async (partitionBytes) => {
    const growing = ntfsOverlay(built.source, { partitionBytes, serial: SERIAL, contents: [] });
    await expect(growing).rejects.toMatchObject({ code: 'internal' });
  });

  it('is refused when ntfsfix has marked it for chkdsk', async () => {
    const path = join(folder, 'dirty.ntfs');
    await tool('cp', '--sparse=always', built.path, path);
    await tool('ntfsfix', path);
    const source = await openFileSource(path);
    await expect(commonNtfsRanges(source)).rejects.toThrow(FileSystemError);
    const growing = ntfsOverlay(source, { partitionBytes: 64 * MiB, serial: SERIAL, contents: [] });
    await expect(growing).rejects.toThrow(/not closed properly/);
    await source.close();
  });

  it('never leads to anything but an overlay or a FileSystemError when it is damaged', async () => {
    const boot = await built.source.read(0, SECTOR);
    const table = Number(boot.readBigUInt64LE(48)) * 4096;
    const places = [0, ...[0, 1, 3, 6, 8].map((record) => table + record * 1024)];
    const change = fc.tuple(
      fc.constantFrom(...places),
      fc.nat({ max: 400 }),
      fc.constantFrom(0, 1, 4, 0x7f, 0x80, 0xff),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const damaged: ByteSource = {
          size: built.source.size,
          async read(offset, length) {
            const bytes = await built.source.read(offset, length);
            for (const [place, at, value] of changes) {
              const inside = place + at - offset;
              if (inside >= 0 && inside < length) bytes[inside] = value;
            }
            return bytes;
          },
        };
        try {
          await commonNtfsRanges(damaged);
          await ntfsOverlay(damaged, { partitionBytes: 400 * MiB, serial: SERIAL, contents: [] });
        } catch (error) {
          const refused = error instanceof StickError && error.message.includes('can’t be given');
          if (!refused) expect(error).toBeInstanceOf(FileSystemError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when it is no NTFS volume', async () => {
    const nothing = bufferSource(Buffer.alloc(MiB));
    await expect(commonNtfsRanges(nothing)).rejects.toThrow(FileSystemError);
    const growing = ntfsOverlay(nothing, { partitionBytes: MiB, serial: SERIAL, contents: [] });
    await expect(growing).rejects.toThrow(FileSystemError);
  });
});
