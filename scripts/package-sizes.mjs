/* node scripts/package-sizes.mjs: writes what release/linux-unpacked consists of into docs/packaging.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measurePackage } from './lib/package-parts.mjs';
import { projectRoot } from './lib/paths.mjs';
import { runMain } from './lib/run.mjs';

const page = join(projectRoot, 'docs/packaging.md');
const marks = { begin: '<!-- sizes: scripts/package-sizes.mjs -->', end: '<!-- end of sizes -->' };

await runMain(async () => {
  const { measured } = measurePackage(join(projectRoot, 'release/linux-unpacked'));
  const version = await readFile(join(projectRoot, 'release/linux-unpacked/version'), 'utf8');
  const sum = (/** @type {string} */ whose) =>
    measured.filter(({ part }) => part.whose === whose).reduce((all, { bytes }) => all + bytes, 0);
  const rows = [
    ['What', 'Whose', 'MB', 'At most'],
    ['---', '---', '--:', '--:'],
    ...measured.map(({ part, bytes }) => [
      ...[part.name, part.whose, megabytes(bytes), megabytes(part.mostBytes)],
    ]),
    [`**all of Electron ${version.trim()}**`, '', `**${megabytes(sum('Electron'))}**`, ''],
    ['**all of Sticksmith**', '', `**${megabytes(sum('Sticksmith'))}**`, ''],
  ];
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const text = await readFile(page, 'utf8');
  const [before = '', rest = ''] = text.split(marks.begin);
  const after = rest.split(marks.end)[1] ?? '';
  await writeFile(page, `${before}${marks.begin}\n\n${table}\n\n${marks.end}${after}`);
  return 0;
});

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1_000_000).toFixed(2);
}
