import { decodeHive } from '../hive/decode';
import {
  HiveError,
  RegistryType,
  decodeText,
  subkey,
  valueOf,
  type HiveKey,
  type HiveValue,
} from '../hive/tree';
import { decodeDevice } from './device';
import type { BcdElement, BcdObject, BcdStore, BcdValue } from './store';

/**
 * Reads a boot configuration store. An element that isn't what its id promises becomes `malformed`.
 * Throws HiveError when the hive is damaged or isn't a store at all.
 */
export function readBcd(bytes: Buffer): BcdStore {
  const objects = subkey(decodeHive(bytes), 'Objects');
  if (!objects)
    throw new HiveError('the hive holds no boot configuration: the key Objects is missing');
  return { objects: objects.subkeys.map(readObject) };
}

/** Whether a store says that it is the system's own, which Windows' first-time setup asks. Throws HiveError. */
export function isSystemStore(bytes: Buffer): boolean {
  const description = subkey(decodeHive(bytes), 'Description');
  const mark = description && valueOf(description, 'System');
  return mark?.data.length === 4 && mark.data.readUInt32LE(0) === 1;
}

function readObject(key: HiveKey): BcdObject {
  const description = subkey(key, 'Description');
  const type = description && valueOf(description, 'Type');
  if (type?.data.length !== 4) throw new HiveError(`the object ${key.name} has no type`);
  const elements = subkey(key, 'Elements')?.subkeys ?? [];
  return {
    guid: key.name.toLowerCase().replace(/^\{|\}$/g, ''),
    type: type.data.readUInt32LE(0),
    elements: elements.map((element) => readElement(element, key.name)),
  };
}

function readElement(key: HiveKey, object: string): BcdElement {
  const value = valueOf(key, 'Element');
  if (!/^[0-9a-f]{8}$/i.test(key.name) || !value) {
    throw new HiveError(`"${key.name}" in the object ${object} is no element`);
  }
  const id = parseInt(key.name, 16);
  return {
    id,
    value: readValue((id >>> 24) & 0xf, value) ?? {
      format: 'malformed',
      type: value.type,
      data: value.data,
    },
  };
}

/** `format` is the second hexadecimal digit of the element's id. */
function readValue(format: number, { type, data }: HiveValue): BcdValue | undefined {
  if (type !== expectedType(format)) return undefined;
  switch (format) {
    case 1:
      return { format: 'device', device: decodeDevice(data) };
    case 2:
      return { format: 'string', text: decodeText(data) };
    case 3: {
      const guid = guidIn(decodeText(data));
      return guid === undefined ? undefined : { format: 'object', guid };
    }
    case 4: {
      const guids = texts(data).map(guidIn);
      return guids.every((guid) => guid !== undefined) ? { format: 'objects', guids } : undefined;
    }
    case 5:
      return data.length >= 1 && data.length <= 8
        ? { format: 'integer', value: integerIn(data) }
        : undefined;
    case 6:
      return data.length >= 1 ? { format: 'boolean', value: data.readUInt8(0) !== 0 } : undefined;
    case 7:
      return data.length % 8 === 0
        ? {
            format: 'integers',
            values: Array.from({ length: data.length / 8 }, (_, i) => data.readBigUInt64LE(i * 8)),
          }
        : undefined;
    default:
      return undefined;
  }
}

function expectedType(format: number): number {
  if (format === 2 || format === 3) return RegistryType.string;
  return format === 4 ? RegistryType.multiString : RegistryType.binary;
}

/** Windows pads integers to 8 bytes; templates hold shorter ones. */
function integerIn(data: Buffer): bigint {
  const padded = Buffer.alloc(8);
  data.copy(padded);
  return padded.readBigUInt64LE(0);
}

function texts(data: Buffer): string[] {
  return data
    .subarray(0, data.length & ~1)
    .toString('utf16le')
    .split('\0')
    .filter((text) => text !== '');
}

function guidIn(text: string): string | undefined {
  return /^\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}$/i.exec(text)?.[1]?.toLowerCase();
}
