import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  mkdtemp,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StickError } from '../../src-shared/errors';
import type { ImageInfo } from '../../src-shared/image';
import { openFileSource } from '../io';
import { inspectImage } from './inspect';
import { openIso, type Iso } from './iso';
import { stageImage } from './stage';
import { buildUdf, buildWim, windowsXml } from './testing';

const exec = promisify(execFile);

async function tool(name: string, ...args: string[]): Promise<string> {
  const { stdout } = await exec(name, args, {
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return stdout;
}

let folder = '';
/** Folder that becomes the disc. */
let tree = '';
let wim = '';

const odd = [
  '-leading dash.txt',
  'a "quoted" name.txt',
  "it's.txt",
  'für Größe.txt',
  '文件 名.txt',
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "-stick's “ü” 磁盘 "));
  tree = join(folder, 'tree');
  await mkdir(join(tree, 'sources'), { recursive: true });
  await mkdir(join(tree, 'Ordner für 中文', 'tief'), { recursive: true });
  for (const [at, name] of odd.entries()) {
    await writeFile(join(tree, 'Ordner für 中文', 'tief', name), String(at).repeat(at * 1500));
  }
  for (let at = 0; at < 120; at += 1) {
    await writeFile(join(tree, 'sources', `file number ${String(at)}.dll`), String(at));
  }
  await writeFile(join(tree, 'README.TXT'), 'read me');
  wim = join(tree, 'sources', 'install.wim');
  const windows = join(folder, 'windows');
  await mkdir(join(windows, 'Windows', 'System32'), { recursive: true });
  for (let at = 0; at < 6; at += 1) {
    const file = join(windows, 'Windows', 'System32', `für ${String(at)}.dll`);
    await writeFile(file, randomBytes(200_000));
  }
  await tool('wimlib-imagex', 'capture', windows, wim, 'Home', '--compress=LZX');
  for (const name of ['Pro & “more”', 'Education 教育']) {
    await tool('wimlib-imagex', 'append', windows, wim, name);
  }
  const properties = {
    DISPLAYNAME: 'Windows 11 Pro für 中文',
    DISPLAYDESCRIPTION: 'With <angles> & ampersands',
    'WINDOWS/ARCH': '9',
    'WINDOWS/EDITIONID': 'Professional',
    'WINDOWS/VERSION/MAJOR': '10',
    'WINDOWS/VERSION/MINOR': '0',
    'WINDOWS/VERSION/BUILD': '22631',
    'WINDOWS/VERSION/SPBUILD': '2861',
    'WINDOWS/LANGUAGES/LANGUAGE': 'de-DE',
    'WINDOWS/LANGUAGES/DEFAULT': 'de-DE',
  };
  const options = Object.entries(properties).map(
    ([name, value]) => `--image-property=${name}=${value}`,
  );
  await tool('wimlib-imagex', 'info', wim, '2', ...options);
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

type Maker = (target: string, source: string) => Promise<unknown>;
const genisoimage =
  (...more: string[]): Maker =>
  (target, source) =>
    tool('genisoimage', '-quiet', '-V', 'WIN', ...more, '-o', target, source);
const xorriso =
  (...more: string[]): Maker =>
  (target, source) =>
    tool('xorriso', '-as', 'mkisofs', '-quiet', '-V', 'WIN', ...more, '-o', target, source);

const udf = genisoimage('-udf', '-allow-limited-size');
const makers: [string, Iso['fileSystem'], Maker][] = [
  ['genisoimage -udf', 'udf', udf],
  ['genisoimage -udf -J', 'udf', genisoimage('-udf', '-J', '-joliet-long')],
  ['genisoimage -J', 'joliet', genisoimage('-J', '-joliet-long')],
  ['genisoimage -J -iso-level 3', 'joliet', genisoimage('-J', '-joliet-long', '-iso-level', '3')],
  ['xorriso -J -iso-level 3', 'joliet', xorriso('-J', '-joliet-long', '-iso-level', '3')],
];

async function withIso<T>(path: string, use: (iso: Iso) => Promise<T>): Promise<T> {
  const source = await openFileSource(path);
  try {
    return await use(await openIso(source, path));
  } finally {
    await source.close();
  }
}

async function walk(iso: Iso, from = ''): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of (await iso.list(from)) ?? []) {
    if (entry.directory) {
      for (const [path, hash] of await walk(iso, entry.path)) found.set(path, hash);
      continue;
    }
    const file = await iso.find(entry.path);
    if (file === null) throw new Error(`${entry.path} is listed but not found`);
    found.set(entry.path, sha256(await iso.read(file)));
  }
  return found;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function filesBelow(root: string): Promise<Map<string, string>> {
  const names = (await tool('find', root, '-type', 'f', '-printf', '%P\\0')).split('\0');
  const found = new Map<string, string>();
  for (const name of names.filter((entry) => entry !== '')) {
    found.set(name, sha256(await readFile(join(root, name))));
  }
  return found;
}

