import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BootImageSchema, type BootImage } from '../../../src-shared/boot-image';
import { StickError } from '../../../src-shared/errors';
import { buildWim, windowsXml } from '../testing';
import { readBootImage } from '.';

const exec = promisify(execFile);
const KiB = 1024;
const MiB = 1024 * KiB;
const { signal } = new AbortController();

async function tool(name: string, ...args: string[]): Promise<string> {
  const { stdout } = await exec(name, args, {
    maxBuffer: 64 * MiB,
    env: { ...process.env, LC_ALL: 'C.UTF-8', MTOOLS_SKIP_CHECK: '1' },
  });
  return stdout;
}

let folder = '';
let efiImages: Record<'x64' | 'all', string> = { x64: '', all: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "boot-images “ü” 磁盘 q' "));
  efiImages = {
    x64: await makeEfiImage('x64.img', ['BOOTX64.EFI']),
    all: await makeEfiImage('all.img', ['BOOTX64.EFI', 'BOOTIA32.EFI', 'BOOTAA64.EFI']),
  };
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A FAT volume, FAT12 for its size, with default boot files. */
async function makeEfiImage(name: string, programs: string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, Buffer.alloc(2880 * KiB));
  await tool('mkfs.fat', path);
  await tool('mmd', '-i', path, '::/EFI', '::/EFI/BOOT');
  const program = join(folder, 'program.efi');
  await writeFile(program, efiProgram(0x8664));
  for (const each of programs) await tool('mcopy', '-i', path, program, `::/EFI/BOOT/${each}`);
  return path;
}

/** Headers of an EFI program and nothing that could run. */
function efiProgram(machine: number, subsystem = 10, bytes = 40 * KiB): Buffer {
  const program = Buffer.alloc(bytes);
  program.write('MZ', 0, 'latin1');
  program.writeUInt32LE(128, 60);
  program.write('PE\0\0', 128, 'latin1');
  program.writeUInt16LE(machine, 132);
  program.writeUInt16LE(subsystem, 128 + 24 + 68);
  return program;
}

interface Disc {
  name: string;
  volumeId: string;
  files: Record<string, string | Buffer>;
  /** How its file names are kept. */
  names?: string[];
  bios?: boolean;
  efi?: 'x64' | 'all';
}

let made = 0;
async function makeDisc(disc: Disc): Promise<string> {
  made += 1;
  const tree = join(folder, `tree ${String(made)}`);
  const efi = disc.efi === undefined ? {} : { 'boot/efi.img': await readFile(efiImages[disc.efi]) };
  const bios = disc.bios === true ? { 'boot/bios.bin': randomBytes(2048) } : {};
  for (const [path, content] of Object.entries({ ...disc.files, ...efi, ...bios })) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), content);
  }
  await mkdir(tree, { recursive: true });
  const target = join(folder, disc.name);
  await rm(target, { force: true });
  await tool(
    ...(['xorriso', '-as', 'mkisofs', '-quiet'] as const),
    ...['-V', disc.volumeId, ...(disc.names ?? ['-R', '-J', '-joliet-long'])],
    ...(disc.bios === true
      ? ['-b', 'boot/bios.bin', '-no-emul-boot', '-boot-load-size', '4', '-boot-info-table']
      : []),
    ...(disc.efi === undefined
      ? []
      : [
          ...(disc.bios === true ? ['-eltorito-alt-boot'] : []),
          '-e',
          'boot/efi.img',
          '-no-emul-boot',
        ]),
    ...['-o', target, tree],
  );
  return target;
}

async function read(disc: Disc): Promise<BootImage> {
  return readBootImage(await makeDisc(disc), signal);
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const thrown: unknown = await promise.then(
    (value) => value,
    (error: unknown) => error,
  );
  return thrown instanceof StickError ? thrown.code : `no StickError: ${JSON.stringify(thrown)}`;
}

