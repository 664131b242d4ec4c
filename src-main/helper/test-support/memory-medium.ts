import { stickError, type StickState } from '../../../src-shared/errors';
import { CHUNK_BYTES, type BlockMap } from '../../disk/extent';
import { ChunkSupply } from '../chunk-supply';
import type { Medium, TrimWay } from '../medium';
import type { SourceFile } from '../source-file';
import { WRITER_BUFFERS, writeStick, type StickContent, type WritingPhase } from '../writer';

/** A drive in memory, which says what was done to it in order. */
export interface MemoryMedium extends Medium {
  readonly bytes: Buffer;
  readonly log: string[];
  /** The most writes that were under way at once. */
  mostWrites: number;
}

/** Where a drive in memory can be made to wait or to misbehave. */
export interface Faults {
  onWrite?: (offset: number, buffer: Buffer) => void | Promise<void>;
  onCompare?: (offset: number, buffer: Buffer) => void;
  /** What the drive does when it is told to forget a range; it can't otherwise. */
  onTrim?: (way: TrimWay, range: Buffer, offset: number) => boolean;
}

/** What a fresh drive in memory is full of. */
export const OLD_BYTE = 0xee;

export function memoryMedium(
  sizeBytes: number,
  faults: Faults = {},
  bytes: Buffer = Buffer.alloc(sizeBytes, OLD_BYTE),
): MemoryMedium {
  const log: string[] = [];
  let writes = 0;
  const medium: MemoryMedium = {
    path: '/dev/test',
    sizeBytes,
    fresh: false,
    chunkBytes: CHUNK_BYTES,
    writesInFlight: 4,
    mostWrites: 0,
    bytes,
    log,
    read(buffer, offset) {
      bytes.copy(buffer, 0, offset);
      return Promise.resolve();
    },
    async write(buffer, offset) {
      writes += 1;
      medium.mostWrites = Math.max(medium.mostWrites, writes);
      log.push(`write ${String(offset)}`);
      try {
        await faults.onWrite?.(offset, buffer);
        buffer.copy(bytes, offset);
      } finally {
        writes -= 1;
      }
    },
    adopt: () => Promise.resolve(false),
    trim(way, { offset, length }) {
      log.push(`${way} ${String(offset)}+${String(length)}`);
      const range = bytes.subarray(offset, offset + length);
      return Promise.resolve(faults.onTrim?.(way, range, offset) ?? false);
    },
    flush() {
      log.push('flush');
      return Promise.resolve();
    },
    openForComparing() {
      log.push('reopen');
      return Promise.resolve({
        async read(buffer: Buffer, offset: number) {
          log.push(`compare ${String(offset)}`);
          await medium.read(buffer, offset);
          faults.onCompare?.(offset, buffer);
        },
        close: () => {
          log.push('close');
          return Promise.resolve();
        },
      });
    },
    finish() {
      log.push('finish');
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  return medium;
}

/** Sources in memory, by path, and how often each place of them was read. */
export function memorySources(
  contents: ReadonlyMap<string, Buffer>,
  onRead: (path: string, offset: number) => void = () => undefined,
) {
  const reads: string[] = [];
  let open = 0;
  const supply = new ChunkSupply(({ path }: BlockMap): Promise<SourceFile> => {
    const content = contents.get(path);
    if (!content)
      return Promise.reject(stickError('work/unusable', { path, message: 'not there' }));
    open += 1;
    return Promise.resolve({
      path,
      sizeBytes: content.length,
      async read(buffer, offset) {
        reads.push(`${path} ${String(offset)}`);
        await Promise.resolve();
        onRead(path, offset);
        content.copy(buffer, 0, offset);
      },
      close: () => {
        open -= 1;
        return Promise.resolve();
      },
    });
  });
  return { supply, reads, openSources: () => open };
}

export interface WriteMore {
  signal?: AbortSignal;
  state?: StickState;
  onProgress?: (phase: WritingPhase, doneBytes: number, totalBytes: number) => void;
  onStick?: (state: StickState) => void;
}

/** Writes as the helper does. */
export async function writeFrom(
  supply: ChunkSupply,
  medium: Medium,
  content: StickContent,
  more: WriteMore = {},
) {
  const feed = await supply.join(content.maps, !content.resume);
  const buffers = Array.from({ length: WRITER_BUFFERS }, () => Buffer.alloc(CHUNK_BYTES));
  try {
    return await writeStick(
      medium,
      content,
      { feed, buffers, state: more.state ?? 'untouched' },
      {
        signal: more.signal ?? new AbortController().signal,
        onProgress: more.onProgress ?? (() => undefined),
        onStick: more.onStick ?? (() => undefined),
      },
    );
  } finally {
    await feed.leave();
  }
}
