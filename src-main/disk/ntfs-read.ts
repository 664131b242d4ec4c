import { bufferSource, type ByteSource } from '../io';
import { RangeCollector, unionRanges } from './byte-ranges';
import type { ByteRange } from './extent';
import { FileSystemError } from './file-system-error';
import { collectSetBits, countSetBits } from './bitmap';
import { readNtfsBoot, type NtfsBoot } from './ntfs-boot';
import { decodeIndexBlock, decodeIndexRoot, type IndexEntry, type IndexNode } from './ntfs-index';
import {
  ATTRIBUTE_TYPE,
  decodeAttributeList,
  decodeRecord,
  type Attribute,
  type FileRecord,
  type ListedAttribute,
  type NonResidentAttribute,
} from './ntfs-record';
import { decodeRuns, runSource, type Run } from './ntfs-runs';
import { rangesOfRuns } from './ntfs-metadata';
import { pathNames } from './upcase';

/** Numbers of NTFS's own files. */
const RECORD = { mft: 0, volume: 3, root: 5, bitmap: 6, upcase: 10, firstOrdinary: 16 } as const;
const FOLDER_INDEX = '$I30';
const DIRTY = 0x0001;
const MIRRORED_RECORDS = 4;
/** In a record: how much of it is in use. */
const BYTES_IN_USE_AT = 24;
const MAXIMUM_ATTRIBUTE_LIST_BYTES = 256 * 1024;
const MAXIMUM_TREE_DEPTH = 32;
const UPCASE_BYTES = 0x10000 * 2;

export interface NtfsFile {
  /** Bytes of the unnamed stream; 0 for a folder. */
  size: number;
  isDirectory: boolean;
  /** Number of the file's record in the file table. */
  mftReference: number;
}

export interface NtfsListing {
  name: string;
  isDirectory: boolean;
  mftReference: number;
}

interface Stream {
  source: ByteSource;
  /** Empty for a stream that lies in its record. */
  runs: Run[];
  attribute: Attribute;
}

/** Opens an NTFS volume. Throws FileSystemError when it isn't one; errors of the source pass. */
export async function openNtfs(source: ByteSource): Promise<NtfsVolume> {
  return NtfsVolume.open(source);
}

/** An NTFS volume opened for reading. Its methods throw FileSystemError for damage. */
export class NtfsVolume {
  readonly #source: ByteSource;
  readonly #boot: NtfsBoot;
  #mft: ByteSource = bufferSource(Buffer.alloc(0));
  #mftRuns: Run[] = [];
  #dirty = false;
  #label = '';
  #upcase: Buffer | null = null;

  private constructor(source: ByteSource, boot: NtfsBoot) {
    this.#source = source;
    this.#boot = boot;
  }

  static async open(source: ByteSource): Promise<NtfsVolume> {
    const volume = new NtfsVolume(source, await readNtfsBoot(source));
    await volume.#openMft();
    await volume.#readVolumeFile();
    return volume;
  }

  get serial(): bigint {
    return this.#boot.serial;
  }

  get label(): string {
    return this.#label;
  }

  get bytesPerCluster(): number {
    return this.#boot.clusterBytes;
  }

  /** Sectors of the volume, without the copy of the boot sector behind it. */
  get totalSectors(): number {
    return this.#boot.totalSectors;
  }

  /** Sector of the drive at which the volume believes to start. */
  get hiddenSectors(): number {
    return this.#boot.hiddenSectors;
  }

  /** Whether the volume was not closed properly and wants chkdsk. */
  dirty(): boolean {
    return this.#dirty;
  }

  /** Finds a file or folder by its path, in any case. Null when it isn't there. */
  async find(path: string): Promise<NtfsFile | null> {
    const number = await this.#resolve(path);
    if (number === null) return null;
    const record = await this.#record(number);
    const data = record.isDirectory ? null : await this.#stream(number, record, 'data', '');
    return {
      size: data?.source.size ?? 0,
      isDirectory: record.isDirectory,
      mftReference: number,
    };
  }

