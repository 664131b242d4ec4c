/** The configuration passes of Windows Setup (Microsoft, Windows Setup configuration passes). */
export const PASSES = [
  ...(['windowsPE', 'offlineServicing', 'generalize', 'specialize'] as const),
  ...(['auditSystem', 'auditUser', 'oobeSystem'] as const),
] as const;
export type Pass = (typeof PASSES)[number];

/**
 * The passes a stick goes through: its Windows was unpacked, not set up, and starts for the first time as one that
 * was generalized. The audit passes run only where somebody starts audit mode.
 */
export type RunningPass = 'specialize' | 'oobeSystem';
export const RUNNING_PASSES: readonly RunningPass[] = ['specialize', 'oobeSystem'];

export function isPass(text: string | undefined): text is Pass {
  return PASSES.some((pass) => pass === text);
}

export function isRunningPass(pass: string | undefined): pass is RunningPass {
  return RUNNING_PASSES.some((running) => running === pass);
}
