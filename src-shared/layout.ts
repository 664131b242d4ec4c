import { GiB, MiB, SECTOR, alignDown, alignUp } from './units';

export type PartitionRole = 'efi' | 'msr' | 'windows' | 'shared';

/** A partition of a stick. Sectors are 512 bytes. */
export interface LayoutPartition {
  role: PartitionRole;
  /** First sector (LBA). */
  startLba: number;
  sectors: number;
}

export interface StickLayout {
  scheme: 'gpt';
  /** Sectors of the whole drive. */
  diskSectors: number;
  partitions: LayoutPartition[];
}

export const EFI_BYTES = 300 * MiB;
export const MSR_BYTES = 16 * MiB;
/** Erase blocks of sticks are at most this large; Windows starts on such a boundary. */
export const WINDOWS_ALIGNMENT = 4 * MiB;
const PARTITION_ALIGNMENT = MiB;
/** First partition: after the partition table, at the boundary every modern tool uses. */
const FIRST_BYTE = MiB;
/** Kept free at the end: the backup partition table needs 33 sectors; alignment takes the rest. */
const TAIL_BYTES = MiB;
/** Smallest shared partition worth having: exFAT's own structures need some of it. */
export const MINIMUM_SHARED_BYTES = 64 * MiB;

/** First byte of the Windows partition, the same on every stick. */
export const WINDOWS_START_BYTE = alignUp(FIRST_BYTE + EFI_BYTES + MSR_BYTES, WINDOWS_ALIGNMENT);

/** Everything on the drive that is neither Windows nor shared space, in bytes. */
export const OVERHEAD_BYTES = WINDOWS_START_BYTE + TAIL_BYTES;

export type LayoutProblem =
  | { problem: 'too-small'; neededBytes: number }
  | { problem: 'shared-too-small'; minimumBytes: number };

/**
 * Lays out a GPT stick: EFI system partition, Microsoft reserved partition, Windows, and an optional
 * shared partition at the end. Windows takes what the shared partition leaves.
 * Sizes are in bytes; the result is in sectors.
 */
export function planLayout(asked: {
  diskBytes: number;
  sharedBytes: number;
  minimumWindowsBytes: number;
}): StickLayout | LayoutProblem {
  const { sharedBytes, minimumWindowsBytes } = asked;
  if (sharedBytes > 0 && sharedBytes < MINIMUM_SHARED_BYTES) {
    return { problem: 'shared-too-small', minimumBytes: MINIMUM_SHARED_BYTES };
  }
  const windowsStart = WINDOWS_START_BYTE;
  const usableEnd = alignDown(asked.diskBytes - TAIL_BYTES, PARTITION_ALIGNMENT);
  const sharedStart =
    sharedBytes === 0 ? usableEnd : alignDown(usableEnd - sharedBytes, WINDOWS_ALIGNMENT);
  if (sharedStart - windowsStart < minimumWindowsBytes) {
    return { problem: 'too-small', neededBytes: neededDiskBytes(minimumWindowsBytes, sharedBytes) };
  }
  const partitions: LayoutPartition[] = [
    partition('efi', FIRST_BYTE, EFI_BYTES),
    partition('msr', FIRST_BYTE + EFI_BYTES, MSR_BYTES),
    partition('windows', windowsStart, sharedStart - windowsStart),
  ];
  if (sharedBytes > 0) partitions.push(partition('shared', sharedStart, usableEnd - sharedStart));
  return { scheme: 'gpt', diskSectors: Math.floor(asked.diskBytes / SECTOR), partitions };
}

/** The smallest drive, in bytes, on which a Windows partition and a shared one of these sizes fit. */
export function neededDiskBytes(minimumWindowsBytes: number, sharedBytes: number): number {
  const shared =
    sharedBytes === 0 ? 0 : alignUp(sharedBytes, WINDOWS_ALIGNMENT) + WINDOWS_ALIGNMENT;
  return alignUp(OVERHEAD_BYTES + minimumWindowsBytes + shared, MiB);
}

/** A size for a new image file when none is asked for. */
export function suggestedImageFileBytes(minimumWindowsBytes: number, sharedBytes: number): number {
  return alignUp(neededDiskBytes(minimumWindowsBytes, sharedBytes) + 2 * GiB, GiB);
}

export function partitionOf(layout: StickLayout, role: PartitionRole): LayoutPartition | undefined {
  return layout.partitions.find((candidate) => candidate.role === role);
}

function partition(role: PartitionRole, startByte: number, bytes: number): LayoutPartition {
  return { role, startLba: startByte / SECTOR, sectors: bytes / SECTOR };
}
