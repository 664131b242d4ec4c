import { Fields } from './fields';
import { FileSystemError } from './file-system-error';
import { ATTRIBUTE_TYPE, END_OF_ATTRIBUTES, applyFixups, renewFixups } from './ntfs-record';
import { clusterCount, encodeRuns, type Run } from './ntfs-runs';

/** Where the fields lie: the Linux-NTFS project's documentation, "File record" and "Attribute header". */
const RECORD = { firstAttribute: 20, usedBytes: 24, allocatedBytes: 28 } as const;
const ATTRIBUTE = {
  type: 0,
  length: 4,
  nonResident: 8,
  nameUnits: 9,
  nameOffset: 10,
  highestVcn: 24,
  pairsOffset: 32,
  allocatedBytes: 40,
  dataBytes: 48,
  initializedBytes: 56,
  headerEnd: 64,
} as const;
const ALIGNMENT = 8;

/** What a stream that lies in runs is to be. Bytes; `initializedBytes` of null stays as it is. */
export interface StreamShape {
  runs: readonly Run[];
  clusterBytes: number;
  dataBytes: number;
  initializedBytes: number | null;
}

/**
 * Gives a $DATA stream other runs and sizes, in a record of the file table as it is on disk. Changes
 * `block`. Throws FileSystemError when the record is damaged, has no such stream in runs, or has no
 * room for them.
 */
export function resizeStream(block: Buffer, name: string, shape: StreamShape, what: string): void {
  applyFixups(block, 'FILE', what);
  const record = new Fields(block, what);
  const at = findStream(record, name, what);
  const length = record.u32(at + ATTRIBUTE.length);
  const usedBytes = record.u32(RECORD.usedBytes);
  const resized = encodeStream(record.bytes(at, length), shape, what);
  const after = Buffer.from(record.bytes(at + length, usedBytes - at - length));
  const used = usedBytes - length + resized.length;
  if (used > Math.min(record.u32(RECORD.allocatedBytes), block.length)) {
    throw new FileSystemError(`${what} has no room for more runs`);
  }
  resized.copy(block, at);
  after.copy(block, at + resized.length);
  block.fill(0, used);
  block.writeUInt32LE(used, RECORD.usedBytes);
  renewFixups(block);
}

function findStream(record: Fields, name: string, what: string): number {
  let at = record.u16(RECORD.firstAttribute);
  while (record.u32(at) !== END_OF_ATTRIBUTES) {
    const fields = new Fields(record.bytes(at, record.u32(at + ATTRIBUTE.length)), what);
    if (
      fields.u32(ATTRIBUTE.type) === ATTRIBUTE_TYPE.data &&
      fields.u8(ATTRIBUTE.nonResident) === 1 &&
      fields.utf16(fields.u16(ATTRIBUTE.nameOffset), fields.u8(ATTRIBUTE.nameUnits)) === name
    ) {
      return at;
    }
    at += fields.length;
  }
  throw new FileSystemError(`${what} lacks the stream “${name}”`);
}

function encodeStream(attribute: Buffer, shape: StreamShape, what: string): Buffer {
  const pairs = encodeRuns(shape.runs);
  const pairsOffset = attribute.readUInt16LE(ATTRIBUTE.pairsOffset);
  if (pairsOffset < ATTRIBUTE.headerEnd || pairsOffset > attribute.length) {
    throw new FileSystemError(`${what} has an impossible list of runs`);
  }
  const length = Math.ceil((pairsOffset + pairs.length) / ALIGNMENT) * ALIGNMENT;
  const resized = Buffer.alloc(length);
  attribute.copy(resized, 0, 0, pairsOffset);
  pairs.copy(resized, pairsOffset);
  const clusters = clusterCount(shape.runs);
  const put = (value: number, at: number) => resized.writeBigUInt64LE(BigInt(value), at);
  resized.writeUInt32LE(length, ATTRIBUTE.length);
  put(clusters - 1, ATTRIBUTE.highestVcn);
  put(clusters * shape.clusterBytes, ATTRIBUTE.allocatedBytes);
  put(shape.dataBytes, ATTRIBUTE.dataBytes);
  if (shape.initializedBytes !== null) put(shape.initializedBytes, ATTRIBUTE.initializedBytes);
  return resized;
}
