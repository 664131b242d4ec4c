import { createHash, randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import {
  appendFile,
  mkdir,
  open,
  readFile,
  rm,
  statfs,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KiB, MiB, SECTOR } from '../../src-shared/units';
import { bufferSource, openFileSource, type ByteSource } from '../io';
import { volumeExtents } from './block-map';
import { subtractRanges, unionRanges } from './byte-ranges';
import type { ByteRange, Extent } from './extent';
import { FileSystemError } from './file-system-error';
import {
  BITLOCKER_FILES,
  BITLOCKER_FOLDER,
  bitLockerAreas,
  placeBitLockerAreas,
  type BitLockerAreas,
} from './ntfs-bitlocker-areas';
import type { WritableVolume } from './ntfs-fence';
import { commonNtfsRanges, ntfsBootSectors, ntfsOverlay } from './ntfs-grow';
import { openNtfs } from './ntfs-read';
import { fresh, remove, tool, toolBytes, withFolder } from './testing';

const VOLUME = 48 * MiB;
const SERIAL = 0x0123_4567_89ab_cdefn;
const NOISE = 'old content of a drive ';

/** A volume made by mkntfs and filled through ntfs-3g. Its free clusters hold noise, as those of a drive do. */
async function volumeWith(
  folder: string,
  fill: (root: string) => Promise<void>,
  clusterBytes = 4096,
): Promise<string> {
  const path = join(folder, 'volume.ntfs');
  await writeFile(path, Buffer.alloc(VOLUME, NOISE));
  const geometry = ['-s', '512', '-p', '655360', '-H', '255', '-S', '63'];
  await tool('mkntfs', '-Q', '-F', '-q', ...geometry, '-c', String(clusterBytes), path);
  await mounted(path, fill);
  return path;
}

async function mounted(path: string, use: (root: string) => Promise<void>): Promise<void> {
  const root = `${path} mounted`;
  await mkdir(root, { recursive: true });
  await tool('ntfs-3g', path, root);
  try {
    await use(root);
  } finally {
    await tool('umount', root);
  }
}

/** The files somewhere, of another size and not of zeros. */
async function addFiles(root: string, more = 5000): Promise<void> {
  await mkdir(join(root, BITLOCKER_FOLDER), { recursive: true });
  for (const { path, bytes } of BITLOCKER_FILES) {
    await writeFile(join(root, path), randomBytes(bytes + more));
  }
}

/** All room is taken by files of one cluster, some of which go again, and a few runs of more. */
async function fragment(root: string): Promise<void> {
  await mkdir(join(root, 'filler'));
  const file = (i: number): string => join(root, 'filler', String(i));
  let made = 0;
  for (let full = false; !full; made += 1) {
    full = await writeFile(file(made), randomBytes(16 * KiB)).then(
      () => false,
      () => true,
    );
  }
  for (let i = 0; i < made; i += 1) {
    if (i % 3 === 0 || i % 300 < 40) await rm(file(i), { force: true });
  }
}

async function inFile<T>(path: string, use: (volume: WritableVolume) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    return await use({
      size,
      async read(offset, length) {
        const bytes = Buffer.alloc(length);
        const { bytesRead } = await handle.read(bytes, 0, length, offset);
        expect(bytesRead).toBe(length);
        return bytes;
      },
      async write(offset, bytes) {
        await handle.write(bytes, 0, bytes.length, offset);
      },
    });
  } finally {
    await handle.close();
  }
}

async function areasIn(path: string): Promise<BitLockerAreas> {
  const areas = await inFile(path, bitLockerAreas);
  if (!areas) throw new Error('there are no areas');
  return areas;
}

/** What isn't part of a stick's encrypted data: the first 8 KiB, the metadata and the backup. */
function replaced({ metadataAt, backupAt }: BitLockerAreas): ByteRange[] {
  return unionRanges([
    { offset: 0, length: 8 * KiB },
    ...metadataAt.map((offset) => ({ offset, length: 64 * KiB })),
    { offset: backupAt, length: 8 * KiB },
  ]);
}

/** One run for each file, as ntfscluster sees it: first byte by path. */
async function placesByTool(path: string): Promise<Map<string, number>> {
  const places = new Map<string, number>();
  for (const file of BITLOCKER_FILES) {
    const runs = await tool('ntfscluster', '-v', '-F', file.path, path);
    const data = runs.slice(runs.indexOf('0x80 - non-resident'));
    const rows = [...data.matchAll(/^ +(\d+) +(\d+) +(\d+)$/gm)].map((row) =>
      row.slice(1).map(Number),
    );
    expect(rows, file.path).toHaveLength(1);
    const [vcn, lcn, clusters] = rows[0] ?? [];
    expect([vcn, clusters], file.path).toEqual([0, file.bytes / 4096]);
    places.set(file.path, (lcn ?? 0) * 4096);
  }
  return places;
}

