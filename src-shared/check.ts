import { z } from 'zod';

export const CheckResultSchema = z.object({
  /** Stable name, such as `gpt.primary` or `bcd.loader-path`. */
  id: z.string(),
  status: z.enum(['pass', 'warn', 'fail']),
  /** What was found, for a person. */
  evidence: z.string(),
  /** What to do about it; absent on a pass. */
  next: z.string().optional(),
});
export type CheckResult = z.infer<typeof CheckResultSchema>;

export function checksPassed(checks: readonly CheckResult[]): boolean {
  return checks.length > 0 && checks.every((check) => check.status !== 'fail');
}
