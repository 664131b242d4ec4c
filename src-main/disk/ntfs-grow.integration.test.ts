import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../src-shared/units';
import { bufferSource, openFileSource, type ByteSource, type FileSource } from '../io';
import { volumeExtents } from './block-map';
import type { Extent } from './extent';
import { commonNtfsRanges, ntfsOverlay, type NtfsOverlay } from './ntfs-grow';
import { fresh, remove, tool, withFolder } from './testing';

const SERIAL = 0x0123_4567_89ab_cdefn;
const START_LBA = 655_360;

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
  const overlay = await ntfsOverlay(built.source, { partitionBytes, serial: SERIAL });
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
