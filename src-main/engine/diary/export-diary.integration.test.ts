import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeEntries, type DiaryEntry } from '../../../src-shared/diary';
import { arbitraryEntry, sampleEntry } from '../../../src-shared/diary/testing';
import { runTool } from '../../host/run-tool';
import { exportDiary } from './export-diary';
import { readDiaryFile } from './read-diary-file';

/** Python's reader of CSV: strict, so that what RFC 4180 doesn't allow fails. */
const READ_CSV = `
import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    print(json.dumps(list(csv.DictReader(file, strict=True))))
`;
/** Python's parser of HTML, collecting the cells. */
const READ_HTML = `
import html.parser, json, sys
class Cells(html.parser.HTMLParser):
    rows, cell, tags = [], None, set()
    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag == 'tr': self.rows.append([])
        if tag in ('td', 'th'): self.cell = ''
    def handle_data(self, data):
        if self.cell is not None: self.cell += data
    def handle_endtag(self, tag):
        if tag in ('td', 'th'):
            self.rows[-1].append(self.cell)
            self.cell = None
cells = Cells()
with open(sys.argv[1], encoding='utf-8', newline='') as file: cells.feed(file.read())
print(json.dumps({'rows': cells.rows, 'tags': sorted(cells.tags)}))
`;

let folder: string;
let entries: DiaryEntry[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diary-export-'));
  entries = mergeEntries([sampleEntry], fc.sample(arbitraryEntry, 300));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function read(program: string, path: string): Promise<unknown> {
  const { stdout } = await runTool('python3', ['-c', program, path]);
  return JSON.parse(stdout);
}

describe('an exported diary', () => {
  it('is a table that another reader of CSV gets right, without cells that begin like a formula', async () => {
    const path = join(folder, 'diary.csv');
    await exportDiary(path, entries);
    const rows = (await read(READ_CSV, path)) as Record<string, string>[];
    expect(rows).toHaveLength(entries.length);
    // Apostrophes may have been put in, and nothing else changed.
    const bare = (text: string | undefined): string | undefined => text?.replaceAll("'", '');
    for (const [index, row] of rows.entries()) {
      const entry = entries[index];
      expect(bare(row['Note'])).toBe(bare(entry?.note));
      expect(bare(row['Model'])).toBe(bare(entry?.computer.model));
      expect(row['Seconds to desktop']).toBe(String(entry?.seconds ?? ''));
      expect(row['Entry ID']).toBe(entry?.id);
      expect(Object.values(row).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }
  });

  it('is a page that another parser finds a table in and nothing of what was noted as a tag', async () => {
    const path = join(folder, 'diary.HTML');
    const tagged: DiaryEntry = { ...sampleEntry, note: '</td><script>alert(1)</script>' };
    await exportDiary(path, mergeEntries([tagged], entries));
    const { rows, tags } = (await read(READ_HTML, path)) as { rows: string[][]; tags: string[] };
    expect(rows.slice(1).map((row) => row[11])).toEqual(
      mergeEntries([tagged], entries).map(({ note }) => note),
    );
    expect(tags).not.toContain('script');
  });

  it('can be read again, with a byte order mark, too', async () => {
    const path = join(folder, 'diary.json');
    await exportDiary(path, entries);
    expect(await readDiaryFile(path)).toEqual(entries);
    await writeFile(path, `\uFEFF${await readFile(path, 'utf8')}`);
    expect(await readDiaryFile(path)).toEqual(entries);
  });

  it('goes into no file of another kind, or where there is no folder', async () => {
    await expect(exportDiary(join(folder, 'diary.xlsx'), entries)).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(exportDiary(join(folder, 'none', 'diary.csv'), entries)).rejects.toMatchObject({
      code: 'permission/denied',
    });
  });
});
