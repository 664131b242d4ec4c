import type { Stats } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { messageOf, stickError, StickError } from '../../../src-shared/errors';
import {
  everyRecord,
  findRecords,
  summaryOf,
  type RecordList,
  type RecordQuery,
  type RecordSummary,
  type StickRecord,
} from '../../../src-shared/records';
import { errorCode, flushFolder, isNameInUse, readSmallBytes, whileLocked } from '../../io';
import {
  parseRecord,
  RECORD_FILE_BYTES,
  recordFileName,
  recordIdOf,
  writeRecord,
  type RecordText,
} from './record-file';
import { INDEX_FILE, readIndex, writeIndex, type RecordIndex } from './record-index';

const FOLDER = 'records';
const UNSENT_FOLDER = 'unsent';
const SET_ASIDE_FOLDER = 'set-aside';
/** So many records may be missing in the index before it is written anew: each costs a file to read, an index ten thousand's bytes. */
const MOST_UNINDEXED = 100;
/** Files that are looked at at the same time. */
const AT_ONCE = 64;
const LONGEST_INDEX_WAIT_MS = 1000;

/** A part of those that match. */
export interface Part {
  offset: number;
  limit: number;
}

/**
 * The records of this user: one file each, in a folder of their own, which the wizard and commands may use at the same time. A file is
 * replaced whole, so that a crash leaves the old or the new one. Reading takes no lock. What is damaged, or written by a later version,
 * is told of and stays as it is.
 * All methods throw `records/unusable`; those that write `records/busy`, and the reason of `signal`, too.
 */
export class RecordStore {
  readonly folder: string;
  /** What waits to be appended to the file that gets a line for each record, by IDs. */
  readonly unsentFolder: string;
  /** Files that were no records any more. */
  readonly setAsideFolder: string;
  /** What was read before, in this process. */
  private known: RecordIndex | null = null;

  constructor(dataFolder: string) {
    this.folder = join(dataFolder, FOLDER);
    this.unsentFolder = join(this.folder, UNSENT_FOLDER);
    this.setAsideFolder = join(this.folder, SET_ASIDE_FOLDER);
  }

  /** Keeps a record, in place of one with the same ID. */
  async write(record: StickRecord, signal: AbortSignal): Promise<void> {
    await this.change(signal, async () => {
      const path = join(this.folder, recordFileName(record.id));
      await writeFileAtomic(path, writeRecord(record), { mode: 0o600 });
      await flushFolder(this.folder);
    });
  }

  /** Throws `records/not-found`, `records/unreadable`. */
  async read(id: string): Promise<StickRecord> {
    const text = await this.guarded(() => this.load(id));
    if (text === null) throw stickError('records/not-found', { id });
    if (text.state === 'whole') return asItIs(text.record);
    throw stickError('records/unreadable', { path: join(this.folder, recordFileName(id)) });
  }

  /** Those that match, newest first, or a part of them. */
  async list(query: RecordQuery, part: Part = { offset: 0, limit: Infinity }): Promise<RecordList> {
    return this.guarded(async () => {
      const { summaries, damaged, newer } = await this.summaries();
      const found = findRecords(summaries, query);
      return {
        records: found.slice(part.offset, part.offset + part.limit),
        matching: found.length,
        kept: summaries.length,
        damaged,
        newer,
      };
    });
  }

  /** Removes a record and all that is derived of it. Throws `records/not-found`. */
  async remove(id: string, signal: AbortSignal): Promise<void> {
    await this.change(signal, async () => {
      const path = join(this.folder, recordFileName(id));
      if ((await statOf(path)) === null) throw stickError('records/not-found', { id });
      const index = await readIndex(this.folder);
      if (index.delete(id)) await writeIndex(this.folder, index);
      await rm(join(this.unsentFolder, id), { force: true });
      await rm(path);
      await flushFolder(this.folder);
    });
    this.known?.delete(id);
  }

  /** Moves what is damaged out of the way, whole, into a folder of its own. Answers where each file is now. */
  async setAside(signal: AbortSignal): Promise<string[]> {
    const { damaged } = await this.list(everyRecord);
    if (damaged.length === 0) return [];
    return this.change(signal, async () => {
      await mkdir(this.setAsideFolder, { recursive: true, mode: 0o700 });
      const moved: string[] = [];
      for (const path of damaged) {
        const id = recordIdOf(basename(path));
        // Another process may have written it anew since it was looked at.
        if (id === null || (await this.load(id))?.state !== 'damaged') continue;
        // The time keeps what was set aside under the same ID before.
        const place = join(this.setAsideFolder, `${id}-${String(Date.now())}.json`);
        await rename(path, place);
        moved.push(place);
      }
      await flushFolder(this.setAsideFolder);
      await flushFolder(this.folder);
      return moved;
    });
  }

