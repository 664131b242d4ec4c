import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GiB } from '../../../src-shared/units';
import { BuildCache, type HeldBuild } from './index';
import { faultsOf, makeSample, SAMPLE_BYTES, sampleKey } from './test-support/sample-build';

const A = sampleKey('a');
const B = sampleKey('b');
const C = sampleKey('c');
const D = sampleKey('d');
const about = { edition: 'Windows 11 Pro', image: 'Win11.iso' };

let work: string;
let folder: string;
let budgetBytes: number;
let cache: BuildCache;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'build-cache-test-'));
  folder = join(work, 'sticksmith-builds');
  budgetBytes = GiB;
  cache = new BuildCache({ folder: () => work, budgetBytes: () => budgetBytes });
});
afterEach(async () => {
  await rm(work, { recursive: true, force: true });
});

function add(key: string, bytes?: number): Promise<HeldBuild> {
  return cache.add(key, about, (place) => makeSample(place, key, bytes));
}

/** Adds a build and lets it go; it counts as used so many minutes after a fixed moment. */
async function keep(key: string, minute = 0, bytes?: number): Promise<void> {
  await (await add(key, bytes)).release();
  const used = new Date(Date.UTC(2026, 0, 1, 0, minute));
  await utimes(join(folder, key, 'entry.json'), used, used);
}

async function keptKeys(): Promise<string[]> {
  return (await cache.state()).builds.map(({ key }) => key);
}

async function bytesOf(key: string): Promise<number> {
  const build = (await cache.state()).builds.find((candidate) => candidate.key === key);
  if (!build) throw new Error(`${key} is not kept`);
  return build.bytes;
}

describe('add and take', () => {
  it('gives back a build as it was made', async () => {
    const made = await add(A);
    expect(made.fromCache).toBe(false);
    expect(await faultsOf(made)).toEqual([]);
    await made.release();

    const taken = await cache.take(A);
    if (taken === null) throw new Error('it was not kept');
    expect(taken.fromCache).toBe(true);
    expect(taken.fileBytes).toBe(SAMPLE_BYTES);
    expect(taken.map.chunks).toEqual(made.map.chunks);
    expect(await faultsOf(taken)).toEqual([]);
    await taken.release();
  });

  it('knows only the key that was asked for, and makes no folder to find that out', async () => {
    expect(await cache.take(A)).toBeNull();
    expect(await readdir(work)).toEqual([]);
    await keep(A);
    expect(await cache.take(B)).toBeNull();
  });

  it('lets nobody but its user look into the folder, and tells backup programs to leave it out', async () => {
    await keep(A);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, A))).mode & 0o777).toBe(0o700);
    const tag = await readFile(join(folder, 'CACHEDIR.TAG'), 'utf8');
    expect(tag).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/);
  });

  it('passes the error of a build that fails, and leaves nothing of it', async () => {
    const failing = cache.add(A, about, async (place) => {
      await makeSample(place, A);
      throw new Error('the image is damaged');
    });
    await expect(failing).rejects.toThrow('the image is damaged');
    expect(await readdir(work)).toEqual([]);
  });

  it('refuses what is not a whole build', async () => {
    const badly: ((place: string) => Promise<void>)[] = [
      (place) => rm(join(place, 'windows.ntfs')),
      (place) => rm(join(place, 'boot'), { recursive: true }),
      (place) => truncate(join(place, 'windows.ntfs'), SAMPLE_BYTES - 512),
      (place) => symlink('/etc/passwd', join(place, 'boot/link')),
    ];
    for (const spoil of badly) {
      const made = cache.add(A, about, async (place) => {
        const sample = await makeSample(place, A);
        await spoil(place);
        return sample;
      });
      await expect(made, spoil.toString()).rejects.toThrow();
      expect(await readdir(work)).toEqual([]);
    }
  });

  it('refuses a block map that is out of order, crosses blocks or reads beyond the volume', async () => {
    const whole = { sourceOffset: 0, targetOffset: 0, length: 512, hash: 1n };
    const maps = [
      [{ ...whole, targetOffset: 512 }, whole],
      [whole, { ...whole, targetOffset: 256 }],
      [{ ...whole, targetOffset: 4 * 1024 ** 2 - 256 }],
      [{ ...whole, sourceOffset: SAMPLE_BYTES - 256 }],
    ];
    for (const chunks of maps) {
      const made = cache.add(A, about, async (place) => {
        return { ...(await makeSample(place, A)), chunks };
      });
      await expect(made).rejects.toThrow();
    }
    expect(await keptKeys()).toEqual([]);
  });

  it('refuses a key that could be a path', async () => {
    const made = cache.add('../elsewhere', about, (place) => makeSample(place, A));
    await expect(made).rejects.toThrow('not the key of a build');
    expect(await cache.take('../elsewhere')).toBeNull();
  });

  it('gives both of two jobs that make the same a whole build, and keeps one', async () => {
    const [one, two] = await Promise.all([add(A), add(A)]);
    expect(await faultsOf(one)).toEqual([]);
    expect(await faultsOf(two)).toEqual([]);
    expect(one.map).not.toBe(two.map);
    await one.release();
    expect(await faultsOf(two)).toEqual([]);
    await two.release();
    expect(await keptKeys()).toEqual([A]);
    expect(await readdir(work)).toEqual(['sticksmith-builds']);
  });

  it('replaces an entry that can’t be used', async () => {
    await keep(A);
    await writeFile(join(folder, A, 'entry.json'), 'no entry');
    await (await add(A)).release();
    expect((await cache.take(A))?.fromCache).toBe(true);
  });
});

