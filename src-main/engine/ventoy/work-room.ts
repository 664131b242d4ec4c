import type { WorkRoom } from '../../../src-shared/ipc';
import type { VentoyPlan } from '../../../src-shared/plan';
import type { MakeTools } from '../job';

export function ventoyWorkRoom(_plan: VentoyPlan, _tools: MakeTools): Promise<WorkRoom> {
  return Promise.reject(new Error('to be written'));
}
