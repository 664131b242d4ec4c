import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSmallFile } from './read-small-file';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'read-small-file-test-'));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

describe('readSmallFile', () => {
  it('returns the text without the byte order mark that Windows editors write', async () => {
    const path = join(base, 'recipe.json');
    await writeFile(path, '\uFEFF{"größe": "中"}\r\n');
    expect(await readSmallFile(path)).toBe('{"größe": "中"}\r\n');
  });

  it('returns nothing for an empty file', async () => {
    const path = join(base, 'empty');
    await writeFile(path, '');
    expect(await readSmallFile(path)).toBe('');
  });

  it('refuses what is no ordinary file, without waiting for it', async () => {
    const pipe = join(base, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, base, '/dev/zero']) {
      await expect(readSmallFile(path), path).rejects.toThrow('not an ordinary file');
    }
  });

  it('refuses a file that is far too large for what it should be', async () => {
    const path = join(base, 'large');
    await writeFile(path, '');
    await truncate(path, 1024 ** 4);
    await expect(readSmallFile(path)).rejects.toThrow('more than such a file can have');
  });
});
