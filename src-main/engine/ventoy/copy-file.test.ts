import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MiB } from '../../../src-shared/units';
import { copyFile, hashFile, writeWhole } from './copy-file';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-copy-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const places = () => ({ temporary: join(folder, 'x.unfinished'), path: join(folder, 'x.iso') });
const running = (onBytes: (bytes: number) => void = () => undefined) => ({
  signal: new AbortController().signal,
  onBytes,
});

async function source(bytes: number): Promise<{ path: string; sha256: string }> {
  const path = join(folder, 'source');
  const content = randomBytes(bytes);
  await writeFile(path, content);
  return { path, sha256: createHash('sha256').update(content).digest('hex') };
}

describe('copyFile', () => {
  it.each([0, 1, 4 * MiB, 70 * MiB + 5])(
    'copies %i bytes and tells each of them once',
    async (bytes) => {
      const from = await source(bytes);
      let told = 0;
      const sha256 = await copyFile(
        from.path,
        places(),
        running((more) => (told += more)),
      );
      expect(sha256).toBe(from.sha256);
      expect(await hashFile(places().path, running())).toBe(from.sha256);
      expect(told).toBe(bytes);
      expect((await readdir(folder)).sort()).toEqual(['source', 'x.iso']);
    },
  );

  it('leaves nothing when it is cancelled', async () => {
    const from = await source(70 * MiB);
    const abort = new AbortController();
    const copying = copyFile(from.path, places(), {
      signal: abort.signal,
      onBytes: () => {
        abort.abort();
      },
    });
    await expect(copying).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(folder)).toEqual(['source']);
  });

  it('leaves nothing when the place is gone', async () => {
    const from = await source(10);
    const to = { ...places(), path: join(folder, 'none', 'x.iso') };
    await expect(copyFile(from.path, to, running())).rejects.toMatchObject({
      code: 'io/write',
      params: { path: to.path, offset: 10 },
    });
    expect(await readdir(folder)).toEqual(['source']);
  });

  it.each(['none', '.'])('says that it can’t read %s, and leaves nothing', async (name) => {
    const path = join(folder, name);
    await expect(copyFile(path, places(), running())).rejects.toMatchObject({
      code: 'ventoy/file-unreadable',
      params: { path },
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('writeWhole', () => {
  it('takes the place of what was there', async () => {
    await writeFile(places().path, 'old');
    await writeWhole(places(), Buffer.from('new'));
    expect(await readFile(places().path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['x.iso']);
  });

  it('leaves what was there when it fails', async () => {
    await writeFile(places().path, 'old');
    await writeFile(places().temporary, 'of somebody else');
    await expect(writeWhole(places(), Buffer.from('new'))).rejects.toMatchObject({
      code: 'EEXIST',
    });
    expect(await readFile(places().path, 'utf8')).toBe('old');
  });
});
