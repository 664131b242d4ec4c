import { stickError } from '../../../src-shared/errors';
import { targetName } from '../../../src-shared/plan';
import type { Host } from '../../host';
import { contentsOf } from './drive-contents';

/**
 * A host that opens a drive for writing only when it is empty: it was found to be so before, but until it was held somebody could
 * put files there. Opening throws `target/not-empty` besides; the drive is untouched then.
 */
export function onlyEmptyDrives(host: Host): Host {
  return {
    ...host,
    async openTargets(asked, signal) {
      const opened = await host.openTargets(asked, signal);
      try {
        for (const [index, { source }] of opened.entries()) {
          const what = await contentsOf(source);
          const target = asked[index]?.target;
          if (what === null || !target) continue;
          throw stickError('target/not-empty', { target: targetName(target), what });
        }
        return opened;
      } catch (error) {
        await Promise.allSettled(opened.map((target) => target.close()));
        throw error;
      }
    },
  };
}
