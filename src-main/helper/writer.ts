import { toStickError, type StickState } from '../../src-shared/errors';
import type { Phase } from '../../src-shared/job';
import { MiB } from '../../src-shared/units';
import type { Extent } from '../disk/extent';
import { alignedBuffers } from './aligned';
import { CHUNK_BYTES, checkBlockMap, chunksOf, mappedBytes } from './block-map';
import { stopIfCancelled } from './cancel';
import type { Medium, Readable } from './medium';
import { mismatch } from './mismatch';
import type { SourceFile } from './source-file';

/** Comparisons under way at once; each holds a chunk of the medium and one of the source. */
const COMPARISONS_IN_FLIGHT = 2;

export type WritingPhase = Extract<Phase, 'writing' | 'verifying' | 'flushing'>;

export interface StickContent {
  sources: readonly SourceFile[];
  /** Ascending by target offset, as in WriteRequest. */
  extents: readonly Extent[];
  head: Buffer;
  tail: Buffer;
}

export interface Writing {
  signal: AbortSignal;
  onProgress: (phase: WritingPhase, doneBytes: number, totalBytes: number) => void;
  /** Called before the state of the stick changes. */
  onStick: (state: StickState) => void;
}

/**
 * Makes a stick: erases where partition tables lie, writes the content in ascending order, reads it
 * back past every cache, and only then writes the table: the tail, then the head. Whatever happens
 * before that leaves no table. Every error tells the state of the stick.
 */
export async function writeStick(
  medium: Medium,
  content: StickContent,
  writing: Writing,
): Promise<{ writtenBytes: number; verifiedBytes: number }> {
  let state: StickState = 'untouched';
  const reached = (next: StickState): void => {
    state = next;
    writing.onStick(next);
  };
  try {
    const { sources, extents, head, tail } = content;
    const sourceBytes = sources.map((source) => source.sizeBytes);
    checkBlockMap(
      { sourceBytes, extents, headBytes: head.length, tailBytes: tail.length },
      medium.sizeBytes,
    );
    stopIfCancelled(writing.signal);

    reached('unfinished');
    if (!medium.fresh) await eraseTables(medium);
    await writeExtents(medium, content, writing);
    const comparing = await medium.openForComparing();
    let verifiedBytes = 0;
    try {
      if (comparing) {
        await medium.flush();
        verifiedBytes = await compareExtents(comparing, medium, content, writing);
      }
      stopIfCancelled(writing.signal);
      verifiedBytes += await writeTables(medium, comparing, content, writing, reached);
    } finally {
      await comparing?.close();
    }
    await medium.finish();
    reached('finished');
    return { writtenBytes: mappedBytes(extents) + head.length + tail.length, verifiedBytes };
  } catch (error) {
    throw toStickError(error, state).withStick(state);
  }
}

/** First and last MiB: where every kind of partition table, and its copy, lies. */
async function eraseTables(medium: Medium): Promise<void> {
  const zeros = alignedZeros(MiB);
  await medium.write(zeros, 0);
  await medium.write(zeros, medium.sizeBytes - MiB);
  await medium.flush();
}

async function writeExtents(
  medium: Medium,
  content: StickContent,
  { signal, onProgress }: Writing,
): Promise<void> {
  const buffers = alignedBuffers(medium.writesInFlight, medium.chunkBytes);
  const zeros = medium.fresh ? Buffer.alloc(medium.chunkBytes) : null;
  const total = mappedBytes(content.extents);
  let done = 0;
  onProgress('writing', 0, total);

  const writeChunk = async (chunk: Buffer, offset: number): Promise<void> => {
    const isHole = zeros?.subarray(0, chunk.length).equals(chunk) ?? false;
    if (!isHole) await medium.write(chunk, offset);
    done += chunk.length;
    onProgress('writing', done, total);
  };

  // One write for each buffer may be under way. Chunks are read one after the other, so that writes
  // are started in ascending order; a buffer's last write is awaited before it is filled again.
  const writes = buffers.map(() => Promise.resolve());
  let turn = 0;
  try {
    for (const { source, sourceOffset, targetOffset, length } of chunksOf(
      content.extents,
      medium.chunkBytes,
    )) {
      const slot = turn++ % buffers.length;
      await writes[slot];
      stopIfCancelled(signal);
      const chunk = bufferAt(buffers, slot).subarray(0, length);
      await sourceAt(content.sources, source).read(chunk, sourceOffset);
      const write = writeChunk(chunk, targetOffset);
      // It is awaited in its next turn; until then a failure must not count as unhandled.
      write.catch(() => undefined);
      writes[slot] = write;
    }
    await Promise.all(writes);
  } finally {
    await Promise.allSettled(writes);
  }
}

