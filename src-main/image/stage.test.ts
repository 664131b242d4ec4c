import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  appendFile,
  mkdtemp,
  readFile,
  readdir,
  rm,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StickError } from '../../src-shared/errors';
import type { ImageInfo } from '../../src-shared/image';
import { inspectImage } from './inspect';
import { stageImage, type StageRequest } from './stage';
import { buildUdf, buildWim, windowsXml } from './testing';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "-it's “für” 中文 "));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const wim = Buffer.concat([
  buildWim({ xml: windowsXml('Home', 'Pro'), imageCount: 2 }),
  randomBytes(9 * 1024 * 1024 + 17),
]);

async function makeIso(
  name = 'win.iso',
): Promise<{ path: string; bytes: Buffer; info: ImageInfo }> {
  const bytes = buildUdf({
    files: { 'sources/install.wim': wim, 'setup.exe': randomBytes(70_000) },
    blocksPerExtent: 700,
  });
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { path, bytes, info: await inspectImage(path) };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function stage(
  request: StageRequest,
  more: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
): ReturnType<typeof stageImage> {
  return stageImage(request, {
    signal: more.signal ?? new AbortController().signal,
    onProgress: more.onProgress ?? (() => undefined),
  });
}

async function failure(promise: Promise<unknown>): Promise<StickError> {
  const thrown: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof StickError)) throw new Error(`not a StickError: ${String(thrown)}`);
  return thrown;
}

describe('stageImage', () => {
  it('gives the hash of the disc image and a copy of the WIM in one go', async () => {
    const { info, bytes } = await makeIso();
    const work = join(folder, 'work', 'deep');
    const seen: [number, number][] = [];
    const staged = await stage(
      { info, folder: work },
      { onProgress: (done, total) => seen.push([done, total]) },
    );
    expect(staged.sha256).toBe(sha256(bytes));
    expect(staged.wimParts).toEqual([join(work, 'install.wim')]);
    expect((await readFile(join(work, 'install.wim'))).equals(wim)).toBe(true);
    expect(seen.at(-1)).toEqual([bytes.length, bytes.length]);
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
  });

  it('replaces what an earlier run left', async () => {
    const { info } = await makeIso();
    await writeFile(join(folder, 'install.wim'), Buffer.alloc(wim.length + 5, 1));
    await stage({ info, folder });
    expect((await readFile(join(folder, 'install.wim'))).equals(wim)).toBe(true);
  });

  it('copies nothing when only the hash is asked for', async () => {
    const { info, bytes } = await makeIso();
    const staged = await stage({ info, folder: null });
    expect(staged).toEqual({ sha256: sha256(bytes), wimParts: [] });
    expect(await readdir(folder)).toEqual(['win.iso']);
  });

  it.each([1, 4194303, 4194304, 4194305, 12582912, 12582913])(
    'hashes a bare WIM followed by anything, %i bytes in all',
    async (size) => {
      const bytes = randomBytes(size);
      const path = join(folder, 'bare.wim');
      await writeFile(path, bytes);
      const { info } = await makeIso();
      const bare: ImageInfo = {
        ...info,
        path,
        sizeBytes: size,
        container: 'wim',
        wim: { ...info.wim, insideIso: null, parts: [path] },
      };
      expect(await stage({ info: bare, folder })).toEqual({
        sha256: sha256(bytes),
        wimParts: [path],
      });
    },
  );

  it('stops when cancelled and leaves no part of the WIM behind', async () => {
    const { info } = await makeIso();
    const work = join(folder, 'work');
    const abort = new AbortController();
    let calls = 0;
    const error = await failure(
      stage(
        { info, folder: work },
        {
          signal: abort.signal,
          onProgress: () => {
            calls += 1;
            abort.abort();
          },
        },
      ),
    );
    expect(error.code).toBe('cancelled');
    expect(calls).toBe(1);
    expect(await readdir(work)).toEqual([]);
  });

  it('does nothing when it was cancelled before', async () => {
    const { info } = await makeIso();
    const work = join(folder, 'work');
    const error = await failure(stage({ info, folder: work }, { signal: AbortSignal.abort() }));
    expect(error.code).toBe('cancelled');
    expect(existsSync(work)).toBe(false);
  });

  it.each<[string, (path: string) => Promise<unknown>]>([
    ['grows', (path) => appendFile(path, 'x')],
    ['shrinks', (path) => truncate(path, 6_000_000)],
    ['is written to', (path) => utimes(path, new Date(), new Date(0))],
    [
      'is replaced',
      async (path) => {
        await rm(path);
        await writeFile(path, 'another');
      },
    ],
    ['is removed', (path) => rm(path)],
  ])('fails when the image %s meanwhile', async (_, change) => {
    const { info, path } = await makeIso();
    const work = join(folder, 'work');
    const changes: Promise<unknown>[] = [];
    const running = stage(
      { info, folder: work },
      {
        onProgress: () => {
          if (changes.length === 0) changes.push(change(path));
        },
      },
    );
    const error = await failure(running);
    await Promise.all(changes);
    expect(error.code).toBe('image/changed');
    expect(await readdir(work)).toEqual([]);
  });

  it('fails when the image is not the one that was inspected', async () => {
    const { info, path, bytes } = await makeIso();
    await writeFile(path, Buffer.concat([bytes, Buffer.alloc(2048)]));
    expect((await failure(stage({ info, folder: null }))).code).toBe('image/changed');
    expect((await failure(stage({ info, folder }))).code).toBe('image/changed');
    await rm(path);
    expect((await failure(stage({ info, folder }))).code).toBe('image/not-found');
  });

  it('fails when the work folder is a file', async () => {
    const { info, path } = await makeIso();
    expect((await failure(stage({ info, folder: path }))).code).toBe('work/unusable');
  });
});
