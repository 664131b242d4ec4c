import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { madeOnce } from './made-once-testing';

let base: string;
let times: number;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-once-'));
  times = 0;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(base, { recursive: true });
});

async function make(folder: string): Promise<void> {
  times += 1;
  await mkdir(folder);
  await writeFile(join(folder, 'file'), 'content');
}

describe('what many tests need', () => {
  it('is made once in a whole run, and each gets a copy of its own', async () => {
    const fixtures = join(base, 'fixtures');
    await mkdir(fixtures);
    vi.stubEnv('STICKSMITH_TEST_FIXTURES', fixtures);
    await madeOnce('it', make, join(base, 'one'));
    await writeFile(join(base, 'one/file'), 'changed');
    await madeOnce('it', make, join(base, 'two'));
    expect(await readFile(join(base, 'two/file'), 'utf8')).toBe('content');
    expect(times).toBe(1);
    expect(await readdir(fixtures)).toEqual(['it']);
  });

  it('may be made by two at the same time', async () => {
    const fixtures = join(base, 'fixtures');
    await mkdir(fixtures);
    vi.stubEnv('STICKSMITH_TEST_FIXTURES', fixtures);
    const names = ['one', 'two', 'three'];
    await Promise.all(names.map((name) => madeOnce('it', make, join(base, name))));
    for (const name of names) {
      expect(await readFile(join(base, name, 'file'), 'utf8')).toBe('content');
    }
    expect(await readdir(fixtures)).toEqual(['it']);
  });

  it('is made where it is wanted when a test is run on its own', async () => {
    vi.stubEnv('STICKSMITH_TEST_FIXTURES', undefined);
    for (const name of ['one', 'two']) await madeOnce('it', make, join(base, name));
    expect(times).toBe(2);
    expect((await readdir(base)).sort()).toEqual(['one', 'two']);
  });
});
