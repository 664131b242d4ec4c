import { checkResult, type CheckResult } from '../../../src-shared/check';
import { StickError } from '../../../src-shared/errors';
import { sentence, type Sentence } from '../../../src-shared/findings';
import { openVolume, type OpenedVolume } from '../../guest/bitlocker';
import type { ByteSource } from '../../io';

/** An encrypted volume that was opened, and what both of its keys were found to do. */
export interface ProvenVolume {
  opened: OpenedVolume;
  checks: CheckResult[];
}

/**
 * Opens a volume by its password, has it give its recovery password, and opens it by that, too: both are derived anew from
 * what lies on the drive. Takes a few seconds. Throws as `openVolume` does for the password.
 */
export async function proveVolume(
  volume: ByteSource,
  password: string,
  signal: AbortSignal,
): Promise<ProvenVolume> {
  const read = (offset: number, length: number): Promise<Buffer> => volume.read(offset, length);
  const opened = await openVolume(read, { password }, { signal });
  const opens = sentence('bitlocker.password.opens');
  const byPassword = checkResult('bitlocker.password', 'pass', opens, null);
  return { opened, checks: [byPassword, await byRecoveryKey(read, opened, signal)] };
}

async function byRecoveryKey(
  read: (offset: number, length: number) => Promise<Buffer>,
  { recoveryPassword, protectors }: OpenedVolume,
  signal: AbortSignal,
): Promise<CheckResult> {
  const key = recoveryPassword();
  if (key === null) return noRecovery(sentence('bitlocker.recovery-key.none'));
  const opened = await openVolume(read, { recoveryPassword: key }, { signal }).catch(refusedKey);
  if (opened === null) return noRecovery(sentence('bitlocker.recovery-key.refused'));
  const { openedBy } = opened;
  const known = protectors.some((one) => one.id === openedBy);
  if (!known) return noRecovery(sentence('bitlocker.recovery-key.other'));
  const opens = sentence('bitlocker.recovery-key.opens', { key: openedBy.toUpperCase() });
  return checkResult('bitlocker.recovery-key', 'pass', opens, null);
}

function noRecovery(evidence: Sentence): CheckResult {
  const next = sentence('next.bitlocker.recovery-key');
  return checkResult('bitlocker.recovery-key', 'fail', evidence, next);
}

/** Null where the volume has no use for the key; what has another cause is thrown. */
function refusedKey(error: unknown): null {
  const refusals = ['bitlocker/wrong-recovery-password', 'bitlocker/unsupported'];
  if (error instanceof StickError && refusals.includes(error.code)) return null;
  throw error;
}
