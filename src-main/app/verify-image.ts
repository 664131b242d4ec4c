import { basename } from 'node:path';
import { stickError } from '../../src-shared/errors';
import type { HashVerdict } from '../../src-shared/image';
import { Sha256Schema } from '../../src-shared/sha256';
import type { StagedImages } from '../engine';
import { inspectImage } from '../image';
import { parseChecksumText, readSmallFile } from '../io';

export interface VerifyRequest {
  path: string;
  pasted: string | null;
  checksumFile: string | null;
}

interface VerifyTools {
  staged: StagedImages;
  isTrusted: (sha256: string) => boolean;
  onProgress: (doneBytes: number, totalBytes: number) => void;
  signal: AbortSignal;
}

/**
 * Reads the image once and compares its hash with, in this order: the pasted value, the chosen checksum file, a checksum file beside
 * the image, the hashes trusted earlier.
 */
export async function verifyImage(
  request: VerifyRequest,
  tools: VerifyTools,
): Promise<HashVerdict> {
  const expected = await expectedHash(request);
  const info = await inspectImage(request.path);
  const { sha256 } = await tools.staged.get(info, {
    signal: tools.signal,
    onProgress: tools.onProgress,
  });
  if (expected !== null) {
    return expected.sha256 === sha256
      ? { verdict: 'match', sha256, by: expected.by }
      : { verdict: 'mismatch', sha256, expected: expected.sha256, by: expected.by };
  }
  return tools.isTrusted(sha256)
    ? { verdict: 'match', sha256, by: 'trusted' }
    : { verdict: 'unknown', sha256 };
}

async function expectedHash(
  request: VerifyRequest,
): Promise<{ sha256: string; by: 'pasted' | 'file' } | null> {
  if (request.pasted !== null) {
    const parsed = Sha256Schema.safeParse(request.pasted.replace(/\s/g, ''));
    if (!parsed.success) {
      throw stickError('usage', { message: 'A SHA-256 has 64 digits from 0 to 9 and a to f' });
    }
    return { sha256: parsed.data, by: 'pasted' };
  }
  const name = basename(request.path);
  if (request.checksumFile !== null) {
    const text = await readSmallFile(request.checksumFile).catch(() => '');
    const found = parseChecksumText(text, name);
    if (found === null) throw stickError('image/checksum-file', { path: request.checksumFile });
    return { sha256: found, by: 'file' };
  }
  for (const ending of ['.sha256', '.sha256sum', '.sha256.txt']) {
    const text = await readSmallFile(`${request.path}${ending}`).catch(() => null);
    const found = text === null ? null : parseChecksumText(text, name);
    if (found !== null) return { sha256: found, by: 'file' };
  }
  return null;
}
