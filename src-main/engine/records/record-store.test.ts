import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  everyRecord,
  summaryOf,
  type MadeRecord,
  type StickRecord,
} from '../../../src-shared/records';
import { sampleRecord } from '../../../src-shared/records/testing';
import { newGuid, processName } from '../../io';
import { RecordStore } from './record-store';

let base: string;
let folder: string;
let store: RecordStore;
const { signal } = new AbortController();

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'record-store-'));
  folder = join(base, 'data', 'records');
  store = new RecordStore(join(base, 'data'));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

function record(minute: number, more: Partial<MadeRecord> = {}): MadeRecord {
  const startedAt = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  return { ...sampleRecord, id: newGuid(), startedAt, ...more };
}

async function keep(...records: readonly StickRecord[]): Promise<void> {
  for (const one of records) await store.write(one, signal);
}

const another = (): RecordStore => new RecordStore(join(base, 'data'));
const idsIn = async (from: RecordStore): Promise<string[]> =>
  (await from.list(everyRecord)).records.map(({ id }) => id);

describe('the records of a user', () => {
  it('are none at first, and looking leaves nothing behind', async () => {
    const nothing = { records: [], matching: 0, kept: 0, damaged: [], newer: 0 };
    expect(await store.list(everyRecord)).toEqual(nothing);
    expect(await readdir(base)).toEqual([]);
  });

  it('are kept for the next who looks, newest first, and for nobody else', async () => {
    const [old, recent] = [record(1), record(2)];
    await keep(old, recent);
    expect((await another().list(everyRecord)).records).toEqual([
      summaryOf(recent),
      summaryOf(old),
    ]);
    expect(await another().read(old.id)).toEqual(old);
    expect((await stat(folder)).mode & 0o077).toBe(0);
    expect((await stat(join(folder, `${old.id}.json`))).mode & 0o077).toBe(0);
  });

  it('are replaced, and seen as they are now', async () => {
    const one = record(1, { computerName: 'FIRST' });
    await keep(one);
    expect((await store.list(everyRecord)).records).toMatchObject([{ computerName: 'FIRST' }]);
    await another().write({ ...one, computerName: 'SECOND' }, signal);
    const { records, kept } = await store.list(everyRecord);
    expect(records).toMatchObject([{ computerName: 'SECOND' }]);
    expect(kept).toBe(1);
  });

  it('are listed in parts', async () => {
    const all = Array.from({ length: 5 }, (_, minute) => record(minute));
    await keep(...all);
    const { records, matching } = await store.list(everyRecord, { offset: 1, limit: 2 });
    expect(records.map(({ id }) => id)).toEqual([all[3]?.id, all[2]?.id]);
    expect(matching).toBe(5);
  });

  it('of a job that runs are told from those of one that broke off', async () => {
    const running = { result: 'running', phase: 'writing', process: await processName() } as const;
    const dead = { ...running, process: '4999999-00000000.1-0123456789ab' };
    const [runs, broke] = [record(2, { outcome: running }), record(1, { outcome: dead })];
    await keep(runs, broke);
    const outcomes = (await store.list(everyRecord)).records.map(({ outcome }) => outcome);
    expect(outcomes).toEqual([running, { result: 'broken-off', phase: 'writing' }]);
    expect((await store.read(broke.id)).outcome.result).toBe('broken-off');
    const query = { ...everyRecord, result: 'broken-off' } as const;
    expect((await store.list(query)).records.map(({ id }) => id)).toEqual([broke.id]);
  });

  it('says so of one that isn’t there', async () => {
    const unknown = { code: 'records/not-found' };
    await expect(store.read(newGuid())).rejects.toMatchObject(unknown);
    await expect(store.remove(newGuid(), signal)).rejects.toMatchObject(unknown);
  });
});

