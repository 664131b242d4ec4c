import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stickError, type StickError } from '../../../src-shared/errors';
import type { FatContent } from '../../disk';
import { openFileSource, type ByteSource, type FileSource } from '../../io';

/** What planning a repair works with: a private folder, and the files in it that are open. */
export class Bench {
  private readonly open: FileSource[] = [];
  private saved = 0;

  constructor(
    /** Name of the target, for errors. */
    readonly target: string,
    readonly folder: string,
    readonly signal: AbortSignal,
  ) {}

  /** Throws `cancelled`. */
  stopIfCancelled(): void {
    if (this.signal.aborted) throw stickError('cancelled', {});
  }

  /** Puts bytes into a file, so that they needn't stay in memory. */
  async save(bytes: Buffer): Promise<FatContent> {
    const path = join(this.folder, `file-${String((this.saved += 1))}`);
    await writeFile(path, bytes, { mode: 0o600 });
    return { kind: 'file', path, size: bytes.length };
  }

  /** Opens a file until `close`. */
  async source(path: string): Promise<ByteSource> {
    const source = await openFileSource(path);
    this.open.push(source);
    return source;
  }

  async close(): Promise<void> {
    for (const source of this.open.splice(0)) await source.close();
  }

  notUnderstood(message: string): StickError {
    return stickError('repair/not-understood', { target: this.target, message });
  }
}
