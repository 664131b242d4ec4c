import { beginOfDay, type RecordQuery, type RecordResult } from '../../../src-shared/records';

/** How far back records are looked for; `days`: a person says from which day to which. */
export const periods = ['any', 'today', 'week', 'month', 'year', 'days'] as const;
export type Period = (typeof periods)[number];
type PastPeriod = Exclude<Period, 'any' | 'days'>;

/** When they were begun. */
export type HistoryTime =
  | { period: Exclude<Period, 'days'> }
  /** The first and the last day, such as `2026-03-01`; empty for no limit. */
  | { period: 'days'; from: string; until: string };

/** What is looked for, as it is typed and chosen. */
export interface HistoryFilter {
  text: string;
  /** Null for all. */
  result: RecordResult | null;
  time: HistoryTime;
}

export const noFilter: HistoryFilter = { text: '', result: null, time: { period: 'any' } };

export function isFiltering({ text, result, time }: HistoryFilter): boolean {
  const isTimeOpen =
    time.period === 'any' || (time.period === 'days' && time.from === '' && time.until === '');
  return text.trim() !== '' || result !== null || !isTimeOpen;
}

/** The time with another period; days begin without a limit. */
export function timeOf(period: Period): HistoryTime {
  return period === 'days' ? { period, from: '', until: '' } : { period };
}

/** Days before today with which a period begins. */
const daysBack: Record<PastPeriod, number> = {
  today: 0,
  week: 6,
  month: 29,
  year: 364,
};

/** What is asked for. Days begin at midnight of this computer's clock. */
export function queryOf({ text, result, time }: HistoryFilter, now: Date): RecordQuery {
  return { text, result, ...rangeOf(time, now) };
}

function rangeOf(time: HistoryTime, now: Date): Pick<RecordQuery, 'since' | 'until'> {
  switch (time.period) {
    case 'any':
      return { since: null, until: null };
    case 'days':
      return { since: beginOfDay(time.from), until: beginOfDay(time.until, 1) };
    default:
      return { since: startOf(time.period, now), until: null };
  }
}

function startOf(period: PastPeriod, now: Date): string {
  const day = now.getDate() - daysBack[period];
  return new Date(now.getFullYear(), now.getMonth(), day).toISOString();
}
