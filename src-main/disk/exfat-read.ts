import { slice, type ByteSource } from '../io';
import { MiB } from '../../src-shared/units';
import { readExfatBootRegion, type ExfatBootRegion } from './exfat';
import { ENTRY, ENTRY_BYTES, FIRST_CLUSTER } from './exfat-format';
import { FileSystemError } from './file-system-error';
import { runSource, type Run } from './ntfs-runs';

/** Microsoft, “exFAT file system specification”, sections 4, 6 and 7. */
const DIRECTORY = 0x10;
const NO_FAT_CHAIN = 0x02;
const NAME_UNITS = 15;
/** FAT entries from this one on lead nowhere: end of chain, bad cluster. */
const LAST_CLUSTER_NUMBER = 0xfffffff6;
const WINDOW_BYTES = 64 * 1024;
/** 128 KiB hold 1365 files at least; more than this is damage, or nothing to be looked through. */
const MAXIMUM_FOLDER_BYTES = 16 * MiB;

export interface ExfatEntry {
  name: string;
  isDirectory: boolean;
  size: number;
}

interface Found extends ExfatEntry {
  firstCluster: number;
  /** Its clusters follow one another, and the allocation table says nothing of them. */
  consecutive: boolean;
  /** What was written of it; the rest reads as zeros. */
  validBytes: number;
}

/** Opens an exFAT volume for reading. Throws FileSystemError when it is none; errors of the source pass. */
export async function openExfat(source: ByteSource): Promise<ExfatVolume> {
  return new ExfatVolume(source, await readExfatBootRegion(source));
}

/** An exFAT volume. Its methods throw FileSystemError for damage. */
export class ExfatVolume {
  readonly #source: ByteSource;
  readonly #boot: ExfatBootRegion;
  /** The piece of the allocation table read last. */
  #window: { offset: number; bytes: Buffer } = { offset: -1, bytes: Buffer.alloc(0) };

  constructor(source: ByteSource, boot: ExfatBootRegion) {
    this.#source = source;
    this.#boot = boot;
  }

  /** Finds a file or folder by its path with `/`, in any case. Null when it isn't there. */
  async find(path: string): Promise<ExfatEntry | null> {
    return this.#resolve(path);
  }

  /** What a folder holds. Throws when there is no such folder. */
  async list(path: string): Promise<ExfatEntry[]> {
    const folder = await this.#resolve(path);
    if (!folder?.isDirectory) throw new FileSystemError(`there is no folder ${path}`);
    return this.#readFolder(folder);
  }

  /** A file's content. Throws when it isn't there. */
  async openFile(path: string): Promise<ByteSource> {
    const file = await this.#resolve(path);
    if (!file || file.isDirectory) throw new FileSystemError(`there is no file ${path}`);
    return this.#content(file);
  }

