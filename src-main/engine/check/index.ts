import type { CheckResult } from '../../../src-shared/check';
import type { OpenedVolume } from '../../guest/bitlocker';
import type { ByteSource } from '../../io';
import { CHECKS } from './checks';
import { runChecks } from './run-checks';
import { readStick } from './stick';

export { attempt, readContainer } from './container';
export { readEfiProgram } from './pe';
export {
  defaultLoader,
  encryptedWindows,
  readStick,
  type Partition,
  type PartitionEntry,
  type Stick,
} from './stick';
export { checkVentoyStick, type ExpectedVentoy, type ReleaseContent } from './ventoy';

/**
 * Reads a finished stick as firmware, boot manager and Windows will, and reports what they would
 * find. What lies in an encrypted volume is looked at where it was opened. Damaged content is a result that failed. Throws only when the medium can't be read.
 */
export async function checkStick(
  source: ByteSource,
  opened: OpenedVolume | null = null,
): Promise<CheckResult[]> {
  return runChecks(CHECKS, await readStick(source, opened));
}
