import { stickError, toStickError, type StickState } from '../../src-shared/errors';
import type { FreeSpace, Phase } from '../../src-shared/job';
import type { BlockMap } from '../disk/extent';
import { chunkHasher } from '../io';
import { checkMaps, inTargetOrder, placedBytes, type Placed } from './block-map';
import { stopIfCancelled } from './cancel';
import type { ChunkFeed, LoadedChunk } from './chunk-supply';
import { firstDifference } from './compare';
import {
  checkVolume,
  chunkCoding,
  type ChunkCoding,
  type EncryptedVolume,
} from './encrypted-volume';
import { clearFreeSpace } from './free-space';
import type { Medium, Readable } from './medium';
import { explainDifference } from './mismatch';
import { eraseTables, liesInTableArea, writeTables } from './partition-tables';

/** Buffers that writing takes, each as large as a chunk: so many writes or reads are under way at once. */
export const WRITER_BUFFERS = 4;
/** Of what an earlier job left in place, so many chunks at most are looked at again at the end. */
const SECOND_LOOKS = 32;

export type WritingPhase = Extract<
  Phase,
  'resuming' | 'clearing' | 'writing' | 'flushing' | 'verifying'
>;

export interface StickContent {
  /** As in WriteRequest. */
  maps: readonly BlockMap[];
  head: Buffer;
  tail: Buffer;
  resume: boolean;
  encryption?: EncryptedVolume;
}

/** What writing a stick takes. */
export interface WriterMeans {
  feed: ChunkFeed;
  /** WRITER_BUFFERS of them, aligned for direct I/O. */
  buffers: readonly Buffer[];
  /** What is true of the stick before. */
  state: StickState;
}

export interface Writing {
  signal: AbortSignal;
  onProgress: (phase: WritingPhase, doneBytes: number, totalBytes: number) => void;
  /** Called before the state of the stick changes. */
  onStick: (state: StickState) => void;
}

/** Bytes, as in WriteResult. */
export interface Written {
  writtenBytes: number;
  resumedBytes: number;
  verifiedBytes: number;
  freeSpace: FreeSpace | null;
}

/**
 * Makes a stick: erases where partition tables lie, writes the content in ascending order, reads it
 * back past every cache, and only then writes the table: the tail, then the head. Whatever happens
 * before that leaves no table. What an earlier job left in place is kept if that is asked for. What is
 * encrypted is so before it is written, and is decrypted to be compared.
 * Every error tells the state of the stick.
 */
export async function writeStick(
  medium: Medium,
  content: StickContent,
  means: WriterMeans,
  writing: Writing,
): Promise<Written> {
  let { state } = means;
  const reached = (next: StickState): void => {
    state = next;
    writing.onStick(next);
  };
  try {
    const { maps, head, tail, resume, encryption } = content;
    const layout = { maps, headBytes: head.length, tailBytes: tail.length };
    checkMaps(layout, medium.sizeBytes);
    if (encryption) {
      checkVolume(encryption, layout, medium.sizeBytes);
      // What was written with another key can't be gone on with.
      if (resume) throw stickError('internal', { message: 'an encrypted stick is to be resumed' });
    }
    stopIfCancelled(writing.signal);
    const comparing = await medium.openForComparing();
    try {
      return await make(medium, comparing, content, means, { ...writing, onStick: reached });
    } finally {
      await comparing?.close();
    }
  } catch (error) {
    throw toStickError(error, state).withStick(state);
  }
}

