import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTool } from '../host/run-tool';
import { makePracticeIso } from '.';

const SIZE = 24_000_000;
const SMALL = { sizeBytes: 2_000_000, files: 20 };

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'practice-test-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Paths and sizes of the files in an image, as 7-Zip reads its UDF. */
async function listing(isoPath: string): Promise<Map<string, number>> {
  const { stdout } = await runTool('7zz', ['l', '-slt', '-tudf', isoPath]);
  const entries = stdout.split('\n\n').map((block) => ({
    path: /^Path = (.*)$/m.exec(block)?.[1] ?? '',
    size: Number(/^Size = (\d+)$/m.exec(block)?.[1] ?? NaN),
    isFolder: /^Folder = \+$/m.test(block),
  }));
  return new Map(
    entries.flatMap(({ path, size, isFolder }) =>
      isFolder || Number.isNaN(size) ? [] : [[path, size]],
    ),
  );
}

async function extractWim(isoPath: string, name: string, to: string): Promise<string> {
  await runTool('7zz', ['e', '-y', '-tudf', `-o${to}`, isoPath, `sources/${name}`]);
  return join(to, name);
}

async function extractFile(wim: string, image: number, path: string): Promise<string> {
  const to = await mkdtemp(join(folder, 'extracted-'));
  await runTool('wimlib-imagex', [
    ...['extract', wim, String(image), path],
    ...[`--dest-dir=${to}`, '--no-acls', '--nullglob'],
  ]);
  const [name] = await readdir(to);
  if (name === undefined) throw new Error(`${path} is not in image ${String(image)}`);
  return join(to, name);
}