function sorted(map: Map<string, string>): [string, string][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

async function failure(promise: Promise<unknown>): Promise<StickError> {
  const thrown: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof StickError)) throw new Error(`not a StickError: ${String(thrown)}`);
  return thrown;
}

describe.each(makers)('a disc made by %s', (name, fileSystem, make) => {
  let path = '';
  beforeAll(async () => {
    path = join(folder, `${name.replace(/\W+/g, ' ')} “für” 中文.iso`);
    await make(path, tree);
  });

  it('holds every file with its content', async () => {
    await withIso(path, async (iso) => {
      expect(iso.fileSystem).toBe(fileSystem);
      expect(iso.label).toBe('WIN');
      expect(sorted(await walk(iso))).toEqual(sorted(await filesBelow(tree)));
    });
  });

  it('is inspected within a second', async () => {
    const began = performance.now();
    const info = await inspectImage(path);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(info).toMatchObject({
      path,
      sizeBytes: (await stat(path)).size,
      container: 'iso',
      label: 'WIN',
      kinds: ['windows-to-go', 'ventoy'],
      wim: {
        kind: 'wim',
        insideIso: 'sources/install.wim',
        parts: ['sources/install.wim'],
        sizeBytes: (await stat(wim)).size,
        compression: 'lzx',
        solid: false,
      },
    });
    expect(info.editions.map((edition) => edition.name)).toEqual([
      'Home',
      'Windows 11 Pro für 中文',
      'Education 教育',
    ]);
  });

  it('is hashed like sha256sum does, and its WIM comes out unchanged', async () => {
    const work = await mkdtemp(join(folder, 'work '));
    const staged = await stage(await inspectImage(path), work);
    expect(staged.sha256).toBe((await tool('sha256sum', path)).replace(/^\\/, '').slice(0, 64));
    expect(staged.wimParts).toEqual([join(work, 'install.wim')]);
    await tool('cmp', join(work, 'install.wim'), wim);
    await tool('wimlib-imagex', 'verify', join(work, 'install.wim'));
  });
});

