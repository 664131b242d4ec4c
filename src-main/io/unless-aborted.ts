import { stickError } from '../../src-shared/errors';

/** Waits for something that can't be stopped, but no longer than until the signal fires. Then throws `cancelled`. */
export function unlessAborted<T>(waiting: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(stickError('cancelled', {}));
    };
    waiting.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onAbort);
    });
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}
