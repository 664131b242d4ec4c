import { Markup, markup } from '../io';

/** What a sheet of paper says about one stick. Holds its key. */
export interface RecoveryKeySheet {
  target: string;
  /** GUID, as the screen that asks for the key shows it. */
  keyId: string;
  /** 48 digits in 8 groups, with hyphens. */
  key: string;
}

/** A page for the printer, without scripts and without anything to load: one sheet of paper for each key. */
export function recoveryKeySheets(sheets: readonly RecoveryKeySheet[]): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>BitLocker recovery key</title>
<style>${STYLE}</style>
</head>
<body>
${sheets.map(sheetOf)}
</body>
</html>
`.text;
}

const STYLE = new Markup(`
body { margin: 0; color: #000; font: 12pt/1.5 sans-serif; }
section + section { break-before: page; }
h1 { font-size: 18pt; }
.id { font: 13pt monospace; }
.key { margin: 8pt 0; font: bold 20pt/1.7 monospace; }
.key span { display: inline-block; width: 7ch; }
.written { margin-top: 24pt; }
`);

function sheetOf({ target, keyId, key }: RecoveryKeySheet): Markup {
  const groups = key.split('-').map((digits) => markup`<span>${digits}</span>`);
  return markup`<section>
<h1>BitLocker recovery key</h1>
<p>It opens a stick made by Sticksmith (${target} on the computer that made it) when the password is forgotten or not accepted. Whoever has this sheet can read everything there: keep it safe, and apart from the stick.</p>
<p>The screen that asks for a recovery key shows its ID, or how it begins. Compare it with this one:</p>
<p class="id">${keyId}</p>
<p>When they are the same, enter this key:</p>
<p class="key">${groups.slice(0, 4)}<br>${groups.slice(4)}</p>
<p class="written">Which stick this is: ______________________________</p>
</section>`;
}
