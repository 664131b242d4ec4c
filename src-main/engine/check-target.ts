import type { CheckResult } from '../../src-shared/check';
import type { Target } from '../../src-shared/plan';
import type { Host } from '../host';
import { checkStick } from './check';

/** Opens a finished stick for reading only and checks it. Throws only when it can't be read. */
export async function checkTarget(
  target: Target,
  host: Host,
  signal: AbortSignal,
): Promise<CheckResult[]> {
  const guards = { neededBytes: 0, protectedPaths: [], readOnly: true };
  const open = await host.openTarget(target, guards, signal);
  try {
    return await checkStick(open.source);
  } finally {
    await open.close();
  }
}
