/**
 * A table as RFC 4180 has it: CRLF after each row, quotes doubled. In UTF-8 with a byte order mark, without which Excel takes another
 * encoding.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
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