describe('a disc image that xorriso made', () => {
  const all = { x64: true, ia32: true, aa64: true };
  const onlyX64 = { x64: true, ia32: false, aa64: false };
  const none = { x64: false, ia32: false, aa64: false };
  const ubuntu = {
    '.disk/info': 'Ubuntu 24.04.1 LTS "Noble Numbat" - Release amd64 (20240827.1)',
    'casper/vmlinuz': 'kernel',
  };
  it.each<[string, Disc, Partial<BootImage>]>([
    [
      'Ubuntu with Joliet',
      {
        name: 'u.iso',
        volumeId: 'Ubuntu 24.04.1 LTS amd64',
        files: ubuntu,
        bios: true,
        efi: 'all',
      },
      {
        family: 'ubuntu',
        title: 'Ubuntu 24.04.1 LTS',
        volumeId: 'Ubuntu 24.04.1 LTS amd64',
        architecture: 'x64',
        starts: { bios: true, uefi: all },
        notes: [],
      },
    ],
    [
      'Ubuntu with Rock Ridge alone',
      { name: 'u2.iso', volumeId: 'Ubuntu', files: ubuntu, names: ['-R'], bios: true },
      { family: 'ubuntu', title: 'Ubuntu 24.04.1 LTS', starts: { bios: true, uefi: none } },
    ],
    [
      'Debian live, for UEFI by its own tree',
      {
        name: 'd.iso',
        volumeId: 'd-live 12.5.0 gn amd64',
        files: {
          '.disk/info': 'Official Debian GNU/Linux Live 12.5.0 gnome 2024-02-10T11:11',
          'live/filesystem.squashfs': 'squash',
          'EFI/boot/bootx64.efi': 'program',
        },
      },
      {
        family: 'debian-live',
        title: 'Debian GNU/Linux Live 12.5.0 gnome',
        starts: { bios: false, uefi: onlyX64 },
      },
    ],
    [
      'Debian live, for UEFI by a FAT volume, and perhaps by its tree',
      {
        name: 'd2.iso',
        volumeId: 'd-live',
        files: { 'live/filesystem.squashfs': 'x', 'EFI/boot/bootia32.efi': 'program' },
        efi: 'x64',
      },
      {
        family: 'debian-live',
        starts: { bios: false, uefi: { x64: true, ia32: null, aa64: false } },
      },
    ],
    [
      'Kali',
      {
        name: 'kali-linux-2024.2-live-amd64.iso',
        volumeId: 'Kali Live',
        files: { 'live/vmlinuz-6.8.11-amd64': 'k' },
        names: ['-R'],
        efi: 'x64',
      },
      { family: 'kali', live: true, starts: { bios: false, uefi: onlyX64 } },
    ],
    [
      'Arch',
      {
        name: 'archlinux.iso',
        volumeId: 'ARCH_202405',
        files: { 'arch/version': '2024.05.01\n', 'arch/x86_64/airootfs.sfs': 'x' },
        names: ['-R'],
      },
      {
        family: 'arch',
        title: 'Arch Linux 2024.05.01',
        version: '2024.05.01',
        architecture: 'x64',
      },
    ],
    [
      'Manjaro',
      { name: 'm.iso', volumeId: 'MANJARO_KDE_2403', files: { '.miso': '' }, names: ['-R'] },
      { family: 'manjaro', title: 'Manjaro' },
    ],
    [
      'MX',
      { name: 'MX-23.3_x64.iso', volumeId: 'MX-Live', files: { 'antiX/linuxfs': 'x' } },
      { family: 'mx', title: 'MX Linux 23.3', architecture: 'x64' },
    ],
    [
      'KaOS',
      { name: 'KaOS.iso', volumeId: 'KAOS_20240505', files: { 'kdeos/boot/k': 'x' } },
      { family: 'kaos', title: 'KaOS 2024.05' },
    ],
    [
      'Fedora',
      {
        name: 'f.iso',
        volumeId: 'Fedora-WS-Live-40-1-14',
        files: { 'LiveOS/squashfs.img': 'x' },
        bios: true,
        efi: 'all',
      },
      { family: 'fedora', title: 'Fedora 40', live: true, starts: { bios: true, uefi: all } },
    ],
    [
      'openSUSE',
      { name: 's.iso', volumeId: 'openSUSE-Leap-15.6-DVD-x86_64', files: { 'media.1/media': 'x' } },
      { family: 'opensuse', live: false },
    ],
    [
      'SystemRescue',
      { name: 'r.iso', volumeId: 'RESCUE1102', files: { 'sysresccd/VERSION': '11.02\n' } },
      { family: 'systemrescue', title: 'SystemRescue 11.02' },
    ],
    [
      'Gentoo',
      { name: 'g.iso', volumeId: 'Gentoo-amd64-20240623', files: { 'image.squashfs': 'x' } },
      { family: 'gentoo', architecture: 'x64' },
    ],
    [
      'memtest',
      { name: 'memtest86+x64.iso', volumeId: 'MT86PLUS_64', files: { 'boot/x': 'x' }, bios: true },
      { family: 'memtest', live: false },
    ],
    [
      'what nobody could start',
      { name: 'backup.iso', volumeId: 'BACKUP', files: { 'letter.txt': 'Dear …' } },
      {
        family: 'other',
        title: null,
        starts: { bios: false, uefi: none },
        notes: [{ code: 'no-boot-program', detail: '' }],
      },
    ],
  ])('is recognised: %s', async (_, disc, expected) => {
    const image = await read(disc);
    expect(BootImageSchema.parse(image)).toEqual(image);
    expect(image).toMatchObject({ name: disc.name, kind: 'iso', ...expected });
    expect(image.sizeBytes).toBe((await stat(image.path)).size);
  });

  it('tells the editions of Windows', async () => {
    const wim = buildWim({ xml: windowsXml('Windows 11 Home', 'Windows 11 Pro'), imageCount: 2 });
    const image = await read({
      name: 'w.iso',
      volumeId: 'CCCOMA_X64FRE',
      files: { 'sources/install.wim': wim, 'sources/boot.wim': 'x', 'efi/boot/bootx64.efi': 'x' },
      bios: true,
    });
    expect(image).toMatchObject({ family: 'windows', title: 'Windows 11', live: false, notes: [] });
    expect(image.windows?.editions.map(({ name }) => name)).toEqual([
      'Windows 11 Home',
      'Windows 11 Pro',
    ]);
  });

  it('is taken with a note when its Windows can’t be read', async () => {
    const files = { 'sources/install.wim': 'no WIM', 'sources/boot.wim': 'x' };
    const image = await read({ name: 'w2.iso', volumeId: 'WIN', files, bios: true });
    expect(image).toMatchObject({ family: 'windows', windows: { editions: [] } });
    expect(image.notes).toEqual([
      { code: 'windows-not-read', detail: expect.any(String) as string },
    ]);
  });

  it('is known by its content when it is called .img, and starts as a disk would', async () => {
    const disc = await makeDisc({
      name: 'a.iso',
      volumeId: 'ARCH_202405',
      files: { 'arch/boot/x': '' },
    });
    await copyFile(disc, join(folder, 'a.img'));
    const image = await readBootImage(join(folder, 'a.img'), signal);
    expect(image).toMatchObject({ kind: 'img', family: 'arch' });
    expect(image.notes.map(({ code }) => code)).toContain('iso-named-img');
  });

  it('is refused when it is cut short', async () => {
    const disc = await makeDisc({
      name: 'cut.iso',
      volumeId: 'CUT',
      files: { 'casper/x': randomBytes(2 * MiB) },
    });
    await truncate(disc, MiB);
    expect(await codeOf(readBootImage(disc, signal))).toBe('image/truncated');
  });

  it('is not read once the job is cancelled', async () => {
    const disc = await makeDisc({ name: 'c.iso', volumeId: 'C', files: { x: 'x' } });
    expect(await codeOf(readBootImage(disc, AbortSignal.abort()))).toBe('cancelled');
  });
});

