import type { CheckResult } from '../../../src-shared/check';
import type { ByteSource } from '../../io';
import { CHECKS } from './checks';
import { runChecks } from './run-checks';
import { readStick } from './stick';

export { checkVentoyStick, type ExpectedVentoy, type ReleaseContent } from './ventoy';

/**
 * Reads a finished stick as firmware, boot manager and Windows will, and reports what they would
 * find. Damaged content is a result that failed. Throws only when the medium can't be read.
 */
export async function checkStick(source: ByteSource): Promise<CheckResult[]> {
  return runChecks(CHECKS, await readStick(source));
}
