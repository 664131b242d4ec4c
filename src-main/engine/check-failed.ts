import type { CheckResult } from '../../src-shared/check';
import { stickError, type StickError } from '../../src-shared/errors';

/** What is told of a stick that was written and whose check found that it would not start a computer. */
export function checkFailed(target: string, checks: readonly CheckResult[]): StickError {
  const failed = checks.filter(({ status }) => status === 'fail');
  return stickError(
    'check/failed',
    { target, failed: failed.map(({ evidence }) => evidence).join('; ') },
    { stick: 'finished', detail: JSON.stringify(failed, null, 2) },
  );
}