async function make(
  medium: Medium,
  comparing: Readable | null,
  content: StickContent,
  means: WriterMeans,
  writing: Writing,
): Promise<Written> {
  const { maps, head, tail, resume, encryption } = content;
  const { buffers, feed } = means;
  const { signal, onProgress, onStick } = writing;
  const all = (): Iterable<Placed> => inTargetOrder(maps);
  const keeps =
    resume && comparing ? await findInPlace(medium, comparing, maps, means, writing) : keepsNothing;
  const toWrite = (): Iterable<Placed> => filter(all(), (placed) => !keeps(placed));
  const inPlace = (): Iterable<Placed> => filter(all(), keeps);

  if (medium.fresh) onStick('unfinished');
  else await eraseTables(medium, bufferAt(buffers, 0), onStick);
  const freeSpace = encryption
    ? await clearFreeSpace(medium, comparing ?? medium, encryption, maps, {
        buffers: [bufferAt(buffers, 0), bufferAt(buffers, 1)],
        signal,
        onProgress,
      })
    : null;
  const bytes = placedBytes(toWrite());
  await writeChunks(medium, toWrite(), bytes, content, means, writing);
  feed.doneLoading();

  const tableBytes = head.length + tail.length;
  const tableBuffers = [bufferAt(buffers, 0), bufferAt(buffers, 1), bufferAt(buffers, 2)] as const;
  const writtenBytes = bytes + tableBytes;
  const resumedBytes = placedBytes(inPlace());
  if (!comparing) {
    onProgress('flushing', 0, writtenBytes);
    stopIfCancelled(signal);
    await writeTables(medium, null, content, tableBuffers, onStick);
    await medium.finish();
    onProgress('flushing', writtenBytes, writtenBytes);
    onStick('finished');
    return { writtenBytes, resumedBytes, verifiedBytes: 0, freeSpace };
  }

  onProgress('flushing', 0, bytes);
  await medium.flush();
  onProgress('flushing', bytes, bytes);

  // A drive that holds less than it claims may have overwritten what was in place before.
  const again = spread([...inPlace()], SECOND_LOOKS);
  const comparedBytes = placedBytes(again) + bytes;
  const total = comparedBytes + tableBytes;
  onProgress('verifying', 0, total);
  await verify(medium, comparing, joined(again, toWrite()), total, content, means, writing);
  stopIfCancelled(signal);
  await writeTables(medium, comparing, content, tableBuffers, onStick);
  await medium.finish();
  onProgress('verifying', total, total);
  onStick('finished');
  const verifiedBytes = writtenBytes + resumedBytes;
  return { writtenBytes, resumedBytes, verifiedBytes, freeSpace };
}

function keepsNothing(): boolean {
  return false;
}

/**
 * Reads what is on the medium up to the first chunk that isn't what it should be. Returns which chunks
 * are in place: those before it, except where erasing the partition tables is about to destroy them.
 */
async function findInPlace(
  medium: Medium,
  comparing: Readable,
  maps: readonly BlockMap[],
  { buffers }: WriterMeans,
  { signal, onProgress }: Writing,
): Promise<(placed: Placed) => boolean> {
  const survives = ({ chunk }: Placed): boolean => !liesInTableArea(chunk, medium.sizeBytes);
  const total = placedBytes(filter(inTargetOrder(maps), survives));
  let done = 0;
  onProgress('resuming', 0, total);
  const difference = await firstDifference(comparing, filter(inTargetOrder(maps), survives), {
    buffers,
    hash: await chunkHasher(),
    // Only what is written as it is can be gone on with.
    coding: chunkCoding(undefined),
    signal,
    onEqual: (chunkBytes) => {
      done += chunkBytes;
      onProgress('resuming', done, total);
    },
    // What was being written when the earlier job broke off may be readable only once it is written again.
    unreadableDiffers: true,
  });
  const end = difference?.placed.chunk.targetOffset ?? Infinity;
  return (placed) => placed.chunk.targetOffset < end && survives(placed);
}