async function expectInOrder(path: string): Promise<void> {
  expect(await tool('ntfsfix', '-n', path)).toContain('processed successfully');
  const areas = await areasIn(path);
  const byTool = await placesByTool(path);
  expect([...areas.metadataAt, areas.backupAt, areas.extraAt]).toEqual(
    BITLOCKER_FILES.map((file) => byTool.get(file.path)),
  );
  for (const file of BITLOCKER_FILES) {
    const content = await toolBytes('ntfscat', path, file.path);
    expect(content.equals(Buffer.alloc(file.bytes)), file.path).toBe(true);
  }
}

/** ntfsinfo can't read the index of a folder with more. */
const MOST_ENTRIES = 300;

/** The sizes that the folder itself repeats for its files. */
async function expectSizesInFolder(path: string): Promise<void> {
  const dump = await tool('ntfsinfo', '-v', '-F', BITLOCKER_FOLDER, path);
  const entries = dump.split('Entry length');
  for (const file of BITLOCKER_FILES) {
    const entry = entries.find((one) => one.includes(`'${basename(file.path)}'`));
    expect(entry, file.path).toMatch(new RegExp(`Allocated Size:\\s+${String(file.bytes)} `));
    expect(entry, file.path).toMatch(new RegExp(`Data Size:\\s+${String(file.bytes)} `));
  }
}

async function place(path: string): Promise<void> {
  expect(await inFile(path, placeBitLockerAreas)).toBe(true);
}

