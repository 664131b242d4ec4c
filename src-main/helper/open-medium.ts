import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Drive } from '../../src-shared/drive';
import { StickError, stickError } from '../../src-shared/errors';
import type { Target } from '../../src-shared/plan';
import { deviceOf, listDrives } from '../host/linux/drives';
import { runTool } from '../host/run-tool';
import { isClaimed } from './disk-claim';
import { attachDiskFile, type DiskFileRequest } from './disk-file';
import { openDriveForReading, openDriveForWriting } from './drive-medium';
import {
  confirmedDrive,
  mountPointsOn,
  refuseMounted,
  refuseUnsuitable,
  type DriveRules,
} from './guards';
import { openImageTarget } from './image-target';
import { isBehindLoopDevice } from './loop-device';
import type { Medium } from './medium';
import {
  closedOnFailure,
  nothingToRelease,
  type HeldDrive,
  type OpenedTarget,
  type WholeDisk,
} from './opened-target';
import { devicesOf } from './own-mounts';
import type { OpenRequest } from './protocol';

/** How long a drive that is held is waited for. */
const BUSY_LIMIT_MS = 3000;
const LOOK_EVERY_MS = 100;

/**
 * Opens a target after checking everything about it anew. `asRootForUser`: this process has rights
 * that the user who started the program has not; image files are then none of its business, but for those
 * that are to be a disk.
 */
export async function openTargetMedium(
  request: OpenRequest,
  { userUid, asRootForUser }: { userUid: number; asRootForUser: boolean },
  signal: AbortSignal,
): Promise<OpenedTarget> {
  const { target, guards, asDisk } = request;
  if (target.kind === 'drive') return openGuarded(target, request, signal);
  if (asDisk) return openAsDisk({ ...target, ...guards, state: asDisk }, userUid);
  if (asRootForUser) {
    throw stickError('permission/denied', { path: target.path });
  }
  if (request.inPlace && (await isLoopDevices(target.path))) {
    throw stickError('target/busy', { target: target.path });
  }
  return openImageTarget(target, request);
}

/** Whether somebody uses an image file as a disk right now. */
async function isLoopDevices(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats !== null && isBehindLoopDevice(stats);
}

async function openAsDisk(request: DiskFileRequest, userUid: number): Promise<OpenedTarget> {
  const disk = await attachDiskFile(request, userUid);
  const { path, device, release } = disk;
  try {
    if (request.readOnly) {
      const medium = await disk.openForReading();
      return { access: 'reading', medium, disk: { path, device }, release };
    }
    const medium = await disk.takeHold();
    return await closedOnFailure(medium, async () => {
      await disk.recheck();
      const deviceNumbers = await devicesOf(device);
      return { access: 'writing', kind: 'file', medium, deviceNumbers, disk, release };
    });
  } catch (error) {
    await release().catch(() => undefined);
    throw error;
  }
}

async function openGuarded(
  target: Extract<Target, { kind: 'drive' }>,
  { guards, allowLoop }: OpenRequest,
  signal: AbortSignal,
): Promise<OpenedTarget> {
  const { readOnly, neededBytes } = guards;
  // The helper's own program counts as well, whatever its caller says.
  const paths = [...guards.protectedPaths, resolve(__filename), process.execPath];
  const protectedPaths = await Promise.all(
    paths.map(async (path) => ({ path, device: await deviceOf(path) })),
  );
  const rules: DriveRules = { neededBytes, protectedPaths, allowLoop, readOnly };
  const admitted = async (): Promise<Drive> => {
    const drive = confirmedDrive(await listDrives(), target.identity);
    refuseUnsuitable(drive, rules);
    return drive;
  };

  const confirmed = await admitted();
  if (readOnly) {
    const medium = await openDriveForReading(confirmed);
    return closedOnFailure(medium, async () => {
      refuseExchanged(await admitted(), confirmed);
      return { access: 'reading', medium, disk: heldDrive(confirmed), release: nothingToRelease };
    });
  }

  await releaseMounts(confirmed, target.unmount, signal);
  const drive = await admitted();
  refuseMounted(drive);
  const medium = await onceFree(() => openUnclaimed(drive), signal);
  const recheck = async (): Promise<Drive> => {
    const found = await admitted();
    refuseExchanged(found, drive);
    refuseMounted(found);
    return found;
  };
  return closedOnFailure(medium, async () => {
    // Once more, now that it is held and can't be exchanged: it must be what was confirmed.
    const { deviceNumbers } = await recheck();
    const disk: WholeDisk = {
      ...heldDrive(drive),
      async recheck() {
        await recheck();
      },
      takeHold: () => openDriveForWriting(drive),
    };
    return {
      access: 'writing',
      kind: 'drive',
      medium,
      deviceNumbers,
      disk,
      release: nothingToRelease,
    };
  });
}

async function openUnclaimed(drive: Drive): Promise<Medium> {
  const medium = await openDriveForWriting(drive);
  return closedOnFailure(medium, async () => {
    if (await isClaimed(drive.deviceNumbers[0] ?? '')) {
      throw stickError('target/busy', { target: drive.path });
    }
    return medium;
  });
}

/**
 * A job that was cancelled a moment ago, or a program that looks at each new drive, may still hold it: one whose process has ended
 * to all appearances has its files open until the last of its threads has flushed what it wrote.
 */
async function onceFree<T>(open: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const end = performance.now() + BUSY_LIMIT_MS;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      const isBusy = error instanceof StickError && error.code === 'target/busy';
      if (!isBusy || performance.now() > end) throw error;
      await wait(LOOK_EVERY_MS, undefined, { signal });
    }
  }
}

function heldDrive({ path, deviceNumbers: [device = ''] }: Drive): HeldDrive {
  return { path, device };
}

function refuseExchanged(held: Drive, opened: Drive): void {
  if (held.deviceNumbers[0] === opened.deviceNumbers[0]) return;
  throw stickError('target/changed', { target: held.path, message: 'it was exchanged' });
}

async function releaseMounts(drive: Drive, agreed: boolean, signal: AbortSignal): Promise<void> {
  if (!agreed) {
    refuseMounted(drive);
    return;
  }
  for (const mountPoint of mountPointsOn(drive)) {
    try {
      await runTool('umount', ['--', mountPoint], { signal });
    } catch (error) {
      if (!(error instanceof StickError) || error.code !== 'tool/failed') throw error;
      const detail = error.detail ?? error.message;
      throw stickError(
        'target/mounted',
        { target: drive.path, mounts: mountPoint },
        { detail, cause: error },
      );
    }
  }
}
