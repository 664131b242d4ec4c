import { describe, expect, it } from 'vitest';
import { judgeDrive, type Drive } from '../../../src-shared/drive';
import { LsblkSchema, drivesFrom, type DriveFacts } from './lsblk';

interface Row {
  path: string;
  [column: string]: unknown;
}

/** A row as util-linux 2.38 prints it, with what a test doesn't care about filled in. */
function row(more: Row): Row {
  return {
    type: 'disk',
    size: 1_000_000_000,
    'maj:min': '8:0',
    tran: null,
    subsystems: 'block:scsi:pci',
    vendor: null,
    model: null,
    serial: null,
    rm: false,
    hotplug: false,
    ro: false,
    'log-sec': 512,
    fstype: null,
    label: null,
    mountpoints: [null],
    ...more,
  };
}

const usbStick = row({
  path: '/dev/sdb',
  size: 62_109_253_632,
  'maj:min': '8:16',
  tran: 'usb',
  subsystems: 'block:scsi:usb:pci',
  vendor: 'Kingston',
  model: 'DataTraveler_3.0 ',
  serial: '  E0D55EA573FCF3A1',
  rm: true,
  hotplug: true,
  children: [
    row({
      path: '/dev/sdb1',
      type: 'part',
      size: 62_108_000_000,
      'maj:min': '8:17',
      fstype: 'exfat',
      label: 'Grüße "内部" \\ \'x\'',
      mountpoints: ['/media/anna/Grüße "内部" \\ \'x\''],
    }),
  ],
});

const encryptedNvme = row({
  path: '/dev/nvme0n1',
  size: 512_110_190_592,
  'maj:min': '259:0',
  tran: 'nvme',
  subsystems: 'block:nvme:pci',
  model: 'Samsung SSD 980',
  serial: 'S649NX0R',
  children: [
    row({
      path: '/dev/nvme0n1p1',
      type: 'part',
      'maj:min': '259:1',
      fstype: 'vfat',
      mountpoints: ['/boot/efi'],
    }),
    row({
      path: '/dev/nvme0n1p2',
      type: 'part',
      'maj:min': '259:2',
      fstype: 'crypto_LUKS',
      children: [
        row({
          path: '/dev/mapper/luks',
          type: 'crypt',
          'maj:min': '254:0',
          fstype: 'LVM2_member',
          children: [
            row({
              path: '/dev/mapper/vg-root',
              type: 'lvm',
              'maj:min': '254:1',
              fstype: 'ext4',
              mountpoints: ['/'],
            }),
            row({
              path: '/dev/mapper/vg-swap',
              type: 'lvm',
              'maj:min': '254:2',
              fstype: 'swap',
              mountpoints: ['[SWAP]'],
            }),
          ],
        }),
      ],
    }),
  ],
});

const card = row({
  path: '/dev/mmcblk0',
  'maj:min': '179:0',
  subsystems: 'block:mmc:mmc_host:pci',
  hotplug: true,
});
const loop = row({ path: '/dev/loop3', type: 'loop', 'maj:min': '7:3', subsystems: 'block' });

const facts: DriveFacts = {
  known: new Map(),
  loopFiles: new Map(),
  solderedIn: new Set(),
  ports: new Map(),
  sequences: new Map(),
};

function drives(rows: Row[], more: Partial<DriveFacts> = {}): Drive[] {
  const known = new Map(rows.map(({ path }) => [path, { isSystem: false }]));
  const listing = LsblkSchema.parse(JSON.parse(JSON.stringify({ blockdevices: rows })));
  return drivesFrom(listing, { ...facts, known, ...more });
}

function only(rows: Row[], more: Partial<DriveFacts> = {}): Drive {
  const [drive, ...others] = drives(rows, more);
  expect(others).toEqual([]);
  if (!drive) throw new Error('no drive is listed');
  return drive;
}

