import { copyFile, constants, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {
  DIARY_FILE_BYTES,
  MOST_ENTRIES,
  mergeEntries,
  parseDiary,
  writeDiary,
  type Diary,
  type DiaryEntry,
  type DiaryText,
} from '../../../src-shared/diary';
import { messageOf, stickError, StickError } from '../../../src-shared/errors';
import { errorCode, flushFolder, readSmallBytes, whileLocked } from '../../io';

const FOLDER = 'diary';
const FILE = 'diary.json';
const DAMAGED = 'damaged-';

/**
 * The compatibility diary of this user: one file in a folder of its own, which the wizard and commands may use at the same
 * time. It is read, changed and replaced under a lock, so that no entry gets lost, and replaced whole, so that a crash leaves
 * the old or the new one. What is damaged is kept aside and told of; entries in it that can be read stay.
 * All methods throw `diary/unusable`, `diary/newer` and `diary/busy`.
 */
export class DiaryStore {
  private readonly folder: string;
  private readonly file: string;

  constructor(dataFolder: string) {
    this.folder = join(dataFolder, FOLDER);
    this.file = join(this.folder, FILE);
  }

  /** Takes no lock and changes nothing, unless the file is damaged. */
  async read(signal: AbortSignal): Promise<Diary> {
    return this.guarded(async () => {
      const found = await this.load();
      if (found.state !== 'damaged') return this.shown(found.entries);
      return this.change((entries) => entries, signal);
    });
  }

  /** Adds those that aren't there yet; the order of calls is no matter. Throws `diary/full` as well, and adds none then. */
  async add(more: readonly DiaryEntry[], signal: AbortSignal): Promise<Diary> {
    return this.guarded(() =>
      this.change((entries) => {
        const merged = mergeEntries(entries, more);
        if (merged.length <= MOST_ENTRIES) return merged;
        throw stickError('diary/full', { limit: MOST_ENTRIES });
      }, signal),
    );
  }

  /** Throws `diary/not-found` as well. */
  async remove(id: string, signal: AbortSignal): Promise<Diary> {
    return this.guarded(() =>
      this.change((entries) => {
        const rest = entries.filter((entry) => entry.id !== id);
        if (rest.length === entries.length) throw stickError('diary/not-found', { id });
        return rest;
      }, signal),
    );
  }

  private async change(
    next: (entries: DiaryEntry[]) => DiaryEntry[],
    signal: AbortSignal,
  ): Promise<Diary> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const busy = (path: string): StickError => stickError('diary/busy', { path });
    return whileLocked(this.folder, { signal, busy }, async () => {
      const found = await this.load();
      await this.removeLeftovers();
      if (found.state === 'damaged') await this.keepAside(found);
      const entries = next(found.entries);
      const text = writeDiary(entries);
      await writeFileAtomic(this.file, text, { mode: 0o600 });
      await flushFolder(this.folder);
      return this.shown(entries);
    });
  }

  /** Throws `diary/newer`, and errors of the file system as they are. */
  private async load(): Promise<Exclude<DiaryText, { state: 'newer' }>> {
    let bytes: Buffer;
    try {
      bytes = await readSmallBytes(this.file, DIARY_FILE_BYTES);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return { state: 'whole', entries: [] };
      throw error;
    }
    const text = parseDiary(bytes.toString('utf8'));
    if (text.state === 'newer') throw stickError('diary/newer', { path: this.file });
    return text;
  }

  /** Under another name, so that it can still be looked at. Where entries stay, the file does until they are written again. */
  private async keepAside({ entries }: { entries: readonly DiaryEntry[] }): Promise<void> {
    const time = new Date().toISOString().replaceAll(':', '-');
    const aside = join(this.folder, `${DAMAGED}${time}.json`);
    if (entries.length === 0) await rename(this.file, aside);
    else await copyFile(this.file, aside, constants.COPYFILE_EXCL);
  }

  /** What processes that were killed had begun to write: only who has the lock writes such files. */
  private async removeLeftovers(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const isLeftover = name.startsWith(`${FILE}.`) && /^\d+$/.test(name.slice(FILE.length + 1));
      if (isLeftover) await rm(join(this.folder, name), { force: true });
    }
  }

  private async shown(entries: DiaryEntry[]): Promise<Diary> {
    const names = await readdir(this.folder).catch(() => []);
    const damaged = names.filter((name) => name.startsWith(DAMAGED)).sort();
    return { entries, damaged: damaged.map((name) => join(this.folder, name)) };
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      const isOurs =
        cause instanceof StickError || (cause instanceof Error && cause.name === 'AbortError');
      if (isOurs) throw cause;
      throw stickError(
        'diary/unusable',
        { path: this.folder, message: messageOf(cause) },
        { cause },
      );
    }
  }
}
