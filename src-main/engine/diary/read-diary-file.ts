import { resolve } from 'node:path';
import { DIARY_FILE_BYTES, parseDiary, type DiaryEntry } from '../../../src-shared/diary';
import { messageOf, stickError } from '../../../src-shared/errors';
import { readSmallBytes } from '../../io';

/** The entries of an exported diary. Throws `diary/unreadable`, also when only some of them can be read, and `diary/newer`. */
export async function readDiaryFile(path: string): Promise<DiaryEntry[]> {
  const full = resolve(path);
  let bytes: Buffer;
  try {
    bytes = await readSmallBytes(full, DIARY_FILE_BYTES);
  } catch (cause) {
    throw stickError('diary/unreadable', { path: full, message: messageOf(cause) }, { cause });
  }
  const read = parseDiary(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  if (read.state === 'newer') throw stickError('diary/newer', { path: full });
  if (read.state === 'whole') return read.entries;
  throw stickError('diary/unreadable', { path: full, message: read.problem });
}
