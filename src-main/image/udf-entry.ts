import { SECTOR_BYTES, damaged, readDisc, type Disc } from './disc';
import { mergeRanges, sliceRanges, totalLength, type ByteRange } from './ranges';
import { TagId, tagIdentifier } from './udf-tag';
import { locate, readLongAddress, type BlockAddress, type UdfPartition } from './udf-volume';

/** What a file entry says: where its content lies. */
export interface UdfEntry {
  directory: boolean;
  ranges: ByteRange[];
}

/** Fixed parts of the two kinds of file entry (ECMA-167 4/14.9 and 4/14.17). All values are bytes. */
const layouts = new Map<number, { attributesLength: number; descriptors: number }>([
  [TagId.fileEntry, { attributesLength: 168, descriptors: 176 }],
  [TagId.extendedFileEntry, { attributesLength: 208, descriptors: 216 }],
]);

const DIRECTORY = 4;
const ICB_STRATEGY_DIRECT = 4;
/** Extents of one file that are accepted: enough for 64 TiB in the usual extents of 1 GiB. */
const MOST_EXTENTS = 65536;

/** Reads the file entry (ICB) at a block. Throws `image/damaged` or `image/truncated`. */
export async function readEntry(
  disc: Disc,
  partitions: readonly UdfPartition[],
  address: BlockAddress,
): Promise<UdfEntry> {
  const [place] = locate(disc, partitions, address, SECTOR_BYTES);
  if (place === undefined) throw damaged(disc, 'a file entry is missing');
  const entry = await readDisc(disc, place.offset, SECTOR_BYTES);
  const layout = layouts.get(tagIdentifier(entry) ?? 0);
  if (layout === undefined) throw damaged(disc, 'a file entry can’t be read');
  if (entry.readUInt16LE(20) !== ICB_STRATEGY_DIRECT) {
    throw damaged(
      disc,
      `file entries with strategy ${String(entry.readUInt16LE(20))} can’t be read`,
    );
  }
  const size = Number(entry.readBigUInt64LE(56));
  const start = layout.descriptors + entry.readUInt32LE(layout.attributesLength);
  const end = start + entry.readUInt32LE(layout.attributesLength + 4);
  if (end > SECTOR_BYTES) throw damaged(disc, 'a file entry is longer than its block');

  const form = entry.readUInt16LE(34) & 7;
  const stored =
    form === 3
      ? [{ offset: place.offset + start, length: end - start }]
      : await readExtents(disc, partitions, {
          form,
          bytes: entry.subarray(start, end),
          partition: address.partition,
        });
  const ranges = mergeRanges(sliceRanges(stored, 0, size));
  if (totalLength(ranges) < size) {
    throw damaged(disc, 'the extents of a file are shorter than the file');
  }
  return { directory: entry.readUInt8(27) === DIRECTORY, ranges };
}

interface Descriptors {
  /** 0 short, 1 long, 2 extended (ECMA-167 4/14.6.8). */
  form: number;
  bytes: Buffer;
  /** Partition that short descriptors refer to. */
  partition: number;
}

/** Follows allocation descriptors (ECMA-167 4/14.14) and their continuations (4/12). */
async function readExtents(
  disc: Disc,
  partitions: readonly UdfPartition[],
  first: Descriptors,
): Promise<ByteRange[]> {
  const step = [8, 16, 20][first.form];
  if (step === undefined) throw damaged(disc, 'allocation descriptors of an unknown form');
  const addressOf = (bytes: Buffer, at: number): BlockAddress => {
    if (first.form === 0) {
      return { block: bytes.readUInt32LE(at + 4), partition: first.partition };
    }
    return readLongAddress(bytes, first.form === 1 ? at : at + 8);
  };
  const ranges: ByteRange[] = [];
  const visited = new Set<string>();
  let bytes: Buffer | null = first.bytes;
  while (bytes !== null) {
    let continuation: BlockAddress | null = null;
    for (let at = 0; at + step <= bytes.length && continuation === null; at += step) {
      const length = bytes.readUInt32LE(at) & 0x3fffffff;
      const type = bytes.readUInt32LE(at) >>> 30;
      if (length === 0) break;
      const address = addressOf(bytes, at);
      if (type === 3) {
        continuation = address;
      } else if (type === 0) {
        for (const range of locate(disc, partitions, address, length)) ranges.push(range);
      } else {
        throw damaged(disc, 'it has files with parts that were never written');
      }
    }
    if (ranges.length > MOST_EXTENTS) throw damaged(disc, 'a file has too many extents');
    bytes = continuation && (await readContinuation(disc, partitions, continuation, visited));
  }
  return ranges;
}

async function readContinuation(
  disc: Disc,
  partitions: readonly UdfPartition[],
  address: BlockAddress,
  visited: Set<string>,
): Promise<Buffer> {
  const key = `${String(address.partition)}:${String(address.block)}`;
  if (visited.has(key) || visited.size > MOST_EXTENTS) {
    throw damaged(disc, 'the extents of a file run in a circle');
  }
  visited.add(key);
  const [place] = locate(disc, partitions, address, SECTOR_BYTES);
  if (place === undefined) throw damaged(disc, 'a list of extents is missing');
  const block = await readDisc(disc, place.offset, SECTOR_BYTES);
  if (tagIdentifier(block) !== TagId.allocationExtent) {
    throw damaged(disc, 'a list of extents can’t be read');
  }
  return block.subarray(24, Math.min(24 + block.readUInt32LE(20), SECTOR_BYTES));
}
