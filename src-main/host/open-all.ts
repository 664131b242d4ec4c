import { stickError, toStickError } from '../../src-shared/errors';
import type { OpenTarget, TargetRequest } from './index';

/**
 * Opens every target at the same time, or none: one failure closes the others. Throws the first failure in the order asked
 * for, and `cancelled`. The targets come in the order asked for.
 */
export async function openAll(
  asked: readonly TargetRequest[],
  signal: AbortSignal,
  open: (request: TargetRequest) => Promise<OpenTarget>,
): Promise<OpenTarget[]> {
  if (signal.aborted) throw stickError('cancelled', {});
  const opened: OpenTarget[] = [];
  const failures: unknown[] = [];
  for (const outcome of await Promise.allSettled(asked.map(open))) {
    if (outcome.status === 'fulfilled') opened.push(outcome.value);
    else failures.push(outcome.reason);
  }
  if (failures.length === 0) return opened;
  await Promise.allSettled(opened.map((target) => target.close()));
  throw toStickError(failures[0]);
}
