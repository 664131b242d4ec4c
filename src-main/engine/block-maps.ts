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
  type FileContent,
} from '../disk';
import type { Running } from '../host';
import { openFileSource, type FileSource } from '../io';

/*
 * What has to be written of each volume: what its file system says is in use, because a cluster can be
 * allocated and still be a hole in the file.
 */

/** A Windows volume in a file, and what is known of it. */
export interface UnpackedVolume {
  path: string;
  /** Its place on the target. */
  startByte: number;
  /** Files of which each stick gets a content of its own: paths in the volume. */
  ownFiles: readonly string[];
}

/** What all sticks with this Windows have in common. */
export function mapWindows(
  { path, startByte, ownFiles }: UnpackedVolume,
  running: Running,
): Promise<BlockMap> {
  return mapFile(path, running, async (source) =>
    volumeExtents(await commonNtfsRanges(source, startByte, ownFiles), startByte),
  );
}

/** How many bytes that are. */
export async function windowsBytes({ path, startByte, ownFiles }: UnpackedVolume): Promise<number> {
  const source = await openFileSource(path);
  try {
    return extentBytes(await commonNtfsRanges(source, startByte, ownFiles));
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
 * The few clusters in which a stick's Windows volume differs from the common one: its size in bytes, its serial
 * number (16 hexadecimal digits), and the files of its own. They are put into the file `overlayPath`, which only
 * this user may read.
 */
export async function mapOverlay(
  volumePath: string,
  overlayPath: string,
  own: { startByte: number; bytes: number; serial: string; contents: readonly FileContent[] },
  signal: AbortSignal,
): Promise<BlockMap> {
  const source = await openFileSource(volumePath);
  try {
    const { bytes, extents } = await ntfsOverlay(source, {
      partitionBytes: own.bytes,
      serial: BigInt(`0x${own.serial}`),
      contents: own.contents,
    });
    await writeFile(overlayPath, bytes, { mode: 0o600 });
    const placed = extents.map(({ targetOffset, ...rest }) => ({
      ...rest,
      targetOffset: own.startByte + targetOffset,
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
