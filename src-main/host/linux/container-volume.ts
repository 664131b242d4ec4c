import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { makeOwnedFolder } from '../../io';
import {
  CONTAINER_SEED_BYTES,
  containerClusterBytes,
  describeGrowing,
  growContainerVolume,
} from '../container-volume';
import type { ContainerFile, ContainerVolume } from '../index';
import { runTool } from '../run-tool';
import { makeSparseFile } from './sparse-file';
import { withWimWorker } from './wim-worker';

/**
 * Makes the volume in a sparse file, which is removed again when that fails. Only administrators and the system may
 * change the large file: whoever may not change Windows must not exchange it either.
 */
export async function makeContainerVolume(
  volume: ContainerVolume,
  signal: AbortSignal,
): Promise<void> {
  const path = resolve(volume.path);
  await makeSparseFile(path, CONTAINER_SEED_BYTES);
  try {
    await runTool('mkntfs', mkntfsArguments(path, volume), { signal });
    if (volume.file) await addFile(path, volume, volume.file, signal);
    await growContainerVolume(path, CONTAINER_SEED_BYTES, volume);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** What makeContainerVolume does, one line an operation. */
export function describeContainerVolume(volume: Omit<ContainerVolume, 'serial'>): string[] {
  const { path, file } = volume;
  return [
    `make ${path}, a sparse file of ${String(CONTAINER_SEED_BYTES)} bytes`,
    ['mkntfs', ...mkntfsArguments(path, volume)].join(' '),
    ...(file
      ? [`ntfscp: add /${file.name} to ${path}, for administrators and the system only`]
      : []),
    ...describeGrowing(volume),
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
    await writeFile(content, Buffer.alloc(containerClusterBytes(volume)));
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
  const geometry = [
    '-s',
    '512',
    '-c',
    String(containerClusterBytes(volume)),
    '-p',
    String(startLba),
  ];
  return ['-Q', '-F', '-q', '-T', '-L', label, ...geometry, '-H', '255', '-S', '63', path];
}
