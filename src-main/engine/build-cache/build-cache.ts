import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BuildCacheState } from '../../../src-shared/build-cache';
import { stickError } from '../../../src-shared/errors';
import type { Chunk } from '../../disk/extent';
import { errorCode, flushFolder, freeBytes } from '../../io';
import { openJobFolder } from '../work-folder';
import { isBuildKey } from './build-key';
import { cacheFolderPath, findCacheFolder, makeCacheFolder } from './cache-folder';
import { describeBuild, readEntry, touchEntry, writeEntry, type EntryRecord } from './entry';
import { allocatedBytes } from './files';
import { keptBuild, unkeptBuild, type BuildFacts, type HeldBuild } from './held-build';
import { addHolder, claim, makeHoldable, removeHolder } from './holders';
import { listEntries } from './list-entries';

export interface BuildCacheOptions {
  /** The work folder. */
  folder: () => string;
  /** What all kept builds together may take, in bytes; 0 keeps none. */
  budgetBytes: () => number;
}

/** What `make` says of the build it has made. */
export interface MadeBuild {
  /** What is common to all sticks, in the order of the target. */
  chunks: readonly Chunk[];
  /** Size of the NTFS volume and of its file, in bytes. */
  fileBytes: number;
}

/**
 * Unpacked Windows builds that are kept in the work folder for the next stick, those used last for longest. Several processes may
 * use one cache. It only saves time: whatever is wrong with it, a job goes on as if it were empty.
 */
export class BuildCache {
  constructor(private readonly options: BuildCacheOptions) {}

  /** The build of this key, held against removal, or null. Never fails. */
  async take(key: string): Promise<HeldBuild | null> {
    try {
      const cache = await findCacheFolder(this.options.folder());
      return cache === null ? null : await this.takeEntry(cache, key);
    } catch {
      return null;
    }
  }

  /**
   * Makes a build. `make` gets a new private folder in which it makes the volume VOLUME_FILE and the folder BOOT_FOLDER; it
   * becomes part of the cache as a whole or, when `make` fails, not at all. A build that doesn't fit into the
   * budget goes away when it is released. Throws what `make` throws and `work/unusable`.
   */
  async add(
    key: string,
    about: { edition: string; image: string },
    make: (folder: string) => Promise<MadeBuild>,
  ): Promise<HeldBuild> {
    if (!isBuildKey(key)) throw new Error(`“${key}” is not the key of a build`);
    await this.prune().catch(() => undefined);
    const scratch = await openJobFolder(this.options.folder());
    const folder = scratch.path;
    try {
      const { chunks, fileBytes } = await make(folder);
      const record = await describeBuild(folder, { key, ...about, chunks, fileBytes });
      const facts = { key, fileBytes, chunks, fromCache: false };
      const kept = await this.keep(folder, record, facts).catch(() => null);
      return kept ?? unkeptBuild(folder, facts);
    } catch (error) {
      await scratch.remove();
      throw error;
    }
  }

  /** What is kept, last used first. Throws `work/unusable` when the folder isn't this program's. */
  async state(): Promise<BuildCacheState> {
    const workFolder = this.options.folder();
    const cache = await findCacheFolder(workFolder);
    const entries = cache === null ? [] : await listEntries(cache);
    const builds = entries.flatMap(({ build }) => (build === null ? [] : [build]));
    const usedBytes = sumBytes(builds);
    const budgetBytes = await this.budget(usedBytes);
    return { folder: cacheFolderPath(workFolder), budgetBytes, usedBytes, builds };
  }

  /**
   * Removes one build, or, for null, all that no job uses, and returns what is left. Throws
   * `cache/not-found`, `cache/in-use` and `work/unusable`.
   */
  async remove(key: string | null): Promise<BuildCacheState> {
    const cache = await findCacheFolder(this.options.folder());
    if (key === null) {
      if (cache !== null) await this.evict(cache, () => true);
      return this.state();
    }
    const known = cache !== null && (await listEntries(cache)).some((entry) => entry.key === key);
    if (!known) throw stickError('cache/not-found', { key });
    if (!(await this.removeEntry(cache, key))) throw stickError('cache/in-use', { key });
    return this.state();
  }

  /**
   * Removes what can't be used, and the builds used longest ago until the rest fits into the budget.
   * Throws `work/unusable`.
   */
  async prune(): Promise<void> {
    const cache = await findCacheFolder(this.options.folder());
    if (cache !== null) await this.fit(cache, 0);
  }