describe('an entry that is not as it was', () => {
  const changes: [string, (entry: string) => Promise<void>][] = [
    ['an entry cut short', (entry) => truncate(join(entry, 'entry.json'), 100)],
    ['an empty entry', (entry) => truncate(join(entry, 'entry.json'), 0)],
    ['no entry', (entry) => rm(join(entry, 'entry.json'))],
    [
      'an entry that is a link',
      async (entry) => {
        await rename(join(entry, 'entry.json'), join(entry, 'elsewhere.json'));
        await symlink('elsewhere.json', join(entry, 'entry.json'));
      },
    ],
    ['a list', (entry) => writeFile(join(entry, 'entry.json'), '[]')],
    ['another version', (entry) => edit(entry, { version: 1 })],
    ['another key', (entry) => edit(entry, { key: B })],
    ['a hash that is none', (entry) => edit(entry, { chunks: [[0, 0, 512, 'x']] })],
    ['offsets below 0', (entry) => edit(entry, { chunks: [[-512, 0, 512, '0'.repeat(16)]] })],
    ['a longer volume', (entry) => truncate(join(entry, 'windows.ntfs'), SAMPLE_BYTES + 512)],
    ['a volume touched later', (entry) => utimes(join(entry, 'windows.ntfs'), 1, 1)],
    ['a lost boot file', (entry) => rm(join(entry, 'boot/bcd'))],
    ['one more boot file', (entry) => writeFile(join(entry, 'boot/EFI/more'), '')],
    [
      'a volume that is a link to one just like it',
      async (entry) => {
        await rename(join(entry, 'windows.ntfs'), join(entry, 'elsewhere'));
        await symlink('elsewhere', join(entry, 'windows.ntfs'));
      },
    ],
  ];

  async function edit(entry: string, fields: Record<string, unknown>): Promise<void> {
    const path = join(entry, 'entry.json');
    const read = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    await writeFile(path, JSON.stringify({ ...read, ...fields }));
  }

  it.each(changes)('is neither taken nor listed, and goes: %s', async (_what, change) => {
    await keep(A);
    await keep(B);
    await change(join(folder, A));
    expect(await keptKeys()).toEqual([B]);
    expect(await cache.take(A)).toBeNull();
    expect((await readdir(folder)).sort()).toEqual([B, 'CACHEDIR.TAG'].sort());

    await keep(A);
    await change(join(folder, A));
    await cache.prune();
    expect((await readdir(folder)).sort()).toEqual([B, 'CACHEDIR.TAG'].sort());
  });

  it('is still taken after an edit that changes nothing', async () => {
    await keep(A);
    await edit(join(folder, A), {});
    expect(await cache.take(A)).not.toBeNull();
  });
});

