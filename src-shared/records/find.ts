import { z } from 'zod';
import { RecordResultSchema, RecordSummarySchema, type RecordSummary } from './record';

/** Which records are wanted. */
export const RecordQuerySchema = z.strictObject({
  /** Words that all have to be somewhere in it, in any order and case; empty for all. */
  text: z.string(),
  /** Started then or later. */
  since: z.iso.datetime().nullable(),
  /** Started before. */
  until: z.iso.datetime().nullable(),
  /** Null for all. */
  result: RecordResultSchema.nullable(),
});
export type RecordQuery = z.infer<typeof RecordQuerySchema>;

export const everyRecord: RecordQuery = { text: '', since: null, until: null, result: null };

/** Those that match, newest first. */
export function findRecords(
  records: readonly RecordSummary[],
  query: RecordQuery,
): RecordSummary[] {
  const matches = matcherOf(query);
  return records.filter(matches).sort(newestFirst);
}

function matcherOf({
  text,
  since,
  until,
  result,
}: RecordQuery): (record: RecordSummary) => boolean {
  const words = normalised(text).split(/\s+/u).filter(Boolean);
  const from = since === null ? -Infinity : Date.parse(since);
  const before = until === null ? Infinity : Date.parse(until);
  return (record) => {
    const started = Date.parse(record.startedAt);
    if (started < from || started >= before) return false;
    if (result !== null && record.outcome.result !== result) return false;
    if (words.length === 0) return true;
    const searched = normalised(searchedTexts(record).join('\n'));
    return words.every((word) => searched.includes(word));
  };
}

/** All that tells a stick or its making from others. */
function searchedTexts(record: RecordSummary): string[] {
  const { id, kind, target, label, outcome } = record;
  const drive = target.kind === 'drive' ? [target.model, target.serial] : [];
  const error = outcome.result === 'failed' ? [outcome.error.code] : [];
  const named = [label, ...drive, ...error, ...textsOfKind(record)];
  return [id, target.path, kind, ...named.filter((text) => text !== null)];
}

function textsOfKind(record: RecordSummary): (string | null)[] {
  if (record.kind === 'ordinary-drive') return [record.fileSystem, record.scheme];
  return [
    ...[record.recipeName, record.computerName, record.stickId, record.recoveryKeyId],
    ...record.images.flatMap(({ name, sha256, edition }) => [name, sha256, edition]),
  ];
}

/** So that “Büro” is found however its letters are put together, and whichever of them are capitals. */
function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function newestFirst(a: RecordSummary, b: RecordSummary): number {
  return Date.parse(b.startedAt) - Date.parse(a.startedAt) || (a.id < b.id ? -1 : 1);
}

/** What is kept, as a list shows it. */
export const RecordListSchema = z.strictObject({
  /** Those that were asked for, newest first. */
  records: z.array(RecordSummarySchema),
  /** How many match, whether or not they are among `records`. */
  matching: z.number().int().nonnegative(),
  /** How many there are. */
  kept: z.number().int().nonnegative(),
  /** Paths of files that are no records any more; they are left as they are, so that somebody may look at them. */
  damaged: z.array(z.string()),
  /** How many were written by a later version of the program and are left as they are. */
  newer: z.number().int().nonnegative(),
});
export type RecordList = z.infer<typeof RecordListSchema>;
