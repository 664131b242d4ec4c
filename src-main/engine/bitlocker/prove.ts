import type { CheckResult } from '../../../src-shared/check';
import { StickError } from '../../../src-shared/errors';
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
  const byPassword: CheckResult = {
    id: 'bitlocker.password',
    status: 'pass',
    evidence: 'The password opens the volume',
  };
  return { opened, checks: [byPassword, await byRecoveryKey(read, opened, signal)] };
}

async function byRecoveryKey(
  read: (offset: number, length: number) => Promise<Buffer>,
  { recoveryPassword, protectors }: OpenedVolume,
  signal: AbortSignal,
): Promise<CheckResult> {
  const id = 'bitlocker.recovery-key';
  const next = 'Keep the password safe, and have Windows make a new recovery key.';
  const key = recoveryPassword();
  if (key === null) {
    return { id, status: 'fail', evidence: 'The volume has no recovery key', next };
  }
  const opened = await openVolume(read, { recoveryPassword: key }, { signal }).catch(refusedKey);
  if (opened === null) {
    return { id, status: 'fail', evidence: 'The recovery key of the volume doesn’t open it', next };
  }
  const { openedBy } = opened;
  const known = protectors.some((one) => one.id === openedBy);
  return known
    ? { id, status: 'pass', evidence: `The recovery key ${openedBy.toUpperCase()} opens it, too` }
    : { id, status: 'fail', evidence: 'The recovery key is that of another volume', next };
}

/** Null where the volume has no use for the key; what has another cause is thrown. */
function refusedKey(error: unknown): null {
  const refusals = ['bitlocker/wrong-recovery-password', 'bitlocker/unsupported'];
  if (error instanceof StickError && refusals.includes(error.code)) return null;
  throw error;
}
