import type { CheckResult } from '../../../src-shared/check';
import { predictStarts, type Prediction } from '../../../src-shared/compatibility';
import type { OpenedVolume } from '../../guest/bitlocker';
import type { ByteSource } from '../../io';
import { windowsAbilities } from './abilities';
import { CHECKS } from './checks';
import { runChecks } from './run-checks';
import { readStick, type Stick } from './stick';

export { attempt, readContainer } from './container';
export { readBootProgram } from './program';
export {
  defaultLoader,
  encryptedWindows,
  readStick,
  type Partition,
  type PartitionEntry,
  type Stick,
} from './stick';
export {
  checkVentoyStick,
  examineVentoyStick,
  type ExpectedVentoy,
  type ReleaseContent,
} from './ventoy';

/** What a finished stick was found to be. */
export interface StickFindings {
  checks: CheckResult[];
  /** Which kinds of computer it should start. */
  compatibility: Prediction[];
}

/**
 * Reads a finished stick as firmware, boot manager and Windows will, and reports what they would
 * find. What lies in an encrypted volume is looked at where it was opened. Damaged content is a result that failed. Throws only when the medium can't be read.
 */
export async function inspectStick(
  source: ByteSource,
  opened: OpenedVolume | null = null,
): Promise<{ stick: Stick; checks: CheckResult[] }> {
  const stick = await readStick(source, opened);
  return { stick, checks: await runChecks(CHECKS, stick) };
}

/** The same, with which computers the stick should start. */
export async function examineStick(
  source: ByteSource,
  opened: OpenedVolume | null = null,
): Promise<StickFindings> {
  const { stick, checks } = await inspectStick(source, opened);
  return { checks, compatibility: predictStarts(await windowsAbilities(stick, checks)) };
}

/** The checks alone. */
export async function checkStick(
  source: ByteSource,
  opened: OpenedVolume | null = null,
): Promise<CheckResult[]> {
  return (await inspectStick(source, opened)).checks;
}
