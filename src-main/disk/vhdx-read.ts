import { stickError, type StickError } from '../../src-shared/errors';
import { KiB, MiB, SECTOR } from '../../src-shared/units';
import { decodeGuid, slice, type ByteSource } from '../io';
import type { ByteRange } from './extent';
import { Fields } from './fields';
import { FileSystemError } from './file-system-error';
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
  MAXIMUM_ENTRIES,
  METADATA_SIGNATURE,
  METADATA_TABLE_BYTES,
  PARENT_LOCATOR,
  REGION,
  REGIONS_BYTES,
  REGIONS_PLACES,
  REGIONS_SIGNATURE,
  chunkRatio,
  structureChecksum,
  tableEntries,
  tableIndex,
} from './vhdx-format';
import type { VirtualDiskFile, VirtualDiskType } from './virtual-disk';

const NOT_FIXED = {
  differencing: 'it holds only changes to another one',
  dynamic: 'it grows as it is used',
} as const;
/** States of a block that lies in the file, wholly or, where there is a parent, partly. */
const HAS_PLACE = [BLOCK_PRESENT, 7];
const NO_LOG = '00000000-0000-0000-0000-000000000000';
/** Blocks of the disk have 1 to 256 MiB; a disk has at most 64 TiB ([MS-VHDX] 2.6.2.1 and 2.6.2.2). */
const MAXIMUM_BLOCK_BYTES = 256 * MiB;
const MAXIMUM_DISK_BYTES = 64 * 2 ** 40;
/** Of which the places are kept in memory: 4 TiB in blocks of 1 MiB. */
const MAXIMUM_BLOCKS = 2 ** 22;

interface Geometry {
  blockBytes: number;
  diskBytes: number;
  type: VirtualDiskType;
}

/** Where the parts of a virtual disk lie in its file. All values are bytes. */
export interface VhdxBlocks {
  blockBytes: number;
  diskBytes: number;
  /** Places of the blocks in the file, in units of BLOCK_UNIT; 0 for one that isn't in the file and reads as zeros. */
  places: Uint32Array;
  /** Behind the last byte that the file's structures and blocks take. */
  usedBytes: number;
}

/**
 * The disk inside of a VHDX file of fixed size whose blocks follow one another. `name` names the file in errors.
 * Throws `vhdx/unsupported` for damage, a file that was not closed properly, and every other kind of VHDX; errors
 * of the source pass.
 */
export async function openVhdx(source: ByteSource, name: string): Promise<ByteSource> {
  const { offset, length } = await placeOfVhdxDisk(source, name);
  return slice(source, offset, length);
}

/** Where that disk lies in the file, in bytes. Throws as `openVhdx`. */
export async function placeOfVhdxDisk(source: ByteSource, name: string): Promise<ByteRange> {
  try {
    return await placeOfDisk(source);
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    throw unsupported(name, error);
  }
}

/** Whether a file begins as a VHDX does. */
export async function isVhdx(source: ByteSource): Promise<boolean> {
  if (source.size < FILE_SIGNATURE.length) return false;
  const start = await source.read(0, FILE_SIGNATURE.length);
  return start.toString('latin1') === FILE_SIGNATURE;
}

/**
 * What a VHDX file holds, whatever its kind. Throws FileSystemError for damage and for one that was not closed
 * properly; errors of the source pass.
 */
export async function readVhdxFile(source: ByteSource): Promise<VirtualDiskFile> {
  const { blocks, geometry } = await readStructures(source);
  if (geometry.type === 'fixed' && geometry.diskBytes > source.size) throw tooShort();
  await requireBlocks(source, blocks, geometry);
  return { type: geometry.type, diskBytes: geometry.diskBytes };
}

/**
 * Where the blocks of a VHDX file lie that is of fixed size or grows as it is used. Holds four bytes a block. Throws
 * FileSystemError for damage, a file that was not closed properly, one that needs another file, and one of more than
 * MAXIMUM_BLOCKS blocks; errors of the source pass.
 */
export async function readVhdxBlocks(source: ByteSource): Promise<VhdxBlocks> {
  const { log, metadata, blocks, geometry } = await readStructures(source);
  const { type, blockBytes, diskBytes } = geometry;
  if (type === 'differencing') throw new FileSystemError(NOT_FIXED[type]);
  const count = Math.ceil(diskBytes / blockBytes);
  if (count > MAXIMUM_BLOCKS) throw new FileSystemError('it has too many blocks');
  const places = new Uint32Array(count);
  await eachBlock(source, blocks, geometry, (entry, index) => {
    if (Number(entry & 7n) !== BLOCK_PRESENT) return;
    places[index] = requiredPlace(entry, index, geometry, source.size) / BLOCK_UNIT;
  });
  requireApart(places, blockBytes);
  const lastBlock = places.reduce((last, place) => Math.max(last, place), 0) * BLOCK_UNIT;
  const ends = [metadata, blocks, log].map(({ offset, length }) => offset + length);
  const usedBytes = Math.max(MiB, ...ends, lastBlock === 0 ? 0 : lastBlock + blockBytes);
  return { blockBytes, diskBytes, places, usedBytes };
}

