import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_ENTRIES, writeDiary, type DiaryEntry } from '../../../src-shared/diary';
import { sampleEntry } from '../../../src-shared/diary/testing';
import { isNameInUse, newGuid, processName } from '../../io';
import { DiaryStore } from './diary-store';

let base: string;
let folder: string;
let file: string;
let diary: DiaryStore;
const { signal } = new AbortController();

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'diary-store-'));
  folder = join(base, 'data', 'diary');
  file = join(folder, 'diary.json');
  diary = new DiaryStore(join(base, 'data'));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

function entry(day: number): DiaryEntry {
  const when = new Date(Date.UTC(2026, 0, day)).toISOString();
  return { ...sampleEntry, id: newGuid(), when };
}

async function lay(text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(file, text);
}

describe('the diary of a user', () => {
  it('is empty at first, and reading it leaves nothing behind', async () => {
    expect(await diary.read(signal)).toEqual({ entries: [], damaged: [] });
    expect(await readdir(base)).toEqual([]);
  });

  it('keeps what is added, newest first, for the next who opens it and for nobody else', async () => {
    const [old, recent] = [entry(1), entry(2)];
    await diary.add([old], signal);
    expect((await diary.add([recent], signal)).entries).toEqual([recent, old]);
    const again = new DiaryStore(join(base, 'data'));
    expect((await again.read(signal)).entries).toEqual([recent, old]);
    expect(await readdir(folder)).toEqual(['diary.json']);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  it('takes the same entry once', async () => {
    const one = entry(1);
    await diary.add([one, one], signal);
    expect((await diary.add([one], signal)).entries).toEqual([one]);
  });

  it('forgets what is removed, and says so of what isn’t there', async () => {
    const [one, other] = [entry(1), entry(2)];
    await diary.add([one, other], signal);
    expect((await diary.remove(one.id, signal)).entries).toEqual([other]);
    await expect(diary.remove(one.id, signal)).rejects.toMatchObject({ code: 'diary/not-found' });
    expect((await diary.read(signal)).entries).toEqual([other]);
  });

  it('takes no more than it can hold, and then none of them', async () => {
    const most = Array.from({ length: MOST_ENTRIES - 1 }, () => entry(1));
    await diary.add(most, signal);
    await expect(diary.add([entry(2), entry(3)], signal)).rejects.toMatchObject({
      code: 'diary/full',
    });
    expect((await diary.read(signal)).entries).toHaveLength(MOST_ENTRIES - 1);
    expect((await diary.add([entry(2)], signal)).entries).toHaveLength(MOST_ENTRIES);
  });

  it('loses none of what is added at the same time', async () => {
    const all = Array.from({ length: 20 }, (_, index) => entry(index + 1));
    const stores = all.map(() => new DiaryStore(join(base, 'data')));
    await Promise.all(
      stores.map((store, index) =>
        store.add(all.slice(index, index + 1), new AbortController().signal),
      ),
    );
    const ids = new Set((await diary.read(signal)).entries.map(({ id }) => id));
    expect(ids).toEqual(new Set(all.map(({ id }) => id)));
    expect(await readdir(folder)).toEqual(['diary.json']);
  });
});

describe('a damaged diary', () => {
  it.each(['', '{"version":1,"entr', '\u0000'.repeat(512)])(
    'of the content %j is kept aside, told of, and begun anew',
    async (content) => {
      await lay(content);
      const read = await diary.read(signal);
      expect(read.entries).toEqual([]);
      const [aside = '', ...more] = read.damaged;
      expect(more).toEqual([]);
      expect(await readFile(aside, 'utf8')).toBe(content);
      const one = entry(1);
      expect(await diary.add([one], signal)).toEqual({ entries: [one], damaged: [aside] });
    },
  );

  it('keeps the entries that can be read, and the file as it was beside them', async () => {
    const good = entry(1);
    const content = JSON.stringify({ version: 1, entries: [{ ...entry(2), when: '?' }, good] });
    await lay(content);
    const added = entry(3);
    const { entries, damaged } = await diary.add([added], signal);
    expect(entries).toEqual([added, good]);
    expect(await readFile(damaged[0] ?? '', 'utf8')).toBe(content);
    expect(await diary.read(signal)).toEqual({ entries, damaged });
  });

  it('of a later version is left as it is', async () => {
    const content = '{"version":2,"entries":[]}';
    await lay(content);
    const newer = { code: 'diary/newer' };
    await expect(diary.read(signal)).rejects.toMatchObject(newer);
    await expect(diary.add([entry(1)], signal)).rejects.toMatchObject(newer);
    expect(await readFile(file, 'utf8')).toBe(content);
    expect(await readdir(folder)).toEqual(['diary.json']);
  });

  it('that is no file is an error with a code', async () => {
    await mkdir(file, { recursive: true });
    const unusable = { code: 'diary/unusable' };
    await expect(diary.read(signal)).rejects.toMatchObject(unusable);
    await expect(diary.add([entry(1)], signal)).rejects.toMatchObject(unusable);
  });
});

describe('the lock of a diary', () => {
  /** A process that has ended: numbers of processes have at most 22 bits on Linux. */
  const dead = '4999999-00000000.1-0123456789ab';

  it('is taken over from a process that died with it, and its leftovers are cleared away', async () => {
    expect(await isNameInUse(dead)).toBe(false);
    await lay(writeDiary([]));
    for (const name of ['lock', `lock-${dead}`]) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, dead), '');
    }
    await writeFile(join(folder, 'diary.json.123456'), '{"vers');
    const one = entry(1);
    expect((await diary.add([one], signal)).entries).toEqual([one]);
    expect(await readdir(folder)).toEqual(['diary.json']);
  });

  it('that is empty belongs to nobody', async () => {
    await mkdir(join(folder, 'lock'), { recursive: true });
    expect((await diary.add([entry(1)], signal)).entries).toHaveLength(1);
  });

  it('of a running process is waited for until somebody cancels, and stays', async () => {
    const name = await processName();
    await mkdir(join(folder, 'lock'), { recursive: true });
    await writeFile(join(folder, 'lock', name), '');
    const cancelling = new AbortController();
    const adding = diary.add([entry(1)], cancelling.signal);
    const cancelled = expect(adding).rejects.toMatchObject({ name: 'AbortError' });
    cancelling.abort();
    await cancelled;
    expect(await readdir(folder)).toEqual(['lock']);
    expect(await readdir(join(folder, 'lock'))).toEqual([name]);
  });

  it('doesn’t keep anybody from reading', async () => {
    const one = entry(1);
    await lay(writeDiary([one]));
    await mkdir(join(folder, 'lock'));
    await writeFile(join(folder, 'lock', await processName()), '');
    expect((await diary.read(signal)).entries).toEqual([one]);
  });
});
