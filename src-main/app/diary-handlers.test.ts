import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DiaryEntry } from '../../src-shared/diary';
import { sampleEntry } from '../../src-shared/diary/testing';
import { DiaryStore } from '../engine';
import { diaryHandlers, type DiaryHandlerTools } from './diary-handlers';

/** The file that the person chooses next; null closes the dialog. */
const chosen = vi.hoisted(() => ({ path: null as string | null }));
vi.mock('./dialogs', () => ({ chooseNewFile: () => Promise.resolve(chosen.path) }));

const other: DiaryEntry = {
  ...sampleEntry,
  id: 'aaaaaaaa-9a51-4c3e-8d4e-2b7a1c9d0e5f',
  stick: { id: 'mbr:0a1b2c3d', label: '' },
};

let data: string;
let diary: ReturnType<typeof diaryHandlers>;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'diary-handlers-'));
  const window: Partial<DiaryHandlerTools['window']> = {};
  diary = diaryHandlers({
    window: window as DiaryHandlerTools['window'],
    places: { data, work: join(data, 'work') },
  });
});
afterEach(async () => {
  diary.cancel();
  await rm(data, { recursive: true, force: true });
});

describe('the diary of the window', () => {
  it('is the one that the command line has', async () => {
    await diary.handlers['diary:add'](sampleEntry);
    const sameFolder = new DiaryStore(data);
    const { signal } = new AbortController();
    expect((await sameFolder.read(signal)).entries).toEqual([sampleEntry]);
    await sameFolder.add([other], signal);
    expect((await diary.handlers['diary:list'](null)).entries).toHaveLength(2);
    expect((await diary.handlers['diary:remove'](other.id)).entries).toEqual([sampleEntry]);
  });

  it('is saved by the ending that was chosen, a table without one, and one stick’s alone', async () => {
    await diary.handlers['diary:add'](sampleEntry);
    await diary.handlers['diary:add'](other);
    chosen.path = join(data, 'all.json');
    expect(await diary.handlers['diary:export'](null)).toBe(chosen.path);
    expect(await readFile(chosen.path, 'utf8')).toContain('"version": 1');
    chosen.path = join(data, 'one');
    expect(await diary.handlers['diary:export'](other.stick.id)).toBe(`${chosen.path}.csv`);
    const table = await readFile(`${chosen.path}.csv`, 'utf8');
    expect(table.split('\r\n')).toHaveLength(3);
    expect(table).toContain('mbr:0a1b2c3d');
    chosen.path = null;
    expect(await diary.handlers['diary:export'](null)).toBeNull();
  });
});