/** No two blocks may share bytes of the file. */
function requireApart(places: Uint32Array, blockBytes: number): void {
  const sorted = places.filter((place) => place !== 0).sort();
  const units = blockBytes / BLOCK_UNIT;
  for (let index = 1; index < sorted.length; index += 1) {
    if ((sorted[index] ?? 0) - (sorted[index - 1] ?? 0) < units) {
      throw new FileSystemError('two parts of the disk lie in the same place');
    }
  }
}

/** Every block that the table places somewhere has to lie in the file. */
function requireBlocks(source: ByteSource, region: ByteRange, geometry: Geometry): Promise<void> {
  return eachBlock(source, region, geometry, (entry, index) => {
    if (HAS_PLACE.includes(Number(entry & 7n))) {
      requiredPlace(entry, index, geometry, source.size);
    }
  });
}

/**
 * Goes through the table of blocks. It is read in pieces: what it says about its size, up to half a GiB, isn't known to be
 * true.
 */
async function eachBlock(
  source: ByteSource,
  region: ByteRange,
  { blockBytes, diskBytes }: Geometry,
  visit: (entry: bigint, index: number) => void,
): Promise<void> {
  const blocks = Math.ceil(diskBytes / blockBytes);
  if (tableEntries(blocks, blockBytes) * 8 > region.length) {
    throw new FileSystemError('its table of blocks is too short');
  }
  const perPiece = chunkRatio(blockBytes);
  for (let first = 0; first < blocks; first += perPiece) {
    const count = Math.min(perPiece, blocks - first);
    const at = region.offset + tableIndex(first, blockBytes) * 8;
    const piece = await source.read(at, count * 8);
    for (let index = 0; index < count; index += 1) {
      visit(piece.readBigUInt64LE(index * 8), first + index);
    }
  }
}

/** First byte in the file of a block that lies there. Throws when it doesn't. */
function requiredPlace(
  entry: bigint,
  index: number,
  { blockBytes, diskBytes }: Geometry,
  fileBytes: number,
): number {
  const place = placeIn(entry);
  if (place < MiB) throw new FileSystemError('its table of blocks makes no sense');
  const used = Math.min(blockBytes, diskBytes - index * blockBytes);
  if (place + used > fileBytes) throw tooShort();
  return place;
}

function placeIn(entry: bigint): number {
  return Number(entry >> 20n) * BLOCK_UNIT;
}

function tooShort(): FileSystemError {
  return new FileSystemError('it is shorter than the disk that it should hold');
}

function unsupported(path: string, { message }: FileSystemError): StickError {
  return stickError('vhdx/unsupported', { path, message });
}

async function placeOfDisk(source: ByteSource): Promise<ByteRange> {
  const { blocks, geometry } = await readStructures(source);
  if (geometry.type !== 'fixed') throw new FileSystemError(NOT_FIXED[geometry.type]);
  if (geometry.diskBytes > source.size) throw tooShort();
  const start = await readFirstBlock(source, blocks, geometry);
  if (start + geometry.diskBytes > source.size) throw tooShort();
  return { offset: start, length: geometry.diskBytes };
}

interface Structures {
  /** Places in the file. */
  log: ByteRange;
  metadata: ByteRange;
  blocks: ByteRange;
  geometry: Geometry;
}

async function readStructures(source: ByteSource): Promise<Structures> {
  if (!(await isVhdx(source))) throw new FileSystemError('it does not begin as a virtual disk');
  const log = await readHeader(source);
  const regions = await readRegions(source);
  return { log, ...regions, geometry: await readGeometry(source, regions.metadata) };
}

/** The valid copy with the higher number counts. Gives the place of the log, which is empty. */
async function readHeader(source: ByteSource): Promise<ByteRange> {
  const headers: { sequence: bigint; header: Buffer }[] = [];
  for (const at of HEADER_PLACES) {
    const header = await readSealed(source, { offset: at, length: HEADER_BYTES }, HEADER_SIGNATURE);
    if (header) headers.push({ sequence: header.readBigUInt64LE(8), header });
  }
  const [first, second] = headers;
  if (!first) throw new FileSystemError('neither of its headers is valid');
  const { header } = second && second.sequence > first.sequence ? second : first;
  const version = header.readUInt16LE(66);
  if (version !== 1) throw new FileSystemError(`it has version ${String(version)}`);
  if (decodeGuid(header, 48) !== NO_LOG) throw new FileSystemError('it was not closed properly');
  return { offset: Number(header.readBigUInt64LE(72)), length: header.readUInt32LE(68) };
}

async function readRegions(
  source: ByteSource,
): Promise<{ blocks: ByteRange; metadata: ByteRange }> {
  for (const at of REGIONS_PLACES) {
    const range = { offset: at, length: REGIONS_BYTES };
    const list = await readSealed(source, range, REGIONS_SIGNATURE);
    if (list) return decodeRegions(new Fields(list, 'its list of regions'), source.size);
  }
  throw new FileSystemError('neither copy of its list of regions is valid');
}

