import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, stickError, toStickError, type StickError } from '../../../src-shared/errors';
import { RecordIdSchema, type RecordId, type StickRecord } from '../../../src-shared/records';
import { flushFolder, whileLocked, within } from '../../io';
import { appendLine } from './append-line';
import type { RecordStore } from './record-store';

/** So long, in milliseconds, one line may take: a share that is away can keep its callers waiting for ever. */
const LONGEST_APPEND_MS = 5000;

const busy = (path: string): StickError => stickError('records/busy', { path });

/**
 * Appends records as lines of JSON to a file, which may lie on a share and be away. What waits is noted in a folder before its record is
 * finished, and is forgotten once its line is flushed: so no crash loses a line, and at worst one is there twice, with the same ID.
 */
export class RecordLines {
  /** Why the last attempt failed; null when it didn't. */
  problem: string | null = null;

  constructor(private readonly store: RecordStore) {}

  /** Notes records that are to be sent once they have ended. Throws errors of the file system as they are. */
  async note(ids: readonly RecordId[]): Promise<void> {
    const folder = this.store.unsentFolder;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const id of ids) await writeFile(join(folder, id), '', { mode: 0o600 });
    await flushFolder(folder);
  }

  /** How many wait. */
  async waiting(): Promise<number> {
    return (await this.noted()).length;
  }

  /** Sends what waits, in the order in which it was noted. Throws `records/line-file`, `records/busy`; then the rest goes on waiting. */
  async send(path: string, signal: AbortSignal): Promise<void> {
    try {
      await mkdir(this.store.unsentFolder, { recursive: true, mode: 0o700 });
      await whileLocked(this.store.unsentFolder, { signal, busy }, async () => {
        for (const id of await this.noted()) await this.sendOne(id, path);
      });
      this.problem = null;
    } catch (error) {
      this.problem = messageOf(error);
      throw error;
    }
  }

  private async sendOne(id: RecordId, path: string): Promise<void> {
    const record = await this.ended(id);
    if (record === 'not-yet') return;
    if (record !== 'never') await append(path, JSON.stringify(record));
    await rm(join(this.store.unsentFolder, id), { force: true });
  }

  /** `never`: it was removed, or can't be read. */
  private async ended(id: RecordId): Promise<StickRecord | 'not-yet' | 'never'> {
    try {
      const record = await this.store.read(id);
      return record.outcome.result === 'running' ? 'not-yet' : record;
    } catch (error) {
      const { code } = toStickError(error);
      if (code === 'records/not-found' || code === 'records/unreadable') return 'never';
      throw error;
    }
  }

  private async noted(): Promise<RecordId[]> {
    const folder = this.store.unsentFolder;
    const names = await readdir(folder).catch(() => []);
    const ids = names.filter((name) => RecordIdSchema.safeParse(name).success);
    const since = await Promise.all(
      ids.map(async (id) => ({
        id,
        ms: (await stat(join(folder, id)).catch(() => null))?.mtimeMs,
      })),
    );
    return since.sort((a, b) => (a.ms ?? 0) - (b.ms ?? 0)).map(({ id }) => id);
  }
}

async function append(path: string, line: string): Promise<void> {
  try {
    const appended = await within(
      appendLine(path, line).then(() => true),
      LONGEST_APPEND_MS,
      false,
    );
    if (!appended) throw new Error('it does not answer');
  } catch (cause) {
    throw stickError('records/line-file', { path, message: messageOf(cause) }, { cause });
  }
}
