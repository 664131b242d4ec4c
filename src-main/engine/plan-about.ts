import type { WorkRoom } from '../../src-shared/ipc';
import type { StickPlan } from '../../src-shared/plan';
import type { HostDescription } from '../host';
import type { MakeTools } from './job';
import { windowsOperations } from './operations';
import { preparePlan } from './prepare';
import { ventoyOperations } from './ventoy/operations';
import { ventoyWorkRoom } from './ventoy/work-room';
import { windowsWorkRoom } from './work-room';

/** The exact operations of a plan, in order, one line each. Throws what preparing the plan throws. */
export async function planOperations(
  plan: StickPlan,
  tools: { host: HostDescription; workFolder: string },
  signal: AbortSignal,
): Promise<string[]> {
  if (plan.kind === 'ventoy') return ventoyOperations(plan, tools, signal);
  const prepared = await preparePlan(plan, signal);
  return windowsOperations(plan, prepared, tools.workFolder, tools.host);
}

/** What a job will put into the work folder, and what there is room for. Throws what preparing the plan throws. */
export function workRoom(plan: StickPlan, tools: MakeTools): Promise<WorkRoom> {
  return plan.kind === 'ventoy' ? ventoyWorkRoom(plan, tools) : windowsWorkRoom(plan, tools);
}
