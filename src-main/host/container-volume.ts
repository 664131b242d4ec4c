import { truncate } from 'node:fs/promises';
import { MiB } from '../../src-shared/units';
import { growNtfs, placeFile } from '../disk';
import type { ContainerVolume } from './index';
import { withVolumeFile } from './linux/volume-file';

/**
 * The volume is made this small and grown by our own code: what the computer's programs put into it, the copy of the file
 * table in the middle for one, then lies before any place that the large file may be given.
 */
export const CONTAINER_SEED_BYTES = 64 * MiB;
/**
 * The volume's bitmap lies before the large file too: a bit for each cluster. Larger clusters keep it small on
 * partitions above this size.
 */
const SMALL_CLUSTERS_BYTES = 4 * 2 ** 40;

export function containerClusterBytes({ bytes }: Pick<ContainerVolume, 'bytes'>): 4096 | 65536 {
  return bytes > SMALL_CLUSTERS_BYTES ? 65536 : 4096;
}

/**
 * Makes the small volume in the file, of `seedBytes`, the one that was asked for. Its large file is there already, with a
 * cluster of its own.
 */
export async function growContainerVolume(
  path: string,
  seedBytes: number,
  { bytes, startLba, serial, file }: Omit<ContainerVolume, 'path'>,
): Promise<void> {
  await truncate(path, bytes);
  await withVolumeFile(path, bytes, async (opened) => {
    await growNtfs(opened, seedBytes, { startLba, serial: BigInt(`0x${serial}`) });
    if (!file) return;
    await placeFile(opened, {
      path: `/${file.name}`,
      startByte: file.startByte,
      bytes: file.bytes,
    });
    await opened.write(file.startByte, file.head);
  });
}

/** What growContainerVolume does, one line an operation. */
export function describeGrowing({
  path,
  bytes,
  file,
}: Pick<ContainerVolume, 'path' | 'bytes' | 'file'>): string[] {
  return [
    `enlarge the volume in ${path} to ${String(bytes)} bytes`,
    ...(file
      ? [
          `give /${file.name} ${String(file.bytes)} bytes from byte ${String(file.startByte)} on, in one run`,
        ]
      : []),
  ];
}
