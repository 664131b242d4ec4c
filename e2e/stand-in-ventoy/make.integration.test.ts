import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { attachLoop, type LoopDevice } from '../../src-main/helper/test-support/loop-device';
import { runTool, type ToolResult } from '../../src-main/host/run-tool';
import { GiB, MiB, SECTOR } from '../../src-shared/units';
import { makeStandInVentoy } from './make.mjs';
import { variationScript, type Variations } from './variations.mjs';

/**
 * The stand-in's scripts on loop devices, held against other tools and the numbers that Ventoy's own
 * scripts gave on drives of that size (its layout, as measured with 1.1.17).
 */

const DATA_TYPE = 'EBD0A0A2-B9E5-4433-87C0-68B6B72699C7';
const SMALL = 256 * MiB;
/** Drives and files are in memory where that is possible: much is written, and synced all the time. */
const MEMORY = '/dev/shm';

let base: string;
let archive: string;
let folder: string;
let loop: LoopDevice;

beforeAll(async () => {
  base = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'stand-in-ventoy-'));
  archive = (await makeStandInVentoy({ folder: join(base, 'release') })).linux;
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

/** A fresh loop device and a fresh copy of the unpacked release for each test. */
function onDriveOf(bytes: number): void {
  beforeEach(async () => {
    folder = await unpacked(archive);
    loop = await attachLoop(bytes, await mkdtemp(join(base, 'drive-')));
  });
  afterEach(async () => {
    await runTool('partx', ['--delete', loop.path], { okCodes: [0, 1] });
    await loop.detach();
    await rm(loop.backingFile);
    await rm(folder, { recursive: true });
  });
}

async function unpacked(tarball: string): Promise<string> {
  const to = await mkdtemp(join(base, 'unpacked-'));
  await runTool('tar', ['-C', to, '-xzf', tarball]);
  const [top] = await readdir(to);
  if (top === undefined) throw new Error(`${tarball} is empty`);
  return join(to, top);
}

/** Runs the script as its user would, and as a program does that has no terminal. */
async function script(args: string[], stdin = ''): Promise<ToolResult> {
  return runTool('sh', ['./Ventoy2Disk.sh', ...args], {
    cwd: folder,
    env: { USER: 'root', LC_ALL: 'C', TERM: 'dumb' },
    stdin,
    okCodes: [0, 1],
    timeoutMs: 60_000,
  });
}

async function install(...options: string[]): Promise<string> {
  const { stdout, code } = await script([...options, loop.path], 'y\ny\n');
  expect(stdout).toContain('successfully finished.');
  expect(code).toBe(0);
  return stdout;
}

interface Table {
  label: string;
  partitions: { start: number; size: number; type: string; [field: string]: unknown }[];
}

async function table(): Promise<Table> {
  const { stdout } = await runTool('sfdisk', ['--json', loop.path]);
  return (JSON.parse(stdout) as { partitiontable: Table }).partitiontable;
}

/** Bytes of the drive. */
async function bytes(offset: number, length: number): Promise<Buffer> {
  const file = await open(loop.path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, offset);
    expect(bytesRead).toBe(length);
    return buffer;
  } finally {
    await file.close();
  }
}

async function write(offset: number, content: Buffer): Promise<void> {
  const file = await open(loop.path, 'r+');
  await file.write(content, 0, content.length, offset);
  await file.sync();
  await file.close();
}

const sector = (number: number, count = 1): Promise<Buffer> =>
  bytes(number * SECTOR, count * SECTOR);

async function sha256(content: Promise<Buffer>): Promise<string> {
  return createHash('sha256')
    .update(await content)
    .digest('hex');
}

/** The bytes of a packed file of the release. */
async function unxz(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await runTool('xz', ['--decompress', '--stdout', join(folder, path)], {
    onStdout: (chunk) => chunks.push(chunk),
  });
  return Buffer.concat(chunks);
}

/** Paths of the files on the VTOYEFI partition. */
async function vtoyEfiFiles(start: number): Promise<string[]> {
  const image = `${loop.path}@@${String(start * SECTOR)}`;
  const options = { env: { MTOOLS_SKIP_CHECK: '1' } };
  const { stdout } = await runTool('mdir', ['-/', '-b', '-i', image, '::/'], options);
  return stdout.split('\n').filter((line) => line !== '' && !line.endsWith('/'));
}

