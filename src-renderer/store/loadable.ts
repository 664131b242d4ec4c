import type { StickErrorData } from '../../src-shared/errors';

/** Something that was asked for and arrives later. */
export type Loadable<T> =
  | { state: 'loading'; last: T | null }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: StickErrorData };

/** What is there, or was until it is looked for again; null while nothing has come yet, and after a failure. */
export function lastKnown<T>(loadable: Loadable<T>): T | null {
  if (loadable.state === 'ready') return loadable.value;
  return loadable.state === 'loading' ? loadable.last : null;
}
