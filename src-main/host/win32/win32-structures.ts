/** A part of a disk that belongs to a volume; offset and length in bytes. */
export interface DiskExtent {
  disk: number;
  offset: bigint;
  length: bigint;
}

/** Room for a volume with 16 extents; Windows says MORE_DATA of one with more. */
export const VOLUME_DISK_EXTENTS_BYTES = 8 + 16 * 24;

/**
 * VOLUME_DISK_EXTENTS: a count (u32 at 0), then extents of 24 bytes from 8 on: disk number (u32 at 0), offset (i64 at 8),
 * length (i64 at 16). Throws a RangeError for a reply that is shorter than it says.
 * (documented: https://learn.microsoft.com/windows/win32/api/winioctl/ns-winioctl-volume_disk_extents)
 */
export function decodeDiskExtents(reply: Buffer): DiskExtent[] {
  return Array.from({ length: reply.readUInt32LE(0) }, (_, index) => {
    const extent = reply.subarray(8 + index * 24);
    return {
      disk: extent.readUInt32LE(0),
      offset: extent.readBigInt64LE(8),
      length: extent.readBigInt64LE(16),
    };
  });
}

export const STORAGE_DEVICE_NUMBER_BYTES = 12;
/** FILE_DEVICE_DISK: numbers of optical and other devices are counted apart. */
const DEVICE_TYPE_DISK = 7;

/**
 * STORAGE_DEVICE_NUMBER: type (u32), number (u32), partition (u32). The disk's number; null for a device that is no disk.
 * (documented: https://learn.microsoft.com/windows/win32/api/winioctl/ns-winioctl-storage_device_number)
 */
export function decodeDiskNumber(reply: Buffer): number | null {
  return reply.readUInt32LE(0) === DEVICE_TYPE_DISK ? reply.readUInt32LE(4) : null;
}

export const GET_LENGTH_INFORMATION_BYTES = 8;

/** GET_LENGTH_INFORMATION: bytes of a disk (i64). */
export function decodeLength(reply: Buffer): number {
  return Number(reply.readBigInt64LE(0));
}

/** A program that has files open, as the Restart Manager names it. */
export interface RunningProgram {
  processId: number;
  /** What a person knows it by; the short name of a service; empty when Windows doesn't say. */
  name: string;
}

/** Bytes of RM_PROCESS_INFO. */
export const RM_PROCESS_INFO_BYTES = 668;

/**
 * RM_PROCESS_INFO: process number (u32 at 0), start time (8 bytes), name (256 UTF-16 units at 12), service's name (64 at
 * 524), then kind, status, session and a flag of 4 bytes each. Its parts are aligned to 4 bytes.
 * (documented: https://learn.microsoft.com/windows/win32/api/restartmanager/ns-restartmanager-rm_process_info)
 */
export function decodePrograms(records: Buffer, count: number): RunningProgram[] {
  return Array.from({ length: count }, (_, index) => {
    const record = records.subarray(index * RM_PROCESS_INFO_BYTES);
    const service = textIn(record.subarray(524, 652));
    return {
      processId: record.readUInt32LE(0),
      name: textIn(record.subarray(12, 524)) || service,
    };
  });
}

/** UTF-16 up to the first zero. */
function textIn(units: Buffer): string {
  return units.toString('utf16le').split('\0', 1)[0]?.trim() ?? '';
}
