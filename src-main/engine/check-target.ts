import type { CheckResult } from '../../src-shared/check';
import type { Target } from '../../src-shared/plan';
import type { Host } from '../host';
import { readVentoyLayout } from '../ventoy';
import { checkStick, checkVentoyStick } from './check';
import { readTarget } from './read-target';

/**
 * Opens a finished stick, with Windows or Ventoy, for reading only and checks it. `images`: Ventoy's images are read, too.
 * Throws only when it can't be read, and `cancelled`.
 */
export function checkTarget(
  target: Target,
  host: Host,
  signal: AbortSignal,
  { images = false } = {},
): Promise<CheckResult[]> {
  return readTarget(target, host, signal, async (disk) => {
    const ventoy = await readVentoyLayout(disk);
    if (!ventoy) return checkStick(disk);
    return checkVentoyStick(disk, { version: null, ...(images ? { images: signal } : {}) });
  });
}
