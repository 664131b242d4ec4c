import { z } from 'zod';
import type { Bus, Drive, DrivePartition } from '../../../src-shared/drive';

/** What lsblk(8) is asked for. MOUNTPOINTS, with every mount point, needs util-linux 2.37 of 2021. */
export const LSBLK_ARGUMENTS = [
  '--json',
  '--bytes',
  // A list without names is flat otherwise, and the partitions of a drive would not be known as its own.
  '--tree',
  '--output',
  [
    'PATH',
    'TYPE',
    'SIZE',
    'MAJ:MIN',
    'TRAN',
    'SUBSYSTEMS',
    'VENDOR',
    'MODEL',
    'SERIAL',
    'RM',
    'HOTPLUG',
    'RO',
    'LOG-SEC',
    'FSTYPE',
    'LABEL',
    'MOUNTPOINTS',
  ].join(','),
];

const text = z.string().nullish();
const flag = z.union([z.boolean(), z.enum(['0', '1']).transform((digit) => digit === '1')]);
const count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).nullish();

const DeviceSchema = z.object({
  path: z.string(),
  type: z.string(),
  size: count,
  'maj:min': z.string().transform((numbers) => numbers.trim()),
  tran: text,
  subsystems: text,
  vendor: text,
  model: text,
  serial: text,
  rm: flag,
  hotplug: flag,
  ro: flag,
  'log-sec': count,
  fstype: text,
  label: text,
  mountpoints: z.array(z.string().nullable()),
  get children(): z.ZodOptional<z.ZodArray<typeof DeviceSchema>> {
    return z.array(DeviceSchema).optional();
  },
});
type Device = z.infer<typeof DeviceSchema>;

export const LsblkSchema = z.object({ blockdevices: z.array(DeviceSchema) });
export type Lsblk = z.infer<typeof LsblkSchema>;

/** What is known about the drives from elsewhere than lsblk. */
export interface DriveFacts {
  /** Whole drives by path, and whether each is taken for a part of this computer. */
  known: ReadonlyMap<string, { isSystem: boolean }>;
  /** Backing files of loop devices by path. */
  loopFiles: ReadonlyMap<string, string>;
  /** Paths of mmc devices that are soldered in (eMMC), not cards. */
  solderedIn: ReadonlySet<string>;
  /** Ports by path, of devices that hang on one. */
  ports: ReadonlyMap<string, string>;
  /** The kernel's number of each attaching of a disk, by path. */
  sequences: ReadonlyMap<string, string>;
}

/** Turns what lsblk printed into drives. Leaves out optical, RAM and other virtual devices, and empty slots. */
export function drivesFrom(listing: Lsblk, facts: DriveFacts): Drive[] {
  return listing.blockdevices.flatMap((device) => {
    if (!device.size || !isWholeDrive(device, facts)) return [];
    return [driveFrom(device, device.size, facts)];
  });
}

function isWholeDrive(device: Device, facts: DriveFacts): boolean {
  if (device.type === 'loop') return facts.loopFiles.has(device.path);
  return (
    device.type === 'disk' &&
    facts.known.has(device.path) &&
    // A disk that hangs on no bus is made by the kernel: zram, ram, nbd, zvol.
    !/^block$/i.test(device.subsystems ?? '') &&
    !/^\/dev\/(zram|ram|nbd|zd|dm-|md)\d*/.test(device.path) &&
    // Parts of an eMMC chip that firmware keeps for itself.
    !/^\/dev\/mmcblk\d+(boot\d+|rpmb)$/.test(device.path)
  );
}

function driveFrom(device: Device, sizeBytes: number, facts: DriveFacts): Drive {
  const loop = device.type === 'loop';
  const bus = busOf(device);
  const everything = withDescendants(device);
  const isSystem = facts.known.get(device.path)?.isSystem ?? false;
  const port = facts.ports.get(device.path);
  const attachment = facts.sequences.get(device.path);
  return {
    path: device.path,
    sizeBytes,
    serial: words(device.serial),
    // The backing file is the only thing that tells one loop device from another of its size.
    model: loop ? (facts.loopFiles.get(device.path) ?? null) : words(device.model),
    vendor: vendorOf(device),
    bus,
    removable: bus === 'mmc' ? !facts.solderedIn.has(device.path) : device.rm || device.hotplug,
    readOnly: device.ro,
    sectorBytes: device['log-sec'] ?? 512,
    system: isSystem || everything.some((part) => mountPointsOf(part).some(isSystemMountPoint)),
    mountPoints: mountPointsOf(device),
    partitions: (device.children ?? []).map(partitionFrom),
    deviceNumbers: [...new Set(everything.map((part) => part['maj:min']))],
    ...(port === undefined ? {} : { port }),
    ...(attachment === undefined ? {} : { attachment }),
  };
}

function partitionFrom(device: Device): DrivePartition {
  return {
    path: device.path,
    sizeBytes: device.size ?? 0,
    fileSystem: words(device.fstype),
    label: words(device.label),
    mountPoints: [...new Set(withDescendants(device).flatMap(mountPointsOf))],
  };
}

/** The device first, then everything built on it: partitions, LVM, dm-crypt, RAID. */
function withDescendants(device: Device): Device[] {
  return [device, ...(device.children ?? []).flatMap(withDescendants)];
}

function mountPointsOf(device: Device): string[] {
  return device.mountpoints.filter((point): point is string => !!point);
}

/** Places without which the running system stops, among them the medium of a live system. */
const SYSTEM_MOUNT_POINT = new RegExp(
  '^(' +
    [
      '/',
      '\\[SWAP\\]',
      '/(home(/[^/]+)?|root|srv|opt|tmp|nix|gnu|cdrom|isodevice|efi|esp)',
      '/(boot|usr|var|etc|bin|sbin|lib|lib64|snap|sysroot|sysimage|rofs|ostree)(/.*)?',
      '/run/(live|initramfs|archiso|miso|rootfsbase|overlay)(/.*)?',
    ].join('|') +
    ')$',
  's',
);

function isSystemMountPoint(point: string): boolean {
  return SYSTEM_MOUNT_POINT.test(point);
}

function busOf(device: Device): Bus {
  if (device.type === 'loop') return 'loop';
  const chain = (device.subsystems ?? '').toLowerCase().split(':');
  if (device.tran === 'usb' || chain.includes('usb')) return 'usb';
  if (device.tran === 'nvme' || chain.includes('nvme')) return 'nvme';
  if (device.tran === 'mmc' || chain.includes('mmc')) return 'mmc';
  if (device.tran === 'virtio' || chain.includes('virtio')) return 'virtio';
  if (device.tran === 'sata' || device.tran === 'ata') return 'sata';
  if (device.tran || chain.includes('scsi')) return 'scsi';
  return 'unknown';
}

/** Drives behind virtio or PCI have a number for a vendor, which tells a person nothing. */
function vendorOf(device: Device): string | null {
  const vendor = words(device.vendor);
  return vendor !== null && /^0x[0-9a-f]+$/i.test(vendor) ? null : vendor;
}

/** Firmware pads names with blanks. */
function words(value: string | null | undefined): string | null {
  const trimmed = value?.replace(/\s+/g, ' ').trim();
  return trimmed === undefined || trimmed === '' ? null : trimmed;
}