it('finds what genisoimage made, with names of Rock Ridge or none', async () => {
  const tree = join(folder, 'old tree');
  await mkdir(join(tree, '.disk'), { recursive: true });
  await mkdir(join(tree, 'casper'));
  await writeFile(join(tree, '.disk', 'info'), 'Ubuntu 10.04 "Lucid Lynx" - Release i386');
  const target = join(folder, 'old.iso');
  await tool('genisoimage', '-quiet', '-R', '-V', 'OLD', '-o', target, tree);
  expect(await readBootImage(target, signal)).toMatchObject({
    family: 'ubuntu',
    title: 'Ubuntu 10.04',
    architecture: 'x86',
  });
});

it('finds Windows where only UDF has it, with both entries of the boot catalog', async () => {
  const tree = join(folder, 'windows tree');
  await mkdir(join(tree, 'sources'), { recursive: true });
  await mkdir(join(tree, 'boot'));
  await copyFile(efiImages.x64, join(tree, 'boot', 'efisys.bin'));
  await writeFile(join(tree, 'boot', 'etfsboot.com'), randomBytes(4096));
  const wim = buildWim({ xml: windowsXml('Windows 11 Pro') });
  await writeFile(join(tree, 'sources', 'install.wim'), wim);
  const target = join(folder, 'udf.iso');
  await tool(
    ...(['genisoimage', '-quiet', '-udf', '-V', 'CCCOMA_X64FRE_EN-US_DV9'] as const),
    ...['-hide', 'sources', '-b', 'boot/etfsboot.com', '-no-emul-boot', '-boot-load-size', '8'],
    ...['-eltorito-alt-boot', '-e', 'boot/efisys.bin', '-no-emul-boot', '-o', target, tree],
  );
  expect(await readBootImage(target, signal)).toMatchObject({
    family: 'windows',
    title: 'Windows 11 Pro',
    version: '10.0.22631.2861',
    architecture: 'x64',
    volumeId: 'CCCOMA_X64FRE_EN-US_DV9',
    starts: { bios: true, uefi: { x64: true, ia32: false, aa64: false } },
    notes: [],
  });
});

