import * as format from './format';
import { HiveError, type HiveKey, type HiveValue } from './tree';

const { BASE_BYTES, BIN_HEADER, BIN_STEP, NONE, Base, Nk, Vk } = format;

export interface DecodeOptions {
  /**
   * Keys to be read, each by its names in lower case from below the root on: with their values, without their subkeys. Others
   * are left out unread, so long values (`db` cells, which are not supported) in them don't matter. Everything unless given.
   */
  only?: readonly (readonly string[])[];
  /** Whether a hive is read that was not closed cleanly. */
  unfinished?: boolean;
}

/**
 * Reads a hive of version 1.3 to 1.6 that was closed cleanly, with everything in it. Every cell may be
 * used once only, so damage can neither loop nor multiply. Class names, security and volatile keys
 * are left out. Throws HiveError when anything is not as the format demands.
 */
export function decodeHive(
  bytes: Buffer,
  { only, unfinished = false }: DecodeOptions = {},
): HiveKey {
  const { rootCell, binBytes, closedCleanly } = readHiveBase(bytes, bytes.length);
  if (!closedCleanly && !unfinished) {
    throw new HiveError('the sequence numbers differ: a change was not completed');
  }
  const bins = bytes.subarray(BASE_BYTES, BASE_BYTES + binBytes);
  const nk = readKeyNode(new CellReader(bins), rootCell);
  return readKey(nk, 1, only?.map((path) => [...path]) ?? null);
}

export interface HiveBase {
  rootCell: number;
  binBytes: number;
  /** Otherwise what was to be changed last is in the log beside the hive. */
  closedCleanly: boolean;
}

/** Reads what a hive of `hiveBytes` begins with. Throws HiveError. */
export function readHiveBase(bytes: Buffer, hiveBytes: number): HiveBase {
  if (bytes.length < BASE_BYTES) {
    throw new HiveError(
      `a hive has at least ${String(BASE_BYTES)} bytes, this has ${String(bytes.length)}`,
    );
  }
  if (bytes.toString('latin1', 0, 4) !== 'regf')
    throw new HiveError('the signature regf is missing');
  if (bytes.readUInt32LE(Base.checksum) !== format.baseChecksum(bytes)) {
    throw new HiveError('the checksum of the base block is wrong');
  }
  const major = bytes.readUInt32LE(Base.major);
  const minor = bytes.readUInt32LE(Base.minor);
  if (major !== 1 || minor < 3 || minor > 6) {
    throw new HiveError(`version ${String(major)}.${String(minor)} is not supported`);
  }
  const binBytes = bytes.readUInt32LE(Base.binBytes);
  if (binBytes === 0 || binBytes % BIN_STEP !== 0 || BASE_BYTES + binBytes > hiveBytes) {
    throw new HiveError(
      `the bins should have ${String(binBytes)} bytes, there are ${String(hiveBytes - BASE_BYTES)}`,
    );
  }
  return {
    rootCell: bytes.readUInt32LE(Base.rootCell),
    binBytes,
    closedCleanly: bytes.readUInt32LE(Base.sequence1) === bytes.readUInt32LE(Base.sequence2),
  };
}

interface KeyNode {
  cells: CellReader;
  nk: Buffer;
  name: string;
}

function readKeyNode(cells: CellReader, reference: number): KeyNode {
  const nk = cells.take(reference, 'nk', Nk.name);
  const name = readName(nk, {
    at: Nk.name,
    bytes: nk.readUInt16LE(Nk.nameBytes),
    latin: (nk.readUInt16LE(Nk.flags) & format.NK_LATIN_NAME) !== 0,
  });
  return { cells, nk, name };
}

/** `only`: paths below this key that are read, of which an empty one means its values; null for everything. */
function readKey(
  { cells, nk, name }: KeyNode,
  depth: number,
  only: readonly (readonly string[])[] | null,
): HiveKey {
  if (depth > format.MAX_DEPTH) throw new HiveError('keys are nested too deeply');
  const isWanted = only === null || only.some((path) => path.length === 0);
  const valueCount = nk.readUInt32LE(Nk.valueCount);
  const subkeyCount = nk.readUInt32LE(Nk.subkeyCount);
  const values =
    valueCount === 0 || !isWanted
      ? []
      : readValues(cells, nk.readUInt32LE(Nk.valueList), valueCount);
  const children =
    subkeyCount === 0 ? [] : readSubkeyList(cells, nk.readUInt32LE(Nk.subkeyList), true);
  if (children.length !== subkeyCount) {
    throw new HiveError(
      `the key "${name}" should have ${String(subkeyCount)} subkeys, its list has ${String(children.length)}`,
    );
  }
  const subkeys = children.flatMap((child) => {
    const node = readKeyNode(cells, child);
    if (only === null) return [readKey(node, depth + 1, null)];
    const below = only.filter(([first]) => first === node.name.toLowerCase());
    if (below.length === 0) return [];
    const paths = below.map((path) => path.slice(1));
    return [readKey(node, depth + 1, paths)];
  });
  return { name, values, subkeys };
}

