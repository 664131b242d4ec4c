import { setTimeout as wait } from 'node:timers/promises';
import type { Drive } from '../../../src-shared/drive';
import { stickError, toStickError } from '../../../src-shared/errors';
import { windowsDriveError, type DriveTrouble } from './drives-errors';
import { deviceOfDisk } from './drives-from-report';
import { programsUsing } from './drives-holders';
import type { WritePolicies } from './drives-report';
import type { Handle, Win32Api } from './win32-api';
import {
  Access,
  ControlCode,
  OpenFlag,
  Share,
  WindowsError,
  WindowsErrorCode,
} from './win32-codes';
import {
  GET_LENGTH_INFORMATION_BYTES,
  STORAGE_DEVICE_NUMBER_BYTES,
  decodeDiskNumber,
  decodeLength,
} from './win32-structures';

/** Virus scanners and the indexer let go of a volume within seconds, so each step is tried for 15 s, like Rufus does. */
const TRIES = 150;
const PAUSE_MS = 100;

/** A drive that nothing else can use as long as it is held. */
export interface HeldDrive {
  /** For reading and writing past the cache. */
  readonly handle: Handle;
  /** Has Windows look at the drive anew, and lets go of it. The second time it does nothing. */
  release(): void;
}

export interface HoldOptions {
  signal: AbortSignal;
  /** Milliseconds between two tries. */
  pauseMs?: number;
  policies?: WritePolicies | null;
}

/**
 * Takes a drive for writing: locks every volume on it, and only when all are locked dismounts them, so that a refusal leaves
 * all as it was; then opens the drive and looks whether it is still the one that was confirmed.
 *
 * The locks are held until the end. So Windows mounts nothing of what is being written, assigns no letters and asks nobody
 * to format anything, while other drives that are plugged in meanwhile are treated as ever: `mountvol /N` would change that
 * for the whole computer, and would have to be taken back after a crash. What is written becomes volumes when the drive is
 * released, after it was read back and checked. (A disk whose sectors lie in volumes may be written where these are locked;
 * documented: https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-writefile)
 *
 * Throws `target/held`, `target/busy`, `target/changed`, `target/vanished`, `target/not-found`, `target/refused`,
 * `target/policy`, `permission/denied`, `cancelled`.
 */
export async function holdDrive(
  api: Win32Api,
  drive: Drive,
  options: HoldOptions,
): Promise<HeldDrive> {
  const handles: Handle[] = [];
  const closeAll = (): void => {
    for (const handle of handles.splice(0).reverse()) api.close(handle);
  };
  try {
    for (const volume of volumesOf(drive)) {
      const handle = await persist(drive, 'open', api, options, () => openVolume(api, volume));
      if (handle === null) continue;
      handles.push(handle);
      const { FSCTL_LOCK_VOLUME: lock } = ControlCode;
      await persist(drive, 'lock', api, options, () => api.control(handle, lock, 0));
    }
    for (const handle of handles) {
      const { FSCTL_DISMOUNT_VOLUME: dismount } = ControlCode;
      await persist(drive, 'lock', api, options, () => api.control(handle, dismount, 0));
    }
    const handle = await persist(drive, 'open', api, options, () => openDrive(api, drive.path));
    handles.push(handle);
    refuseOther(api, handle, drive);
    return {
      handle,
      release() {
        if (handles.length === 0) return;
        try {
          api.control(handle, ControlCode.IOCTL_DISK_UPDATE_PROPERTIES, 0);
        } catch {
          // It was pulled out.
        } finally {
          closeAll();
        }
      },
    };
  } catch (error) {
    closeAll();
    throw error;
  }
}

/** What can be opened of the volumes on a drive, among them that of a drive without partitions. */
function volumesOf(drive: Drive): string[] {
  const ofPartitions = drive.partitions
    .map(({ path }) => path)
    .filter((path) => /^\\\\\?\\Volume\{/i.test(path));
  const letters = drive.mountPoints.filter((point) => /^[a-z]:\\$/i.test(point));
  return [
    ...ofPartitions.map((path) => path.replace(/\\$/, '')),
    ...letters.map((point) => `\\\\.\\${point.slice(0, 2)}`),
  ];
}

/** Null for a volume that has gone since the drives were listed. A lock wants these ways of sharing. */
function openVolume(api: Win32Api, path: string): Handle | null {
  try {
    return api.open(path, Access.readWrite, Share.readWrite, OpenFlag.none);
  } catch (error) {
    if (error instanceof WindowsError && error.code === WindowsErrorCode.FILE_NOT_FOUND)
      return null;
    throw error;
  }
}

/** Others may still read: Windows itself does. */
function openDrive(api: Win32Api, path: string): Handle {
  return api.open(path, Access.readWrite, Share.read, OpenFlag.directAndWriteThrough);
}

function refuseOther(api: Win32Api, handle: Handle, drive: Drive): void {
  const target = drive.path;
  const { IOCTL_STORAGE_GET_DEVICE_NUMBER: which, IOCTL_DISK_GET_LENGTH_INFO: length } =
    ControlCode;
  const number = decodeDiskNumber(api.control(handle, which, STORAGE_DEVICE_NUMBER_BYTES));
  if (number === null) {
    throw stickError('target/not-a-drive', { target, message: 'it is no disk' });
  }
  if (deviceOfDisk(number) !== drive.deviceNumbers[0]) {
    throw stickError('target/changed', { target, message: `it is disk ${String(number)} now` });
  }
  if (decodeLength(api.control(handle, length, GET_LENGTH_INFORMATION_BYTES)) !== drive.sizeBytes) {
    throw stickError('target/changed', { target, message: 'its size changed' });
  }
}

/** Errors that go away when another program has done its work. */
const PASSING: readonly number[] = [
  WindowsErrorCode.ACCESS_DENIED,
  WindowsErrorCode.NOT_READY,
  WindowsErrorCode.SHARING_VIOLATION,
  WindowsErrorCode.LOCK_VIOLATION,
  WindowsErrorCode.BUSY,
];

async function persist<T>(
  drive: Drive,
  doing: DriveTrouble['doing'],
  api: Win32Api,
  { signal, pauseMs = PAUSE_MS, policies = null }: HoldOptions,
  step: () => T,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    if (signal.aborted) throw stickError('cancelled', {});
    try {
      return step();
    } catch (error) {
      const passing = error instanceof WindowsError && PASSING.includes(error.code);
      if (!passing || tries >= TRIES) {
        const programs = passing ? await programsUsing(api, foldersOf(drive)) : [];
        const { path } = drive;
        throw windowsDriveError(error, {
          path,
          doing,
          offset: 0,
          stillThere: true,
          programs,
          policies,
        });
      }
    }
    try {
      await wait(pauseMs, undefined, { signal });
    } catch (error) {
      throw toStickError(error);
    }
  }
}

function foldersOf(drive: Drive): string[] {
  return [...drive.mountPoints, ...drive.partitions.flatMap(({ mountPoints }) => mountPoints)];
}
