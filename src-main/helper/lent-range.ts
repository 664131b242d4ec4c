import { lchown, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteRange } from '../disk/extent';
import { stopIfCancelled } from './cancel';
import { attachLoopDevice, fileBehind, statOfDrive } from './loop-device';
import type { HeldDrive } from './opened-target';
import type { LentRange } from './platform';

/**
 * Makes a block device of a part of a drive and gives it to a user alone. It goes when this process ends.
 * The range is no fence: the kernel lets whoever may write to a loop device move it, so that this
 * user's programs can reach all of the drive, and nothing else. To take it back flushes and removes it.
 * Throws `tool/missing`, `tool/failed`, `target/changed`, `cancelled`.
 */
export async function lendRange(
  drive: HeldDrive,
  range: ByteRange,
  userUid: number,
  signal: AbortSignal,
): Promise<LentRange> {
  const device = await attachLoopDevice({
    path: drive.path,
    stat: () => statOfDrive(drive),
    range,
    readOnly: false,
  });
  const { path, handle } = device;
  let mode: number;
  let gid: number;
  try {
    ({ mode, gid } = await handle.stat());
    stopIfCancelled(signal);
    await handle.chmod(0o600);
    await handle.chown(userUid, gid);
  } catch (error) {
    await handle.close();
    throw error;
  }

  let held = true;
  const takeBack = async (): Promise<void> => {
    if (held) {
      // The node outlives the device and will be somebody else's.
      await handle.chown(0, gid);
      await handle.chmod(mode & 0o777);
      held = false;
    }
    await device.detach();
  };
  return { path, takeBack, abandon: takeBack };
}

/**
 * Takes back the nodes that a helper which was killed has left with a user: whatever is attached there
 * next would be open to that user as well.
 */
export async function reclaimNodes(userUid: number): Promise<void> {
  for (const name of await readdir('/dev')) {
    if (!/^loop\d+$/.test(name)) continue;
    const path = join('/dev', name);
    const { uid, gid } = await lstat(path);
    if (uid === userUid && (await fileBehind(path)) === null) await lchown(path, 0, gid);
  }
}
