import { decodeGuid, encodeGuid } from '../../io';
import { decodeText, encodeText } from '../hive/tree';

/**
 * What a BCD device element names. Layouts were read in stores written by Windows: a 16-byte GUID of
 * additional options, then u32 type, flags, size and 0; the size counts from the type.
 */
export type BcdDevice =
  | PartitionDevice
  /** The first partition on which the path exists. */
  | { kind: 'locate'; path: string }
  /** The first partition on which the path in another element of the same object exists. */
  | { kind: 'locate-element'; element: number }
  | VhdDevice;

export type PartitionDevice =
  | { kind: 'gpt'; diskGuid: string; partitionGuid: string }
  /** A partition of an MBR disk: the disk's signature and the partition's first byte. */
  | { kind: 'mbr'; diskSignature: number; partitionOffset: bigint }
  /** The partition the boot manager was started from. */
  | { kind: 'boot' };

/** The first partition of a virtual disk on which the path in another element of the same object exists. */
export interface VhdDevice {
  kind: 'vhd';
  /** The partition with the virtual disk's file. */
  parent: PartitionDevice;
  /** The file, with `\`. */
  path: string;
  element: number;
}

/** A device of another kind (such as a RAM disk), or one that is damaged. */
export interface UnknownDevice {
  kind: 'unknown';
  /** The device type field, or null when there are too few bytes for one. */
  type: number | null;
  /** The whole element. */
  data: Buffer;
}

const DeviceType = { boot: 5, partition: 6, locate: 8 } as const;
const Scheme = { gpt: 0, mbr: 1 } as const;
const Locate = { element: 0, path: 1 } as const;
const OPTIONS = 16;
const HEADER = 16;
/** Bytes of a partition or boot descriptor, header included. */
const PARTITION_BYTES = 0x48;
const LOCATE_ELEMENT_BYTES = 0x1e;
const LOCATE_PATH_AT = 28;
/*
 * A virtual disk, as bcdedit writes it: `locate`, which holds a descriptor of the disk, which holds one of a file, which
 * holds a partition's and the path. Each of the nested descriptors has a header like that of a device.
 */
const VHD = { kind: 6, contentAt: HEADER + 24 } as const;
const FILE = { kind: 5, contentAt: HEADER + 4 } as const;
const PATH = { version: 1, parentKind: 5, parentAt: 12 } as const;

/** The bytes of a device element, options GUID included. */
export function encodeDevice(device: BcdDevice): Buffer {
  switch (device.kind) {
    case 'gpt':
      return element(DeviceType.partition, PARTITION_BYTES, (body) => {
        encodeGuid(device.partitionGuid).copy(body, 16);
        body.writeUInt32LE(Scheme.gpt, 36);
        encodeGuid(device.diskGuid).copy(body, 40);
      });
    case 'mbr':
      return element(DeviceType.partition, PARTITION_BYTES, (body) => {
        body.writeBigUInt64LE(device.partitionOffset, 16);
        body.writeUInt32LE(Scheme.mbr, 36);
        body.writeUInt32LE(device.diskSignature, 40);
      });
    case 'boot':
      return element(DeviceType.boot, PARTITION_BYTES, () => undefined);
    case 'locate': {
      const path = encodeText(device.path);
      return element(DeviceType.locate, LOCATE_PATH_AT + path.length, (body) => {
        body.writeUInt32LE(Locate.path, 16);
        path.copy(body, LOCATE_PATH_AT);
      });
    }
    case 'locate-element':
      return element(DeviceType.locate, LOCATE_ELEMENT_BYTES, (body) => {
        body.writeUInt32LE(Locate.element, 16);
        body.writeUInt32LE(device.element, 20);
      });
    case 'vhd': {
      const disk = virtualDisk(device);
      return element(DeviceType.locate, LOCATE_ELEMENT_BYTES + disk.length, (body) => {
        body.writeUInt32LE(Locate.element, 16);
        body.writeUInt32LE(device.element, 20);
        body.writeUInt32LE(LOCATE_ELEMENT_BYTES, 24);
        disk.copy(body, LOCATE_ELEMENT_BYTES);
      });
    }
  }
}

function virtualDisk({ parent, path }: VhdDevice): Buffer {
  const name = encodeText(path);
  const place = Buffer.alloc(PATH.parentAt + PARTITION_BYTES + name.length);
  place.writeUInt32LE(PATH.version, 0);
  place.writeUInt32LE(place.length, 4);
  place.writeUInt32LE(PATH.parentKind, 8);
  encodeDevice(parent).copy(place, PATH.parentAt, OPTIONS);
  name.copy(place, PATH.parentAt + PARTITION_BYTES);
  return nested(VHD, nested(FILE, place));
}

