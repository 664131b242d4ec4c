import type { Host, TargetRequest } from '../index';
import { RunningHelper, type HelperProcess } from '../running-helper';
import { SharedHelper } from '../shared-helper';
import { targetOpener } from '../target-opener';
import { startElevatedHelper, startHelper } from './helper-process';
import { arrangeMeeting } from './meeting';
import { withNewFile } from './new-disk-file';

/** Opens targets, as Host says. */
export type TargetOpening = Pick<Host, 'openTargets' | 'keepHelper'>;

/**
 * Opens targets in helper processes: the drives in one with administrator rights, which the person is
 * asked for once when this program has none, and image files in one with the user's own.
 *
 * Opening throws the first failure in the order asked for: what a helper finds (`target/…`,
 * `permission/denied`), `elevation/denied`, `elevation/unavailable`, `helper/lost`, `helper/protocol`,
 * `cancelled`. All targets are then untouched and released.
 */
export function targetOpening(): TargetOpening {
  const starter = (start: (folder: string) => HelperProcess) => (signal: AbortSignal) =>
    RunningHelper.start(start, signal, arrangeMeeting);
  const startOwn = starter(startHelper);
  const hasRights = process.getuid?.() === 0;
  const elevated = new SharedHelper(hasRights ? startOwn : starter(startElevatedHelper));
  return {
    openTargets: targetOpener({ elevated, startOwn }, { takesRights, around: withNewFile }),
    keepHelper: (signal) => elevated.keep(signal),
  };
}

function takesRights({ target, asDisk }: TargetRequest): boolean {
  return target.kind === 'drive' || asDisk !== undefined;
}
