import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partitionOf, planLayout } from '../../../src-shared/layout';
import { GiB, MiB, SECTOR } from '../../../src-shared/units';
import {
  CHUNK_BYTES,
  commonNtfsRanges,
  hashChunks,
  ntfsOverlay,
  openNtfs,
  subtractRanges,
  volumeExtents,
  type Chunk,
} from '../../disk';
import { bufferSource, chunkHasher, openFileSource } from '../../io';
import { runTool } from '../run-tool';
import { buildWindowsVolume } from './build-windows';
import { buildScripts } from './test-support/build-scripts';
import { makePracticeWim, type PracticeWim } from './test-support/practice-wim';
import { plainRequest } from '../../../src-shared/testing';

const FILES = 1500;
const FILE_BYTES = 60_001;
const NEEDED_BYTES = FILES * (FILE_BYTES + 2048);

/** A volume that these files just fit in. */
const TIGHT_BYTES = 112 * MiB;

const { signal } = new AbortController();
const running = { signal, onProgress: () => undefined };

let removeScripts: () => Promise<void>;
let folder: string;
let image: PracticeWim;
beforeAll(async () => {
  removeScripts = await buildScripts();
  folder = await mkdtemp(join(tmpdir(), 'windows-block-map-'));
  image = await makePracticeWim(folder, { payloadFiles: FILES, payloadBytes: FILE_BYTES });
}, 120_000);
afterAll(async () => {
  await removeScripts();
  await rm(folder, { recursive: true, force: true });
});

/** A build, and all that one stick of `diskBytes` gets of it. */
async function mapFor(
  build: { volumeBytes: number; fenceBytes: number | null },
  diskBytes: number,
): Promise<{ path: string; startByte: number; partitionBytes: number; maps: StickMaps }> {
  const layout = planLayout(plainRequest({ diskBytes, sharedBytes: 0, minimumWindowsBytes: MiB }));
  if ('problem' in layout) throw new Error('the drive is too small');
  const windows = partitionOf(layout, 'windows');
  if (!windows) throw new Error('the layout has no Windows partition');
  const path = join(folder, 'windows.ntfs');
  await rm(path, { force: true });
  await buildWindowsVolume(
    {
      ...build,
      wimParts: [image.wimPath],
      index: 1,
      place: 'new-file',
      volumePath: path,
      startLba: windows.startLba,
      label: 'Windows',
      edits: { registry: [], files: [], removals: [] },
      extractPaths: [],
      extractTo: join(folder, 'extracted'),
    },
    running,
  );
  const startByte = windows.startLba * SECTOR;
  const partitionBytes = windows.sectors * SECTOR;
  return { path, startByte, partitionBytes, maps: await mapsOf(path, startByte, partitionBytes) };
}

interface StickMaps {
  common: Chunk[];
  overlay: Chunk[];
  overlayBytes: Buffer;
}

async function mapsOf(path: string, startByte: number, partitionBytes: number): Promise<StickMaps> {
  const source = await openFileSource(path);
  try {
    const ranges = await commonNtfsRanges(source, startByte);
    const { bytes, extents } = await ntfsOverlay(source, {
      partitionBytes,
      serial: 1n,
      contents: [],
    });
    const moved = extents.map((one) => ({ ...one, targetOffset: startByte + one.targetOffset }));
    return {
      common: await hashChunks(volumeExtents(ranges, startByte), source, { signal }),
      overlay: await hashChunks(moved, bufferSource(bytes), { signal }),
      overlayBytes: bytes,
    };
  } finally {
    await source.close();
  }
}

function bytesOf(chunks: readonly { length: number }[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

describe.each([
  ['in a volume that just holds it', { volumeBytes: TIGHT_BYTES, fenceBytes: null }],
  ['in a large volume with a fence', { volumeBytes: 24 * GiB, fenceBytes: NEEDED_BYTES }],
])('the block map of Windows unpacked %s', (_, build) => {
  it('costs at most 5 % more than what is allocated, and makes the volume that was asked for', async () => {
    const { path, startByte, partitionBytes, maps } = await mapFor(build, 32 * GiB);
    const chunks = [...maps.common, ...maps.overlay].sort(
      (a, b) => a.targetOffset - b.targetOffset,
    );
    let end = startByte;
    for (const { targetOffset, length } of chunks) {
      expect(targetOffset).toBeGreaterThanOrEqual(end);
      end = targetOffset + length;
      expect(Math.floor(targetOffset / CHUNK_BYTES)).toBe(Math.floor((end - 1) / CHUNK_BYTES));
    }
    expect(end).toBe(startByte + partitionBytes);

    const partition = join(folder, 'partition.ntfs');
    await writePartition(partition, { startByte, partitionBytes }, path, maps);
    expect((await runTool('ntfsfix', ['-n', partition])).stdout).toContain(
      'processed successfully',
    );
    const source = await openFileSource(partition);
    const volume = await openNtfs(source);
    expect(volume.totalSectors).toBe(partitionBytes / SECTOR - 1);
    const allocated = await volume.allocatedRanges();
    const written = chunks.map(({ targetOffset, length }) => ({
      offset: targetOffset - startByte,
      length,
    }));
    expect(subtractRanges(allocated, written)).toEqual([]);
    expect(bytesOf(written)).toBeLessThanOrEqual(1.05 * bytesOf(allocated));
    for (const [file, content] of [...image.files].slice(0, 40)) {
      expect((await volume.readFile(file, MiB)).equals(content), file).toBe(true);
    }
    await source.close();
  }, 120_000);
});

it('leaves fewer erase blocks part-written than one of a large volume without a fence', async () => {
  const partlyWritten = async (volumeBytes: number, fenceBytes: number | null): Promise<number> => {
    const { maps } = await mapFor({ volumeBytes, fenceBytes }, 32 * GiB);
    const blocks = new Map<number, number>();
    for (const { targetOffset, length } of [...maps.common, ...maps.overlay]) {
      const block = Math.floor(targetOffset / CHUNK_BYTES);
      blocks.set(block, (blocks.get(block) ?? 0) + length);
    }
    return [...blocks.values()].filter((bytes) => bytes < CHUNK_BYTES).length;
  };
  const loose = await partlyWritten(24 * GiB, null);
  expect(await partlyWritten(24 * GiB, NEEDED_BYTES)).toBeLessThan(loose / 10);
  expect(await partlyWritten(TIGHT_BYTES, null)).toBeLessThan(loose / 10);
}, 120_000);

/** Puts every chunk where it belongs in the partition, after its hash was found right. */
async function writePartition(
  path: string,
  { startByte, partitionBytes }: { startByte: number; partitionBytes: number },
  volumePath: string,
  { common, overlay, overlayBytes }: StickMaps,
): Promise<void> {
  const hash = await chunkHasher();
  const volume = await openFileSource(volumePath);
  const file = await open(path, 'w');
  try {
    await file.truncate(partitionBytes);
    for (const [source, chunks] of [
      [volume, common],
      [bufferSource(overlayBytes), overlay],
    ] as const) {
      for (const { sourceOffset, targetOffset, length, hash: expected } of chunks) {
        const piece = await source.read(sourceOffset, length);
        expect(hash(piece)).toBe(expected);
        await file.write(piece, 0, length, targetOffset - startByte);
      }
    }
  } finally {
    await file.close();
    await volume.close();
  }
}
