import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmptyFolder } from './empty-folder';

let around = '';
let into = '';
beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'sticksmith folder '));
  into = join(around, 'into');
  await mkdir(into, { mode: 0o700 });
});
afterEach(async () => {
  await rm(around, { recursive: true, force: true });
});

async function* content(): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from('some '));
  yield Buffer.from('content');
}
function file(path: string) {
  return { path, kind: 'file' as const, sizeBytes: 12, executable: false };
}

describe('an empty folder', () => {
  it('stays the one that was opened when a link takes its place', async () => {
    const victim = join(around, 'victim');
    await mkdir(victim);
    await writeFile(join(victim, 'mine'), 'mine');
    const folder = await openEmptyFolder(into);
    await rename(into, join(around, 'moved'));
    await symlink(victim, into);

    await folder.add(file('a/b'), content());
    expect(await readFile(join(around, 'moved', 'a', 'b'), 'utf8')).toBe('some content');
    await folder.empty();
    await folder.close();
    expect(await readdir(join(around, 'moved'))).toEqual([]);
    expect(await readdir(victim)).toEqual(['mine']);
  });

  it('never writes through what somebody put there meanwhile', async () => {
    const victim = join(around, 'victim');
    await writeFile(victim, 'mine');
    const folder = await openEmptyFolder(into);
    await symlink(victim, join(into, 'a'));
    await symlink(around, join(into, 'b'));
    for (const path of ['a', 'b/victim']) {
      await expect(folder.add(file(path), content())).rejects.toMatchObject({
        code: 'ventoy/package-unpack',
      });
    }
    await folder.empty();
    await folder.close();
    expect(await readFile(victim, 'utf8')).toBe('mine');
    expect(await readdir(into)).toEqual([]);
  });
});
