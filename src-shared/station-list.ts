import { csv } from './csv';
import type { StationRow } from './station';

/** A row whose stick came to an end. */
export type OverRow = Extract<StationRow, { endedAt: string }>;

const RESULTS: Record<OverRow['state'], string> = {
  finished: 'finished',
  pulled: 'finished',
  failed: 'failed',
  cancelled: 'cancelled',
  binned: 'put-aside',
};

/** The heads of the list, as in the table of records where both have them, and what stands under each. */
const COLUMNS: readonly (readonly [string, (row: OverRow) => string | number | null])[] = [
  ['Number', ({ names }) => names.number],
  ['Label', ({ names }) => names.label],
  ['Computer name', ({ names }) => names.computerName],
  ['Result', ({ state }) => RESULTS[state]],
  ['Error', (row) => ('error' in row ? row.error.code : null)],
  ['Ended', ({ endedAt }) => endedAt],
  ['Model', ({ drive }) => drive.identity.model],
  ['Serial', ({ drive }) => drive.identity.serial],
  ['Size in bytes', ({ drive }) => drive.identity.sizeBytes],
  ['Port', ({ drive }) => drive.port],
  ['Record ID', ({ recordId }) => recordId],
];

/** Those that came to an end, in the order of the series. */
export function overRows(rows: readonly StationRow[]): OverRow[] {
  return rows.filter((row) => 'endedAt' in row);
}

/** The list of a series for spreadsheets: a row of heads, then one for each drive whose stick came to an end. */
export function stationCsv(rows: readonly StationRow[]): string {
  return csv([
    COLUMNS.map(([head]) => head),
    ...overRows(rows).map((row) => COLUMNS.map(([, cell]) => String(cell(row) ?? ''))),
  ]);
}