/** The folder of tools that the script takes on this computer. */
async function architecture(): Promise<string> {
  const machine = (await runTool('uname', ['-m'])).stdout.trim();
  return machine === 'x86_64' || machine === 'aarch64' ? machine : 'i386';
}

async function listed(): Promise<string> {
  const { stdout, code } = await script(['-l', loop.path]);
  expect(code).toBe(0);
  return stdout;
}

describe('the archives', () => {
  onDriveOf(SMALL);

  test('hold what a release holds, and the sums fit', async () => {
    const names = await readdir(join(base, 'release'));
    expect(names.sort()).toEqual([
      'sha256.txt',
      'ventoy-1.1.17-linux.tar.gz',
      'ventoy-1.1.17-windows.zip',
    ]);
    const sums = await runTool('sha256sum', ['--check', 'sha256.txt'], {
      cwd: join(base, 'release'),
    });
    expect(sums.stdout.match(/: OK$/gm)).toHaveLength(2);
    const zip = await runTool('7zz', ['l', '-ba', '-slt', join(base, 'release', names[2] ?? '')]);
    const paths = [...zip.stdout.matchAll(/^Path = ventoy-1\.1\.17\/(.*)$/gm)].map((m) => m[1]);
    expect(paths).toContain('boot/core.img.xz');
    expect(paths).toContain('altexe/Ventoy2Disk_X64.exe');
    expect(paths.filter((path) => path?.endsWith('.sh'))).toEqual([]);
    expect(basename(folder)).toBe('ventoy-1.1.17');
    expect(await readFile(join(folder, 'ventoy/version'), 'utf8')).toBe('1.1.17\n');
    expect((await stat(join(folder, 'boot/boot.img'))).size).toBe(SECTOR);
    expect((await unxz('boot/core.img.xz')).length).toBe(1400 * SECTOR);
    expect((await unxz('ventoy/ventoy.disk.img.xz')).length).toBe(65536 * SECTOR);
  });

  test('say that they are no Ventoy', async () => {
    expect(await readFile(join(folder, 'README'), 'utf8')).toContain('starts no computer');
    expect((await script(['-h'])).stdout).toContain('Stand-in made by Sticksmith');
  });
});

describe('an installation', () => {
  onDriveOf(4 * GiB);

  it('has the sectors and bytes of Ventoy’s with an MBR', async () => {
    const output = await install('-i');
    const { label, partitions } = await table();
    expect(label).toBe('dos');
    expect(partitions).toMatchObject([
      { start: 2048, size: 8323071 - 2048 + 1, type: '7', bootable: true },
      { start: 8323072, size: 65536, type: 'ef' },
    ]);

    const first = await sector(0);
    expect(first.toString('hex', 0, 0x30)).toBe('eb6390'.padEnd(0x60, '0'));
    expect(first.toString('hex', 0x190, 0x1a0)).toBe('5654004765004844005264002045720d');
    expect(first.subarray(0x180, 0x190)).not.toEqual(Buffer.alloc(16));
    expect((await unxz('boot/core.img.xz')).equals(await sector(1, 1400))).toBe(true);
    const image = await unxz('ventoy/ventoy.disk.img.xz');
    expect(image.equals(await sector(8323072, 65536))).toBe(true);

    await runTool('fsck.exfat', ['-n', `${loop.path}p1`]);
    await runTool('fsck.fat', ['-n', `${loop.path}p2`]);
    expect(await listed()).toMatch(
      /Version in Disk: 1\.1\.17\nDisk Partition Style {2}: MBR\nSecure Boot Support {3}: YES/,
    );
    for (const milestone of [
      'Create partitions on',
      'create efi fat fs',
      '\u001b[32mFormat partition 1',
      'mkexfatfs success',
      '\u001b[32mwriting data to disk',
      '\u001b[32msync data',
      '\u001b[32mesp partition processing',
    ]) {
      expect(output).toContain(milestone);
    }
  });

  it('has them with a GPT, reserved space and no Secure Boot', async () => {
    await install('-i', '-g', '-S', '-r', '512', '-L', 'Käse-内');
    const { label, partitions } = await table();
    expect(label).toBe('gpt');
    expect(partitions).toMatchObject([
      { start: 2048, size: 7274455 - 2048 + 1, type: DATA_TYPE, name: 'Ventoy' },
      { start: 7274456, size: 65536, type: DATA_TYPE, name: 'VTOYEFI', attrs: 'GUID:63' },
    ]);
    expect((await runTool('sgdisk', ['-v', loop.path])).stdout).toContain('No problems found');
    expect((await runTool('sgdisk', ['-i', '2', loop.path])).stdout).toContain('8000000000000000');

    expect((await sector(0))[0x5c]).toBe(0x22);
    const core = await unxz('boot/core.img.xz');
    core[0x1f4] = 0x23;
    expect(core.equals(await sector(34, core.length / SECTOR))).toBe(true);

    await runTool('fsck.exfat', ['-n', `${loop.path}p1`]);
    await runTool('fsck.fat', ['-n', `${loop.path}p2`]);
    const names = await runTool('blkid', ['-p', '-o', 'value', '-s', 'LABEL', `${loop.path}p1`]);
    expect(names.stdout).toBe('Käse-内\n');
    const files = await vtoyEfiFiles(7274456);
    expect(files).toContain('::/EFI/BOOT/BOOTX64.EFI');
    expect(files).toContain('::/ventoy/ventoy.cpio');
    expect(files.join()).not.toMatch(/grubx64|grubia32|mmx64|mmia32|ENROLL/);
    expect(await listed()).toMatch(/Style {2}: GPT\nSecure Boot Support {3}: NO/);
  });
});

