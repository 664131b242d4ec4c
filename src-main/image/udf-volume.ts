import { SECTOR_BYTES, cutShort, damaged, ensureOnDisc, readDisc, type Disc } from './disc';
import { sliceRanges, totalLength, type ByteRange } from './ranges';
import { TagId, tagIdentifier } from './udf-tag';
import { decodeDstring } from './udf-text';

/** A block of a partition: `partition` is an index into the volume's partition maps. */
export interface BlockAddress {
  block: number;
  partition: number;
}

/** A partition as the ranges of the image file that hold its blocks, in order. */
export type UdfPartition = readonly ByteRange[];

/** A UDF volume before its file set was opened. */
export interface UdfVolume {
  label: string | null;
  fileSet: BlockAddress;
  maps: PartitionMap[];
}

export type PartitionMap =
  | { kind: 'physical'; ranges: UdfPartition }
  | { kind: 'metadata'; ranges: UdfPartition; fileBlock: number; mirrorBlock: number };

interface Descriptors {
  partitions: Map<number, { order: number; descriptor: Buffer }>;
  logicalVolume: { order: number; descriptor: Buffer } | null;
}

/** Sectors of one volume descriptor sequence that are looked at; real ones use about 16. */
const SEQUENCE_SECTORS = 256;
const SEQUENCE_POINTERS = 16;

/**
 * Finds the volume descriptors of a UDF disc (ECMA-167 part 3). Null when there is no anchor, so this
 * is no UDF disc. Throws `image/damaged` or `image/truncated`.
 */
export async function readUdfVolume(disc: Disc): Promise<UdfVolume | null> {
  const anchors = await findAnchors(disc);
  if (anchors.length === 0) return null;
  for (const anchor of anchors) {
    for (const at of [16, 24]) {
      const sequence = {
        length: anchor.readUInt32LE(at),
        offset: anchor.readUInt32LE(at + 4) * SECTOR_BYTES,
      };
      const found = await readSequence(disc, sequence);
      if (found.logicalVolume !== null && found.partitions.size > 0) {
        return describe(disc, found.logicalVolume.descriptor, found.partitions);
      }
    }
  }
  throw damaged(disc, 'neither copy of its volume descriptors can be read');
}

/** The anchor is repeated: at sector 256, at the last one, and 256 before it (ECMA-167 3/8.4.2.1). */
async function findAnchors(disc: Disc): Promise<Buffer[]> {
  const last = Math.floor(disc.source.size / SECTOR_BYTES) - 1;
  const anchors: Buffer[] = [];
  for (const sector of new Set([256, last, last - 256])) {
    if (sector < 0 || sector > last) continue;
    const block = await readDisc(disc, sector * SECTOR_BYTES, SECTOR_BYTES);
    if (tagIdentifier(block) === TagId.anchor) anchors.push(block);
  }
  return anchors;
}

async function readSequence(disc: Disc, first: ByteRange): Promise<Descriptors> {
  const found: Descriptors = { partitions: new Map(), logicalVolume: null };
  let extent: ByteRange | null = first;
  for (let pointers = 0; extent !== null && pointers < SEQUENCE_POINTERS; pointers += 1) {
    extent = await readSequenceExtent(disc, extent, found);
  }
  return found;
}

/** Collects what one extent holds; of several copies the highest sequence number prevails. Returns the next extent. */
async function readSequenceExtent(
  disc: Disc,
  extent: ByteRange,
  found: Descriptors,
): Promise<ByteRange | null> {
  const sectors = Math.min(Math.floor(extent.length / SECTOR_BYTES), SEQUENCE_SECTORS);
  for (let sector = 0; sector < sectors; sector += 1) {
    const offset = extent.offset + sector * SECTOR_BYTES;
    if (offset + SECTOR_BYTES > disc.source.size) return null;
    const descriptor = await disc.source.read(offset, SECTOR_BYTES);
    const order = descriptor.readUInt32LE(16);
    switch (tagIdentifier(descriptor)) {
      case TagId.partition: {
        const number = descriptor.readUInt16LE(22);
        if (order >= (found.partitions.get(number)?.order ?? 0)) {
          found.partitions.set(number, { order, descriptor });
        }
        break;
      }
      case TagId.logicalVolume:
        if (order >= (found.logicalVolume?.order ?? 0)) found.logicalVolume = { order, descriptor };
        break;
      case TagId.volumePointer:
        return {
          length: descriptor.readUInt32LE(20),
          offset: descriptor.readUInt32LE(24) * SECTOR_BYTES,
        };
      case TagId.terminator:
        return null;
      default:
    }
  }
  return null;
}

