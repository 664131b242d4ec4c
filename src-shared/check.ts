import { z } from 'zod';
import { SaidSchema, wordsOf, type Said } from './findings';
import { findings } from './languages/en/findings';
import { formatBytes } from './units';

export const CheckResultSchema = z.object({
  /** Stable name, such as `gpt.primary` or `bcd.loader-path`. */
  id: z.string(),
  status: z.enum(['pass', 'warn', 'fail']),
  /** What was found, for a person, in English. */
  evidence: z.string(),
  /** What to do about it, in English; absent on a pass. */
  next: z.string().optional(),
  /** The same for other languages. Absent in reports of earlier versions, and where this one doesn't know a sentence. */
  words: z
    .object({ evidence: SaidSchema, next: SaidSchema.optional() })
    .optional()
    .catch(undefined),
});
export type CheckResult = z.infer<typeof CheckResultSchema>;

/** `next` is null on a pass. */
export function checkResult(
  id: string,
  status: CheckResult['status'],
  evidence: Said,
  next: Said | null,
): CheckResult {
  const inEnglish = (said: Said): string => wordsOf(said, findings, formatBytes);
  const english = { id, status, evidence: inEnglish(evidence) };
  return next === null
    ? { ...english, words: { evidence } }
    : { ...english, next: inEnglish(next), words: { evidence, next } };
}

export function checksPassed(checks: readonly CheckResult[]): boolean {
  return checks.length > 0 && checks.every((check) => check.status !== 'fail');
}