/** References of a key's subkeys from `lf`, `lh` and `li` lists, or an `ri` list of such lists. */
function readSubkeyList(cells: CellReader, reference: number, mayNest: boolean): number[] {
  const list = cells.take(reference, undefined, 4);
  const signature = list.toString('latin1', 0, 2);
  const step = { lf: 8, lh: 8, li: 4, ri: 4 }[signature];
  if (step === undefined || (signature === 'ri' && !mayNest)) {
    throw new HiveError(`"${signature}" at ${String(reference)} is no list of subkeys`);
  }
  const references = readReferences(list, { at: 4, count: list.readUInt16LE(2), step });
  if (signature !== 'ri') return references;
  return references.flatMap((part) => readSubkeyList(cells, part, false));
}

function readReferences(
  cell: Buffer,
  { at, count, step }: { at: number; count: number; step: number },
): number[] {
  if (at + count * step > cell.length) {
    throw new HiveError(`a list of ${String(count)} entries is larger than its cell`);
  }
  return Array.from({ length: count }, (_, i) => cell.readUInt32LE(at + i * step));
}

function readValues(cells: CellReader, reference: number, count: number): HiveValue[] {
  const list = cells.take(reference, undefined, 0);
  return readReferences(list, { at: 0, count, step: 4 }).map((value) => readValue(cells, value));
}

function readValue(cells: CellReader, reference: number): HiveValue {
  const vk = cells.take(reference, 'vk', Vk.name);
  const name = readName(vk, {
    at: Vk.name,
    bytes: vk.readUInt16LE(Vk.nameBytes),
    latin: (vk.readUInt16LE(Vk.flags) & format.VK_LATIN_NAME) !== 0,
  });
  return { name, type: vk.readUInt32LE(Vk.type), data: readData(cells, vk, name) };
}

function readData(cells: CellReader, vk: Buffer, name: string): Buffer {
  const size = vk.readUInt32LE(Vk.dataBytes);
  if (size >= format.VK_INLINE) {
    const bytes = size - format.VK_INLINE;
    if (bytes > 4)
      throw new HiveError(`the value "${name}" has ${String(bytes)} bytes in place of 4`);
    return vk.subarray(Vk.data, Vk.data + bytes);
  }
  if (size === 0) return Buffer.alloc(0);
  const data = cells.take(vk.readUInt32LE(Vk.data), undefined, 0);
  if (size > data.length) {
    throw new HiveError(`the value "${name}" of ${String(size)} bytes is larger than its cell`);
  }
  return data.subarray(0, size);
}

function readName(cell: Buffer, name: { at: number; bytes: number; latin: boolean }): string {
  if (name.at + name.bytes > cell.length || (!name.latin && name.bytes % 2 !== 0)) {
    throw new HiveError(`a name of ${String(name.bytes)} bytes does not fit its cell`);
  }
  return cell.toString(name.latin ? 'latin1' : 'utf16le', name.at, name.at + name.bytes);
}

/** The allocated cells of all bins. */
class CellReader {
  /** Bytes of each cell that was not taken yet, by reference. */
  private readonly sizes = new Map<number, number>();

  constructor(private readonly bins: Buffer) {
    for (let start = 0; start < bins.length;) start = this.addBin(start);
  }

  /** The content of a cell, which can be taken once. Throws unless it has `least` bytes. */
  take(reference: number, signature: string | undefined, least: number): Buffer {
    const bytes = this.sizes.get(reference);
    if (bytes === undefined) {
      const where = reference === NONE ? 'nowhere' : `to ${String(reference)}`;
      throw new HiveError(`a reference leads ${where}, where no unused cell is`);
    }
    this.sizes.delete(reference);
    const content = this.bins.subarray(reference + 4, reference + bytes);
    if (content.length < least)
      throw new HiveError(`the cell at ${String(reference)} is too short`);
    if (signature !== undefined && content.toString('latin1', 0, 2) !== signature) {
      throw new HiveError(`the cell at ${String(reference)} is no "${signature}"`);
    }
    return content;
  }

  private addBin(start: number): number {
    const { bins } = this;
    const bytes = bins.readUInt32LE(start + 8);
    const sound =
      bins.toString('latin1', start, start + 4) === 'hbin' &&
      bins.readUInt32LE(start + 4) === start &&
      bytes !== 0 &&
      bytes % BIN_STEP === 0 &&
      start + bytes <= bins.length;
    if (!sound) throw new HiveError(`the bin at ${String(start)} is damaged`);
    const end = start + bytes;
    for (let at = start + BIN_HEADER; at < end;) {
      const size = bins.readInt32LE(at);
      const cellBytes = Math.abs(size);
      if (cellBytes < 8 || cellBytes % 8 !== 0 || at + cellBytes > end) {
        throw new HiveError(`the cell at ${String(at)} has an impossible size, ${String(size)}`);
      }
      if (size < 0) this.sizes.set(at, cellBytes);
      at += cellBytes;
    }
    return end;
  }
}
