import { Markup } from '../../io';

/** For the screen and for paper. What a colour says, a sign or a word says too. */
export const STYLE = new Markup(`
body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; color: #1b1f24; background: #fff; font: 10.5pt/1.5 system-ui, sans-serif; }
h1 { font-size: 20pt; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 13pt; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; margin: 0 0 1rem; }
dt { color: #57606a; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; }
caption { padding: 0.5rem 0; font-weight: 600; text-align: left; }
th { color: #57606a; font-weight: 600; text-align: left; }
th, td { padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid #d0d7de; vertical-align: top; overflow-wrap: anywhere; }
td:first-child { min-width: 8rem; }
.compatibility td:nth-child(2) { min-width: 6rem; }
td p { margin: 0 0 0.25rem; }
.pass td:first-child, .yes td:nth-child(2), .after-steps td:nth-child(2) { color: #116329; }
.warn td:first-child, .perhaps td:nth-child(2) { color: #7d4e00; }
.fail td:first-child, .no td:nth-child(2) { color: #a40e26; }
code { font: 9.5pt ui-monospace, monospace; }
a { color: #0a53a8; }
figure { margin: 1rem 0; }
img { max-width: 100%; border: 1px solid #d0d7de; }
.quiet { color: #57606a; }
/* A serial number may break anywhere, a word of the head and a date may not. */
.records th, .records td:nth-child(2), .records td:nth-child(7) { white-space: nowrap; }
.curve { display: block; width: 100%; }
.curve path { fill: #a8c7ee; stroke: #0a53a8; stroke-width: 0.8; }
.curve .axis { stroke: #57606a; }
.curve text { fill: #57606a; font-size: 11px; }
.speeds td:last-child { width: 50%; }
.speeds svg { width: 100%; height: 0.8em; }
.speeds rect { fill: #0a53a8; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; }
  tr, figure { break-inside: avoid; }
  a { color: inherit; }
}
`);
