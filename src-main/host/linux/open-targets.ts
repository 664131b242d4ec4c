import { stickError, toStickError } from '../../../src-shared/errors';
import type { OpenTarget, TargetRequest } from '../index';
import { RunningHelper } from '../running-helper';
import { startElevatedHelper, startHelper } from './helper-process';
import { openInHelper } from './helper-target';
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
export async function openTargets(
  asked: readonly TargetRequest[],
  signal: AbortSignal,
): Promise<OpenTarget[]> {
  if (signal.aborted) throw stickError('cancelled', {});
  const helpers = new Map<boolean, Promise<RunningHelper>>();
  const helperFor = (request: TargetRequest): Promise<RunningHelper> => {
    const elevated = needsElevation(request);
    const start = elevated ? startElevatedHelper : startHelper;
    const helper = helpers.get(elevated) ?? RunningHelper.start(start, signal, arrangeMeeting);
    helpers.set(elevated, helper);
    return helper;
  };
  const opening = await Promise.allSettled(
    asked.map((request) =>
      withNewFile(request, async () => openInHelper(await helperFor(request), request, signal)),
    ),
  );
  const opened: OpenTarget[] = [];
  const failures: unknown[] = [];
  for (const outcome of opening) {
    if (outcome.status === 'fulfilled') opened.push(outcome.value);
    else failures.push(outcome.reason);
  }
  if (failures.length === 0) return opened;
  await Promise.allSettled(opened.map((target) => target.close()));
  throw toStickError(failures[0]);
}

function needsElevation({ target, asDisk }: TargetRequest): boolean {
  return (target.kind === 'drive' || asDisk !== undefined) && process.getuid?.() !== 0;
}
