import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VentoyPackageSchema } from '../../../src-shared/ventoy-package';
import { readVentoyPackage, type ReadPackageOptions } from './read-package';
import { linuxEntries, sha256Of, tar, tarGz, windowsEntries, zip, type TestEntry } from './testing';

const linux = { platform: 'linux', machine: 'x86_64' } as const;
const windows = { platform: 'windows', machine: 'x86_64' } as const;
const linuxName = 'ventoy-1.1.17-linux.tar.gz';
const windowsName = 'ventoy-1.1.17-windows.zip';
const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

let folder = '';
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'sticksmith package “für” ')));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, bytes: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

function read(
  path: string,
  more: Partial<ReadPackageOptions> = {},
): ReturnType<typeof readVentoyPackage> {
  const { signal } = new AbortController();
  return readVentoyPackage(path, { sha256: null, signal, runsOn: linux, ...more });
}

describe('readVentoyPackage', () => {
  it('says what a package for Linux is', async () => {
    const bytes = await tarGz(linuxEntries());
    const path = await put(linuxName, bytes);
    const found = await read(path);
    expect(VentoyPackageSchema.parse(found)).toEqual({
      path,
      fileName: linuxName,
      sizeBytes: bytes.length,
      sha256: sha256Of(bytes),
      hash: 'none',
      version: '1.1.17',
      platform: 'linux',
      folder: 'ventoy-1.1.17',
    });
    expect(await readdir(folder)).toEqual([linuxName]);
  });

  it('says what a package for Windows is', async () => {
    const path = await put(windowsName, zip(windowsEntries()));
    expect(await read(path, { runsOn: windows })).toMatchObject({
      version: '1.1.17',
      platform: 'windows',
    });
  });

  it('knows a package by its content, whatever its name', async () => {
    const path = await put('download (1)', await tarGz(linuxEntries('1.0.99')));
    expect(await read(path)).toMatchObject({ version: '1.0.99', fileName: 'download (1)' });
  });

  it('follows a link, and says where it leads', async () => {
    const path = await put(linuxName, await tarGz(linuxEntries()));
    await symlink(path, join(folder, 'link'));
    expect((await read(join(folder, 'link'))).path).toBe(path);
  });

  it('takes entries with and without ./ before them', async () => {
    const path = await put(linuxName, await tarGz(linuxEntries('1.1.17', 'ventoy-1.1.17')));
    expect(await read(path)).toMatchObject({ folder: 'ventoy-1.1.17' });
  });

  it.each<[string, () => Promise<Buffer>, typeof linux | typeof windows]>([
    [linuxName, () => tarGz(linuxEntries()), linux],
    [windowsName, () => Promise.resolve(zip(windowsEntries())), windows],
  ])('reports progress up to the end, never backwards: %s', async (name, make, runsOn) => {
    const bytes = await make();
    const seen: number[] = [];
    const path = await put(name, bytes);
    const onProgress = (doneBytes: number, totalBytes: number) => {
      expect(totalBytes).toBe(2 * bytes.length);
      seen.push(doneBytes);
    };
    await read(path, { onProgress, runsOn });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(2 * bytes.length);
  });

  it('can be cancelled', async () => {
    const path = await put(linuxName, await tarGz(linuxEntries()));
    const reading = read(path, { signal: AbortSignal.abort() });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled', stick: 'untouched' });
  });
});

