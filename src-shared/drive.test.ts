import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BusSchema,
  DriveReasonSchema,
  driveName,
  holdsData,
  identityOf,
  judgeDrive,
  type Drive,
  type DriveNeeds,
} from './drive';

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
  deviceNumbers: ['8:16', '8:17', '252:3'],
};
const needs: DriveNeeds = {
  neededBytes: 0,
  imageDevice: null,
  appDevice: null,
  workDevice: null,
  allowLoop: false,
};
const reasonsOf = (drive: Partial<Drive>, more: Partial<DriveNeeds> = {}) =>
  judgeDrive({ ...stick, ...drive }, { ...needs, ...more }).reasons;

describe('judging a drive', () => {
  it('has nothing against an ordinary stick', () => {
    expect(reasonsOf({})).toEqual([]);
  });

  it('has nothing against a USB hard disk, which does not call itself removable', () => {
    expect(reasonsOf({ removable: false })).toEqual([]);
  });

  it('refuses every drive of the running system, on whatever bus', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BusSchema.options), fc.boolean(), (bus, removable) => {
        expect(reasonsOf({ bus, removable, system: true }, { allowLoop: true })).toContain(
          'system',
        );
      }),
    );
  });

  it('refuses drives that are built in, on every bus but USB', () => {
    for (const bus of BusSchema.options.filter((name) => name !== 'usb' && name !== 'loop')) {
      expect(reasonsOf({ bus, removable: false })).toEqual(['not-removable']);
    }
  });

  it('takes a card in a slot but not a memory chip that is soldered in', () => {
    expect(reasonsOf({ bus: 'mmc', removable: true })).toEqual([]);
    expect(reasonsOf({ bus: 'mmc', removable: false })).toEqual(['not-removable']);
  });

  it('finds the image, the program and the work folder also below LVM or encryption on it', () => {
    expect(reasonsOf({}, { imageDevice: '252:3' })).toEqual(['holds-image']);
    expect(reasonsOf({}, { appDevice: '8:17' })).toEqual(['holds-app']);
    expect(reasonsOf({}, { workDevice: '8:16' })).toEqual(['holds-work-folder']);
  });

  it('does not take one device number for another that merely begins alike', () => {
    expect(reasonsOf({}, { imageDevice: '8:1' })).toEqual([]);
  });

  it('refuses a drive that is one byte too small and takes one that just fits', () => {
    expect(reasonsOf({ sizeBytes: 999 }, { neededBytes: 1000 })).toEqual(['too-small']);
    expect(reasonsOf({ sizeBytes: 1000 }, { neededBytes: 1000 })).toEqual([]);
  });

  it('takes a loop device only when that was allowed', () => {
    expect(reasonsOf({ bus: 'loop', removable: false })).toEqual(['loop']);
    expect(reasonsOf({ bus: 'loop', removable: false }, { allowLoop: true })).toEqual([]);
  });

  it('does not let the permission for loop devices open any other built-in drive', () => {
    expect(reasonsOf({ bus: 'nvme', removable: false }, { allowLoop: true })).toEqual([
      'not-removable',
    ]);
  });

  it('names every reason, the most serious first', () => {
    const everything = reasonsOf(
      { system: true, readOnly: true, sectorBytes: 4096, bus: 'sata', removable: false },
      {
        imageDevice: '8:16',
        appDevice: '8:16',
        workDevice: '8:16',
        neededBytes: Number.MAX_SAFE_INTEGER,
      },
    );
    expect(everything).toEqual([
      'system',
      'holds-image',
      'holds-app',
      'holds-work-folder',
      'read-only',
      'sector-size',
      'not-removable',
      'too-small',
    ]);
    expect(everything.every((reason) => DriveReasonSchema.options.includes(reason))).toBe(true);
  });
});

describe('what a drive is called', () => {
  it('joins maker and model without doubled blanks', () => {
    expect(driveName({ vendor: 'SanDisk ', model: ' Ultra  Fit', path: '/dev/sdb' })).toBe(
      'SanDisk Ultra Fit',
    );
  });

  it('falls back to the path', () => {
    expect(driveName({ vendor: null, model: ' ', path: '/dev/sdb' })).toBe('/dev/sdb');
  });
});

describe('what a drive holds', () => {
  it('counts a partition that is not mounted as something that could be lost', () => {
    const partition = {
      path: '/dev/sdb1',
      sizeBytes: 1,
      fileSystem: null,
      label: null,
      mountPoints: [],
    };
    expect(holdsData({ ...stick, partitions: [partition] })).toBe(true);
    expect(holdsData(stick)).toBe(false);
  });

  it('keeps in the identity exactly what must still be true later', () => {
    expect(identityOf(stick)).toEqual({
      path: '/dev/sdb',
      sizeBytes: 64_000_000_000,
      serial: '0019E06B',
      model: 'DataTraveler',
      bus: 'usb',
    });
  });
});
