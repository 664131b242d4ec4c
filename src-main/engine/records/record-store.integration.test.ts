import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyRecord } from '../../../src-shared/records';
import { sampleRecord } from '../../../src-shared/records/testing';
import { newGuid } from '../../io';
import { bundleProcess } from '../test-support/bundle-process';
import { RecordStore } from './record-store';

let base: string;
let otherProcess: string;
let data: string;
let running: ChildProcess[];
const { signal } = new AbortController();

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'record-processes-'));
  const entry = resolve(import.meta.dirname, 'test-support/other-process.ts');
  otherProcess = await bundleProcess(entry, base);
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

beforeEach(async () => {
  data = await mkdtemp(join(base, 'data-'));
  running = [];
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

interface Ended {
  /** What the process was told to be done. */
  done: string[];
  code: number | null;
}

async function other(
  work: 'write' | 'remove' | 'list',
  count: number,
  dieBefore = 0,
): Promise<Ended> {
  const args = [data, work, String(count), String(dieBefore)];
  const child = fork(otherProcess, args, { execArgv: [] });
  running.push(child);
  const done: string[] = [];
  child.on('message', (id) => done.push(id as string));
  const [code] = (await once(child, 'close')) as [number | null];
  return { done, code };
}

/** As a process sees them that knows nothing yet. */
async function idsIn(): Promise<Set<string>> {
  const { records, damaged } = await new RecordStore(data).list(everyRecord);
  expect(damaged).toEqual([]);
  return new Set(records.map(({ id }) => id));
}

async function fill(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newGuid);
  const store = new RecordStore(data);
  await store.write({ ...sampleRecord, id: ids[0] ?? '' }, signal);
  for (const id of ids) {
    const text = JSON.stringify({ ...sampleRecord, id });
    await writeFile(join(data, 'records', `${id}.json`), `${text}\n`);
  }
  return ids;
}

describe('records that several processes use', () => {
  it('lose none of those that are written at the same time', async () => {
    const ended = await Promise.all([other('write', 25), other('write', 25), other('write', 25)]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await idsIn()).toEqual(new Set(ended.flatMap(({ done }) => done)));
    expect(await readdir(join(data, 'records'))).toHaveLength(75);
  });

  it('are whole and go on after a process was killed before any of its changes to the file system', async () => {
    const kept: string[] = [];
    let call = 1;
    while (true) {
      const killed = await other('write', 1, call);
      kept.push(...killed.done);
      const next = { ...sampleRecord, id: newGuid() };
      await new RecordStore(data).write(next, signal);
      kept.push(next.id);
      const ids = await idsIn();
      expect(kept.filter((id) => !ids.has(id))).toEqual([]);
      // Nothing but whole records: no lock, and nothing half written.
      expect((await readdir(join(data, 'records'))).sort()).toEqual(
        [...ids].map((id) => `${id}.json`).sort(),
      );
      if (killed.code === 0) break;
      call += 1;
    }
    // Writing makes, fills and takes the lock, writes, flushes, replaces, and gives the lock away.
    expect(call).toBeGreaterThan(8);
  });

  it('that were removed stay removed, and no others go, whenever the process that removes them is killed', async () => {
    const ids = new Set(await fill(110));
    await new RecordStore(data).list(everyRecord);
    let call = 1;
    while (true) {
      const killed = await other('remove', 1, call);
      const now = await idsIn();
      for (const id of killed.done) expect(now.has(id)).toBe(false);
      expect(ids.size - now.size).toBeLessThanOrEqual(1);
      for (const id of ids) if (!now.has(id)) ids.delete(id);
      expect(now).toEqual(ids);
      if (killed.code === 0) break;
      call += 1;
    }
    expect(call).toBeGreaterThan(8);
  });

  it('are all listed after a process was killed while it wrote the index', async () => {
    const ids = await fill(110);
    let call = 1;
    while (true) {
      await rm(join(data, 'records', 'index.json'), { force: true });
      const killed = await other('list', 1, call);
      expect(await idsIn()).toEqual(new Set(ids));
      if (killed.code === 0) break;
      call += 1;
    }
    expect(call).toBeGreaterThan(5);
  });
});

describe('ten thousand records', () => {
  it('are listed sooner by their index than by reading each, and searched', async () => {
    const ids = await fill(10_000);
    const timed = async (text: string): Promise<{ ms: number; found: string[] }> => {
      const since = performance.now();
      const { records, kept } = await new RecordStore(data).list({ ...everyRecord, text });
      expect(kept).toBe(10_000);
      return { ms: performance.now() - since, found: records.map(({ id }) => id) };
    };
    const reading = await timed('kingston');
    const indexed = await timed(`KINGSTON ${ids[77] ?? ''}`);
    expect(reading.found).toHaveLength(10_000);
    expect(indexed.found).toEqual([ids[77]]);
    expect(indexed.ms).toBeLessThan(reading.ms);
  });
});
