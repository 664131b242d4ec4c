import type { Edition } from './image';
import { GiB, MiB, alignUp } from './units';
import type { WindowsChoices } from './windows-choices';

/** What a Windows takes up on its volume, in bytes, and what it should have besides. */
export interface WindowsNeeds {
  unpackedBytes: number;
  /** Drivers and other files that are added to the image. */
  addedBytes: number;
  /** A page file of fixed size; one that Windows sizes itself makes do with what there is. */
  pageFileBytes: number;
  /** What Windows needs to take its updates, and for programs and files. */
  headroomBytes: number;
}

/**
 * What an edition occupies once unpacked, in bytes: its files, the part-filled last cluster of each
 * file (2 KiB on average), one 1 KiB MFT record for each file and folder, and NTFS's own files
 * (log 64 MiB at most, bitmap, upcase).
 */
export function unpackedBytes(edition: Edition): number {
  const entries = edition.fileCount + edition.directoryCount;
  return edition.totalBytes + edition.fileCount * 2048 + entries * 1024 + 80 * MiB;
}

/** The smallest volume, in bytes, that an edition and what is added to it fit in and still start from. */
export function minimumWindowsBytes(edition: Edition, addedBytes = 0): number {
  const unpacked = unpackedBytes(edition) + addedBytes;
  return alignUp(Math.ceil(unpacked * 1.1) + 128 * MiB, 4 * MiB);
}

/** Everything that decides how large the Windows volume should be. */
export function windowsNeeds(
  edition: Edition,
  windows: WindowsChoices,
  addedBytes: number,
): WindowsNeeds {
  const { pageFile } = windows.portable;
  const unpacked = unpackedBytes(edition);
  return {
    unpackedBytes: unpacked,
    addedBytes,
    pageFileBytes: pageFile.kind === 'fixed' ? pageFile.bytes : 0,
    // An update keeps a second copy of what it replaces for a while.
    headroomBytes: Math.max(20 * GiB, unpacked),
  };
}

/** The smallest volume that a plan's Windows starts from: with less it is refused. */
export function requiredWindowsBytes(edition: Edition, needs: WindowsNeeds): number {
  return minimumWindowsBytes(edition, needs.addedBytes) + alignUp(needs.pageFileBytes, 4 * MiB);
}

/** A volume size, in bytes, that leaves room for updates, programs and a page file. */
export function comfortableWindowsBytes(needs: WindowsNeeds): number {
  const { unpackedBytes, addedBytes, pageFileBytes, headroomBytes } = needs;
  return alignUp(unpackedBytes + addedBytes + pageFileBytes + headroomBytes, 4 * MiB);
}
