import { type Outcome, type RecordSummary, type RecordTarget } from '../../../src-shared/records';
import { formatBytes } from '../../../src-shared/units';
import { markup, type Markup } from '../../io';
import { page, timeOf } from '../report-page';

/** One page with a table that fits onto paper, without scripts and without anything from elsewhere. What more is known is in the table for spreadsheets. */
export function recordsPage(records: readonly RecordSummary[]): string {
  return page(
    'Records of sticks',
    markup`<p class="quiet">${records.length === 1 ? '1 stick' : `${String(records.length)} sticks`}, newest first. Times are UTC.</p>
<table class="records">
<thead><tr>${HEADS.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${records.map(row)}
</tbody>
</table>`,
  );
}

const HEADS = ['Result', 'Started', 'Stick', 'Drive', 'Serial', 'Made of', 'Written', 'Record'];

function row(record: RecordSummary): Markup {
  const { outcome, startedAt, target, id } = record;
  const { status, words } = resultWords(outcome);
  const cells = [
    words,
    timeOf(startedAt).slice(0, 'YYYY-MM-DD hh:mm'.length),
    stickNames(record).filter(Boolean).join(', '),
    driveText(target),
    target.kind === 'drive' ? (target.serial ?? '') : '',
    madeOf(record).filter(Boolean).join(', '),
    formatBytes(record.writtenBytes),
    id,
  ];
  return markup`<tr class="${status}">${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`;
}

/** What a person calls the stick. */
function stickNames(record: RecordSummary): (string | null)[] {
  return record.kind === 'ordinary-drive' ? [record.label] : [record.computerName, record.label];
}

function madeOf(record: RecordSummary): (string | null)[] {
  if (record.kind === 'ordinary-drive') {
    return ['an ordinary drive again', 'exFAT', record.scheme?.toUpperCase() ?? null];
  }
  const { recipeName, images } = record;
  return [recipeName, ...images.flatMap(({ name, edition }) => [name, edition])];
}

function driveText(target: RecordTarget): string {
  const name = target.kind === 'drive' ? (target.model ?? target.path) : target.path;
  return `${name}, ${formatBytes(target.sizeBytes)}`;
}

function resultWords(outcome: Outcome): { status: 'pass' | 'warn' | 'fail'; words: string } {
  switch (outcome.result) {
    case 'finished':
      return { status: 'pass', words: '✓ finished' };
    case 'running':
      return { status: 'warn', words: '… not ended' };
    case 'broken-off':
      return { status: 'fail', words: '✗ broke off' };
    case 'cancelled':
      return { status: 'warn', words: '! cancelled' };
    case 'failed':
      return { status: 'fail', words: `✗ failed: ${outcome.error.code}` };
  }
}
