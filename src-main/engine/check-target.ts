import type { CheckResult } from '../../src-shared/check';
import type { StickId } from '../../src-shared/diary';
import type { Target } from '../../src-shared/plan';
import type { Host } from '../host';
import { readVentoyLayout } from '../ventoy';
import { examineStick, examineVentoyStick, type StickFindings } from './check';
import { readTarget } from './read-target';
import { identityOn } from './stick-identity';

export interface ExaminedTarget extends StickFindings {
  /** Null for a stick that nothing tells from others. */
  stickId: StickId | null;
}

/**
 * Opens a finished stick, with Windows or Ventoy, for reading only and checks it. `images`: Ventoy's images are read, too.
 * Throws only when it can't be read, and `cancelled`.
 */
export function examineTarget(
  target: Target,
  host: Pick<Host, 'openTargets'>,
  signal: AbortSignal,
  { images = false } = {},
): Promise<ExaminedTarget> {
  return readTarget(target, host, signal, async (disk) => {
    const ventoy = await readVentoyLayout(disk);
    const identity = await identityOn(disk, ventoy);
    const reading = images ? { images: signal } : {};
    const findings = ventoy
      ? await examineVentoyStick(disk, { version: null, ...reading })
      : await examineStick(disk);
    return { ...findings, stickId: 'id' in identity ? identity.id : null };
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
