import { extname } from 'node:path';
import { diaryCsv, writeDiary, type DiaryEntry } from '../../../src-shared/diary';
import { stickError } from '../../../src-shared/errors';
import { saveFile } from '../../io';
import { diaryPage } from './diary-page';

/** How a file is written, by the ending of its name. */
const FORMATS: Readonly<Record<string, (entries: readonly DiaryEntry[]) => string>> = {
  '.csv': diaryCsv,
  '.html': diaryPage,
  '.json': writeDiary,
};

/**
 * Writes entries into a file, as a table (.csv, .html) or for another diary (.json); one that is there is replaced. Throws `usage`
 * for another ending and `permission/denied`.
 */
export async function exportDiary(path: string, entries: readonly DiaryEntry[]): Promise<void> {
  const write = FORMATS[extname(path).toLowerCase()];
  if (write === undefined) {
    throw stickError('usage', { message: 'a diary is exported to a .csv, .html or .json file' });
  }
  await saveFile(path, write(entries));
}
