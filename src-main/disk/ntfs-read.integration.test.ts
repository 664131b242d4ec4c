import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { link, mkdir, open, readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../src-shared/units';
import { openFileSource, slice, type ByteSource, type FileSource } from '../io';
import type { ByteRange } from './extent';
import { FileSystemError } from './file-system-error';
import { openNtfs, type NtfsVolume } from './ntfs-read';
import { fresh, remove, tool, toolBytes } from './testing';
import { upcase } from './upcase';

/** Files in a folder and captured in a WIM, from which volumes are made. */
interface Content {
  folder: string;
  files: string;
  wim: string;
}

/** A volume that mkntfs made and wimlib filled. */
interface Made {
  folder: string;
  path: string;
  content: Content;
  source: FileSource;
  volume: NtfsVolume;
}

let withLargeFiles: Content;
let withSmallFiles: Content;
beforeAll(async () => {
  withLargeFiles = await makeContent(3 * MiB + 17);
  withSmallFiles = await makeContent(3000);
}, 120_000);
afterAll(async () => {
  await remove(withLargeFiles.folder);
  await remove(withSmallFiles.folder);
});

/** Enough to give a folder two levels of blocks and, in pieces, the file table several records. */
const MANY = 3000;

async function makeContent(largeBytes: number): Promise<Content> {
  const folder = await fresh();
  const files = join(folder, 'content');
  const wim = join(folder, 'content.wim');
  const deep = join(files, ...Array.from({ length: 40 }, (_, i) => `level ${String(i)}`));
  await mkdir(deep, { recursive: true });
  await writeFile(join(deep, 'bottom.txt'), 'bottom');
  await mkdir(join(files, 'many'));
  for (let i = 0; i < MANY; i += 1) {
    const name = `file number ${String(i)} äöü.dat`;
    await writeFile(join(files, 'many', name), Buffer.alloc(i % 1500, i));
  }
  await mkdir(join(files, 'Windows', 'System32', 'config'), { recursive: true });
  await writeFile(join(files, 'Windows', 'System32', 'config', 'SYSTEM'), noise(largeBytes));
  await link(join(files, 'Windows', 'System32', 'config', 'SYSTEM'), join(files, 'hard link'));
  await writeFile(join(files, '-Größe 磁盘 “x”.txt'), 'umlauts');
  await writeFile(join(files, `${'n'.repeat(80)}.txt`), 'long');
  await writeFile(join(files, 'empty'), '');
  const zeros = await open(join(files, 'zeros.bin'), 'w');
  await zeros.write('end', largeBytes);
  await zeros.close();
  await tool('wimlib-imagex', 'capture', files, wim, '--compress=none');
  return { folder, files, wim };
}

function noise(length: number): Buffer {
  const block = createHash('sha512').update(String(length)).digest();
  return Buffer.alloc(length, block);
}

/** Bits set in each byte of the bitmap before a volume is filled: where nothing is written. */
interface Obstacles {
  /** In the first 32 MiB, where the file table grows. */
  start: number;
  rest: number;
}

/** Marks free clusters as used, so that everything written afterwards is in pieces. */
async function obstruct(path: string, obstacles: Obstacles): Promise<void> {
  const info = await tool('ntfsinfo', '-i', '6', '-f', '-v', path);
  const lcn = Number.parseInt(/VCN\s+LCN\s+Length\s+0x0\s+(0x[0-9a-f]+)/.exec(info)?.[1] ?? '', 16);
  const bitmap = await toolBytes('ntfscat', '-f', '-i', '6', path);
  for (let byte = 2; byte < bitmap.length; byte += 1) {
    bitmap[byte] = (bitmap[byte] ?? 0) | (byte < 1024 ? obstacles.start : obstacles.rest);
  }
  const file = await open(path, 'r+');
  await file.write(bitmap, 0, bitmap.length, lcn * 4096);
  await file.close();
}

interface WindowsRecipe {
  content: () => Content;
  clusterBytes: number;
  bytes: number;
  obstacles?: Obstacles;
  /** What the obstacles spread over more runs than one record can name. */
  inPieces?: string;
}

/** Every large file is in so many pieces that one record can't name them. */
const FILES_IN_PIECES: WindowsRecipe = {
  content: () => withLargeFiles,
  clusterBytes: 4096,
  bytes: 200 * MiB,
  obstacles: { start: 0x01, rest: 0x55 },
  inPieces: '/hard link',
};
/** The file table itself is. ntfs-3g then can't store large files any more. */
const TABLE_IN_PIECES: WindowsRecipe = {
  content: () => withSmallFiles,
  clusterBytes: 4096,
  bytes: 100 * MiB,
  obstacles: { start: 0x55, rest: 0x55 },
  inPieces: '/$MFT',
};

async function make(recipe: WindowsRecipe): Promise<Made> {
  const folder = await fresh();
  try {
    return await makeIn(folder, recipe);
  } catch (error) {
    await remove(folder);
    throw error;
  }
}

async function makeIn(folder: string, recipe: WindowsRecipe): Promise<Made> {
  const content = recipe.content();
  const path = join(folder, 'volume.ntfs');
  await writeFile(path, '');
  await truncate(path, recipe.bytes);
  const geometry = ['-s', '512', '-p', '649216', '-H', '255', '-S', '63'];
  const size = ['-c', String(recipe.clusterBytes)];
  await tool('mkntfs', '-Q', '-F', '-q', '-L', 'Wíndows', ...geometry, ...size, path);
  if (recipe.obstacles) await obstruct(path, recipe.obstacles);
  await tool('wimlib-imagex', 'apply', content.wim, '1', path);
  const source = await openFileSource(path);
  return { folder, path, content, source, volume: await openNtfs(source) };
}

/** The runs of set bits, one cluster at a time. */
function rangesByHand(bitmap: Buffer, clusters: number, clusterBytes: number): ByteRange[] {
  const ranges: ByteRange[] = [];
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    if (((bitmap[cluster >> 3] ?? 0) & (1 << (cluster & 7))) === 0) continue;
    const last = ranges.at(-1);
    const offset = cluster * clusterBytes;
    if (last && last.offset + last.length === offset) last.length += clusterBytes;
    else ranges.push({ offset, length: clusterBytes });
  }
  return ranges;
}