function stage(info: ImageInfo, work: string | null): ReturnType<typeof stageImage> {
  return stageImage(
    { info, folder: work },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
}

describe('a UDF disc', () => {
  it('shows the same names and sizes as 7-Zip', async () => {
    const path = join(folder, 'seven.iso');
    await udf(path, tree);
    const listing = await tool('7zz', 'l', '-slt', '-ba', path);
    const expected = listing
      .split('\n\n')
      .filter((block) => /^Folder = -$/m.test(block))
      .map(
        (block) =>
          `${/^Path = (.*)$/m.exec(block)?.[1] ?? ''} ${/^Size = (.*)$/m.exec(block)?.[1] ?? ''}`,
      );
    const ours = await withIso(path, async (iso) => {
      const lines: string[] = [];
      for (const entry of (await walk(iso)).keys()) {
        lines.push(`${entry} ${String((await iso.find(entry))?.size)}`);
      }
      return lines;
    });
    expect(expected.length).toBeGreaterThan(120);
    expect(ours.sort()).toEqual(expected.sort());
  });

  it('cut anywhere inside its partition is said to be cut short', async () => {
    const path = join(folder, 'whole.iso');
    await udf(path, tree);
    const whole = await readFile(path);
    const cutPath = join(folder, 'cut.iso');
    const partitionEnd = await withIso(path, async () => {
      const descriptor = whole.subarray(whole.readUInt32LE(256 * 2048 + 20) * 2048);
      for (let sector = 0; ; sector += 1) {
        if (descriptor.readUInt16LE(sector * 2048) !== 5) continue;
        const at = sector * 2048;
        return Promise.resolve(
          (descriptor.readUInt32LE(at + 188) + descriptor.readUInt32LE(at + 192)) * 2048,
        );
      }
    });
    const cuts = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89].map((step) => 257 * 2048 + step * 9000);
    cuts.push(partitionEnd - 1, partitionEnd - 2048, partitionEnd - 100_000);
    for (const cut of cuts) {
      await writeFile(cutPath, whole.subarray(0, cut));
      const error = await failure(inspectImage(cutPath));
      expect([cut, error.code, error.params]).toEqual([
        cut,
        'image/truncated',
        { path: cutPath, expected: partitionEnd, actual: cut },
      ]);
    }
    for (const cut of [1, 2048, 32768, 34816, 36864, 65536, 256 * 2048]) {
      await writeFile(cutPath, whole.subarray(0, cut));
      const { code } = await failure(inspectImage(cutPath));
      expect(['image/truncated', 'image/not-recognised']).toContain(code);
    }
  });

  it('without a Windows image is refused as such', async () => {
    const empty = join(folder, 'empty');
    await mkdir(join(empty, 'sources'), { recursive: true });
    const path = join(folder, 'no windows.iso');
    await udf(path, empty);
    expect((await failure(inspectImage(path))).code).toBe('image/not-windows');
  });

  it('with a split WIM is staged as all its parts, and one that is missing is named', async () => {
    const split = join(folder, 'split tree');
    await mkdir(join(split, 'sources'), { recursive: true });
    await tool('wimlib-imagex', 'split', wim, join(split, 'sources', 'install.swm'), '0.4');
    const names = await readdir(join(split, 'sources'));
    expect(names.length).toBeGreaterThan(2);
    const path = join(folder, 'split.iso');
    await udf(path, split);
    const info = await inspectImage(path);
    expect(info.wim.kind).toBe('swm');
    expect(info.wim.parts[1]).toBe('sources/install2.swm');
    const work = await mkdtemp(join(folder, 'work '));
    const { wimParts } = await stage(info, work);
    expect(wimParts).toHaveLength(names.length);
    for (const part of wimParts) {
      await tool('cmp', part, join(split, 'sources', part.slice(work.length + 1)));
    }
    await rm(join(split, 'sources', 'install2.swm'));
    await udf(path, split);
    const error = await failure(inspectImage(path));
    expect(error.code).toBe('wim/part-missing');
    expect(error.params).toEqual({ total: names.length, part: 2, path: 'sources/install2.swm' });
  });

  it('with a solid ESD is recognised as one', async () => {
    const solid = join(folder, 'esd tree');
    await mkdir(join(solid, 'sources'), { recursive: true });
    const esd = join(solid, 'sources', 'install.esd');
    await tool('wimlib-imagex', 'export', wim, 'all', esd, '--solid');
    const path = join(folder, 'esd.iso');
    await udf(path, solid);
    const { wim: found } = await inspectImage(path);
    expect(found).toMatchObject({ kind: 'esd', compression: 'lzms', solid: true });
    await copyFile(esd, join(folder, 'named otherwise.bin'));
    const bare = await inspectImage(join(folder, 'named otherwise.bin'));
    expect(bare.wim).toMatchObject({ kind: 'esd', solid: true, insideIso: null });
  });

  it.skipIf(!existsSync('/usr/sbin/mkudffs')).each(['1.02', '1.50', '2.01'])(
    'made by mkudffs (skipped without it) with revision %s is read',
    async (revision) => {
      const path = join(folder, `mkudffs ${revision}.iso`);
      await writeFile(path, '');
      await truncate(path, 8 * 1024 * 1024);
      const args = [
        '--media-type=hd',
        `--udfrev=${revision}`,
        '--blocksize=2048',
        '--label=Größe 中',
      ];
      await tool('/usr/sbin/mkudffs', ...args, path);
      await withIso(path, async (iso) => {
        expect(iso.fileSystem).toBe('udf');
        expect(iso.label).toBe('Größe 中');
        expect(await iso.list('')).toEqual([]);
      });
      expect((await failure(inspectImage(path))).code).toBe('image/not-windows');
    },
  );
});

