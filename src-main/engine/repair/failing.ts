import type { CheckResult } from '../../../src-shared/check';

/** Ids of the checks that failed. */
export function failing(checks: readonly CheckResult[]): ReadonlySet<string> {
  return new Set(checks.filter(({ status }) => status === 'fail').map(({ id }) => id));
}
