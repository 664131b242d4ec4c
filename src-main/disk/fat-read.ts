import { slice, type ByteSource } from '../io';
import { RangeCollector } from './byte-ranges';
import type { ByteRange } from './extent';
import { readFatBoot, type FatBoot } from './fat-boot-read';
import { decodeDirectory, type FatEntry } from './fat-directory';
import { FAT_ENTRY, FIRST_CLUSTER, MAXIMUM_DIRECTORY_BYTES, type FatBits } from './fat-format';
import { FileSystemError } from './file-system-error';
import { runSource, type Run } from './ntfs-runs';
import { pathNames, upcase } from './upcase';

const WINDOW_BYTES = 64 * 1024;

/** Stands for the root folder, which has no entry. */
const ROOT: FatEntry = { name: '', shortName: '', isDirectory: true, size: 0, firstCluster: 0 };

/** Opens a volume of FAT12, FAT16 or FAT32. Throws FileSystemError when it is none; errors of the source pass. */
export async function openFat(source: ByteSource): Promise<FatVolume> {
  return FatVolume.open(source);
}

/** Opens a FAT32 volume. Throws FileSystemError when it isn't one; errors of the source pass. */
export async function openFat32(source: ByteSource): Promise<FatVolume> {
  const volume = await FatVolume.open(source);
  if (volume.bits !== 32) throw new FileSystemError('the boot sector is not one of FAT32');
  return volume;
}

/** A FAT volume opened for reading. Its methods throw FileSystemError for damage. */
export class FatVolume {
  readonly #source: ByteSource;
  readonly #boot: FatBoot;
  #label: string | null = null;
  /** The piece of the allocation table read last. */
  #window: { offset: number; bytes: Buffer } = { offset: -1, bytes: Buffer.alloc(0) };

  private constructor(source: ByteSource, boot: FatBoot) {
    this.#source = source;
    this.#boot = boot;
  }

  static async open(source: ByteSource): Promise<FatVolume> {
    const volume = new FatVolume(source, await readFatBoot(source));
    volume.#label = (await volume.#readFolder(ROOT)).label;
    return volume;
  }

  /** 12, 16 or 32: which of the FAT file systems it is. */
  get bits(): FatBits {
    return this.#boot.bits;
  }

  /** The label in the root folder, as Windows shows it. */
  get label(): string | null {
    return this.#label;
  }

  get serial(): number {
    return this.#boot.serial;
  }

  get clusterBytes(): number {
    return this.#boot.clusterBytes;
  }

  get totalSectors(): number {
    return this.#boot.totalSectors;
  }

  /** Sector of the drive at which the volume believes to start. */
  get hiddenSectors(): number {
    return this.#boot.hiddenSectors;
  }

  /** Finds a file or folder by its long or short names, in any case. Null when it isn't there. */
  async find(path: string): Promise<FatEntry | null> {
    let found = ROOT;
    for (const name of pathNames(path)) {
      if (!found.isDirectory) return null;
      const wanted = upcase(name);
      const { entries } = await this.#readFolder(found);
      const next = entries.find(
        (entry) => upcase(entry.name) === wanted || upcase(entry.shortName) === wanted,
      );
      if (!next) return null;
      found = next;
    }
    return found;
  }

