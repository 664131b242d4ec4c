import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES, computerNames, ruleTexts } from '.';

/** The cells of a row of a table in Markdown. */
function cells(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('the page about compatibility', () => {
  it('has a row for each rule, which says what the program says', async () => {
    const text = await readFile(join(process.cwd(), 'docs/compatibility.md'), 'utf8');
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.map(cells)).toEqual(
      RULES.map(({ id, computers, effect, source }) => [
        `\`${id}\``,
        computers.length === Object.keys(computerNames).length ? 'all' : computers.join(', '),
        effect,
        `${ruleTexts[id].why} ${ruleTexts[id].change}`,
        `${source.url === null ? source.name : `[${source.name}](${source.url})`}, ${source.certainty}`,
      ]),
    );
  });

  it('explains each kind of computer', async () => {
    const text = await readFile(join(process.cwd(), 'docs/compatibility.md'), 'utf8');
    for (const [id, name] of Object.entries(computerNames)) {
      expect(text).toContain(`- \`${id}\`: ${name}`);
    }
  });
});
