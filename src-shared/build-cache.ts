import { z } from 'zod';

/**
 * What unpacked Windows builds may take unless something else is set: two or three editions of
 * Windows 11. Where the disk has little room they get less; see the engine's BuildCache.
 */
export const DEFAULT_CACHE_BUDGET_BYTES = 32e9;

/** One unpacked Windows that is kept for the next stick. */
export const CachedBuildSchema = z.object({
  /** 64 hexadecimal digits: the hash of everything that decides its content. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** Name of the edition, and of the image file it was unpacked from, for people. */
  edition: z.string(),
  image: z.string(),
  /** Bytes it takes on the disk. */
  bytes: z.number().nonnegative(),
  /** ISO 8601. */
  madeAt: z.string(),
  usedAt: z.string(),
  /** A job uses it right now; it can't be removed. */
  inUse: z.boolean(),
});
export type CachedBuild = z.infer<typeof CachedBuildSchema>;

export const BuildCacheStateSchema = z.object({
  folder: z.string(),
  /** What all builds together may take now, in bytes: what is set, less where the disk is full; 0 keeps none. */
  budgetBytes: z.number().nonnegative(),
  usedBytes: z.number().nonnegative(),
  builds: z.array(CachedBuildSchema),
});
export type BuildCacheState = z.infer<typeof BuildCacheStateSchema>;