describe('BitLocker’s files in a volume', () => {
  it('get one extent each, of zeros: three back to back, the other copies far away', () =>
    withFolder(async (folder) => {
      const path = await volumeWith(folder, (root) => addFiles(root));
      await place(path);
      await expectInOrder(path);
      const { metadataAt, backupAt, extraAt } = await areasIn(path);
      expect([backupAt, extraAt]).toEqual([metadataAt[0] + 64 * KiB, metadataAt[0] + 72 * KiB]);
      expect(metadataAt[1]).toBeGreaterThanOrEqual(VOLUME / 2);
      expect(metadataAt[2]).toBeGreaterThanOrEqual((VOLUME / 8) * 7 - 8 * KiB);
    }));

  it('find a place between other files in a volume that is full of them, and harm none', () =>
    withFolder(async (folder) => {
      const kept = randomBytes(3 * MiB);
      const path = await volumeWith(folder, async (root) => {
        await writeFile(join(root, 'kept'), kept);
        await addFiles(root);
        await fragment(root);
      });
      const before = await hashes(path, '/filler');
      await place(path);
      await expectInOrder(path);
      expect((await toolBytes('ntfscat', path, '/kept')).equals(kept)).toBe(true);
      expect(await hashes(path, '/filler')).toEqual(before);
    }));

  it('are left alone where there is no room for one extent', () =>
    withFolder(async (folder) => {
      const path = await volumeWith(folder, async (root) => {
        await addFiles(root);
        const { bavail, bsize } = await statfs(root);
        await writeFile(join(root, 'large'), Buffer.alloc(bavail * bsize - 128 * KiB));
      });
      const before = sha256(await readFile(path));
      expect(await inFile(path, placeBitLockerAreas)).toBe(false);
      expect(sha256(await readFile(path))).toBe(before);
    }));

  it.each([0, 150, 900])('may lie in a folder of %i other files, whose order stays', (count) =>
    withFolder(async (folder) => {
      const others = Array.from({ length: count }, (_, i) => `fve2.other ${String(i)} of many`);
      const path = await volumeWith(folder, async (root) => {
        await mkdir(join(root, BITLOCKER_FOLDER));
        for (const name of others) await writeFile(join(root, BITLOCKER_FOLDER, name), name);
        await addFiles(root);
      });
      const before = await tool('ntfsls', '-p', BITLOCKER_FOLDER, path);
      await place(path);
      await expectInOrder(path);
      expect(await tool('ntfsls', '-p', BITLOCKER_FOLDER, path)).toBe(before);
      const listed = await inFile(path, async (volume) =>
        (await openNtfs(volume)).list(BITLOCKER_FOLDER),
      );
      const wanted = [...others, ...BITLOCKER_FILES.map((file) => basename(file.path))];
      expect(listed.map(({ name }) => name)).toEqual(
        wanted.sort((a, b) => (a.toUpperCase() < b.toUpperCase() ? -1 : 1)),
      );
      await mounted(path, async (root) => {
        for (const name of others.filter((_, i) => i % 45 === 0)) {
          expect(await readFile(join(root, BITLOCKER_FOLDER, name), 'utf8')).toBe(name);
        }
      });
      if (count < MOST_ENTRIES) await expectSizesInFolder(path);
    }),
  );

  it('stay what they are when the volume is filled to its end', () =>
    withFolder(async (folder) => {
      const path = await volumeWith(folder, (root) => addFiles(root));
      await place(path);
      const areas = await areasIn(path);
      const mark = randomBytes(64 * KiB);
      const marked = [...areas.metadataAt, areas.backupAt, areas.extraAt];
      await inFile(path, async (volume) => {
        for (const [i, { bytes }] of BITLOCKER_FILES.entries()) {
          await volume.write(marked[i] ?? 0, mark.subarray(0, bytes));
        }
      });
      const written = new Map<string, string>();
      await mounted(path, (root) => fillUp(root, written));
      expect(written.size).toBeGreaterThan(20);
      const used = await inFile(path, async (volume) => (await openNtfs(volume)).usedClusters());
      expect(used.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(VOLUME - 64 * KiB);
      expect(await areasIn(path)).toEqual(areas);
      await inFile(path, async (volume) => {
        for (const [i, { bytes }] of BITLOCKER_FILES.entries()) {
          const there = await volume.read(marked[i] ?? 0, bytes);
          expect(there.equals(mark.subarray(0, bytes))).toBe(true);
        }
      });
      expect(await tool('ntfsfix', '-n', path)).toContain('processed successfully');
      for (const [name, hash] of written) {
        expect(sha256(await toolBytes('ntfscat', path, `/${name}`)), name).toBe(hash);
      }
    }));
});

/** Files of 1 MiB, then ever smaller ones, until not a cluster is free. */
async function fillUp(root: string, written: Map<string, string>): Promise<void> {
  for (let bytes = MiB; bytes >= 4 * KiB; bytes /= 4) {
    for (;;) {
      const name = `new ${String(written.size)}`;
      const content = randomBytes(bytes);
      try {
        await writeFile(join(root, name), content);
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
        await rm(join(root, name), { force: true });
        break;
      }
      written.set(name, sha256(content));
    }
  }
}

describe('what sticks have in common, and what each has of its own, without BitLocker’s areas', () => {
  let folder: string;
  let path: string;
  let source: Awaited<ReturnType<typeof openFileSource>>;
  let areas: BitLockerAreas;
  const own = randomBytes(64 * KiB);
  const ownPath = '/Windows/own.xml';
  const large = randomBytes(5 * MiB + 17);
  beforeAll(async () => {
    folder = await fresh();
    path = await volumeWith(folder, async (root) => {
      await mkdir(join(root, 'Windows'));
      await writeFile(join(root, ownPath), Buffer.alloc(64 * KiB, ' '));
      await writeFile(join(root, 'large'), large);
      await addFiles(root);
    });
    await place(path);
    areas = await areasIn(path);
    source = await openFileSource(path);
  }, 120_000);
  afterAll(async () => {
    await source.close();
    await remove(folder);
  });

  it.each([VOLUME, VOLUME + SECTOR, 3 * VOLUME + 7 * SECTOR, 700 * MiB])(
    'make, with these areas put in from elsewhere, the volume of %i bytes that they make without',
    async (partitionBytes) => {
      const leftOut = replaced(areas);
      const identity = {
        partitionBytes,
        serial: SERIAL,
        contents: [{ path: ownPath, bytes: own }],
      };
      const common = await commonNtfsRanges(source, 0, [ownPath], leftOut);
      const overlay = await ntfsOverlay(source, { ...identity, leftOut });
      const boot = await ntfsBootSectors(source, { partitionBytes, serial: SERIAL });

      const written = [...common, ...placesOn(overlay.extents), ...leftOut];
      const ascending = written.sort((a, b) => a.offset - b.offset);
      ascending.reduce((end, { offset, length }) => {
        expect(offset).toBeGreaterThanOrEqual(end);
        return offset + length;
      }, 0);
      const plain = await ntfsOverlay(source, identity);
      const whole = await commonNtfsRanges(source, 0, [ownPath]);
      expect(unionRanges(written)).toEqual(unionRanges([...whole, ...placesOn(plain.extents)]));

      const stick = join(folder, 'stick.ntfs');
      await writeFile(stick, '');
      await truncate(stick, partitionBytes);
      await inFile(stick, async (target) => {
        await copy(source, volumeExtents(common, 0), target);
        await copy(bufferSource(overlay.bytes), overlay.extents, target);
        await target.write(0, boot);
      });
      await expectInOrder(stick);
      expect(await areasIn(stick)).toEqual(areas);
      expect((await toolBytes('ntfscat', stick, ownPath)).equals(own)).toBe(true);
      expect((await toolBytes('ntfscat', stick, '/large')).equals(large)).toBe(true);
      await inFile(stick, async (volume) => {
        const opened = await openNtfs(volume);
        expect(opened.serial).toBe(SERIAL);
        expect(opened.totalSectors).toBe(partitionBytes / SECTOR - 1);
        expect(await opened.bootSectorCopyMatches()).toBe(true);
      });
    },
  );

  it('leave nothing out that nobody asked for', async () => {
    const without = await commonNtfsRanges(source, 0, [], replaced(areas));
    const all = await commonNtfsRanges(source, 0, []);
    const missing = subtractRanges(all, without);
    // The first cluster is each stick's own in any case.
    expect(missing).toEqual(subtractRanges(replaced(areas), [{ offset: 0, length: 4096 }]));
  });

  it('don’t make boot sectors for a partition that the volume doesn’t fit', async () => {
    const making = ntfsBootSectors(source, { partitionBytes: VOLUME - SECTOR, serial: SERIAL });
    await expect(making).rejects.toMatchObject({ code: 'internal' });
    const nothing = ntfsBootSectors(bufferSource(Buffer.alloc(MiB)), {
      partitionBytes: MiB,
      serial: SERIAL,
    });
    await expect(nothing).rejects.toThrow(FileSystemError);
  });

  it('are never found in a damaged volume but by a FileSystemError', async () => {
    const places = [0, ...(await recordOffsets(source)), ...(await indexBlocks(source))];
    const change = fc.tuple(
      fc.constantFrom(...places),
      fc.nat({ max: 1100 }),
      fc.constantFrom(0, 1, 4, 0x7f, 0x80, 0xff),
    );
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        try {
          const found = await bitLockerAreas(damaged(source, changes));
          if (found) expect(found.metadataAt).toHaveLength(3);
        } catch (error) {
          expect(error).toBeInstanceOf(FileSystemError);
          refused += 1;
        }
        try {
          await placeBitLockerAreas(inMemoryOnly(damaged(source, changes)));
        } catch (error) {
          expect(error).toBeInstanceOf(FileSystemError);
        }
      }),
      { numRuns: 150 },
    );
    expect(refused).toBeGreaterThan(10);
  });
});

