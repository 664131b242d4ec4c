import { createHash } from 'node:crypto';
import {
  mkdir,
  mkdtemp,
  open,
  readFile,
  readdir,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VentoyPlan } from '../../../src-shared/plan';
import { ventoyDefaults } from '../../../src-shared/ventoy-recipe';
import { MiB } from '../../../src-shared/units';
import { noSecrets } from '../../../src-shared/windows-choices';
import type { Ext4File, MountedRange, OpenTarget } from '../../host';
import { fileMark } from '../../io';
import { JobLog } from '../job-log';
import type { MakeTools } from '../job';
import { changeFiles, lookAhead } from './change-files';
import { compareFiles, readingStick, withdraw } from './compare-files';
import { sha256Of } from './copy-file';
import type { HeldVentoyTarget, VentoyJob } from './job';
import type { PreparedFile } from './prepare';
import { StickFolder } from './stick-folder';

const TARGET = '/dev/simulated';
let folder: string;
let stick: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-change-'));
  stick = join(folder, 'stick');
  await mkdir(stick);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A plain folder in place of the mounted partition. */
function simulatedMount(fileSystem: MountedRange['fileSystem'] = 'exfat'): MountedRange {
  return {
    path: stick,
    fileSystem,
    driver: 'fuse',
    unclean: false,
    giveBack: () => Promise.resolve(),
  };
}

async function put(name: string, content: string): Promise<void> {
  await mkdir(dirname(join(stick, name)), { recursive: true });
  await writeFile(join(stick, name), content);
}

const onStick = (name: string): Promise<string> => readFile(join(stick, name), 'utf8');
const listing = async (): Promise<string[]> => (await readdir(stick, { recursive: true })).sort();

async function file(name: string, content: string, more: Partial<PreparedFile> = {}) {
  const source = join(folder, `source-${createHash('md5').update(name).digest('hex')}`);
  await writeFile(source, content);
  return {
    ...{ source, name, sizeBytes: content.length, expected: null, image: null },
    mark: await fileMark(source),
    sha256: sha256Of(Buffer.from(content)),
    ...more,
  };
}

function job(
  change: Partial<VentoyPlan>,
  files: readonly (PreparedFile & { sha256: string })[] = [],
): { job: VentoyJob; target: HeldVentoyTarget } {
  const target = { kind: 'file', path: TARGET, sizeBytes: 512 } as const;
  const plan: VentoyPlan = {
    ...ventoyDefaults,
    install: { way: 'none' },
    secrets: noSecrets,
    targets: [target],
    ...change,
  };
  const log = new JobLog({ shared: [], targets: [{ target: TARGET, work: [] }] }, () => undefined);
  return {
    job: {
      plan,
      prepared: {
        release: null,
        files: [...files],
        persistence: new Map(),
        windows: null,
        addedBytes: 0,
        targets: [{ target, name: TARGET }],
      },
      tools: {} as MakeTools,
      log,
      signal: new AbortController().signal,
      folder,
      hashes: new Map(files.map(({ source, sha256 }) => [source, sha256])),
      reference: null,
      windowsBuild: null,
    },
    target: {
      ...{ target, name: TARGET, open: {} as OpenTarget, log: log.target(TARGET), folder },
      ...{ state: 'untouched', isNewFile: false },
    },
  };
}

/** A job for what images on the stick keep, in bytes. The files themselves are simulated: they hold zeros. */
function keeping(files: Record<string, number>, change: Partial<VentoyPlan> = {}) {
  const persistence = Object.entries(files).map(([image, bytes]) => ({ image, bytes }));
  const made = job({ persistence, ...change });
  const about = { label: 'casper-rw', files: [] };
  for (const image of Object.keys(files)) made.job.prepared.persistence.set(image, about);
  made.job.tools = { host: { makeExt4File, growExt4File } } as unknown as MakeTools;
  return made;
}

async function makeExt4File({ path, bytes }: Ext4File): Promise<string> {
  await writeFile(path, Buffer.alloc(bytes), { flag: 'wx' });
  return sha256Of(Buffer.alloc(bytes));
}

function growExt4File({ path, bytes }: Pick<Ext4File, 'path' | 'bytes'>): Promise<void> {
  return truncate(path, bytes);
}

