import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DiaryEntrySchema } from '../../../src-shared/diary';
import { sampleEntry } from '../../../src-shared/diary/testing';
import { newGuid } from '../../io';
import { bundleProcess } from '../test-support/bundle-process';
import { DiaryStore } from './index';

let base: string;
let otherProcess: string;
let data: string;
let running: ChildProcess[];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'diary-processes-'));
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
  /** What the process was told to be kept. */
  kept: string[];
  code: number | null;
}

async function addEntries(count: number, dieBefore = 0): Promise<Ended> {
  const child = fork(otherProcess, [data, String(count), String(dieBefore)], { execArgv: [] });
  running.push(child);
  const kept: string[] = [];
  child.on('message', (id) => kept.push(id as string));
  const [code] = (await once(child, 'close')) as [number | null];
  return { kept, code };
}

async function idsIn(): Promise<Set<string>> {
  const { entries, damaged } = await new DiaryStore(data).read(new AbortController().signal);
  expect(damaged).toEqual([]);
  return new Set(entries.map(({ id }) => id));
}

describe('a diary that several processes use', () => {
  it('loses no entry of those that write at the same time', async () => {
    const ended = await Promise.all([addEntries(25), addEntries(25), addEntries(25)]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    const kept = ended.flatMap(({ kept: ids }) => ids);
    expect(kept).toHaveLength(75);
    expect(await idsIn()).toEqual(new Set(kept));
    expect(await readdir(join(data, 'diary'))).toEqual(['diary.json']);
  });

  it('is whole and goes on after a process was killed before any of its changes to the file system', async () => {
    const diary = new DiaryStore(data);
    const kept: string[] = [];
    let call = 1;
    while (true) {
      const killed = await addEntries(1, call);
      kept.push(...killed.kept);
      const next = DiaryEntrySchema.parse({ ...sampleEntry, id: newGuid() });
      await diary.add([next], new AbortController().signal);
      kept.push(next.id);
      const ids = await idsIn();
      expect(kept.filter((id) => !ids.has(id))).toEqual([]);
      expect(await readdir(join(data, 'diary'))).toEqual(['diary.json']);
      if (killed.code === 0) break;
      call += 1;
    }
    // Adding makes, fills and takes the lock, writes, flushes, replaces, and gives the lock away.
    expect(call).toBeGreaterThan(8);
  });

  it('is whole and goes on when a process is killed while it keeps a damaged one aside', async () => {
    await addEntries(1);
    const file = join(data, 'diary', 'diary.json');
    const [good] = await idsIn();
    const read = (): Promise<{ entries: { id: string }[]; damaged: string[] }> =>
      new DiaryStore(data).read(new AbortController().signal);
    let call = 1;
    while (true) {
      const { entries } = await read();
      const first = entries.find(({ id }) => id === good);
      await writeFile(file, JSON.stringify({ version: 1, entries: [first, { id: 'damaged' }] }));
      const killed = await addEntries(1, call);
      const after = await read();
      const ids = after.entries.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([good, ...killed.kept]));
      expect(after.damaged.length).toBeGreaterThan(0);
      if (killed.code === 0) break;
      call += 1;
    }
    expect(call).toBeGreaterThan(6);
  });
});
