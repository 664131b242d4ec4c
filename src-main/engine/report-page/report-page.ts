import type { BootTest } from '../../../src-shared/boot-test';
import { checksPassed, type CheckResult } from '../../../src-shared/check';
import {
  computerNames,
  ruleOf,
  ruleTexts,
  type Prediction,
  type Starts,
} from '../../../src-shared/compatibility';
import {
  stickIdOfDisk,
  stickIdOfVentoy,
  type DiaryEntry,
  type StickId,
} from '../../../src-shared/diary';
import { errorCatalogue, fillIn } from '../../../src-shared/errors';
import type {
  Report,
  StickReport,
  VentoyReport,
  VentoyStickReport,
  WindowsReport,
} from '../../../src-shared/job';
import type { BitLockerCipher } from '../../../src-shared/protect';
import { formatBytes } from '../../../src-shared/units';
import { Markup, markup } from '../../io';
import { bootTestSection, diarySection, noExtras, type ReportExtras } from './extras';
import { page } from './page';
import { timingSection } from './timing-section';
import { statusWords, timeOf } from './words';

/**
 * A report as a page for people: to read, to print, to attach to a ticket. It is one file, runs no scripts, loads nothing, and
 * says only what the report says, so that it holds no secret either.
 */
export function reportPage(report: Report, extras: ReportExtras = noExtras): string {
  const { sticks, failed } = report;
  const several = sticks.length + failed.length > 1;
  return page(
    titleOf(report),
    markup`${factsOf(report)}
${report.kind === 'ventoy' ? report.sticks.map((stick) => ventoySection(stick, several, extras)) : report.sticks.map((stick) => windowsSection(stick, several, extras))}
${failed.length > 0 ? failures(report) : null}
${timingSection(report)}`,
  );
}

/** What checks of a stick that was made earlier found. */
export interface CheckReport {
  target: string;
  /** ISO 8601. */
  checkedAt: string;
  program: string;
  checks: readonly CheckResult[];
  compatibility: readonly Prediction[];
  bootTests: readonly BootTest[];
  /** Entries about this stick. */
  diary: readonly DiaryEntry[];
}

/** The same for a check of a stick that was made earlier. */
export function checkPage({
  target,
  checkedAt,
  program,
  checks,
  compatibility,
  bootTests,
  diary,
}: CheckReport): string {
  const all = [...checks, ...bootTests.map(({ check }) => check)];
  const title = checksPassed(all) ? 'The stick is sound' : 'The stick has a problem';
  return page(
    title,
    markup`${pairs([
      ['Stick', target],
      ['Checked', timeOf(checkedAt)],
      ['By', program],
    ])}
${checkTable(checks)}
${compatibilityTable(compatibility)}
${bootTestSection(bootTests)}
${diarySection(diary)}`,
  );
}

function titleOf({ sticks, failed }: Report): string {
  if (!sticks.every(({ checks }) => checksPassed(checks))) return 'A check found something';
  if (failed.length > 0) {
    return `${String(sticks.length)} of ${String(sticks.length + failed.length)} sticks are ready`;
  }
  return sticks.length === 1 ? 'The stick is ready' : `${String(sticks.length)} sticks are ready`;
}

function factsOf(report: Report): Markup {
  const rows: Row[] = [
    ['Made by', report.program],
    ['Started', timeOf(report.startedAt)],
    ['Finished', timeOf(report.finishedAt)],
  ];
  return pairs([
    ...rows,
    ...(report.kind === 'ventoy' ? ventoyFacts(report) : windowsFacts(report)),
  ]);
}

function windowsFacts({ image, edition, fromCache }: WindowsReport): Row[] {
  return [
    ['Windows', editionName(edition)],
    ['Image', `${image.path}, ${formatBytes(image.sizeBytes)}`],
    ['SHA-256', hashWords(image)],
    ['Unpacked', fromCache ? 'earlier; the kept build was used' : 'for this job'],
  ];
}

function ventoyFacts({ package: release, windows }: VentoyReport): Row[] {
  const rows: Row[] = [['Ventoy', release ? release.version : 'left as it was']];
  if (!windows) return rows;
  return [
    ...rows,
    ['Windows', editionName(windows.edition)],
    ['Its image', `${windows.image.path}, ${formatBytes(windows.image.sizeBytes)}`],
    ['Its SHA-256', hashWords(windows.image)],
  ];
}

function editionName({ name, version }: WindowsReport['edition']): string {
  return version === null ? name : `${name}, ${version}`;
}

function hashWords({ sha256, hashExpected }: WindowsReport['image']): string {
  const compared = hashExpected
    ? 'compared with an expected one'
    : 'not compared with an expected one';
  return `${sha256}, ${compared}`;
}

