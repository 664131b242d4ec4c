import type { CheckResult } from '../../src-shared/check';
import type { Target } from '../../src-shared/plan';
import type { Host } from '../host';
import { readVentoyLayout } from '../ventoy';
import { examineStick, examineVentoyStick, type StickFindings } from './check';
import { readTarget } from './read-target';

/** Opens a finished stick, with Windows or Ventoy, for reading only and checks it. Throws only when it can't be read. */
export function examineTarget(
  target: Target,
  host: Host,
  signal: AbortSignal,
): Promise<StickFindings> {
  return readTarget(target, host, signal, async (disk) => {
    const ventoy = await readVentoyLayout(disk);
    return ventoy ? examineVentoyStick(disk, { version: null }) : examineStick(disk);
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