describe('the budget', () => {
  it('keeps nothing when it is 0, and the build lasts until it is released', async () => {
    budgetBytes = 0;
    const build = await add(A);
    expect(await faultsOf(build)).toEqual([]);
    expect(await keptKeys()).toEqual([]);
    await build.release();
    await build.release();
    expect(await readdir(work)).toEqual([]);
  });

  it('removes no build for one that doesn’t fit in any case', async () => {
    await keep(A);
    budgetBytes = (await bytesOf(A)) * 2;
    const large = await add(B, SAMPLE_BYTES * 4);
    expect(await faultsOf(large)).toEqual([]);
    await large.release();
    expect(await keptKeys()).toEqual([A]);
    expect(await readdir(work)).toEqual(['sticksmith-builds']);
  });

  it('removes no build for one that doesn’t fit beside those in use', async () => {
    await keep(A);
    await keep(B, 1);
    budgetBytes = (await bytesOf(A)) * 2;
    const used = await cache.take(A);
    await (await add(C, SAMPLE_BYTES * 2 - 50_000)).release();
    await used?.release();
    expect((await keptKeys()).sort()).toEqual([A, B]);
  });

  it('removes the builds used longest ago', async () => {
    await keep(A, 1);
    await keep(B, 2);
    await keep(C, 3);
    budgetBytes = (await bytesOf(A)) * 3;
    await (await cache.take(A))?.release();
    await (await add(D)).release();
    expect((await keptKeys()).sort()).toEqual([A, C, D]);
  });

  it('counts when it has become smaller', async () => {
    await keep(A, 1);
    await keep(B, 2);
    await keep(C, 3);
    budgetBytes = (await bytesOf(A)) * 2;
    await cache.prune();
    expect(await keptKeys()).toEqual([C, B]);
    budgetBytes = 0;
    await cache.prune();
    expect(await keptKeys()).toEqual([]);
  });

  it('is met by a build in use as soon as that is released', async () => {
    const build = await add(A);
    budgetBytes = 0;
    await cache.prune();
    expect(await keptKeys()).toEqual([A]);
    await build.release();
    expect(await keptKeys()).toEqual([]);
  });
});

describe('makeRoom', () => {
  it('removes nothing while there is room', async () => {
    await keep(A);
    await cache.makeRoom(1);
    expect(await keptKeys()).toEqual([A]);
  });

  it('removes everything that no job uses where there can’t be enough', async () => {
    await keep(A);
    const held = await add(B);
    await cache.makeRoom(Number.MAX_SAFE_INTEGER);
    expect(await keptKeys()).toEqual([B]);
    await held.release();
  });

  it('does not fail without a cache or with one that is not ours', async () => {
    await cache.makeRoom(Number.MAX_SAFE_INTEGER);
    await writeFile(folder, 'precious');
    await cache.makeRoom(Number.MAX_SAFE_INTEGER);
    expect(await readFile(folder, 'utf8')).toBe('precious');
  });
});

describe('state and remove', () => {
  it('is empty where nothing was ever kept', async () => {
    budgetBytes = 1000;
    expect(await cache.state()).toEqual({ folder, budgetBytes: 1000, usedBytes: 0, builds: [] });
  });

  it('lists builds, last used first, with what people want to know', async () => {
    await keep(A, 1);
    await keep(B, 2);
    const held = await cache.take(A);
    const { builds, usedBytes } = await cache.state();
    expect(builds.map(({ key, inUse }) => [key, inUse])).toEqual([
      [A, true],
      [B, false],
    ]);
    expect(builds[1]).toMatchObject({ ...about, usedAt: '2026-01-01T00:02:00.000Z' });
    expect(usedBytes).toBeGreaterThan(2 * SAMPLE_BYTES);
    expect(usedBytes).toBeLessThan(3 * SAMPLE_BYTES);
    await held?.release();
  });

  it('removes the one that is named', async () => {
    await keep(A);
    await keep(B);
    expect((await cache.remove(A)).builds.map(({ key }) => key)).toEqual([B]);
    expect((await readdir(folder)).sort()).toEqual([B, 'CACHEDIR.TAG'].sort());
  });

  it('says so when there is none of that key, or a job uses it', async () => {
    await expect(cache.remove(A)).rejects.toMatchObject({ code: 'cache/not-found' });
    const held = await add(A);
    await expect(cache.remove(A)).rejects.toMatchObject({ code: 'cache/in-use' });
    await expect(cache.remove(B)).rejects.toMatchObject({ code: 'cache/not-found' });
    expect(await faultsOf(held)).toEqual([]);
    await held.release();
    expect((await cache.remove(A)).builds).toEqual([]);
  });

  it('removes all but those in use', async () => {
    await keep(A);
    await keep(B);
    const held = await cache.take(B);
    expect((await cache.remove(null)).builds.map(({ key }) => key)).toEqual([B]);
    await held?.release();
    expect((await cache.remove(null)).builds).toEqual([]);
    expect(await readdir(work)).toEqual(['sticksmith-builds']);
  });
});

