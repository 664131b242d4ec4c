import { Fields } from './fields';
import { FileSystemError } from './file-system-error';

/** Numbers of NTFS attributes; layouts as in the Linux-NTFS project's documentation. */
export const ATTRIBUTE_TYPE = {
  attributeList: 0x20,
  volumeName: 0x60,
  volumeInformation: 0x70,
  data: 0x80,
  indexRoot: 0x90,
  indexAllocation: 0xa0,
  reparsePoint: 0xc0,
} as const;

export const END_OF_ATTRIBUTES = 0xffffffff;
/** Fixups are made every 512 bytes, whatever the sector size. */
const FIXUP_STRIDE = 512;
const IN_USE = 1;
const DIRECTORY = 2;

interface AttributeHead {
  type: number;
  name: string;
  id: number;
  compressed: boolean;
  encrypted: boolean;
}
export interface ResidentAttribute extends AttributeHead {
  resident: true;
  value: Buffer;
}
export interface NonResidentAttribute extends AttributeHead {
  resident: false;
  lowestVcn: number;
  mappingPairs: Buffer;
  /** Bytes; 0 unless `lowestVcn` is 0. */
  dataBytes: number;
  initializedBytes: number;
}
export type Attribute = ResidentAttribute | NonResidentAttribute;

export interface FileRecord {
  sequence: number;
  isDirectory: boolean;
  /** Record number of the base record; 0 in a base record. */
  baseRecord: number;
  attributes: Attribute[];
}

/**
 * Checks the signature of a FILE or INDX block and puts back the last two bytes of each 512, which
 * hold a check number on disk. Changes `block`. Throws FileSystemError for a torn or foreign block.
 */
export function applyFixups(block: Buffer, signature: 'FILE' | 'INDX', what: string): void {
  const fields = new Fields(block, what);
  if (fields.bytes(0, 4).toString('latin1') !== signature) {
    throw new FileSystemError(`${what} has no valid signature`);
  }
  const offset = fields.u16(4);
  const count = fields.u16(6) - 1;
  if (count !== block.length / FIXUP_STRIDE) {
    throw new FileSystemError(`${what} has the wrong number of fixups`);
  }
  const expected = fields.u16(offset);
  for (let i = 0; i < count; i += 1) {
    const at = (i + 1) * FIXUP_STRIDE - 2;
    if (fields.u16(at) !== expected) throw new FileSystemError(`${what} was not written whole`);
    fields.bytes(offset + 2 + i * 2, 2).copy(block, at);
  }
}

/**
 * Protects a block again that `applyFixups` has laid open, with the next check number (0 and 0xffff
 * are not used). Changes `block`.
 */
export function renewFixups(block: Buffer): void {
  const offset = block.readUInt16LE(4);
  const before = block.readUInt16LE(offset);
  const number = before >= 0xfffe ? 1 : before + 1;
  block.writeUInt16LE(number, offset);
  for (let at = FIXUP_STRIDE - 2; at < block.length; at += FIXUP_STRIDE) {
    const saved = offset + 2 * ((at + 2) / FIXUP_STRIDE);
    block.copy(block, saved, at, at + 2);
    block.writeUInt16LE(number, at);
  }
}

/** Reads a record of the file table, as it is on disk. Null when it is not in use. */
export function decodeRecord(block: Buffer, what: string): FileRecord | null {
  const bytes = Buffer.from(block);
  applyFixups(bytes, 'FILE', what);
  const fields = new Fields(bytes, what);
  const flags = fields.u16(22);
  if (!(flags & IN_USE)) return null;
  return {
    sequence: fields.u16(16),
    isDirectory: (flags & DIRECTORY) !== 0,
    baseRecord: fields.u48(32),
    attributes: decodeAttributes(fields, what),
  };
}

function decodeAttributes(record: Fields, what: string): Attribute[] {
  const attributes: Attribute[] = [];
  let at = record.u16(20);
  while (record.u32(at) !== END_OF_ATTRIBUTES) {
    const length = record.u32(at + 4);
    if (length < 24) throw new FileSystemError(`${what} has an attribute without length`);
    attributes.push(decodeAttribute(new Fields(record.bytes(at, length), what)));
    at += length;
  }
  return attributes;
}

function decodeAttribute(fields: Fields): Attribute {
  const flags = fields.u16(12);
  const head: AttributeHead = {
    type: fields.u32(0),
    name: fields.utf16(fields.u16(10), fields.u8(9)),
    id: fields.u16(14),
    compressed: (flags & 0x00ff) !== 0,
    encrypted: (flags & 0x4000) !== 0,
  };
  if (fields.u8(8) === 0) {
    return { ...head, resident: true, value: fields.bytes(fields.u16(20), fields.u32(16)) };
  }
  const lowestVcn = fields.u64(16);
  const pairsOffset = fields.u16(32);
  const isFirst = lowestVcn === 0;
  return {
    ...head,
    resident: false,
    lowestVcn,
    mappingPairs: fields.bytes(pairsOffset, fields.length - pairsOffset),
    dataBytes: isFirst ? fields.u64(48) : 0,
    initializedBytes: isFirst ? fields.u64(56) : 0,
  };
}

/** Where a piece of an attribute is, as an $ATTRIBUTE_LIST says. */
export interface ListedAttribute {
  type: number;
  name: string;
  lowestVcn: number;
  record: number;
  id: number;
}

export function decodeAttributeList(list: Buffer): ListedAttribute[] {
  const fields = new Fields(list, 'a list of attributes');
  const listed: ListedAttribute[] = [];
  for (let at = 0; at < list.length;) {
    const length = fields.u16(at + 4);
    if (length < 26) throw new FileSystemError('a list of attributes has an entry without length');
    listed.push({
      type: fields.u32(at),
      name: fields.utf16(at + fields.u8(at + 7), fields.u8(at + 6)),
      lowestVcn: fields.u64(at + 8),
      record: fields.u48(at + 16),
      id: fields.u16(at + 24),
    });
    at += length;
  }
  return listed;
}
