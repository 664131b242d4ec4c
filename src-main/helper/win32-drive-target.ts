import { resolve } from 'node:path';
import type { Drive } from '../../src-shared/drive';
import { StickError } from '../../src-shared/errors';
import type { Target } from '../../src-shared/plan';
import { CHUNK_BYTES } from '../disk/extent';
import {
  deviceOf,
  holdDrive,
  openDrive,
  windowsDriveError,
  type HeldDrive,
  type OpenDrive,
  type Win32Api,
  type WritePolicies,
} from '../host/win32/drives';
import { confirmedDrive, refuseMounted, refuseUnsuitable, type DriveRules } from './guards';
import type { Medium, OpenMedium } from './medium';
import {
  closedOnFailure,
  nothingToRelease as release,
  type OpenedTarget,
  type WholeDisk,
} from './opened-target';
import type { OpenRequest } from './protocol';
import type { Win32Parts } from './win32-platform';

/** A drive that may be used as it was confirmed, and what may forbid writing to it. */
interface Admitted {
  drive: Drive;
  policies: WritePolicies | null;
}

/**
 * Opens a drive as on Linux: it is judged by what this process finds out for itself, held with all of its volumes, and looked at
 * once more, now that it can't be exchanged. That a drive whose volumes are locked is listed like any other is assumed.
 * Throws what `holdDrive`, `confirmedDrive` and `refuseUnsuitable` throw, `target/mounted`.
 */
export async function openWin32Drive(
  { api, listDrives, pauseMs }: Win32Parts,
  target: Extract<Target, { kind: 'drive' }>,
  { guards, allowLoop }: OpenRequest,
  signal: AbortSignal,
): Promise<OpenedTarget> {
  const rules = rulesOf(api, guards, allowLoop);
  const admitted = async (): Promise<Admitted> => {
    const { drives, policies } = await listDrives();
    const drive = confirmedDrive(drives, target.identity);
    refuseUnsuitable(drive, rules);
    return { drive, policies };
  };

  const confirmed = await admitted();
  const { path } = confirmed.drive;
  const device = confirmed.drive.deviceNumbers[0] ?? '';
  if (guards.readOnly) {
    const medium = readingMedium(api, confirmed);
    return closedOnFailure(medium, async () => {
      await admitted();
      return { access: 'reading', medium, disk: { path, device }, release };
    });
  }

  if (!target.unmount) refuseMounted(confirmed.drive);
  /** Its letters stay in the list, though nothing can be reached by them as long as its volumes are locked. */
  const hold = async (found: Admitted, until: AbortSignal) => {
    const { policies } = found;
    const options = { signal: until, policies, ...(pauseMs === undefined ? {} : { pauseMs }) };
    const medium = heldMedium(api, found, await holdDrive(api, found.drive, options));
    return closedOnFailure(medium, async () => ({ medium, now: (await admitted()).drive }));
  };
  const { medium, now } = await hold(confirmed, signal);
  const disk: WholeDisk = {
    ...{ path, device },
    async recheck() {
      await admitted();
    },
    // Others have made partitions meanwhile: which, the list must tell anew.
    takeHold: async () => (await hold(await admitted(), new AbortController().signal)).medium,
  };
  const { deviceNumbers } = now;
  return { access: 'writing', kind: 'drive', medium, deviceNumbers, disk, release };
}

function rulesOf(api: Win32Api, guards: OpenRequest['guards'], allowLoop: boolean): DriveRules {
  const { readOnly, neededBytes } = guards;
  // The helper's own program counts as well, whatever its caller says.
  const paths = [...guards.protectedPaths, resolve(__filename), process.execPath];
  const protectedPaths = paths.map((path) => ({ path, device: deviceOf(api, path) }));
  return { neededBytes, protectedPaths, allowLoop, readOnly };
}

function readingMedium(api: Win32Api, { drive, policies }: Admitted): OpenMedium {
  const { path, sizeBytes } = drive;
  const opened = openForReading(api, { drive, policies }, true);
  return {
    path,
    sizeBytes,
    read: (buffer, offset) => opened.read(buffer, offset),
    close: () => closed(() => opened.close()),
  };
}

function heldMedium(api: Win32Api, { drive, policies }: Admitted, held: HeldDrive): Medium {
  const { path, sizeBytes } = drive;
  return {
    path,
    sizeBytes,
    fresh: false,
    chunkBytes: CHUNK_BYTES,
    // A stick works on one while the next is already there.
    writesInFlight: 3,
    read: (buffer, offset) => held.drive.read(buffer, offset),
    write: (buffer, offset) => held.drive.write(buffer, offset),
    flush: () => held.drive.flush(),
    adopt: () => Promise.resolve(false),
    // IOCTL_STORAGE_MANAGE_DATA_SET_ATTRIBUTES would; it doesn't promise zeros afterwards, so what is free is overwritten.
    trim: () => Promise.resolve(false),
    async openForComparing() {
      const opened = await Promise.resolve(openForReading(api, { drive, policies }, false));
      return {
        read: (buffer, offset) => opened.read(buffer, offset),
        close: () => closed(() => opened.close()),
      };
    },
    finish: () => Promise.resolve(),
    close: () => closed(() => held.release()),
  };
}

/** `isFirst`: nothing is known of the drive but that it was listed. One that was held and can't be opened has gone. */
function openForReading(api: Win32Api, { drive, policies }: Admitted, isFirst: boolean): OpenDrive {
  try {
    return openDrive(api, drive, 'read', policies);
  } catch (error) {
    if (error instanceof StickError) throw error;
    const { path } = drive;
    const trouble = { path, doing: 'open', offset: 0, programs: [], policies } as const;
    throw windowsDriveError(error, { ...trouble, stillThere: isFirst });
  }
}

async function closed(close: () => void): Promise<void> {
  await Promise.resolve();
  close();
}
