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
  scheme: 'gpt' | 'mbr';
  /** Sectors of the whole drive. */
  diskSectors: number;
  partitions: LayoutPartition[];
  /** Where Windows lies in a virtual disk: its place. Null where it lies in its partition. */
  vhdx: VhdxPlace | null;
}

/** A virtual disk of fixed size as one run of the Windows partition's clusters. All in bytes. */
export interface VhdxPlace {
  /** First byte of the file on the drive. */
  fileStartByte: number;
  /** Whole file: what comes before the disk, and the disk. */
  fileBytes: number;
  /** The virtual disk: MBR, and one NTFS partition from `VHDX_PARTITION_BYTE` to its end. */
  diskBytes: number;
}

/** Where the volume that Windows is unpacked into lies. */
export interface WindowsVolumePlace {
  /** On the drive. */
  startByte: number;
  bytes: number;
  /** First sector of its partition, counted in the disk (virtual or real) whose table names it. */
  startLba: number;
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

/** What a VHDX file has before its disk: headers, log, metadata, allocation table. */
export const VHDX_PREAMBLE_BYTES = 4 * MiB;
/** Size of the blocks of a virtual disk, of which it has a whole number. */
export const VHDX_STEP_BYTES = 32 * MiB;
/** Largest virtual disk: its table of blocks has a MiB of the preamble, with 8 bytes for each and some between. */
export const VHDX_MAXIMUM_BYTES = 130_056 * VHDX_STEP_BYTES;
/** First byte of the one partition in a stick's virtual disk. */
export const VHDX_PARTITION_BYTE = WINDOWS_ALIGNMENT;
/** Before the virtual disk's file: the metadata of the NTFS volume that holds it, for drives of every size. */
export const VHDX_FILE_OFFSET = 192 * MiB;
/** Left free behind the file: Windows puts files of its own on every volume. */
const VHDX_RESERVE_BYTES = 64 * MiB;
/** An MBR counts sectors in 32 bits: nothing of a stick lies at or past this byte. */
export const MBR_LIMIT_BYTES = 2 ** 32 * SECTOR - WINDOWS_ALIGNMENT;

/** Largest volume that Windows can have in a virtual disk on a stick: what is named by an MBR. */
export const VHDX_WINDOWS_LIMIT_BYTES =
  alignDown(MBR_LIMIT_BYTES, VHDX_STEP_BYTES) - VHDX_PARTITION_BYTE;

export type LayoutProblem =
  | { problem: 'too-small'; neededBytes: number }
  | { problem: 'windows-too-small'; minimumBytes: number }
  | { problem: 'shared-too-small'; minimumBytes: number };

/** What a stick should look like. Sizes in bytes, as in a plan. */
export interface LayoutRequest {
  diskBytes: number;
  layout: { scheme: 'gpt' | 'mbr'; container: 'none' | 'vhdx' };
  space: { windowsBytes: number | null; sharedBytes: number | 'rest' };
  minimumWindowsBytes: number;
}

/**
 * Lays out a stick: EFI system partition, with a GPT a Microsoft reserved partition, Windows, and an optional shared
 * partition at the end. Windows takes what the shared partition leaves, unless it has a size of its own.
 * What lies past 2 TiB stays unused with an MBR.
 */
export function planLayout(asked: LayoutRequest): StickLayout | LayoutProblem {
  const { layout, space } = asked;
  const windows = windowsPartitionBytes(asked);
  if ('problem' in windows) return windows;
  const shared = space.sharedBytes;
  if (shared !== 0 && shared !== 'rest' && shared < MINIMUM_SHARED_BYTES) {
    return { problem: 'shared-too-small', minimumBytes: MINIMUM_SHARED_BYTES };
  }
  const end = usableEnd(asked);
  const sharedStart =
    shared === 'rest'
      ? WINDOWS_START_BYTE + windows.bytes
      : shared === 0
        ? end
        : alignDown(end - shared, WINDOWS_ALIGNMENT);
  if (sharedStart - WINDOWS_START_BYTE < windows.bytes) return tooSmall(asked);
  if (shared === 'rest' && end - sharedStart < MINIMUM_SHARED_BYTES) return tooSmall(asked);
  // A virtual disk may be smaller than the partition that holds it.
  const fills = windows.fills || layout.container === 'vhdx';
  const windowsEnd = fills ? sharedStart : WINDOWS_START_BYTE + windows.bytes;

  const partitions: LayoutPartition[] = [
    partition('efi', FIRST_BYTE, EFI_BYTES),
    ...(layout.scheme === 'gpt' ? [partition('msr', FIRST_BYTE + EFI_BYTES, MSR_BYTES)] : []),
    partition('windows', WINDOWS_START_BYTE, windowsEnd - WINDOWS_START_BYTE),
  ];
  if (shared !== 0) partitions.push(partition('shared', sharedStart, end - sharedStart));
  return {
    scheme: layout.scheme,
    diskSectors: Math.floor(asked.diskBytes / SECTOR),
    partitions,
    vhdx: layout.container === 'vhdx' ? vhdxIn(windowsEnd, space.windowsBytes) : null,
  };
}

/** The smallest drive, in bytes, on which a Windows of this size and a shared partition fit. */
export function neededDiskBytes(
  windowsBytes: number,
  sharedBytes: number | 'rest',
  container: 'none' | 'vhdx' = 'none',
): number {
  const shared =
    sharedBytes === 0
      ? 0
      : alignUp(sharedBytes === 'rest' ? MINIMUM_SHARED_BYTES : sharedBytes, WINDOWS_ALIGNMENT) +
        WINDOWS_ALIGNMENT;
  return alignUp(OVERHEAD_BYTES + containedBytes(windowsBytes, container) + shared, MiB);
}

/** The least that the Windows partition needs: `fills` means that it takes all it can get. */
function windowsPartitionBytes({
  space: { windowsBytes },
  layout: { container },
  minimumWindowsBytes,
}: LayoutRequest): { bytes: number; fills: boolean } | LayoutProblem {
  if (windowsBytes !== null && windowsBytes < minimumWindowsBytes) {
    return { problem: 'windows-too-small', minimumBytes: minimumWindowsBytes };
  }
  const bytes = alignUp(windowsBytes ?? minimumWindowsBytes, WINDOWS_ALIGNMENT);
  return { bytes: containedBytes(bytes, container), fills: windowsBytes === null };
}

/** Bytes of the partition that a Windows volume of this size needs. */
function containedBytes(windowsBytes: number, container: 'none' | 'vhdx'): number {
  if (container === 'none') return alignUp(windowsBytes, WINDOWS_ALIGNMENT);
  const diskBytes = alignUp(VHDX_PARTITION_BYTE + windowsBytes, VHDX_STEP_BYTES);
  return VHDX_FILE_OFFSET + VHDX_PREAMBLE_BYTES + diskBytes + VHDX_RESERVE_BYTES;
}

/** The virtual disk in a Windows partition that ends at this byte: as large as asked for, or as can be. */
function vhdxIn(partitionEnd: number, windowsBytes: number | null): VhdxPlace {
  const fileStartByte = WINDOWS_START_BYTE + VHDX_FILE_OFFSET;
  const room = partitionEnd - VHDX_RESERVE_BYTES - fileStartByte - VHDX_PREAMBLE_BYTES;
  // The table inside of the disk is an MBR.
  const largest = Math.min(room, VHDX_PARTITION_BYTE + VHDX_WINDOWS_LIMIT_BYTES);
  const diskBytes =
    windowsBytes === null
      ? alignDown(largest, VHDX_STEP_BYTES)
      : alignUp(VHDX_PARTITION_BYTE + alignUp(windowsBytes, WINDOWS_ALIGNMENT), VHDX_STEP_BYTES);
  return { fileStartByte, fileBytes: VHDX_PREAMBLE_BYTES + diskBytes, diskBytes };
}

/** A Ventoy stick whose partition with the images shall hold a virtual disk with Windows. */
export interface VentoyLayoutRequest {
  scheme: 'gpt' | 'mbr';
  diskSectors: number;
  /** The partition, as Ventoy makes it; sectors (LBA). */
  data: { startLba: number; sectors: number };
  /** Bytes of the Windows volume; null for all that is left. */
  windowsBytes: number | null;
  minimumWindowsBytes: number;
  /** Bytes to be left for other files. */
  otherBytes: number;
}

/**
 * Lays out the virtual disk of a Ventoy stick. It has the place on the drive that it has on every other stick, so that one
 * build fits all. Sizes are bytes.
 */
export function ventoyWindowsLayout(asked: VentoyLayoutRequest): StickLayout | LayoutProblem {
  const { scheme, diskSectors, data, windowsBytes, minimumWindowsBytes, otherBytes } = asked;
  if (windowsBytes !== null && windowsBytes < minimumWindowsBytes) {
    return { problem: 'windows-too-small', minimumBytes: minimumWindowsBytes };
  }
  const end = alignDown((data.startLba + data.sectors) * SECTOR - otherBytes, MiB);
  const needed = containedBytes(
    alignUp(windowsBytes ?? minimumWindowsBytes, WINDOWS_ALIGNMENT),
    'vhdx',
  );
  if (WINDOWS_START_BYTE + needed > end) {
    const behind = (diskSectors - data.startLba - data.sectors) * SECTOR;
    return {
      problem: 'too-small',
      neededBytes: alignUp(WINDOWS_START_BYTE + needed + otherBytes + behind, MiB),
    };
  }
  return {
    scheme,
    diskSectors,
    partitions: [{ role: 'windows', ...data }],
    vhdx: vhdxIn(end, windowsBytes),
  };
}

/** Where the volume that Windows is unpacked into begins: the same on every drive, so that one build fits them all. */
export function windowsVolumeStart(
  container: 'none' | 'vhdx',
): Pick<WindowsVolumePlace, 'startByte' | 'startLba'> {
  if (container === 'none') {
    return { startByte: WINDOWS_START_BYTE, startLba: WINDOWS_START_BYTE / SECTOR };
  }
  const diskStart = WINDOWS_START_BYTE + VHDX_FILE_OFFSET + VHDX_PREAMBLE_BYTES;
  return {
    startByte: diskStart + VHDX_PARTITION_BYTE,
    startLba: VHDX_PARTITION_BYTE / SECTOR,
  };
}

/** The volume that Windows is unpacked into. */
export function windowsVolume(layout: StickLayout): WindowsVolumePlace {
  const { vhdx } = layout;
  if (vhdx) {
    return { ...windowsVolumeStart('vhdx'), bytes: vhdx.diskBytes - VHDX_PARTITION_BYTE };
  }
  const windows = partitionOf(layout, 'windows');
  if (!windows) throw new Error('the layout has no Windows partition');
  return { ...windowsVolumeStart('none'), bytes: windows.sectors * SECTOR };
}

function usableEnd({ diskBytes, layout: { scheme } }: LayoutRequest): number {
  const end = alignDown(diskBytes - TAIL_BYTES, PARTITION_ALIGNMENT);
  return scheme === 'mbr' ? Math.min(end, MBR_LIMIT_BYTES) : end;
}

function tooSmall({ space, layout, minimumWindowsBytes }: LayoutRequest): LayoutProblem {
  const windowsBytes = space.windowsBytes ?? minimumWindowsBytes;
  const neededBytes = neededDiskBytes(windowsBytes, space.sharedBytes, layout.container);
  return { problem: 'too-small', neededBytes };
}

/** A size for a new image file when none is asked for. */
export function suggestedImageFileBytes(
  minimumWindowsBytes: number,
  sharedBytes: number | 'rest',
  container: 'none' | 'vhdx' = 'none',
): number {
  return alignUp(neededDiskBytes(minimumWindowsBytes, sharedBytes, container) + 2 * GiB, GiB);
}

export function partitionOf(layout: StickLayout, role: PartitionRole): LayoutPartition | undefined {
  return layout.partitions.find((candidate) => candidate.role === role);
}

function partition(role: PartitionRole, startByte: number, bytes: number): LayoutPartition {
  return { role, startLba: startByte / SECTOR, sectors: bytes / SECTOR };
}
