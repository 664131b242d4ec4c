import type { Edition } from './image';
import { GiB, MiB, alignUp } from './units';

/**
 * What an edition occupies once unpacked, in bytes: its files, the part-filled last cluster of each
 * file (2 KiB on average), one 1 KiB MFT record for each file and folder, and NTFS's own files
 * (log 64 MiB at most, bitmap, upcase).
 */
export function unpackedBytes(edition: Edition): number {
  const entries = edition.fileCount + edition.directoryCount;
  return edition.totalBytes + edition.fileCount * 2048 + entries * 1024 + 80 * MiB;
}

/** The smallest Windows partition, in bytes, that an edition fits in and still starts from. */
export function minimumWindowsBytes(edition: Edition): number {
  const unpacked = unpackedBytes(edition);
  return alignUp(Math.ceil(unpacked * 1.1) + 128 * MiB, 4 * MiB);
}

/** A partition size, in bytes, that leaves room for updates, programs and a page file. */
export function comfortableWindowsBytes(edition: Edition): number {
  return alignUp(unpackedBytes(edition) + Math.max(20 * GiB, unpackedBytes(edition)), 4 * MiB);
}
