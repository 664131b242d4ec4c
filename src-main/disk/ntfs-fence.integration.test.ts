import { randomBytes } from 'node:crypto';
import { mkdir, open, truncate, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GiB, MiB } from '../../src-shared/units';
import { liftFence, raiseFence, type WritableVolume } from './ntfs-fence';
import { openNtfs } from './ntfs-read';
import { fresh, remove, tool, toolBytes } from './testing';

const FILES = 300;
const FILE_BYTES = 50_000;

let folder: string;
let handle: FileHandle;
let path: string;
beforeEach(async () => {
  folder = await fresh();
  path = join(folder, 'volume.ntfs');
});
afterEach(async () => {
  await handle.close();
  await remove(folder);
});

/** A fresh volume, and how to change it. */
async function make(bytes: number): Promise<WritableVolume> {
  await writeFile(path, '');
  await truncate(path, bytes);
  await tool('mkntfs', '-Q', '-F', '-q', '-s', '512', '-c', '4096', path);
  const opened = await open(path, 'r+');
  handle = opened;
  return {
    size: bytes,
    async read(offset, length) {
      const { buffer } = await opened.read(Buffer.alloc(length), 0, length, offset);
      return buffer;
    },
    async write(offset, piece) {
      await opened.write(piece, 0, piece.length, offset);
    },
  };
}

async function makeWim(): Promise<string> {
  const tree = join(folder, 'tree');
  await mkdir(tree);
  for (let i = 0; i < FILES; i += 1) {
    await writeFile(join(tree, `file ${String(i)}`), randomBytes(FILE_BYTES));
  }
  const wim = join(folder, 'content.wim');
  await tool('wimlib-imagex', 'capture', tree, wim, '--compress=none');
  return wim;
}

const bitmapOf = (): Promise<Buffer> => toolBytes('ntfscat', '-f', '-i', '6', path);

function bitAt(bitmap: Buffer, cluster: number): boolean {
  return ((bitmap[cluster >> 3] ?? 0) & (1 << (cluster & 7))) !== 0;
}

async function usedEnds(volume: WritableVolume): Promise<number[]> {
  const ranges = await (await openNtfs(volume)).usedClusters();
  return ranges.map(({ offset, length }) => offset + length);
}

describe('a fence in a fresh volume', () => {
  it.each([
    ['of 1 GiB', GiB],
    ['of 2 TiB, whose bitmap is written in many pieces', 2048 * GiB],
    ['of an odd size', GiB + 4096 * 13 + 512],
  ])('%s marks all behind it as used, and gives exactly that back', async (_, bytes) => {
    const volume = await make(bytes);
    const before = await bitmapOf();
    const fence = await raiseFence(volume, 100 * MiB);
    if (!fence) throw new Error('there is no fence');
    const raised = await bitmapOf();
    const at = fence.cluster >> 3;
    expect(raised.subarray(0, at).equals(before.subarray(0, at))).toBe(true);
    expect(bitAt(raised, fence.cluster - 1)).toBe(bitAt(before, fence.cluster - 1));
    expect(bitAt(raised, fence.cluster)).toBe(true);
    const behind = raised.subarray(at + 1);
    expect(behind.equals(Buffer.alloc(behind.length, 0xff))).toBe(true);

    await liftFence(volume, fence);
    expect((await bitmapOf()).equals(before)).toBe(true);
  });

  it('is not needed where the volume ends before it', async () => {
    const volume = await make(128 * MiB);
    const before = await bitmapOf();
    expect(await raiseFence(volume, 110 * MiB)).toBeNull();
    expect((await bitmapOf()).equals(before)).toBe(true);
  });

  it('keeps what is unpacked before it, and leaves that in place when it is lifted', async () => {
    const wim = await makeWim();
    const volume = await make(20 * GiB);
    const original = await usedEnds(volume);
    const fence = await raiseFence(volume, FILES * FILE_BYTES * 1.2);
    if (!fence) throw new Error('there is no fence');
    await tool('wimlib-imagex', 'apply', wim, '1', path);
    await liftFence(volume, fence);

    const ends = await usedEnds(volume);
    const behind = (list: number[]): number[] => list.filter((end) => end > fence.cluster * 4096);
    expect(behind(ends)).toEqual(behind(original));
    expect(await tool('ntfsfix', '-n', path)).toContain('processed successfully');
    const info = await tool('ntfsresize', '--info', '--force', '--no-progress-bar', path);
    expect(info).toContain('Accounting clusters');
    const captured = join(folder, 'captured.wim');
    await tool('wimlib-imagex', 'capture', path, captured, '--compress=none');
    const hashes = async (file: string): Promise<string[]> => {
      const detailed = await tool('wimlib-imagex', 'dir', file, '--detailed');
      return [...detailed.matchAll(/^Hash\s+= 0x([0-9a-f]+)$/gm)].map(([, hash]) => hash ?? '');
    };
    expect((await hashes(captured)).sort()).toEqual((await hashes(wim)).sort());
  });
});