describe('its hash', () => {
  it('is compared with one that was given', async () => {
    const bytes = await tarGz(linuxEntries());
    const path = await put(linuxName, bytes);
    const sha256 = sha256Of(bytes).toUpperCase();
    expect((await read(path, { sha256 })).hash).toBe('given');
    await expect(read(path, { sha256: A })).rejects.toMatchObject({
      code: 'ventoy/package-hash-mismatch',
      params: { expected: A, actual: sha256Of(bytes) },
    });
  });

  it.each<[string, (hash: string) => string]>([
    ['as text', (hash) => `${A}  other.iso\n${hash}  ${linuxName}\n`],
    ['as binary', (hash) => `${hash} *${linuxName}\n`],
    ['on lines that end as on Windows', (hash) => `${A}  other.iso\r\n${hash}  ${linuxName}\r\n`],
  ])('is compared with sha256.txt beside it, %s', async (_, list) => {
    const bytes = await tarGz(linuxEntries());
    const path = await put(linuxName, bytes);
    await put('sha256.txt', list(sha256Of(bytes)));
    expect((await read(path)).hash).toBe('beside');
    await put('sha256.txt', list(B));
    await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-hash-mismatch' });
  });

  it.each([
    ['names other files only', `${A}  ventoy-1.1.17-windows.zip\n`],
    ['names none', `${A}\n`],
    ['is empty', ''],
  ])('is not compared with a sha256.txt that %s', async (_, list) => {
    const path = await put(linuxName, await tarGz(linuxEntries()));
    await put('sha256.txt', list);
    expect((await read(path)).hash).toBe('none');
  });

  it('must be the same in both, even when one of them is right', async () => {
    const bytes = await tarGz(linuxEntries());
    const path = await put(linuxName, bytes);
    await put('sha256.txt', `${A}  ${linuxName}\n`);
    await expect(read(path, { sha256: sha256Of(bytes) })).rejects.toMatchObject({
      code: 'ventoy/package-hashes-differ',
      params: { beside: A },
    });
    await put('sha256.txt', `${sha256Of(bytes)}  ${linuxName}\n`);
    expect((await read(path, { sha256: sha256Of(bytes) })).hash).toBe('given');
  });

  it('is not passed over when sha256.txt can’t be read', async () => {
    const path = await put(linuxName, await tarGz(linuxEntries()));
    await mkdir(join(folder, 'sha256.txt'));
    await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-unreadable' });
  });

  it('decides before what is in the archive does', async () => {
    const path = await put(linuxName, 'something else altogether');
    await put('sha256.txt', `${A}  ${linuxName}\n`);
    await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-hash-mismatch' });
  });
});

