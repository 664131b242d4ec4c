/** Device types, methods and rights from which control codes are made (winioctl.h). */
const FILE_DEVICE_DISK = 0x07;
const FILE_DEVICE_FILE_SYSTEM = 0x09;
const FILE_DEVICE_MASS_STORAGE = 0x2d;
const FILE_DEVICE_VOLUME = 0x56;
const ANY_ACCESS = 0;
const READ_ACCESS = 1;

/** CTL_CODE with METHOD_BUFFERED. (documented: https://learn.microsoft.com/windows-hardware/drivers/kernel/defining-i-o-control-codes) */
function controlCode(deviceType: number, operation: number, access: number): number {
  return ((deviceType << 16) | (access << 14) | (operation << 2)) >>> 0;
}

/** Each is documented at https://learn.microsoft.com/windows/win32/api/winioctl/ under its name. */
export const ControlCode = {
  /** Fails while files are open; holds until its handle is closed. */
  FSCTL_LOCK_VOLUME: controlCode(FILE_DEVICE_FILE_SYSTEM, 6, ANY_ACCESS),
  FSCTL_DISMOUNT_VOLUME: controlCode(FILE_DEVICE_FILE_SYSTEM, 8, ANY_ACCESS),
  /** Has Windows read the table of partitions anew. */
  IOCTL_DISK_UPDATE_PROPERTIES: controlCode(FILE_DEVICE_DISK, 0x50, ANY_ACCESS),
  IOCTL_DISK_GET_LENGTH_INFO: controlCode(FILE_DEVICE_DISK, 0x17, READ_ACCESS),
  IOCTL_STORAGE_GET_DEVICE_NUMBER: controlCode(FILE_DEVICE_MASS_STORAGE, 0x420, ANY_ACCESS),
  IOCTL_VOLUME_GET_VOLUME_DISK_EXTENTS: controlCode(FILE_DEVICE_VOLUME, 0, ANY_ACCESS),
} as const;

/** What CreateFileW is asked for. (documented: https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createfilew) */
export const Access = { query: 0, read: 0x8000_0000, readWrite: 0xc000_0000 } as const;
export const Share = { read: 0x1, readWrite: 0x3, all: 0x7 } as const;
export const OpenFlag = {
  none: 0,
  /** Lets folders be opened. */
  backupSemantics: 0x0200_0000,
  /** Past the cache: memory, offset and length are multiples of a sector. */
  direct: 0x2000_0000,
  directAndWriteThrough: 0xa000_0000,
} as const;

/** The codes that tell us something. (documented: https://learn.microsoft.com/windows/win32/debug/system-error-codes) */
export const WindowsErrorCode = {
  FILE_NOT_FOUND: 2,
  PATH_NOT_FOUND: 3,
  ACCESS_DENIED: 5,
  WRITE_PROTECT: 19,
  NOT_READY: 21,
  SHARING_VIOLATION: 32,
  LOCK_VIOLATION: 33,
  DEV_NOT_EXIST: 55,
  INVALID_NAME: 123,
  BUSY: 170,
  MORE_DATA: 234,
  NO_SUCH_DEVICE: 433,
  MEDIA_CHANGED: 1110,
  NO_MEDIA_IN_DRIVE: 1112,
  IO_DEVICE: 1117,
  DEVICE_NOT_CONNECTED: 1167,
  DEVICE_REMOVED: 1617,
} as const;

/** An error of one of Windows' functions. */
export class WindowsError extends Error {
  override readonly name = 'WindowsError';

  constructor(
    /** The function that failed. */
    readonly call: string,
    /** GetLastError's number, or what the function returned. */
    readonly code: number,
  ) {
    super(`${call} failed with Windows’ error ${String(code)}`);
  }
}
