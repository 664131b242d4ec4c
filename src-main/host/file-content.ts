import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { messageOf, stickError, toStickError } from '../../src-shared/errors';
import type { FileEdit } from '../guest';

/**
 * The content of a file edit, piece by piece. Throws `files/changed`, at its end, for a file of this computer that is no
 * longer what it was when the plan was made, `files/unreadable` and `cancelled`.
 */
export async function* contentOf(
  content: FileEdit['content'],
  signal: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  if (content.kind === 'bytes') {
    yield content.bytes;
    return;
  }
  const { source, sha256 } = content;
  const hash = createHash('sha256');
  const pieces = createReadStream(source, { signal });
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      hash.update(piece);
      yield piece;
    }
  } catch (error) {
    if (signal.aborted) throw toStickError(error);
    throw stickError('files/unreadable', { path: source, message: messageOf(error) });
  }
  if (hash.digest('hex') !== sha256) throw stickError('files/changed', { path: source });
}
