import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
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
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StickError } from '../../../src-shared/errors';
import {
  linuxEntries,
  sha256Of,
  tar,
  tarGz,
  windowsEntries,
  zip,
  zipRecord,
  type TestEntry,
  type ZipLies,
  type ZipTestEntry,
} from './testing';
import { unpackVentoyPackage } from './unpack-package';

const top = 'ventoy-1.1.17';
const linux = { platform: 'linux', machine: 'x86_64' } as const;
const windows = { platform: 'windows', machine: 'x86_64' } as const;

/** Holds `into` and the archive, and must hold nothing else afterwards. */
let around = '';
let into = '';
beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'sticksmith unpack “für” '));
  into = join(around, 'into');
  await mkdir(into, { mode: 0o700 });
});
afterEach(async () => {
  await rm(around, { recursive: true, force: true });
});

async function unpack(
  bytes: Buffer,
  more: { runsOn?: typeof linux | typeof windows; signal?: AbortSignal } = {},
): Promise<{ folder: string; version: string }> {
  const path = join(around, 'archive');
  await writeFile(path, bytes);
  return unpackVentoyPackage(path, into, {
    sha256: sha256Of(bytes),
    signal: more.signal ?? new AbortController().signal,
    runsOn: more.runsOn ?? linux,
  });
}

/** The error it ends in, after making sure that it left nothing behind, inside or outside. */
async function refusal(unpacking: Promise<unknown>): Promise<StickError> {
  const error = await unpacking.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StickError);
  expect(await readdir(into)).toEqual([]);
  expect((await readdir(around)).sort()).toEqual(['archive', 'into']);
  return error as StickError;
}

async function modes(folder: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true })) {
    const { mode } = await lstat(join(folder, entry));
    all[entry] = (mode & 0o7777).toString(8);
  }
  return all;
}

describe('unpackVentoyPackage', () => {
  it('unpacks every file of a package for Linux, byte for byte', async () => {
    const entries = linuxEntries();
    const { folder, version } = await unpack(await tarGz(entries));
    expect({ folder, version }).toEqual({ folder: join(into, top), version: '1.1.17' });
    for (const { name, content, type } of entries) {
      if (type === 'directory') continue;
      expect(await readFile(join(into, name)), name).toEqual(Buffer.from(content ?? ''));
    }
    const files = entries.filter(({ type }) => type !== 'directory').length;
    const found = await readdir(into, { recursive: true, withFileTypes: true });
    expect(found.filter((entry) => entry.isFile())).toHaveLength(files);
  });

  it('unpacks what tar itself packed as Ventoy does', async () => {
    const { folder } = await unpack(await tarGz(linuxEntries()));
    const source = join(around, 'source');
    await mkdir(source);
    execFileSync('cp', ['-r', folder, join(source, top)]);
    const long = join(source, top, 'plugin', 'x'.repeat(120), 'y'.repeat(60));
    await mkdir(long, { recursive: true });
    await writeFile(join(long, 'theme.txt'), 'theme');
    await rm(folder, { recursive: true });
    const archive = join(around, 'by-tar');
    execFileSync('tar', ['-czf', archive, `./${top}`], { cwd: source });

    await unpack(await readFile(archive));
    execFileSync('diff', ['-r', source, into]);
  });

  it('unpacks a zip, for a computer with Windows', async () => {
    const entries = windowsEntries();
    await unpack(zip(entries), { runsOn: windows });
    for (const { name, content, type } of entries) {
      if (type === 'directory') continue;
      expect(await readFile(join(into, name)), name).toEqual(Buffer.from(content ?? ''));
    }
  });

  it('gives nobody else a right, and drops the bits that set ids', async () => {
    const entries = [
      ...linuxEntries(),
      { name: `./${top}/suid`, content: 'x', mode: 0o6755 },
      { name: `./${top}/sticky/`, type: 'directory' as const, mode: 0o7777 },
      { name: `./${top}/writable`, content: 'x', mode: 0o666 },
    ];
    await unpack(await tarGz(entries));
    const found = await modes(into);
    expect(found).toMatchObject({
      [top]: '700',
      [`${top}/suid`]: '700',
      [`${top}/sticky`]: '700',
      [`${top}/writable`]: '600',
      [`${top}/Ventoy2Disk.sh`]: '700',
      [`${top}/ventoy/version`]: '600',
      [`${top}/tool`]: '700',
    });
    expect(Object.values(found).every((mode) => mode === '700' || mode === '600')).toBe(true);
  });
});

