import type { OpenTarget, TargetRequest } from '../index';
import { openInHelper } from '../helper-target';
import { openAll } from '../open-all';
import { RunningHelper } from '../running-helper';
import { startElevatedHelper, startHelper } from './helper-process';
import { arrangeMeeting } from './meeting';
import { withNewFile } from './new-disk-file';

/**
 * Opens targets in helper processes: the drives in one with administrator rights, which the person is
 * asked for once when this program has none, and image files in one with the user's own.
 *
 * Throws the first failure in the order asked for: what a helper finds (`target/…`,
 * `permission/denied`), `elevation/denied`, `elevation/unavailable`, `helper/lost`, `helper/protocol`,
 * `cancelled`. All targets are then untouched and released.
 */
export function openTargets(
  asked: readonly TargetRequest[],
  signal: AbortSignal,
): Promise<OpenTarget[]> {
  const helpers = new Map<boolean, Promise<RunningHelper>>();
  const helperFor = (request: TargetRequest): Promise<RunningHelper> => {
    const elevated = needsElevation(request);
    const start = elevated ? startElevatedHelper : startHelper;
    const helper = helpers.get(elevated) ?? RunningHelper.start(start, signal, arrangeMeeting);
    helpers.set(elevated, helper);
    return helper;
  };
  return openAll(asked, signal, (request) =>
    withNewFile(request, async () => openInHelper(await helperFor(request), request, signal)),
  );
}

function needsElevation({ target, asDisk }: TargetRequest): boolean {
  return (target.kind === 'drive' || asDisk !== undefined) && process.getuid?.() !== 0;
}
