import type { ByteSource } from '../io';
import { RangeCollector } from './byte-ranges';
import type { ByteRange } from './extent';
import { readFatBoot, type FatBoot } from './fat-boot-read';
import { decodeDirectory, type FatEntry } from './fat-directory';
import {
  BAD_CLUSTER,
  END_OF_CHAIN,
  FAT_ENTRY_MASK,
  FIRST_CLUSTER,
  MAXIMUM_DIRECTORY_BYTES,
} from './fat-format';
import { FileSystemError } from './file-system-error';
import { pathNames, upcase } from './upcase';

const WINDOW_BYTES = 64 * 1024;

/** Opens a FAT32 volume. Throws FileSystemError when it isn't one; errors of the source pass. */
export async function openFat32(source: ByteSource): Promise<Fat32Volume> {
  return Fat32Volume.open(source);
}

/** A FAT32 volume opened for reading. Its methods throw FileSystemError for damage. */
export class Fat32Volume {
  readonly #source: ByteSource;
  readonly #boot: FatBoot;
  #label: string | null = null;
  /** The piece of the allocation table read last. */
  #window: { offset: number; bytes: Buffer } = { offset: -1, bytes: Buffer.alloc(0) };

  private constructor(source: ByteSource, boot: FatBoot) {
    this.#source = source;
    this.#boot = boot;
  }

  static async open(source: ByteSource): Promise<Fat32Volume> {
    const volume = new Fat32Volume(source, await readFatBoot(source));
    volume.#label = (await volume.#readDirectory(volume.#boot.rootCluster)).label;
    return volume;
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
    let found = this.#root();
    for (const name of pathNames(path)) {
      if (!found.isDirectory) return null;
      const wanted = upcase(name);
      const { entries } = await this.#readDirectory(found.firstCluster);
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
    return (await this.#readDirectory(folder.firstCluster)).entries;
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

  /** Everything that is in use, in bytes from the volume's start: ascending, not touching. */
  async allocatedRanges(): Promise<ByteRange[]> {
    const { dataOffset, clusterBytes, clusters } = this.#boot;
    const collector = new RangeCollector();
    collector.add(0, dataOffset);
    for (let cluster = FIRST_CLUSTER; cluster < clusters + FIRST_CLUSTER; cluster += 1) {
      const value = await this.#fatEntry(cluster);
      if (value === 0 || value === BAD_CLUSTER) continue;
      collector.add(this.#offsetOf(cluster), clusterBytes);
    }
    return collector.ranges;
  }

  #root(): FatEntry {
    const firstCluster = this.#boot.rootCluster;
    return { name: '', shortName: '', isDirectory: true, size: 0, firstCluster };
  }

  #offsetOf(cluster: number): number {
    return this.#boot.dataOffset + (cluster - FIRST_CLUSTER) * this.#boot.clusterBytes;
  }

  async #readDirectory(firstCluster: number): Promise<ReturnType<typeof decodeDirectory>> {
    const most = Math.ceil(MAXIMUM_DIRECTORY_BYTES / this.#boot.clusterBytes);
    const chain = await this.#chain(firstCluster, most + 1);
    if (chain.length > most) throw new FileSystemError('a folder has no end');
    return decodeDirectory(await this.#readClusters(chain));
  }

  /** The clusters of a chain, at most `most` of them. */
  async #chain(firstCluster: number, most: number): Promise<number[]> {
    const chain: number[] = [];
    const seen = new Set<number>();
    let cluster = firstCluster;
    while (cluster < END_OF_CHAIN && chain.length < most) {
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
    const at = cluster * 4;
    const offset = at - (at % WINDOW_BYTES);
    if (this.#window.offset !== offset) {
      const length = Math.min(WINDOW_BYTES, this.#boot.fatBytes - offset);
      const bytes = await this.#source.read(this.#boot.fatOffset + offset, length);
      this.#window = { offset, bytes };
    }
    return this.#window.bytes.readUInt32LE(at - offset) & FAT_ENTRY_MASK;
  }
}
