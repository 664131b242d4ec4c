import type { CheckResult } from '../../../src-shared/check';
import type { ByteSource } from '../../io';
import { CHECKS } from './checks';
import { damageOf, fail, type Check, type Finding } from './finding';
import { readStick, type Stick } from './stick';

/**
 * Reads a finished stick as firmware, boot manager and Windows will, and reports what they would
 * find. Damaged content is a result that failed. Throws only when the medium can't be read.
 */
export async function checkStick(source: ByteSource): Promise<CheckResult[]> {
  const stick = await readStick(source);
  const results: CheckResult[] = [];
  for (const check of CHECKS) {
    const finding = await find(check, stick);
    if (finding) results.push(toResult(check, finding));
  }
  return results;
}

async function find(check: Check, stick: Stick): Promise<Finding | null> {
  try {
    return await check.run(stick);
  } catch (error) {
    const problem = damageOf(error);
    if (problem === null) throw error;
    return fail(`What was found makes no sense: ${problem}`);
  }
}

function toResult({ id, next }: Check, { status, evidence }: Finding): CheckResult {
  return status === 'pass' ? { id, status, evidence } : { id, status, evidence, next };
}