async function compareExtents(
  comparing: Readable,
  medium: Medium,
  content: StickContent,
  { signal, onProgress }: Writing,
): Promise<number> {
  const total = mappedBytes(content.extents);
  const chunks = chunksOf(content.extents);
  let done = 0;
  let failed = false;
  onProgress('verifying', 0, total);

  const compareInTurn = async (found: Buffer, expected: Buffer): Promise<void> => {
    for (const { source, sourceOffset, targetOffset, length } of chunks) {
      if (failed) return;
      stopIfCancelled(signal);
      const a = found.subarray(0, length);
      const b = expected.subarray(0, length);
      await Promise.all([
        comparing.read(a, targetOffset),
        sourceAt(content.sources, source).read(b, sourceOffset),
      ]);
      if (!a.equals(b)) throw mismatch(medium.path, targetOffset, a, b);
      done += length;
      onProgress('verifying', done, total);
    }
  };
  const buffers = alignedBuffers(2 * COMPARISONS_IN_FLIGHT, CHUNK_BYTES);
  const turns = Array.from({ length: COMPARISONS_IN_FLIGHT }, (_, index) =>
    compareInTurn(bufferAt(buffers, 2 * index), bufferAt(buffers, 2 * index + 1)).catch(
      (error: unknown) => {
        failed = true;
        throw error;
      },
    ),
  );
  try {
    await Promise.all(turns);
  } finally {
    await Promise.allSettled(turns);
  }
  return total;
}

/** Writes both copies of the partition table and returns how many bytes of them were read back. */
async function writeTables(
  medium: Medium,
  comparing: Readable | null,
  { head, tail }: StickContent,
  { onProgress }: Writing,
  reached: (state: StickState) => void,
): Promise<number> {
  const total = head.length + tail.length;
  const places = [
    { bytes: alignedCopy(tail), offset: medium.sizeBytes - tail.length },
    { bytes: alignedCopy(head), offset: 0 },
  ].filter(({ bytes }) => bytes.length > 0);

  onProgress('flushing', 0, total);
  reached('unknown');
  try {
    for (const { bytes, offset } of places) {
      await medium.write(bytes, offset);
      await medium.flush();
    }
    if (comparing) {
      for (const { bytes, offset } of places) {
        const found = alignedZeros(bytes.length);
        await comparing.read(found, offset);
        if (!found.equals(bytes)) throw mismatch(medium.path, offset, found, bytes);
      }
    }
  } catch (error) {
    if (await triedToErase(medium)) reached('unfinished');
    throw error;
  }
  onProgress('flushing', total, total);
  return comparing ? total : 0;
}

/** After a failure at the very end: a stick with half a table must not be taken for a finished one. */
async function triedToErase(medium: Medium): Promise<boolean> {
  try {
    await eraseTables(medium);
    return true;
  } catch {
    return false;
  }
}

function alignedZeros(bytes: number): Buffer {
  return bufferAt(alignedBuffers(1, bytes), 0);
}

function alignedCopy(bytes: Buffer): Buffer {
  const copy = alignedZeros(bytes.length);
  bytes.copy(copy);
  return copy;
}

function bufferAt(buffers: readonly Buffer[], index: number): Buffer {
  const buffer = buffers[index];
  if (!buffer) throw new Error(`no buffer ${String(index)}`);
  return buffer;
}

function sourceAt(sources: readonly SourceFile[], index: number): SourceFile {
  const source = sources[index];
  if (!source) throw new Error(`no source ${String(index)}`);
  return source;
}