/** Looks ahead and, unless that throws, does it. */
async function carryOut({ job: work, target }: ReturnType<typeof job>, mounted = simulatedMount()) {
  return changeFiles(work, target, mounted, await lookAhead(work, target, mounted));
}

async function change(...args: Parameters<typeof job>) {
  const made = job(...args);
  const changed = await carryOut(made);
  return { ...made, changed };
}

describe('changing the files of a stick', () => {
  it('copies files into folders, with the lists of their hashes', async () => {
    const files = [await file('linux/debian.iso', 'debian'), await file('Ünï 内.iso', 'other')];
    const { target, changed } = await change({ checksums: true }, files);
    expect(await onStick('linux/debian.iso')).toBe('debian');
    expect(await onStick('Ünï 内.iso')).toBe('other');
    expect(await onStick('linux/debian.iso.sha256')).toBe(
      `${sha256Of(Buffer.from('debian'))}  debian.iso\n`,
    );
    expect(await listing()).toEqual(
      [
        'linux',
        'linux/debian.iso',
        'linux/debian.iso.sha256',
        'Ünï 内.iso',
        'Ünï 内.iso.sha256',
      ].sort(),
    );
    expect(changed.writtenBytes).toBe('debianother'.length);
    expect(target.state).toBe('partial');
  });

  it('merges into the settings, keeps what it does not know, and follows files that move or go', async () => {
    const before = {
      control: [{ VTOY_MENU_TIMEOUT: '10' }],
      of_tomorrow: { x: [1, 2] },
      menu_alias: [
        { image: '/a.iso', alias: 'A', extra: true },
        { image: '/gone.iso', alias: 'Gone' },
      ],
    };
    await put('ventoy/ventoy.json', JSON.stringify(before));
    await put('a.iso', 'a');
    await put('gone.iso', 'gone');
    await change({
      remove: ['gone.iso'],
      rename: [{ from: 'a.iso', to: 'b/a2.iso' }],
      config: { control: [{ VTOY_DEFAULT_MENU_MODE: '1' }] },
    });
    expect(JSON.parse(await onStick('ventoy/ventoy.json'))).toEqual({
      control: [{ VTOY_MENU_TIMEOUT: '10' }, { VTOY_DEFAULT_MENU_MODE: '1' }],
      of_tomorrow: { x: [1, 2] },
      menu_alias: [{ image: '/b/a2.iso', alias: 'A', extra: true }],
    });
    expect(await onStick('b/a2.iso')).toBe('a');
    expect(await stat(join(stick, 'gone.iso')).catch(() => null)).toBeNull();
  });

  it('takes the list of a hash along, which then names its file anew', async () => {
    const hash = sha256Of(Buffer.from('a'));
    await put('a.iso', 'a');
    await put('a.iso.sha256', `${hash}  a.iso\n`);
    await put('gone.iso', 'gone');
    await put('gone.iso.sha256', 'anything');
    const { changed } = await change({
      remove: ['gone.iso'],
      rename: [{ from: 'a.iso', to: 'b/a2.iso' }],
    });
    expect(await listing()).toEqual(['b', 'b/a2.iso', 'b/a2.iso.sha256']);
    expect(await onStick('b/a2.iso.sha256')).toBe(`${hash}  a2.iso\n`);
    expect(changed.moves.remove).toEqual(['gone.iso', 'gone.iso.sha256']);
    expect(changed.expected.map(({ path }) => path)).toEqual(['b/a2.iso.sha256']);
  });

  it('does with the list of a hash what the plan says of it', async () => {
    await put('a.iso', 'a');
    await put('a.iso.sha256', 'x');
    await put('b.iso', 'b');
    await put('b.iso.sha256', 'y');
    await change({
      remove: ['a.iso', 'a.iso.sha256', 'b.iso'],
      rename: [{ from: 'b.iso.sha256', to: 'kept.txt' }],
    });
    expect(await listing()).toEqual(['kept.txt']);
  });

  it('refuses to rename where the list of a hash has no place', async () => {
    await put('a.iso', 'a');
    await put('a.iso.sha256', 'x');
    await put('b.iso.sha256', 'of something else');
    const made = job({ rename: [{ from: 'a.iso', to: 'b.iso' }] });
    await expect(carryOut(made)).rejects.toMatchObject({
      code: 'ventoy/file-exists',
      params: { name: 'b.iso.sha256' },
    });
    const long = job({ rename: [{ from: 'a.iso', to: `${'x'.repeat(245)}.iso` }] });
    await expect(carryOut(long)).rejects.toMatchObject({ code: 'ventoy/file-name' });
    expect(await listing()).toEqual(['a.iso', 'a.iso.sha256', 'b.iso.sha256']);
  });

  describe('where a live system goes', () => {
    beforeEach(async () => {
      for (const name of ['live.iso', 'other.iso']) await put(name, name);
      for (const name of ['own', 'shared']) await put(`persistence/${name}`, 'kept');
      const persistence = [
        { image: '/live.iso', backend: ['/persistence/own', '/persistence/shared', '/../stray'] },
        { image: '/other.iso', backend: '/persistence/shared' },
      ];
      await put('ventoy/ventoy.json', JSON.stringify({ persistence }));
      await writeFile(join(folder, 'stray'), 'stray');
    });

    it('what it kept stays and is told of', async () => {
      const { changed } = await change({ remove: ['live.iso'] });
      expect(changed.moves.keptPersistence).toEqual([
        { image: 'live.iso', path: 'persistence/own', bytes: 4 },
      ]);
      expect(await onStick('persistence/own')).toBe('kept');
      expect(JSON.parse(await onStick('ventoy/ventoy.json'))).toEqual({
        persistence: [{ image: '/other.iso', backend: '/persistence/shared' }],
      });
    });

    it('what it alone kept goes, if that is asked for', async () => {
      const { changed } = await change({ remove: ['live.iso'], removePersistence: true });
      expect(changed.moves).toMatchObject({
        remove: ['live.iso', 'persistence/own'],
        keptPersistence: [],
      });
      expect(await listing()).not.toContain('persistence/own');
      expect(await onStick('persistence/shared')).toBe('kept');
      expect(await readFile(join(folder, 'stray'), 'utf8')).toBe('stray');
    });

    it('what two of them kept goes with the last', async () => {
      const remove = ['live.iso', 'other.iso'];
      const { changed } = await change({ remove, removePersistence: true });
      expect(changed.moves.remove).toEqual([...remove, 'persistence/own', 'persistence/shared']);
    });
  });

  it('does not copy again what an earlier job copied', async () => {
    await put('a.iso', 'the same');
    const { changed } = await change({}, [await file('a.iso', 'the same')]);
    expect(changed.writtenBytes).toBe(0);
    expect(changed.files.map(({ path }) => path)).toEqual(['a.iso']);
  });

  it('tells that something changed when only settings or hashes did, and not when nothing did', async () => {
    await put('a.iso', 'a');
    const same = [await file('a.iso', 'a')];
    expect((await change({}, same)).target.state).toBe('untouched');
    expect((await change({ checksums: true }, same)).target.state).toBe('partial');
    const config = { control: [{ VTOY_MENU_TIMEOUT: '5' }] };
    expect((await change({ config })).target.state).toBe('partial');
    expect((await change({ config })).target.state).toBe('untouched');
  });

  it('puts a file in the place of one that is removed', async () => {
    await put('a.iso', 'old');
    await change({ remove: ['a.iso'] }, [await file('a.iso', 'new')]);
    expect(await onStick('a.iso')).toBe('new');
  });

  it('tidies up what an interrupted job left', async () => {
    await put('.sticksmith/1.unfinished', 'half');
    await change({}, [await file('a.iso', 'whole')]);
    expect(await listing()).toEqual(['a.iso']);
  });

  it.each([
    ['another file of that name', { code: 'ventoy/file-exists' }, {}, 'a.iso', 'other'],
    [
      'to rename what is removed',
      { code: 'ventoy/file-missing' },
      { remove: ['a.iso'], rename: [{ from: 'A.iso', to: 'b.iso' }] },
      'n.iso',
      'x',
    ],
    [
      'to remove a file twice',
      { code: 'ventoy/file-missing' },
      { remove: ['a.iso', 'a.iso'] },
      'n.iso',
      'x',
    ],
    [
      'to give one file two names',
      { code: 'ventoy/file-missing' },
      {
        rename: [
          { from: 'a.iso', to: 'b.iso' },
          { from: 'a.iso', to: 'd.iso' },
        ],
      },
      'n.iso',
      'x',
    ],
    ['a name that the stick can’t hold', { code: 'ventoy/file-name' }, {}, 'a:b.iso', 'x'],
    ['nothing to remove', { code: 'ventoy/file-missing' }, { remove: ['none.iso'] }, 'n.iso', 'x'],
    [
      'a place that is taken',
      { code: 'ventoy/file-exists' },
      { rename: [{ from: 'a.iso', to: 'c.iso' }] },
      'n.iso',
      'x',
    ],
    [
      'a list of hashes with too long a name',
      { code: 'ventoy/file-name' },
      { checksums: true },
      `${'x'.repeat(245)}.iso`,
      'x',
    ],
    ['a file where a folder would be', { code: 'ventoy/file-name' }, {}, 'a.iso/n.iso', 'x'],
  ])('refuses %s before anything is changed', async (_, error, plan, name, content) => {
    await put('a.iso', 'a');
    await put('c.iso', 'c');
    const files = [await file('first.iso', '1'), await file(name, content)];
    const given = files.map(({ source, name }) => ({ source, name, sha256: null }));
    const made = job({ ...plan, files: given }, files);
    await expect(carryOut(made)).rejects.toMatchObject(error);
    expect(await listing()).toEqual(['a.iso', 'c.iso']);
    expect(made.target.state).toBe('untouched');
  });

  it('refuses what there is no room for', async () => {
    const made = job({}, [await file('huge.iso', 'x', { sizeBytes: 1e16 })]);
    await expect(carryOut(made)).rejects.toMatchObject({
      code: 'ventoy/no-room',
    });
    expect(await listing()).toEqual([]);
  });

  it('refuses a file of 4 GiB for FAT32', async () => {
    const made = job({}, [await file('large.iso', 'x', { sizeBytes: 2 ** 32 })]);
    const fat = simulatedMount('vfat');
    await expect(carryOut(made, fat)).rejects.toMatchObject({
      code: 'ventoy/file-too-large',
    });
  });

  it('refuses settings that can’t be read, and leaves them as they are', async () => {
    await put('ventoy/ventoy.json', '{ "control": [');
    const made = job({}, [await file('a.iso', 'a')]);
    await expect(carryOut(made)).rejects.toMatchObject({
      code: 'ventoy/config-unreadable',
    });
    expect(await listing()).toEqual(['ventoy', 'ventoy/ventoy.json']);
  });

  it('gives what two live systems keep a file each, and refuses one too large for FAT32', async () => {
    const about = { label: 'casper-rw', files: [] };
    const both = ['a/live.iso', 'b/live.iso'];
    const made = job({ persistence: both.map((image) => ({ image, bytes: 64 * MiB })) });
    for (const image of both) made.job.prepared.persistence.set(image, about);
    const { tasks } = await lookAhead(made.job, made.target, simulatedMount());
    expect(new Set(tasks.map(({ path }) => path)).size).toBe(2);
    const large = job({ persistence: [{ image: 'live.iso', bytes: 4096 * MiB }] });
    large.job.prepared.persistence.set('live.iso', about);
    await expect(carryOut(large, simulatedMount('vfat'))).rejects.toMatchObject({
      code: 'ventoy/file-too-large',
    });
    expect(await listing()).toEqual([]);
  });

  it('neither makes nor enlarges a file outside the stick because the settings there name it', async () => {
    await writeFile(join(folder, 'precious'), 'precious');
    await put('a.iso', 'a');
    await put(
      'ventoy/ventoy.json',
      JSON.stringify({ persistence: [{ image: '/a.iso', backend: '/../precious' }] }),
    );
    const made = job({ persistence: [{ image: 'a.iso', bytes: 64 * MiB }] });
    made.job.prepared.persistence.set('a.iso', { label: 'casper-rw', files: [] });
    await expect(carryOut(made)).rejects.toMatchObject({
      code: 'ventoy/file-name',
    });
    expect(await readFile(join(folder, 'precious'), 'utf8')).toBe('precious');
    expect(made.target.state).toBe('untouched');
  });

  it('leaves nothing of a file that changed after it was hashed', async () => {
    const made = job(
      {},
      [await file('a.iso', 'a', {})].map((it) => ({ ...it, sha256: '00' })),
    );
    await expect(carryOut(made)).rejects.toMatchObject({
      code: 'ventoy/source-changed',
    });
    expect(await listing()).toEqual([]);
  });
});

