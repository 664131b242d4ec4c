import { open, rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { messageOf, stickError, toStickError } from '../../../src-shared/errors';
import { recordCsv, type RecordQuery, type RecordSummary } from '../../../src-shared/records';
import { saveFile } from '../../io';
import { readForLabel } from './label';
import { labelPage } from './label-page';
import type { RecordStore } from './record-store';
import { recordsPage } from './records-page';

type Export = (
  path: string,
  records: readonly RecordSummary[],
  store: RecordStore,
) => Promise<void>;

/** How a file is written, by the ending of its name. */
const FORMATS: Readonly<Record<string, Export>> = {
  '.csv': (path, records) => saveFile(path, recordCsv(records)),
  '.html': (path, records) => saveFile(path, recordsPage(records)),
  '.json': exportWhole,
};

/**
 * Writes the records that match into a file, as a table (.csv, .html) or whole (.json); one that is there is replaced. Answers how many
 * there are. Throws `usage` for another ending, `permission/denied`, and what the store throws.
 */
export async function exportRecords(
  path: string,
  query: RecordQuery,
  store: RecordStore,
): Promise<number> {
  const write = FORMATS[extname(path).toLowerCase()];
  if (write === undefined) {
    throw stickError('usage', { message: 'records are exported to a .csv, .html or .json file' });
  }
  const { records } = await store.list(query);
  await write(path, records, store);
  return records.length;
}

/** Saves the label of a stick as a page. Throws `usage` for another ending, `permission/denied`, and what `readForLabel` throws. */
export async function saveLabel(path: string, id: string, store: RecordStore): Promise<void> {
  if (extname(path).toLowerCase() !== '.html') {
    throw stickError('usage', { message: 'a label is saved to an .html file' });
  }
  await saveFile(path, labelPage(await readForLabel(id, store)));
}

/** One record after the other, because thousands of them have more bytes than a string should. */
async function exportWhole(
  path: string,
  records: readonly RecordSummary[],
  store: RecordStore,
): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    const file = await open(unfinished, 'w');
    try {
      await file.write('[');
      for (const [index, { id }] of records.entries()) {
        await file.write(`${index === 0 ? '' : ','}\n${JSON.stringify(await store.read(id))}`);
      }
      await file.write('\n]\n');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const error = toStickError(cause);
    if (error.code !== 'internal') throw error;
    throw stickError('permission/denied', { path }, { detail: messageOf(cause), cause });
  }
}