function fileInfo(made: Made, path: string): Promise<string> {
  return tool('ntfsinfo', '-f', '-F', path, made.path);
}

const RECIPES: [string, WindowsRecipe][] = [
  ['of 4 KiB clusters', { content: () => withLargeFiles, clusterBytes: 4096, bytes: 80 * MiB }],
  [
    'of 512-byte clusters',
    { content: () => withLargeFiles, clusterBytes: 512, bytes: 80 * MiB + 512 },
  ],
  ['of 64 KiB clusters', { content: () => withLargeFiles, clusterBytes: 65536, bytes: 400 * MiB }],
  ['with files in pieces', FILES_IN_PIECES],
  ['with its file table in pieces', TABLE_IN_PIECES],
];

describe.each(RECIPES)('an NTFS volume %s, made by other tools', (_, recipe) => {
  let made: Made;
  beforeAll(async () => {
    made = await make(recipe);
  }, 120_000);
  afterAll(async () => {
    await made.source.close();
    await remove(made.folder);
  });

  it('needs several records for what was meant to be in pieces', async () => {
    const { inPieces } = recipe;
    const others = ['/hard link', '/$MFT'].filter((path) => path !== inPieces);
    if (inPieces) expect(await fileInfo(made, inPieces)).toContain('attribute $ATTRIBUTE_LIST');
    for (const path of others) expect(await fileInfo(made, path)).not.toContain('$ATTRIBUTE_LIST');
  });

  it('has the fields that ntfsinfo shows', async () => {
    const info = await tool('ntfsinfo', '-f', '-m', made.path);
    const { volume } = made;
    expect(info).toContain(`Cluster Size: ${String(volume.bytesPerCluster)}`);
    expect(info).toContain(`Volume Name: ${volume.label}`);
    expect(volume.label).toBe('Wíndows');
    expect(volume.hiddenSectors).toBe(649216);
    expect(volume.totalSectors).toBe(recipe.bytes / SECTOR - 1);
    expect(volume.dirty()).toBe(false);
    expect(await volume.bootSectorCopyMatches()).toBe(true);
    const serial = await tool('blkid', '-p', '-s', 'UUID', '-o', 'value', made.path);
    expect(volume.serial.toString(16).toUpperCase().padStart(16, '0')).toBe(serial.trim());
  });

  it('gives files with the content that went in', async () => {
    const { files } = made.content;
    const entries = await readdir(files, { withFileTypes: true, recursive: true });
    const some = entries.filter(({ name }, i) => !name.startsWith('file number') || i % 10 === 0);
    expect(some.length).toBeGreaterThan(MANY / 10);
    for (const entry of some) {
      const path = join(entry.parentPath, entry.name);
      const inside = path.slice(files.length);
      const found = await made.volume.find(upcase(inside).replaceAll('/', '\\'));
      expect(found?.isDirectory, inside).toBe(entry.isDirectory());
      if (!entry.isFile()) continue;
      const expected = await readFile(path);
      expect(found?.size).toBe(expected.length);
      const read = await made.volume.readFile(inside, 16 * MiB);
      expect(read.equals(expected), inside).toBe(true);
    }
  });

  it('lists every folder as it went in', async () => {
    for (const folder of ['/', '/many', '/windows/SYSTEM32']) {
      const names = (await made.volume.list(folder)).map(({ name }) => name);
      const inside = folder.startsWith('/w') ? '/Windows/System32' : folder;
      const expected = await readdir(join(made.content.files, inside));
      expect([...names].sort()).toEqual(expected.sort());
    }
  });

  it('has one record for both names of a hard link', async () => {
    const one = await made.volume.find('/hard link');
    const other = await made.volume.find('/Windows/System32/config/SYSTEM');
    expect(one).not.toBeNull();
    expect(one).toEqual(other);
  });

  it('says that a path is missing, too large or a folder', async () => {
    const { volume } = made;
    expect(await volume.find('/Windows/nothing')).toBeNull();
    expect(await volume.find('/empty/nothing')).toBeNull();
    expect(await volume.find('/')).toMatchObject({ isDirectory: true, mftReference: 5 });
    await expect(volume.readFile('/Windows', MiB)).rejects.toThrow(FileSystemError);
    await expect(volume.readFile('/hard link', 2999)).rejects.toThrow(/more than expected/);
    await expect(volume.list('/empty')).rejects.toThrow(FileSystemError);
  });

  it('has the allocated ranges that the bitmap names, and all behind the last cluster', async () => {
    const { volume, path } = made;
    const bitmap = await toolBytes('ntfscat', '-f', '-i', '6', path);
    const { bytesPerCluster, totalSectors } = volume;
    const clusters = Math.floor((totalSectors * SECTOR) / bytesPerCluster);
    const expected = rangesByHand(bitmap, clusters, bytesPerCluster);
    const end = clusters * bytesPerCluster;
    const last = expected.at(-1);
    if (last && last.offset + last.length === end) last.length += recipe.bytes - end;
    else expected.push({ offset: end, length: recipe.bytes - end });
    expect(await volume.allocatedRanges()).toEqual(expected);
  });

  it('is complete when only the allocated ranges are copied', async () => {
    const copy = join(made.folder, 'copy.ntfs');
    const file = await open(copy, 'w');
    for (const { offset, length } of await made.volume.allocatedRanges()) {
      for (let done = 0; done < length; done += MiB) {
        const piece = await made.source.read(offset + done, Math.min(MiB, length - done));
        await file.write(piece, 0, piece.length, offset + done);
      }
    }
    await file.close();
    expect(await tool('ntfsfix', '-n', copy)).toContain('processed successfully');
    const extracted = join(made.folder, 'copy.wim');
    await tool('wimlib-imagex', 'capture', copy, extracted, '--compress=none');
    const [from, to] = [made.content.wim, extracted];
    const hashes = async (wim: string): Promise<string[]> => {
      const detailed = await tool('wimlib-imagex', 'dir', wim, '--detailed');
      return [...detailed.matchAll(/^Hash\s+= 0x([0-9a-f]+)$/gm)].map(([, hash]) => hash ?? '');
    };
    expect((await hashes(to)).sort()).toEqual((await hashes(from)).sort());
  });
});

