import type { VentoyReport } from '../../../src-shared/job';
import type { VentoyPlan } from '../../../src-shared/plan';
import type { MakeRunning, MakeTools } from '../job';

/** Makes every Ventoy stick of a plan. */
export function makeVentoySticks(
  _plan: VentoyPlan,
  _tools: MakeTools,
  _running: MakeRunning,
): Promise<VentoyReport> {
  return Promise.reject(new Error('to be written'));
}