function nested({ kind, contentAt }: { kind: number; contentAt: number }, content: Buffer): Buffer {
  const head = Buffer.alloc(contentAt);
  head.writeUInt32LE(contentAt + content.length, 8);
  head.writeUInt32LE(kind, HEADER);
  return Buffer.concat([head, content]);
}

/** Reads a device element. Never throws: what it can't name is `unknown`. */
export function decodeDevice(bytes: Buffer): BcdDevice | UnknownDevice {
  if (bytes.length < OPTIONS + HEADER) return { kind: 'unknown', type: null, data: bytes };
  const type = bytes.readUInt32LE(OPTIONS);
  const size = bytes.readUInt32LE(OPTIONS + 8);
  const unknown: UnknownDevice = { kind: 'unknown', type, data: bytes };
  if (OPTIONS + size > bytes.length) return unknown;
  const body = bytes.subarray(OPTIONS, OPTIONS + size);
  if (type === DeviceType.partition && size >= PARTITION_BYTES)
    return decodePartition(body) ?? unknown;
  if (type === DeviceType.boot && size >= PARTITION_BYTES) return { kind: 'boot' };
  if (type === DeviceType.locate && size >= LOCATE_ELEMENT_BYTES)
    return decodeLocate(body) ?? unknown;
  return unknown;
}

function decodePartition(body: Buffer): BcdDevice | undefined {
  switch (body.readUInt32LE(36)) {
    case Scheme.gpt:
      return { kind: 'gpt', diskGuid: decodeGuid(body, 40), partitionGuid: decodeGuid(body, 16) };
    case Scheme.mbr:
      return {
        kind: 'mbr',
        diskSignature: body.readUInt32LE(40),
        partitionOffset: body.readBigUInt64LE(16),
      };
    default:
      return undefined;
  }
}

function decodeLocate(body: Buffer): BcdDevice | undefined {
  const by = body.readUInt32LE(16);
  // A parent offset that points inside the element introduces a nested device, such as a virtual disk.
  const parentAt = body.readUInt32LE(24);
  if (by === Locate.path && parentAt === 0) {
    return { kind: 'locate', path: decodeText(body.subarray(LOCATE_PATH_AT)) };
  }
  if (by !== Locate.element) return undefined;
  const element = body.readUInt32LE(20);
  if (parentAt === 0 && body.length === LOCATE_ELEMENT_BYTES) {
    return { kind: 'locate-element', element };
  }
  if (parentAt !== LOCATE_ELEMENT_BYTES) return undefined;
  const file = decodeVirtualDisk(body.subarray(LOCATE_ELEMENT_BYTES));
  return file && { kind: 'vhd', ...file, element };
}

function decodeVirtualDisk(disk: Buffer): Pick<VhdDevice, 'parent' | 'path'> | undefined {
  const file = contentOf(disk, VHD);
  const place = file && contentOf(file, FILE);
  const nameAt = PATH.parentAt + PARTITION_BYTES;
  if (!place || place.length < nameAt) return undefined;
  if (place.readUInt32LE(0) !== PATH.version || place.readUInt32LE(8) !== PATH.parentKind) {
    return undefined;
  }
  if (place.readUInt32LE(4) !== place.length) return undefined;
  const options = Buffer.alloc(OPTIONS);
  const parent = decodeDevice(Buffer.concat([options, place.subarray(PATH.parentAt, nameAt)]));
  if (parent.kind !== 'gpt' && parent.kind !== 'mbr' && parent.kind !== 'boot') return undefined;
  return { parent, path: decodeText(place.subarray(nameAt)) };
}

/** What a nested descriptor of this kind holds; undefined for another one and for damage. */
function contentOf(
  descriptor: Buffer,
  { kind, contentAt }: { kind: number; contentAt: number },
): Buffer | undefined {
  if (descriptor.length < contentAt || descriptor.readUInt32LE(HEADER) !== kind) return undefined;
  return descriptor.readUInt32LE(8) === descriptor.length
    ? descriptor.subarray(contentAt)
    : undefined;
}

function element(type: number, size: number, fill: (body: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(OPTIONS + size);
  const body = bytes.subarray(OPTIONS);
  body.writeUInt32LE(type, 0);
  body.writeUInt32LE(size, 8);
  fill(body);
  return bytes;
}
