import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DriveSchema, driveName, type Drive } from '../../../src-shared/drive';
import type { KnownDrive } from '../known-drives';
import { drivesFromReport } from './drives-from-report';
import { readDriveReport, type DriveReport } from './drives-report';
import {
  disk,
  knownFrom,
  partition,
  reportOf,
  volume,
  volumePath,
  windowsDisk,
  windowsPartition,
} from './test-support/report';

function drivesOf(report: DriveReport, more: Record<number, Partial<KnownDrive>> = {}): Drive[] {
  const drives = drivesFromReport(report, knownFrom(report, more));
  for (const drive of drives) DriveSchema.parse(drive);
  return drives;
}

/** The drive with a disk number, among others of a report made of parts. */
function driveOf(
  number: number,
  parts: Record<string, unknown>,
  more: Record<number, Partial<KnownDrive>> = {},
): Drive {
  const path = `\\\\.\\PhysicalDrive${String(number)}`;
  const drive = drivesOf(reportOf(parts), more).find((candidate) => candidate.path === path);
  if (!drive) throw new Error(`no ${path}`);
  return drive;
}

describe('drives as Windows reports them', () => {
  const [internal, stick] = drivesOf(
    readDriveReport(
      readFileSync(join(__dirname, 'transcripts/drives/laptop-as-administrator.txt'), 'utf8'),
    ),
    {
      0: { isRemovable: false, isSystem: true, mountPoints: ['C:\\'] },
      1: { mountPoints: ['E:\\'] },
    },
  );

  it('shows a stick with what a person knows it by', () => {
    expect(stick).toEqual({
      path: '\\\\.\\PhysicalDrive1',
      sizeBytes: 62_109_253_632,
      serial: 'E0D55EA573FCF3A1',
      model: 'DataTraveler 3.0',
      vendor: 'Kingston',
      bus: 'usb',
      removable: true,
      readOnly: false,
      sectorBytes: 512,
      system: false,
      mountPoints: [],
      partitions: [
        {
          path: volumePath(3),
          sizeBytes: 62_108_205_056,
          fileSystem: 'exfat',
          label: 'Grüße 内部',
          mountPoints: ['E:\\'],
        },
      ],
      deviceNumbers: ['win:1'],
    });
  });

  it('knows the disk of the running Windows, and that something on it is encrypted', () => {
    expect(internal).toMatchObject({
      bus: 'nvme',
      system: true,
      removable: false,
      notes: ['bitlocker'],
    });
    expect(internal?.partitions.map(({ fileSystem }) => fileSystem)).toEqual([
      'vfat',
      null,
      'ntfs',
    ]);
  });

  it('names a partition without a volume by its device', () => {
    expect(internal?.partitions[1]?.path).toBe('\\\\?\\GLOBALROOT\\Device\\Harddisk0\\Partition2');
  });

  it('takes the friendly name where there is no model, without the maker twice', () => {
    const named = disk(1, { FriendlyName: 'SanDisk Ultra', Manufacturer: 'SanDisk' });
    expect(driveName(driveOf(1, { disks: [named] }))).toBe('SanDisk Ultra');
  });

  it('leaves out empty slots, disks of a cluster or a pool, and what drivelist does not know', () => {
    const report = reportOf({
      disks: [disk(1, { Size: 0 }), disk(2, { IsClustered: true }), disk(3), disk(4), disk(5)],
      pooled: [{ DeviceId: '3', CannotPoolReason: [2] }],
    });
    const known = knownFrom(report);
    known.delete('\\\\.\\PhysicalDrive4');
    expect(drivesFromReport(report, known).map(({ path }) => path)).toEqual([
      '\\\\.\\PhysicalDrive5',
    ]);
  });

  it.each([
    [7, 'usb'],
    [12, 'mmc'],
    [13, 'mmc'],
    [17, 'nvme'],
    [11, 'sata'],
    [3, 'sata'],
    [10, 'scsi'],
    [15, 'loop'],
    [14, 'unknown'],
    [16, 'unknown'],
    [99, 'unknown'],
    [null, 'unknown'],
  ])('takes bus type %s for %s', (BusType, bus) => {
    expect(driveOf(1, { disks: [disk(1, { BusType })] }).bus).toBe(bus);
  });

  it('keeps folders that a volume is mounted at, and the letter of a drive without partitions', () => {
    const drive = driveOf(
      1,
      {
        disks: [disk(1)],
        partitions: [partition(1, ['E:\\', 'C:\\mnt\\stick\\', volumePath(1)])],
        volumes: [volume(1)],
      },
      { 1: { mountPoints: ['e:\\', 'F:\\'] } },
    );
    expect(drive.partitions[0]?.mountPoints).toEqual(['E:\\', 'C:\\mnt\\stick\\']);
    expect(drive.mountPoints).toEqual(['F:\\']);
  });
});

describe('what can be pulled out of a Windows computer', () => {
  const removable = (BusType: number, isRemovable: boolean, Capabilities: number[]) =>
    driveOf(
      1,
      { disks: [disk(1, { BusType })], diskDrives: [{ Index: 1, Capabilities }] },
      { 1: { isRemovable } },
    ).removable;

  it('does not take an internal disk at a hot-plug port for removable', () => {
    expect(removable(11, true, [3, 4])).toBe(false);
    expect(removable(17, true, [3, 4])).toBe(false);
  });

  it('takes a card, on whatever bus its reader is, but no memory chip that is soldered in', () => {
    expect(removable(12, false, [3, 4, 7])).toBe(true);
    expect(removable(1, false, [3, 4, 7])).toBe(true);
    expect(removable(13, false, [3, 4, 7])).toBe(false);
  });
});

