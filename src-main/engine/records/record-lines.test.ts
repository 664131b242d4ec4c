import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StickRecordSchema, type MadeRecord } from '../../../src-shared/records';
import { sampleRecord } from '../../../src-shared/records/testing';
import { newGuid, processName } from '../../io';
import { RecordLines } from './record-lines';
import { RecordStore } from './record-store';

let base: string;
let share: string;
let store: RecordStore;
let lines: RecordLines;
const { signal } = new AbortController();

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'record-lines-'));
  share = join(base, 'share', 'records.jsonl');
  await mkdir(join(base, 'share'));
  store = new RecordStore(join(base, 'data'));
  lines = new RecordLines(store);
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

async function ended(more: Partial<MadeRecord> = {}): Promise<string> {
  const record = { ...sampleRecord, id: newGuid(), ...more };
  await lines.note([record.id]);
  await store.write(record, signal);
  return record.id;
}

async function idsSent(): Promise<string[]> {
  const text = await readFile(share, 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .split('\n')
    .filter((line) => line.startsWith('{"'))
    .map((line) => StickRecordSchema.parse(JSON.parse(line)).id);
}

describe('a file with a line for each record', () => {
  it('gets a whole record as one line, once', async () => {
    const [first, second] = [await ended(), await ended()];
    await lines.send(share, signal);
    await lines.send(share, signal);
    expect((await idsSent()).sort()).toEqual([first, second].sort());
    expect(await lines.waiting()).toBe(0);
  });

  it('gets whole lines after one that broke off', async () => {
    await writeFile(share, '{"version":1,"id":"broken o');
    const id = await ended();
    await lines.send(share, signal);
    const text = await readFile(share, 'utf8');
    expect(text.split('\n')[0]).toBe('{"version":1,"id":"broken o');
    expect(JSON.parse(text.split('\n')[1] ?? '')).toMatchObject({ id });
  });

  it('gets later what it could not get while its share was away', async () => {
    const first = await ended();
    const away = join(base, 'away', 'records.jsonl');
    const failed = { code: 'records/line-file', params: { path: away } };
    await expect(lines.send(away, signal)).rejects.toMatchObject(failed);
    expect(lines.problem).toContain('ENOENT');
    expect(await lines.waiting()).toBe(1);
    const second = await ended();
    await new RecordLines(store).send(share, signal);
    expect((await idsSent()).sort()).toEqual([first, second].sort());
    expect(await lines.waiting()).toBe(0);
  });

  it('is told of what is no ordinary file, rather than waited for', async () => {
    await ended();
    await expect(lines.send(join(base, 'share'), signal)).rejects.toMatchObject({
      code: 'records/line-file',
    });
    await expect(lines.send('/dev/full', signal)).rejects.toMatchObject({
      code: 'records/line-file',
    });
    expect(await lines.waiting()).toBe(1);
  });

  it('waits for a job that runs, and forgets what was removed', async () => {
    const process = await processName();
    const running = { result: 'running', phase: null, process } as const;
    const runs = await ended({ outcome: running });
    const gone = await ended();
    await store.remove(gone, signal);
    await lines.note([gone]);
    await lines.send(share, signal);
    await expect(readFile(share)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(store.unsentFolder)).toEqual([runs]);
  });

  it('loses no line when several append at the same time', async () => {
    const stores = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const other = new RecordStore(join(base, `data-${String(index)}`));
        const record = { ...sampleRecord, id: newGuid() };
        await other.write(record, signal);
        const sender = new RecordLines(other);
        await sender.note([record.id]);
        return { sender, id: record.id };
      }),
    );
    await Promise.all(stores.map(({ sender }) => sender.send(share, signal)));
    expect((await idsSent()).sort()).toEqual(stores.map(({ id }) => id).sort());
  });

  it('is forgotten with all records', async () => {
    await ended();
    await store.wipe(signal);
    expect(await lines.waiting()).toBe(0);
    expect(await readdir(store.folder)).toEqual([]);
  });
});
