import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chunk } from '../../disk/extent';
import { BOOT_FOLDER, invalidateEntry, VOLUME_FILE } from './entry';
import { addHolder, claim, isHeld, removeHolder } from './holders';

/** A complete build that stays where it is until it is released. */
export interface HeldBuild {
  readonly key: string;
  /** The NTFS volume; only to be read. */
  readonly volumePath: string;
  /** Size of the volume, in bytes. */
  readonly volumeBytes: number;
  readonly bootFilesFolder: string;
  /** The block map common to all sticks, in the order of the target. */
  readonly chunks: readonly Chunk[];
  /** It was there already. */
  readonly fromCache: boolean;
  /** Ends the use; a build that isn't kept is removed. Never fails, and does nothing the second time. */
  release(): Promise<void>;
  /**
   * Gives the volume's file to the caller, who may change it or move it away, and returns where it lies now; the cache no longer
   * has this build. Null when another job uses it too: then it has to be copied. What is left goes with `release`.
   */
  consume(): Promise<string | null>;
  /** Its content turned out to be damaged: no job takes it any more. Those that use it go on until they release it. */
  discard(): Promise<void>;
}

export type BuildFacts = Pick<HeldBuild, 'key' | 'volumeBytes' | 'chunks' | 'fromCache'>;

/** A build in a folder of its own that goes away when it is released. */
export function unkeptBuild(folder: string, facts: BuildFacts): HeldBuild {
  const volumePath = join(folder, VOLUME_FILE);
  return {
    ...facts,
    volumePath,
    bootFilesFolder: join(folder, BOOT_FOLDER),
    release: () => removeQuietly(folder),
    consume: () => Promise.resolve(volumePath),
    discard: () => Promise.resolve(),
  };
}

/** What a build in the cache needs from it. */
export interface KeptBuildTools {
  /** A private folder on the same file system. */
  makeScratchFolder(): Promise<string>;
  /** Called once, after the build was let go. */
  released(): Promise<void>;
}

/** An entry of the cache that this process holds by the holder of that name. */
export function keptBuild(
  entry: string,
  holder: string,
  facts: BuildFacts,
  tools: KeptBuildTools,
): HeldBuild {
  const state: { holder: string | null; consumed: string | null } = { holder, consumed: null };

  async function consume(): Promise<string | null> {
    if (state.holder === null || (await isHeld(entry, state.holder))) return null;
    const scratch = await tools.makeScratchFolder();
    await removeHolder(entry, state.holder);
    if (!(await claim(entry))) {
      // Somebody has just taken it.
      state.holder = await addHolder(entry);
      await removeQuietly(scratch);
      return null;
    }
    state.holder = null;
    state.consumed = scratch;
    await rename(entry, scratch);
    return join(scratch, VOLUME_FILE);
  }

  async function release(): Promise<void> {
    const { holder: held, consumed } = state;
    state.holder = null;
    state.consumed = null;
    if (consumed !== null) await removeQuietly(consumed);
    if (held === null) return;
    await removeHolder(entry, held).catch(() => undefined);
    await tools.released();
  }

  return {
    ...facts,
    volumePath: join(entry, VOLUME_FILE),
    bootFilesFolder: join(entry, BOOT_FOLDER),
    release,
    consume,
    discard: () => invalidateEntry(entry),
  };
}

/** What can't be removed now is removed by a later run, as what crashed runs leave. */
async function removeQuietly(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