describe('what belongs to the running Windows', () => {
  const withWindows = (parts: Record<string, unknown[]>, more: Record<string, unknown> = {}) => ({
    ...more,
    disks: [windowsDisk, ...(parts['disks'] ?? [])],
    partitions: [windowsPartition, ...(parts['partitions'] ?? [])],
  });
  const stick = disk(1);
  const onE = partition(1, ['E:\\', volumePath(1)]);

  it('is no stick that merely is there', () => {
    expect(driveOf(1, withWindows({ disks: [stick], partitions: [onE] })).system).toBe(false);
  });

  it.each([
    ['a page file', { pageFiles: ['E:\\pagefile.sys'] }],
    ['a page file in the kernel’s words', { pageFiles: ['\\??\\e:\\pagefile.sys'] }],
    ['a crash dump', { dumpFiles: [null, 'E:\\dump\\MEMORY.DMP'] }],
    ['the user’s folder', { systemFolders: ['e:\\users\\anna'] }],
  ])('is a drive with %s', (_, more) => {
    expect(driveOf(1, withWindows({ disks: [stick], partitions: [onE] }, more)).system).toBe(true);
  });

  it('is the drive that a folder is mounted from, not the one that it seems to lie on', () => {
    const mounted = partition(1, ['C:\\Data\\', volumePath(1)]);
    const parts = withWindows(
      { disks: [stick], partitions: [mounted] },
      { pageFiles: ['C:\\data\\pagefile.sys'] },
    );
    expect(driveOf(1, parts).system).toBe(true);
    const beside = { ...parts, pageFiles: ['C:\\DataStore\\pagefile.sys'] };
    expect(driveOf(1, beside).system).toBe(false);
  });

  it.each([
    ['IsBoot', null],
    ['IsSystem', null],
    ['IsBoot', true],
    ['IsSystem', true],
    ['BootFromDisk', true],
  ])('is a disk whose %s is %s', (name, value) => {
    expect(driveOf(1, { disks: [disk(1, { [name]: value })] }).system).toBe(true);
  });

  it('is a disk that only drivelist says so of', () => {
    expect(driveOf(1, { disks: [stick] }, { 1: { isSystem: true } }).system).toBe(true);
  });

  it('is the drive with the virtual disk that Windows was started from', () => {
    const parts = {
      disks: [stick, disk(2, { BusType: 15, Location: 'E:\\win.vhdx', IsBoot: true }), disk(3)],
      partitions: [onE],
    };
    expect(driveOf(1, parts)).toMatchObject({ system: true, deviceNumbers: ['win:1', 'win:2'] });
    expect(driveOf(3, parts)).toMatchObject({ system: false, deviceNumbers: ['win:3'] });
  });
});

describe('what is built on a drive', () => {
  it('counts files that are disks, also inside of one another', () => {
    const parts = {
      disks: [
        disk(1),
        disk(2, { BusType: 15, Location: 'E:\\a  b.vhdx' }),
        disk(3, { BusType: 15, Location: '\\\\?\\F:\\inner.vhdx' }),
      ],
      partitions: [partition(1, ['E:\\']), partition(2, ['F:\\']), partition(3, ['G:\\'])],
    };
    expect(driveOf(1, parts).deviceNumbers).toEqual(['win:1', 'win:2', 'win:3']);
    expect(driveOf(2, parts)).toMatchObject({ bus: 'loop', model: 'E:\\a  b.vhdx' });
    expect(driveOf(3, parts).deviceNumbers).toEqual(['win:3']);
  });

  it.each([null, '', 'Z:\\gone.vhdx', 'Integrated : Adapter 0'])(
    'takes a disk whose file is at %j for one that may be anywhere',
    (Location) => {
      const disks = [disk(1), disk(2, { BusType: 15, Location })];
      expect(driveOf(1, { disks }).deviceNumbers).toEqual(['win:1', 'win:2']);
    },
  );

  it.each(['\\\\server\\share\\a.vhdx', '\\??\\UNC\\server\\share\\a.vhdx'])(
    'does not count a file on the network: %s',
    (Location) => {
      const disks = [disk(1), disk(2, { BusType: 15, Location })];
      expect(driveOf(1, { disks }).deviceNumbers).toEqual(['win:1']);
    },
  );

  it('takes dynamic disks for one: a volume may span them', () => {
    const parts = {
      disks: [windowsDisk, disk(1), disk(2), disk(3)],
      partitions: [
        partition(0, ['C:\\'], { MbrType: 0x42 }),
        partition(1, [], { MbrType: 0x42 }),
        partition(2, [], { MbrType: null, GptType: '{AF9B60A0-1431-4F62-BC68-3311714A69AD}' }),
        partition(3, ['E:\\']),
      ],
    };
    expect(driveOf(1, parts)).toMatchObject({
      system: true,
      deviceNumbers: ['win:1', 'win:0', 'win:2'],
    });
    expect(driveOf(3, parts)).toMatchObject({ system: false, deviceNumbers: ['win:3'] });
  });
});

describe('what is worth knowing of a drive', () => {
  const notes = (ProtectionStatus: number | null, IsOffline = false) =>
    driveOf(1, {
      disks: [disk(1, { IsOffline })],
      partitions: [partition(1, ['E:\\', volumePath(1)])],
      encryptable: [{ DeviceID: volumePath(1).toUpperCase(), ProtectionStatus }],
    }).notes;

  it('tells of BitLocker, locked or not, and of disks that are offline', () => {
    expect(notes(0)).toBeUndefined();
    expect(notes(1)).toEqual(['bitlocker']);
    expect(notes(2)).toEqual(['bitlocker-locked']);
    expect(notes(2, true)).toEqual(['offline', 'bitlocker-locked']);
    expect(notes(null)).toBeUndefined();
  });
});