describe('the image of a disk', () => {
  async function makeDisk(
    name: string,
    script: string,
    efi: { at: number } | null,
  ): Promise<string> {
    const path = join(folder, name);
    const disk = Buffer.alloc(8 * MiB);
    if (efi !== null) (await readFile(efiImages.x64)).copy(disk, efi.at);
    await writeFile(path, disk);
    const child = exec('sfdisk', ['--quiet', path]);
    child.child.stdin?.end(script);
    await child;
    return path;
  }

  it('starts by UEFI from an EFI system partition, of a GPT and of an MBR', async () => {
    const esp = 'start=2048, size=5760, type=';
    const gpt = await makeDisk('g.img', `label: gpt\n${esp}U\n`, { at: MiB });
    const mbr = await makeDisk('m.img', `label: dos\n${esp}ef\n`, { at: MiB });
    for (const path of [gpt, mbr]) {
      const image = await readBootImage(path, signal);
      expect(image.starts).toEqual({
        bios: false,
        uefi: { x64: true, ia32: false, aa64: false },
      });
      expect(image.notes).toEqual([]);
    }
  });

  it('starts by a BIOS from code in sector 0', async () => {
    const path = await makeDisk('b.img', 'label: dos\nstart=2048, type=83, bootable\n', null);
    const disk = await readFile(path);
    disk.fill(0x90, 0, 400);
    await writeFile(path, disk);
    expect((await readBootImage(path, signal)).starts.bios).toBe(true);
  });

  it('can be a bare volume, of which a BIOS’s part isn’t known', async () => {
    const path = join(folder, 'floppy.img');
    await copyFile(efiImages.x64, path);
    const image = await readBootImage(path, signal);
    expect(image.starts).toEqual({ bios: null, uefi: { x64: true, ia32: false, aa64: false } });
    expect(image.notes.map(({ code }) => code)).toEqual(['no-partition-table']);
  });
});

describe('a virtual disk that qemu-img made', () => {
  it.each([
    ['vpc', 'vhd', 'fixed'],
    ['vpc', 'vhd', 'dynamic'],
    ['vhdx', 'vhdx', 'fixed'],
    ['vhdx', 'vhdx', 'dynamic'],
  ])('%s as .%s of %s size tells its size', async (format, extension, type) => {
    const path = join(folder, `${format}-${type}.${extension}`);
    const options = ['-o', `subformat=${type}${format === 'vpc' ? ',force_size=on' : ''}`];
    await tool('qemu-img', 'create', '-q', '-f', format, ...options, path, '64M');
    const image = await readBootImage(path, signal);
    expect(image.virtualDisk).toEqual({ type, bytes: 64 * MiB });
    expect(image.family).toBe('windows');

    await truncate(path, Math.floor((await stat(path)).size / 2));
    const cut = await codeOf(readBootImage(path, signal));
    // A VHDX that grows may be followed by nothing in particular.
    if (format === 'vpc' || type === 'fixed') expect(cut).toBe('boot-image/damaged');
  });
});

