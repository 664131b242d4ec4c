import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import { windowsVolume } from '../../../src-shared/layout';
import type { ProtectNow } from '../../../src-shared/protect';
import type { BlockMap, Extent } from '../../disk';
import {
  newSecrets,
  replacedRanges,
  sealVolume,
  type BitLockerIdentity,
  type BitLockerLayout,
  type SealedVolume,
} from '../../guest/bitlocker';
import type { VolumeEncryption } from '../../host';
import { newGuid } from '../../io';
import { mapExtents, windowsBootSectors } from '../block-maps';
import type { HeldTarget, Job } from '../job';
import type { StickIds } from '../stick-ids';
import { saveRecoveryKey, type SavedRecoveryKey } from './recovery-folder';
import { volumeAreas } from './volume-areas';

/** What one stick needs to be encrypted on its way to the drive. Its keys are in memory only. */
export interface SealedStick {
  /** What of the volume is written as it is: first sectors, metadata, and the backup of what the first sectors hide. */
  map: BlockMap;
  /** GUID that the recovery screen shows. */
  recoveryKeyId: string;
  saved: SavedRecoveryKey;
  /** `maps`: those whose chunks lie in the clear in their files. Their key is overwritten by `forget`. */
  encryption(maps: readonly BlockMap[]): VolumeEncryption;
  forget(): void;
}

/**
 * Makes the keys of one stick, saves its recovery key, and puts what BitLocker adds to the volume into a private file. Nothing
 * of the drive has changed yet. Takes a second or two. Throws `bitlocker/password`, `bitlocker/recovery-folder`, `cancelled`.
 */
export async function sealStick(
  { plan, label, signal }: Job,
  target: HeldTarget,
  protect: ProtectNow,
  volumePath: string,
  ids: StickIds,
): Promise<SealedStick> {
  const password = plan.secrets.bitLockerPassword;
  if (password === null) throw stickError('bitlocker/password', { message: 'it is missing' });
  const { startByte, startLba, bytes } = windowsVolume(target.layout);
  const layout: BitLockerLayout = { volumeBytes: bytes, ...(await volumeAreas(volumePath)) };
  const identity = newIdentity(target);
  const secrets = newSecrets(protect.cipher);
  try {
    const boot = await windowsBootSectors(volumePath, {
      ...{ bytes, startLba, serial: ids.ntfsSerial },
    });
    const sealed = await sealVolume(
      { layout, identity, secrets, password, recoveryKeyPlace: 'file', boot },
      { signal },
    );
    const path = join(target.folder, 'bitlocker.bin');
    const { content, extents } = placed(sealed, layout);
    await writeFile(path, content, { mode: 0o600 });
    const map = await mapExtents(path, extents, startByte, signal);
    const saved = await saveRecoveryKey(protect.recoveryFolder, {
      label: target.content.computerName ?? label,
      keyId: identity.recoveryProtector,
      recoveryPassword: secrets.recoveryPassword,
    });
    return {
      map,
      recoveryKeyId: identity.recoveryProtector,
      saved,
      encryption: (maps) => ({
        ...{ startByte, bytes, cipher: protect.cipher, key: secrets.volumeKey, maps },
        freeSpace: protect.clearFreeSpace ? 'clear' : 'keep',
      }),
      forget: () => {
        secrets.wipe();
      },
    };
  } catch (error) {
    secrets.wipe();
    throw error;
  }
}

function newIdentity({ content }: HeldTarget): BitLockerIdentity {
  const created = new Date();
  const name = content.computerName ?? 'Sticksmith';
  return {
    volume: newGuid(),
    passwordProtector: newGuid(),
    recoveryProtector: newGuid(),
    description: `${name} C: ${created.toISOString().slice(0, 10)}`,
    created,
  };
}

/** The pieces of a sealed volume one after the other, and where in the volume each belongs, ascending. */
function placed(
  { sector0, noise, block, bootBackup }: SealedVolume,
  layout: BitLockerLayout,
): { content: Buffer; extents: Extent[] } {
  const pieces: Buffer[] = [];
  const extents: Extent[] = [];
  let sourceOffset = 0;
  for (const { offset, length } of replacedRanges(layout)) {
    const bytes =
      offset === 0
        ? Buffer.concat([sector0, noise])
        : offset === layout.backupAt
          ? bootBackup
          : block;
    pieces.push(bytes);
    extents.push({ sourceOffset, targetOffset: offset, length });
    sourceOffset += length;
  }
  return { content: Buffer.concat(pieces), extents };
}
