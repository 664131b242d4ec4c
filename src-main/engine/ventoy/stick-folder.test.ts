import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StickFolder } from './stick-folder';

let base: string;
let outside: string;
let folder: StickFolder;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-stick-folder-'));
  const stick = join(base, 'stick');
  outside = join(base, 'home');
  await mkdir(stick);
  await mkdir(outside);
  await writeFile(join(outside, 'precious'), 'precious');
  await symlink(outside, join(stick, 'leads out'));
  await symlink(join(outside, 'precious'), join(stick, 'linked.iso'));
  await writeFile(join(stick, 'a.iso'), 'a');
  folder = new StickFolder('/dev/simulated', {
    ...{ path: stick, fileSystem: 'ext4', driver: 'kernel', unclean: false },
    giveBack: () => Promise.resolve(),
  });
});
afterEach(() => rm(base, { recursive: true, force: true }));

/** Everything that takes a name. */
const uses: Record<string, (name: string) => Promise<unknown>> = {
  place: (name) => folder.place(name),
  sizeOf: (name) => folder.sizeOf(name),
  exists: (name) => folder.exists(name),
  begin: (name) => folder.begin(name),
  remove: (name) => folder.remove(name),
  renameFrom: (name) => folder.rename(name, 'b.iso'),
  renameTo: (name) => folder.rename('a.iso', name),
  requireFile: (name) => folder.requireFile(name),
};

describe('the folder of a stick', () => {
  it.each(
    Object.keys(uses).flatMap((use) =>
      [
        ...['../home/precious', 'x/../../home/precious', 'leads out/precious'],
        ...['leads out/new/file', '/a.iso', 'x//a.iso', './a.iso', '', 'a\0b'],
      ].map((name) => [use, name] as const),
    ),
  )('is not left by %s of %j', async (use, name) => {
    await expect(uses[use]?.(name)).rejects.toMatchObject({ code: 'ventoy/file-name' });
    expect(await readdir(outside)).toEqual(['precious']);
    expect(await readFile(join(outside, 'precious'), 'utf8')).toBe('precious');
  });

  it('takes a link for no file, and removes none', async () => {
    expect(await folder.sizeOf('linked.iso')).toBeNull();
    await expect(folder.remove('linked.iso')).rejects.toMatchObject({
      code: 'ventoy/file-missing',
    });
    expect((await folder.files()).map(({ path }) => path)).toEqual(['a.iso']);
  });

  it('removes a link where its own folder should be, and nothing behind it', async () => {
    await symlink(outside, join(base, 'stick', '.sticksmith'));
    await folder.tidy();
    const { temporary } = await folder.begin('b.iso');
    await writeFile(temporary, 'b');
    expect(await readdir(outside)).toEqual(['precious']);
  });
});
