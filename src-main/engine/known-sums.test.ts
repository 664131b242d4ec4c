import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnownSums } from './known-sums';

const { signal } = new AbortController();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('sums of files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'known-sums-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are right, also when the file changes', async () => {
    const path = join(folder, 'a');
    const sums = new KnownSums();
    for (const text of ['first', 'first', 'second, and longer']) {
      await writeFile(path, text);
      for (let i = 0; i < 2; i += 1) {
        expect(await sums.sumOf(path, signal)).toEqual({
          sha256: sha256(text),
          bytes: text.length,
        });
      }
    }
  });

  it('are not read a second time while the file stays as it is', async () => {
    const path = join(folder, 'b');
    await writeFile(path, 'content');
    const sums = new KnownSums();
    await sums.sumOf(path, signal);
    // A signal that fired would end reading.
    expect((await sums.sumOf(path, AbortSignal.abort())).sha256).toBe(sha256('content'));
    await expect(new KnownSums().sumOf(path, AbortSignal.abort())).rejects.toThrow();
  });
});
