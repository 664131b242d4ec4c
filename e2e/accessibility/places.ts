import type { SceneName } from '../../src-renderer/dev/scenes';

/** One scene of each screen: the state of it that has most to go through. */
export const screens = [
  'drive-many',
  'image-chosen',
  'verify-unknown',
  'edition',
  'space-shared',
  'protect-now-answered',
  'yours-answers',
  'ventoy-images',
  'ventoy-package',
  'ventoy-space-windows',
  'ventoy-menu',
  'review-yours',
  'make-writing',
  'make-failed',
  'done-encrypted',
  'check-choose',
  'check-problem',
  'restore-ask',
  'history',
  'recipes-many',
  'record-finished',
  'station-recipe-secrets',
  'station-confirm',
  'station-failed',
  'station-ended',
] as const satisfies readonly SceneName[];

/** The same of each dialog, which lies over a screen. */
export const dialogs = [
  'settings-general',
  'settings-many',
  'settings-trusted',
  'settings-support',
  'explain-code',
  'test-ask',
  'test-running',
  'repair-ask',
  'record-label',
  'history-wipe',
  'recipe-describe',
] as const satisfies readonly SceneName[];
