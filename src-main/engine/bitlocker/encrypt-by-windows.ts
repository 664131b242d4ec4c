import { randomBytes } from 'node:crypto';
import { StickError, stickError, toStickError } from '../../../src-shared/errors';
import type { StickReport } from '../../../src-shared/job';
import { windowsVolume } from '../../../src-shared/layout';
import type { ProtectAfterWriting } from '../../../src-shared/protect';
import { RECOVERY_BYTES, formatRecoveryPassword } from '../../guest/bitlocker';
import type { ProtectedVolume } from '../../host';
import type { HeldTarget, Job } from '../job';
import { checkEncrypted } from './check-encrypted';
import { saveRecoveryKey, type SavedRecoveryKey } from './recovery-folder';

type Encrypted = Pick<StickReport, 'bitLocker' | 'checks' | 'compatibility'>;

/**
 * Has the Windows that this computer runs encrypt a stick that is written, and proves that password and recovery key open it
 * then. The recovery key is saved before encrypting begins, and stays from then on, whatever happens. Keeps `target.state` true.
 * Throws `bitlocker/…`, `check/failed`, `cancelled`.
 */
export async function encryptByWindows(
  job: Job,
  target: HeldTarget,
  protect: ProtectAfterWriting,
): Promise<Encrypted> {
  const { plan, signal } = job;
  const { startByte, bytes } = windowsVolume(target.layout);
  const password = plan.secrets.bitLockerPassword;
  if (password === null) throw stickError('bitlocker/password', { message: 'it is missing' });
  const recoveryPassword = formatRecoveryPassword(randomBytes(RECOVERY_BYTES));
  target.log.advance('encrypting', 0, bytesToEncrypt(job, target, protect));
  // It starts a computer, and is not what was asked for.
  target.state = 'partial';
  const asked = { offset: startByte, length: bytes, password, recoveryPassword };
  const volume = await target.open.protectVolume(asked, signal);
  const { recoveryKeyId } = volume;
  let saved: SavedRecoveryKey;
  try {
    const label = target.content.computerName ?? job.label;
    const key = { label, keyId: recoveryKeyId, recoveryPassword };
    saved = await saveRecoveryKey(protect.recoveryFolder, key);
    await encrypt(job, target, protect, volume, saved);
  } catch (error) {
    // What went wrong first matters more than a drive that can't be had back, which shows when it is released.
    await volume.giveBack().catch(() => undefined);
    throw error;
  }
  target.state = 'finished';
  await volume.giveBack();
  const bitLocker = {
    by: 'windows',
    cipher: protect.cipher,
    recoveryKeyId,
    recoveryKeyFile: saved.path,
    freeSpace: protect.usedSpaceOnly ? 'kept' : 'encrypted',
  } as const;
  return { bitLocker, ...(await checkEncrypted(job, target, saved.path)) };
}

async function encrypt(
  job: Job,
  target: HeldTarget,
  protect: ProtectAfterWriting,
  volume: ProtectedVolume,
  saved: SavedRecoveryKey,
): Promise<void> {
  const { log, signal } = job;
  const { name } = target;
  const { cipher, usedSpaceOnly } = protect;
  const bytes = bytesToEncrypt(job, target, protect);
  const onProgress = (share: number): void => {
    target.log.advance('encrypting', Math.floor(share * bytes), bytes);
  };
  if (signal.aborted) {
    await saved.withdraw();
    throw stickError('cancelled', {});
  }
  try {
    await volume.encrypt({ cipher, usedSpaceOnly }, { signal, onProgress });
  } catch (thrown) {
    const error = toStickError(thrown);
    if (isNotBegun(error)) {
      await saved.withdraw();
      throw error;
    }
    const said = `Windows may have encrypted a part of ${name}: keep the recovery key in ${saved.path}. Unlocked in Windows, it can be encrypted to the end by “manage-bde -resume”`;
    log.warn(said);
    throw new StickError({ ...error.toData(), detail: error.detail ?? said }, { cause: error });
  }
}

/** Windows tells a share only. Of how many bytes is an estimate where free space is left out. */
function bytesToEncrypt(
  { prepared }: Job,
  { layout }: HeldTarget,
  { usedSpaceOnly }: ProtectAfterWriting,
): number {
  return usedSpaceOnly ? prepared.unpackedBytes : windowsVolume(layout).bytes;
}

/** Only then is there nothing that the key could be needed for. */
function isNotBegun({ code }: StickError): boolean {
  return code === 'bitlocker/windows-refused';
}
