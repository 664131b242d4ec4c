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

/** One change, ready to be written and to be taken back. */
interface Stage {
  wanted: BlockMap;
  /** What is there now. */
  saved: BlockMap;
}

export interface WritingChanges {
  signal: AbortSignal;
  onProgress: (phase: Phase, doneBytes: number, totalBytes: number) => void;
}

export interface WhereToWrite {
  /** Name of the target, for errors. */
  target: string;
  open: OpenTarget;
  disk: ByteSource;
  /** Where the disk begins in the target, in bytes. */
  diskOffset: number;
  /** Private folder. */
  folder: string;
  /** Keeps that folder for good, and tells where it is then. */
  keepFolder: () => Promise<string>;
}

/**
 * Writes the changes one after the other, each read back before the next. When one fails or is cancelled, what was there before
 * is written back, in the reverse order: the error then says `untouched`. Where that fails, too, throws `repair/not-undone`.
 */
export async function writeChanges(
  where: WhereToWrite,
  changes: readonly Change[],
  { signal, onProgress }: WritingChanges,
): Promise<RewriteResult> {
  const stages: Stage[] = [];
  for (const change of changes) {
    const name = String(stages.length + 1);
    stages.push(await prepare(where, change, name, signal));
  }
  const begun: Stage[] = [];
  const done: RewriteResult = { writtenBytes: 0, verifiedBytes: 0 };
  try {
    for (const stage of stages) {
      if (signal.aborted) throw stickError('cancelled', {});
      begun.push(stage);
      const result = await where.open.rewrite([stage.wanted], { signal, onProgress });
      done.writtenBytes += result.writtenBytes;
      done.verifiedBytes += result.verifiedBytes;
    }
    return done;
  } catch (error) {
    const failure = toStickError(error);
    await undo(where, begun, failure.message);
    throw failure.withStick('untouched');
  }
}

async function undo(
  { open: held, target, keepFolder }: WhereToWrite,
  begun: readonly Stage[],
  why: string,
): Promise<void> {
  // Nothing may keep it from being finished.
  const { signal } = new AbortController();
  try {
    for (const { saved } of [...begun].reverse()) {
      await held.rewrite([saved], { signal, onProgress: () => undefined });
    }
  } catch (error) {
    const saved = await keepFolder();
    throw stickError(
      'repair/not-undone',
      { target, message: messageOf(error), saved },
      { stick: 'kept', cause: error, detail: why },
    );
  }
}

/** Puts what is wanted, and what is there, into two files: only what differs. */
async function prepare(
  { disk, diskOffset, folder }: WhereToWrite,
  change: Change,
  name: string,
  signal: AbortSignal,
): Promise<Stage> {
  const { startByte } = change.step;
  const ranges = await differences(disk, change);
  const wantedPath = join(folder, `wanted-${name}.bin`);
  const savedPath = join(folder, `saved-${name}.bin`);
  await saveRanges(savedPath, ranges, (at, length) => disk.read(startByte + at, length));
  await saveRanges(wantedPath, ranges, (at, length) => change.content.read(at, length));
  const extents = packed(ranges);
  const start = diskOffset + startByte;
  return {
    wanted: await mapExtents(wantedPath, extents, start, signal),
    saved: await mapExtents(savedPath, extents, start, signal),
  };
}

/** The ranges as they lie in a file, one directly after the other. */
function packed(ranges: readonly ByteRange[]): Extent[] {
  let sourceOffset = 0;
  return ranges.map(({ offset, length }) => {
    const extent = { sourceOffset, targetOffset: offset, length };
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
