import { createHash } from 'node:crypto';
import { stickError } from '../../../../src-shared/errors';
import { listed, sentence, type Sentence } from '../../../../src-shared/findings';
import { MiB } from '../../../../src-shared/units';
import { FileSystemError } from '../../../disk';
import { parseChecksumText, type ByteSource } from '../../../io';
import { pass, type Finding } from '../finding';
import { allFiles, type DataFiles } from './data-files';
import type { VentoyCheck } from './subject';

/** Kinds of files with a hash, by their endings. */
const KINDS = [
  { ending: '.sha256', algorithm: 'sha256', read: parseChecksumText },
  { ending: '.md5', algorithm: 'md5', read: parseMd5 },
] as const;
const MAXIMUM_HASH_FILE_BYTES = 64 * 1024;
const PIECE_BYTES = 4 * MiB;

/** What images hold, which takes as long as reading them: only where that is asked for. */
export const imageChecks: VentoyCheck[] = [
  {
    id: 'ventoy.images',
    next: 'next.ventoy.images',
    run: ({ files, expected: { images } }) => (files && images ? compare(files, images) : null),
  },
];

/** Null when no file has a hash beside it, or there are too many files to look for one. */
async function compare(files: DataFiles, signal: AbortSignal): Promise<Finding | null> {
  const all = await allFiles(files);
  if (!all) return null;
  const wrong: Sentence[] = [];
  let right = 0;
  for (const { path, beside, kind } of pairsIn(all)) {
    const file = await files.open(beside);
    if (file.size > MAXIMUM_HASH_FILE_BYTES) continue;
    const text = (await file.read(0, file.size)).toString('utf8');
    const wanted = kind.read(text, path);
    if (wanted === null) continue;
    const found = await hashOf(files, path, kind.algorithm, signal);
    if (found === wanted) right += 1;
    else wrong.push(sentence('ventoy.images.wrong', { path, beside }));
  }
  if (wrong.length > 0) return { status: 'fail', evidence: listed('semicolon', wrong) };
  return right > 0 ? pass('ventoy.images.right', { count: right }) : null;
}

interface Pair {
  path: string;
  beside: string;
  kind: (typeof KINDS)[number];
}

function pairsIn(all: readonly string[]): Pair[] {
  const there = new Set(all);
  return all.flatMap((path) =>
    KINDS.flatMap((kind) => {
      const beside = `${path}${kind.ending}`;
      return there.has(beside) ? [{ path, beside, kind }] : [];
    }),
  );
}

/** Null for a file that can't be read to its end. */
async function hashOf(
  files: DataFiles,
  path: string,
  algorithm: string,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const source: ByteSource = await files.open(path);
    const hash = createHash(algorithm);
    for (let at = 0; at < source.size; at += PIECE_BYTES) {
      if (signal.aborted) throw stickError('cancelled', {});
      hash.update(await source.read(at, Math.min(PIECE_BYTES, source.size - at)));
    }
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof FileSystemError) return null;
    throw error;
  }
}

/** The lines of md5sum, or a single hash. One file, one hash: others are not told apart. */
function parseMd5(text: string): string | null {
  return /^\\?([0-9a-f]{32})(?:\s|$)/i.exec(text)?.[1]?.toLowerCase() ?? null;
}
