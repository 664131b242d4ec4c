import { messageOf, toStickError, type StickError, type StickState } from '../../src-shared/errors';
import type { Report } from '../../src-shared/job';
import type { OpenTarget } from '../host';
import { within } from '../io';
import type { Job, WorkedTarget } from './job';
import type { JobLog } from './job-log';

/** So long, in milliseconds, a cancelled job waits for a target to be released. */
const CANCELLED_RELEASE_MS = 200;

/**
 * Makes all sticks at the same time. When none is finished, throws the failure that matters most to a person:
 * the first one, in the order of the plan, among those that did most to their target.
 */
export async function eachOnItsOwn<T extends WorkedTarget, S extends { target: string }>(
  { log, signal }: Pick<Job, 'log' | 'signal'>,
  targets: readonly T[],
  make: (target: T) => Promise<S>,
): Promise<{ sticks: S[]; failed: Report['failed'] }> {
  const sticks: S[] = [];
  const failures: { target: string; error: StickError }[] = [];
  await Promise.all(
    targets.map(async (target) => {
      try {
        sticks.push(await make(target));
        target.log.finished();
        log.info(`${target.name} is finished`);
      } catch (thrown) {
        const error = withStateOf(target, toStickError(thrown));
        failures.push({ target: target.name, error });
        target.log.failed(error);
        if (error.code !== 'cancelled') log.warn(`${target.name} failed: ${error.message}`);
      } finally {
        await release(target.open, target.name, log, signal);
      }
    }),
  );
  const inOrder = orderOf(targets);
  failures.sort(inOrder);
  const worst = failures.reduce<StickError | undefined>(
    (most, { error }) => (most && harm[most.stick] >= harm[error.stick] ? most : error),
    undefined,
  );
  if (sticks.length === 0 && worst) throw worst;
  return {
    sticks: sticks.sort(inOrder),
    failed: failures.map(({ target, error }) => ({ target, error: error.toData() })),
  };
}

/** How much a person has to care about a target in that state. */
const harm: Record<StickState, number> = {
  untouched: 0,
  partial: 1,
  finished: 2,
  kept: 3,
  unfinished: 4,
  unknown: 5,
};

function orderOf(targets: readonly WorkedTarget[]) {
  const names = targets.map(({ name }) => name);
  return (a: { target: string }, b: { target: string }): number =>
    names.indexOf(a.target) - names.indexOf(b.target);
}

function withStateOf(target: WorkedTarget, failure: StickError): StickError {
  // The helper knows best; the engine only knows how far the target had come when all was well.
  const state = failure.stick === 'untouched' ? target.state : failure.stick;
  // An image file grows under another name: one that stays unfinished has replaced nothing.
  const isGone = target.isNewFile && (state === 'unfinished' || state === 'partial');
  return failure.withStick(isGone ? 'untouched' : state);
}

/**
 * Releases a target, once. What goes wrong here changes nothing about the job, however that ended. A drive that
 * doesn't answer doesn't keep a cancelled job waiting: it is released when it does.
 */
export async function release(
  open: OpenTarget,
  name: string,
  log: JobLog,
  signal: AbortSignal,
): Promise<void> {
  try {
    if (signal.aborted) await within(open.close(), CANCELLED_RELEASE_MS, undefined);
    else await open.close();
  } catch (error) {
    log.warn(`Releasing ${name} failed: ${messageOf(error)}`);
  }
}