describe('reading what lsblk prints', () => {
  it('sees a USB stick with its partition and a label in every kind of character', () => {
    expect(only([usbStick])).toEqual({
      path: '/dev/sdb',
      sizeBytes: 62_109_253_632,
      serial: 'E0D55EA573FCF3A1',
      model: 'DataTraveler_3.0',
      vendor: 'Kingston',
      bus: 'usb',
      removable: true,
      readOnly: false,
      sectorBytes: 512,
      system: false,
      mountPoints: [],
      partitions: [
        {
          path: '/dev/sdb1',
          sizeBytes: 62_108_000_000,
          fileSystem: 'exfat',
          label: 'Grüße "内部" \\ \'x\'',
          mountPoints: ['/media/anna/Grüße "内部" \\ \'x\''],
        },
      ],
      deviceNumbers: ['8:16', '8:17'],
    });
  });

  it('finds the running system below LUKS and LVM, and everything that stands on the disk', () => {
    const drive = only([encryptedNvme]);
    expect(drive.system).toBe(true);
    expect(drive.bus).toBe('nvme');
    expect(drive.deviceNumbers).toEqual(['259:0', '259:1', '259:2', '254:0', '254:1', '254:2']);
    expect(drive.partitions[1]?.mountPoints).toEqual(['/', '[SWAP]']);
  });

  it('believes drivelist when it takes a drive for a part of this computer', () => {
    const known = new Map([['/dev/sdb', { isSystem: true }]]);
    expect(only([usbStick], { known }).system).toBe(true);
  });

  it.each([
    '/',
    '/boot',
    '/boot/efi',
    '/usr',
    '/home',
    '/home/anna',
    '/var/lib/docker',
    '[SWAP]',
    '/cdrom',
    '/run/live/medium',
    '/run/archiso/bootmnt',
  ])('takes a drive mounted at %s for one that the system needs', (place) => {
    expect(only([row({ path: '/dev/sdc', mountpoints: [place] })]).system).toBe(true);
  });

  it.each(['/media/anna/STICK', '/run/media/anna/STICK', '/mnt', '/home/anna/stick', '/bootstick'])(
    'does not take a drive mounted at %s for one that the system needs',
    (place) => {
      const drive = only([row({ path: '/dev/sdc', mountpoints: [place] })]);
      expect(drive.system).toBe(false);
      expect(drive.mountPoints).toEqual([place]);
    },
  );

  it('tells a card that can be taken out from a chip that is soldered in', () => {
    expect(only([card])).toMatchObject({ bus: 'mmc', removable: true });
    expect(only([card], { solderedIn: new Set(['/dev/mmcblk0']) }).removable).toBe(false);
  });

  it('leaves out an empty card reader, whether its size is 0 or unknown', () => {
    expect(drives([row({ path: '/dev/sdd', size: 0, rm: true })])).toEqual([]);
    expect(drives([row({ path: '/dev/sdd', size: null, rm: true })])).toEqual([]);
  });

  it('leaves out compressed RAM, network disks, optical drives and parts of an eMMC chip', () => {
    const rows = [
      row({ path: '/dev/zram0', subsystems: 'block' }),
      row({ path: '/dev/nbd0', subsystems: 'block' }),
      row({ path: '/dev/ram0', subsystems: 'block' }),
      row({ path: '/dev/sr0', type: 'rom', rm: true }),
      row({ path: '/dev/mmcblk0boot0', subsystems: 'block:mmc' }),
    ];
    expect(drives(rows)).toEqual([]);
  });

  it('leaves out what drivelist does not list', () => {
    expect(drives([usbStick], { known: new Map() })).toEqual([]);
  });

  it('lists a loop device with a file behind it, known by that file, and refuses it', () => {
    expect(drives([loop])).toEqual([]);
    const drive = only([loop], { loopFiles: new Map([['/dev/loop3', '/tmp/ä b.img']]) });
    expect(drive).toMatchObject({ bus: 'loop', model: '/tmp/ä b.img', deviceNumbers: ['7:3'] });
    const needs = { neededBytes: 0, imageDevice: null, appDevice: null, workDevice: null };
    expect(judgeDrive(drive, { ...needs, allowLoop: false }).reasons).toEqual(['loop']);
  });

  it('does not show a number as the maker of a drive', () => {
    expect(only([row({ path: '/dev/vda', vendor: '0x1af4' })]).vendor).toBeNull();
  });

  it('understands the older spelling of flags and sizes', () => {
    const drive = only([row({ path: '/dev/sdb', size: '4096', rm: '1', ro: '0', hotplug: '0' })]);
    expect(drive).toMatchObject({ sizeBytes: 4096, removable: true, readOnly: false });
  });

  it('does not accept a listing of another shape', () => {
    expect(LsblkSchema.safeParse({ blockdevices: [{ path: '/dev/sdb' }] }).success).toBe(false);
    expect(LsblkSchema.safeParse([]).success).toBe(false);
  });
});
