import { describe, expect, it } from 'vitest';
import { judgeDrive, type Drive, type DriveNeeds, type DriveReason } from '../../src-shared/drive';
import { LsblkSchema, drivesFrom } from './linux/lsblk';
import { drivesFromReport } from './win32/drives-from-report';
import {
  disk,
  knownFrom,
  partition,
  reportOf,
  volumePath,
  windowsDisk,
  windowsPartition,
} from './win32/test-support/report';

/** A drive that a test plugs in, in no host's words. */
interface Plugged {
  kind:
    'usb-stick' | 'usb-disk' | 'card' | 'soldered-in' | 'sata' | 'hot-plug-sata' | 'nvme' | 'file';
  sizeBytes: number;
  sectorBytes: number;
  readOnly: boolean;
  /** The running system keeps a page file or swap space on it. */
  swap: boolean;
}

/** What a computer with its system's disk, and this drive with one volume, says of the drive. */
interface SimulatedComputer {
  drive: (plugged: Plugged) => Drive;
  /** Where a file on the drive's volume is found to lie, and one on another drive. */
  deviceOnDrive: string;
  deviceElsewhere: string;
}

const linux: SimulatedComputer = {
  deviceOnDrive: '8:17',
  deviceElsewhere: '8:1',
  drive({ kind, sizeBytes, sectorBytes, readOnly, swap }) {
    const usb = kind === 'usb-stick' || kind === 'usb-disk';
    const mmc = kind === 'card' || kind === 'soldered-in';
    const path = kind === 'file' ? '/dev/loop7' : mmc ? '/dev/mmcblk0' : '/dev/sdb';
    const row = {
      path,
      type: kind === 'file' ? 'loop' : 'disk',
      size: sizeBytes,
      'maj:min': '8:16',
      tran: usb ? 'usb' : mmc ? 'mmc' : kind === 'nvme' ? 'nvme' : kind === 'file' ? null : 'sata',
      subsystems: 'block:scsi:pci',
      rm: kind === 'usb-stick',
      hotplug: usb,
      ro: readOnly,
      'log-sec': sectorBytes,
      mountpoints: [null],
      children: [
        {
          path: `${path}1`,
          type: 'part',
          size: 1_000_000,
          'maj:min': '8:17',
          rm: false,
          hotplug: false,
          ro: false,
          mountpoints: [swap ? '[SWAP]' : '/media/anna/STICK'],
        },
      ],
    };
    return only(
      drivesFrom(LsblkSchema.parse({ blockdevices: [row] }), {
        known: new Map([[path, { isSystem: false }]]),
        loopFiles: new Map(kind === 'file' ? [[path, '/home/anna/stick.img']] : []),
        solderedIn: new Set(kind === 'soldered-in' ? [path] : []),
        ports: new Map(),
        sequences: new Map(),
      }),
    );
  },
};

const windowsBus = {
  'usb-stick': 7,
  'usb-disk': 7,
  card: 12,
  'soldered-in': 13,
  sata: 11,
  'hot-plug-sata': 11,
  nvme: 17,
  file: 15,
};

const windows: SimulatedComputer = {
  deviceOnDrive: 'win:1',
  deviceElsewhere: 'win:11',
  drive({ kind, sizeBytes, sectorBytes, readOnly, swap }) {
    const isRemovable = ['usb-stick', 'usb-disk', 'card', 'hot-plug-sata'].includes(kind);
    const media = kind === 'usb-stick' || kind === 'card' ? [3, 4, 7] : [3, 4];
    const plugged = disk(1, {
      BusType: windowsBus[kind],
      Size: sizeBytes,
      LogicalSectorSize: sectorBytes,
      IsReadOnly: readOnly,
      Location: kind === 'file' ? 'C:\\Users\\anna\\stick.vhdx' : 'Port 1',
    });
    const report = reportOf({
      disks: [windowsDisk, plugged],
      partitions: [windowsPartition, partition(1, ['E:\\', volumePath(1)])],
      diskDrives: [{ Index: 1, Capabilities: media }],
      ...(swap ? { pageFiles: ['C:\\pagefile.sys', 'E:\\pagefile.sys'] } : {}),
    });
    const known = knownFrom(report, { 0: { isSystem: true }, 1: { isRemovable } });
    return only(
      drivesFromReport(report, known).filter(({ path }) => path === '\\\\.\\PhysicalDrive1'),
    );
  },
};

function only([drive, ...others]: Drive[]): Drive {
  if (!drive || others.length > 0) throw new Error('not one drive');
  return drive;
}

describe.each([
  ['Linux', linux],
  ['Windows', windows],
])('what speaks against a drive on %s', (_, computer) => {
  const reasons = (plugged: Partial<Plugged>, needs: Partial<DriveNeeds> = {}): DriveReason[] =>
    judgeDrive(
      computer.drive({
        kind: 'usb-stick',
        sizeBytes: 64_000_000_000,
        sectorBytes: 512,
        readOnly: false,
        swap: false,
        ...plugged,
      }),
      {
        neededBytes: 32_000_000_000,
        imageDevice: computer.deviceElsewhere,
        appDevice: computer.deviceElsewhere,
        workDevice: null,
        allowLoop: false,
        ...needs,
      },
    ).reasons;

  it('is nothing, of a stick, a USB disk and a card', () => {
    expect(reasons({ kind: 'usb-stick' })).toEqual([]);
    expect(reasons({ kind: 'usb-disk' })).toEqual([]);
    expect(reasons({ kind: 'card' })).toEqual([]);
  });

  it.each(['soldered-in', 'sata', 'nvme', 'hot-plug-sata'] as const)(
    'is that it is built in, of one that is %s',
    (kind) => {
      expect(reasons({ kind })).toEqual(['not-removable']);
    },
  );

  it('is that the running system needs it', () => {
    expect(reasons({ swap: true })).toEqual(['system']);
  });

  it('is that the image, the program or the work folder lies on it', () => {
    const device = computer.deviceOnDrive;
    expect(reasons({}, { imageDevice: device })).toEqual(['holds-image']);
    expect(reasons({}, { appDevice: device })).toEqual(['holds-app']);
    expect(reasons({}, { workDevice: device })).toEqual(['holds-work-folder']);
  });

  it('is that it is a file, unless that was allowed', () => {
    expect(reasons({ kind: 'file' })).toEqual(['loop']);
    expect(reasons({ kind: 'file' }, { allowLoop: true })).toEqual([]);
  });

  it('is its size, its sectors, and that it can’t be written', () => {
    expect(reasons({ sizeBytes: 31_999_999_488 })).toEqual(['too-small']);
    expect(reasons({ sectorBytes: 4096 })).toEqual(['sector-size']);
    expect(reasons({ readOnly: true })).toEqual(['read-only']);
  });
});
