import { writeFile } from 'node:fs/promises';
import {
  commonNtfsRanges,
  extentBytes,
  hashChunks,
  ntfsBootSectors,
  ntfsOverlay,
  volumeExtents,
  withVolume,
  type BlockMap,
  type ByteRange,
  type Extent,
  type FileContent,
} from '../disk';
import type { Running } from '../host';
import { openFileSource, type ByteSource, type FileSource } from '../io';

/*
 * What has to be written of each volume: what its file system says is in use, because a cluster can be
 * allocated and still be a hole in the file.
 */

/** A Windows volume, and what is known of it. */
export interface UnpackedVolume {
  /** The file with it, which openVolumeFile reads. */
  path: string;
  /** Its place on the target. */
  startByte: number;
  /** Files of which each stick gets a content of its own: paths in the volume. */
  ownFiles: readonly string[];
  /**
   * Byte ranges of the volume, whole sectors, that each stick gets from elsewhere: where BitLocker keeps what it doesn't
   * encrypt. Absent: none.
   */
  leftOut?: readonly ByteRange[];
}

/** What all sticks with this Windows have in common. */
export function mapWindows(volume: UnpackedVolume, running: Running): Promise<BlockMap> {
  const { path, startByte } = volume;
  return withVolume(path, async ({ source, file, inFile }) => {
    const extents = volumeExtents(await commonRanges(source, volume), startByte);
    const chunks = await hashChunks(inFile(extents), file, running);
    return { path, sizeBytes: file.size, chunks };
  });
}

/** How many bytes that are. */
export function windowsBytes(volume: UnpackedVolume): Promise<number> {
  return withVolume(volume.path, async ({ source }) =>
    extentBytes(await commonRanges(source, volume)),
  );
}

function commonRanges(
  source: ByteSource,
  { startByte, ownFiles, leftOut }: UnpackedVolume,
): Promise<ByteRange[]> {
  return commonNtfsRanges(source, startByte, ownFiles, leftOut);
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

/** Extents whose places are in a volume, which begins at `startByte`. */
export function mapExtents(
  path: string,
  extents: readonly Extent[],
  startByte: number,
  signal: AbortSignal,
): Promise<BlockMap> {
  return mapFile(path, quiet(signal), () => Promise.resolve(shifted(extents, startByte)));
}

/** What a stick's Windows volume has of its own. */
export interface OwnVolume {
  /** Size of its partition. */
  bytes: number;
  /** Sector of the disk at which its partition starts. */
  startLba: number;
  /** Serial number: 16 hexadecimal digits. */
  serial: string;
  contents: readonly FileContent[];
}

/**
 * The few clusters in which a stick's Windows volume differs from the common one, without what is left out. They are put
 * into the file `overlayPath`, which only this user may read.
 */
export function mapOverlay(
  volumePath: string,
  overlayPath: string,
  own: OwnVolume & Pick<UnpackedVolume, 'startByte' | 'leftOut'>,
  signal: AbortSignal,
): Promise<BlockMap> {
  return withVolume(volumePath, async ({ source }) => {
    const { bytes, extents } = await ntfsOverlay(source, {
      ...identityOf(own),
      contents: own.contents,
      ...(own.leftOut ? { leftOut: own.leftOut } : {}),
    });
    await writeFile(overlayPath, bytes, { mode: 0o600 });
    const placed = shifted(extents, own.startByte);
    return mapFile(overlayPath, quiet(signal), () => Promise.resolve(placed));
  });
}

/** The first 8 KiB of a stick's Windows volume, in the clear. */
export function windowsBootSectors(
  volumePath: string,
  own: Omit<OwnVolume, 'contents'>,
): Promise<Buffer> {
  return withVolume(volumePath, ({ source }) => ntfsBootSectors(source, identityOf(own)));
}

function identityOf({ bytes, startLba, serial }: Omit<OwnVolume, 'contents'>) {
  return { partitionBytes: bytes, startLba, serial: BigInt(`0x${serial}`) };
}

function shifted(extents: readonly Extent[], by: number): Extent[] {
  return extents.map(({ targetOffset, ...rest }) => ({ ...rest, targetOffset: by + targetOffset }));
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
