import type { StationRow, StationState } from '../../../src-shared/station';

/** What has just come of a drive, worth a sound and a sentence. */
export interface StationNews {
  /** Counts up, so that the same thing said twice is two things. */
  id: number;
  row: StationRow & { state: 'finished' | 'failed' | 'refused' };
}

/** So many are said; who was away hears the rest from the list. */
const KEPT = 4;

/** The latest news after the program told of its state, the newest last. Progress is none. */
export function newsAfter(
  before: StationState,
  after: StationState,
  news: readonly StationNews[],
): readonly StationNews[] {
  const earlier = new Map(rowsOf(before).map(({ row, state }) => [row, state]));
  const first = (news.at(-1)?.id ?? 0) + 1;
  const fresh = rowsOf(after)
    .filter(isNews)
    .filter(({ row, state }) => earlier.get(row) !== state)
    .map((row, index) => ({ id: first + index, row }));
  return fresh.length === 0 ? news : [...news, ...fresh].slice(-KEPT);
}

/** The drives of a series that was begun. */
export function rowsOf(station: StationState): readonly StationRow[] {
  return 'rows' in station ? station.rows : [];
}

function isNews(row: StationRow): row is StationNews['row'] {
  return row.state === 'finished' || row.state === 'failed' || row.state === 'refused';
}