describe('an archive that is not what was checked', () => {
  it('is refused before it is looked into', async () => {
    const path = join(around, 'archive');
    await writeFile(path, await tarGz(linuxEntries()));
    const { signal } = new AbortController();
    const unpacking = unpackVentoyPackage(path, into, { sha256: 'a'.repeat(64), signal });
    expect((await refusal(unpacking)).code).toBe('ventoy/package-changed');
  });

  it('is refused when it is a link', async () => {
    const path = join(around, 'archive');
    await symlink('/etc/passwd', path);
    const { signal } = new AbortController();
    const unpacking = unpackVentoyPackage(path, into, { sha256: 'a'.repeat(64), signal });
    expect((await refusal(unpacking)).code).toBe('ventoy/package-not-recognised');
  });
});

describe('the folder to unpack into', () => {
  it.each([
    [
      'a link',
      async () => {
        await rm(into, { recursive: true });
        await mkdir(join(around, 'other'), { mode: 0o700 });
        await symlink(join(around, 'other'), into);
      },
    ],
    ['one that others may enter', () => chmod(into, 0o755)],
    ['one that is not empty', () => writeFile(join(into, 'mine'), 'mine')],
    ['missing', () => rm(into, { recursive: true })],
  ])('may not be %s', async (_, spoil) => {
    const bytes = await tarGz(linuxEntries());
    await spoil();
    const before = await readdir(around, { recursive: true });
    await expect(unpack(bytes)).rejects.toMatchObject({ code: 'ventoy/package-unpack' });
    expect((await readdir(around, { recursive: true })).sort()).toEqual(
      [...before, 'archive'].sort(),
    );
  });
});

describe('a hostile tar', () => {
  const cases: [string, TestEntry][] = [
    ['a path that leads out', { name: `./${top}/../../escaped`, content: 'x' }],
    ['a path that begins with ..', { name: `../escaped`, content: 'x' }],
    ['an absolute path', { name: '/tmp/sticksmith-escaped', content: 'x' }],
    ['an absolute path of Windows', { name: 'C:/escaped', content: 'x' }],
    ['a backslash', { name: `./${top}/..\\..\\escaped`, content: 'x' }],
    ['a control character', { name: `./${top}/a\u001b[2Jb`, content: 'x' }],
    ['a path with two slashes', { name: `./${top}//x`, content: 'x' }],
    ['a path with a dot in it', { name: `./${top}/./x`, content: 'x' }],
    ['a symbolic link', { name: `./${top}/link`, type: 'symlink', linkname: '/etc' }],
    ['a hard link', { name: `./${top}/link`, type: 'link', linkname: '/etc/passwd' }],
    ['a block device', { name: `./${top}/disk`, type: 'block-device' }],
    ['a character device', { name: `./${top}/null`, type: 'character-device' }],
    ['a pipe', { name: `./${top}/pipe`, type: 'fifo' }],
    ['a file twice', { name: `./${top}/ventoy/version`, content: '1.1.17\n' }],
    ['a file where a folder is', { name: `./${top}/tool`, content: 'x' }],
    ['a file in a file', { name: `./${top}/ventoy/version/x`, content: 'x' }],
    ['a path too long', { name: `./${top}/${'d/'.repeat(600)}x`, content: 'x' }],
    ['too deep a path', { name: `./${top}/${'d/'.repeat(40)}x`, content: 'x' }],
    ['a name too long', { name: `./${top}/${'n'.repeat(256)}`, content: 'x' }],
  ];
  it.each(cases)('with %s leaves nothing', async (_, entry) => {
    const error = await refusal(unpack(await tarGz([...linuxEntries(), entry])));
    expect(error.code).toBe('ventoy/package-unsafe');
    expect(existsSync('/tmp/sticksmith-escaped')).toBe(false);
  });

  it('with a link first and a file through it leaves nothing', async () => {
    const entries: TestEntry[] = [
      { name: `./${top}/x`, type: 'symlink', linkname: around },
      { name: `./${top}/x/escaped`, content: 'x' },
      ...linuxEntries(),
    ];
    const error = await refusal(unpack(await tarGz(entries)));
    expect(error.code).toBe('ventoy/package-unsafe');
  });

  it('with a NUL in a pax name leaves nothing', async () => {
    const bytes = await tar([{ name: `./${top}/ü-x`, content: 'x' }]);
    const at = bytes.indexOf('ü-x');
    bytes.write('ü\0x', at);
    const rest = await tar(linuxEntries());
    const error = await refusal(unpack(gzipSync(Buffer.concat([bytes.subarray(0, -1024), rest]))));
    expect(error.code).toBe('ventoy/package-unsafe');
  });

  it('with a name that is no UTF-8 leaves nothing', async () => {
    const bytes = await tar(linuxEntries());
    const odd = await tar([{ name: `./${top}/zz`, content: 'x' }]);
    odd.write('\xff', odd.indexOf('zz'), 'latin1');
    odd.write('        ', 148);
    const sum = odd.subarray(0, 512).reduce((all, byte) => all + byte, 0);
    odd.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const error = await refusal(unpack(gzipSync(Buffer.concat([odd.subarray(0, 1024), bytes]))));
    expect(error.code).toBe('ventoy/package-unsafe');
  });

  it('with too many entries leaves nothing', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => ({
      name: `./${top}/many/${index}`,
    }));
    const error = await refusal(unpack(await tarGz([...linuxEntries(), ...many])));
    expect(error.code).toBe('ventoy/package-unsafe');
  });

  it('with a huge file leaves nothing, and does not unpack it in memory', async () => {
    const bomb = { name: `./${top}/zeros`, content: Buffer.alloc(100 * 1024 * 1024) };
    const error = await refusal(unpack(await tarGz([...linuxEntries(), bomb])));
    expect(error.code).toBe('ventoy/package-unsafe');
  });

  it('that is nothing but zeros is no package', async () => {
    const error = await refusal(unpack(gzipSync(Buffer.alloc(200 * 1024 * 1024))));
    expect(error.code).toBe('ventoy/package-not-recognised');
  });

  it('with endless zeros behind its entries leaves nothing', async () => {
    const bytes = Buffer.concat([await tar(linuxEntries()), Buffer.alloc(120 * 1024 * 1024)]);
    const error = await refusal(unpack(gzipSync(bytes)));
    expect(error.code).toBe('ventoy/package-unsafe');
  });
});

