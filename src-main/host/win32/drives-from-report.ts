import type { Bus, Drive, DriveNote, DrivePartition } from '../../../src-shared/drive';
import type { KnownDrive } from '../known-drives';
import type { DriveReport, ReportedDisk, ReportedPartition } from './drives-report';
import { ReportedDisks, sameText } from './drives-lookup';

/** `win:2` for disk number 2: what stands for `major:minor` on Windows. */
export function deviceOfDisk(number: number): string {
  return `win:${String(number)}`;
}

export function pathOfDisk(number: number): string {
  return `\\\\.\\PhysicalDrive${String(number)}`;
}

/**
 * Turns what Windows reported into drives. Leaves out empty slots, disks that drivelist doesn't know, members of storage
 * pools, and disks of a cluster.
 */
export function drivesFromReport(
  report: DriveReport,
  known: ReadonlyMap<string, KnownDrive>,
): Drive[] {
  const reported = new ReportedDisks(report);
  return report.disks.flatMap((disk) => {
    const facts = known.get(pathOfDisk(disk.Number));
    const left = !facts || !disk.Size || disk.IsClustered === true;
    if (left || reported.isPooled(disk.Number)) return [];
    return [driveFrom(disk, disk.Size ?? 0, facts, reported, known)];
  });
}

function driveFrom(
  disk: ReportedDisk,
  sizeBytes: number,
  facts: KnownDrive,
  reported: ReportedDisks,
  known: ReadonlyMap<string, KnownDrive>,
): Drive {
  const bus = busOf(disk.BusType ?? 0);
  const partitions = reported
    .partitionsOf(disk.Number)
    .map((partition) => partitionFrom(partition, reported));
  const onPartitions = partitions.flatMap(({ mountPoints }) => mountPoints);
  const everything = reported.withBuiltOn(disk.Number);
  const notes = notesOf(disk, reported);
  return {
    path: pathOfDisk(disk.Number),
    sizeBytes,
    serial: disk.SerialNumber,
    // The file behind it is the only thing that tells one such disk from another of its size.
    model: bus === 'loop' ? (disk.Location ?? null) : (disk.Model ?? disk.FriendlyName),
    vendor: disk.Model === null || bus === 'loop' ? null : disk.Manufacturer,
    bus,
    removable: isRemovable(disk, bus, facts, reported),
    readOnly: disk.IsReadOnly === true,
    sectorBytes: disk.LogicalSectorSize ?? 512,
    system: everything.some(
      (number) => reported.isSystem(number) || known.get(pathOfDisk(number))?.isSystem === true,
    ),
    // A file system without partitions is no partition's, but has its letter.
    mountPoints: facts.mountPoints.filter(
      (point) => !onPartitions.some((other) => sameText(other, point)),
    ),
    partitions,
    deviceNumbers: everything.map(deviceOfDisk),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

function partitionFrom(partition: ReportedPartition, reported: ReportedDisks): DrivePartition {
  const volume = reported.volumeOf(partition);
  const { DiskNumber, PartitionNumber } = partition;
  return {
    path:
      volume?.Path ??
      `\\\\?\\GLOBALROOT\\Device\\Harddisk${String(DiskNumber)}\\Partition${String(PartitionNumber)}`,
    sizeBytes: partition.Size,
    fileSystem: fileSystemName(volume?.FileSystem ?? null),
    label: volume?.FileSystemLabel ?? null,
    mountPoints: mountPointsOf(partition),
  };
}

/** In small letters, and FAT by the name that Linux has for it, so that both hosts say the same. */
function fileSystemName(name: string | null): string | null {
  if (name === null || /^(raw|unknown)$/i.test(name)) return null;
  return /^fat(12|16|32)?$/i.test(name) ? 'vfat' : name.toLowerCase();
}

/**
 * MSFT_Disk's BusType (documented: https://learn.microsoft.com/windows-hardware/drivers/storage/msft-disk). Drives behind
 * UASP have the number of USB (reported). 14 and 16 are virtual, but no file that we know of.
 */
function busOf(type: number): Bus {
  switch (type) {
    case 7:
      return 'usb';
    case 3:
    case 11:
      return 'sata';
    case 12:
    case 13:
      return 'mmc';
    case 15:
      return 'loop';
    case 17:
      return 'nvme';
    case 1:
    case 2:
    case 5:
    case 6:
    case 8:
    case 9:
    case 10:
      return 'scsi';
    default:
      return 'unknown';
  }
}

const BUS_SD = 12;

/**
 * What can be pulled out is no proof: internal disks at ports for hot-plugging can, too. So it counts on USB and for
 * cards only; anywhere else the medium itself must be removable, as a card in a reader on PCI Express is.
 */
function isRemovable(
  disk: ReportedDisk,
  bus: Bus,
  facts: KnownDrive,
  reported: ReportedDisks,
): boolean {
  if (bus === 'usb' || bus === 'mmc') {
    return (
      facts.isRemovable || (disk.BusType === BUS_SD && reported.hasRemovableMedium(disk.Number))
    );
  }
  return bus !== 'loop' && reported.hasRemovableMedium(disk.Number);
}

function notesOf(disk: ReportedDisk, reported: ReportedDisks): DriveNote[] {
  const states = reported
    .partitionsOf(disk.Number)
    .map((partition) => reported.protectionOf(partition));
  const notes: DriveNote[] = [];
  if (disk.IsOffline === true) notes.push('offline');
  if (states.includes('locked')) notes.push('bitlocker-locked');
  else if (states.includes('on')) notes.push('bitlocker');
  return notes;
}

function mountPointsOf(partition: ReportedPartition): string[] {
  return partition.AccessPaths.filter((path) => !isVolumePath(path));
}

function isVolumePath(path: string): boolean {
  return path.startsWith('\\\\?\\');
}
