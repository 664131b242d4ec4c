import type { CheckResult } from '../../../src-shared/check';

/** What a colour says, a sign and a word say too. */
export const statusWords: Record<CheckResult['status'], string> = {
  pass: '✓ passed',
  warn: '! look at this',
  fail: '✗ failed',
};

/** `2026-03-01T10:20:30.400Z` → `2026-03-01 10:20:30 UTC`. */
export function timeOf(iso: string): string {
  return iso.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
}
