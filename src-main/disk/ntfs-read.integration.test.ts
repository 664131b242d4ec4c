import { createHash } from 'node:crypto';
import { mkdir, open, readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../src-shared/units';
import { openFileSource, slice, type FileSource } from '../io';
import type { ByteRange } from './extent';
import { FileSystemError } from './file-system-error';
import { openNtfs, type NtfsVolume } from './ntfs-read';
import { fresh, remove, tool, toolBytes } from './testing';
import { upcase } from './upcase';

/** A volume that mkntfs made and wimlib filled, with what went into it. */
interface Made {
  folder: string;
  path: string;
  content: string;
  source: FileSource;
  volume: NtfsVolume;
}

async function fill(content: string): Promise<void> {
  const deep = join(content, ...Array.from({ length: 40 }, (_, i) => `level ${String(i)}`));
  await mkdir(deep, { recursive: true });
  await writeFile(join(deep, 'bottom.txt'), 'bottom');
  const many = join(content, 'many');
  await mkdir(many);
  for (let i = 0; i < 3000; i += 1) {
    await writeFile(join(many, `file number ${String(i)} äöü.dat`), Buffer.alloc(i % 1500, i));
  }
  await mkdir(join(content, 'Windows', 'System32', 'config'), { recursive: true });
  await writeFile(join(content, 'Windows', 'System32', 'config', 'SYSTEM'), noise(3 * MiB + 17));
  await writeFile(join(content, '-Größe 磁盘 “x”.txt'), 'umlauts');
  await writeFile(join(content, `${'n'.repeat(80)}.txt`), 'long');
  await writeFile(join(content, 'empty'), '');
  const hole = await open(join(content, 'sparse.bin'), 'w');
  await hole.write('end', 5 * MiB);
  await hole.close();
}

function noise(length: number): Buffer {
  const block = createHash('sha512').update(String(length)).digest();
  return Buffer.alloc(length, block);
}

async function make(
  options: { clusterBytes: number; bytes: number },
  prepare: (path: string) => Promise<void> = () => Promise.resolve(),
): Promise<Made> {
  const folder = await fresh();
  const content = join(folder, 'content');
  await mkdir(content);
  await fill(content);
  await tool('ln', join(content, 'Windows/System32/config/SYSTEM'), join(content, 'hard link'));
  const path = join(folder, 'volume.ntfs');
  const wim = join(folder, 'content.wim');
  await writeFile(path, '');
  await truncate(path, options.bytes);
  const geometry = ['-s', '512', '-p', '649216', '-H', '255', '-S', '63'];
  const size = ['-c', String(options.clusterBytes)];
  await tool('mkntfs', '-Q', '-F', '-q', '-L', 'Wíndows', ...geometry, ...size, path);
  await prepare(path);
  await tool('wimlib-imagex', 'capture', content, wim, '--compress=none');
  await tool('wimlib-imagex', 'apply', wim, '1', path);
  const stream = join(folder, 'stream');
  await writeFile(stream, 'alternate');
  await tool('ntfscp', '-f', '-q', '-N', 'zone', path, stream, '/-Größe 磁盘 “x”.txt');
  const source = await openFileSource(path);
  return { folder, path, content, source, volume: await openNtfs(source) };
}

/**
 * Marks every second free cluster as used, so that everything written afterwards is in pieces.
 * `fromCluster` leaves the start of the volume, with the zone of the file table, as it is.
 */
async function fragment(path: string, fromCluster: number): Promise<void> {
  const info = await tool('ntfsinfo', '-i', '6', '-f', '-v', path);
  const lcn = Number.parseInt(/VCN\s+LCN\s+Length\s+0x0\s+(0x[0-9a-f]+)/.exec(info)?.[1] ?? '', 16);
  const clusterBytes = 4096;
  const bitmap = await toolBytes('ntfscat', '-f', '-i', '6', path);
  for (let byte = fromCluster / 8; byte < bitmap.length; byte += 1) {
    bitmap[byte] = (bitmap[byte] ?? 0) | 0x55;
  }
  const file = await open(path, 'r+');
  await file.write(bitmap, 0, bitmap.length, lcn * clusterBytes);
  await file.close();
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

describe.each([
  ['of 4 KiB clusters', { clusterBytes: 4096, bytes: 160 * MiB }, undefined],
  ['of 512-byte clusters', { clusterBytes: 512, bytes: 160 * MiB + 512 }, undefined],
  ['of 64 KiB clusters', { clusterBytes: 65536, bytes: 400 * MiB }, undefined],
  [
    'in thousands of pieces',
    { clusterBytes: 4096, bytes: 200 * MiB },
    (path: string) => fragment(path, 8192),
  ],
] as const)('an NTFS volume %s, made by other tools', (_, options, prepare) => {
  let made: Made;
  beforeAll(async () => {
    made = await make(options, prepare);
  }, 120_000);
  afterAll(async () => {
    await made.source.close();
    await remove(made.folder);
  });

  it('has the fields that ntfsinfo shows', async () => {
    const info = await tool('ntfsinfo', '-f', '-m', made.path);
    const { volume } = made;
    expect(info).toContain(`Cluster Size: ${String(volume.bytesPerCluster)}`);
    expect(info).toContain(`Volume Name: ${volume.label}`);
    expect(volume.label).toBe('Wíndows');
    expect(volume.hiddenSectors).toBe(649216);
    expect(volume.totalSectors).toBe(options.bytes / SECTOR - 1);
    expect(volume.dirty()).toBe(false);
    expect(await volume.bootSectorCopyMatches()).toBe(true);
    const serial = await tool('blkid', '-p', '-s', 'UUID', '-o', 'value', made.path);
    expect(volume.serial.toString(16).toUpperCase().padStart(16, '0')).toBe(serial.trim());
  });

  it('gives every file with the content that went in', async () => {
    let compared = 0;
    for (const entry of await readdir(made.content, { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath, entry.name);
      const inside = path.slice(made.content.length);
      const found = await made.volume.find(upcase(inside).replaceAll('/', '\\'));
      expect(found?.isDirectory, inside).toBe(entry.isDirectory());
      if (!entry.isFile()) continue;
      const expected = await readFile(path);
      expect(found?.size).toBe(expected.length);
      const read = await made.volume.readFile(inside, 16 * MiB);
      expect(read.equals(expected), inside).toBe(true);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(3000);
  });

  it('lists every folder as it went in', async () => {
    for (const folder of ['/', '/many', '/windows/SYSTEM32']) {
      const names = (await made.volume.list(folder)).map(({ name }) => name);
      const inside = folder.startsWith('/w') ? '/Windows/System32' : folder;
      const expected = await readdir(join(made.content, inside));
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
    await expect(volume.readFile('/hard link', MiB)).rejects.toThrow(/more than expected/);
    await expect(volume.list('/empty')).rejects.toThrow(FileSystemError);
  });

  it('has the allocated ranges that the bitmap names, and the end of the partition', async () => {
    const { volume, path } = made;
    const bitmap = await toolBytes('ntfscat', '-f', '-i', '6', path);
    const { bytesPerCluster, totalSectors } = volume;
    const clusters = Math.floor((totalSectors * SECTOR) / bytesPerCluster);
    const expected = rangesByHand(bitmap, clusters, bytesPerCluster);
    const end = totalSectors * SECTOR;
    const last = expected.at(-1);
    if (last && last.offset + last.length === end) last.length += options.bytes - end;
    else expected.push({ offset: end, length: options.bytes - end });
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
    const [from, to] = [join(made.folder, 'content.wim'), extracted];
    const hashes = async (wim: string): Promise<string[]> => {
      const detailed = await tool('wimlib-imagex', 'dir', wim, '--detailed');
      return [...detailed.matchAll(/^Hash\s+= 0x([0-9a-f]+)$/gm)].map(([, hash]) => hash ?? '');
    };
    const alternate = createHash('sha1').update('alternate').digest('hex');
    const expected = new Set([...(await hashes(from)), alternate]);
    expect(new Set(await hashes(to))).toEqual(expected);
  });
});

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