describe('the questions', () => {
  onDriveOf(SMALL);

  it.each([
    ['nothing', ''],
    ['no', 'n\n'],
    ['one yes', 'y\n'],
  ])('answered by %s: exit code 0, and nothing is done', async (_, stdin) => {
    await write(0, randomBytes(MiB));
    const before = await sha256(bytes(0, SMALL));
    const { code, stdout } = await script(['-i', loop.path], stdin);
    expect(code).toBe(0);
    expect(stdout).not.toContain('finished');
    expect(await sha256(bytes(0, SMALL))).toBe(before);
  });

  it('refuses what Ventoy refuses, with exit code 1', async () => {
    await install('-i');
    const cases: [string[], string][] = [
      [['-i', loop.path], 'already contains a Ventoy with version 1.1.17'],
      [['-i', `${loop.path}p1`], 'is a partition'],
      [['-i', '/dev/null'], 'is NOT a valid device'],
      [['-I', '-r', 'x', loop.path], 'is invalid for reserved space'],
      [['-I', '-r', '9999', loop.path], "Can't reserve"],
      // A label is taken apart at its space, and “stick” is no device.
      [['-I', '-L', 'my stick', loop.path], 'stick is NOT a valid device'],
      [[loop.path], 'Usage:'],
    ];
    for (const [args, said] of cases) {
      const { code, stdout } = await script(args, 'y\ny\n');
      expect(stdout).toContain(said);
      expect(code).toBe(1);
    }
    expect(await listed()).toContain('1.1.17');
  });

  it('refuses sectors of 4 KiB', async () => {
    await runTool('losetup', ['--sector-size', '4096', loop.path]);
    const { code, stdout } = await script(['-i', loop.path], 'y\ny\n');
    expect(stdout).toContain('does not support 4K native device');
    expect(code).toBe(1);
  });

  it('unpacks its tools in place and leaves two logs', async () => {
    const tools = join(folder, 'tool', await architecture());
    expect(await readdir(tools)).toContain('vtoycli.xz');
    await listed();
    expect((await readdir(tools)).sort()).toEqual([
      ...['hexdump', 'log.txt', 'mkexfatfs', 'vtoycli', 'xzcat'],
    ]);
    expect(await readdir(folder)).toContain('log.txt');
  });

  it('lists a drive without Ventoy with exit code 0', async () => {
    expect(await listed()).toContain('Ventoy Version: NA');
    const { code, stdout } = await script(['-u', loop.path], 'y\n');
    expect(stdout).toContain('does not contain Ventoy');
    expect(code).toBe(1);
  });
});

