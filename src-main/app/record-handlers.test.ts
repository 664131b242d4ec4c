import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleRecipe } from '../../src-shared/example-recipe';
import { parsePlan } from '../../src-shared/plan';
import { everyRecord } from '../../src-shared/records';
import { failedRecord, restoredRecord, sampleRecord } from '../../src-shared/records/testing';
import { RecordStore } from '../engine';
import { recordHandlers, type RecordsOfApp } from './record-handlers';

/** The file that the person chooses next, and the pages that were printed. */
const person = vi.hoisted(() => ({ chooses: null as string | null, printed: [] as string[] }));
vi.mock('electron', () => ({}));
vi.mock('./dialogs', () => ({ chooseNewFile: () => Promise.resolve(person.chooses) }));
vi.mock('./print-page', () => ({
  printPage: (page: string) => {
    person.printed.push(page);
    return Promise.resolve();
  },
}));

let base: string;
let records: RecordsOfApp;
let changes: number;
const { signal } = new AbortController();

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'record-handlers-'));
  Object.assign(person, { chooses: null, printed: [] });
  changes = 0;
  const window: Partial<BrowserWindow> = {};
  records = recordHandlers({
    window: window as BrowserWindow,
    places: { data: base, work: base },
    lineFile: () => '/srv/lines.jsonl',
    onChange: () => {
      changes += 1;
    },
  });
  const store = new RecordStore(base);
  for (const record of [sampleRecord, failedRecord]) await store.write(record, signal);
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

describe('what the window may do with records', () => {
  it('is to list those that match, and to read one', async () => {
    const asked = { ...everyRecord, text: 'vanished', offset: 0, limit: 10 };
    const { records: found, kept } = await records.handlers['records:list'](asked);
    expect([found.map(({ id }) => id), kept]).toEqual([[failedRecord.id], 2]);
    expect(await records.handlers['records:read'](sampleRecord.id)).toEqual(sampleRecord);
  });

  it('is to export what matches, as a table unless the name says otherwise', async () => {
    expect(await records.handlers['records:export'](everyRecord)).toBeNull();
    person.chooses = join(base, 'table');
    expect(await records.handlers['records:export'](everyRecord)).toBe(`${person.chooses}.csv`);
    expect((await readFile(join(base, 'table.csv'), 'utf8')).split('\r\n')).toHaveLength(4);
  });

  it('is to save and to print a label', async () => {
    person.chooses = join(base, 'label');
    await records.handlers['records:save-label'](sampleRecord.id);
    await records.handlers['records:print-label'](sampleRecord.id);
    expect(person.printed).toEqual([await readFile(join(base, 'label.html'), 'utf8')]);
  });

  it('is not to print the label of an ordinary drive', async () => {
    await new RecordStore(base).write(restoredRecord, signal);
    for (const channel of ['records:label', 'records:print-label'] as const) {
      await expect(records.handlers[channel](restoredRecord.id)).rejects.toMatchObject({
        code: 'records/no-label',
      });
    }
    expect(person.printed).toEqual([]);
  });

  it('is to remove one or all, and to be told', async () => {
    await records.handlers['records:remove'](sampleRecord.id);
    expect(await records.handlers['records:wipe'](null)).toBe(1);
    expect(changes).toBe(2);
  });
});

describe('a job of the window', () => {
  const targets = [{ kind: 'file', path: '/a.img', sizeBytes: 512 * 1024 ** 2 }];

  it('bears the name of the recipe that was opened only while it makes the very same', () => {
    const plan = parsePlan({ ...exampleRecipe, targets });
    expect(records.recording(plan)).toMatchObject({ recipeName: null });
    const recipe = { ...exampleRecipe, name: 'loaner', description: 'For a week.' };
    records.opened({ name: 'loaner', recipe });
    expect(records.recording(plan)).toMatchObject({
      recipeName: 'loaner',
      lineFile: '/srv/lines.jsonl',
    });
    const other = parsePlan({ ...exampleRecipe, edition: { index: 1 }, targets });
    expect(records.recording(other).recipeName).toBeNull();
  });
});
