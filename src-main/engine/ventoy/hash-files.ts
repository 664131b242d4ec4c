import { messageOf, stickError } from '../../../src-shared/errors';
import { fileMark } from '../../io';
import type { JobLog } from '../job-log';
import { hashFile } from './copy-file';
import type { PreparedFile } from './prepare';

/**
 * Reads every file once, before anything of a target changes. Returns their SHA-256 by path. Throws
 * `ventoy/file-mismatch`, `ventoy/source-changed` and `ventoy/file-unreadable`.
 */
export async function hashFiles(
  files: readonly PreparedFile[],
  log: JobLog,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let done = 0;
  log.phase('hashing');
  for (const { source, name, sizeBytes, mark, expected } of files) {
    const onBytes = (bytes: number): void => {
      done += bytes;
      log.progress(Math.min(done, total), total);
    };
    const sha256 = await readOrThrow(source, () => hashFile(source, { signal, onBytes }));
    if ((await fileMark(source)).text !== mark.text) {
      throw stickError('ventoy/source-changed', { path: source });
    }
    log.image({ path: source, sizeBytes, sha256, edition: null });
    if (expected !== null && expected !== sha256) {
      throw stickError('ventoy/file-mismatch', { name, actual: sha256, expected });
    }
    hashes.set(source, sha256);
  }
  return hashes;
}

async function readOrThrow<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'AbortError') throw cause;
    throw stickError('ventoy/file-unreadable', { path, message: messageOf(cause) }, { cause });
  }
}
