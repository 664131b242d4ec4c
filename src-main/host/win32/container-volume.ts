import { open, rm } from 'node:fs/promises';
import { basename, dirname, join, win32 } from 'node:path';
import { MiB } from '../../../src-shared/units';
import { withVolume } from '../../disk';
import type { ContainerSeed } from '../../helper';
import {
  CONTAINER_SEED_BYTES,
  containerClusterBytes,
  describeGrowing,
  growContainerVolume,
} from '../container-volume';
import type { ContainerVolume, Host } from '../index';
import { makeSparseFile } from '../linux/sparse-file';
import { mountFolderBeside } from './container-seed';
import { containerSeedSteps, makeSparse, printOperation } from './operations';

/** Makes the seed of a volume, with administrator rights. */
export type MakeSeed = (seed: ContainerSeed, signal: AbortSignal) => Promise<void>;

/**
 * As Host.makeContainerVolume says: Windows formats a small volume in a virtual disk, which is copied out of it and grown by our own
 * code. What Windows writes into a volume differs each time, so that equal requests make volumes that differ in times and
 * identifiers.
 */
export function makeContainerVolume(makeSeed: MakeSeed): Host['makeContainerVolume'] {
  return async (volume, signal) => {
    const { path } = volume;
    await makeSparseFile(path, 0);
    const seed = seedOf(volume, join(dirname(path), seedName(basename(path))));
    try {
      await makeSeed(seed, signal);
      signal.throwIfAborted();
      const seedBytes = await copyVolume(seed.seedPath, path);
      await growContainerVolume(path, seedBytes, volume);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await rm(seed.seedPath, { force: true });
    }
  };
}

/** What it does on a computer with Windows, one line an operation. */
export function describeContainerVolume(volume: Omit<ContainerVolume, 'serial'>): string[] {
  const { path } = volume;
  const seed = seedOf(volume, win32.join(win32.dirname(path), seedName(win32.basename(path))));
  const mountFolder = mountFolderBeside(seed.seedPath, 'job');
  const steps = containerSeedSteps(seed, { mountFolder, automount: 'pause' });
  return [
    `make ${path}, an empty file`,
    ...printOperation(makeSparse(path)),
    `make the folder ${win32.dirname(mountFolder)}, for administrators alone, and ${mountFolder}`,
    ...steps.flatMap((step) =>
      step.kind === 'run'
        ? printOperation(step.operation)
        : [
            `put a file of ${String(seed.clusterBytes)} bytes at ${win32.join(mountFolder, seed.fileName ?? '')}`,
          ],
    ),
    `remove the folder ${win32.dirname(mountFolder)}`,
    `copy the volume in ${seed.seedPath} to ${path}, and remove ${seed.seedPath}`,
    ...describeGrowing(volume),
  ];
}

function seedOf(
  volume: Pick<ContainerVolume, 'path' | 'bytes' | 'label' | 'writableBy' | 'file'>,
  seedPath: string,
): ContainerSeed {
  const { path, label, writableBy, file } = volume;
  return {
    ...{ seedPath, sparsePath: path, bytes: CONTAINER_SEED_BYTES, label, writableBy },
    clusterBytes: containerClusterBytes(volume),
    fileName: file?.name ?? null,
  };
}

/** diskpart wants a virtual disk's name to end in `.vhdx`. */
function seedName(name: string): string {
  return `${name}-seed.vhdx`;
}

/** Copies what isn't zero of the volume in a virtual disk. Returns the volume's size in bytes. */
async function copyVolume(from: string, to: string): Promise<number> {
  return withVolume(from, async ({ source }) => {
    const file = await open(to, 'r+');
    try {
      for (let done = 0; done < source.size; done += MiB) {
        const piece = await source.read(done, Math.min(MiB, source.size - done));
        if (piece.some((byte) => byte !== 0)) await file.write(piece, 0, piece.length, done);
      }
    } finally {
      await file.close();
    }
    return source.size;
  });
}
