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
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { practiceIso, runCli, type CliOptions, type CliRun } from '../../src-main/cli/testing';
import { attachFaultyDrive } from '../../src-main/helper/test-support/faulty-drive';
import { attachLoop } from '../../src-main/helper/test-support/loop-device';
import { occurrences } from '../../src-main/host/linux/test-support/occurrences';
import { RestoreReportSchema, type RestoreReport } from '../../src-shared/restore';
import { GiB, MiB, SECTOR } from '../../src-shared/units';
import { mounted, partitions, standInRelease, tool, withPartition } from './ventoy-sticks';

/*
 * Sticks that become ordinary drives again, looked at with the programs of others.
 */

/** The first boundary of an erase block. */
const START_LBA = (4 * MiB) / SECTOR;
const EXFAT_ON_MBR = '7';
const BASIC_DATA = 'EBD0A0A2-B9E5-4433-87C0-68B6B72699C7';

let base: string;
let work: string;
let iso: string;
const attached: { detach(): Promise<void> }[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-restore-'));
  iso = await practiceIso(join(base, 'images'));
});
beforeEach(async () => {
  work = await mkdtemp(join(base, 'work-'));
});
afterEach(async () => {
  for (const drive of attached.splice(0)) await drive.detach();
  expect(await readdir(work)).toEqual([]);
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function loop(bytes: number): Promise<string> {
  const drive = await attachLoop(bytes);
  attached.push(drive);
  return drive.path;
}

function restore(targets: string[], more: string[] = [], options: CliOptions = {}) {
  const args = ['restore', ...targets, '--yes', '--work-dir', work, ...more];
  return runCli(args, { ...options, env: { STICKSMITH_ALLOW_LOOP: '1' } });
}

function reportOf(run: CliRun): RestoreReport {
  expect(run.error, run.stderr).toBeUndefined();
  const result = run.lines.find(({ type }) => type === 'result');
  return RestoreReportSchema.parse(result?.['report']);
}

interface Signature {
  offset: string;
  type: string;
}

/** All that wipefs recognises, of a disk or of one partition. */
async function signatures(device: string): Promise<string[]> {
  const text = await tool('wipefs', '--no-act', '--json', device);
  if (text.trim() === '') return [];
  return (JSON.parse(text) as { signatures: Signature[] }).signatures.map(({ type }) => type);
}

/** One partition with a sound, empty exFAT that another program can write to, and nothing else. */
async function requireOrdinary(
  disk: string,
  expected: { scheme: 'mbr' | 'gpt'; label: string },
): Promise<void> {
  await tool('sync', disk);
  const { scheme, label } = expected;
  const diskSectors = Number(await tool('blockdev', '--getsz', disk));
  expect(await partitions(disk)).toEqual([
    {
      startLba: START_LBA,
      sectors: Math.floor((diskSectors * SECTOR - MiB) / MiB) * (MiB / SECTOR) - START_LBA,
      type: scheme === 'mbr' ? EXFAT_ON_MBR : BASIC_DATA,
      name: scheme === 'mbr' ? undefined : 'Basic data partition',
      attributes: undefined,
      active: false,
    },
  ]);
  expect([...new Set(await signatures(disk))]).toEqual(
    scheme === 'mbr' ? ['dos'] : ['gpt', 'PMBR'],
  );
  expect((await firstBytes(disk, 440)).every((byte) => byte === 0)).toBe(true);
  expect(await tool('sgdisk', '--verify', disk)).toContain('No problems found');
  await withPartition(disk, 0, async (device) => {
    expect(await signatures(device)).toEqual(['exfat']);
    expect(await tool('blkid', '--probe', '-s', 'LABEL', '-o', 'value', device)).toBe(`${label}\n`);
    expect(await tool('fsck.exfat', '-n', device)).toContain('clean');
  });
  await mounted(
    disk,
    async (folder) => {
      expect(await readdir(folder)).toEqual([]);
      await writeFile(join(folder, 'Foto ü.jpg'), 'a photo');
      expect(await readFile(join(folder, 'Foto ü.jpg'), 'utf8')).toBe('a photo');
    },
    { write: true },
  );
}

async function firstBytes(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    await file.read(buffer, 0, bytes, 0);
    return buffer;
  } finally {
    await file.close();
  }
}

describe('sticksmith restore', () => {
  it('makes an ordinary drive of an encrypted Windows stick with a GPT', async () => {
    const drive = await loop(2 * GiB);
    const keys = join(work, 'keys');
    await mkdir(keys);
    const made = await runCli(
      [
        ...['make', '--image', iso, '--edition', '1', '--target', drive, '--yes'],
        ...['--encrypt', 'now', '--recovery-dir', keys, '--password-stdin', '--work-dir', work],
      ],
      { stdin: 'planted secret 4711\n', env: { STICKSMITH_ALLOW_LOOP: '1' } },
    );
    expect(made.error, made.stderr).toBeUndefined();
    await rm(keys, { recursive: true });
    await rm(join(work, 'sticksmith-builds'), { recursive: true, force: true });
    await tool('sync', drive);
    // In the first sector of Windows' volume, and in each copy of the metadata.
    expect(await occurrences(drive, '-FVE-FS-')).toBe(4);

    const { drives, failed } = reportOf(await restore([drive]));
    expect(failed).toEqual([]);
    const [restored] = drives;
    expect(restored).toMatchObject({ target: drive, scheme: 'mbr', label: 'USB DRIVE' });
    expect(restored?.verifiedBytes).toBe(restored?.writtenBytes);
    expect(await occurrences(drive, '-FVE-FS-')).toBe(0);
    await mounted(drive, async (folder) => {
      const free = await tool('df', '--output=avail', '--block-size=1', folder);
      expect(Number(free.split('\n')[1])).toBe(restored?.freeBytes);
    });
    await requireOrdinary(drive, { scheme: 'mbr', label: 'USB DRIVE' });
  });

  it('makes one of a stick with an MBR, old file systems and a program for a BIOS', async () => {
    const drive = await loop(512 * MiB);
    await tool('sh', '-c', 'head -c 440 /dev/urandom | dd of="$0" conv=notrunc status=none', drive);
    const table = 'label: dos\n2048,100M,c,*\n,200M,83\n,,5\n,50M,83\n';
    await tool(
      'sh',
      '-c',
      'printf "$1" | sfdisk --quiet --no-reread --no-tell-kernel "$0"',
      drive,
      table,
    );
    await withPartition(drive, 0, (device) => tool('mkfs.vfat', '-F', '32', device), {
      write: true,
    });
    await withPartition(drive, 1, (device) => tool('mkfs.ext4', '-q', device), { write: true });
    await withPartition(drive, 3, (device) => tool('mkfs.ext4', '-q', device), { write: true });
    reportOf(await restore([drive], ['--label', 'KINGSTON']));
    await requireOrdinary(drive, { scheme: 'mbr', label: 'KINGSTON' });
  });

  it('makes one with a GPT of a Ventoy stick, when that is asked for', async () => {
    const drive = await loop(512 * MiB);
    const release = await standInRelease(join(base, 'ventoy'));
    const made = await runCli(
      [
        'make',
        '--kind',
        'ventoy',
        '--target',
        drive,
        '--yes',
        '--ventoy-package',
        release,
        '--work-dir',
        join(base, 'ventoy-work'),
      ],
      { env: { STICKSMITH_ALLOW_LOOP: '1' } },
    );
    expect(made.error, made.stderr).toBeUndefined();
    reportOf(await restore([drive], ['--scheme', 'gpt', '--label', 'Fotos ü']));
    await requireOrdinary(drive, { scheme: 'gpt', label: 'Fotos ü' });
  });

  it('makes one of a drive onto which an ISO was copied', async () => {
    const drive = await loop(256 * MiB);
    await tool('dd', `if=${iso}`, `of=${drive}`, 'bs=4M', 'conv=fsync', 'status=none');
    expect(await signatures(drive)).not.toEqual([]);
    reportOf(await restore([drive]));
    await requireOrdinary(drive, { scheme: 'mbr', label: 'USB DRIVE' });
  });

  it('does several at the same time, and finishes the others when one fails', async () => {
    const good = await loop(300 * MiB);
    const bad = await attachFaultyDrive(300 * MiB, { failsToWrite: 5 * MiB });
    attached.push(bad);
    const run = await restore([good, bad.path]);
    const { drives, failed } = reportOf(run);
    expect(drives.map(({ target }) => target)).toEqual([good]);
    expect(failed).toMatchObject([
      { target: bad.path, error: { code: 'io/write', stick: 'unfinished' } },
    ]);
    expect(run.code).toBe(6);
    await requireOrdinary(good, { scheme: 'mbr', label: 'USB DRIVE' });
    await expect(tool('sfdisk', '--dump', bad.path)).rejects.toThrow();
  });

  it('leaves a drive without any table when it is cancelled', async () => {
    const drive = await loop(4 * GiB);
    await tool('sgdisk', '--new=1:2048:', drive);
    const { code, error } = await restore([drive], [], {
      interruptWhen: (line) => line['phase'] === 'writing',
    });
    expect([code, error?.code, error?.stick]).toEqual([130, 'cancelled', 'unfinished']);
    expect(await signatures(drive)).toEqual([]);
  });

  it('touches nothing without an agreement', async () => {
    const drive = await attachFaultyDrive(64 * MiB, {});
    attached.push(drive);
    const { error } = await runCli(['restore', drive.path, '--work-dir', work], {
      env: { STICKSMITH_ALLOW_LOOP: '1' },
    });
    expect([error?.code, error?.stick]).toEqual(['target/not-confirmed', 'untouched']);
    expect(await drive.writes()).toEqual([]);
  });

  it.each([
    ['a label that is too long', ['--label', 'twelve chars'], 'usage'],
    ['a label with a colon', ['--label', 'a:b'], 'usage'],
    ['a table of partitions that there is not', ['--scheme', 'bsd'], 'usage'],
  ])('refuses %s', async (_, args, expected) => {
    const path = join(work, 'stick.img');
    await writeFile(path, '');
    await truncate(path, 64 * MiB);
    const { error } = await restore([path], args);
    expect(error?.code).toBe(expected);
    await rm(path);
  });

  describe('of an image file', () => {
    let path: string;
    beforeEach(async () => {
      path = join(await mkdtemp(join(base, 'images-')), 'stick.img');
      await writeFile(path, 'old content');
    });

    it('makes it anew with the same size', async () => {
      await truncate(path, 256 * MiB);
      reportOf(await restore([path], ['--label', '']));
      expect((await stat(path)).size).toBe(256 * MiB);
      await withPartition(path, 0, async (device) => {
        expect(await tool('fsck.exfat', '-n', device)).toContain('clean');
        expect(await tool('blkid', '--probe', '-o', 'export', device)).not.toContain('LABEL=');
      });
      expect(await signatures(path)).toEqual(['dos']);
    });

    it('takes a GPT above 2 TiB, and refuses an MBR there', async () => {
      await truncate(path, 3 * 1024 * GiB);
      const refused = await restore([path], ['--scheme', 'mbr']);
      expect([refused.error?.code, refused.error?.stick]).toEqual([
        'restore/mbr-too-small',
        'untouched',
      ]);
      const { drives } = reportOf(await restore([path]));
      expect(drives).toMatchObject([{ scheme: 'gpt' }]);
      expect(await tool('sgdisk', '--verify', path)).toContain('No problems found');
      await withPartition(path, 0, async (device) => {
        expect(await tool('fsck.exfat', '-n', device)).toContain('clean');
      });
    });

    it('keeps the old content when it is cancelled', async () => {
      await truncate(path, 64 * MiB);
      const { error } = await restore([path], [], {
        interruptWhen: (line) => line['phase'] === 'preparing',
      });
      expect(error?.code).toBe('cancelled');
      expect((await firstBytes(path, 11)).toString()).toBe('old content');
    });

    it.each([
      [15 * MiB, 'restore/too-small'],
      [0, 'target/not-a-drive'],
    ])('refuses one of %i bytes', async (bytes, expected) => {
      await truncate(path, bytes);
      const { error } = await restore([path]);
      expect([error?.code, error?.stick]).toEqual([expected, 'untouched']);
    });
  });

  it('makes a virtual disk of one', async () => {
    const path = join(await mkdtemp(join(base, 'images-')), 'stick.vhdx');
    await writeFile(path, '');
    await truncate(path, 4 * MiB + 256 * MiB);
    reportOf(await restore([path]));
    const raw = join(base, 'raw.img');
    await tool('qemu-img', 'convert', '-O', 'raw', path, raw);
    await withPartition(raw, 0, async (device) => {
      expect(await tool('fsck.exfat', '-n', device)).toContain('clean');
    });
    await rm(raw);
  });
});