  /**
   * Removes all records, also those that can't be read, and all that is derived of them. Answers how many there were. A job that is still
   * running writes its records again when it ends.
   */
  async wipe(signal: AbortSignal): Promise<number> {
    return this.change(signal, async () => {
      await rm(join(this.folder, INDEX_FILE), { force: true });
      await rm(this.unsentFolder, { recursive: true, force: true });
      await rm(this.setAsideFolder, { recursive: true, force: true });
      const names = (await readdir(this.folder)).filter((name) => recordIdOf(name) !== null);
      for (const name of names) await rm(join(this.folder, name), { force: true });
      await flushFolder(this.folder);
      this.known = null;
      return names.length;
    });
  }

  private async change<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const busy = (path: string): StickError => stickError('records/busy', { path });
    return this.guarded(async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      return whileLocked(this.folder, { signal, busy }, async () => {
        await this.removeLeftovers();
        return work();
      });
    });
  }

  /** What processes that were killed had begun to write: only who has the lock writes such files. */
  private async removeLeftovers(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const whole = name.replace(/\.\d+$/, '');
      const isLeftover = whole !== name && (whole === INDEX_FILE || recordIdOf(whole) !== null);
      if (isLeftover) await rm(join(this.folder, name), { force: true });
    }
  }

  private async summaries(): Promise<{
    summaries: RecordSummary[];
    damaged: string[];
    newer: number;
  }> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    });
    const ids = names.map(recordIdOf).filter((id) => id !== null);
    const before = this.known ?? (await readIndex(this.folder));
    const next: RecordIndex = new Map();
    const summaries: RecordSummary[] = [];
    const damaged: string[] = [];
    let [newer, unindexed] = [0, 0];
    await eachOf(ids, async (id) => {
      const path = join(this.folder, recordFileName(id));
      const file = await statOf(path);
      if (file === null) return;
      const entry = before.get(id);
      if (entry?.sizeBytes === file.size && entry.changedMs === file.mtimeMs) {
        next.set(id, entry);
        summaries.push(entry.summary);
        return;
      }
      const text = await this.load(id);
      if (text?.state === 'damaged') damaged.push(path);
      else if (text?.state === 'newer') newer += 1;
      else if (text !== null) {
        const summary = summaryOf(await asItIs(text.record));
        summaries.push(summary);
        // Whether a job still runs is seen anew each time.
        if (text.record.outcome.result === 'running') return;
        next.set(id, { sizeBytes: file.size, changedMs: file.mtimeMs, summary });
        unindexed += 1;
      }
    });
    const hasGone = [...before.keys()].some((id) => !next.has(id));
    this.known = next;
    if (hasGone || unindexed > MOST_UNINDEXED) await this.renewIndex(next);
    return { summaries, damaged: damaged.sort(), newer };
  }

  /** The list doesn't depend on it, so it is left as it is where it can't be written. */
  private async renewIndex(index: RecordIndex): Promise<void> {
    const signal = AbortSignal.timeout(LONGEST_INDEX_WAIT_MS);
    await this.change(signal, async () => {
      // What was removed meanwhile must not come back.
      const there = new Set((await readdir(this.folder)).map(recordIdOf));
      await writeIndex(this.folder, new Map([...index].filter(([id]) => there.has(id))));
    }).catch(() => undefined);
  }

  /** Null for none. */
  private async load(id: string): Promise<RecordText | null> {
    const path = join(this.folder, recordFileName(id));
    if ((await statOf(path)) === null) return null;
    const bytes = await readSmallBytes(path, RECORD_FILE_BYTES);
    return parseRecord(bytes.toString('utf8'), id);
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      const isOurs =
        cause instanceof StickError || (cause instanceof Error && ABORTS.has(cause.name));
      if (isOurs) throw cause;
      const message = messageOf(cause);
      throw stickError('records/unusable', { path: this.folder, message }, { cause });
    }
  }
}

/** What signals give as their reason when somebody cancels, and when the time is over. */
const ABORTS = new Set(['AbortError', 'TimeoutError']);

/** A job whose process is gone broke off. */
async function asItIs(record: StickRecord): Promise<StickRecord> {
  const { outcome } = record;
  if (outcome.result !== 'running' || (await isNameInUse(outcome.process))) return record;
  return { ...record, outcome: { result: 'broken-off', phase: outcome.phase } };
}

/** Null for what isn't there. */
async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
