import {
  stickError,
  toStickError,
  type StickError,
  type StickState,
} from '../../src-shared/errors';
import { SECTOR, alignDown, alignUp } from '../../src-shared/units';
import { bootParts, isVhdx, placeOfVhdxDisk } from '../disk';
import type { BlockMap, ByteRange } from '../disk/extent';
import { slice, type ByteSource } from '../io';
import { checkChunks, inTargetOrder, placedBytes } from './block-map';
import { stopIfCancelled } from './cancel';
import type { Medium, OpenMedium } from './medium';
import { verify, writeChunks, type WriterMeans, type Writing } from './writer';

export interface NewParts {
  maps: readonly BlockMap[];
  /** Where they may lie: `bootPartsOf`. */
  parts: readonly ByteRange[];
}

/** Bytes. */
export interface Rewritten {
  writtenBytes: number;
  verifiedBytes: number;
}

/**
 * Writes into the parts of a stick that only start it, flushes, and reads back past every cache. Nothing is erased, and nothing
 * outside of those parts is touched. Every error tells the state of the stick: its files are there in any case. Throws
 * `internal` for any other place, before the first byte is written.
 */
export async function rewriteParts(
  medium: Medium,
  { maps, parts }: NewParts,
  means: WriterMeans,
  { signal, onProgress, onStick }: Writing,
): Promise<Rewritten> {
  let { state } = means;
  const reached = (next: StickState): void => {
    state = next;
    onStick(next);
  };
  try {
    checkChunks(maps, { offset: 0, length: medium.sizeBytes });
    refuseElsewhere(maps, parts);
    stopIfCancelled(signal);
    const total = placedBytes(inTargetOrder(maps));
    const comparing = await medium.openForComparing();
    try {
      reached('kept');
      await writeChunks(medium, inTargetOrder(maps), total, {}, means, { signal, onProgress });
      means.feed.doneLoading();
      onProgress('flushing', 0, total);
      await medium.flush();
      onProgress('flushing', total, total);
      if (!comparing) return { writtenBytes: total, verifiedBytes: 0 };
      onProgress('verifying', 0, total);
      const written = inTargetOrder(maps);
      const watch = { signal, onProgress };
      await verify(medium, comparing, written, total, { maps }, means, watch);
      return { writtenBytes: total, verifiedBytes: total };
    } finally {
      await comparing?.close();
    }
  } catch (error) {
    throw toStickError(error, state).withStick(state);
  }
}

/** What may be rewritten of a medium, also where it is a file with a virtual disk. `buffer`: aligned, of a MiB at least. */
export async function bootPartsOf(medium: OpenMedium, buffer: Buffer): Promise<ByteRange[]> {
  const source = sourceOf(medium, buffer);
  if (!(await isVhdx(source))) return bootParts(source);
  const disk = await placeOfVhdxDisk(source, medium.path);
  const parts = await bootParts(slice(source, disk.offset, disk.length));
  return parts.map(({ offset, length }) => ({ offset: disk.offset + offset, length }));
}

/** Reads through one buffer: one piece at a time. */
function sourceOf(medium: OpenMedium, buffer: Buffer): ByteSource {
  return {
    size: medium.sizeBytes,
    async read(offset, length) {
      const start = alignDown(offset, SECTOR);
      const end = alignUp(offset + length, SECTOR);
      if (offset < 0 || end > medium.sizeBytes) throw new RangeError('reading past the end');
      if (end - start > buffer.length) throw new RangeError('reading too much at once');
      const sectors = buffer.subarray(0, end - start);
      await medium.read(sectors, start);
      return Buffer.from(sectors.subarray(offset - start, offset - start + length));
    },
  };
}

function refuseElsewhere(maps: readonly BlockMap[], parts: readonly ByteRange[]): void {
  for (const { chunk } of inTargetOrder(maps)) {
    const { targetOffset: from, length } = chunk;
    const isInside = parts.some(
      (part) => part.offset <= from && from + length <= part.offset + part.length,
    );
    if (!isInside) throw elsewhere(from);
  }
}

function elsewhere(offset: number): StickError {
  const message = `byte ${String(offset)} is to be rewritten, which is no part that starts the stick`;
  return stickError('internal', { message });
}
