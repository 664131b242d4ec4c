import type { Report } from '../../src-shared/job';
import type { StickPlan } from '../../src-shared/plan';
import type { MakeRunning, MakeTools } from './job';
import { makeWindowsSticks } from './make-windows';
import { makeVentoySticks } from './ventoy/make';
import type { PreparedVentoy } from './ventoy/prepare';

/**
 * Makes every stick of a plan. `prepared` is what prepareVentoy found for this plan, where that is known already. Throws what the
 * kind’s own function does.
 */
export function makeSticks(
  plan: StickPlan,
  tools: MakeTools,
  running: MakeRunning,
  prepared?: PreparedVentoy,
): Promise<Report> {
  return plan.kind === 'ventoy'
    ? makeVentoySticks(plan, tools, running, prepared)
    : makeWindowsSticks(plan, tools, running);
}
