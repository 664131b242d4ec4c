import { checkResult, type CheckResult } from '../../../src-shared/check';
import { sentence } from '../../../src-shared/findings';
import { damageOf, fail, type Check, type Finding } from './finding';

/** Asks all questions about one stick. Throws only when the medium can't be read. */
export async function runChecks<Subject>(
  checks: readonly Check<Subject>[],
  subject: Subject,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) {
    const finding = await find(check, subject);
    if (finding) results.push(toResult(check, finding));
  }
  return results;
}

async function find<Subject>(check: Check<Subject>, subject: Subject): Promise<Finding | null> {
  try {
    return await check.run(subject);
  } catch (error) {
    const problem = damageOf(error);
    if (problem === null) throw error;
    return fail('damage.found', { problem });
  }
}

function toResult<Subject>(
  { id, next }: Check<Subject>,
  { status, evidence }: Finding,
): CheckResult {
  return checkResult(id, status, evidence, status === 'pass' ? null : sentence(next));
}