describe('what is not what it is called', () => {
  it.each(['iso', 'wim', 'vhd', 'vhdx', 'efi'])(
    'a .%s with anything else in it',
    async (extension) => {
      const path = join(folder, `fake.${extension}`);
      for (const content of [Buffer.alloc(0), Buffer.alloc(100), randomBytes(100_000)]) {
        await writeFile(path, content);
        expect(await codeOf(readBootImage(path, signal))).toMatch(/^boot-image\//);
      }
    },
  );

  it('a WIM called .iso', async () => {
    const path = join(folder, 'wim.iso');
    await writeFile(path, buildWim({ xml: windowsXml('Windows 11 Pro') }));
    expect(await codeOf(readBootImage(path, signal))).toBe('boot-image/not-recognised');
  });

  it('a name that Ventoy doesn’t list, a folder, and nothing', async () => {
    const path = join(folder, 'letter.txt');
    await writeFile(path, 'Dear …');
    expect(await codeOf(readBootImage(path, signal))).toBe('boot-image/not-recognised');
    await mkdir(join(folder, 'folder.iso'));
    expect(await codeOf(readBootImage(join(folder, 'folder.iso'), signal))).toBe(
      'image/not-recognised',
    );
    expect(await codeOf(readBootImage(join(folder, 'none.iso'), signal))).toBe('image/not-found');
  });
});

describe('a program of UEFI', () => {
  it.each([
    [0x8664, 'x64', { x64: true, ia32: false, aa64: false }],
    [0x14c, 'x86', { x64: false, ia32: true, aa64: false }],
    [0xaa64, 'arm64', { x64: false, ia32: false, aa64: true }],
    [0x5064, 'unknown', { x64: null, ia32: null, aa64: null }],
  ])('for machine %i', async (machine, architecture, uefi) => {
    const path = join(folder, 'shell.efi');
    await writeFile(path, efiProgram(machine));
    expect(await readBootImage(path, signal)).toMatchObject({
      architecture,
      starts: { bios: false, uefi },
      notes: [],
    });
  });

  it('is too small for Ventoy’s list below 32 KiB', async () => {
    const path = join(folder, 'small.efi');
    await writeFile(path, efiProgram(0x8664, 10, 32 * KiB - 1));
    expect((await readBootImage(path, signal)).notes).toEqual([
      { code: 'below-32-kib', detail: '' },
    ]);
  });

  it('is another program when it is for Windows', async () => {
    const path = join(folder, 'calc.efi');
    await writeFile(path, efiProgram(0x8664, 2));
    expect(await codeOf(readBootImage(path, signal))).toBe('boot-image/not-recognised');
  });
});

describe('damage', () => {
  /** Flips bytes where structures lie and cuts anywhere: always an image or a StickError of a known kind. */
  it('of a disc ends in an image or in an error that says so', async () => {
    const disc = await makeDisc({
      name: 'sound.iso',
      volumeId: 'Ubuntu',
      files: {
        '.disk/info': 'Ubuntu 24.04',
        'casper/x': 'x',
        ['a long name for a continuation area '.repeat(6)]: 'x',
      },
      names: ['-R'],
      bios: true,
      efi: 'x64',
    });
    const sound = await readFile(disc);
    const path = join(folder, 'damaged.iso');
    const used = [...sound.keys()].filter((at) => sound[at] !== 0);
    let images = 0;
    for (let round = 0; round < 400; round += 1) {
      const bytes = Buffer.from(sound);
      const random = randomBytes(24);
      for (let flip = 0; flip < 1 + (round % 4); flip += 1) {
        const at = used[random.readUInt32LE(flip * 4) % used.length] ?? 0;
        bytes.writeUInt8(random.readUInt8(16 + flip), at);
      }
      await writeFile(
        path,
        round % 5 === 0 ? bytes.subarray(0, random.readUInt32LE(20) % bytes.length) : bytes,
      );
      const outcome = await codeOf(readBootImage(path, signal));
      if (outcome.startsWith('no StickError: {"path"')) images += 1;
      else
        expect(outcome).toMatch(
          /^(image\/(damaged|truncated)|boot-image\/(not-recognised|damaged))$/,
        );
    }
    expect(images).toBeGreaterThan(0);
  }, 60_000);
});
