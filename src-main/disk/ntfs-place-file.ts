import type { ByteSource } from '../io';
import { changeBits, type WritableVolume } from './ntfs-fence';
import { fillBits } from './bitmap';
import type { ByteRange } from './extent';
import { Fields } from './fields';
import { FileSystemError } from './file-system-error';
import { NTFS_RECORD, rangesOfRuns, readNtfsMetadata, type NtfsMetadata } from './ntfs-metadata';
import {
  ATTRIBUTE_TYPE,
  END_OF_ATTRIBUTES,
  applyFixups,
  decodeRecord,
  renewFixups,
} from './ntfs-record';
import { openNtfs, type NtfsVolume } from './ntfs-read';
import { resizeStream } from './ntfs-resize-stream';
import { decodeRuns, runSource } from './ntfs-runs';
import { pathNames } from './upcase';

const ROOT_RECORD = 5;
/** $STANDARD_INFORMATION and $FILE_NAME begin with, or have after a file reference, four times of 8 bytes. */
const STANDARD_INFORMATION = { type: 0x10, timesAt: 0 } as const;
const FILE_NAME = { type: 0x30, timesAt: 8, allocatedAt: 40, dataAt: 48, leastBytes: 66 } as const;
const TIMES_BYTES = 32;
/** 1970-01-01 in units of 100 ns from 1601-01-01: what mkntfs gives its own files when it is told to. */
const NO_TIME = 116_444_736_000_000_000n;

export interface FilePlace {
  /** Path of a file that has content, named by one record. */
  path: string;
  /** First byte in the volume, and size. Whole clusters. */
  startByte: number;
  bytes: number;
}

/** A volume whose file is being moved, the file's record, and that of its folder. */
interface Moving {
  volume: WritableVolume;
  metadata: NtfsMetadata;
  opened: NtfsVolume;
  file: number;
  folder: number;
  place: FilePlace;
}

/**
 * Gives a file another place and size: one run of free clusters, whose content becomes the file's as it lies there. What
 * the file held is given up. Its times become that of mkntfs, and so do those of the root folder for a file in it, so that
 * equal volumes stay equal. Nobody else may have the volume open.
 *
 * Throws FileSystemError when the clusters are in use or lie outside of the volume, when the file isn't there or isn't
 * as a file just made by ntfs-3g.
 */
export async function placeFile(volume: WritableVolume, place: FilePlace): Promise<void> {
  const metadata = await readNtfsMetadata(volume);
  const opened = await openNtfs(volume);
  await requireFree(opened, metadata, place);
  const { ranges: before } = await opened.openFile(place.path);
  const file = await recordOf(opened, place.path);
  const folder = await recordOf(opened, pathNames(place.path).slice(0, -1).join('/'));
  const moving = { volume, metadata, opened, file, folder, place };

  await moveContent(moving);
  await setClusters(volume, metadata, before, false);
  await setClusters(volume, metadata, [{ offset: place.startByte, length: place.bytes }], true);
  await changeRecord(moving, folder, (record, what) => {
    eachResident(record, what, (type, value) => {
      if (folder === ROOT_RECORD) resetTimes(type, value);
      if (type === ATTRIBUTE_TYPE.indexRoot) changeNames(value, 16, moving);
    });
  });
  await changeIndexBlocks(moving);
  await renewMirror(volume, metadata);
}

async function recordOf(opened: NtfsVolume, path: string): Promise<number> {
  const found = await opened.find(path);
  if (!found) throw new FileSystemError(`there is no file ${path}`);
  return found.mftReference;
}

async function requireFree(
  opened: NtfsVolume,
  { boot }: NtfsMetadata,
  { startByte, bytes }: FilePlace,
): Promise<void> {
  const { clusters, clusterBytes } = boot;
  const whole = startByte % clusterBytes === 0 && bytes % clusterBytes === 0 && bytes > 0;
  if (!whole || startByte < 0 || startByte + bytes > clusters * clusterBytes) {
    throw new FileSystemError('the place of the file lies outside of the volume');
  }
  const used = await opened.usedClusters();
  const taken = used.some(
    ({ offset, length }) => offset < startByte + bytes && offset + length > startByte,
  );
  if (taken) throw new FileSystemError('the place of the file is in use');
}

async function moveContent(moving: Moving): Promise<void> {
  const { volume, metadata, opened, file, place } = moving;
  const { startByte, bytes } = place;
  const { clusterBytes } = metadata.boot;
  const what = nameOf(file);
  const range = opened.placeOfRecord(file);
  const block = Buffer.from(await volume.read(range.offset, range.length));
  const data = decodeRecord(block, what)?.attributes.filter(
    ({ type }) => type === ATTRIBUTE_TYPE.data || type === ATTRIBUTE_TYPE.attributeList,
  );
  const [content, ...others] = data ?? [];
  if (content?.type !== ATTRIBUTE_TYPE.data || content.resident || others.length > 0) {
    throw new FileSystemError(`${what} is not one of a file with content of its own`);
  }
  const runs = [{ vcn: 0, lcn: startByte / clusterBytes, clusters: bytes / clusterBytes }];
  const shape = { runs, clusterBytes, dataBytes: bytes, initializedBytes: bytes };
  resizeStream(block, content.name, shape, what);
  await volume.write(range.offset, block);
  await changeRecord(moving, file, (record) => {
    eachResident(record, what, (type, value) => {
      resetTimes(type, value);
      if (type === FILE_NAME.type) putSizes(value, bytes);
    });
  });
}