describe('an update', () => {
  let newer: string;

  beforeAll(async () => {
    const place = join(base, 'newer release');
    newer = (await makeStandInVentoy({ folder: place, version: '1.2.0' })).linux;
  });
  onDriveOf(SMALL);

  it.each(['MBR', 'GPT'])(
    'keeps every byte of partition 1, table and identifiers: %s',
    async (style) => {
      await install('-i', ...(style === 'GPT' ? ['-g'] : []));
      const { partitions } = await table();
      const start = partitions[1]?.start ?? 0;
      await write(40 * MiB, randomBytes(3 * MiB));
      await write(2040 * SECTOR, randomBytes(8 * SECTOR));
      const data = await sha256(bytes(MiB, start * SECTOR - MiB));
      const kept = await sector(2040, 8);
      const identifiers = (await sector(0)).subarray(0x180);

      folder = await unpacked(newer);
      await install('-u');
      expect(await listed()).toContain('Version in Disk: 1.2.0');
      expect((await table()).partitions).toEqual(partitions);
      expect(await sha256(bytes(MiB, start * SECTOR - MiB))).toBe(data);
      expect(await sector(2040, 8)).toEqual(kept);
      const after = await sector(0);
      expect(after.subarray(0x180, 0x190)).toEqual(identifiers.subarray(0, 16));
      expect(after.subarray(440)).toEqual(identifiers.subarray(440 - 0x180));
      expect((await unxz('ventoy/ventoy.disk.img.xz')).equals(await sector(start, 65536))).toBe(
        true,
      );
    },
  );

  it('turns Secure Boot on again unless told not to', async () => {
    await install('-i', '-S');
    await install('-u', '-S');
    expect(await listed()).toContain('Secure Boot Support   : NO');
    await install('-u');
    expect(await listed()).toContain('Secure Boot Support   : YES');
  });

  it('unmounts partition 1 without a word', async () => {
    await install('-i');
    await runTool('mkfs.ext4', ['-q', '-F', `${loop.path}p1`]);
    const mountPoint = join(base, 'mounted');
    await mkdir(mountPoint);
    await runTool('mount', [`${loop.path}p1`, mountPoint]);
    expect(await readFile('/proc/mounts', 'utf8')).toContain(`${loop.path}p1`);
    expect(await install('-u')).not.toContain('mount');
    expect(await readFile('/proc/mounts', 'utf8')).not.toContain(loop.path);
  });
});

describe('an installation beside what is there', () => {
  onDriveOf(SMALL);

  async function partitioned(label: 'dos' | 'gpt', size: string, format: string[]): Promise<void> {
    const lines = `label: ${label}\nstart=2048, ${size}\n`;
    await runTool('sfdisk', ['--quiet', loop.path], { stdin: lines });
    await runTool('partx', ['--update', loop.path]);
    const [program = '', ...args] = format;
    await runTool(program, [...args, `${loop.path}p1`]);
  }
  const ext4 = ['mkfs.ext4', '-q', '-F'];

  it.each(['dos', 'gpt'] as const)('shrinks ext4 on a full drive: %s', async (label) => {
    await partitioned(label, 'size=+', ext4);
    const file = join(base, `kept-${label}`);
    await writeFile(file, randomBytes(5 * MiB));
    await runTool('debugfs', ['-w', '-R', `write ${file} kept`, `${loop.path}p1`]);
    const [before] = (await table()).partitions;

    const { stdout, code } = await script(['-i', '-n', loop.path], 'y\n');
    expect(stdout).toContain('successfully finished.');
    expect(code).toBe(0);
    const { partitions } = await table();
    const start = partitions[1]?.start ?? 0;
    expect(partitions[0]?.size).toBe(start - 2048);
    expect(before?.size ?? 0).toBeGreaterThan(start - 2048);
    expect(partitions[1]?.size).toBe(65536);
    expect(partitions[1]?.type).toBe(label === 'gpt' ? DATA_TYPE : 'ef');

    await runTool('partx', ['--update', loop.path]);
    await runTool('e2fsck', ['-f', '-n', `${loop.path}p1`]);
    await runTool('debugfs', ['-R', `dump kept ${file}-back`, `${loop.path}p1`]);
    expect((await readFile(`${file}-back`)).equals(await readFile(file))).toBe(true);
    expect(await listed()).toContain('Version in Disk: 1.1.17');
  });

  it('fails on ext4 that was mounted since its last check, as e2fsck has no terminal', async () => {
    await partitioned('dos', 'size=+', ext4);
    const mountPoint = await mkdtemp(join(base, 'mounted-'));
    await runTool('mount', [`${loop.path}p1`, mountPoint]);
    await runTool('umount', [mountPoint]);
    await runTool('tune2fs', ['-T', '20200101', `${loop.path}p1`]);
    const { stdout, code } = await script(['-i', '-n', loop.path], 'y\n');
    expect(stdout).toContain('###[FAIL] resize2fs failed.');
    expect(code).toBe(1);

    await runTool('e2fsck', ['-f', '-p', `${loop.path}p1`]);
    const again = await script(['-i', '-n', loop.path], 'y\n');
    expect(again.stdout).toContain('successfully finished.');
  });

  it('uses free space, and moves the number of a later partition', async () => {
    const lines = 'label: dos\nstart=2048, size=100M\nstart=190M, size=8M, type=83\n';
    await runTool('sfdisk', ['--quiet', loop.path], { stdin: lines });
    await runTool('partx', ['--update', loop.path]);
    await write(191 * MiB, randomBytes(MiB));
    const before = await sha256(bytes(190 * MiB, 8 * MiB));

    const { stdout } = await script(['-i', '-n', loop.path], 'y\n');
    expect(stdout).toContain('successfully finished.');
    expect((await table()).partitions).toMatchObject([
      { start: 2048, size: (100 * MiB) / SECTOR, bootable: true },
      { start: 2048 + (100 * MiB) / SECTOR, size: 65536, type: 'ef' },
      { start: (190 * MiB) / SECTOR, size: (8 * MiB) / SECTOR, type: '83' },
    ]);
    expect(await sha256(bytes(190 * MiB, 8 * MiB))).toBe(before);
  });

  it('shrinks NTFS, and not exFAT', async () => {
    await partitioned('gpt', 'size=+', ['mkntfs', '-Q', '-F', '-q']);
    const { stdout } = await script(['-i', '-n', loop.path], 'y\n');
    expect(stdout).toContain('successfully finished.');
    await runTool('partx', ['--update', loop.path]);
    await runTool('ntfsresize', ['--check', '--force', `${loop.path}p1`]);

    await runTool('partx', ['--delete', loop.path]);
    await partitioned('gpt', 'size=+', ['mkfs.exfat']);
    const before = await sha256(bytes(0, SMALL));
    const refused = await script(['-i', '-n', loop.path], 'y\n');
    expect(refused.stdout).toContain('Unsupported filesystem in partition 1');
    expect(refused.code).toBe(1);
    expect(await sha256(bytes(0, SMALL))).toBe(before);
  });
});

