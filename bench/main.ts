import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { benchHash } from './hash';
import { benchMake } from './make';
import { benchMany } from './many';
import type { BenchResult } from './row';
import { benchStaged } from './staged';
import { benchWrite } from './write';

const benches: Record<string, (folder: string) => Promise<BenchResult>> = {
  hash: benchHash,
  make: benchMake,
  write: benchWrite,
  many: benchMany,
  staged: benchStaged,
};

const results = resolve(import.meta.dirname, 'results');

/** Runs the named benchmarks, or all; writes JSON and Markdown; answers 1 when a bound is missed. */
export async function main(names: string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    console.error(
      `No such benchmark: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`,
    );
    return 2;
  }
  await mkdir(results, { recursive: true });
  let missed = false;
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const folder = await mkdtemp(join(results, `.${name}-`));
    try {
      const result = await bench(folder);
      const text = markdown(name, result);
      console.log(text);
      await writeFile(join(results, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
      await writeFile(join(results, `${name}.md`), text);
      missed ||= result.rows.some(({ ratio, limit }) => ratio > limit);
      missed ||= result.figures.some(({ value, limit }) => value > limit);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return missed ? 1 : 0;
}

function markdown(name: string, { rows, figures, notes }: BenchResult): string {
  const lines = [
    `# ${name}`,
    '',
    `${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 1e9).toFixed(0)} GB of memory; medians, lowest to highest in brackets.`,
    '',
    '| what | ours | peer | ratio | at most |',
    '|---|---|---|---|---|',
    ...rows.map(
      ({ name: what, ours, peerName, peer, ratio, limit }) =>
        `| ${what} | ${spread(ours)} | ${peerName}: ${spread(peer)} | ${ratio.toFixed(2)} | ${Number.isFinite(limit) ? limit.toFixed(2) : '–'} |`,
    ),
    ...figures.map(
      ({ name: what, value, limit, unit }) =>
        `| ${what} | ${value.toFixed(0)} ${unit} | – | – | ${String(limit)} ${unit} |`,
    ),
    '',
    ...notes.map((note) => `- ${note}`),
    '',
  ];
  return lines.join('\n');
}

function spread({ median, lowest, highest, runs }: BenchResult['rows'][number]['ours']): string {
  return `${median.toFixed(2)} s (${lowest.toFixed(2)}–${highest.toFixed(2)}, n=${String(runs)})`;
}
