import type { Operation } from '../operation';
import { diskpartScript, quoteForDiskpart } from '../quote-diskpart';
import { diskpartFailure, diskpartProgress } from './diskpart-output';
import { makeOperation } from './make-operation';
import { removeMountPoint } from './volumes';

/**
 * diskpart's commands, as learn.microsoft.com/windows-server/administration/windows-commands describes them. `noerr`
 * lets a script go on after an error; its exit code tells nothing of that error then. Selecting a disk or a
 * partition knows no `noerr`.
 *
 * Between two scripts, their documentation says, 15 seconds should pass, or the second may fail: so there are few of them.
 */

const MIB = 1024 * 1024;

/** Bytes before the partition of a virtual disk, and at least as many behind it. */
export const STAGE_MARGIN = MIB;

/** An NTFS partition that is made, formatted, and mounted in a folder without a letter. */
export interface NtfsPartition {
  /** Bytes: whole KiB, as diskpart takes offsets. */
  startByte: number;
  /** Bytes; what is less than a MiB is left out, because diskpart takes sizes in MiB. */
  bytes: number;
  label: string;
  /** Absent: 4096. */
  clusterBytes?: 4096 | 65536;
  /** An empty folder on an NTFS volume. */
  mountFolder: string;
}

/** A virtual disk with one partition. */
export interface StagedDisk {
  /** With its path, ends in `.vhdx`. Must not exist, nor lie in a folder that is compressed or encrypted (0xC03A001A). */
  file: string;
  partition: Omit<NtfsPartition, 'startByte'>;
}

/**
 * Makes an expandable VHDX, attaches it, and makes its one partition: all in one script, since diskpart's
 * documentation asks for 15 seconds between two of them. The disk gets an MBR, because a GPT could bring a reserved
 * partition along; it is only read for its volume.
 */
export function makeStagedDisk({ file, partition }: StagedDisk): Operation {
  const megabytes = Math.floor(partition.bytes / MIB) + (2 * STAGE_MARGIN) / MIB;
  return diskpart(
    `Make the virtual disk ${file} and format it with NTFS`,
    [
      `create vdisk file=${quoteForDiskpart(file)} maximum=${String(megabytes)} type=expandable`,
      `select vdisk file=${quoteForDiskpart(file)}`,
      'attach vdisk',
      // Servers attach disks offline and read-only (documented: san). Elsewhere these two fail, which doesn't matter.
      'online disk noerr',
      'attributes disk clear readonly noerr',
      // Assumed: a disk without a table becomes MBR even without it.
      'convert mbr noerr',
      ...partitionCommands({ ...partition, startByte: STAGE_MARGIN }),
    ],
    detachIfAttached(file),
  );
}

/** Detaches the virtual disk, which writes what is in memory. Fails when it is in use, and when it isn't attached. */
export function detachStagedDisk(file: string): Operation {
  return diskpart(`Detach the virtual disk ${file}`, [
    `select vdisk file=${quoteForDiskpart(file)}`,
    'detach vdisk',
  ]);
}

/**
 * For a disk of which nobody knows how far it got. That it worked is seen by the file, which can't be deleted while it is
 * attached. Which folder it was mounted in stays noted there: `removeMountPoint` clears that.
 */
function detachIfAttached(file: string): Operation {
  return diskpart(`Detach the virtual disk ${file}, if it is attached`, [
    `select vdisk file=${quoteForDiskpart(file)} noerr`,
    'detach vdisk noerr',
  ]);
}

/**
 * Erases a drive's partition table and makes one partition at the given place. The table is for the time until our
 * own is written. It is an MBR where it can be: with one partition Windows mounts it even on a drive that calls
 * itself removable.
 */
export function makePartitionOnDrive(diskNumber: number, partition: NtfsPartition): Operation {
  const reachesBeyondMbr = partition.startByte + partition.bytes > 2 ** 32 * 512;
  return diskpart(
    `Erase disk ${String(diskNumber)} and make an NTFS partition on it`,
    [
      selectDisk(diskNumber),
      'online disk noerr',
      'attributes disk clear readonly noerr',
      'clean',
      reachesBeyondMbr ? 'convert gpt' : 'convert mbr',
      ...partitionCommands(partition),
    ],
    removeMountPoint(partition.mountFolder),
  );
}

function partitionCommands(partition: NtfsPartition): string[] {
  const { startByte, bytes, label, clusterBytes = 4096, mountFolder } = partition;
  if (startByte % 1024 !== 0 || bytes < MIB) {
    throw new RangeError(
      `no place for a partition: ${String(bytes)} bytes at ${String(startByte)}`,
    );
  }
  const size = `size=${String(Math.floor(bytes / MIB))} offset=${String(startByte / 1024)}`;
  return [
    `create partition primary ${size}`,
    `format fs=ntfs ${label === '' ? '' : `label=${quoteForDiskpart(label)} `}unit=${String(clusterBytes)} quick`,
    // A letter that Windows gave it all the same: a window of Explorer's would open for it.
    'remove all noerr',
    `assign mount=${quoteForDiskpart(mountFolder)}`,
  ];
}

function selectDisk(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0)
    throw new RangeError(`no disk: ${String(number)}`);
  return `select disk ${String(number)}`;
}

function diskpart(
  title: string,
  commands: readonly string[],
  undo: Operation | null = null,
): Operation {
  return makeOperation({
    title,
    program: 'diskpart.exe',
    args: ['/s', '{diskpart.txt}'],
    scripts: [diskpartScript([...commands, 'exit'])],
    progressOf: diskpartProgress,
    failureOf: diskpartFailure,
    undo,
  });
}