describe('a file over 4 GiB', () => {
  const size = 4 * 1024 ** 3 + 9 * 1024 ** 2 + 5;
  const tail = 'the very end';

  it.each<[string, string[]]>([
    ['udf', ['genisoimage', '-quiet', '-udf', '-allow-limited-size']],
    ['joliet', ['xorriso', '-as', 'mkisofs', '-quiet', '-J', '-iso-level', '3']],
  ])(
    'is found whole in %s',
    async (fileSystem, [program = '', ...args]) => {
      const big = await mkdtemp(join(folder, 'big '));
      await mkdir(join(big, 'tree', 'sources'), { recursive: true });
      const file = await open(join(big, 'tree', 'sources', 'install.wim'), 'w');
      await file.truncate(size);
      await file.write('the very start', 0);
      await file.write(tail, size - tail.length);
      await file.close();
      const path = join(big, 'big.iso');
      const maker = spawn(program, [...args, join(big, 'tree')], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const writer = spawn('dd', ['bs=1M', 'iflag=fullblock', 'conv=sparse', `of=${path}`], {
        stdio: [maker.stdout, 'ignore', 'ignore'],
      });
      const [code] = (await once(writer, 'close')) as [number | null];
      expect(code).toBe(0);
      await withIso(path, async (iso) => {
        expect(iso.fileSystem).toBe(fileSystem);
        const found = await iso.find('sources/install.wim');
        expect(found?.size).toBe(size);
        if (found === null) return;
        const source = iso.open(found);
        expect((await source.read(0, 14)).toString()).toBe('the very start');
        expect((await source.read(size - tail.length, tail.length)).toString()).toBe(tail);
      });
      const began = performance.now();
      expect((await failure(inspectImage(path))).code).toBe('wim/header');
      expect(performance.now() - began).toBeLessThan(1000);
      await rm(big, { recursive: true, force: true });
    },
    300_000,
  );
});

describe('a bare WIM', () => {
  it('is described like wimlib describes it', async () => {
    const info = await inspectImage(wim);
    expect(info).toMatchObject({ container: 'wim', label: null, kinds: ['windows-to-go'] });
    const xml = Buffer.from(
      (await exec('wimlib-imagex', ['info', wim, '--xml'], { encoding: 'buffer' })).stdout,
    ).toString('utf16le');
    const numbers = (tag: string): number[] =>
      [...xml.matchAll(new RegExp(`<${tag}>(\\d+)</${tag}>`, 'g'))].map((match) =>
        Number(match[1]),
      );
    expect(info.editions.map((edition) => edition.fileCount)).toEqual(numbers('FILECOUNT'));
    expect(info.editions.map((edition) => edition.directoryCount)).toEqual(numbers('DIRCOUNT'));
    expect(info.editions.map((edition) => edition.totalBytes)).toEqual(
      numbers('TOTALBYTES').slice(0, 3),
    );
    expect(info.editions[1]).toMatchObject({
      name: 'Windows 11 Pro für 中文',
      description: 'With <angles> & ampersands',
      editionId: 'Professional',
      architecture: 'x64',
      version: '10.0.22631.2861',
      build: 22631,
      languages: ['de-DE'],
      defaultLanguage: 'de-DE',
      windows: true,
    });
  });

  it.each([
    ['--compress=none', 'none'],
    ['--compress=XPRESS', 'xpress'],
    ['--compress=LZMS', 'lzms'],
  ])('exported with %s is known as such', async (option, compression) => {
    const path = join(folder, `${compression}.wim`);
    await tool('wimlib-imagex', 'export', wim, '1', path, option);
    expect((await inspectImage(path)).wim).toMatchObject({ compression, kind: 'wim' });
  });

  it('that is pipable is refused as such', async () => {
    const path = join(folder, 'pipable.wim');
    await tool('wimlib-imagex', 'export', wim, 'all', path, '--pipable');
    expect((await failure(inspectImage(path))).code).toBe('wim/unsupported');
  });

  it('counts files with several names once', async () => {
    const linked = join(folder, 'linked');
    await mkdir(linked);
    await writeFile(join(linked, 'one'), Buffer.alloc(5000, 1));
    await tool('ln', join(linked, 'one'), join(linked, 'two'));
    const path = join(folder, 'linked.wim');
    await tool('wimlib-imagex', 'capture', linked, path);
    expect((await inspectImage(path)).editions[0]?.totalBytes).toBe(5000);
  });

  it('split in parts is found whole from any part, and part of another set is refused', async () => {
    const set = await mkdtemp(join(folder, 'set '));
    await tool('wimlib-imagex', 'split', wim, join(set, '-große 中.swm'), '0.4');
    const third = join(set, '-große 中3.swm');
    await rename(join(set, '-große 中2.swm'), join(set, '-große 中2.SWM'));
    const info = await inspectImage(third);
    expect(info).toMatchObject({ path: third, sizeBytes: (await stat(third)).size });
    expect(info.wim.parts.slice(0, 3)).toEqual([
      join(set, '-große 中.swm'),
      join(set, '-große 中2.SWM'),
      third,
    ]);
    expect(info.editions).toHaveLength(3);
    expect((await stage(info, null)).wimParts).toEqual(info.wim.parts);

    await copyFile(wim, join(set, '-große 中2.SWM'));
    expect((await failure(inspectImage(third))).code).toBe('wim/part-foreign');
    await rm(join(set, '-große 中2.SWM'));
    const error = await failure(inspectImage(third));
    expect(error.code).toBe('wim/part-missing');
    expect(error.params['path']).toBe(join(set, '-große 中2.swm'));
  });
});

describe('what is no image', () => {
  it('is refused with the reason, and a pipe does not make it wait', async () => {
    const pipe = join(folder, 'pipe.iso');
    await tool('mkfifo', pipe);
    const text = join(folder, 'text.iso');
    await writeFile(text, 'x'.repeat(700_000));
    const empty = join(folder, 'nothing.iso');
    await writeFile(empty, '');
    for (const path of [folder, pipe, text, empty]) {
      expect((await failure(inspectImage(path))).code).toBe('image/not-recognised');
    }
    for (const path of [join(folder, 'none.iso'), '', join(text, 'below.iso')]) {
      expect((await failure(inspectImage(path))).code).toBe('image/not-found');
    }
    expect((await failure(inspectImage('a\0b'))).code).toBe('image/unreadable');
  });
});

describe('a work folder that is full', () => {
  let small = '';
  beforeAll(async () => {
    small = join(folder, 'small');
    await mkdir(small);
    await tool('mount', '-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', small);
  });
  afterAll(async () => {
    await tool('umount', small);
  });

  it('is reported with what is missing, and nothing is left in it', async () => {
    const path = join(folder, 'full.iso');
    await udf(path, tree);
    const info = await inspectImage(path);
    const needed = info.wim.sizeBytes;
    const error = await failure(stage(info, small));
    expect(error.code).toBe('work/full');
    expect(error.params).toEqual({ path: small, missing: needed - 512 * 1024, needed });
    expect(await readdir(small)).toEqual([]);
  });

  it('by what others write meanwhile is reported too', async () => {
    const head = buildWim({ xml: windowsXml('Home') });
    const path = join(folder, 'late.iso');
    await writeFile(
      path,
      buildUdf({
        files: {
          'first.bin': randomBytes(13 * 1024 * 1024),
          'sources/install.wim': Buffer.concat([head, randomBytes(300_000)]),
        },
      }),
    );
    const info = await inspectImage(path);
    const filler = join(small, 'filler');
    const error = await failure(
      stageImage(
        { info, folder: small },
        {
          signal: new AbortController().signal,
          onProgress: () => {
            if (!existsSync(filler)) writeFileSync(filler, Buffer.alloc(400 * 1024));
          },
        },
      ),
    );
    expect(error.code).toBe('work/full');
    expect(error.params['needed']).toBe(info.wim.sizeBytes);
    expect(error.params['missing']).toBeGreaterThan(100_000);
    expect(error.params['missing']).toBeLessThan(info.wim.sizeBytes);
    expect(await readdir(small)).toEqual(['filler']);
  });
});
