import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { toStickError } from '../../../src-shared/errors';
import type { FileEdit } from '../../guest';
import { contentOf } from '../file-content';

/** Puts the content of a file edit into a private file. Throws what `contentOf` throws, and errors of writing as they are. */
export async function placeContent(
  content: FileEdit['content'],
  into: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    const file = createWriteStream(into, { mode: 0o600 });
    await pipeline(contentOf(content, signal), file, { signal });
  } catch (error) {
    if (signal.aborted) throw toStickError(error);
    throw error;
  }
}
