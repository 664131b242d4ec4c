import { MiB } from '../../src-shared/units';
import type { ByteSource } from '../io';
import { fillBits } from './bitmap';
import { subtractRanges } from './byte-ranges';
import type { ByteRange } from './extent';
import { rangesOfRuns, readNtfsMetadata, tableZoneEnd, type NtfsMetadata } from './ntfs-metadata';
import { openNtfs } from './ntfs-read';

/** More than what will be written, since files end in part-filled clusters and folders grow in blocks. */
const SLACK = 1.11;
const PIECE_BYTES = MiB;

/** A volume in a file or on a device that can be changed. */
export interface WritableVolume extends ByteSource {
  /** Throws `io/write`. */
  write(offset: number, bytes: Buffer): Promise<void>;
}

/** What it takes to make a fenced volume whole again. */
export interface NtfsFence {
  /** First cluster behind the fence. */
  cluster: number;
  /** What was in use behind it, in bytes from the volume's start. */
  used: ByteRange[];
}

/**
 * Marks the clusters of a freshly made volume as used that lie behind the place that `budgetBytes`
 * need, so that ntfs-3g keeps together what it writes: left alone it spreads files over a large
 * volume, and a drive then rewrites each erase block many times. Nobody else may have the volume open.
 *
 * Null, and nothing is changed, when the volume ends before that place. Throws FileSystemError.
 */
export async function raiseFence(
  volume: WritableVolume,
  budgetBytes: number,
): Promise<NtfsFence | null> {
  const metadata = await readNtfsMetadata(volume);
  const { clusters, clusterBytes } = metadata.boot;
  const cluster = tableZoneEnd(metadata.boot) + Math.ceil((budgetBytes * SLACK) / clusterBytes);
  if (cluster >= clusters) return null;
  const used = await (await openNtfs(volume)).usedClusters();
  const before = { offset: 0, length: cluster * clusterBytes };
  await changeBits(volume, metadata, cluster, (bits, from, to) => {
    fillBits(bits, from, to, true);
  });
  return { cluster, used: subtractRanges(used, [before]) };
}

/**
 * Puts back what the bitmap said about the clusters behind a fence. What was allocated before it stays.
 * Nobody else may have the volume open. Throws FileSystemError.
 */
export async function liftFence(volume: WritableVolume, fence: NtfsFence): Promise<void> {
  const metadata = await readNtfsMetadata(volume);
  const { clusterBytes } = metadata.boot;
  await changeBits(volume, metadata, fence.cluster, (bits, from, to, firstCluster) => {
    fillBits(bits, from, to, false);
    for (const { offset, length } of fence.used) {
      const first = offset / clusterBytes - firstCluster;
      const end = first + length / clusterBytes;
      fillBits(bits, Math.max(first, from), Math.min(end, to), true);
    }
  });
}

/**
 * Has the bits changed from those of a cluster up to the volume's end, piece by piece. `change` gets a
 * piece of the bitmap, the bits of it that are meant, and the cluster of its bit 0.
 */
export async function changeBits(
  volume: WritableVolume,
  { boot, bitmap }: NtfsMetadata,
  cluster: number,
  change: (bits: Buffer, from: number, to: number, firstCluster: number) => void,
): Promise<void> {
  let firstCluster = 0;
  for (const range of rangesOfRuns(bitmap.runs, boot.clusterBytes)) {
    for (let done = 0; done < range.length; done += PIECE_BYTES) {
      const length = Math.min(PIECE_BYTES, range.length - done);
      const from = Math.max(cluster - firstCluster, 0);
      const to = Math.min(boot.clusters - firstCluster, length * 8);
      if (from < to) {
        const bits = Buffer.from(await volume.read(range.offset + done, length));
        change(bits, from, to, firstCluster);
        await volume.write(range.offset + done, bits);
      }
      firstCluster += length * 8;
    }
  }
}
