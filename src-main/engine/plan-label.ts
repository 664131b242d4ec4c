import type { StickPlan } from '../../src-shared/plan';

/** What the partition for a person's files is called on every stick of a plan; null where they have none, or keep the one they have. */
export function planLabel(plan: StickPlan): string | null {
  if (plan.kind === 'ventoy') return plan.install.way === 'erase' ? plan.install.label : null;
  const { sharedBytes, sharedLabel } = plan.space;
  return sharedBytes === 0 || sharedLabel === '' ? null : sharedLabel;
}
