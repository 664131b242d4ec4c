import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { DriveIdentitySchema, type DriveIdentity } from '../../src-shared/drive';
import { readSmallFile } from '../io';
import { StickIdsSchema, type StickIds } from './stick-ids';
import { isOurFolder } from './work-folder';

const FOLDER = '.sticksmith-unfinished';
/** Nobody goes on with a stick that was left this long ago. Milliseconds. */
const KEPT_MS = 30 * 24 * 3600 * 1000;

const RecordSchema = z.strictObject({
  version: z.literal(1),
  drive: DriveIdentitySchema,
  content: z.string(),
  ids: StickIdsSchema,
});
type StickRecord = z.infer<typeof RecordSchema>;

/**
 * Which drives have been begun and not finished, and with what. A record is written before the first
 * byte of a drive is changed and goes away when its stick is finished, so it is still there after a
 * crash. It only says that going on may be worth a try: what lies on the drive is read and compared.
 * Nothing here ever keeps a stick from being made. One object serves all drives of a job.
 */
export class UnfinishedSticks {
  private readonly folder: string;
  private readonly given = new Set<string>();

  constructor(workFolder: string) {
    this.folder = join(workFolder, FOLDER);
  }

  /**
   * The identifiers that a stick got on this drive by an earlier job that wrote the very same
   * `content`; null when there was none. Gives no stick's identifiers to two drives: cheap ones of a kind
   * may all have the same serial number.
   */
  async find(drive: DriveIdentity, content: string): Promise<StickIds | null> {
    try {
      await this.requireOurs();
      const record = RecordSchema.parse(JSON.parse(await readSmallFile(this.pathOf(drive))));
      const same = markOf(record.drive) === markOf(drive) && record.content === content;
      if (!same || this.given.has(record.ids.disk)) return null;
      this.given.add(record.ids.disk);
      return record.ids;
    } catch {
      return null;
    }
  }

  /** Call before the drive is changed. Throws what the file system throws, and for a folder that isn’t this user’s. */
  async begin(drive: DriveIdentity, content: string, ids: StickIds): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.requireOurs();
    await this.removeOld();
    const record: StickRecord = { version: 1, drive, content, ids };
    await writeFileAtomic(this.pathOf(drive), JSON.stringify(record), { mode: 0o600 });
  }

  async end(drive: DriveIdentity): Promise<void> {
    await rm(this.pathOf(drive), { force: true }).catch(() => undefined);
    // Fails while other drives have a record there.
    await rmdir(this.folder).catch(() => undefined);
  }

  private async requireOurs(): Promise<void> {
    if (isOurFolder(await lstat(this.folder))) return;
    throw new Error(`${this.folder} was not made by this program for this user`);
  }

  private async removeOld(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      // Null when another drive's record was just finished or took this file's place.
      const stats = await lstat(path).catch(() => null);
      if (stats && Date.now() - stats.mtimeMs > KEPT_MS) await rm(path, { force: true });
    }
  }

  private pathOf(drive: DriveIdentity): string {
    return join(this.folder, `${markOf(drive)}.json`);
  }
}

/** A drive may get another path when it is plugged in again; one without a serial number has nothing else. */
function markOf({ path, sizeBytes, serial, model, bus }: DriveIdentity): string {
  return createHash('sha256')
    .update(JSON.stringify([sizeBytes, serial ?? path, model, bus]))
    .digest('hex')
    .slice(0, 32);
}
