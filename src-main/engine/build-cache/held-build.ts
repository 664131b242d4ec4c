import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlockMap, Chunk } from '../../disk/extent';
import { BOOT_FOLDER, invalidateEntry, VOLUME_FILE } from './entry';
import { removeHolder } from './holders';

/** A complete build that stays where it is until it is released. */
export interface HeldBuild {
  readonly key: string;
  /** The file with the NTFS volume, which openVolumeFile reads; only to be read. */
  readonly volumePath: string;
  /** Size of that file, in bytes. */
  readonly fileBytes: number;
  readonly bootFilesFolder: string;
  /** What is common to all sticks, from the volume: one and the same object for all of them. */
  readonly map: BlockMap;
  /** It was there already. */
  readonly fromCache: boolean;
  /** Ends the use; a build that isn't kept is removed. Never fails, and does nothing the second time. */
  release(): Promise<void>;
  /** Its content turned out to be damaged: no job takes it any more. Those that use it go on until they release it. */
  discard(): Promise<void>;
}

export interface BuildFacts {
  key: string;
  fileBytes: number;
  chunks: readonly Chunk[];
  fromCache: boolean;
}

/** A build in a folder of its own that goes away when it is released. */
export function unkeptBuild(folder: string, facts: BuildFacts): HeldBuild {
  return {
    ...partsOf(folder, facts),
    // What can't be removed now is removed by a later run, as what crashed runs leave.
    release: () => rm(folder, { recursive: true, force: true }).catch(() => undefined),
    discard: () => Promise.resolve(),
  };
}

/** An entry of the cache that this process holds by the holder of that name. `released` is called once, after it was let go. */
export function keptBuild(
  entry: string,
  holder: string,
  facts: BuildFacts,
  released: () => Promise<void>,
): HeldBuild {
  let held = true;
  return {
    ...partsOf(entry, facts),
    async release() {
      if (!held) return;
      held = false;
      await removeHolder(entry, holder).catch(() => undefined);
      await released();
    },
    discard: () => invalidateEntry(entry).catch(() => undefined),
  };
}

function partsOf(
  folder: string,
  { key, fileBytes, chunks, fromCache }: BuildFacts,
): Omit<HeldBuild, 'release' | 'discard'> {
  const volumePath = join(folder, VOLUME_FILE);
  return {
    key,
    volumePath,
    fileBytes,
    bootFilesFolder: join(folder, BOOT_FOLDER),
    map: { path: volumePath, sizeBytes: fileBytes, chunks },
    fromCache,
  };
}