describe('a script that misbehaves', () => {
  onDriveOf(SMALL);

  async function misbehaving(variations: Variations): Promise<void> {
    await writeFile(join(folder, 'tool/stand-in-variations'), variationScript(variations));
  }

  it('is packed as asked for', async () => {
    const place = join(base, 'misbehaving');
    const variations: Variations = { failIn: 'boot', printNoUtf8: true };
    folder = await unpacked((await makeStandInVentoy({ folder: place, variations })).linux);
    const text = await readFile(join(folder, 'tool/stand-in-variations'), 'utf8');
    expect(text).toBe(variationScript(variations));
    expect((await script(['-i', loop.path], 'y\ny\n')).stdout).toContain('fails in phase boot');
  });

  const phases = ['partition', 'format', 'boot', 'vtoyefi', 'sync'] as const;

  it.each(phases)('fails in phase %s', async (failIn) => {
    await misbehaving({ failIn });
    const { stdout, code } = await script(['-i', loop.path], 'y\ny\n');
    expect(code).toBe(1);
    expect(stdout).not.toContain('finished');
    expect(stdout).toContain(`fails in phase ${failIn}`);
  });

  it.each(phases)('ends in phase %s as if all were well', async (endQuietlyIn) => {
    await misbehaving({ endQuietlyIn });
    const { stdout, code } = await script(['-i', loop.path], 'y\ny\n');
    expect(code).toBe(0);
    expect(stdout).not.toContain('finished');
  });

  it('says that it wrote what it did not', async () => {
    await write(0, randomBytes(MiB));
    const before = await sha256(bytes(0, SMALL));
    await misbehaving({ claimSuccessBut: 'nothing' });
    await install('-i');
    expect(await sha256(bytes(0, SMALL))).toBe(before);
  });

  it('writes something else than it says', async () => {
    const image = await unxz('ventoy/ventoy.disk.img.xz');
    const start = SMALL / SECTOR - 65536;
    await misbehaving({});
    await install('-I');
    const core = await sha256(sector(1, 2047));

    await misbehaving({ claimSuccessBut: 'style' });
    await install('-I', '-g');
    expect((await table()).label).toBe('dos');

    await misbehaving({ claimSuccessBut: 'vtoyefi-size' });
    await install('-I');
    expect((await table()).partitions[1]).toMatchObject({ start, size: 65528 });

    await misbehaving({ claimSuccessBut: 'boot-code' });
    await install('-I');
    expect((await sector(0)).subarray(0x190, 0x1a0)).not.toEqual(
      (await readFile(join(folder, 'boot/boot.img'))).subarray(0x190, 0x1a0),
    );

    await write(SECTOR, Buffer.alloc(2047 * SECTOR));
    await misbehaving({ claimSuccessBut: 'core' });
    await install('-I');
    expect(await sha256(sector(1, 2047))).not.toBe(core);

    await misbehaving({ claimSuccessBut: 'vtoyefi-content' });
    await install('-I');
    const written = await sector(start, 65536);
    expect(written.equals(image)).toBe(false);
    image.fill(0, 2000 * SECTOR, 2008 * SECTOR);
    expect(written.equals(image)).toBe(true);

    await misbehaving({ claimSuccessBut: 'secure-boot' });
    await install('-I', '-S');
    expect(await listed()).toContain('Secure Boot Support   : YES');

    await misbehaving({ claimSuccessBut: 'data' });
    const data = await sha256(bytes(MiB, start * SECTOR - MiB));
    await install('-u');
    expect(await sha256(bytes(MiB, start * SECTOR - MiB))).not.toBe(data);
  });

  it('hides its exit code', async () => {
    await misbehaving({ hideExitCode: true, failIn: 'format' });
    const { stdout, code } = await script(['-i', loop.path], 'y\ny\n');
    expect(code).toBe(0);
    expect(stdout).toContain('fails in phase format');
    expect((await script(['-r', 'x', '-i', loop.path])).code).toBe(0);
  });

  it('asks one more question', async () => {
    await misbehaving({ askMore: true });
    const { code, stdout } = await script(['-i', loop.path], 'y\ny\n');
    expect(code).toBe(0);
    expect(stdout).not.toContain('Create partitions');
  });

  it('prints bytes that are no UTF-8', async () => {
    await misbehaving({ printNoUtf8: true });
    expect(await install('-i')).toContain('Caf\ufffd');
  });

  it('hangs until it is ended', async () => {
    await misbehaving({ hangIn: 'format' });
    const output = await endedAfter((said) => said.includes('Format partition 1'));
    expect(output).not.toContain('mkexfatfs');
  });

  it.each(['lines', 'one line'] as const)('prints without an end: %s', async (as) => {
    await misbehaving({ printWithoutEndIn: { phase: 'boot', as } });
    const output = await endedAfter((said) => said.length > MiB);
    const rest = output.slice(output.indexOf('writing data to disk'));
    expect(rest.split('\n', 10)).toHaveLength(as === 'lines' ? 10 : 2);
  });

  it('leaves a process behind that has its output open', async () => {
    await misbehaving({ leaveChild: 'in the group' });
    await endedAfter((said) => said.includes('successfully finished.'));
    expect(await commandOf(await leftChild())).toBe('');
  });

  it('leaves one behind that outlives the end of its group', async () => {
    await misbehaving({ leaveChild: 'in a session of its own' });
    // Nobody waits for the output here, which that process has open too.
    const child = spawn('sh', ['./Ventoy2Disk.sh', '-i', loop.path], {
      cwd: folder,
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin.end('y\ny\n');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    const id = await leftChild();
    expect(await commandOf(id)).toBe('sleep 600');
    process.kill(Number(id));
  });

  async function leftChild(): Promise<string> {
    return (await readFile(join(folder, 'left-child'), 'utf8')).trim();
  }

  /** Empty for a process that has ended, whether or not somebody has noticed. */
  async function commandOf(id: string): Promise<string> {
    const words = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    return words.split('\0').join(' ').trim();
  }

  it('takes its time', async () => {
    await misbehaving({ secondsPerPhase: 0.5 });
    const begun = performance.now();
    await install('-i');
    expect(performance.now() - begun).toBeGreaterThan(2500);
  });

  /**
   * Runs an installation whose output doesn't end, and ends it half a second after it has said
   * something. Returns what it said.
   */
  async function endedAfter(heard: (said: string) => boolean): Promise<string> {
    const abort = new AbortController();
    let said = '';
    let timer: NodeJS.Timeout | undefined;
    const running = runTool('sh', ['./Ventoy2Disk.sh', '-i', loop.path], {
      cwd: folder,
      stdin: 'y\ny\n',
      signal: abort.signal,
      onStdout: (chunk) => {
        if (timer !== undefined) return;
        said += chunk.toString('latin1');
        if (!heard(said)) return;
        timer = setTimeout(() => {
          abort.abort();
        }, 500);
      },
    });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    return said;
  }
});
