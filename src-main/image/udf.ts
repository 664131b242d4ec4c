import { StickError } from '../../src-shared/errors';
import {
  SECTOR_BYTES,
  damaged,
  isPlainName,
  readDisc,
  type Disc,
  type DiscNode,
  type DiscTree,
} from './disc';
import { rangesSource, totalLength, type ByteRange } from './ranges';
import { readEntry, type UdfEntry } from './udf-entry';
import { TagId, tagIdentifier } from './udf-tag';
import { decodeCs0 } from './udf-text';
import {
  locate,
  readLongAddress,
  readUdfVolume,
  type BlockAddress,
  type PartitionMap,
  type UdfPartition,
} from './udf-volume';

/** A folder of this many bytes would hold half a million names. */
const MOST_DIRECTORY_BYTES = 32 * 1024 * 1024;

/**
 * Opens the UDF file system (1.02 to 2.60) of a disc; null when it has none. Throws `image/damaged`
 * or `image/truncated`.
 */
export async function openUdf(disc: Disc): Promise<DiscTree<BlockAddress> | null> {
  const volume = await readUdfVolume(disc);
  if (volume === null) return null;
  const partitions: UdfPartition[] = [];
  for (const map of volume.maps) partitions.push(await resolveMap(disc, map));

  const [place] = locate(disc, partitions, volume.fileSet, SECTOR_BYTES);
  if (place === undefined) throw damaged(disc, 'its file set is missing');
  const fileSet = await readDisc(disc, place.offset, SECTOR_BYTES);
  if (tagIdentifier(fileSet) !== TagId.fileSet) throw damaged(disc, 'its file set can’t be read');
  return {
    fileSystem: 'udf',
    label: volume.label,
    root: readLongAddress(fileSet, 400),
    children: async (folder) => {
      const entry = await readEntry(disc, partitions, folder);
      if (!entry.directory) throw damaged(disc, 'a folder is not marked as one');
      return readDirectory(disc, entry.ranges);
    },
    extents: async (file) => (await readEntry(disc, partitions, file)).ranges,
  };
}

/** The blocks of a metadata partition are the content of a file, of which there are two (UDF 2.50, 2.2.13). */
async function resolveMap(disc: Disc, map: PartitionMap): Promise<UdfPartition> {
  if (map.kind === 'physical') return map.ranges;
  const read = async (block: number): Promise<UdfEntry> =>
    readEntry(disc, [map.ranges], { block, partition: 0 });
  try {
    return (await read(map.fileBlock)).ranges;
  } catch (error) {
    if (!(error instanceof StickError) || error.code !== 'image/damaged') throw error;
    return (await read(map.mirrorBlock)).ranges;
  }
}

/** Reads file identifier descriptors (ECMA-167 4/14.4), leaving out deleted ones and the parent. */
async function readDirectory(disc: Disc, ranges: ByteRange[]): Promise<DiscNode<BlockAddress>[]> {
  const size = totalLength(ranges);
  if (size > MOST_DIRECTORY_BYTES) throw damaged(disc, 'a folder is impossibly large');
  const bytes = await rangesSource(disc.source, ranges).read(0, size);
  const nodes: DiscNode<BlockAddress>[] = [];
  const fixedBytes = 38;
  let at = 0;
  while (at + fixedBytes <= size) {
    const nameStart = at + fixedBytes + bytes.readUInt16LE(at + 36);
    const nameEnd = nameStart + bytes.readUInt8(at + 19);
    if (nameEnd > size || tagIdentifier(bytes.subarray(at)) !== TagId.fileIdentifier) {
      throw damaged(disc, 'a folder can’t be read');
    }
    const traits = bytes.readUInt8(at + 18);
    const [directory, deleted, parent] = [2, 4, 8].map((bit) => (traits & bit) !== 0);
    const name = decodeCs0(bytes.subarray(nameStart, nameEnd));
    if (!deleted && !parent && isPlainName(name)) {
      nodes.push({ name, directory: directory === true, handle: readLongAddress(bytes, at + 20) });
    }
    at = Math.ceil(nameEnd / 4) * 4;
  }
  return nodes;
}
