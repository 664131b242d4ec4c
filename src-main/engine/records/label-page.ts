import type { MadeRecord } from '../../../src-shared/records';
import { Markup, markup } from '../../io';
import { labelOf } from './label';

/** A label as a page of 62 × 29 mm: a common size of adhesive labels, and small enough for a luggage tag. */
export function labelPage(record: MadeRecord): string {
  const { name, lines, code, qr } = labelOf(record);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${`Label of ${name}`}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<svg viewBox="0 0 ${qr.modules} ${qr.modules}" role="img" aria-label="QR code with the record’s ID" shape-rendering="crispEdges"><path d="${qr.path}"></path></svg>
<div>
<h1>${name}</h1>
${lines.map(
  (line) => markup`<p>${line}</p>
`,
)}
<p class="id">${code}</p>
</div>
</main>
</body>
</html>
`.text;
}

/** A little lower than the paper: pages are cut to whole pixels, and what is a fraction too high comes out on a second label. */
const STYLE = new Markup(`
@page { size: 62mm 29mm; margin: 0; }
body { margin: 0; color: #000; background: #fff; font: 7pt/1.25 sans-serif; }
main { display: flex; gap: 1mm; align-items: center; box-sizing: border-box; width: 62mm; height: 28.5mm; padding: 1mm; overflow: hidden; }
svg { flex: none; width: 24mm; height: 24mm; }
div { min-width: 0; }
h1 { margin: 0 0 1mm; font-size: 11pt; line-height: 1.1; overflow-wrap: anywhere; }
p { margin: 0; overflow-wrap: anywhere; }
.id { margin-top: 1mm; font: 5pt/1.2 monospace; }
`);
