import { csv } from '../csv';
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

/** The same for spreadsheets, with the heads. */
export function diaryCsv(entries: readonly DiaryEntry[]): string {
  return csv(diaryTable(entries));
}
