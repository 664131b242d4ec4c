import type { DiaryEntry } from './entry';

/** The heads of the exported table, and what stands under each. */
const COLUMNS: readonly (readonly [string, (entry: DiaryEntry) => string])[] = [
  ['When', ({ when }) => when],
  ['Stick', ({ stick }) => stick.label],
  ['Stick ID', ({ stick }) => stick.id],
  ['Maker', ({ computer }) => computer.maker],
  ['Model', ({ computer }) => computer.model],
  ['Kind', ({ computer }) => computer.kind],
  ['Firmware', ({ firmware }) => firmware],
  ['Secure Boot', ({ secureBoot }) => secureBoot],
  ['Result', ({ result }) => result],
  ['Seconds to desktop', ({ seconds }) => (seconds === null ? '' : String(seconds))],
  ['Error code', ({ code }) => code],
  ['Note', ({ note }) => note],
  ['Entry ID', ({ id }) => id],
];

/** The row of heads, then a row for each entry. */
export function diaryTable(entries: readonly DiaryEntry[]): string[][] {
  return [
    COLUMNS.map(([head]) => head),
    ...entries.map((entry) => COLUMNS.map(([, cell]) => cell(entry))),
  ];
}

/** RFC 4180: CRLF after each row, quotes doubled, a head. In UTF-8 with a byte order mark, without which Excel takes another encoding. */
export function diaryCsv(entries: readonly DiaryEntry[]): string {
  const rows = diaryTable(entries).map((row) => `${row.map(csvCell).join(',')}\r\n`);
  return `\uFEFF${rows.join('')}`;
}

/**
 * A spreadsheet takes a cell with such a beginning for a formula, and carries it out (OWASP, “CSV Injection”). An apostrophe
 * before it makes it a text, which spreadsheets know and others see. Where numbers have a decimal comma, Excel begins a cell
 * behind each semicolon.
 */
const FORMULA = /(^|;)(?=[=+\-@\t\r])/g;

function csvCell(text: string): string {
  const harmless = text.replace(FORMULA, "$1'");
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