  /** What a folder holds, without NTFS's own files and short names. Throws when there is no such folder. */
  async list(path: string): Promise<NtfsListing[]> {
    const number = await this.#resolve(path);
    if (number === null) throw new FileSystemError(`there is no folder ${path}`);
    const index = await this.#openIndex(number);
    if (!index) throw new FileSystemError(`there is no folder ${path}`);
    const listing: NtfsListing[] = [];
    for await (const entry of entriesIn(index, index.root, new Set())) {
      if (entry.isShortName || entry.record < RECORD.firstOrdinary) continue;
      const { name, isDirectory, record } = entry;
      listing.push({ name, isDirectory, mftReference: record });
    }
    return listing;
  }

  /** A file's content. Throws FileSystemError when it isn't there, is too large, compressed or encrypted. */
  async readFile(path: string, maxBytes: number): Promise<Buffer> {
    const number = await this.#resolve(path);
    const record = number === null ? null : await this.#record(number);
    if (number === null || !record || record.isDirectory) {
      throw new FileSystemError(`there is no file ${path}`);
    }
    const data = await this.#stream(number, record, 'data', '');
    if (!data) return Buffer.alloc(0);
    if (data.attribute.compressed) throw new FileSystemError(`${path} is compressed`);
    if (data.attribute.encrypted) throw new FileSystemError(`${path} is encrypted`);
    if (record.attributes.some(({ type }) => type === ATTRIBUTE_TYPE.reparsePoint)) {
      throw new FileSystemError(`${path} is a link or is stored in a special way`);
    }
    if (data.source.size > maxBytes) {
      throw new FileSystemError(
        `${path} has ${String(data.source.size)} bytes, more than expected`,
      );
    }
    return data.source.read(0, data.source.size);
  }