describe('reading back', () => {
  const compare = ({ job: work, target, changed }: Awaited<ReturnType<typeof change>>) =>
    compareFiles(work, target, simulatedMount(), changed);
  const damagedIn = async (made: Awaited<ReturnType<typeof change>>) =>
    (await compare(made)).damaged.map(({ path, error }) => [path, error.code]);

  it('notices a byte that is not what was written, and goes on behind it', async () => {
    const files = [await file('a.iso', 'content'), await file('b.iso', 'other')];
    const made = await change({ config: { control: [{ VTOY_MENU_TIMEOUT: '5' }] } }, files);
    const { comparedBytes, damaged } = await compare(made);
    expect(damaged).toEqual([]);
    expect(comparedBytes).toBeGreaterThan('contentother'.length);
    await put('a.iso', 'cont3nt');
    await rm(join(stick, 'b.iso'));
    await put('ventoy/ventoy.json', '{}');
    expect(await damagedIn(made)).toEqual([
      ['a.iso', 'ventoy/copy-mismatch'],
      ['b.iso', 'ventoy/copy-unreadable'],
      ['ventoy/ventoy.json', 'ventoy/copy-mismatch'],
    ]);
  });

  it.each([
    ['was made', null],
    ['grew', 'a third'],
  ])('notices a changed byte of a file for live systems that %s', async (_, before) => {
    const made = keeping({ 'live.iso': 64 * MiB });
    if (before !== null) await put('persistence/live.dat', before);
    const changed = await carryOut(made);
    const { comparedBytes } = await compare({ ...made, changed });
    expect(comparedBytes).toBeGreaterThan(64 * MiB);
    const changing = await open(join(stick, 'persistence/live.dat'), 'r+');
    await changing.write('x', 63 * MiB);
    await changing.close();
    const { damaged } = await compare({ ...made, changed });
    expect(damaged).toMatchObject([
      {
        path: 'persistence/live.dat',
        isNew: before === null,
        error: { code: 'ventoy/copy-mismatch' },
      },
    ]);
  });

  it('reads what an earlier job copied once', async () => {
    await put('a.iso', 'the same');
    const made = job({}, [await file('a.iso', 'the same')]);
    const todo = await lookAhead(made.job, made.target, simulatedMount());
    expect(todo.comparedBytes).toBe('the same'.length);
    const changed = await changeFiles(made.job, made.target, simulatedMount(), todo);
    expect((await compare({ ...made, changed })).comparedBytes).toBe(0);
  });

  it('tells a file that can’t be read from what was cancelled', async () => {
    const reading = (error: Error) =>
      readingStick(TARGET, 'a.iso', () => Promise.reject(error)).catch((thrown: unknown) => thrown);
    expect(await reading(new Error('EIO: i/o error, read'))).toMatchObject({
      code: 'ventoy/copy-unreadable',
      params: { target: TARGET, name: 'a.iso', message: 'EIO: i/o error, read' },
    });
    expect(await reading(new DOMException('stop', 'AbortError'))).toMatchObject({
      name: 'AbortError',
    });
  });

  it('removes damaged files that it made, and nothing else', async () => {
    await put('persistence/live.dat', 'a third');
    const made = keeping({ 'live.iso': 64 * MiB }, { checksums: true });
    const files = [await file('a.iso', 'content'), await file('b.iso', 'other')];
    Object.assign(made.job.prepared, { files });
    Object.assign(made.job, { hashes: new Map(files.map((it) => [it.source, it.sha256])) });
    const changed = await carryOut(made);
    await put('a.iso', 'cont3nt');
    await put('persistence/live.dat', 'of a person');
    const [first, ...others] = (await compare({ ...made, changed })).damaged;
    if (!first) throw new Error('nothing was found damaged');
    const error = await withdraw(
      [first, ...others],
      new StickFolder(TARGET, simulatedMount()),
      changed,
    );
    expect(error).toMatchObject({ code: 'ventoy/copy-mismatch', params: { name: 'a.iso' } });
    expect(error.detail).toMatch(/^a\.iso: removed again .*\npersistence\/live\.dat: still there /);
    const left = await listing();
    expect(left).not.toContain('a.iso');
    expect(left).not.toContain('a.iso.sha256');
    expect(left).toEqual(expect.arrayContaining(['b.iso', 'b.iso.sha256']));
    expect(await onStick('persistence/live.dat')).toBe('of a person');
  });
});