/** Offsets of the file table's records of root, folder and files. */
async function recordOffsets(source: ByteSource): Promise<number[]> {
  const volume = await openNtfs(source);
  const paths = ['/', BITLOCKER_FOLDER, ...BITLOCKER_FILES.map((file) => file.path)];
  const offsets: number[] = [];
  for (const path of paths) {
    const found = await volume.find(path);
    if (!found) throw new Error(`there is no ${path}`);
    offsets.push(volume.placeOfRecord(found.mftReference).offset);
  }
  return offsets;
}

/** Offsets of the blocks of folders. */
async function indexBlocks(source: ByteSource): Promise<number[]> {
  const offsets: number[] = [];
  const whole = await source.read(0, source.size);
  for (let at = 0; at < whole.length; at += 4096) {
    if (whole.toString('latin1', at, at + 4) === 'INDX') offsets.push(at);
  }
  expect(offsets.length).toBeGreaterThan(0);
  return offsets;
}

function damaged(source: ByteSource, changes: readonly [number, number, number][]): ByteSource {
  return {
    size: source.size,
    async read(offset, length) {
      const bytes = Buffer.from(await source.read(offset, length));
      for (const [place, at, value] of changes) {
        const inside = place + at - offset;
        if (inside >= 0 && inside < length) bytes[inside] = value;
      }
      return bytes;
    },
  };
}