describe('discard', () => {
  it('keeps a damaged build from further jobs, and lets those that have it go on', async () => {
    const one = await add(A);
    const two = await cache.take(A);
    if (two === null) throw new Error('it was not kept');
    await one.discard();
    await one.discard();
    expect(await cache.take(A)).toBeNull();
    await one.release();
    expect(await faultsOf(two)).toEqual([]);
    await two.release();
    expect(await readdir(folder)).toEqual(['CACHEDIR.TAG']);
  });
});

describe('what is not ours', () => {
  /** Nothing works with the cache, everything without it. */
  async function expectUnused(): Promise<void> {
    await expect(cache.state()).rejects.toMatchObject({ code: 'work/unusable' });
    await expect(cache.remove(null)).rejects.toMatchObject({ code: 'work/unusable' });
    await expect(cache.prune()).rejects.toMatchObject({ code: 'work/unusable' });
    expect(await cache.take(A)).toBeNull();
    const build = await add(A);
    expect(await faultsOf(build)).toEqual([]);
    await build.release();
  }

  it('is not touched: a folder of that name without our mark', async () => {
    await mkdir(join(folder, B), { recursive: true });
    await writeFile(join(folder, B, 'precious'), 'x');
    await expectUnused();
    await writeFile(join(folder, 'CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55\n');
    await expectUnused();
    expect(await readdir(join(folder, B))).toEqual(['precious']);
  });

  it('is not touched: a link to a folder that has our mark', async () => {
    await keep(A);
    await rename(folder, join(work, 'elsewhere'));
    await symlink('elsewhere', folder);
    await expectUnused();
    expect((await readdir(join(work, 'elsewhere'))).sort()).toEqual([A, 'CACHEDIR.TAG'].sort());
  });

  it('is not trusted: a folder that others can write to', async () => {
    await keep(A);
    await chmod(folder, 0o777);
    await expectUnused();
  });

  it('is not touched: a file of that name', async () => {
    await writeFile(folder, 'precious');
    await expectUnused();
    expect(await readFile(folder, 'utf8')).toBe('precious');
  });

  it('is left alone inside our folder: other names, and files and links named like a build', async () => {
    await keep(A);
    const elsewhere = join(work, 'elsewhere');
    await mkdir(join(elsewhere, 'holders'), { recursive: true });
    await writeFile(join(elsewhere, 'holders', 'precious'), 'x');
    await mkdir(join(folder, 'my folder'));
    await symlink(elsewhere, join(folder, B));
    await writeFile(join(folder, C), 'precious');
    budgetBytes = 0;
    await cache.prune();
    expect(await cache.take(B)).toBeNull();
    expect(await cache.take(C)).toBeNull();
    await cache.remove(null);
    await (await add(B)).release();

    budgetBytes = GiB;
    await (await add(B)).release();
    await (await add(C)).release();
    const left = (await readdir(folder)).sort();
    expect(left).toEqual([B, C, 'CACHEDIR.TAG', 'my folder'].sort());
    expect((await lstat(join(folder, B))).isSymbolicLink()).toBe(true);
    expect(await readdir(join(elsewhere, 'holders'))).toEqual(['precious']);
  });

  it('is not followed: a link in the place of an entry’s holders', async () => {
    await keep(A);
    const elsewhere = join(work, 'elsewhere');
    await mkdir(elsewhere);
    await writeFile(join(elsewhere, 'precious'), 'x');
    await rm(join(folder, A, 'holders'), { recursive: true });
    await symlink(elsewhere, join(folder, A, 'holders'));
    expect(await cache.take(A)).toBeNull();
    await cache.prune();
    expect(await readdir(elsewhere)).toEqual(['precious']);
    expect(await readdir(folder)).toEqual(['CACHEDIR.TAG']);
  });
});