  /**
   * A file's content, and the clusters that hold it, in bytes from the volume's start and in the order of the content.
   * Throws FileSystemError when the file isn't there, and when it has no clusters of its own for all of its content: that
   * lies in the file's record, has holes, is compressed or encrypted, or was not written to its end.
   */
  async openFile(path: string): Promise<{ source: ByteSource; ranges: ByteRange[] }> {
    const number = await this.#resolve(path);
    const record = number === null ? null : await this.#record(number);
    if (number === null || !record || record.isDirectory) {
      throw new FileSystemError(`there is no file ${path}`);
    }
    const data = await this.#stream(number, record, 'data', '');
    const stream = data?.attribute;
    if (!data || !stream || stream.resident || stream.compressed || stream.encrypted) {
      throw new FileSystemError(`${path} has no clusters of its own`);
    }
    if (stream.initializedBytes !== stream.dataBytes) {
      throw new FileSystemError(`${path} is not written to its end`);
    }
    return { source: data.source, ranges: rangesOfRuns(data.runs, this.#boot.clusterBytes) };
  }

  /**
   * Everything that is in use, in bytes from the volume's start: the clusters that $Bitmap names, and
   * what follows the last cluster up to the end of the partition, where a copy of the boot sector
   * lies. Ascending, not touching.
   */
  async allocatedRanges(): Promise<ByteRange[]> {
    const { clusters, clusterBytes } = this.#boot;
    const end = clusters * clusterBytes;
    const tail = { offset: end, length: this.#source.size - end };
    return unionRanges([...(await this.usedClusters()), tail]);
  }

  /** The clusters that $Bitmap names, in bytes from the volume's start. Ascending, not touching. */
  async usedClusters(): Promise<ByteRange[]> {
    const { clusters, clusterBytes } = this.#boot;
    const bitmap = await this.#bitmap();
    const collector = new RangeCollector();
    const shape = { units: clusters, unitBytes: clusterBytes, baseOffset: 0 };
    await collectSetBits(bitmap, shape, collector);
    return collector.ranges;
  }

  /**
   * Where a record of the file table lies, in bytes from the volume's start. Throws FileSystemError when it lies
   * outside of the table or in two pieces.
   */
  placeOfRecord(number: number): ByteRange {
    const { recordBytes, clusterBytes } = this.#boot;
    let at = number * recordBytes;
    for (const { offset, length } of rangesOfRuns(this.#mftRuns, clusterBytes)) {
      if (at >= 0 && at + recordBytes <= length) {
        return { offset: offset + at, length: recordBytes };
      }
      at -= length;
    }
    throw new FileSystemError(`record ${String(number)} lies outside of the file table`);
  }

  /** Whether the copy of the boot sector behind the volume is there and equal to the first one. */
  async bootSectorCopyMatches(): Promise<boolean> {
    const { totalSectors, bytesPerSector } = this.#boot;
    const at = totalSectors * bytesPerSector;
    if (at + bytesPerSector > this.#source.size) return false;
    const copy = await this.#source.read(at, bytesPerSector);
    return copy.equals(await this.#source.read(0, bytesPerSector));
  }

  /**
   * Numbers of the records whose copies in $MFTMirr differ. NTFS keeps copies of the first four, which describe the volume
   * itself. Only the bytes in use count. Throws FileSystemError when the copies lie outside of the volume.
   */
  async differentMirrorRecords(): Promise<number[]> {
    const { mftMirrorOffset, recordBytes, clusters, clusterBytes } = this.#boot;
    const bytes = MIRRORED_RECORDS * recordBytes;
    if (mftMirrorOffset + bytes > clusters * clusterBytes) {
      throw new FileSystemError('the copy of the file table lies outside the volume');
    }
    const records = await this.#mft.read(0, bytes);
    const copies = await this.#source.read(mftMirrorOffset, bytes);
    return Array.from({ length: MIRRORED_RECORDS }, (_, number) => number).filter((number) => {
      const start = number * recordBytes;
      const used = Math.min(records.readUInt32LE(start + BYTES_IN_USE_AT), recordBytes);
      const end = start + Math.max(used, BYTES_IN_USE_AT + 4);
      return !records.subarray(start, end).equals(copies.subarray(start, end));
    });
  }

  /** Bytes of the volume that are in no use. */
  async freeBytes(): Promise<number> {
    const { clusters, clusterBytes } = this.#boot;
    const used = await countSetBits(await this.#bitmap(), clusters);
    return (clusters - used) * clusterBytes;
  }

  /**
   * The file table describes itself. When it is in many pieces, the records that name the later ones
   * lie in the earlier ones, so it grows piece by piece.
   */
  async #openMft(): Promise<void> {
    const block = await this.#source.read(this.#boot.mftOffset, this.#boot.recordBytes);
    const record = decodeRecord(block, 'the record of the file table');
    const first = record?.attributes.find(isMftData);
    if (!record || !first) throw new FileSystemError('the file table has no record of itself');
    const pieces = [first];
    this.#mft = this.#join(pieces);
    for (const listed of await this.#attributeList(record)) {
      if (listed.type !== ATTRIBUTE_TYPE.data || listed.name !== '' || listed.lowestVcn === 0) {
        continue;
      }
      const found = await this.#listedAttribute(RECORD.mft, record, listed);
      if (!isMftData(found)) throw new FileSystemError('the file table is damaged');
      pieces.push(found);
      this.#mft = this.#join(pieces);
    }
    this.#mftRuns = this.#runs(pieces);
  }

  async #readVolumeFile(): Promise<void> {
    const record = await this.#record(RECORD.volume);
    const valueOf = (wanted: number): Buffer | undefined => {
      const found = record.attributes.find(({ type }) => type === wanted);
      return found?.resident ? found.value : undefined;
    };
    const information = valueOf(ATTRIBUTE_TYPE.volumeInformation);
    if (!information || information.length < 12) {
      throw new FileSystemError('the volume has no information about itself');
    }
    this.#dirty = (information.readUInt16LE(10) & DIRTY) !== 0;
    this.#label = valueOf(ATTRIBUTE_TYPE.volumeName)?.toString('utf16le') ?? '';
  }

  async #bitmap(): Promise<ByteSource> {
    const record = await this.#record(RECORD.bitmap);
    const bitmap = await this.#stream(RECORD.bitmap, record, 'data', '');
    if (!bitmap) throw new FileSystemError('the volume has no bitmap');
    return bitmap.source;
  }

  async #record(number: number): Promise<FileRecord> {
    const { recordBytes } = this.#boot;
    const what = `record ${String(number)} of the file table`;
    const block = await this.#mft.read(number * recordBytes, recordBytes);
    const record = decodeRecord(block, what);
    if (!record) throw new FileSystemError(`${what} is not in use`);
    return record;
  }

  /** One stream or index of a file, put together from all the records that hold parts of it. */
  async #stream(
    number: number,
    record: FileRecord,
    kind: keyof typeof ATTRIBUTE_TYPE,
    name: string,
  ): Promise<Stream | null> {
    const type = ATTRIBUTE_TYPE[kind];
    const isWanted = (one: { type: number; name: string }): boolean =>
      one.type === type && one.name === name;
    const pieces: Attribute[] = [];
    const list = await this.#attributeList(record);
    if (list.length === 0) pieces.push(...record.attributes.filter(isWanted));
    for (const listed of list.filter(isWanted)) {
      pieces.push(await this.#listedAttribute(number, record, listed));
    }
    const [first] = pieces;
    if (!first) return null;
    if (first.resident) return { source: bufferSource(first.value), attribute: first, runs: [] };
    const inRuns = pieces.filter(isNonResident);
    return { source: this.#join(inRuns), attribute: first, runs: this.#runs(inRuns) };
  }

  async #attributeList(record: FileRecord): Promise<ListedAttribute[]> {
    const list = record.attributes.find(({ type }) => type === ATTRIBUTE_TYPE.attributeList);
    if (!list) return [];
    const source = list.resident ? bufferSource(list.value) : this.#join([list]);
    if (source.size > MAXIMUM_ATTRIBUTE_LIST_BYTES) {
      throw new FileSystemError('a list of attributes is too long');
    }
    return decodeAttributeList(await source.read(0, source.size));
  }

  async #listedAttribute(
    number: number,
    record: FileRecord,
    listed: ListedAttribute,
  ): Promise<Attribute> {
    const holder = listed.record === number ? record : await this.#record(listed.record);
    if (holder !== record && holder.baseRecord !== number) {
      throw new FileSystemError(`record ${String(listed.record)} belongs to another file`);
    }
    const found = holder.attributes.find(
      ({ type, name, id }) => type === listed.type && name === listed.name && id === listed.id,
    );
    if (!found) throw new FileSystemError('a list names an attribute that is not there');
    return found;
  }

  /** Pieces in ascending order, the first from VCN 0, as one source. */
  #join(pieces: readonly NonResidentAttribute[]): ByteSource {
    const size = pieces[0]?.dataBytes ?? 0;
    const initializedBytes = pieces[0]?.initializedBytes ?? 0;
    const shape = { size, initializedBytes };
    return runSource(this.#source, this.#boot.clusterBytes, this.#runs(pieces), shape);
  }

  #runs(pieces: readonly NonResidentAttribute[]): Run[] {
    const { clusters } = this.#boot;
    const runs: Run[] = [];
    let next = 0;
    for (const { lowestVcn, mappingPairs } of pieces) {
      if (lowestVcn !== next) throw new FileSystemError('a stream has a gap');
      for (const run of decodeRuns(mappingPairs, next, clusters)) {
        runs.push(run);
        next = run.vcn + run.clusters;
      }
    }
    return runs;
  }

  async #resolve(path: string): Promise<number | null> {
    let number: number = RECORD.root;
    for (const name of pathNames(path)) {
      const index = await this.#openIndex(number);
      const entry = index && (await this.#lookUp(index, name));
      if (!entry) return null;
      const { sequence } = await this.#record(entry.record);
      if (sequence !== entry.sequence) {
        throw new FileSystemError(`${path} leads to a file that is no longer there`);
      }
      number = entry.record;
    }
    return number;
  }

  /** The names of a folder; null when the record is not one of a folder. */
  async #openIndex(number: number): Promise<FolderIndex | null> {
    const record = await this.#record(number);
    const root = await this.#stream(number, record, 'indexRoot', FOLDER_INDEX);
    if (!record.isDirectory || !root?.attribute.resident) return null;
    const { node, blockBytes } = decodeIndexRoot(root.attribute.value);
    const blocks = await this.#stream(number, record, 'indexAllocation', FOLDER_INDEX);
    // Blocks smaller than a cluster are counted in sectors of 512 bytes.
    const unit = blockBytes < this.#boot.clusterBytes ? 512 : this.#boot.clusterBytes;
    return {
      root: node,
      async block(vcn) {
        if (!blocks) throw new FileSystemError('a folder lacks its blocks');
        return decodeIndexBlock(await blocks.source.read(vcn * unit, blockBytes), vcn);
      },
    };
  }

