import type { Report } from '../../src-shared/job';
import type { StickPlan } from '../../src-shared/plan';
import type { MakeRunning, MakeTools } from './job';
import { makeWindowsSticks } from './make-windows';
import { makeVentoySticks } from './ventoy/make';

/** Makes every stick of a plan. Throws what the kind’s own function does. */
export function makeSticks(
  plan: StickPlan,
  tools: MakeTools,
  running: MakeRunning,
): Promise<Report> {
  return plan.kind === 'ventoy'
    ? makeVentoySticks(plan, tools, running)
    : makeWindowsSticks(plan, tools, running);
}