describe('a practice image', () => {
  let isoPath: string;
  let wim: string;

  beforeAll(async () => {
    const place = join(folder, `Übung "1" 'x' 练习, -a`);
    ({ isoPath } = await makePracticeIso({ folder: place, sizeBytes: SIZE, files: 200 }));
    wim = await extractWim(isoPath, 'install.wim', folder);
  });

  test('holds the files that make an installation disc, and the work folder is gone', async () => {
    const files = await listing(isoPath);
    expect([...files.keys()].sort()).toEqual([
      'READ ME - practice image.txt',
      'setup.exe',
      'sources/install.wim',
    ]);
    expect(files.get('sources/install.wim')).toBe((await stat(wim)).size);
    expect(await readdir(join(isoPath, '..'))).toEqual(['practice.iso']);
  });

  test('can be read through ISO 9660 with Joliet names as well', async () => {
    const { stdout } = await runTool('7zz', ['l', '-slt', '-tiso', isoPath]);
    expect(stdout).toMatch(/^Path = sources\/install\.wim$/m);
  });

  test('offers three editions that are described as those of Windows are', async () => {
    const { stdout } = await runTool('wimlib-imagex', ['info', wim]);
    const values = (name: string): string[] =>
      [...stdout.matchAll(new RegExp(`^${name}: +(.*?) *$`, 'gm'))].map(([, value]) => value ?? '');
    expect(values('Display Name')).toEqual([
      'Practice Windows 11 Home',
      'Practice Windows 11 Pro',
      'Practice Windows 11 Education',
    ]);
    expect(values('Edition ID')).toEqual(['Core', 'Professional', 'Education']);
    expect(values('Architecture')).toEqual(['x86_64', 'x86_64', 'x86_64']);
    expect(values('Build')).toEqual(['22631', '22631', '22631']);
    expect(values('Languages')).toEqual(['en-US', 'en-US', 'en-US']);
    expect(values('Default Language')).toEqual(['en-US', 'en-US', 'en-US']);
    expect(values('Compression')).toEqual(['LZX']);
    const sizes = values('Total Bytes').map(Number);
    expect(sizes[0]).toBeGreaterThan(SIZE);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(new Set(sizes).size).toBe(3);
  });

  test('is whole: every blob has the hash the WIM names', async () => {
    await runTool('wimlib-imagex', ['verify', wim]);
  });

  test.each([1, 2, 3])('lists files of edition %i by hashes that are right', async (image) => {
    const place = await mkdtemp(join(folder, 'applied-'));
    await runTool('wimlib-imagex', ['apply', wim, String(image), place, '--no-acls']);
    const list = join(place, 'Windows/practice-manifest.txt');
    const lines = (await readFile(list, 'utf8')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(50);
    await runTool('sha256sum', ['--check', '--strict', '--quiet', list], { cwd: place });
    await rm(place, { recursive: true });
  });

  test('has registry hives that another program reads', async () => {
    const system = await extractFile(wim, 1, '/Windows/System32/config/SYSTEM');
    const read = async (hive: string, key: string): Promise<string> => {
      const { stdout } = await runTool('hivexsh', [hive], { stdin: `cd ${key}\nlsval\n` });
      return stdout;
    };
    expect(await read(system, '\\Select')).toContain('"Current"=dword:00000001');
    const parameters = await read(system, '\\ControlSet001\\Services\\partmgr\\Parameters');
    expect(parameters).toContain('"SanPolicy"=dword:00000001');
    const names = [1, 2, 3].map(async (image) => {
      const software = await extractFile(wim, image, '/Windows/System32/config/SOFTWARE');
      return read(software, '\\Microsoft\\Windows NT\\CurrentVersion');
    });
    const [home, pro, education] = await Promise.all(names);
    expect(home).toContain('"EditionID"="Core"');
    expect(pro).toContain('"EditionID"="Professional"');
    expect(education).toContain('"EditionID"="Education"');
  });

  test('has what the choices about Windows change', async () => {
    const read = async (hivePath: string, key: string): Promise<string> => {
      const hive = await extractFile(wim, 1, hivePath);
      return (await runTool('hivexsh', [hive], { stdin: `cd ${key}\nlsval\n` })).stdout;
    };
    const system = '/Windows/System32/config/SYSTEM';
    const control = '\\ControlSet001\\Control';
    expect(await read(system, `${control}\\FileSystem`)).toContain(
      '"NtfsDisableLastAccessUpdate"=dword:80000002',
    );
    expect(await read(system, '\\ControlSet001\\Services\\SysMain')).toContain(
      '"Start"=dword:00000002',
    );
    // REG_MULTI_SZ in UTF-16: ?:\pagefile.sys and two zeros.
    expect(await read(system, `${control}\\Session Manager\\Memory Management`)).toContain(
      '"PagingFiles"=hex(7):3f,00,3a,00,5c,00,70,00',
    );
    const shellFolders = '\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer';
    expect(
      await read('/Users/Default/NTUSER.DAT', `${shellFolders}\\User Shell Folders`),
    ).toContain('"Personal"=str(2):"%USERPROFILE%\\\\Documents"');
    const recovery = await extractFile(wim, 1, '/Windows/System32/Recovery/Winre.wim');
    expect((await stat(recovery)).size).toBe(300_000);
  });

  test('has boot programs for 64-bit UEFI', async () => {
    for (const path of ['/Windows/Boot/EFI/bootmgfw.efi', '/Windows/System32/winload.efi']) {
      const program = await readFile(await extractFile(wim, 1, path));
      const header = program.readUInt32LE(0x3c);
      expect(program.toString('latin1', header, header + 4)).toBe('PE\0\0');
      expect(program.readUInt16LE(header + 4).toString(16)).toBe('8664');
      // Subsystem 10: EFI application (PE format specification, "Windows Subsystem").
      expect(program.readUInt16LE(header + 24 + 68)).toBe(10);
    }
  });
});

test('the same request gives files with the same names, times, links and contents', async () => {
  const contents = ['a', 'b'].map(async (name) => {
    const place = join(folder, name);
    const { isoPath } = await makePracticeIso({ folder: place, ...SMALL });
    const wim = await extractWim(isoPath, 'install.wim', place);
    const { stdout } = await runTool('wimlib-imagex', ['dir', '--detailed', wim, '3']);
    return stdout
      .split('\n')
      .filter((line) => /^(Full Path|Last Write Time|Link Count|Hash) /.test(line));
  });
  const [first, second] = await Promise.all(contents);
  expect(first?.length).toBeGreaterThan(500);
  expect(second).toEqual(first);
});

test('an install.esd is solid', async () => {
  const place = join(folder, 'esd');
  const { isoPath } = await makePracticeIso({ folder: place, ...SMALL, esd: true });
  const wim = await extractWim(isoPath, 'install.esd', place);
  const { stdout } = await runTool('wimlib-imagex', ['info', wim, '--header']);
  expect(stdout).toMatch(/^Version += 0xe00$/im);
  await runTool('wimlib-imagex', ['verify', wim]);
});

test('a split image has parts that belong together', async () => {
  const place = join(folder, 'swm');
  const { isoPath } = await makePracticeIso({
    ...{ folder: place, sizeBytes: 8_000_000, files: 40 },
    ...{ swmPartBytes: 2 * 1024 * 1024, name: 'split', compression: 'xpress' },
  });
  expect(isoPath).toBe(join(place, 'split.iso'));
  const parts = [...(await listing(isoPath)).keys()].filter((path) => path.endsWith('.swm'));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts).toContain('sources/install2.swm');
  const extracted = await Promise.all(
    parts.map((path) => extractWim(isoPath, path.slice('sources/'.length), place)),
  );
  const first = extracted.find((path) => path.endsWith('/install.swm')) ?? '';
  await runTool('wimlib-imagex', ['verify', first, `--ref=${join(place, 'install*.swm')}`]);
});

