import { csv } from '../csv';
import { editionOf, type MadeSummary, type RecordImage, type RecordSummary } from './record';

type Cell = string | number | null;

/** The heads of the exported table, and what stands under each. */
const COLUMNS: readonly (readonly [string, (record: RecordSummary) => Cell])[] = [
  ['Started', ({ startedAt }) => startedAt],
  ['Ended', ({ endedAt }) => endedAt],
  ['Result', ({ outcome }) => outcome.result],
  ['Phase', ({ outcome }) => ('phase' in outcome ? outcome.phase : null)],
  ['Error', ({ outcome }) => (outcome.result === 'failed' ? outcome.error.code : null)],
  ['Computer name', ofMade(({ computerName }) => computerName)],
  ['Label', ({ label }) => label],
  ['Model', ({ target }) => (target.kind === 'drive' ? target.model : null)],
  ['Serial', ({ target }) => (target.kind === 'drive' ? target.serial : null)],
  ['Bus', ({ target }) => (target.kind === 'drive' ? target.bus : null)],
  ['Path', ({ target }) => target.path],
  ['Size in bytes', ({ target }) => target.sizeBytes],
  ['Kind', ({ kind }) => kind],
  ['Recipe', ofMade(({ recipeName }) => recipeName)],
  ['Images', ofImages(({ name }) => name)],
  ['SHA-256', ofImages(({ sha256 }) => sha256 ?? '')],
  ['Edition', ofMade(({ images }) => editionOf(images))],
  ['File system', (record) => ('fileSystem' in record ? record.fileSystem : null)],
  ['Partition table', (record) => ('scheme' in record ? record.scheme : null)],
  ['Bytes written', ({ writtenBytes }) => writtenBytes],
  ['Bytes read back', ({ verifiedBytes }) => verifiedBytes],
  ['Bytes resumed', ofMade(({ resumedBytes }) => resumedBytes)],
  ['Verification', ({ verification }) => verification],
  ['Checks passed', ofMade(({ checks }) => checks?.passed ?? null)],
  ['Checks to look at', ofMade(({ checks }) => checks?.warned ?? null)],
  ['Checks failed', ofMade(({ checks }) => checks?.failed ?? null)],
  ['Recovery key ID', ofMade(({ recoveryKeyId }) => recoveryKeyId)],
  ['Stick ID', ofMade(({ stickId }) => stickId)],
  ['Program', ({ program }) => program],
  ['Record ID', ({ id }) => id],
  ['Job ID', ({ jobId }) => jobId],
];

/** What only a stick has that was made of a recipe. */
function ofMade(cell: (record: MadeSummary) => Cell): (record: RecordSummary) => Cell {
  return (record) => (record.kind === 'ordinary-drive' ? null : cell(record));
}

function ofImages(cell: (image: RecordImage) => string): (record: RecordSummary) => Cell {
  return ofMade(({ images }) => images.map(cell).join(', '));
}

/** The row of heads, then a row for each record; what is unknown is empty. */
export function recordTable(records: readonly RecordSummary[]): string[][] {
  return [
    COLUMNS.map(([head]) => head),
    ...records.map((record) => COLUMNS.map(([, cell]) => String(cell(record) ?? ''))),
  ];
}

/** The same for spreadsheets. */
export function recordCsv(records: readonly RecordSummary[]): string {
  return csv(recordTable(records));
}