  /**
   * Removes the builds used longest ago until so many bytes are free in the work folder, or all that
   * no job uses are gone. Never fails.
   */
  async makeRoom(bytes: number): Promise<void> {
    try {
      const workFolder = this.options.folder();
      const cache = await findCacheFolder(workFolder);
      if (cache === null) return;
      await this.evict(cache, async () => (await freeBytes(workFolder)) < bytes);
    } catch {
      // The job finds out by itself that there is too little room.
    }
  }

  /** Moves a finished build into the cache. Null when there is no room for it. */
  private async keep(
    folder: string,
    record: EntryRecord,
    facts: BuildFacts,
  ): Promise<HeldBuild | null> {
    if (this.options.budgetBytes() <= 0) return null;
    await writeEntry(folder, record);
    const cache = await makeCacheFolder(this.options.folder());
    if (!(await this.fit(cache, await allocatedBytes(folder)))) return null;
    await makeHoldable(folder);
    const holder = await addHolder(folder);

    const entry = join(cache, record.key);
    if (await moveFolder(folder, entry)) return this.kept(entry, holder, facts);
    // Another process made the same meanwhile. If it can't be used, trying to take it has removed it.
    const other = await this.takeEntry(cache, record.key);
    if (other === null) {
      return (await moveFolder(folder, entry)) ? this.kept(entry, holder, facts) : null;
    }
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    return other;
  }

  /** Holds an entry, or removes it when it can't be used. */
  private async takeEntry(cache: string, key: string): Promise<HeldBuild | null> {
    const folder = join(cache, key);
    const holder = await addHolder(folder).catch(() => null);
    try {
      if (holder !== null) {
        const { fileBytes, chunks } = await readEntry(folder, key);
        await touchEntry(folder);
        return this.kept(folder, holder, { key, fileBytes, chunks, fromCache: true });
      }
    } catch {
      if (holder !== null) await removeHolder(folder, holder);
    }
    await this.removeEntry(cache, key);
    return null;
  }

  private kept(entry: string, holder: string, facts: BuildFacts): HeldBuild {
    return keptBuild(entry, holder, facts, () => this.prune().catch(() => undefined));
  }

  /**
   * Removes builds until the others and `moreBytes`, which are on the disk already, fit into the budget. Whether
   * they do; none is removed in vain for more than can fit beside the builds in use.
   */
  private async fit(cache: string, moreBytes: number): Promise<boolean> {
    const entries = await listEntries(cache);
    const budgetBytes = await this.budget(sumBytes(entries) + moreBytes);
    const inUse = entries.filter(({ build }) => build?.inUse === true);
    if (moreBytes > 0 && sumBytes(inUse) + moreBytes > budgetBytes) return false;
    const left = await this.evict(cache, (usedBytes) => usedBytes + moreBytes > budgetBytes);
    return left + moreBytes <= budgetBytes;
  }

  /** Removes what can't be used, then builds from the one used longest ago, while `wanted`. Returns the bytes that are left. */
  private async evict(
    cache: string,
    wanted: (usedBytes: number) => boolean | Promise<boolean>,
  ): Promise<number> {
    const entries = await listEntries(cache);
    let usedBytes = sumBytes(entries);
    for (const { key, bytes, build } of entries.reverse()) {
      if (build !== null && !(await wanted(usedBytes))) continue;
      if (await this.removeEntry(cache, key)) usedBytes -= bytes;
    }
    return usedBytes;
  }

  /** False when a job uses it. A folder is moved out of the cache as a whole before it is emptied. */
  private async removeEntry(cache: string, key: string): Promise<boolean> {
    const entry = join(cache, key);
    if (!(await claim(entry))) return false;
    const scratch = await openJobFolder(dirname(cache));
    try {
      return await moveFolder(entry, scratch.path);
    } finally {
      await scratch.remove();
    }
  }

  /** What the cache may take: what was set, but never more than half of what would be free without it. */
  private async budget(usedBytes: number): Promise<number> {
    const free = await freeBytes(this.options.folder());
    return Math.min(this.options.budgetBytes(), Math.floor((free + usedBytes) / 2));
  }
}

function sumBytes(list: readonly { bytes: number }[]): number {
  return list.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** rename(2) of a folder to a name that is free or an empty folder's. False when it isn't, or the folder is gone. */
async function moveFolder(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
  await flushFolder(dirname(to)).catch(() => undefined);
  return true;
}
