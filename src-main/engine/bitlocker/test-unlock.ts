import type { CheckResult } from '../../../src-shared/check';
import { stickError } from '../../../src-shared/errors';
import type { Target } from '../../../src-shared/plan';
import type { Host } from '../../host';
import { unlessAborted } from '../../io';
import { checkStick, encryptedWindows } from '../check';
import { diskIn } from '../vhdx-target';
import { proveVolume } from './prove';

/**
 * Opens a finished stick for reading only and proves that the password and the recovery key open its Windows; then checks
 * what lies in it. Throws `bitlocker/not-encrypted`, `bitlocker/wrong-password`, `bitlocker/damaged`, and `cancelled`.
 */
export async function testUnlock(
  target: Target,
  password: string,
  host: Host,
  signal: AbortSignal,
): Promise<CheckResult[]> {
  const guards = { neededBytes: 0, protectedPaths: [], readOnly: true };
  const [open] = await host.openTargets([{ target, guards }], signal);
  if (!open) throw stickError('internal', { message: 'no target was opened' });
  try {
    const disk = await diskIn(open, target);
    const volume = await encryptedWindows(disk);
    if (!volume) {
      const message = 'Windows lies on it in the clear, or there is none';
      throw stickError('bitlocker/not-encrypted', { message });
    }
    const proven = await unlessAborted(proveVolume(volume, password, signal), signal);
    return [...proven.checks, ...(await checkStick(disk, proven.opened))];
  } finally {
    await open.close();
  }
}
