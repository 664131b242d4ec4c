import type { CheckResult } from '../../src-shared/check';
import type { Target } from '../../src-shared/plan';
import type { Host } from '../host';
import { readVentoyLayout } from '../ventoy';
import { examineStick, examineVentoyStick, type StickFindings } from './check';
import { readTarget } from './read-target';

/**
 * Opens a finished stick, with Windows or Ventoy, for reading only and checks it. `images`: Ventoy's images are read, too.
 * Throws only when it can't be read, and `cancelled`.
 */
export function examineTarget(
  target: Target,
  host: Host,
  signal: AbortSignal,
  { images = false } = {},
): Promise<StickFindings> {
  return readTarget(target, host, signal, async (disk) => {
    const ventoy = await readVentoyLayout(disk);
    if (!ventoy) return examineStick(disk);
    return examineVentoyStick(disk, { version: null, ...(images ? { images: signal } : {}) });
  });
}

/** The checks alone. */
export async function checkTarget(
  target: Target,
  host: Host,
  signal: AbortSignal,
): Promise<CheckResult[]> {
  return (await examineTarget(target, host, signal)).checks;
}