  async #resolve(path: string): Promise<Found | null> {
    let found: Found = {
      ...{ name: '', isDirectory: true, size: -1, validBytes: -1, consecutive: false },
      firstCluster: this.#boot.rootCluster,
    };
    for (const name of path.split('/').filter((part) => part !== '')) {
      if (!found.isDirectory) return null;
      const wanted = name.toUpperCase();
      const next = (await this.#readFolder(found)).find(
        (entry) => entry.name.toUpperCase() === wanted,
      );
      if (!next) return null;
      found = next;
    }
    return found;
  }

  async #readFolder(folder: Found): Promise<Found[]> {
    const { clusterBytes } = this.#boot;
    const most = Math.ceil(MAXIMUM_FOLDER_BYTES / clusterBytes);
    const whole = folder.size < 0 ? await this.#wholeChain(folder, most) : folder;
    if (whole.size > MAXIMUM_FOLDER_BYTES) throw new FileSystemError('a folder is too large');
    const content = await this.#content(whole);
    return decodeFolder(await content.read(0, content.size));
  }

  /** The root folder has no entry that says how large it is. */
  async #wholeChain(folder: Found, most: number): Promise<Found> {
    const clusters = (await this.#runs(folder, most, true)).reduce(
      (sum, run) => sum + run.clusters,
      0,
    );
    const bytes = clusters * this.#boot.clusterBytes;
    return { ...folder, size: bytes, validBytes: bytes };
  }

  async #content(file: Found): Promise<ByteSource> {
    const { clusterBytes, heapOffset, clusters } = this.#boot;
    const runs = await this.#runs(file, Math.ceil(file.size / clusterBytes), false);
    const heap = slice(this.#source, heapOffset, clusters * clusterBytes);
    return runSource(heap, clusterBytes, runs, {
      ...{ size: file.size, initializedBytes: file.validBytes },
    });
  }

  /** Clusters of a file, numbered from 0; at most `most`, and no fewer unless the chain's end decides. */
  async #runs(file: Found, most: number, endDecides: boolean): Promise<Run[]> {
    if (most === 0) return [];
    const { clusters } = this.#boot;
    const requireInside = (cluster: number, count: number): void => {
      if (cluster < FIRST_CLUSTER || cluster - FIRST_CLUSTER + count > clusters) {
        throw new FileSystemError('a file leads outside of the volume');
      }
    };
    if (file.consecutive) {
      requireInside(file.firstCluster, most);
      return [{ vcn: 0, lcn: file.firstCluster - FIRST_CLUSTER, clusters: most }];
    }
    const runs: Run[] = [];
    let cluster = file.firstCluster;
    for (let vcn = 0; vcn < most; vcn += 1) {
      if (cluster > LAST_CLUSTER_NUMBER && endDecides) break;
      requireInside(cluster, 1);
      const last = runs.at(-1);
      const lcn = cluster - FIRST_CLUSTER;
      if (last && last.lcn !== null && last.lcn + last.clusters === lcn) last.clusters += 1;
      else runs.push({ vcn, lcn, clusters: 1 });
      cluster = await this.#next(cluster);
    }
    if (endDecides && cluster <= LAST_CLUSTER_NUMBER) {
      throw new FileSystemError('a folder is too large, or has no end');
    }
    return runs;
  }

  async #next(cluster: number): Promise<number> {
    const { fatOffset, clusters } = this.#boot;
    const at = cluster * 4;
    const offset = at - (at % WINDOW_BYTES);
    if (this.#window.offset !== offset) {
      const length = Math.min(WINDOW_BYTES, (clusters + FIRST_CLUSTER) * 4 - offset);
      this.#window = { offset, bytes: await this.#source.read(fatOffset + offset, length) };
    }
    return this.#window.bytes.readUInt32LE(at - offset);
  }
}

/** Entries of files come in sets: the file, where it lies, and its name in pieces. */
function decodeFolder(folder: Buffer): Found[] {
  const found: Found[] = [];
  for (let at = 0; at + ENTRY_BYTES <= folder.length && folder[at] !== 0; at += ENTRY_BYTES) {
    if (folder[at] !== ENTRY.file) continue;
    const more = folder.readUInt8(at + 1);
    const set = folder.subarray(at, at + (1 + more) * ENTRY_BYTES);
    const stream = set.subarray(ENTRY_BYTES, 2 * ENTRY_BYTES);
    if (more < 2 || set.length < (1 + more) * ENTRY_BYTES || stream[0] !== ENTRY.stream) {
      throw new FileSystemError('a folder has half an entry');
    }
    const size = Number(stream.readBigUInt64LE(24));
    const validBytes = Number(stream.readBigUInt64LE(8));
    if (!Number.isSafeInteger(size) || validBytes > size) {
      throw new FileSystemError('a file has an impossible size');
    }
    found.push({
      name: nameIn(set, more, stream.readUInt8(3)),
      isDirectory: (set.readUInt16LE(4) & DIRECTORY) !== 0,
      ...{ size, validBytes },
      firstCluster: stream.readUInt32LE(20),
      consecutive: (stream.readUInt8(1) & NO_FAT_CHAIN) !== 0,
    });
    at += more * ENTRY_BYTES;
  }
  return found;
}

function nameIn(set: Buffer, more: number, units: number): string {
  const pieces: Buffer[] = [];
  for (let i = 2; i <= more; i += 1) {
    const entry = set.subarray(i * ENTRY_BYTES, (i + 1) * ENTRY_BYTES);
    if (entry[0] === ENTRY.name) pieces.push(entry.subarray(2, 2 + NAME_UNITS * 2));
  }
  return Buffer.concat(pieces).toString('utf16le', 0, units * 2);
}
