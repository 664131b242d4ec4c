import {
  exfatAllocatedRanges,
  mergeExtents,
  openNtfs,
  volumeExtents,
  type ByteRange,
  type Extent,
} from '../disk';
import { openFileSource } from '../io';

/** A volume in a file, and where it goes on the stick. Values are bytes. */
interface VolumePlace {
  path: string;
  startByte: number;
  bytes: number;
}

export type StickVolume =
  | (VolumePlace & { kind: 'ntfs' })
  | (VolumePlace & { kind: 'exfat' })
  | (VolumePlace & { kind: 'ranges'; ranges: ByteRange[] });

/**
 * What has to be written of the volumes: allocated parts only, each read from the file system's own map, because a
 * cluster can be allocated and still be a hole in the file. Sources are numbered as the volumes are; the result is in the order
 * of the target.
 */
export async function collectExtents(volumes: readonly StickVolume[]): Promise<Extent[]> {
  const lists: Extent[][] = [];
  for (const [source, volume] of volumes.entries()) {
    lists.push(volumeExtents(source, await rangesOf(volume), volume.startByte));
  }
  return mergeExtents(...lists);
}

async function rangesOf(volume: StickVolume): Promise<ByteRange[]> {
  if (volume.kind === 'ranges') return volume.ranges;
  const source = await openFileSource(volume.path);
  try {
    return volume.kind === 'exfat'
      ? await exfatAllocatedRanges(source)
      : await (await openNtfs(source)).allocatedRanges();
  } finally {
    await source.close();
  }
}