describe('what can’t be made', () => {
  test.each([
    ['a size below nothing', { sizeBytes: -1 }],
    ['a size that is no number', { sizeBytes: Number.NaN }],
    ['no files', { files: 0 }],
    ['a name with a folder in it', { name: '../x.iso' }],
    ['no name', { name: '' }],
    ['parts smaller than a mebibyte', { swmPartBytes: 1000 }],
    ['a solid image in parts', { esd: true, swmPartBytes: 5_000_000 }],
  ])('%s is refused', async (_what, request) => {
    const place = join(folder, 'refused');
    await expect(makePracticeIso({ folder: place, ...request })).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(stat(place)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a file of that name that is something else is kept', async () => {
    const place = await mkdtemp(join(folder, 'kept-'));
    await writeFile(join(place, 'practice.iso'), 'a thesis');
    await expect(makePracticeIso({ folder: place, ...SMALL })).rejects.toMatchObject({
      code: 'target/exists',
    });
    expect(await readFile(join(place, 'practice.iso'), 'utf8')).toBe('a thesis');
  });

  test('a folder of that name is kept, too', async () => {
    const place = await mkdtemp(join(folder, 'kept-'));
    await mkdir(join(place, 'practice.iso'));
    await expect(makePracticeIso({ folder: place, ...SMALL })).rejects.toMatchObject({
      code: 'target/exists',
    });
  });

  test('an older practice image is replaced', async () => {
    const place = await mkdtemp(join(folder, 'replaced-'));
    const before = await makePracticeIso({ folder: place, ...SMALL });
    const after = await makePracticeIso({ folder: place, ...SMALL, sizeBytes: 4_000_000 });
    expect(after).toEqual(before);
    expect((await listing(after.isoPath)).get('sources/install.wim')).toBeGreaterThan(2_000_000);
  });

  test('a folder below a file can’t be used', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    await expect(makePracticeIso({ folder: join(file, 'below'), ...SMALL })).rejects.toMatchObject({
      code: 'target/unusable-path',
    });
  });

  test('more than the disk has room for is refused before anything is written', async () => {
    const place = await mkdtemp(join(folder, 'full-'));
    const request = { folder: place, sizeBytes: 2 ** 40, files: 1000 };
    await expect(makePracticeIso(request)).rejects.toMatchObject({ code: 'work/full' });
    expect(await readdir(place)).toEqual([]);
  });

  test('cancelling leaves nothing behind', async () => {
    const place = await mkdtemp(join(folder, 'cancelled-'));
    const cancelling = new AbortController();
    const made = makePracticeIso(
      { folder: place, sizeBytes: 200_000_000, files: 2000 },
      {
        signal: cancelling.signal,
        onProgress: (done) => {
          if (done > 20_000_000) cancelling.abort();
        },
      },
    );
    await expect(made).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(place)).toEqual([]);
  });
});
