import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { messageOf, stickError } from '../../../src-shared/errors';
import { MiB, SECTOR } from '../../../src-shared/units';
import type { OpenTarget } from '../../host';
import { openFileSource, readSmallFile, slice, type ByteSource } from '../../io';
import { mapExtents } from '../block-maps';
import { isOurFolder } from '../work-folder';
import { withChanges } from './change';

/*
 * What lay where a repair writes, and what it writes there, kept in a folder of the work folder as long as the repair takes. A folder
 * that is still there belongs to one that was killed, or could not be taken back.
 */

const PREFIX = 'repair-saved-';
const RECORD = 'record.json';
const bytesField = z.number().int().nonnegative();
const ExtentSchema = z.strictObject({
  sourceOffset: bytesField,
  targetOffset: bytesField,
  length: z.number().int().positive().multipleOf(SECTOR),
});
const StageSchema = z.strictObject({
  /** Names of two files of the folder. */
  saved: z.string().regex(/^[a-z]+-\d+\.bin$/),
  wanted: z.string().regex(/^[a-z]+-\d+\.bin$/),
  /** Where what is in the files lies on the target. */
  extents: z.array(ExtentSchema).max(100_000),
});
const RecordSchema = z.strictObject({
  version: z.literal(1),
  targetBytes: bytesField,
  stages: z.array(StageSchema).max(16),
});
export type SavedStage = z.infer<typeof StageSchema>;

export interface SavedParts {
  path: string;
  /** All files are there: from now on it can be told what to put back. */
  seal(targetBytes: number, stages: readonly SavedStage[]): Promise<void>;
  /** Never fails: what is left of a repair that came to its end does no harm. */
  remove(): Promise<void>;
}

/** Throws `work/unusable`. */
export async function newSavedParts(workFolder: string): Promise<SavedParts> {
  const path = join(workFolder, `${PREFIX}${randomUUID()}`);
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const message = messageOf(error);
    throw stickError('work/unusable', { path: workFolder, message }, { cause: error });
  }
  return {
    path,
    async seal(targetBytes, stages) {
      const record = { version: 1, targetBytes, stages };
      await writeFileAtomic(join(path, RECORD), JSON.stringify(record), { mode: 0o600 });
    },
    remove: () => rm(path, { recursive: true, force: true }).catch(() => undefined),
  };
}

/** A repair of this target that was broken off, as it was found. */
export interface BrokenOffRepair {
  /** The target as it was before. */
  before: ByteSource;
  /** Writes back what was there before, and forgets the repair. Throws what `rewrite` throws. */
  takeBack(open: OpenTarget): Promise<void>;
  /** Ends reading what is kept. */
  close(): Promise<void>;
}

/**
 * Looks for a repair of this target that was broken off. Every sector that it would write has to hold what it wrote or what was there
 * before, and at least one of them the former: anything else is another target, or has been used since. One that had come to its end is
 * none. What can't be read or makes no sense is left alone.
 */
export async function findBrokenOff(
  source: ByteSource,
  workFolder: string,
): Promise<BrokenOffRepair | null> {
  const names = await readdir(workFolder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const found = await brokenOffIn(source, join(workFolder, name)).catch(() => null);
    if (found) return found;
  }
  return null;
}

async function brokenOffIn(source: ByteSource, path: string): Promise<BrokenOffRepair | null> {
  if (!isOurFolder(await lstat(path))) return null;
  const record = RecordSchema.parse(JSON.parse(await readSmallFile(join(path, RECORD))));
  if (record.targetBytes !== source.size) return null;
  const opened: { stage: SavedStage; saved: ByteSource }[] = [];
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0)) await closer();
  };
  try {
    const seen = { saved: 0, wanted: 0 };
    for (const stage of record.stages) {
      const saved = await openFileSource(join(path, stage.saved));
      closers.push(() => saved.close());
      const wanted = await openFileSource(join(path, stage.wanted));
      closers.push(() => wanted.close());
      if (!(await countSectors(source, { saved, wanted }, stage, seen))) throw new Error('another');
      opened.push({ stage, saved });
    }
    if (seen.wanted === 0 || seen.saved === 0) throw new Error('not begun, or finished');
  } catch {
    await close();
    return null;
  }
  return {
    before: withChanges(source, opened.flatMap(changesOf)),
    async takeBack(open) {
      const { signal } = new AbortController();
      for (const { saved, extents } of [...record.stages].reverse()) {
        const map = await mapExtents(join(path, saved), extents, 0, signal);
        await open.rewrite([map], { signal, onProgress: () => undefined });
      }
      await close();
      await rm(path, { recursive: true, force: true });
    },
    close,
  };
}

function changesOf({ stage, saved }: { stage: SavedStage; saved: ByteSource }) {
  return stage.extents.map(({ sourceOffset, targetOffset, length }) => ({
    step: { startByte: targetOffset },
    content: slice(saved, sourceOffset, length),
  }));
}

/** Counts which sectors are which; where both are the same they count as neither. False at one that is neither. */
async function countSectors(
  target: ByteSource,
  { saved, wanted }: { saved: ByteSource; wanted: ByteSource },
  { extents }: SavedStage,
  seen: { saved: number; wanted: number },
): Promise<boolean> {
  for (const { sourceOffset, targetOffset, length } of extents) {
    for (let done = 0; done < length; done += MiB) {
      const bytes = Math.min(MiB, length - done);
      const found = await target.read(targetOffset + done, bytes);
      const old = await saved.read(sourceOffset + done, bytes);
      const fresh = await wanted.read(sourceOffset + done, bytes);
      for (let at = 0; at < bytes; at += SECTOR) {
        const sector = found.subarray(at, at + SECTOR);
        const isOld = sector.equals(old.subarray(at, at + SECTOR));
        const isFresh = sector.equals(fresh.subarray(at, at + SECTOR));
        if (!isOld && !isFresh) return false;
        if (isOld && !isFresh) seen.saved += 1;
        if (isFresh && !isOld) seen.wanted += 1;
      }
    }
  }
  return true;
}
