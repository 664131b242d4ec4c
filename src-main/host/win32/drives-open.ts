import type { Drive } from '../../../src-shared/drive';
import { stickError } from '../../../src-shared/errors';
import { windowsDriveError, type DriveTrouble } from './drives-errors';
import { deviceOfDisk } from './drives-from-report';
import type { WritePolicies } from './drives-report';
import type { Handle, Win32Api } from './win32-api';
import { Access, ControlCode, OpenFlag, Share } from './win32-codes';
import {
  GET_LENGTH_INFORMATION_BYTES,
  STORAGE_DEVICE_NUMBER_BYTES,
  decodeDiskNumber,
  decodeLength,
} from './win32-structures';

/** An open drive. Memory, offsets and lengths are multiples of a sector; nothing is kept in a cache. */
export interface OpenDrive {
  /** Throws `io/read`, `target/vanished`, `target/refused`. */
  read(buffer: Buffer, offset: number): Promise<void>;
  /**
   * Throws `io/write`, `target/vanished`, `target/refused` (write-protected), `target/controlled-folder-access`,
   * `target/policy`, `target/guarded`.
   */
  write(buffer: Buffer, offset: number): Promise<void>;
  /** Returns when everything written has reached the drive. Throws what `write` throws. */
  flush(): Promise<void>;
  /** Has Windows look at the table of partitions anew. */
  updateProperties(): void;
  close(): void;
}

const ways = {
  read: { access: Access.read, share: Share.readWrite, flags: OpenFlag.direct },
  // Others may still read: Windows itself does.
  'read-write': {
    access: Access.readWrite,
    share: Share.read,
    flags: OpenFlag.directAndWriteThrough,
  },
};

/**
 * Opens a drive and looks whether it is the one that was confirmed: they can change places between two calls. Throws a
 * `WindowsError` when it can't be opened, `target/not-a-drive` and `target/changed`.
 */
export function openDrive(
  api: Win32Api,
  drive: Drive,
  way: keyof typeof ways,
  policies: WritePolicies | null,
): OpenDrive {
  const { access, share, flags } = ways[way];
  const handle = api.open(drive.path, access, share, flags);
  try {
    refuseOther(api, handle, drive);
  } catch (error) {
    api.close(handle);
    throw error;
  }
  const explained = async (
    doing: DriveTrouble['doing'],
    offset: number,
    work: Promise<void>,
  ): Promise<void> => {
    try {
      await work;
    } catch (error) {
      const stillThere = isThere(api, drive);
      const { path } = drive;
      throw windowsDriveError(error, { path, doing, offset, stillThere, programs: [], policies });
    }
  };
  return {
    read: (buffer, offset) => explained('read', offset, api.read(handle, buffer, offset)),
    write: (buffer, offset) => explained('write', offset, api.write(handle, buffer, offset)),
    flush: () => explained('write', 0, api.flush(handle)),
    updateProperties() {
      api.control(handle, ControlCode.IOCTL_DISK_UPDATE_PROPERTIES, 0);
    },
    close() {
      api.close(handle);
    },
  };
}

function refuseOther(api: Win32Api, handle: Handle, drive: Drive): void {
  const target = drive.path;
  const { IOCTL_STORAGE_GET_DEVICE_NUMBER, IOCTL_DISK_GET_LENGTH_INFO } = ControlCode;
  const number = decodeDiskNumber(
    api.control(handle, IOCTL_STORAGE_GET_DEVICE_NUMBER, STORAGE_DEVICE_NUMBER_BYTES),
  );
  if (number === null) {
    throw stickError('target/not-a-drive', { target, message: 'it is no disk' });
  }
  if (deviceOfDisk(number) !== drive.deviceNumbers[0]) {
    throw stickError('target/changed', { target, message: `it is disk ${String(number)} now` });
  }
  const bytes = decodeLength(
    api.control(handle, IOCTL_DISK_GET_LENGTH_INFO, GET_LENGTH_INFORMATION_BYTES),
  );
  if (bytes !== drive.sizeBytes) {
    throw stickError('target/changed', { target, message: 'its size changed' });
  }
}

/** A card reader stays when its card is pulled out, and has no length then. */
function isThere(api: Win32Api, drive: Drive): boolean {
  try {
    const handle = api.open(drive.path, Access.read, Share.readWrite, OpenFlag.none);
    try {
      refuseOther(api, handle, drive);
      return true;
    } finally {
      api.close(handle);
    }
  } catch {
    return false;
  }
}
