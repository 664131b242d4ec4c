import type { CheckResult } from '../../../src-shared/check';
import { stickError } from '../../../src-shared/errors';
import type { Target } from '../../../src-shared/plan';
import type { Host } from '../../host';
import { unlessAborted } from '../../io';
import { checkStick, encryptedWindows } from '../check';
import { readTarget } from '../read-target';
import { proveVolume } from './prove';

/**
 * Opens a finished stick for reading only and proves that the password and the recovery key open its Windows; then checks
 * what lies in it. Throws `bitlocker/not-encrypted`, `bitlocker/wrong-password`, `bitlocker/damaged`, and `cancelled`.
 */
export function testUnlock(
  target: Target,
  password: string,
  host: Host,
  signal: AbortSignal,
): Promise<CheckResult[]> {
  return readTarget(target, host, signal, async (disk) => {
    const volume = await encryptedWindows(disk);
    if (!volume) {
      const message = 'Windows lies on it in the clear, or there is none';
      throw stickError('bitlocker/not-encrypted', { message });
    }
    const proven = await unlessAborted(proveVolume(volume, password, signal), signal);
    return [...proven.checks, ...(await checkStick(disk, proven.opened))];
  });
}
