import type { CheckResult } from '../../src-shared/check';
import { stickError } from '../../src-shared/errors';
import type { Target } from '../../src-shared/plan';
import type { Host } from '../host';
import { checkStick } from './check';
import { diskIn } from './vhdx-target';

/** Opens a finished stick for reading only and checks it. Throws only when it can't be read. */
export async function checkTarget(
  target: Target,
  host: Host,
  signal: AbortSignal,
): Promise<CheckResult[]> {
  const guards = { neededBytes: 0, protectedPaths: [], readOnly: true };
  const [open] = await host.openTargets([{ target, guards }], signal);
  if (!open) throw stickError('internal', { message: 'no target was opened' });
  try {
    return await checkStick(await diskIn(open, target));
  } finally {
    await open.close();
  }
}
