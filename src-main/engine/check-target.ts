import type { CheckResult } from '../../src-shared/check';
import { stickError } from '../../src-shared/errors';
import type { Target } from '../../src-shared/plan';
import type { Host } from '../host';
import { readVentoyLayout } from '../ventoy';
import { checkStick, checkVentoyStick } from './check';
import { diskIn } from './vhdx-target';

/** Opens a finished stick, with Windows or Ventoy, for reading only and checks it. Throws only when it can't be read. */
export async function checkTarget(
  target: Target,
  host: Host,
  signal: AbortSignal,
): Promise<CheckResult[]> {
  const guards = { neededBytes: 0, protectedPaths: [], readOnly: true };
  const [open] = await host.openTargets([{ target, guards }], signal);
  if (!open) throw stickError('internal', { message: 'no target was opened' });
  try {
    const disk = await diskIn(open, target);
    const ventoy = await readVentoyLayout(disk);
    return await (ventoy ? checkVentoyStick(disk, { version: null }) : checkStick(disk));
  } finally {
    await open.close();
  }
}