function windowsSection(stick: StickReport, named: boolean, extras: ReportExtras): Markup {
  const { disk, bitLocker } = stick;
  const rows: Row[] = [
    ['Size', formatBytes(stick.targetBytes)],
    ['Disk', disk.scheme === 'gpt' ? `GPT ${disk.guid}` : `MBR signature ${disk.signature}`],
    ['Computer name', stick.computerName ?? 'chosen by Windows'],
    ['Written', formatBytes(stick.writtenBytes)],
    ['Read back and compared', verifiedWords(stick.verifiedBytes)],
  ];
  if (bitLocker)
    rows.push([
      'BitLocker',
      `${cipherNames[bitLocker.cipher]}, recovery key ${bitLocker.recoveryKeyId}`,
    ]);
  return stickSection(stick, named, rows, { id: stickIdOfDisk(disk), ...extras });
}

const cipherNames: Record<BitLockerCipher, string> = {
  'xts-aes-128': 'XTS-AES 128',
  'xts-aes-256': 'XTS-AES 256',
};

function ventoySection(stick: VentoyStickReport, named: boolean, extras: ReportExtras): Markup {
  const rows: Row[] = [
    ['Size', formatBytes(stick.targetBytes)],
    ['Images', stick.files.map(({ path }) => path).join(', ') || 'none'],
    ['Written', formatBytes(stick.writtenBytes)],
    ['Read back and compared', verifiedWords(stick.verifiedBytes)],
  ];
  return stickSection(stick, named, rows, { id: stickIdOfVentoy(stick.ventoy), ...extras });
}

function verifiedWords(bytes: number): string {
  return bytes > 0 ? formatBytes(bytes) : 'nothing';
}

function stickSection(
  { target, checks, compatibility }: StickReport | VentoyStickReport,
  named: boolean,
  rows: readonly Row[],
  { id, bootTests, diary }: ReportExtras & { id: StickId | null },
): Markup {
  const tests = bootTests.filter((tested) => tested.target === target);
  return markup`<section>
${named ? markup`<h2>${target}</h2>` : null}
${pairs(named ? rows : [['Stick', target], ...rows])}
${checkTable(checks)}
${compatibilityTable(compatibility)}
${bootTestSection(tests.flatMap((tested) => tested.tests))}
${diarySection(diary.filter(({ stick }) => stick.id === id))}
</section>`;
}

function checkTable(checks: readonly CheckResult[]): Markup {
  const rows = checks.map(
    ({ id, status, evidence, next }) => markup`<tr class="${status}">
<td>${statusWords[status]}</td><td><code>${id}</code></td><td>${evidence}${next === undefined ? null : markup`<br><b>${next}</b>`}</td>
</tr>`,
  );
  return markup`<table>
<caption>What was checked</caption>
<thead><tr><th scope="col">Result</th><th scope="col">Check</th><th scope="col">Found</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>`;
}

const startsWords: Record<Starts, string> = {
  yes: '✓ yes',
  'after-steps': '✓ after a step there',
  perhaps: '? perhaps',
  no: '✗ no',
};

function compatibilityTable(predictions: readonly Prediction[]): Markup | null {
  if (predictions.length === 0) return null;
  const rows = predictions.map(
    ({ computer, starts, reasons }) => markup`<tr class="${starts}">
<td>${computerNames[computer]}</td><td>${startsWords[starts]}</td><td>${reasons.length === 0 ? 'Nothing speaks against it.' : reasons.map(reason)}</td>
</tr>`,
  );
  return markup`<table class="compatibility">
<caption>Which computers it should start</caption>
<thead><tr><th scope="col">Computer</th><th scope="col">Starts</th><th scope="col">Why, and what to do</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
<p class="quiet">Concluded from what lies on the stick. Firmware differs from computer to computer.</p>`;
}

function reason(id: Prediction['reasons'][number]): Markup {
  const { why, change } = ruleTexts[id];
  const { source } = ruleOf(id);
  return markup`<p>${why} <b>${change}</b> ${source.url === null ? source.name : markup`<a href="${source.url}">${source.name}</a>`} (${source.certainty})</p>`;
}

function failures({ failed }: Report): Markup {
  return markup`<section>
<h2>Failed</h2>
<table>
<thead><tr><th scope="col">Stick</th><th scope="col">Code</th><th scope="col">What happened</th></tr></thead>
<tbody>
${failed.map(
  ({ target, error }) =>
    markup`<tr class="fail"><td>${target}</td><td><code>${error.code}</code></td><td>${fillIn(errorCatalogue[error.code].what, error.params, formatBytes)} ${fillIn(errorCatalogue[error.code].next, error.params, formatBytes)}</td></tr>`,
)}
</tbody>
</table>
</section>`;
}

type Row = [name: string, value: string];

function pairs(rows: readonly Row[]): Markup {
  return markup`<dl>
${rows.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}
</dl>`;
}
