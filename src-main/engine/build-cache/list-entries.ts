import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CachedBuild } from '../../../src-shared/build-cache';
import { isBuildKey } from './build-key';
import { readEntry } from './entry';
import { allocatedBytes } from './files';
import { isHeld } from './holders';

/** What lies in the cache under the name of a build. */
export interface ListedEntry {
  key: string;
  /** Bytes it takes on the disk. */
  bytes: number;
  /** Null when it can't be used. */
  build: CachedBuild | null;
}

/** All entries of the cache's folder, last used first, those that can't be used at the end. */
export async function listEntries(cache: string): Promise<ListedEntry[]> {
  const entries: ListedEntry[] = [];
  for (const found of await readdir(cache, { withFileTypes: true })) {
    const key = found.name;
    // Links and files of such a name were put there by somebody else.
    if (!isBuildKey(key) || !found.isDirectory()) continue;
    const folder = join(cache, key);
    const bytes = await allocatedBytes(folder);
    entries.push({ key, bytes, build: await describe(folder, key, bytes) });
  }
  return entries.sort((a, b) => compare(b.build?.usedAt ?? '', a.build?.usedAt ?? ''));
}

async function describe(folder: string, key: string, bytes: number): Promise<CachedBuild | null> {
  try {
    const { edition, image, madeAt, usedAt } = await readEntry(folder, key);
    return { key, edition, image, bytes, madeAt, usedAt, inUse: await isHeld(folder) };
  } catch {
    return null;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