function describe(
  disc: Disc,
  logicalVolume: Buffer,
  partitions: Descriptors['partitions'],
): UdfVolume {
  const blockBytes = logicalVolume.readUInt32LE(212);
  if (blockBytes !== SECTOR_BYTES) {
    throw damaged(disc, `its blocks have ${String(blockBytes)} bytes instead of 2048`);
  }
  const physical = new Map<number, ByteRange>();
  for (const [number, { descriptor }] of partitions) {
    physical.set(number, {
      offset: descriptor.readUInt32LE(188) * SECTOR_BYTES,
      length: descriptor.readUInt32LE(192) * SECTOR_BYTES,
    });
  }
  for (const range of physical.values()) {
    disc.promisedBytes = Math.max(disc.promisedBytes, range.offset + range.length);
    if (range.offset + range.length > disc.source.size) {
      throw cutShort(disc, range.offset + range.length);
    }
  }
  const label = decodeDstring(logicalVolume.subarray(84, 84 + 128)).trim();
  return {
    label: label === '' ? null : label,
    fileSet: readLongAddress(logicalVolume, 248),
    maps: readPartitionMaps(disc, logicalVolume, physical),
  };
}

/** Partition maps: type 1 (ECMA-167 3/10.7.2) and the metadata partition of UDF 2.50 (2.2.10). */
function readPartitionMaps(
  disc: Disc,
  logicalVolume: Buffer,
  physical: ReadonlyMap<number, ByteRange>,
): PartitionMap[] {
  const tableStart = 440;
  const tableEnd = tableStart + logicalVolume.readUInt32LE(264);
  const count = logicalVolume.readUInt32LE(268);
  const maps: PartitionMap[] = [];
  let at = tableStart;
  for (let index = 0; index < count; index += 1) {
    const type = logicalVolume[at];
    const length = logicalVolume[at + 1] ?? 0;
    const end = at + length;
    if (length < 6 || end > Math.min(tableEnd, logicalVolume.length)) {
      throw damaged(disc, 'its partition maps are cut off');
    }
    maps.push(readPartitionMap(disc, logicalVolume.subarray(at, end), type, physical));
    at = end;
  }
  return maps;
}

function readPartitionMap(
  disc: Disc,
  map: Buffer,
  type: number | undefined,
  physical: ReadonlyMap<number, ByteRange>,
): PartitionMap {
  const partition = (number: number): UdfPartition => {
    const range = physical.get(number);
    if (range === undefined) throw damaged(disc, `it has no partition ${String(number)}`);
    return [range];
  };
  if (type === 1 && map.length === 6) {
    return { kind: 'physical', ranges: partition(map.readUInt16LE(4)) };
  }
  if (type === 2 && map.length === 64) {
    const kind = map.subarray(5, 28).toString('latin1').replace(/\0+$/, '');
    if (kind === '*UDF Metadata Partition') {
      return {
        kind: 'metadata',
        ranges: partition(map.readUInt16LE(38)),
        fileBlock: map.readUInt32LE(40),
        mirrorBlock: map.readUInt32LE(44),
      };
    }
    throw damaged(disc, `partitions of the kind “${kind}” can’t be read`);
  }
  throw damaged(disc, `partition maps of type ${String(type)} can’t be read`);
}

/** The block address inside a long allocation descriptor (ECMA-167 4/14.14.2) that starts at `at`. */
export function readLongAddress(bytes: Buffer, at: number): BlockAddress {
  return { block: bytes.readUInt32LE(at + 4), partition: bytes.readUInt16LE(at + 8) };
}

/** Where bytes of a partition lie in the image file. Throws when the partition ends before them. */
export function locate(
  disc: Disc,
  partitions: readonly UdfPartition[],
  address: BlockAddress,
  length: number,
): ByteRange[] {
  const partition = partitions[address.partition];
  if (partition === undefined) {
    throw damaged(disc, `it points to partition ${String(address.partition)}, which is not there`);
  }
  const ranges = sliceRanges(partition, address.block * SECTOR_BYTES, length);
  if (totalLength(ranges) < length) {
    throw damaged(disc, `block ${String(address.block)} lies outside its partition`);
  }
  for (const range of ranges) ensureOnDisc(disc, range);
  return ranges;
}
