import { randomBytes } from 'node:crypto';
import { access, appendFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImageInfo } from '../../src-shared/image';
import { MiB } from '../../src-shared/units';
import { inspectImage } from '../image';
import { buildUdf, buildWim, windowsXml } from '../image/testing';
import { StagedImages } from './staged-image';

let base: string;
let work: string;
let staged: StagedImages;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'staged-image-test-'));
  work = join(base, 'work');
  staged = new StagedImages(() => work);
});
afterEach(async () => {
  await staged.clear();
  await rm(base, { recursive: true, force: true });
});

async function disc(name: string): Promise<{ info: ImageInfo; wim: Buffer }> {
  const wim = Buffer.concat([buildWim({ xml: windowsXml('Pro') }), randomBytes(3 * MiB)]);
  const path = join(base, name);
  await writeFile(path, buildUdf({ files: { 'sources/install.wim': wim } }));
  return { info: await inspectImage(path), wim };
}

/** Counts how often an image is read from its beginning. */
function reader(signal: AbortSignal = new AbortController().signal) {
  const counted = { readings: 0, last: Number.POSITIVE_INFINITY };
  const onProgress = (doneBytes: number): void => {
    if (doneBytes < counted.last) counted.readings += 1;
    counted.last = doneBytes;
  };
  return { counted, running: { signal, onProgress } };
}

it('reads an image once for all that ask at the same time', async () => {
  const { info, wim } = await disc('a.iso');
  const { counted, running } = reader();
  const got = await Promise.all([staged.get(info, running), staged.get(info, running)]);
  expect(got[0]).toBe(got[1]);
  expect(counted.readings).toBe(1);
  expect((await readFile(got[0].wimParts[0] ?? '')).equals(wim)).toBe(true);
  expect(await staged.peek(info)).toBe(got[0]);
});

it('keeps the image asked for last, and nothing of the others', async () => {
  const [a, b] = [await disc('a.iso'), await disc('b.iso')];
  const { running } = reader();
  const [first, second] = await Promise.all([
    staged.get(a.info, running),
    staged.get(b.info, running),
  ]);
  expect(await staged.peek(a.info)).toBeNull();
  await expect(access(first.wimParts[0] ?? '')).rejects.toThrow('ENOENT');
  expect((await readFile(second.wimParts[0] ?? '')).equals(b.wim)).toBe(true);
});

it('lets one who waits go at once, and reads on for the others', async () => {
  const { info, wim } = await disc('a.iso');
  const ending = new AbortController();
  const reading = staged.get(info, reader().running);
  const waiting = staged.get(info, reader(ending.signal).running);
  ending.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  const [part = ''] = (await reading).wimParts;
  expect((await readFile(part)).equals(wim)).toBe(true);
});

it('goes on after a reading that failed or was cancelled, of which nothing stays', async () => {
  const { info, wim } = await disc('a.iso');
  const ending = new AbortController();
  const cancelled = staged.get(info, {
    signal: ending.signal,
    onProgress: () => {
      ending.abort();
    },
  });
  const after = staged.get(info, reader().running);
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  const [part = ''] = (await after).wimParts;
  expect((await readFile(part)).equals(wim)).toBe(true);
  expect(await readdir(work)).toEqual([dirname(part).slice(work.length + 1)]);
});

it('reads anew what was changed since, and takes nothing for an image that is gone', async () => {
  const { info } = await disc('a.iso');
  const first = await staged.get(info, reader().running);
  await appendFile(info.path, Buffer.alloc(2048));
  expect(await staged.peek(info)).toBeNull();
  const again = await staged.get(await inspectImage(info.path), reader().running);
  expect(again.sha256).not.toBe(first.sha256);
  await rm(info.path);
  await expect(staged.peek(info)).rejects.toMatchObject({ code: 'image/changed' });
});