describe('what is no package', () => {
  it.each<[string, Buffer]>([
    ['a text', Buffer.from('<!doctype html><title>404</title>')],
    ['empty', Buffer.alloc(0)],
    ['one byte', Buffer.from([0x1f])],
    ['an ISO', Buffer.concat([Buffer.alloc(0x8001), Buffer.from('CD001')])],
    ['gzip of something else', gzipSync('no tar')],
  ])('is not recognised: %s', async (_, bytes) => {
    const path = await put(linuxName, bytes);
    await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-not-recognised' });
  });

  it('is not recognised: another tar', async () => {
    const path = await put('x', await tarGz([{ name: 'hello/README', content: 'hello' }]));
    await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-not-recognised' });
  });

  it('is not recognised: a tar and a zip with nothing in them', async () => {
    for (const bytes of [await tarGz([]), Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`)]) {
      const path = await put('x', bytes);
      await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-not-recognised' });
    }
  });

  it('is not opened when it is a pipe or a folder', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const path of [join(folder, 'pipe'), folder]) {
      await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-not-recognised' });
    }
  });

  it('is not read when it is far too large', async () => {
    const path = join(folder, 'large');
    execFileSync('truncate', ['--size=8G', path]);
    await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-not-recognised' });
  });

  it('is said to be missing', async () => {
    const reading = read(join(folder, 'missing'));
    await expect(reading).rejects.toMatchObject({ code: 'ventoy/package-not-found' });
  });
});

describe('a package that can’t be used', () => {
  const needed = [
    'Ventoy2Disk.sh',
    'tool/VentoyWorker.sh',
    'tool/ventoy_lib.sh',
    'boot/boot.img',
    'boot/core.img.xz',
    'ventoy/ventoy.disk.img.xz',
    'ventoy/version',
    'tool/x86_64/mkexfatfs.xz',
    'tool/x86_64/vtoycli.xz',
  ];
  it.each(needed)('lacks %s', async (file) => {
    const entries = linuxEntries().filter(({ name }) => !name.endsWith(`17/${file}`));
    expect(entries).toHaveLength(linuxEntries().length - 1);
    const path = await put(linuxName, await tarGz(entries));
    await expect(read(path)).rejects.toMatchObject({
      code: expect.stringMatching(/package-(incomplete|not-recognised)$/) as string,
      params: { message: expect.stringContaining(file.replace('.xz', '')) as string },
    });
  });

  it.each([
    ['x86_64', 'x86_64'],
    ['aarch64', 'aarch64'],
    ['i686', 'i386'],
    ['mips64', 'mips64el'],
    ['riscv64', 'i386'],
  ])('has no programs for %s, which takes those of %s', async (machine, tools) => {
    const entries = linuxEntries().filter(({ name }) => !name.includes(`/tool/${tools}/`));
    const path = await put(linuxName, await tarGz(entries));
    await expect(read(path, { runsOn: { platform: 'linux', machine } })).rejects.toMatchObject({
      code: 'ventoy/package-incomplete',
    });
    const other = machine === 'x86_64' ? 'aarch64' : 'x86_64';
    expect(await read(path, { runsOn: { platform: 'linux', machine: other } })).toBeTruthy();
  });

  it('may have its programs unpacked already', async () => {
    const entries = linuxEntries().map((entry) => {
      return { ...entry, name: entry.name.replace(/(mkexfatfs|vtoycli)\.xz$/, '$1') };
    });
    expect(await read(await put(linuxName, await tarGz(entries)))).toBeTruthy();
  });

  it('is for Windows, and the name of the right one is said', async () => {
    const path = await put(windowsName, zip(windowsEntries()));
    await expect(read(path)).rejects.toMatchObject({
      code: 'ventoy/package-platform',
      params: { wanted: linuxName, platform: 'Windows', version: '1.1.17' },
    });
  });

  it('is for Linux, on Windows', async () => {
    const path = await put(linuxName, await tarGz(linuxEntries()));
    await expect(read(path, { runsOn: windows })).rejects.toMatchObject({
      code: 'ventoy/package-platform',
      params: { wanted: windowsName, platform: 'Linux' },
    });
  });

  it.each<[string, TestEntry[]]>([
    ['of the repository', linuxEntries('1.1.17', 'Ventoy-1.1.17/INSTALL')],
    [
      'of its folder INSTALL',
      [
        ...linuxEntries('1.1.17', 'INSTALL'),
        { name: 'INSTALL/grub/grub.cfg', content: 'set VENTOY_VERSION="1.1.17"' },
      ],
    ],
  ])('is the source code %s', async (_, entries) => {
    const path = await put('Ventoy-1.1.17.tar.gz', await tarGz(entries));
    await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-source' });
    const zipped = await put('Ventoy-1.1.17.zip', zip(entries));
    await expect(read(zipped)).rejects.toMatchObject({ code: 'ventoy/package-source' });
  });

  it.each<[string, string, TestEntry[]]>([
    ['another version in its name', 'ventoy-1.1.16-linux.tar.gz', linuxEntries()],
    ['another platform in its name', 'ventoy-1.1.17-windows.zip', linuxEntries()],
    ['another version in its folder', linuxName, linuxEntries('1.1.17', './ventoy-1.1.16')],
    ['a second folder', linuxName, [...linuxEntries(), { name: 'other/x', content: 'x' }]],
    ['a file beside the folder', linuxName, [...linuxEntries(), { name: 'x', content: 'x' }]],
  ])('has %s', async (_, name, entries) => {
    const path = await put(name, await tarGz(entries));
    await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-contradiction' });
  });

  it.each(['', 'none\n', '1.1.17; rm -rf /', '../1.1.17', `1.${'1'.repeat(70)}`])(
    'has the version %j',
    async (version) => {
      const entries = linuxEntries().map((entry) => {
        return entry.name.endsWith('ventoy/version') ? { ...entry, content: version } : entry;
      });
      const path = await put(linuxName, await tarGz(entries));
      await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-damaged' });
    },
  );

  it('has a boot.img that is no sector', async () => {
    const entries = linuxEntries().map((entry) => {
      return entry.name.endsWith('boot.img') ? { ...entry, content: 'short' } : entry;
    });
    const path = await put(linuxName, await tarGz(entries));
    await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-damaged' });
  });
});

it('a tar that says where its end is twice is read to its last entry', async () => {
  const first = await tar(linuxEntries());
  const link = await tar([{ name: 'hidden', type: 'symlink', linkname: '/etc' }]);
  const path = await put(linuxName, gzipSync(Buffer.concat([first, link])));
  await expect(read(path)).rejects.toMatchObject({ code: 'ventoy/package-unsafe' });
});
