import { describe, expect, it } from 'vitest';
import { identityOf, type Drive } from '../../src-shared/drive';
import { confirmedDrive, mountPointsOn, refuseUnsuitable, type DriveRules } from './guards';

const partition = (path: string, mountPoints: string[]) => ({
  path,
  sizeBytes: 1,
  fileSystem: null,
  label: null,
  mountPoints,
});
const stick: Drive = {
  path: '/dev/sdb',
  sizeBytes: 64_000_000_000,
  serial: '0019E06B',
  model: 'DataTraveler',
  bus: 'usb',
  vendor: 'Kingston',
  removable: true,
  readOnly: false,
  sectorBytes: 512,
  system: false,
  mountPoints: [],
  partitions: [],
  deviceNumbers: ['8:16', '8:17'],
};
const rules: DriveRules = {
  neededBytes: 0,
  protectedPaths: [],
  allowLoop: false,
  readOnly: false,
};

describe('finding the drive that was confirmed', () => {
  it('finds it among others when nothing about it changed', () => {
    const other = { ...stick, path: '/dev/sda' };
    expect(confirmedDrive([other, stick], identityOf(stick))).toBe(stick);
  });

  it('says that it is not there, even if another one has its serial number', () => {
    const moved = { ...stick, path: '/dev/sdc' };
    expect(() => confirmedDrive([moved], identityOf(stick))).toThrow(/target\/not-found/);
  });

  it.each([
    ['size', { sizeBytes: 64_000_000_512 }],
    ['serial number', { serial: null }],
    ['model', { model: 'datatraveler' }],
    ['connection', { bus: 'sata' as const }],
  ])('names what changed when it is the %s', (name, change) => {
    expect(() => confirmedDrive([{ ...stick, ...change }], identityOf(stick))).toThrow(
      new RegExp(`target/changed.*its ${name}`),
    );
  });
});

describe('refusing what must not be written to', () => {
  it('accepts an ordinary stick', () => {
    expect(() => {
      refuseUnsuitable(stick, rules);
    }).not.toThrow();
  });

  it('refuses a drive on which, at any level, a protected path lies', () => {
    const protectedPaths = [
      { path: '/home/anna/win.iso', device: '8:2' },
      { path: '/media/anna/内/work', device: '8:17' },
    ];
    expect(() => {
      refuseUnsuitable(stick, { ...rules, protectedPaths });
    }).toThrow(/it holds \/media\/anna\/内\/work/);
  });

  it('gives every reason in words', () => {
    const drive = { ...stick, system: true, readOnly: true };
    expect(() => {
      refuseUnsuitable(drive, rules);
    }).toThrow(/the system that is running; it is write-protected/);
  });

  it('does not call a drive of the system too small, as if a larger one would do', () => {
    expect(() => {
      refuseUnsuitable({ ...stick, system: true }, { ...rules, neededBytes: 1e12 });
    }).toThrow(/target\/refused/);
  });

  it('lets a stick be looked at that must not be erased', () => {
    const reading = {
      ...rules,
      readOnly: true,
      neededBytes: 1e12,
      protectedPaths: [{ path: '/media/anna/win.iso', device: '8:17' }],
    };
    expect(() => {
      refuseUnsuitable({ ...stick, readOnly: true }, reading);
    }).not.toThrow();
  });

  it('lets no built-in or system drive be looked at with administrator rights', () => {
    const reading = { ...rules, readOnly: true };
    for (const change of [{ system: true }, { removable: false, bus: 'nvme' as const }]) {
      expect(() => {
        refuseUnsuitable({ ...stick, ...change }, reading);
      }).toThrow(/target\/refused/);
    }
  });
});

describe('the order to unmount in', () => {
  it('has inner places before those that hold them, and each once', () => {
    const drive = {
      ...stick,
      mountPoints: ['/mnt'],
      partitions: [
        partition('/dev/sdb1', ['/mnt/a', '/mnt']),
        partition('/dev/sdb2', ['/mnt/a/b c']),
      ],
    };
    expect(mountPointsOn(drive)).toEqual(['/mnt/a/b c', '/mnt/a', '/mnt']);
  });
});