describe('a damaged NTFS volume', () => {
  it.each([[FILES_IN_PIECES], [TABLE_IN_PIECES]])(
    'never leads to anything but a result or a FileSystemError',
    async (recipe) => {
      const made = await make(recipe);
      try {
        const places = await damageablePlaces(made);
        const change = fc.tuple(
          fc.constantFrom(...places),
          fc.nat({ max: 1023 }),
          fc.constantFrom(0, 1, 4, 0x7f, 0x80, 0xff),
        );
        await fc.assert(
          fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
            const damaged = damagedSource(
              made.source,
              new Map(changes.map(([place, at, value]) => [place + at, value])),
            );
            try {
              const volume = await openNtfs(damaged);
              await volume.list('/many');
              await volume.readFile('/hard link', 16 * MiB);
              await volume.allocatedRanges();
            } catch (error) {
              expect(error).toBeInstanceOf(FileSystemError);
            }
          }),
          { numRuns: 50 },
        );
      } finally {
        await made.source.close();
        await remove(made.folder);
      }
    },
    120_000,
  );
});

/** Offsets of the boot sector, records of the file table and a block of a folder. */
async function damageablePlaces({ path, source, volume }: Made): Promise<number[]> {
  const boot = await source.read(0, 512);
  const mft = Number(boot.readBigUInt64LE(48)) * 4096;
  const places = [0, ...[0, 3, 5, 6, 10, 15, 16].map((record) => mft + record * 1024)];
  const folder = String((await volume.find('/many'))?.mftReference);
  const info = await tool('ntfsinfo', '-f', '-v', '-i', folder, path);
  const block = /INDEX_ALLOCATION[^]*?VCN\s+LCN\s+Length\s+0x0\s+(0x[0-9a-f]+)/.exec(info)?.[1];
  return [...places, Number.parseInt(block ?? '', 16) * 4096];
}

