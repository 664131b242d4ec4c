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

function tableOf(entries: readonly DiaryEntry[]): string[][] {
  return [
    COLUMNS.map(([head]) => head),
    ...entries.map((entry) => COLUMNS.map(([, cell]) => cell(entry))),
  ];
}

/** RFC 4180: CRLF after each row, quotes doubled, a head. In UTF-8 with a byte order mark, without which Excel takes another encoding. */
export function diaryCsv(entries: readonly DiaryEntry[]): string {
  const rows = tableOf(entries).map((row) => `${row.map(csvCell).join(',')}\r\n`);
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

/** One page with a table, without scripts and without anything from elsewhere. */
export function diaryHtml(entries: readonly DiaryEntry[]): string {
  const [head = [], ...rows] = tableOf(entries);
  const row = (cells: readonly string[], tag: 'td' | 'th scope="col"'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag.slice(0, 2)}>`).join('')}</tr>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Compatibility diary</title>
<style>
body { font: 15px/1.4 system-ui, sans-serif; margin: 24px; color-scheme: light dark }
table { border-collapse: collapse }
th, td { padding: 4px 12px; border: 1px solid #8888; text-align: left; vertical-align: top }
</style>
</head>
<body>
<h1>Compatibility diary</h1>
<table>
<thead>
${row(head, 'th scope="col"')}
</thead>
<tbody>
${rows.map((cells) => row(cells, 'td')).join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
