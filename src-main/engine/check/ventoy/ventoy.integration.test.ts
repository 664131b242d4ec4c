import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../../../src-shared/units';
import { bufferSource, openFileSource } from '../../../io';
import { readVentoyLayout } from '../../../ventoy';
import {
  simulatedBootImage,
  simulatedCore,
  simulatedFiles,
} from '../../../ventoy/test-support/simulated-disk';
import { checkVentoyStick, type ExpectedVentoy } from '.';

/** Sectors of the whole disk and of its data partition. */
const DISK = (300 * MiB) / SECTOR;
const DATA = { start: 2048, sectors: (256 * MiB) / SECTOR };
const EFI = { start: DATA.start + DATA.sectors, sectors: 65536 };
const GPT_RESERVE = DISK - 33 - (EFI.start + EFI.sectors);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ventoy “check” '));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function run(program: string, args: readonly string[], input = ''): void {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', MTOOLS_SKIP_CHECK: '1' };
  execFileSync(program, args, { input, env, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** An empty file of so many sectors. */
async function blank(name: string, sectors: number): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, '');
  await truncate(path, sectors * SECTOR);
  return path;
}

/** Programs that write tables of partitions, each as Ventoy wants them. */
const makers: Record<string, { scheme: 'mbr' | 'gpt'; make: (path: string) => void }> = {
  sfdisk: {
    scheme: 'mbr',
    make(path) {
      const line = ({ start, sectors }: typeof DATA, rest: string): string =>
        `start=${String(start)}, size=${String(sectors)}, ${rest}\n`;
      const table = `label: dos\n${line(DATA, 'type=7, bootable')}${line(EFI, 'type=ef')}`;
      run('sfdisk', ['--quiet', path], table);
    },
  },
  'parted (MBR)': {
    scheme: 'mbr',
    make(path) {
      const parts = ['mkpart primary ntfs', 'mkpart primary fat16'];
      run('parted', [...partedArguments(path, 'msdos', parts), 'set', '1', 'boot', 'on']);
      run('sfdisk', ['--quiet', '--part-type', path, '2', 'ef']);
    },
  },
  sgdisk: {
    scheme: 'gpt',
    make(path) {
      const place = ({ start, sectors }: typeof DATA): string =>
        `${String(start)}:${String(start + sectors - 1)}`;
      const data = [`--new=1:${place(DATA)}`, '--typecode=1:0700', '--change-name=1:Ventoy'];
      const efi = [`--new=2:${place(EFI)}`, '--typecode=2:0700', '--change-name=2:VTOYEFI'];
      run('sgdisk', ['--set-alignment=1', ...data, ...efi, '--attributes=2:set:63', path]);
    },
  },
  'parted (GPT)': {
    scheme: 'gpt',
    make(path) {
      const parts = ['mkpart Ventoy ntfs', 'mkpart VTOYEFI fat16'];
      run('parted', [...partedArguments(path, 'gpt', parts), 'set', '2', 'msftdata', 'on']);
      run('sgdisk', ['--attributes=2:set:63', path]);
    },
  },
};

function partedArguments(path: string, label: string, parts: readonly string[]): string[] {
  const made = [DATA, EFI].flatMap(({ start, sectors }, i) => [
    ...(parts[i] ?? '').split(' '),
    ...[String(start), String(start + sectors - 1)],
  ]);
  return ['-a', 'none', '--script', path, 'mklabel', label, 'unit', 's', ...made];
}

/** Programs that make file systems for images. */
const formatters = {
  exfat: ['mkfs.exfat', '-L', 'IMAGES', '-c', '32K'],
  ntfs: ['mkntfs', '-Q', '-F', '-q', '-L', 'IMAGES', '-p', '2048', '-H', '255', '-S', '63'],
  fat32: ['mkfs.fat', '-F', '32', '-n', 'IMAGES'],
  ext: ['mke2fs', '-q', '-F', '-t', 'ext4', '-L', 'IMAGES'],
  udf: ['mkudffs', '--media-type=hd', '--blocksize=512', '--label=IMAGES'],
} as const;

async function efiPartition(secureBoot: boolean): Promise<string> {
  const path = await blank('efi', EFI.sectors);
  run('mkfs.fat', ['-F', '16', '-s', '1', '-n', 'VTOYEFI', path]);
  const made = new Set<string>();
  for (const [name, content] of Object.entries(simulatedFiles('1.1.17'))) {
    for (const parent of parentsOf(name)) {
      if (made.has(parent)) continue;
      run('mmd', ['-i', path, `::${parent}`]);
      made.add(parent);
    }
    const file = join(folder, 'content');
    await writeFile(file, content);
    run('mcopy', ['-i', path, file, `::${name}`]);
  }
  if (!secureBoot) {
    const boot = '::/EFI/BOOT';
    for (const kind of ['x64', 'ia32']) {
      const loader = `${boot}/BOOT${kind.toUpperCase()}.EFI`;
      run('mdel', ['-i', path, loader, `${boot}/grub${kind}.efi`, `${boot}/mm${kind}.efi`]);
      run('mmove', ['-i', path, `${boot}/grub${kind}_real.efi`, loader]);
    }
    run('mdel', ['-i', path, '::/ENROLL_THIS_KEY_IN_MOKMANAGER.cer']);
  }
  run('fsck.fat', ['-n', path]);
  return path;
}

function parentsOf(path: string): string[] {
  const parent = dirname(path);
  return parent === '/' ? [] : [...parentsOf(parent), parent];
}