/** A source with other bytes at some offsets. */
function damagedSource(source: FileSource, changes: Map<number, number>): ByteSource {
  return {
    size: source.size,
    async read(offset, length) {
      const bytes = await source.read(offset, length);
      for (const [at, value] of changes) {
        if (at >= offset && at < offset + length) bytes[at - offset] = value;
      }
      return bytes;
    },
  };
}

describe('an NTFS volume that is not in order', () => {
  let folder: string;
  let path: string;
  beforeAll(async () => {
    folder = await fresh();
    path = join(folder, 'volume.ntfs');
    await writeFile(path, '');
    await truncate(path, 16 * MiB);
    await tool('mkntfs', '-Q', '-F', '-q', '-s', '512', path);
  });
  afterAll(() => remove(folder));

  it('is dirty after ntfsfix has marked it for chkdsk', async () => {
    await tool('ntfsfix', path);
    const source = await openFileSource(path);
    expect((await openNtfs(source)).dirty()).toBe(true);
    await source.close();
  });

  it('is refused when it is cut short', async () => {
    const source = await openFileSource(path);
    for (const size of [0, 511, 512, MiB, 16 * MiB - 1024]) {
      await expect(openNtfs(slice(source, 0, size))).rejects.toThrow(FileSystemError);
    }
    await source.close();
  });
});
