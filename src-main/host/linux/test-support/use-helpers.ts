import { afterAll, beforeAll } from 'vitest';
import { buildScripts } from './build-scripts';

/** For the tests of a file: helpers are started from the source as it is, and may write to loop devices. */
export function useHelpers(): void {
  let removeScripts: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    process.env['STICKSMITH_ALLOW_LOOP'] = '1';
    removeScripts = await buildScripts();
  });
  afterAll(async () => {
    delete process.env['STICKSMITH_ALLOW_LOOP'];
    await removeScripts?.();
  });
}