describe('what is removed', () => {
  /** The names of all files, and whether any holds this text. */
  async function traces(text: string): Promise<string[]> {
    const names = await readdir(folder);
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return names.filter((_, index) => texts[index]?.includes(text));
  }

  it('is gone from the folder, and from the index as well', async () => {
    const marked = record(0, { computerName: 'TO-BE-GONE' });
    await keep(marked, ...Array.from({ length: 101 }, (_, minute) => record(minute)));
    await store.list(everyRecord);
    expect(await traces('TO-BE-GONE')).toEqual([`${marked.id}.json`, 'index.json'].sort());
    await store.remove(marked.id, signal);
    expect(await traces('TO-BE-GONE')).toEqual([]);
    expect((await store.list(everyRecord)).kept).toBe(101);
    expect((await another().list(everyRecord)).kept).toBe(101);
  });

  it('leaves an empty folder when it is all, damaged and later ones with it', async () => {
    await keep(...Array.from({ length: 102 }, (_, minute) => record(minute)));
    await store.list(everyRecord);
    await writeFile(join(folder, `${newGuid()}.json`), '{"vers');
    await writeFile(join(folder, `${newGuid()}.json.12345`), '{"vers');
    expect(await store.wipe(signal)).toBe(103);
    expect(await readdir(folder)).toEqual([]);
    expect((await store.list(everyRecord)).kept).toBe(0);
  });

  it('doesn’t stay in the index when somebody else deletes its file', async () => {
    const all = Array.from({ length: 102 }, (_, minute) => record(minute));
    await keep(...all);
    await store.list(everyRecord);
    await rm(join(folder, `${all[0]?.id ?? ''}.json`));
    expect((await another().list(everyRecord)).kept).toBe(101);
    expect(await traces(all[0]?.id ?? '')).toEqual([]);
  });
});

describe('a damaged record', () => {
  it.each(['', '{"version":1', '\u0000'.repeat(100), '{"version":1,"id":"x"}'])(
    'of the content %j is told of, left as it is, and hides no other',
    async (content) => {
      const good = record(1);
      await keep(good);
      const id = newGuid();
      const path = join(folder, `${id}.json`);
      await writeFile(path, content);
      const { records, damaged } = await store.list(everyRecord);
      expect(records.map((one) => one.id)).toEqual([good.id]);
      expect(damaged).toEqual([path]);
      await expect(store.read(id)).rejects.toMatchObject({ code: 'records/unreadable' });
      expect(await readFile(path, 'utf8')).toBe(content);
    },
  );

  it('is one whose file bears the name of another', async () => {
    const one = record(1);
    await keep(one);
    const copy = join(folder, `${newGuid()}.json`);
    await writeFile(copy, await readFile(join(folder, `${one.id}.json`)));
    expect((await store.list(everyRecord)).damaged).toEqual([copy]);
  });

  it('is set aside whole, in a folder that wiping removes, too', async () => {
    const [sound, path] = [record(1), join(folder, `${newGuid()}.json`)];
    await keep(sound);
    for (const text of ['{"torn', 'once more']) {
      await writeFile(path, text);
      const [place = '', ...others] = await store.setAside(signal);
      expect(others).toEqual([]);
      expect(await readFile(place, 'utf8')).toBe(text);
    }
    expect(await readdir(store.setAsideFolder)).toHaveLength(2);
    expect(await store.list(everyRecord)).toMatchObject({ kept: 1, damaged: [] });
    expect(await store.setAside(signal)).toEqual([]);
    await store.wipe(signal);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not one that a later version wrote', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${newGuid()}.json`), '{"version":3}');
    expect(await store.list(everyRecord)).toMatchObject({ kept: 0, damaged: [], newer: 1 });
  });
});

describe('the index', () => {
  it('is believed of no file that changed, and of none when it is damaged', async () => {
    const all = Array.from({ length: 102 }, (_, minute) => record(minute));
    await keep(...all);
    await store.list(everyRecord);
    const index = join(folder, 'index.json');
    const [first] = all;
    if (!first) throw new Error('a record is needed');
    await writeFile(
      join(folder, `${first.id}.json`),
      `${JSON.stringify({ ...first, computerName: 'CHANGED-BY-HAND' })}\n`,
    );
    const changed = (await another().list(everyRecord)).records.find(({ id }) => id === first.id);
    expect(changed).toMatchObject({ computerName: 'CHANGED-BY-HAND' });
    for (const damage of ['', '{"version":1,"entries":[{}]}', '{"version":7}']) {
      await writeFile(index, damage);
      expect(await idsIn(another())).toHaveLength(102);
    }
  });

  it('can be missing where nothing may be written', async () => {
    await keep(...Array.from({ length: 102 }, (_, minute) => record(minute)));
    await mkdir(join(folder, 'index.json'));
    expect(await idsIn(store)).toHaveLength(102);
  });
});