/** Writes chunks in their order, ascending on the target. */
export async function writeChunks(
  medium: Medium,
  chunks: Iterable<Placed>,
  total: number,
  { encryption }: Pick<StickContent, 'encryption'>,
  { feed, buffers }: Pick<WriterMeans, 'feed' | 'buffers'>,
  { signal, onProgress }: Pick<Writing, 'signal' | 'onProgress'>,
): Promise<void> {
  const coding = chunkCoding(encryption);
  const zeros = medium.fresh ? Buffer.alloc(medium.chunkBytes) : null;
  let done = 0;
  onProgress('writing', 0, total);

  const writeChunk = async (loaded: LoadedChunk, offset: number): Promise<void> => {
    const { bytes } = loaded;
    try {
      for (let start = 0; start < bytes.length; start += medium.chunkBytes) {
        const piece = bytes.subarray(start, start + medium.chunkBytes);
        const isHole = zeros?.subarray(0, piece.length).equals(piece) ?? false;
        if (!isHole) await medium.write(piece, offset + start);
        done += piece.length;
        onProgress('writing', done, total);
      }
    } finally {
      loaded.release();
    }
  };

  // One write for each buffer may be under way. Chunks are loaded one after the other, so that writes
  // are started in ascending order; a buffer's last write is awaited before it is filled again.
  const writes = buffers.slice(0, medium.writesInFlight).map(() => Promise.resolve());
  let turn = 0;
  try {
    for (const placed of chunks) {
      const slot = turn++ % writes.length;
      await writes[slot];
      stopIfCancelled(signal);
      const own = bufferAt(buffers, slot);
      const plain = await feed.load(placed, own);
      const loaded = coding.changes(placed) ? encoded(placed, plain, own, coding) : plain;
      const write = writeChunk(loaded, placed.chunk.targetOffset);
      // It is awaited in its next turn; until then a failure must not count as unhandled.
      write.catch(() => undefined);
      writes[slot] = write;
    }
    await Promise.all(writes);
  } finally {
    await Promise.allSettled(writes);
  }
}

/** What is loaded may be shared with other writers, and is as it is for them: it is encoded in this writer's own memory. */
function encoded(
  placed: Placed,
  plain: LoadedChunk,
  own: Buffer,
  coding: ChunkCoding,
): LoadedChunk {
  const bytes = own.subarray(0, placed.chunk.length);
  bytes.set(plain.bytes);
  plain.release();
  coding.encode(placed, bytes);
  return { bytes, release: () => undefined };
}

/** Reads chunks back. Throws `verify/mismatch`, `work/damaged`, `cancelled`. */
export async function verify(
  medium: Medium,
  comparing: Readable,
  chunks: Iterator<Placed>,
  total: number,
  { maps, encryption }: Pick<StickContent, 'maps' | 'encryption'>,
  { feed, buffers }: Pick<WriterMeans, 'feed' | 'buffers'>,
  { signal, onProgress }: Pick<Writing, 'signal' | 'onProgress'>,
): Promise<void> {
  const hash = await chunkHasher();
  const coding = chunkCoding(encryption);
  let done = 0;
  const difference = await firstDifference(comparing, chunks, {
    buffers,
    hash,
    coding,
    signal,
    onEqual: (chunkBytes) => {
      done += chunkBytes;
      onProgress('verifying', done, total);
    },
    unreadableDiffers: false,
  });
  if (difference)
    throw await explainDifference(medium.path, difference, { feed, maps, hash, coding, signal });
}

function* filter(
  chunks: Iterable<Placed>,
  wanted: (placed: Placed) => boolean,
): Generator<Placed, void, undefined> {
  for (const placed of chunks) if (wanted(placed)) yield placed;
}

function* joined(...lists: Iterable<Placed>[]): Generator<Placed, void, undefined> {
  for (const list of lists) yield* list;
}

/** At most `count` of them, evenly spread, the first included. */
function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(Math.ceil(items.length / count), 1);
  return items.filter((_, index) => index % step === 0);
}

function bufferAt(buffers: readonly Buffer[], index: number): Buffer {
  const buffer = buffers[index];
  if (!buffer) throw new Error(`no buffer ${String(index)}`);
  return buffer;
}
