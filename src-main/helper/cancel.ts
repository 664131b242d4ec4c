import { stickError } from '../../src-shared/errors';

/** Throws `cancelled` once the signal has fired. */
export function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw stickError('cancelled', {});
}
