import { writeFile } from 'node:fs/promises';
import {
  commonNtfsRanges,
  exfatAllocatedRanges,
  extentBytes,
  hashChunks,
  ntfsOverlay,
  volumeExtents,
  type BlockMap,
  type ByteRange,
  type Extent,
} from '../disk';
import type { Running } from '../host';
import { openFileSource, type FileSource } from '../io';

/*
 * What has to be written of each volume: what its file system says is in use, because a cluster can be
 * allocated and still be a hole in the file.
 */

/** What all sticks with this Windows have in common, from the volume's file. `startByte` of the target. */
export function mapWindows(path: string, startByte: number, running: Running): Promise<BlockMap> {
  return mapFile(path, running, async (source) =>
    volumeExtents(await commonNtfsRanges(source, startByte), startByte),
  );
}

/** How many bytes that are. */
export async function windowsBytes(path: string, startByte: number): Promise<number> {
  const source = await openFileSource(path);
  try {
    return extentBytes(await commonNtfsRanges(source, startByte));
  } finally {
    await source.close();
  }
}

/** What is in use of the file system in a file. */
export function mapExfat(path: string, startByte: number, signal: AbortSignal): Promise<BlockMap> {
  return mapFile(path, quiet(signal), async (source) =>
    volumeExtents(await exfatAllocatedRanges(source), startByte),
  );
}

/** Known ranges of a volume in a file, in bytes. */
export function mapRanges(
  path: string,
  ranges: readonly ByteRange[],
  startByte: number,
  signal: AbortSignal,
): Promise<BlockMap> {
  return mapFile(path, quiet(signal), () => Promise.resolve(volumeExtents(ranges, startByte)));
}

/**
 * The few clusters in which a stick's Windows partition differs from the common volume: its size in
 * bytes and its serial number (16 hexadecimal digits). They are put into the file `overlayPath`.
 */
export async function mapOverlay(
  volumePath: string,
  overlayPath: string,
  partition: { startByte: number; bytes: number; serial: string },
  signal: AbortSignal,
): Promise<BlockMap> {
  const source = await openFileSource(volumePath);
  try {
    const { bytes, extents } = await ntfsOverlay(source, {
      partitionBytes: partition.bytes,
      serial: BigInt(`0x${partition.serial}`),
    });
    await writeFile(overlayPath, bytes, { mode: 0o600 });
    const placed = extents.map(({ targetOffset, ...rest }) => ({
      ...rest,
      targetOffset: partition.startByte + targetOffset,
    }));
    return await mapFile(overlayPath, quiet(signal), () => Promise.resolve(placed));
  } finally {
    await source.close();
  }
}

async function mapFile(
  path: string,
  running: Running,
  extentsOf: (source: FileSource) => Promise<Extent[]>,
): Promise<BlockMap> {
  const source = await openFileSource(path);
  try {
    const chunks = await hashChunks(await extentsOf(source), source, running);
    return { path, sizeBytes: source.size, chunks };
  } finally {
    await source.close();
  }
}

function quiet(signal: AbortSignal): Running {
  return { signal, onProgress: () => undefined };
}
