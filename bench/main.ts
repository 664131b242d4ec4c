import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { benchCheck } from './check';
import { benchEncrypt } from './encrypt';
import { benchHash } from './hash';
import { benchMake } from './make';
import { benchMany } from './many';
import { missesBound, type BenchResult, type Figure, type Row } from './row';
import { benchStaged } from './staged';
import { benchStart } from './start';
import { benchWrite } from './write';

const benches: Record<string, (folder: string) => Promise<BenchResult>> = {
  hash: benchHash,
  make: benchMake,
  write: benchWrite,
  many: benchMany,
  staged: benchStaged,
  encrypt: benchEncrypt,
  check: benchCheck,
  start: benchStart,
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
      missed ||= [...result.rows, ...result.figures].some(missesBound);
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
    '| what | ours | peer | ratio | at most | |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => {
      const limit = Number.isFinite(row.limit) ? row.limit.toFixed(2) : '–';
      return `| ${row.name} | ${spread(row.ours)} | ${row.peerName}: ${spread(row.peer)} | ${row.ratio.toFixed(2)} | ${limit} | ${mark(row)} |`;
    }),
    ...figures.map(
      (figure) =>
        `| ${figure.name} | ${figure.value.toFixed(figure.unit === 's' ? 2 : 0)} ${figure.unit} | – | – | ${String(figure.limit)} ${figure.unit} | ${mark(figure)} |`,
    ),
    '',
    ...notes.map((note) => `- ${note}`),
    '',
  ];
  return lines.join('\n');
}

function mark(measured: Row | Figure): string {
  return missesBound(measured) ? '**missed**' : '';
}

function spread({ median, lowest, highest, runs }: BenchResult['rows'][number]['ours']): string {
  return `${median.toFixed(2)} s (${lowest.toFixed(2)}–${highest.toFixed(2)}, n=${String(runs)})`;
}
