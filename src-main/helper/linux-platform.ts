import { stickError } from '../../src-shared/errors';
import { deviceOf } from '../host/linux/drives';
import { lendRange, reclaimNodes } from './lent-range';
import { removeStaleMounts } from './mount-folder';
import { mountRange } from './mounted-range';
import { openTargetMedium } from './open-medium';
import type { HelperPlatform } from './platform';
import { removeStaleRuns, runVentoy } from './run-ventoy';
import { openSource } from './source-file';

/** For whom a helper on Linux works. */
export interface HelperUser {
  /** The user who started the program: only that user's files may become a stick. */
  userUid: number;
  userGid: number;
  /** This process has rights that this user has not. */
  asRootForUser: boolean;
}

export function linuxPlatform({ userUid, userGid, asRootForUser }: HelperUser): HelperPlatform {
  return {
    async tidyUp() {
      // Tidying up that fails is no reason to refuse the work.
      if (asRootForUser) await reclaimNodes(userUid).catch(() => undefined);
      if (process.getuid?.() !== 0) return;
      await removeStaleMounts().catch(() => undefined);
      await removeStaleRuns().catch(() => undefined);
    },
    openTarget: (request, signal) => openTargetMedium(request, { userUid, asRootForUser }, signal),
    openSource: (source) => openSource(source, userUid),
    deviceOf,
    async lend(drive, range, signal) {
      // First what may be impossible here; the drive is then as it was.
      const lent = await lendRange(drive, range, userUid, signal);
      try {
        await drive.eraseTables();
      } catch (error) {
        await lent.takeBack();
        throw error;
      }
      return lent;
    },
    protectVolume: () => Promise.reject(stickError('bitlocker/needs-windows', {})),
    mount: (disk, range, { readOnly }, signal) =>
      mountRange(disk, range, { readOnly, user: { uid: userUid, gid: userGid } }, signal),
    runVentoy,
    buildWindows: unasked,
    listImageFolders: unasked,
    makeContainerSeed: unasked,
    readWindowsContents: unasked,
  };
}

/** Images are unpacked with the user's own rights here. */
function unasked(): Promise<never> {
  const message = 'Windows is unpacked without the helper here';
  return Promise.reject(stickError('helper/protocol', { message }));
}
