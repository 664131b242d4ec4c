import { CHUNK_BYTES, type BlockMap, type Chunk } from '../disk/extent';
import { alignedBuffers } from './aligned';
import type { Placed } from './block-map';
import type { SourceFile } from './source-file';

/** Chunks that are kept for others at most. */
const WINDOW_CHUNKS = 8;

/** A chunk in memory, for direct I/O. It may be overwritten once it was released. */
export interface LoadedChunk {
  bytes: Buffer;
  release(): void;
}

/** What one writer gets its chunks from. */
export interface ChunkFeed {
  /** Loads a chunk, in ascending order of the target: into `own`, or into memory shared with other writers. */
  load(placed: Placed, own: Buffer): Promise<LoadedChunk>;
  /** Reads a chunk from its source, whatever is in memory. */
  readAgain(placed: Placed, buffer: Buffer): Promise<void>;
  /** Nothing more will be loaded: others need not keep anything for this writer. */
  doneLoading(): void;
  /** Ends it, and closes the sources that nobody uses any more. */
  leave(): Promise<void>;
}

interface OpenSource {
  file: Promise<SourceFile>;
  users: number;
}

interface KeptChunk {
  map: BlockMap;
  chunk: Chunk;
  buffer: Buffer;
  users: number;
  loaded: Promise<void>;
  /** It could not be read: of no use to anybody. */
  failed: boolean;
}

interface Reader {
  maps: ReadonlySet<BlockMap>;
  /** Byte of the target from which on it needs chunks. */
  next: number;
}

/**
 * Reads sources for several writers at once. What one of them loads is kept for the others that still
 * need it, as far as a few chunks of memory go; a chunk that is needed sooner pushes out one that is
 * needed later. Nobody ever waits for another: a writer that falls further behind than that reads the
 * source again for itself, so that a slow drive slows down nobody.
 */
export class ChunkSupply {
  private readonly sources = new Map<BlockMap, OpenSource>();
  private readonly readers = new Set<Reader>();
  private readonly kept = new Map<Chunk, KeptChunk>();
  private free: Buffer[] | null = null;

  constructor(private readonly open: (map: BlockMap) => Promise<SourceFile>) {}

  /**
   * A feed of these maps' chunks. `fromStart`: all of them will be loaded, beginning soon. Throws what
   * opening a source throws.
   */
  async join(maps: readonly BlockMap[], fromStart: boolean): Promise<ChunkFeed> {
    const opened: BlockMap[] = [];
    const leaveSources = async (): Promise<void> => {
      await Promise.all(opened.splice(0).map((map) => this.leaveSource(map)));
    };
    try {
      for (const map of maps) {
        opened.push(map);
        await this.source(map);
      }
    } catch (error) {
      await leaveSources();
      throw error;
    }
    const reader: Reader = { maps: new Set(maps), next: fromStart ? 0 : Infinity };
    this.readers.add(reader);
    return {
      load: (placed, own) => this.load(reader, placed, own),
      readAgain: (placed, buffer) => this.read(placed, buffer),
      doneLoading: () => {
        reader.next = Infinity;
      },
      leave: async () => {
        this.readers.delete(reader);
        await leaveSources();
      },
    };
  }

  private async load(reader: Reader, placed: Placed, own: Buffer): Promise<LoadedChunk> {
    const { map, chunk } = placed;
    reader.next = chunk.targetOffset + chunk.length;
    const there = this.kept.get(chunk);
    if (there) return this.use(there);

    const buffer = this.roomFor(map, chunk);
    if (!buffer) {
      const bytes = own.subarray(0, chunk.length);
      await this.read(placed, bytes);
      return { bytes, release: () => undefined };
    }
    const loaded = this.read(placed, buffer.subarray(0, chunk.length));
    const keeping: KeptChunk = { map, chunk, buffer, users: 0, loaded, failed: false };
    this.kept.set(chunk, keeping);
    return this.use(keeping);
  }

  private async use(keeping: KeptChunk): Promise<LoadedChunk> {
    keeping.users += 1;
    const release = (): void => {
      keeping.users -= 1;
      this.dropIfUseless(keeping);
    };
    try {
      await keeping.loaded;
    } catch (error) {
      keeping.failed = true;
      release();
      throw error;
    }
    return { bytes: keeping.buffer.subarray(0, keeping.chunk.length), release };
  }

  /** Memory in which a chunk is worth keeping for others; null where it isn't. */
  private roomFor(map: BlockMap, chunk: Chunk): Buffer | null {
    const distance = this.distance(map, chunk);
    if (distance === Infinity) return null;
    this.free ??= alignedBuffers(WINDOW_CHUNKS, CHUNK_BYTES);
    for (const keeping of this.kept.values()) this.dropIfUseless(keeping);
    const buffer = this.free.pop();
    if (buffer) return buffer;

    let latest: { keeping: KeptChunk; distance: number } | null = null;
    for (const keeping of this.kept.values()) {
      if (keeping.users > 0) continue;
      const later = this.distance(keeping.map, keeping.chunk);
      if (later > (latest?.distance ?? distance)) latest = { keeping, distance: later };
    }
    if (!latest) return null;
    this.kept.delete(latest.keeping.chunk);
    return latest.keeping.buffer;
  }

  /** How far, in bytes of the target, the nearest reader that still needs this chunk is away from it. */
  private distance(map: BlockMap, chunk: Chunk): number {
    let nearest = Infinity;
    for (const { maps, next } of this.readers) {
      if (next > chunk.targetOffset || !maps.has(map)) continue;
      nearest = Math.min(nearest, chunk.targetOffset - next);
    }
    return nearest;
  }

  private dropIfUseless(keeping: KeptChunk): void {
    const { map, chunk, users, buffer, failed } = keeping;
    if (users > 0 || (!failed && this.distance(map, chunk) !== Infinity)) return;
    if (this.kept.delete(chunk)) this.free?.push(buffer);
  }

  private source(map: BlockMap): Promise<SourceFile> {
    const source = this.sources.get(map) ?? { file: this.open(map), users: 0 };
    this.sources.set(map, source);
    source.users += 1;
    return source.file;
  }

  private async leaveSource(map: BlockMap): Promise<void> {
    const source = this.sources.get(map);
    if (!source) return;
    source.users -= 1;
    if (source.users > 0) return;
    this.sources.delete(map);
    // Nobody reads it now. Whoever opens the file anew must not get what it held before.
    for (const keeping of this.kept.values()) this.dropIfUseless(keeping);
    const file = await source.file.catch(() => null);
    await file?.close();
  }

  private async read({ map, chunk }: Placed, buffer: Buffer): Promise<void> {
    const source = this.sources.get(map);
    if (!source) throw new Error('a chunk of a map that was not joined');
    const file = await source.file;
    await file.read(buffer, chunk.sourceOffset);
  }
}
