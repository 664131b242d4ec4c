import { rm, truncate, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { MiB } from '../../../src-shared/units';
import { growNtfs, placeFile } from '../../disk';
import { makeOwnedFolder } from '../../io';
import type { ContainerFile, ContainerVolume } from '../index';
import { runTool } from '../run-tool';
import { makeSparseFile } from './sparse-file';
import { withVolumeFile } from './volume-file';
import { withWimWorker } from './wim-worker';

/**
 * The volume is made this small and grown by our own code: what mkntfs and ntfs-3g put into it, the copy of the file
 * table in the middle for one, then lies before any place that the large file may be given.
 */
const SEED_BYTES = 64 * MiB;
/**
 * The volume's bitmap lies before the large file too: a bit for each cluster. Larger clusters keep it small on
 * partitions above this size.
 */
const SMALL_CLUSTERS_BYTES = 4 * 2 ** 40;

function clusterBytes({ bytes }: Pick<ContainerVolume, 'bytes'>): number {
  return bytes > SMALL_CLUSTERS_BYTES ? 64 * 1024 : 4096;
}

/**
 * Makes the volume in a sparse file, which is removed again when that fails. Only administrators and the system may
 * change the large file: whoever may not change Windows must not exchange it either.
 */
export async function makeContainerVolume(
  volume: ContainerVolume,
  signal: AbortSignal,
): Promise<void> {
  const path = resolve(volume.path);
  await makeSparseFile(path, SEED_BYTES);
  try {
    await runTool('mkntfs', mkntfsArguments(path, volume), { signal });
    if (volume.file) await addFile(path, volume, volume.file, signal);
    await truncate(path, volume.bytes);
    await withVolumeFile(path, volume.bytes, async (opened) => {
      await growNtfs(opened, SEED_BYTES, BigInt(`0x${volume.serial}`));
      if (!volume.file) return;
      const { name, startByte, bytes, head } = volume.file;
      await placeFile(opened, { path: `/${name}`, startByte, bytes });
      await opened.write(startByte, head);
    });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** What makeContainerVolume does, one line an operation. */
export function describeContainerVolume(volume: Omit<ContainerVolume, 'serial'>): string[] {
  const { path, bytes, file } = volume;
  return [
    `make ${path}, a sparse file of ${String(SEED_BYTES)} bytes`,
    ['mkntfs', ...mkntfsArguments(path, volume)].join(' '),
    ...(file
      ? [`ntfscp: add /${file.name} to ${path}, for administrators and the system only`]
      : []),
    `enlarge the volume in ${path} to ${String(bytes)} bytes`,
    ...(file
      ? [
          `give /${file.name} ${String(file.bytes)} bytes from byte ${String(file.startByte)} on, in one run`,
        ]
      : []),
  ];
}

/** A file of one cluster: less might be kept in the file's record, without a place of its own. */
async function addFile(
  path: string,
  volume: ContainerVolume,
  { name }: ContainerFile,
  signal: AbortSignal,
): Promise<void> {
  const scratch = await makeOwnedFolder(dirname(path), `.${basename(path)}-`);
  try {
    const content = join(scratch, 'content');
    await writeFile(content, Buffer.alloc(clusterBytes(volume)));
    await runTool('ntfscp', ['-q', path, content, `/${name}`], { signal });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  await withWimWorker(signal, (worker) =>
    worker.protect(path, [
      ...(volume.writableBy === 'administrators' ? [{ path: '/', directory: true }] : []),
      { path: `/${name}`, directory: false },
    ]),
  );
}

/** Without the time of day, so that equal volumes are equal. */
function mkntfsArguments(
  path: string,
  volume: Pick<ContainerVolume, 'bytes' | 'label' | 'startLba'>,
): string[] {
  const { label, startLba } = volume;
  const geometry = ['-s', '512', '-c', String(clusterBytes(volume)), '-p', String(startLba)];
  return ['-Q', '-F', '-q', '-T', '-L', label, ...geometry, '-H', '255', '-S', '63', path];
}
