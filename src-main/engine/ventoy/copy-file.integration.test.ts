import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MiB } from '../../../src-shared/units';
import { copyFile } from './copy-file';

const run = promisify(execFile);
let folder: string;
let small: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-copy-'));
  small = join(folder, 'small');
  await mkdir(small);
  await run('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', small]);
});
afterEach(async () => {
  await run('umount', [small]);
  await rm(folder, { recursive: true });
});

describe('copying to where there is too little room', () => {
  it('says where writing failed, and leaves nothing', async () => {
    const from = join(folder, 'source');
    await writeFile(from, Buffer.alloc(16 * MiB, 1));
    const path = join(small, 'a.iso');
    const copying = copyFile(
      from,
      { temporary: join(small, 'a.unfinished'), path },
      { signal: new AbortController().signal, onBytes: () => undefined },
    );
    await expect(copying).rejects.toMatchObject({
      code: 'io/write',
      params: { path, offset: 4 * MiB },
    });
    expect(await readdir(small)).toEqual([]);
  });
});
