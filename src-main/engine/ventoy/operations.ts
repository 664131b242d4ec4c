import type { VentoyPlan } from '../../../src-shared/plan';
import type { MakeTools } from '../job';

export function ventoyOperations(
  _plan: VentoyPlan,
  _tools: Pick<MakeTools, 'host' | 'workFolder'>,
  _signal: AbortSignal,
): Promise<string[]> {
  return Promise.reject(new Error('to be written'));
}
