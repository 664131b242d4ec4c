import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { messageOf, stickError, toStickError } from '../../../src-shared/errors';
import type { FileEdit } from '../../guest';

/**
 * Puts the content of a file edit into a private file. Throws `files/changed` for a file of this computer
 * that is no longer what it was when the plan was made, `files/unreadable` and `cancelled`.
 */
export async function placeContent(
  content: FileEdit['content'],
  into: string,
  signal: AbortSignal,
): Promise<void> {
  if (content.kind === 'bytes') return writeFile(into, content.bytes, { mode: 0o600 });
  const { source, sha256 } = content;
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _, next) {
      hash.update(chunk);
      next(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(source), hashing, createWriteStream(into, { mode: 0o600 }), {
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw toStickError(error);
    throw stickError('files/unreadable', { path: source, message: messageOf(error) });
  }
  if (hash.digest('hex') !== sha256) throw stickError('files/changed', { path: source });
}
