import { win32 } from 'node:path';
import { deviceOfDisk } from './drives-from-report';
import type { Handle, Win32Api } from './win32-api';
import { Access, ControlCode, OpenFlag, Share, WindowsError } from './win32-codes';
import { VOLUME_DISK_EXTENTS_BYTES, decodeDiskExtents } from './win32-structures';

/**
 * `win:2` of the disk that holds a path, or would hold it once made; null when it lies on no disk of this computer (network,
 * optical) or that can't be told. Links, folders that a volume is mounted at, and letters made with `subst` are followed:
 * the file itself is opened, without a right to its content, and asked where it lies. Of a volume that spans several disks
 * it is the first: these count as built on each other.
 */
export function deviceOf(api: Win32Api, path: string): string | null {
  const place = finalPathOf(api, win32.resolve(path));
  const volume = /^\\\\\?\\Volume\{[0-9a-f-]+\}/i.exec(place ?? '')?.[0];
  if (volume === undefined) return null;
  try {
    return using(api, volume, OpenFlag.none, (handle) => {
      const { IOCTL_VOLUME_GET_VOLUME_DISK_EXTENTS: ask } = ControlCode;
      const [first] = decodeDiskExtents(api.control(handle, ask, VOLUME_DISK_EXTENTS_BYTES));
      return first ? deviceOfDisk(first.disk) : null;
    });
  } catch (error) {
    if (error instanceof WindowsError) return null;
    throw error;
  }
}

/** Where a path lies; for one that isn't there or may not be opened, where its nearest folder that can be lies. */
function finalPathOf(api: Win32Api, path: string): string | null {
  for (let candidate = path; ; candidate = win32.dirname(candidate)) {
    try {
      return using(api, candidate, OpenFlag.backupSemantics, (handle) => api.finalPath(handle));
    } catch (error) {
      if (!(error instanceof WindowsError)) throw error;
      if (win32.dirname(candidate) === candidate) return null;
    }
  }
}

function using<T>(api: Win32Api, path: string, flags: number, work: (handle: Handle) => T): T {
  const handle = api.open(path, Access.query, Share.all, flags);
  try {
    return work(handle);
  } finally {
    api.close(handle);
  }
}
