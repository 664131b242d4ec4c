import { setTimeout as wait } from 'node:timers/promises';
import type { Drive } from '../../../src-shared/drive';
import { StickError, stickError, toStickError } from '../../../src-shared/errors';
import { windowsDriveError, type DriveTrouble } from './drives-errors';
import { programsUsing } from './drives-holders';
import { openDrive, type OpenDrive } from './drives-open';
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

/** Virus scanners and the indexer let go of a volume within seconds, so each step is tried for 15 s, like Rufus does. */
const TRIES = 150;
const PAUSE_MS = 100;

/** A drive that nothing else can use as long as it is held. */
export interface HeldDrive {
  readonly drive: Pick<OpenDrive, 'read' | 'write' | 'flush'>;
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
  const volumes: Handle[] = [];
  const unlock = (): void => {
    for (const volume of volumes.splice(0).reverse()) api.close(volume);
  };
  try {
    for (const path of volumesOf(drive)) {
      const volume = await persist(drive, 'open', api, options, () => openVolume(api, path));
      if (volume === null) continue;
      volumes.push(volume);
      const { FSCTL_LOCK_VOLUME: lock } = ControlCode;
      await persist(drive, 'lock', api, options, () => api.control(volume, lock, 0));
    }
    for (const volume of volumes) {
      const { FSCTL_DISMOUNT_VOLUME: dismount } = ControlCode;
      await persist(drive, 'lock', api, options, () => api.control(volume, dismount, 0));
    }
    const opened = await persist(drive, 'open', api, options, () =>
      openDrive(api, drive, 'read-write', options.policies ?? null),
    );
    return { drive: opened, release: onlyOnce(() => letGo(opened, unlock)) };
  } catch (error) {
    unlock();
    throw error;
  }
}

function letGo(opened: OpenDrive, unlock: () => void): void {
  try {
    opened.updateProperties();
  } catch {
    // It was pulled out.
  } finally {
    opened.close();
    unlock();
  }
}

function onlyOnce(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
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
      if (error instanceof StickError) throw error;
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
