export { BuildCache, type BuildCacheOptions, type MadeBuild } from './build-cache';
export { buildKey, type BuildRecipe } from './build-key';
export { BOOT_FOLDER, VOLUME_FILE } from './entry';
export type { HeldBuild } from './held-build';