  /** Goes down the tree as Windows does, in the order of the volume's own upper-case table. */
  async #lookUp(index: FolderIndex, name: string): Promise<IndexEntry | null> {
    const upcase = await this.#upcaseTable();
    let node = index.root;
    for (let depth = 0; depth < MAXIMUM_TREE_DEPTH; depth += 1) {
      let next = node.after;
      for (const { entry, before } of node.entries) {
        const order = compareNames(name, entry.name, upcase);
        if (order === 0) return entry;
        if (order < 0) {
          next = before;
          break;
        }
      }
      if (next === null) return null;
      node = await index.block(next);
    }
    throw new FileSystemError('a folder has no end');
  }

  async #upcaseTable(): Promise<Buffer> {
    if (this.#upcase) return this.#upcase;
    const record = await this.#record(RECORD.upcase);
    const table = await this.#stream(RECORD.upcase, record, 'data', '');
    if (table?.source.size !== UPCASE_BYTES) {
      throw new FileSystemError('the volume has no upper-case table');
    }
    this.#upcase = await table.source.read(0, UPCASE_BYTES);
    return this.#upcase;
  }
}

interface FolderIndex {
  root: IndexNode;
  block(vcn: number): Promise<IndexNode>;
}

/** All entries of a tree in order. A block met twice is damage. */
async function* entriesIn(
  index: FolderIndex,
  node: IndexNode,
  seen: Set<number>,
): AsyncGenerator<IndexEntry> {
  const below = async function* (vcn: number | null): AsyncGenerator<IndexEntry> {
    if (vcn === null) return;
    if (seen.has(vcn)) throw new FileSystemError('a folder has no end');
    seen.add(vcn);
    yield* entriesIn(index, await index.block(vcn), seen);
  };
  for (const { entry, before } of node.entries) {
    yield* below(before);
    yield entry;
  }
  yield* below(node.after);
}

function compareNames(a: string, b: string, upcase: Buffer): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const left = upcase.readUInt16LE(a.charCodeAt(i) * 2);
    const right = upcase.readUInt16LE(b.charCodeAt(i) * 2);
    if (left !== right) return left - right;
  }
  return a.length - b.length;
}

function isNonResident(attribute: Attribute): attribute is NonResidentAttribute {
  return !attribute.resident;
}

function isMftData(attribute: Attribute): attribute is NonResidentAttribute {
  const { type, name } = attribute;
  return type === ATTRIBUTE_TYPE.data && name === '' && !attribute.resident;
}
