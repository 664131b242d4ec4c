import type { RecordSummary } from '../../src-shared/records';

/** The records that were begun on one day of this computer's clock. */
export interface Day {
  /** When the first of them in the list was begun; ISO 8601. */
  time: string;
  records: RecordSummary[];
}

/** Records in the order they are in, by day. */
export function byDay(records: readonly RecordSummary[]): Day[] {
  const days: Day[] = [];
  for (const record of records) {
    const last = days.at(-1);
    if (last !== undefined && isSameDay(last.time, record.startedAt)) last.records.push(record);
    else days.push({ time: record.startedAt, records: [record] });
  }
  return days;
}

function isSameDay(one: string, other: string): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}
