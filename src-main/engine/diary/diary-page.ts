import { diaryTable, type DiaryEntry } from '../../../src-shared/diary';
import { markup } from '../../io';

const STYLE = [
  'body { font: 15px/1.4 system-ui, sans-serif; margin: 24px; color-scheme: light dark }',
  'table { border-collapse: collapse }',
  'th, td { padding: 4px 12px; border: 1px solid #8888; text-align: left; vertical-align: top }',
].join('\n');

/** One page with a table, without scripts and without anything from elsewhere. */
export function diaryPage(entries: readonly DiaryEntry[]): string {
  const [head = [], ...rows] = diaryTable(entries);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Compatibility diary</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1>Compatibility diary</h1>
<table>
<thead>
<tr>${head.map((cell) => markup`<th scope="col">${cell}</th>`)}</tr>
</thead>
<tbody>
${rows.map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}
</tbody>
</table>
</body>
</html>
`;
  return page.text;
}
