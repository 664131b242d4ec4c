import {
  link,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MiB } from '../../../src-shared/units';
import { BlockedPathError, filesBelow, type VolumeFiles } from './volume-files';

let folder = '';
let root = '';
let files: VolumeFiles;

const at = (...names: string[]): string => join(root, ...names);
const outside = (): Promise<string> => readFile(join(folder, 'precious', 'file'), 'utf8');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'volume-files-'));
  root = join(folder, 'volume');
  for (const path of [root, join(folder, 'precious'), at('Windows')]) await mkdir(path);
  await writeFile(join(folder, 'precious', 'file'), 'precious');
  await writeFile(at('Windows', 'a'), 'a');
  await symlink(join(folder, 'precious'), at('Documents and Settings'));
  await symlink(join(folder, 'precious', 'file'), at('Windows', 'linked'));
  await link(join(folder, 'precious', 'file'), at('Windows', 'same'));
  files = filesBelow(root);
});

afterEach(async () => {
  expect(await outside()).toBe('precious');
  await rm(folder, { recursive: true });
});

describe('the files of a volume', () => {
  it('are told apart from links', async () => {
    const kinds = ['Windows', 'Windows/a', 'Documents and Settings', 'Windows/linked', 'x', 'x/y'];
    const found = await Promise.all(kinds.map((path) => files.kindOf(at(path))));
    expect(found).toEqual(['folder', 'file', 'link', 'link', null, null]);
    expect(await filesBelow('/dev').kindOf('/dev/null')).toBe('other');
  });

  it('don’t include what is mounted in a folder of the volume', async () => {
    expect(await filesBelow('/').kindOf('/proc')).toBe('link');
    await expect(filesBelow('/').read('/proc/version', MiB)).rejects.toThrow(BlockedPathError);
  });

  it('are nowhere to be had through a link', async () => {
    const through = at('Documents and Settings', 'file');
    const attempts = [
      () => files.kindOf(through),
      () => files.read(through, MiB),
      () => files.remove(through),
      () => files.put(through, [Buffer.from('x')]),
      () => files.makeFolder(at('Documents and Settings', 'new')),
      () => files.list(at('Documents and Settings')),
      () => files.move(through, at('moved')),
      () => files.move(at('Windows', 'a'), through),
      () => files.read(at('Windows', 'linked'), MiB),
      () => files.appendZeros(at('Windows', 'linked'), 1),
      () => files.appendZeros(at('Windows', 'same'), 1),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(BlockedPathError);
    await expect(
      (async () => {
        for await (const piece of files.pieces(through)) expect(piece).toBe('never');
      })(),
    ).rejects.toThrow(BlockedPathError);
    expect(await readdir(join(folder, 'precious'))).toEqual(['file']);
  });

  it('are below the root', async () => {
    for (const path of [join(folder, 'precious', 'file'), `${root}/../precious/file`, 'Windows']) {
      await expect(files.remove(path)).rejects.toThrow(RangeError);
    }
    await expect(files.remove(root)).rejects.toThrow(RangeError);
  });

  it('are put in place of links and of further names, not through them', async () => {
    for (const name of ['linked', 'same', 'a', 'new']) {
      await files.put(at('Windows', name), [Buffer.from(name), Buffer.from('!')]);
      expect(await readFile(at('Windows', name), 'utf8')).toBe(`${name}!`);
      expect((await lstat(at('Windows', name))).nlink).toBe(1);
    }
    await expect(files.put(at('Windows'), [])).rejects.toThrow(BlockedPathError);
    await expect(files.put(at('not', 'there'), [])).rejects.toThrow('ENOENT');
  });

  it('leave nothing of a content that ends too soon', async () => {
    const content = (function* () {
      yield Buffer.from('begun');
      throw new Error('changed');
    })();
    await expect(files.put(at('Windows', 'new'), content)).rejects.toThrow('changed');
    expect(await files.kindOf(at('Windows', 'new'))).toBe(null);
  });

  it('are removed with their folders, links alone without what they lead to', async () => {
    await mkdir(at('Windows', 'deep', 'deeper'), { recursive: true });
    await symlink(join(folder, 'precious'), at('Windows', 'deep', 'link'));
    for (const path of [at('Windows'), at('Documents and Settings'), at('missing')]) {
      await files.remove(path);
    }
    expect(await readdir(root)).toEqual([]);
  });

  it('are read up to a limit', async () => {
    expect(await files.read(at('Windows', 'a'), 1)).toEqual(Buffer.from('a'));
    await expect(files.read(at('Windows', 'a'), 0)).rejects.toThrow('more than it can have');
    const large = Buffer.alloc(MiB + 1, 7);
    await writeFile(at('large'), large);
    const pieces: Buffer[] = [];
    for await (const piece of files.pieces(at('large'))) pieces.push(piece);
    expect(pieces.map(({ length }) => length)).toEqual([MiB, 1]);
    expect(Buffer.concat(pieces).equals(large)).toBe(true);
  });

  it('are moved to where nothing is, and made longer', async () => {
    await writeFile(at('b'), 'b');
    await expect(files.move(at('b'), at('Windows', 'a'))).rejects.toThrow(BlockedPathError);
    await files.move(at('b'), at('c'));
    await files.appendZeros(at('c'), MiB + 2);
    const content = await readFile(at('c'));
    expect(content.equals(Buffer.concat([Buffer.from('b'), Buffer.alloc(MiB + 2)]))).toBe(true);
    await files.makeFolder(at('d', 'e'));
    await files.makeFolder(at('d', 'e'));
    expect(await files.list(at('d'))).toEqual(['e']);
  });
});
