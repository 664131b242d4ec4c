import {
  DEFAULT_CACHE_BUDGET_BYTES,
  type BuildCacheState,
  type CachedBuild,
} from '../../../src-shared/build-cache';
import { stickError } from '../../../src-shared/errors';
import { formatBytes, parseSize } from '../../../src-shared/units';
import { BuildCache } from '../../engine';
import { usageError, workFolder, type Context } from '../context';
import { table } from '../output';

export interface CacheOptions {
  workDir?: string;
  budget?: string;
}

/** Digits of a key that are shown, and the fewest that name a build. */
const SHOWN_DIGITS = 12;
const FEWEST_DIGITS = 4;

/** `sticksmith cache`: the builds of Windows that are kept for the next stick. */
export async function cacheList(options: CacheOptions, context: Context): Promise<void> {
  report(await openCache(options).state(), context);
}

/** `sticksmith cache clear`: removes all builds but those that a job uses. */
export async function cacheClear(options: CacheOptions, context: Context): Promise<void> {
  report(await openCache(options).remove(null), context);
}

/** `sticksmith cache remove KEY`: removes one build. The first digits of its key are enough. */
export async function cacheRemove(
  digits: string,
  options: CacheOptions,
  context: Context,
): Promise<void> {
  const cache = openCache(options);
  const { builds } = await cache.state();
  report(await cache.remove(keyOf(digits, builds)), context);
}

/** `sticksmith cache prune`: removes the builds used longest ago until the rest fits into the budget. */
export async function cachePrune(options: CacheOptions, context: Context): Promise<void> {
  const cache = openCache(options);
  await cache.prune();
  report(await cache.state(), context);
}

function openCache({ workDir, budget }: CacheOptions): BuildCache {
  const folder = workFolder(workDir);
  const budgetBytes = budget === undefined ? DEFAULT_CACHE_BUDGET_BYTES : parseSize(budget);
  if (budgetBytes === undefined) throw usageError('--budget takes a size such as 40G, or 0');
  return new BuildCache({ folder: () => folder, budgetBytes: () => budgetBytes });
}

function keyOf(digits: string, builds: readonly CachedBuild[]): string {
  const pattern = new RegExp(`^[0-9a-f]{${String(FEWEST_DIGITS)},64}$`, 'i');
  if (!pattern.test(digits)) {
    throw usageError(`a build is named by at least ${String(FEWEST_DIGITS)} digits of its key`);
  }
  const found = builds.filter(({ key }) => key.startsWith(digits.toLowerCase()));
  const [build] = found;
  if (build === undefined) throw stickError('cache/not-found', { key: digits });
  if (found.length > 1) throw usageError(`more than one kept build begins with ${digits}`);
  return build.key;
}

function report(state: BuildCacheState, context: Context): void {
  context.output.result({ cache: state }, lines(state));
}

function lines({ folder, budgetBytes, usedBytes, builds }: BuildCacheState): string[] {
  const sum = `${formatBytes(usedBytes)} of at most ${formatBytes(budgetBytes)}, in ${folder}`;
  if (builds.length === 0) return ['No builds are kept.', sum];
  const rows = builds.map(({ key, bytes, usedAt, inUse, edition, image }) => [
    key.slice(0, SHOWN_DIGITS),
    formatBytes(bytes),
    inUse ? 'in use' : `used ${localTime(usedAt)}`,
    edition,
    image,
  ]);
  return [...table(rows), '', sum];
}

/** `2026-01-31 18:05` in the time of this computer. */
function localTime(iso: string): string {
  const time = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${String(time.getFullYear())}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