function decodeRegions(
  list: Fields,
  fileBytes: number,
): { blocks: ByteRange; metadata: ByteRange } {
  const found = new Map<string, ByteRange>();
  for (const at of entriesOf(list.u32(8), 16)) {
    const id = decodeGuid(list.bytes(at, 16));
    const range = { offset: list.u64(at + 16), length: list.u32(at + 24) };
    const known = id === REGION.blocks || id === REGION.metadata;
    if (!known && list.u32(at + 28) & 1) throw new FileSystemError('it has an unknown region');
    if (range.offset + range.length > fileBytes || range.offset < MiB || found.has(id)) {
      throw new FileSystemError('its list of regions makes no sense');
    }
    found.set(id, range);
  }
  const blocks = found.get(REGION.blocks);
  const metadata = found.get(REGION.metadata);
  if (!blocks || !metadata) throw new FileSystemError('it lacks its metadata or table of blocks');
  return { blocks, metadata };
}

async function readGeometry(source: ByteSource, region: ByteRange): Promise<Geometry> {
  const items = await readItems(source, region);
  const value = (id: string, bytes: number): Buffer => {
    const item = items.get(id);
    if (item?.length !== bytes) throw new FileSystemError('it lacks some of its metadata');
    return item;
  };
  const parameters = value(ITEM.fileParameters, 8);
  const type = typeOf(parameters.readUInt32LE(4));
  const blockBytes = parameters.readUInt32LE(0);
  const diskBytes = Number(value(ITEM.diskBytes, 8).readBigUInt64LE());
  const sector = value(ITEM.logicalSector, 4).readUInt32LE();
  const physical = value(ITEM.physicalSector, 4).readUInt32LE();
  value(ITEM.diskId, 16);
  if (sector !== SECTOR) throw new FileSystemError('its sectors have not 512 bytes');
  const plausible =
    Number.isInteger(Math.log2(blockBytes)) &&
    blockBytes >= MiB &&
    blockBytes <= MAXIMUM_BLOCK_BYTES &&
    diskBytes > 0 &&
    diskBytes <= MAXIMUM_DISK_BYTES &&
    diskBytes % SECTOR === 0 &&
    (physical === SECTOR || physical === 4 * KiB);
  if (!plausible) throw new FileSystemError('its metadata name impossible sizes');
  return { blockBytes, diskBytes, type };
}

function typeOf(flags: number): VirtualDiskType {
  if (flags & FileFlag.hasParent) return 'differencing';
  return flags & FileFlag.leaveBlocksAllocated ? 'fixed' : 'dynamic';
}

async function readItems(
  source: ByteSource,
  { offset, length }: ByteRange,
): Promise<Map<string, Buffer>> {
  const what = 'its metadata';
  if (length < METADATA_TABLE_BYTES) throw new FileSystemError('its metadata are too short');
  const table = new Fields(await source.read(offset, METADATA_TABLE_BYTES), what);
  if (table.bytes(0, 8).toString('latin1') !== METADATA_SIGNATURE) {
    throw new FileSystemError('its metadata have no valid signature');
  }
  const known = new Set<string>(Object.values(ITEM));
  const items = new Map<string, Buffer>();
  for (const at of entriesOf(table.u16(10), ENTRY_BYTES)) {
    const id = decodeGuid(table.bytes(at, 16));
    const place = table.u32(at + 16);
    const bytes = table.u32(at + 20);
    if (!known.has(id)) {
      if (id !== PARENT_LOCATOR && table.u32(at + 24) & ItemFlag.required) {
        throw new FileSystemError('it has unknown metadata');
      }
      continue;
    }
    const outside = place < METADATA_TABLE_BYTES || place + bytes > length;
    if (outside || bytes === 0 || bytes > 16 || items.has(id)) {
      throw new FileSystemError('the list of its metadata makes no sense');
    }
    items.set(id, await source.read(offset + place, bytes));
  }
  return items;
}

/** First byte of the disk in the file; all other blocks have to follow the first one. */
async function readFirstBlock(
  source: ByteSource,
  region: ByteRange,
  geometry: Geometry,
): Promise<number> {
  let start = 0;
  await eachBlock(source, region, geometry, (entry, index) => {
    if (Number(entry & 7n) !== BLOCK_PRESENT) {
      throw new FileSystemError('parts of the disk are not in the file');
    }
    const place = placeIn(entry);
    if (index === 0) start = place;
    if (place !== start + index * geometry.blockBytes) {
      throw new FileSystemError('the parts of the disk do not follow one another');
    }
  });
  if (start < MiB) throw new FileSystemError('its table of blocks makes no sense');
  return start;
}

async function readSealed(
  source: ByteSource,
  { offset, length }: ByteRange,
  signature: string,
): Promise<Buffer | null> {
  if (offset + length > source.size) return null;
  const bytes = await source.read(offset, length);
  const valid =
    bytes.toString('latin1', 0, 4) === signature &&
    bytes.readUInt32LE(4) === structureChecksum(bytes);
  return valid ? bytes : null;
}

function entriesOf(count: number, first: number): number[] {
  if (count > MAXIMUM_ENTRIES) throw new FileSystemError('it has a list with too many entries');
  return Array.from({ length: count }, (_, index) => first + index * ENTRY_BYTES);
}
