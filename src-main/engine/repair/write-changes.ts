import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, stickError, toStickError } from '../../../src-shared/errors';
import type { Phase } from '../../../src-shared/job';
import { MiB } from '../../../src-shared/units';
import type { BlockMap, ByteRange, Extent } from '../../disk';
import type { OpenTarget, RewriteResult } from '../../host';
import type { ByteSource } from '../../io';
import { mapExtents } from '../block-maps';
import { differences, type Change } from './change';
import { newSavedParts, type SavedStage } from './saved-parts';

/** One change, ready to be written and to be taken back. */
interface Stage {
  wanted: BlockMap;
  /** What is there now. */
  saved: BlockMap;
  record: SavedStage;
}

export interface WritingChanges {
  signal: AbortSignal;
  onProgress: (phase: Phase, doneBytes: number, totalBytes: number) => void;
}

export interface WhereToWrite {
  /** Name of the target, for errors. */
  target: string;
  open: Pick<OpenTarget, 'rewrite' | 'sizeBytes'>;
  disk: ByteSource;
  /** Where the disk begins in the target, in bytes. */
  diskOffset: number;
  /** What is there now is kept in it for as long as that takes. */
  workFolder: string;
}

/**
 * Writes the changes one after the other, each read back before the next. When one fails or is cancelled, what was there before
 * is written back, in the reverse order: the error then says `untouched`. Where that fails, too, throws `repair/not-undone`, and what was
 * there is kept.
 */
export async function writeChanges(
  where: WhereToWrite,
  changes: readonly Change[],
  { signal, onProgress }: WritingChanges,
): Promise<RewriteResult> {
  const saved = await newSavedParts(where.workFolder);
  const begun: Stage[] = [];
  try {
    const stages: Stage[] = [];
    for (const change of changes) {
      stages.push(await prepare(where, saved.path, change, String(stages.length + 1), signal));
    }
    const records = stages.map(({ record }) => record);
    await saved.seal(where.open.sizeBytes, records);
    const done: RewriteResult = { writtenBytes: 0, verifiedBytes: 0 };
    for (const stage of stages) {
      if (signal.aborted) throw stickError('cancelled', {});
      begun.push(stage);
      const result = await where.open.rewrite([stage.wanted], { signal, onProgress });
      done.writtenBytes += result.writtenBytes;
      done.verifiedBytes += result.verifiedBytes;
    }
    await saved.remove();
    return done;
  } catch (error) {
    const failure = toStickError(error);
    await undo(where, begun, saved.path, failure.message);
    await saved.remove();
    throw failure.withStick('untouched');
  }
}

async function undo(
  { open: held, target }: WhereToWrite,
  begun: readonly Stage[],
  saved: string,
  why: string,
): Promise<void> {
  // Nothing may keep it from being finished.
  const { signal } = new AbortController();
  try {
    for (const stage of [...begun].reverse()) {
      await held.rewrite([stage.saved], { signal, onProgress: () => undefined });
    }
  } catch (error) {
    throw stickError(
      'repair/not-undone',
      { target, message: messageOf(error), saved },
      { stick: 'kept', cause: error, detail: why },
    );
  }
}

/** Puts what is wanted, and what is there, into two files: only what differs. */
async function prepare(
  { disk, diskOffset }: WhereToWrite,
  folder: string,
  change: Change,
  number: string,
  signal: AbortSignal,
): Promise<Stage> {
  const { startByte } = change.step;
  const ranges = await differences(disk, change);
  const names = { saved: `saved-${number}.bin`, wanted: `wanted-${number}.bin` };
  const savedPath = join(folder, names.saved);
  const wantedPath = join(folder, names.wanted);
  await saveRanges(savedPath, ranges, (at, length) => disk.read(startByte + at, length));
  await saveRanges(wantedPath, ranges, (at, length) => change.content.read(at, length));
  const extents = packed(ranges, diskOffset + startByte);
  return {
    wanted: await mapExtents(wantedPath, extents, 0, signal),
    saved: await mapExtents(savedPath, extents, 0, signal),
    record: { ...names, extents },
  };
}

/** The ranges as they lie in a file, one directly after the other. `start`: where they begin on the target. */
function packed(ranges: readonly ByteRange[], start: number): Extent[] {
  let sourceOffset = 0;
  return ranges.map(({ offset, length }) => {
    const extent = { sourceOffset, targetOffset: start + offset, length };
    sourceOffset += length;
    return extent;
  });
}

async function saveRanges(
  path: string,
  ranges: readonly ByteRange[],
  read: (offset: number, length: number) => Promise<Buffer>,
): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for (const { offset, length } of ranges) {
      for (let done = 0; done < length; done += MiB) {
        await append(file, await read(offset + done, Math.min(MiB, length - done)));
      }
    }
    // It is all there is of what was on the stick, should the power fail.
    await file.sync();
  } finally {
    await file.close();
  }
}

async function append(file: FileHandle, bytes: Buffer): Promise<void> {
  await file.appendFile(bytes);
}