/** What is written stays in memory and is what is read later. */
function inMemoryOnly(source: ByteSource): WritableVolume {
  const pieces: { offset: number; bytes: Buffer }[] = [];
  return {
    size: source.size,
    async read(offset, length) {
      const bytes = Buffer.from(await source.read(offset, length));
      for (const piece of pieces) {
        const from = Math.max(offset, piece.offset);
        const to = Math.min(offset + length, piece.offset + piece.bytes.length);
        if (from < to) {
          piece.bytes.copy(bytes, from - offset, from - piece.offset, to - piece.offset);
        }
      }
      return bytes;
    },
    write(offset, bytes) {
      expect(offset >= 0 && offset + bytes.length <= source.size).toBe(true);
      pieces.push({ offset, bytes: Buffer.from(bytes) });
      return Promise.resolve();
    },
  };
}

describe('a volume that doesn’t have BitLocker’s files as they have to be', () => {
  it('says so', () =>
    withFolder(async (folder) => {
      const path = await volumeWith(folder, (root) => writeFile(join(root, 'file'), 'text'));
      expect(await inFile(path, bitLockerAreas)).toBeNull();
      await expect(inFile(path, placeBitLockerAreas)).rejects.toThrow(FileSystemError);

      const [first, second] = BITLOCKER_FILES;
      await mounted(path, async (root) => {
        await addFiles(root, 0);
        await rm(join(root, second?.path ?? ''));
      });
      await expect(inFile(path, bitLockerAreas)).rejects.toThrow('there is no file');

      await mounted(path, async (root) => {
        await addFiles(root, 0);
        await appendFile(join(root, first?.path ?? ''), 'more');
      });
      await expect(inFile(path, bitLockerAreas)).rejects.toThrow('not one extent of 65536 bytes');

      await mounted(path, async (root) => {
        await rm(join(root, first?.path ?? ''));
        await writeFile(join(root, first?.path ?? ''), 'in the record');
      });
      await expect(inFile(path, bitLockerAreas)).rejects.toThrow('no clusters of its own');
    }));

  it('says so when two of them share their clusters', () =>
    withFolder(async (folder) => {
      const path = await volumeWith(folder, (root) => addFiles(root));
      await place(path);
      const [first, second] = BITLOCKER_FILES;
      await inFile(path, async (volume) => {
        const opened = await openNtfs(volume);
        const recordOf = async (of: string): Promise<Buffer> => {
          const found = await opened.find(of);
          const { offset, length } = opened.placeOfRecord(found?.mftReference ?? 0);
          return Buffer.from(await volume.read(offset, length));
        };
        const one = await recordOf(first?.path ?? '');
        const other = await recordOf(second?.path ?? '');
        // The first LCN of a run of 16 clusters: widths, 0x10, and the LCN, in equal records.
        const pairs = one.findIndex(
          (byte, i) => /^[23]1$/.test(byte.toString(16)) && one[i + 1] === 16 && i > 300,
        );
        const otherPairs = other.findIndex(
          (byte, i) => /^[23]1$/.test(byte.toString(16)) && other[i + 1] === 16 && i > 300,
        );
        expect(pairs).toBeGreaterThan(300);
        other.fill(0, otherPairs, otherPairs + 8);
        one.copy(other, otherPairs, pairs, pairs + 6);
        const found = await opened.find(second?.path ?? '');
        await volume.write(opened.placeOfRecord(found?.mftReference ?? 0).offset, other);
      });
      await expect(inFile(path, bitLockerAreas)).rejects.toThrow('share a place');
    }));

  it('is refused when its clusters are larger than the backup of the boot sectors', () =>
    withFolder(async (folder) => {
      const path = await volumeWith(folder, (root) => addFiles(root), 16 * KiB);
      await expect(inFile(path, placeBitLockerAreas)).rejects.toThrow(FileSystemError);
    }));
});

function placesOn(extents: readonly Extent[]): ByteRange[] {
  return extents.map(({ targetOffset, length }) => ({ offset: targetOffset, length }));
}

async function copy(
  from: ByteSource,
  extents: readonly Extent[],
  target: WritableVolume,
): Promise<void> {
  for (const { sourceOffset, targetOffset, length } of extents) {
    await target.write(targetOffset, await from.read(sourceOffset, length));
  }
}

/** SHA-256 of all files of a folder. */
async function hashes(path: string, folder: string): Promise<string> {
  const lines: string[] = [];
  await mounted(path, async (root) => {
    const { stdout } = await promisify(execFile)(
      'sh',
      ['-c', 'cd "$0" && sha256sum *', join(root, folder)],
      {
        maxBuffer: 64 * MiB,
      },
    );
    lines.push(stdout);
  });
  return lines.join('');
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
