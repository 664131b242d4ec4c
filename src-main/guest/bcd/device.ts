import { decodeGuid, encodeGuid } from '../../io';
import { decodeText, encodeText } from '../hive/tree';

/**
 * What a BCD device element names. Layouts were read in stores written by Windows: a 16-byte GUID of
 * additional options, then u32 type, flags, size and 0; the size counts from the type.
 */
export type BcdDevice =
  | { kind: 'gpt'; diskGuid: string; partitionGuid: string }
  /** A partition of an MBR disk: the disk's signature and the partition's first byte. */
  | { kind: 'mbr'; diskSignature: number; partitionOffset: bigint }
  /** The partition the boot manager was started from. */
  | { kind: 'boot' }
  /** The first partition on which the path exists. */
  | { kind: 'locate'; path: string }
  /** The first partition on which the path in another element of the same object exists. */
  | { kind: 'locate-element'; element: number };

/** A device of another kind (RAM disk, virtual disk), or one that is damaged. */
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
  }
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

/** A device for a person, in the manner of Windows' own tools. */
export function describeDevice(device: BcdDevice | UnknownDevice): string {
  switch (device.kind) {
    case 'gpt':
      return `partition {${device.partitionGuid}} of disk {${device.diskGuid}}`;
    case 'mbr':
      return `partition at byte ${String(device.partitionOffset)} of disk ${device.diskSignature.toString(16).padStart(8, '0')}`;
    case 'boot':
      return 'boot';
    case 'locate':
      return `locate=${device.path}`;
    case 'locate-element':
      return `locate=element ${device.element.toString(16).padStart(8, '0')}`;
    case 'unknown':
      return device.type === null ? 'damaged device' : `device of type ${String(device.type)}`;
  }
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
  const nested = body.readUInt32LE(24) !== 0;
  if (by === Locate.path && !nested) {
    return { kind: 'locate', path: decodeText(body.subarray(LOCATE_PATH_AT)) };
  }
  if (by === Locate.element && !nested && body.length === LOCATE_ELEMENT_BYTES) {
    return { kind: 'locate-element', element: body.readUInt32LE(20) };
  }
  return undefined;
}

function element(type: number, size: number, fill: (body: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(OPTIONS + size);
  const body = bytes.subarray(OPTIONS);
  body.writeUInt32LE(type, 0);
  body.writeUInt32LE(size, 8);
  fill(body);
  return bytes;
}