describe('a damaged tar.gz', () => {
  it.each<[string, (good: Buffer) => Buffer]>([
    ['cut short', (good) => good.subarray(0, good.length - 100)],
    ['cut within its last checksum', (good) => good.subarray(0, good.length - 2)],
    ['with a wrong checksum', (good) => flipped(good, good.length - 6)],
    ['with a wrong length', (good) => flipped(good, good.length - 2)],
    ['with something behind its end', (good) => Buffer.concat([good, Buffer.from('more')])],
    ['with zeros behind its end', (good) => Buffer.concat([good, Buffer.alloc(1)])],
    ['with many zeros behind its end', (good) => Buffer.concat([good, Buffer.alloc(200_000)])],
    ['whose tar is cut short', (good) => gzipSync(gunzipSync(good).subarray(0, 3000))],
    ['whose tar is damaged', (good) => gzipSync(flipped(gunzipSync(good), 512 + 120))],
    ['of which only the beginning is there', (good) => good.subarray(0, 12)],
  ])('%s leaves nothing', async (_, damage) => {
    const error = await refusal(unpack(damage(await tarGz(linuxEntries()))));
    expect(['ventoy/package-damaged', 'ventoy/package-not-recognised']).toContain(error.code);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

describe('a hostile zip', () => {
  const cases: [string, ZipTestEntry][] = [
    ['a path that leads out', { name: `${top}/../../escaped`, content: 'x' }],
    ['an absolute path', { name: '/tmp/sticksmith-escaped', content: 'x' }],
    ['a backslash', { name: `${top}\\..\\..\\escaped`, content: 'x' }],
    ['a drive letter', { name: 'C:escaped', content: 'x' }],
    ['a NUL', { name: `${top}/a\0b`, content: 'x' }],
    ['a symbolic link', { name: `${top}/link`, content: '/etc', type: 'symlink' }],
    ['a device', { name: `${top}/disk`, type: 'block-device' }],
    ['a file twice', { name: `${top}/ventoy/version`, content: '1.1.17\n' }],
    ['names that differ by case', { name: `${top}/Ventoy/VERSION`, content: '1.1.17\n' }],
    ['two names for one entry', { name: `${top}/a`, content: 'x', lies: { localName: 'b' } }],
    ['an encrypted entry', { name: `${top}/a`, content: 'x', lies: { flags: 1 } }],
    ['a file too large', { name: `${top}/a`, content: 'x', lies: { sizeBytes: 0x20000000 } }],
  ];
  it.each(cases)('with %s leaves nothing', async (_, entry) => {
    const error = await refusal(unpack(zip([...windowsEntries(), entry]), { runsOn: windows }));
    expect(error.code).toBe('ventoy/package-unsafe');
  });

  it('whose entries share their data leaves nothing', async () => {
    const inner = { name: `${top}/b`, content: randomBytes(200_000), lies: { method: 0 } };
    const outer = { name: `${top}/a`, content: zipRecord(inner), lies: { method: 0 } };
    const offset = 30 + outer.name.length;
    const entries = [outer, { ...inner, lies: { method: 0, offset } }, ...windowsEntries()];
    const bytes = zip(entries);
    const error = await refusal(unpack(bytes, { runsOn: windows }));
    expect(error.code).toBe('ventoy/package-unsafe');
    expect(error.params['message']).toBe('its entries overlap');
  });

  it('with a huge file leaves nothing', async () => {
    const bomb = { name: `${top}/zeros`, content: Buffer.alloc(100 * 1024 * 1024) };
    const error = await refusal(unpack(zip([...windowsEntries(), bomb]), { runsOn: windows }));
    expect(error.code).toBe('ventoy/package-unsafe');
  });
});

describe('a damaged zip', () => {
  it.each<[string, (good: Buffer) => Buffer]>([
    ['cut short', (good) => good.subarray(0, good.length - 10)],
    ['cut in half', (good) => good.subarray(0, good.length / 2)],
    ['with something behind its end', (good) => Buffer.concat([good, Buffer.from('more')])],
    ['whose data is damaged', (good) => flipped(good, 2000)],
  ])('%s leaves nothing', async (_, damage) => {
    const error = await refusal(unpack(damage(zip(windowsEntries())), { runsOn: windows }));
    expect(error.code).toBe('ventoy/package-damaged');
  });

  it.each<[string, ZipLies]>([
    ['a wrong checksum', { crc: 1 }],
    ['a size too small', { sizeBytes: 1 }],
    ['a size too large', { sizeBytes: 99 }],
    ['an unknown way to compress', { method: 9 }],
  ])('with %s leaves nothing', async (_, lies) => {
    const entry = { name: `${top}/a`, content: 'some content', lies };
    const error = await refusal(unpack(zip([...windowsEntries(), entry]), { runsOn: windows }));
    expect(error.code).toBe('ventoy/package-damaged');
  });
});

describe('unpacking', () => {
  it('leaves nothing when it is cancelled, at whatever moment', async () => {
    const bytes = await tarGz(linuxEntries());
    for (const afterMs of [0, 1, 3, 6, 10, 15]) {
      const controller = new AbortController();
      setTimeout(() => {
        controller.abort();
      }, afterMs);
      const error = await unpack(bytes, { signal: controller.signal }).catch((thrown: unknown) => {
        return thrown;
      });
      if (!(error instanceof StickError)) {
        expect(error).toHaveProperty('version');
        await rm(join(into, top), { recursive: true });
        continue;
      }
      expect(error.code).toBe('cancelled');
      expect(await readdir(into)).toEqual([]);
    }
  });

  it('removes what is there already when it is cancelled half-way', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => {
      return { name: `./${top}/many/${index}`, content: 'x' };
    });
    const bytes = await tarGz([...linuxEntries(), ...many]);
    const controller = new AbortController();
    const started = join(into, top, 'many', '10');
    const watch = () => {
      if (existsSync(started)) controller.abort();
      else watching = setTimeout(watch);
    };
    let watching = setTimeout(watch);
    const error = await refusal(unpack(bytes, { signal: controller.signal }));
    clearTimeout(watching);
    expect(controller.signal.aborted).toBe(true);
    expect(error.code).toBe('cancelled');
  });

  it.each<
    [string, () => Promise<Buffer>, (bytes: Buffer) => Buffer, typeof linux | typeof windows]
  >([
    ['tar.gz', () => tarGz(linuxEntries()), (bytes) => bytes, linux],
    ['tar within its gzip', () => tar(linuxEntries()), (bytes) => gzipSync(bytes), linux],
    ['zip', () => Promise.resolve(zip(windowsEntries())), (bytes) => bytes, windows],
  ])('a %s with any damage ends in a clear error, or well', async (_, make, wrap, runsOn) => {
    const good = await make();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 }),
        fc.option(fc.nat(good.length)),
        async (changes, cutAt) => {
          const bytes = Buffer.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          const archive = wrap(cutAt === null ? bytes : bytes.subarray(0, cutAt));
          const outcome = await unpack(archive, { runsOn }).catch((thrown: unknown) => thrown);
          if (outcome instanceof StickError) {
            expect(outcome.code).toMatch(/^ventoy\/package-/);
            expect(await readdir(into)).toEqual([]);
          } else {
            expect(outcome).toHaveProperty('version', '1.1.17');
            expect(await readdir(into)).toEqual([top]);
            await rm(join(into, top), { recursive: true });
          }
          expect((await readdir(around)).sort()).toEqual(['archive', 'into']);
        },
      ),
      { numRuns: 300 },
    );
  });
});