/** A disk that other programs partitioned and formatted, with simulated boot code. */
async function makeDisk(
  maker: string,
  fileSystem: keyof typeof formatters,
  secureBoot: boolean,
): Promise<{ path: string; scheme: 'mbr' | 'gpt'; efi: string }> {
  const chosen = makers[maker];
  if (!chosen) throw new Error(`no maker ${maker}`);
  const { scheme, make } = chosen;
  const path = await blank('disk.img', DISK);
  make(path);
  const data = await blank('data', DATA.sectors);
  const [program, ...options] = formatters[fileSystem];
  run(program, [...options, data]);
  const efi = await efiPartition(secureBoot);
  copyInto(path, data, DATA.start * SECTOR);
  copyInto(path, efi, EFI.start * SECTOR);

  const core = simulatedCore();
  const disk = await open(path, 'r+');
  try {
    await disk.write(simulatedBootImage(), 0, 440, 0);
    await disk.write(Buffer.alloc(16, 0xc5), 0, 16, 0x180);
    if (scheme === 'gpt') {
      core.writeUInt8(0x23, 0x1f4);
      await disk.write(Buffer.from([0x22]), 0, 1, 92);
    }
    await disk.write(core, 0, core.length, (scheme === 'gpt' ? 34 : 1) * SECTOR);
  } finally {
    await disk.close();
  }
  return { path, scheme, efi };
}

function copyInto(disk: string, part: string, offset: number): void {
  run('dd', [
    ...[`if=${part}`, `of=${disk}`, 'bs=1M', 'conv=notrunc,sparse', 'oflag=seek_bytes'],
    ...[`seek=${String(offset)}`, 'status=none'],
  ]);
}

async function judge(path: string, expected: ExpectedVentoy) {
  const source = await openFileSource(path);
  try {
    const layout = await readVentoyLayout(source);
    const checks = await checkVentoyStick(source, expected);
    const complaints = checks.filter(({ status }) => status !== 'pass');
    return { layout, complaints };
  } finally {
    await source.close();
  }
}

describe('a stick with Ventoy that other programs laid out', () => {
  it.each(
    Object.keys(makers).flatMap((maker) =>
      [true, false].map((secureBoot) => ({ maker, secureBoot })),
    ),
  )('is read and passes: $maker, Secure Boot $secureBoot', async ({ maker, secureBoot }) => {
    const { path, scheme, efi } = await makeDisk(maker, 'exfat', secureBoot);
    // With Secure Boot the partition is the release’s as it is; without, its files are.
    const release = secureBoot ? efi : await efiPartition(true);
    const image = await openFileSource(release);
    const diskImg = bufferSource(await image.read(0, image.size));
    await image.close();
    const reserveSectors = scheme === 'gpt' ? GPT_RESERVE : GPT_RESERVE + 33;
    const { layout, complaints } = await judge(path, {
      ...{ version: '1.1.17', scheme, secureBoot, fileSystem: 'exfat', label: 'IMAGES' },
      reference: { bootImg: simulatedBootImage(), coreImg: simulatedCore(), diskImg },
    });
    expect(complaints).toEqual([]);
    expect(layout).toMatchObject({
      ...{ state: 'whole', scheme, secureBoot, version: '1.1.17' },
      data: { startLba: DATA.start, sectors: DATA.sectors, fileSystem: 'exfat', label: 'IMAGES' },
      efi: { startLba: EFI.start, sectors: EFI.sectors },
      reservedSectors: reserveSectors,
    });
  });

  it.each(['exfat', 'ntfs', 'fat32', 'ext'] as const)(
    'is read and passes with %s for its images',
    async (fileSystem) => {
      const { path } = await makeDisk('sfdisk', fileSystem, true);
      const { layout, complaints } = await judge(path, { version: null, fileSystem });
      expect(complaints).toEqual([]);
      expect(layout?.data).toMatchObject({ fileSystem, label: 'IMAGES' });
    },
  );

  it('is read and passes with UDF for its images, whose label and size are not looked at', async () => {
    const { path } = await makeDisk('sfdisk', 'udf', true);
    const { layout, complaints } = await judge(path, { version: null, fileSystem: 'udf' });
    expect(complaints).toEqual([]);
    expect(layout?.data).toMatchObject({ fileSystem: 'udf', label: null });
  });

  it('is recognised as damaged where a partitioning program moved its second partition', async () => {
    const { path } = await makeDisk('sgdisk', 'exfat', true);
    const start = EFI.start + 2048;
    const place = `--new=2:${String(start)}:${String(start + EFI.sectors - 1)}`;
    run('sgdisk', ['--delete=2', '--set-alignment=1', place, '--change-name=2:VTOYEFI', path]);
    const { layout, complaints } = await judge(path, { version: null });
    expect(layout).toMatchObject({ state: 'damaged', updateRepairs: false });
    expect(complaints.map(({ id }) => id)).toContain('ventoy.efi-start');
  });

  it('is damaged, but repairable, where sector 0 got other boot code', async () => {
    const { path } = await makeDisk('parted (MBR)', 'exfat', true);
    const disk = await open(path, 'r+');
    await disk.write(Buffer.alloc(440), 0, 440, 0);
    await disk.close();
    const { layout, complaints } = await judge(path, { version: null });
    expect(layout).toMatchObject({ state: 'damaged', updateRepairs: true });
    expect(complaints.map(({ id }) => id)).toEqual([
      'ventoy.boot-start',
      'ventoy.boot-mark',
      'ventoy.boot-core',
      'ventoy.disk-uuid',
    ]);
  });
});
