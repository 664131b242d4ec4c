import { toStickError } from '../../../src-shared/errors';
import type { BitLockerReport, StickReport } from '../../../src-shared/job';
import type { ProtectNow } from '../../../src-shared/protect';
import type { BlockMap } from '../../disk';
import type { HeldTarget, Job } from '../job';
import type { StickIds } from '../stick-ids';
import { writeStick } from '../write-stick';
import { checkEncrypted } from './check-encrypted';
import { sealStick, type SealedStick } from './seal-stick';

/** What an encrypted stick is made of. */
export interface ContentToEncrypt {
  /** The unpacked Windows. */
  volumePath: string;
  /** Maps of what lies in Windows' volume, to be encrypted. */
  inVolume: readonly BlockMap[];
  /** Maps of the rest of the stick. */
  others: readonly BlockMap[];
}

type Written = Pick<
  StickReport,
  'writtenBytes' | 'verifiedBytes' | 'resumedBytes' | 'bitLocker' | 'checks' | 'compatibility'
>;

/**
 * Writes a stick whose Windows is encrypted on its way, and proves that password and recovery key open what lies there then.
 * The recovery key is saved before the first byte is changed, and removed again where the stick wasn't finished. Throws
 * what sealStick, writeStick and checkMade do.
 */
export async function writeEncrypted(
  job: Job,
  target: HeldTarget,
  protect: ProtectNow,
  ids: StickIds,
  { volumePath, inVolume, others }: ContentToEncrypt,
): Promise<Written> {
  const sealed = await sealStick(job, target, protect, volumePath, ids);
  try {
    const maps = [...others, ...inVolume, sealed.map];
    const disk = { maps, encryption: sealed.encryption(inVolume) };
    const { freeSpace, ...written } = await writeStick(job, target, ids, disk, false);
    sealed.forget();
    const bitLocker: BitLockerReport = {
      by: 'sticksmith',
      cipher: protect.cipher,
      recoveryKeyId: sealed.recoveryKeyId,
      recoveryKeyFile: sealed.saved.path,
      freeSpace: freeSpace ?? 'kept',
    };
    const found = await checkEncrypted(job, target, sealed.saved.path);
    return { ...written, bitLocker, ...found };
  } catch (error) {
    await withdrawUnlessFinished(sealed, target);
    throw toStickError(error);
  } finally {
    sealed.forget();
  }
}

/** A key that opens nothing would only be in somebody's way. */
async function withdrawUnlessFinished(
  { saved }: SealedStick,
  { state }: HeldTarget,
): Promise<void> {
  if (state !== 'finished') await saved.withdraw();
}
