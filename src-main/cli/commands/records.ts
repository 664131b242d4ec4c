import { resolve } from 'node:path';
import {
  RecordResultSchema,
  beginOfDay,
  everyRecord,
  type RecordList,
  type RecordQuery,
  type RecordSummary,
} from '../../../src-shared/records';
import { stickError } from '../../../src-shared/errors';
import { exportRecords, saveLabel, type RecordStore } from '../../engine';
import { usageError, type Context } from '../context';
import { openRecords } from '../open-records';
import { oneOf, wholeNumber } from '../option-values';
import { SHOWN_DIGITS, recordLines, recordRow } from '../record-lines';
import { table } from '../output';

export interface FindOptions {
  search?: string;
  since?: string;
  until?: string;
  result?: string;
}

export interface ListOptions extends FindOptions {
  limit: string;
}

export interface WipeOptions {
  yes: boolean;
}

const FEWEST_DIGITS = 4;

/** `sticksmith records list`: the sticks that were made, newest first. */
export async function recordsList(options: ListOptions, { output }: Context): Promise<void> {
  const limit = wholeNumber('--limit', options.limit, 1);
  const list = await openRecords().list(queryOf(options), { offset: 0, limit });
  const { records, matching } = list;
  const rest = matching - records.length;
  output.result({ ...list }, [
    ...(records.length === 0 ? ['There is no such record.'] : table(records.map(recordRow))),
    ...(rest > 0 ? ['', `${String(rest)} more; see them with --limit ${String(matching)}.`] : []),
    ...unreadableLines(list),
  ]);
}

/** `sticksmith records show ID`: all that is kept of one stick. */
export async function recordsShow(digits: string, { output }: Context): Promise<void> {
  const store = openRecords();
  const record = await store.read((await recordNamed(digits, store)).id);
  output.result({ record }, recordLines(record));
}

/** `sticksmith records export FILE`: a table (.csv, .html), or whole records (.json). */
export async function recordsExport(
  file: string,
  options: FindOptions,
  { output }: Context,
): Promise<void> {
  const path = resolve(file);
  const records = await exportRecords(path, queryOf(options), openRecords());
  output.result({ path, records }, [`${counted(records)} written to ${path}.`]);
}

/** `sticksmith records label ID FILE`: a page to print on a label. */
export async function recordsLabel(
  digits: string,
  file: string,
  { output }: Context,
): Promise<void> {
  const store = openRecords();
  const path = resolve(file);
  const { id } = await recordNamed(digits, store);
  await saveLabel(path, id, store);
  output.result({ path, id }, [`The label is in ${path}.`]);
}

/** `sticksmith records remove ID`: removes one record. */
export async function recordsRemove(digits: string, { output, signal }: Context): Promise<void> {
  const store = openRecords();
  const record = await recordNamed(digits, store);
  await store.remove(record.id, signal);
  output.result({ record }, [`Removed: ${recordRow(record).slice(1).join(', ')}.`]);
}

/** `sticksmith records set-aside`: moves files that are no records any more into a folder of their own. */
export async function recordsSetAside({ output, signal }: Context): Promise<void> {
  const store = openRecords();
  const moved = await store.setAside(signal);
  output.result(
    { moved },
    moved.length === 0 ? ['No record is damaged.'] : ['Damaged, and set aside:', ...moved],
  );
}

/** `sticksmith records wipe`: removes all. */
export async function recordsWipe(
  { yes }: WipeOptions,
  { output, signal }: Context,
): Promise<void> {
  if (!yes) throw usageError('all records would be removed for good; agree with --yes');
  const removed = await openRecords().wipe(signal);
  output.result({ removed }, [`${counted(removed)} removed.`]);
}

function queryOf({ search, since, until, result }: FindOptions): RecordQuery {
  return {
    text: search ?? '',
    since: since === undefined ? null : dayOption('--since', since, 0),
    until: until === undefined ? null : dayOption('--until', until, 1),
    result: result === undefined ? null : oneOf('--result', result, RecordResultSchema.options),
  };
}

/** When a day begins, or so many days after it. Throws `usage`. */
function dayOption(option: string, text: string, daysLater: number): string {
  const begins = beginOfDay(text, daysLater);
  if (begins === null) throw usageError(`${option} takes a day such as 2026-03-01`);
  return begins;
}

async function recordNamed(digits: string, store: RecordStore): Promise<RecordSummary> {
  if (!new RegExp(`^[0-9a-f-]{${String(FEWEST_DIGITS)},36}$`, 'i').test(digits)) {
    throw usageError(`a record is named by at least ${String(FEWEST_DIGITS)} digits of its ID`);
  }
  const { records } = await store.list(everyRecord);
  const found = records.filter(({ id }) => id.startsWith(digits.toLowerCase()));
  const [record] = found;
  if (record === undefined) throw stickError('records/not-found', { id: digits });
  if (found.length > 1) {
    throw usageError(
      `more than one record begins with ${digits}: ${found.map(({ id }) => id.slice(0, SHOWN_DIGITS + 4)).join(', ')}`,
    );
  }
  return record;
}

function unreadableLines({ damaged, newer }: RecordList): string[] {
  return [
    ...(damaged.length === 0
      ? []
      : [
          '',
          'Damaged, and left as they are until “sticksmith records set-aside” moves them:',
          ...damaged,
        ]),
    ...(newer === 0
      ? []
      : ['', `${counted(newer)} of a later version of this program are not shown.`]),
  ];
}

function counted(records: number): string {
  return records === 1 ? '1 record' : `${String(records)} records`;
}
