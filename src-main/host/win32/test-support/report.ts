import { DriveReportSchema, type DriveReport } from '../drives-report';
import type { KnownDrive } from '../../known-drives';
import { pathOfDisk } from '../drives-from-report';

type Raw = Record<string, unknown>;

export const volumePath = (id: number) =>
  `\\\\?\\Volume{00000000-0000-4000-8000-${String(id).padStart(12, '0')}}\\`;

/** A disk as MSFT_Disk has it, with what a test doesn't care about filled in. */
export function disk(Number: number, more: Raw = {}): Raw {
  return {
    Number,
    FriendlyName: null,
    Manufacturer: null,
    Model: null,
    SerialNumber: null,
    Location: null,
    Size: 64_000_000_000,
    LogicalSectorSize: 512,
    BusType: 7,
    IsBoot: false,
    IsSystem: false,
    BootFromDisk: false,
    IsClustered: false,
    IsReadOnly: false,
    IsOffline: false,
    ...more,
  };
}

export function partition(DiskNumber: number, AccessPaths: string[], more: Raw = {}): Raw {
  return {
    DiskNumber,
    PartitionNumber: 1,
    Offset: 1_048_576,
    Size: 1_000_000_000,
    GptType: null,
    MbrType: 7,
    AccessPaths,
    IsBoot: false,
    IsSystem: false,
    ...more,
  };
}

export function volume(id: number, more: Raw = {}): Raw {
  return {
    Path: volumePath(id),
    FileSystem: 'NTFS',
    FileSystemLabel: null,
    ...more,
  };
}

/** The disk with the running Windows on C:, number 0. */
export const windowsDisk = disk(0, {
  BusType: 17,
  Size: 512_000_000_000,
  IsBoot: true,
  IsSystem: true,
});
export const windowsPartition = partition(0, ['C:\\', volumePath(100)], { IsBoot: true });

export function reportOf(parts: Raw): DriveReport {
  return DriveReportSchema.parse({
    volumes: [],
    partitions: [],
    pageFiles: ['C:\\pagefile.sys'],
    systemFolders: ['C:\\Windows', 'C:\\Users\\anna', null],
    dumpFiles: null,
    pooled: null,
    diskDrives: null,
    encryptable: null,
    writePolicies: null,
    failures: {},
    ...parts,
  });
}

/** What drivelist says of each disk of a report: that it can be pulled out and is no part of the system. */
export function knownFrom(
  report: DriveReport,
  more: Record<number, Partial<KnownDrive>> = {},
): Map<string, KnownDrive> {
  return new Map(
    report.disks.map(({ Number }) => [
      pathOfDisk(Number),
      { isSystem: false, isRemovable: true, mountPoints: [], ...more[Number] },
    ]),
  );
}