  /** What a folder holds. Throws FileSystemError when there is no such folder. */
  async list(path: string): Promise<FatEntry[]> {
    const folder = await this.find(path);
    if (!folder?.isDirectory) throw new FileSystemError(`there is no folder ${path}`);
    return (await this.#readFolder(folder)).entries;
  }

  /** A file's content. Throws FileSystemError when it isn't there or has more than `maxBytes`. */
  async readFile(path: string, maxBytes = Infinity): Promise<Buffer> {
    const entry = await this.find(path);
    if (!entry || entry.isDirectory) throw new FileSystemError(`there is no file ${path}`);
    if (entry.size > maxBytes) {
      throw new FileSystemError(`${path} has ${String(entry.size)} bytes, more than expected`);
    }
    if (entry.size === 0) return Buffer.alloc(0);
    const needed = Math.ceil(entry.size / this.#boot.clusterBytes);
    const chain = await this.#chain(entry.firstCluster, needed);
    if (chain.length < needed) throw new FileSystemError(`${path} ends before its size`);
    return (await this.#readClusters(chain)).subarray(0, entry.size);
  }

  /** A file's content, of which nothing is read yet. Throws FileSystemError when it isn't there. */
  async openFile(path: string): Promise<ByteSource> {
    const entry = await this.find(path);
    if (!entry || entry.isDirectory) throw new FileSystemError(`there is no file ${path}`);
    const { clusterBytes, dataOffset, clusters } = this.#boot;
    const needed = Math.ceil(entry.size / clusterBytes);
    const chain = needed === 0 ? [] : await this.#chain(entry.firstCluster, needed);
    if (chain.length < needed) throw new FileSystemError(`${path} ends before its size`);
    const runs: Run[] = [];
    for (const [vcn, cluster] of chain.entries()) {
      const last = runs.at(-1);
      const lcn = cluster - FIRST_CLUSTER;
      if (last && last.lcn !== null && last.lcn + last.clusters === lcn) last.clusters += 1;
      else runs.push({ vcn, lcn, clusters: 1 });
    }
    const data = slice(this.#source, dataOffset, clusters * clusterBytes);
    const bytes = { size: entry.size, initializedBytes: entry.size };
    return runSource(data, clusterBytes, runs, bytes);
  }

  /** Everything that is in use, in bytes from the volume's start: ascending, not touching. */
  async allocatedRanges(): Promise<ByteRange[]> {
    const { dataOffset, clusterBytes, clusters } = this.#boot;
    const collector = new RangeCollector();
    collector.add(0, dataOffset);
    for (let cluster = FIRST_CLUSTER; cluster < clusters + FIRST_CLUSTER; cluster += 1) {
      const value = await this.#fatEntry(cluster);
      if (value === 0 || value === FAT_ENTRY[this.bits].badCluster) continue;
      collector.add(this.#offsetOf(cluster), clusterBytes);
    }
    return collector.ranges;
  }

  #offsetOf(cluster: number): number {
    return this.#boot.dataOffset + (cluster - FIRST_CLUSTER) * this.#boot.clusterBytes;
  }

  async #readFolder(folder: FatEntry): Promise<ReturnType<typeof decodeDirectory>> {
    const { root, bits } = this.#boot;
    if (folder !== ROOT) return this.#readDirectory(folder.firstCluster);
    return 'cluster' in root
      ? this.#readDirectory(root.cluster)
      : decodeDirectory(await this.#source.read(root.offset, root.bytes), bits);
  }

  async #readDirectory(firstCluster: number): Promise<ReturnType<typeof decodeDirectory>> {
    const most = Math.ceil(MAXIMUM_DIRECTORY_BYTES / this.#boot.clusterBytes);
    const chain = await this.#chain(firstCluster, most + 1);
    if (chain.length > most) throw new FileSystemError('a folder has no end');
    return decodeDirectory(await this.#readClusters(chain), this.bits);
  }

  /** The clusters of a chain, at most `most` of them. */
  async #chain(firstCluster: number, most: number): Promise<number[]> {
    const chain: number[] = [];
    const seen = new Set<number>();
    let cluster = firstCluster;
    while (cluster < FAT_ENTRY[this.bits].endOfChain && chain.length < most) {
      if (cluster < FIRST_CLUSTER || cluster >= this.#boot.clusters + FIRST_CLUSTER) {
        throw new FileSystemError(
          `a chain leads to cluster ${String(cluster)}, which is not there`,
        );
      }
      if (seen.has(cluster)) throw new FileSystemError('a chain of clusters has no end');
      seen.add(cluster);
      chain.push(cluster);
      cluster = await this.#fatEntry(cluster);
    }
    return chain;
  }

  async #readClusters(chain: readonly number[]): Promise<Buffer> {
    const { clusterBytes } = this.#boot;
    const parts: Buffer[] = [];
    for (let from = 0; from < chain.length;) {
      let to = from + 1;
      while (to < chain.length && chain[to] === (chain[to - 1] ?? 0) + 1) to += 1;
      const offset = this.#offsetOf(chain[from] ?? 0);
      parts.push(await this.#source.read(offset, (to - from) * clusterBytes));
      from = to;
    }
    return Buffer.concat(parts);
  }

  async #fatEntry(cluster: number): Promise<number> {
    const { bits, fatOffset, fatBytes } = this.#boot;
    const at = Math.floor((cluster * bits) / 8);
    // A table of FAT12, whose entries don't end with bytes, fits into one window.
    const offset = at - (at % WINDOW_BYTES);
    if (this.#window.offset !== offset) {
      const length = Math.min(WINDOW_BYTES, fatBytes - offset);
      this.#window = { offset, bytes: await this.#source.read(fatOffset + offset, length) };
    }
    const { bytes } = this.#window;
    if (bits === 32) return bytes.readUInt32LE(at - offset) & FAT_ENTRY[bits].mask;
    const pair = bytes.readUInt16LE(at - offset);
    return bits === 12 && cluster % 2 === 1 ? pair >>> 4 : pair & FAT_ENTRY[bits].mask;
  }
}
