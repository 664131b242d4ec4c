import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { messageOf, stickError } from '../../../src-shared/errors';
import { Sha256Schema } from '../../../src-shared/sha256';
import { hashImage } from '../../image';
import { parseChecksumText, readSmallFile } from '../../io';
import { usageError, type Context } from '../context';

/** `sticksmith hash IMAGE`: SHA-256, compared with a value or a checksum file when one is given. */
export async function hash(
  image: string,
  options: { expect?: string; expectFile?: string },
  context: Context,
): Promise<void> {
  const path = resolve(image);
  const expected = await expectedHash(path, options);
  const { output, signal } = context;
  output.event({ type: 'phase', phase: 'hashing', target: null });
  const sha256 = await hashImage(path, {
    signal,
    onProgress: (doneBytes, totalBytes) => {
      output.event({
        type: 'progress',
        phase: 'hashing',
        target: null,
        doneBytes,
        totalBytes,
        bytesPerSecond: null,
        overall: totalBytes === 0 ? 1 : doneBytes / totalBytes,
        secondsLeft: null,
      });
    },
  });
  if (expected !== null && expected !== sha256) {
    throw stickError('image/hash-mismatch', { actual: sha256, expected });
  }
  const compared = expected === null ? [] : ['This is the expected value.'];
  const { size } = await stat(path);
  output.result({ path, sizeBytes: size, sha256, matches: expected === null ? null : true }, [
    `${sha256}  ${path}`,
    ...compared,
  ]);
}

/** The value that the options name, or null. Throws `usage`, `image/checksum-file`. */
export async function expectedHash(
  image: string,
  options: { expect?: string; expectFile?: string },
): Promise<string | null> {
  if (options.expect !== undefined && options.expectFile !== undefined) {
    throw usageError('--expect and --expect-file can’t be used together');
  }
  if (options.expect !== undefined) {
    const parsed = Sha256Schema.safeParse(options.expect.trim());
    if (!parsed.success) throw usageError('--expect takes a SHA-256: 64 hexadecimal digits');
    return parsed.data;
  }
  if (options.expectFile === undefined) return null;
  const file = resolve(options.expectFile);
  let text: string;
  try {
    text = await readSmallFile(file);
  } catch (error) {
    throw usageError(`--expect-file: ${messageOf(error)}`);
  }
  const found = parseChecksumText(text, basename(image));
  if (found === null) throw stickError('image/checksum-file', { path: file });
  return found;
}