async function setClusters(
  volume: WritableVolume,
  metadata: NtfsMetadata,
  ranges: readonly ByteRange[],
  set: boolean,
): Promise<void> {
  const { clusterBytes } = metadata.boot;
  for (const { offset, length } of ranges) {
    const first = offset / clusterBytes;
    const end = first + length / clusterBytes;
    await changeBits(volume, metadata, first, (bits, from, to, firstCluster) => {
      fillBits(bits, from, Math.min(end - firstCluster, to), set);
    });
  }
}

/** The names of the folder that don't fit into its record. */
async function changeIndexBlocks(moving: Moving): Promise<void> {
  const { volume, metadata, opened, folder } = moving;
  const { clusters, clusterBytes } = metadata.boot;
  const { offset, length } = opened.placeOfRecord(folder);
  const what = nameOf(folder);
  const attributes = decodeRecord(await volume.read(offset, length), what)?.attributes ?? [];
  if (attributes.some(({ type }) => type === ATTRIBUTE_TYPE.attributeList)) {
    throw new FileSystemError(`${what} is one of a folder in too many pieces`);
  }
  const index = attributes.find(({ type }) => type === ATTRIBUTE_TYPE.indexRoot);
  const blocks = attributes.find(({ type }) => type === ATTRIBUTE_TYPE.indexAllocation);
  if (!index?.resident) throw new FileSystemError(`${what} has no index`);
  if (!blocks || blocks.resident) return;
  const blockBytes = new Fields(index.value, what).u32(8);
  if (blockBytes < 512) throw new FileSystemError(`${what} has an impossible index`);
  const places = rangesOfRuns(decodeRuns(blocks.mappingPairs, 0, clusters), clusterBytes);
  for (const run of places) {
    for (let at = 0; at + blockBytes <= run.length; at += blockBytes) {
      const block = Buffer.from(await volume.read(run.offset + at, blockBytes));
      // Blocks that were never used have no signature.
      if (block.toString('latin1', 0, 4) !== 'INDX') continue;
      applyFixups(block, 'INDX', 'a block of a folder');
      changeNames(block, 24, moving);
      renewFixups(block);
      await volume.write(run.offset + at, block);
    }
  }
}

/** Changes the copies of $FILE_NAME in a node of the folder: times and sizes of the file's, times of the root folder's. */
function changeNames(bytes: Buffer, headerAt: number, { file, place }: Moving) {
  const header = new Fields(bytes.subarray(headerAt), 'a folder');
  const node = new Fields(header.bytes(0, header.u32(4)), 'a folder');
  for (let at = node.u32(0); (node.u16(at + 12) & 2) === 0; at += node.u16(at + 8)) {
    if (node.u16(at + 8) < 16) throw new FileSystemError('a folder is damaged');
    const name = node.bytes(at + 16, node.u16(at + 10));
    const isFile = node.u48(at) === file;
    if (isFile || node.u48(at) === ROOT_RECORD) resetTimes(FILE_NAME.type, name);
    if (isFile) putSizes(name, place.bytes);
  }
}

function resetTimes(type: number, value: Buffer): void {
  const kind = [STANDARD_INFORMATION, FILE_NAME].find((one) => one.type === type);
  if (!kind) return;
  if (value.length < kind.timesAt + TIMES_BYTES) throw new FileSystemError('a time is missing');
  for (let at = 0; at < TIMES_BYTES; at += 8) value.writeBigUInt64LE(NO_TIME, kind.timesAt + at);
}

function putSizes(name: Buffer, bytes: number): void {
  if (name.length < FILE_NAME.leastBytes) throw new FileSystemError('a name is cut short');
  name.writeBigUInt64LE(BigInt(bytes), FILE_NAME.allocatedAt);
  name.writeBigUInt64LE(BigInt(bytes), FILE_NAME.dataAt);
}

async function changeRecord(
  { volume, opened }: Moving,
  number: number,
  change: (record: Buffer, what: string) => void,
): Promise<void> {
  const { offset, length } = opened.placeOfRecord(number);
  const record = Buffer.from(await volume.read(offset, length));
  applyFixups(record, 'FILE', nameOf(number));
  change(record, nameOf(number));
  renewFixups(record);
  await volume.write(offset, record);
}

/** Calls `visit` with the type and value of each resident attribute; what it changes is changed in the record. */
function eachResident(
  record: Buffer,
  what: string,
  visit: (type: number, value: Buffer) => void,
): void {
  const fields = new Fields(record, what);
  for (let at = fields.u16(20); fields.u32(at) !== END_OF_ATTRIBUTES; at += fields.u32(at + 4)) {
    if (fields.u32(at + 4) < 24)
      throw new FileSystemError(`${what} has an attribute without length`);
    if (fields.u8(at + 8) !== 0) continue;
    visit(fields.u32(at), fields.bytes(at + fields.u16(at + 20), fields.u32(at + 16)));
  }
}

/** $MFTMirr repeats the file table's first records, with large clusters more than those four. */
async function renewMirror(
  volume: WritableVolume,
  { boot, mirror, table }: NtfsMetadata,
): Promise<void> {
  const source: ByteSource = runSource(volume, boot.clusterBytes, table.runs, {
    size: table.dataBytes,
    initializedBytes: table.initializedBytes,
  });
  const [copy] = rangesOfRuns(mirror.runs, boot.clusterBytes);
  if (!copy || copy.length < mirror.dataBytes) {
    throw new FileSystemError('the copy of the file table is in pieces');
  }
  await volume.write(copy.offset, await source.read(NTFS_RECORD.mft, mirror.dataBytes));
}

function nameOf(number: number): string {
  return `record ${String(number)} of the file table`;
}
