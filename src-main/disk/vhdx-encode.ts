import { stickError } from '../../src-shared/errors';
import { VHDX_MAXIMUM_BYTES, VHDX_PREAMBLE_BYTES, VHDX_STEP_BYTES } from '../../src-shared/layout';
import { KiB, MiB, SECTOR } from '../../src-shared/units';
import { encodeGuid } from '../io';
import {
  BLOCK_PRESENT,
  BLOCK_UNIT,
  ENTRY_BYTES,
  FILE_SIGNATURE,
  FileFlag,
  HEADER_BYTES,
  HEADER_PLACES,
  HEADER_SIGNATURE,
  ITEM,
  ItemFlag,
  METADATA_SIGNATURE,
  METADATA_TABLE_BYTES,
  REGION,
  REGIONS_BYTES,
  REGIONS_PLACES,
  REGIONS_SIGNATURE,
  structureChecksum,
  tableIndex,
} from './vhdx-format';

/** What lies behind the headers, in bytes: an empty log, then metadata, then the table of blocks. */
const LOG = { offset: MiB, length: MiB };
const METADATA = { offset: 2 * MiB, length: MiB };
const BLOCKS = { offset: 3 * MiB, length: VHDX_PREAMBLE_BYTES - 3 * MiB };
/** Drives today write at least so much at once, and Windows then does too. */
const PHYSICAL_SECTOR = 4 * KiB;
const CREATOR = 'Sticksmith';

export interface VhdxRequest {
  /** Size of the disk in bytes: a multiple of VHDX_STEP_BYTES, at most VHDX_MAXIMUM_BYTES. */
  diskBytes: number;
  /** GUIDs: of the file as it is, of its data as they are, and of the disk as Windows knows it. */
  ids: { file: string; data: string; disk: string };
}

/**
 * What precedes the disk in a VHDX file of fixed size: VHDX_PREAMBLE_BYTES, after which the disk's bytes follow as
 * they are. Equal requests give equal bytes. Throws `internal` for an impossible size.
 */
export function encodeVhdxPreamble({ diskBytes, ids }: VhdxRequest): Buffer {
  const fits = diskBytes > 0 && diskBytes <= VHDX_MAXIMUM_BYTES;
  if (!fits || diskBytes % VHDX_STEP_BYTES !== 0) {
    const message = `a virtual disk can’t have ${String(diskBytes)} bytes`;
    throw stickError('internal', { message });
  }
  const preamble = Buffer.alloc(VHDX_PREAMBLE_BYTES);
  preamble.write(FILE_SIGNATURE, 0, 'latin1');
  preamble.write(CREATOR, 8, 'utf16le');
  HEADER_PLACES.forEach((at, index) => {
    header(index + 1, ids).copy(preamble, at);
  });
  for (const at of REGIONS_PLACES) regions().copy(preamble, at);
  metadata(diskBytes, ids.disk).copy(preamble, METADATA.offset);
  table(diskBytes).copy(preamble, BLOCKS.offset);
  return preamble;
}

/** [MS-VHDX] 2.2.2. A log GUID of zeros: there is nothing to be replayed. */
function header(sequence: number, ids: VhdxRequest['ids']): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write(HEADER_SIGNATURE, 0, 'latin1');
  bytes.writeBigUInt64LE(BigInt(sequence), 8);
  encodeGuid(ids.file).copy(bytes, 16);
  encodeGuid(ids.data).copy(bytes, 32);
  bytes.writeUInt16LE(1, 66);
  bytes.writeUInt32LE(LOG.length, 68);
  bytes.writeBigUInt64LE(BigInt(LOG.offset), 72);
  return sealed(bytes);
}

/** [MS-VHDX] 2.2.3. */
function regions(): Buffer {
  const bytes = Buffer.alloc(REGIONS_BYTES);
  bytes.write(REGIONS_SIGNATURE, 0, 'latin1');
  const entries = [
    { id: REGION.blocks, ...BLOCKS },
    { id: REGION.metadata, ...METADATA },
  ];
  bytes.writeUInt32LE(entries.length, 8);
  entries.forEach(({ id, offset, length }, index) => {
    const at = 16 + index * ENTRY_BYTES;
    encodeGuid(id).copy(bytes, at);
    bytes.writeBigUInt64LE(BigInt(offset), at + 16);
    bytes.writeUInt32LE(length, at + 24);
    bytes.writeUInt32LE(1, at + 28);
  });
  return sealed(bytes);
}

/** [MS-VHDX] 2.6. */
function metadata(diskBytes: number, diskId: string): Buffer {
  const aboutDisk = ItemFlag.virtualDisk | ItemFlag.required;
  const items = [
    {
      id: ITEM.fileParameters,
      flags: ItemFlag.required,
      value: u32(VHDX_STEP_BYTES, FileFlag.leaveBlocksAllocated),
    },
    { id: ITEM.diskBytes, flags: aboutDisk, value: u64(diskBytes) },
    { id: ITEM.diskId, flags: aboutDisk, value: encodeGuid(diskId) },
    { id: ITEM.logicalSector, flags: aboutDisk, value: u32(SECTOR) },
    { id: ITEM.physicalSector, flags: aboutDisk, value: u32(PHYSICAL_SECTOR) },
  ];
  const bytes = Buffer.alloc(METADATA.length);
  bytes.write(METADATA_SIGNATURE, 0, 'latin1');
  bytes.writeUInt16LE(items.length, 10);
  let offset = METADATA_TABLE_BYTES;
  items.forEach(({ id, flags, value }, index) => {
    const at = (index + 1) * ENTRY_BYTES;
    encodeGuid(id).copy(bytes, at);
    bytes.writeUInt32LE(offset, at + 16);
    bytes.writeUInt32LE(value.length, at + 20);
    bytes.writeUInt32LE(flags, at + 24);
    value.copy(bytes, offset);
    offset += value.length;
  });
  return bytes;
}

/** [MS-VHDX] 2.5: every block of the disk, one behind the other. */
function table(diskBytes: number): Buffer {
  const bytes = Buffer.alloc(BLOCKS.length);
  for (let block = 0; block * VHDX_STEP_BYTES < diskBytes; block += 1) {
    const place = (VHDX_PREAMBLE_BYTES + block * VHDX_STEP_BYTES) / BLOCK_UNIT;
    const entry = (BigInt(place) << 20n) | BigInt(BLOCK_PRESENT);
    bytes.writeBigUInt64LE(entry, tableIndex(block, VHDX_STEP_BYTES) * 8);
  }
  return bytes;
}

function sealed(structure: Buffer): Buffer {
  structure.writeUInt32LE(structureChecksum(structure), 4);
  return structure;
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32LE(value, 4 * index));
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
