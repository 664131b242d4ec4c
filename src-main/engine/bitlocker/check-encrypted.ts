import { checksPassed } from '../../../src-shared/check';
import { windowsVolume } from '../../../src-shared/layout';
import { slice, unlessAborted } from '../../io';
import type { StickFindings } from '../check';
import { checkFailed } from '../check-failed';
import type { HeldTarget, Job } from '../job';
import { diskIn } from '../vhdx-target';
import { checkMade } from '../write-stick';
import { checkKeyFile } from './key-file-check';
import { proveVolume } from './prove';

/**
 * Proves that the password of a job and the recovery key open what lies on a stick, checks what lies in it, and that the file
 * with the key is still there. Throws `check/failed`, `bitlocker/…`, `cancelled`.
 */
export async function checkEncrypted(
  { plan, signal }: Pick<Job, 'plan' | 'signal'>,
  target: HeldTarget,
  keyFile: string,
): Promise<StickFindings> {
  target.log.advance('checking', 0, 0);
  const { startByte, bytes } = windowsVolume(target.layout);
  const disk = await diskIn(target.open, target.target);
  const password = plan.secrets.bitLockerPassword ?? '';
  const proving = proveVolume(slice(disk, startByte, bytes), password, signal);
  const proven = await unlessAborted(proving, signal);
  if (!checksPassed(proven.checks)) {
    target.log.checked(proven.checks);
    throw checkFailed(target.name, proven.checks);
  }
  const made = await checkMade(target, signal, proven.opened);
  const checks = [...made.checks, ...proven.checks, await checkKeyFile(keyFile, proven.opened)];
  return { ...made, checks };
}
