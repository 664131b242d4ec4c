import { execFileSync } from 'node:child_process';
import {
  copyFile,
  mkdtemp,
  open,
  readdir,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceIso, runCli, type CliOptions, type CliRun } from '../../src-main/cli/testing';
import { attachLoop } from '../../src-main/helper/test-support/loop-device';
import { copyRange, sparseHash } from '../../src-main/host/linux/test-support/sparse-file';
import { runTool } from '../../src-main/host/run-tool';
import type { CheckResult } from '../../src-shared/check';
import type { RepairOutlook, RepairReport } from '../../src-shared/repair';
import { KiB, MiB, SECTOR } from '../../src-shared/units';

/*
 * Sticks that were damaged in one place or several, repaired by the built command line and looked at by programs that
 * know nothing of this one.
 */

const EFI_START = MiB;
const EFI_BYTES = 300 * MiB;
const WINDOWS_START = 320 * MiB;
const PASSWORD = 'planted secret 4711';
const allowLoop = { STICKSMITH_ALLOW_LOOP: '1' };
const onEfi = { env: { MTOOLS_SKIP_CHECK: '1' } };

let base: string;
let sound: Record<'gpt' | 'mbr' | 'virtual' | 'contained' | 'encrypted', string>;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-repair-'));
  const iso = await practiceIso(join(base, 'images'));
  const make = async (name: string, more: string[], stdin = ''): Promise<string> => {
    const path = join(base, name);
    const what = ['--image', iso, '--edition', '1', '--target', path, '--size', '960M'];
    const how = ['--shared-space', '64M', '--work-dir', join(base, 'work'), '--yes'];
    const run = await runCli(['make', ...what, ...how, ...more], { stdin });
    expect(run.error).toBeUndefined();
    return path;
  };
  sound = {
    gpt: await make('gpt "ü".img', []),
    mbr: await make('mbr.img', ['--scheme', 'mbr']),
    virtual: await make('virtual.vhdx', []),
    contained: await make('contained.img', ['--container', 'vhdx']),
    encrypted: await make(
      'encrypted.img',
      ['--encrypt', 'now', '--recovery-dir', join(base, 'keys'), '--password-stdin'],
      PASSWORD,
    ),
  };
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** A copy of a sound stick, to be damaged. */
async function copyOf(kind: keyof typeof sound, name: string): Promise<string> {
  const path = join(base, name + (kind === 'virtual' ? '.vhdx' : '.img'));
  await runTool('cp', ['--sparse=always', '--', sound[kind], path]);
  return path;
}

function repair(target: string, more: string[] = [], options: CliOptions = {}): Promise<CliRun> {
  const how = ['--yes', '--work-dir', join(base, 'repair work'), ...more];
  return runCli(['repair', target, ...how], { env: allowLoop, ...options });
}

/** What was done, as the command line prints it: its notes are texts. */
type PrintedReport = Omit<RepairReport, 'notes'> & { notes: string[] };

function reportOf(run: CliRun): PrintedReport {
  expect(run.error).toBeUndefined();
  expect(run.code).toBe(0);
  const result = run.lines.find(({ type }) => type === 'result');
  return result?.['report'] as PrintedReport;
}

function outlookOf(run: CliRun): RepairOutlook {
  const result = run.lines.find(({ type }) => type === 'result');
  return result?.['outlook'] as RepairOutlook;
}

function failing(checks: readonly CheckResult[]): string[] {
  return checks.filter(({ status }) => status === 'fail').map(({ id }) => id);
}

async function failures(target: string): Promise<string[]> {
  const run = await runCli(['check', target], { env: allowLoop });
  const result = run.lines.find(({ type }) => type === 'result');
  return failing(result?.['checks'] as CheckResult[]);
}

/** Throws unless two disks are the same outside of what a report names. */
async function requireSameElsewhere(
  before: string,
  after: string,
  { steps }: Pick<RepairReport, 'steps'>,
  diskOffset = 0,
): Promise<void> {
  const copies = [join(base, 'compared-1'), join(base, 'compared-2')] as const;
  for (const [index, disk] of [before, after].entries()) {
    const copy = copies[index === 0 ? 0 : 1];
    await runTool('cp', ['--sparse=always', '--', disk, copy]);
    for (const { startByte, bytes } of steps) {
      await overwrite(copy, diskOffset + startByte, Buffer.alloc(bytes));
    }
  }
  await requireSame(...copies);
  for (const copy of copies) await rm(copy);
}

/** Throws unless two disk images have the same bytes. cmp(1) would read their holes, which are nearly all of them. */
async function requireSame(one: string, other: string): Promise<void> {
  await runTool('qemu-img', ['compare', '-q', '-f', 'raw', '-F', 'raw', '--', one, other]);
}

async function overwrite(disk: string, offset: number, bytes: Buffer): Promise<void> {
  const file = await open(disk, 'r+');
  try {
    await file.write(bytes, 0, bytes.length, offset);
  } finally {
    await file.close();
  }
}

const wipe = (offset: number, bytes: number) => (disk: string) =>
  overwrite(disk, offset, Buffer.alloc(bytes));

const wipeEfi = (disk: string) => wipe(EFI_START, EFI_BYTES)(disk);

/** What fsck.fat, ntfsfix and, of a GPT, sgdisk say. */
async function othersAgree(disk: string, scheme: 'gpt' | 'mbr'): Promise<void> {
  const efi = join(base, 'efi.part');
  await copyRange(disk, { startByte: EFI_START, bytes: EFI_BYTES }, efi);
  expect((await runTool('fsck.fat', ['-n', efi])).stdout).not.toMatch(
    /differences|dirty|free c.*wrong/i,
  );
  await rm(efi);
  if (scheme === 'gpt') {
    expect((await runTool('sgdisk', ['-v', disk])).stdout).toContain('No problems found');
  }
  const { stdout } = await runTool('sfdisk', ['-J', disk]);
  const { partitions } = (
    JSON.parse(stdout) as { partitiontable: { partitions: { start: number; size: number }[] } }
  ).partitiontable;
  const windows = partitions.find(({ start }) => start * SECTOR === WINDOWS_START);
  const ntfs = join(base, 'windows.part');
  const bytes = (windows?.size ?? 0) * SECTOR;
  await copyRange(disk, { startByte: WINDOWS_START, bytes }, ntfs);
  expect((await runTool('ntfsfix', ['-n', ntfs])).stdout).toContain('was processed successfully');
  await rm(ntfs);
}

async function starts(disk: string, firmware: 'uefi' | 'bios' = 'uefi'): Promise<void> {
  const run = await runCli(['check', disk, '--boot', firmware]);
  expect(run.stdout).toContain('STICKSMITH-PRACTICE OK');
  expect(run.code).toBe(0);
}

async function truncateBootFile(disk: string): Promise<void> {
  const file = join(base, 'bootx64.efi');
  const onDisk = ['-i', `${disk}@@${String(EFI_START)}`];
  await runTool('mcopy', ['-n', '-o', ...onDisk, '::/EFI/Boot/bootx64.efi', file], onEfi);
  await truncate(file, 100 * KiB);
  await runTool('mcopy', ['-o', ...onDisk, file, '::/EFI/Boot/bootx64.efi'], onEfi);
}

async function deleteStore(disk: string): Promise<void> {
  const args = ['-i', `${disk}@@${String(EFI_START)}`, '::/EFI/Microsoft/Boot/BCD'];
  await runTool('mdel', args, onEfi);
}

const damages: [
  string,
  (disk: string, bytes: number) => Promise<unknown>,
  { failing: string; parts: string[]; boots?: boolean },
][] = [
  [
    'whose EFI system partition was wiped',
    wipeEfi,
    { failing: 'efi.fat32', parts: ['efi-partition'] },
  ],
  ['whose boot store was deleted', deleteStore, { failing: 'bcd.store', parts: ['efi-partition'] }],
  [
    'that got other GUIDs, as a copied one does',
    (disk) => runTool('sgdisk', ['-G', disk]),
    { failing: 'bcd.device', parts: ['efi-partition'], boots: true },
  ],
  [
    'whose first partition table was destroyed',
    wipe(0, 34 * SECTOR),
    { failing: 'gpt.primary', parts: ['primary-gpt', 'protective-mbr'] },
  ],
  [
    'whose copy of the partition table was destroyed',
    (disk, bytes) => wipe(bytes - 33 * SECTOR, 33 * SECTOR)(disk),
    { failing: 'gpt.backup', parts: ['backup-gpt'] },
  ],
  [
    'that was copied to a larger drive',
    (disk, bytes) => truncate(disk, bytes + 64 * MiB),
    { failing: 'gpt.backup', parts: ['backup-gpt', 'primary-gpt'] },
  ],
  [
    'whose boot file was cut short',
    truncateBootFile,
    { failing: 'efi.boot-file', parts: ['efi-partition'] },
  ],
  [
    'whose NTFS boot sector was destroyed',
    wipe(WINDOWS_START, SECTOR),
    { failing: 'ntfs.boot-sector', parts: ['ntfs-boot-sector'] },
  ],
  [
    'of which all of that is gone',
    async (disk) => {
      await wipe(0, 34 * SECTOR)(disk);
      await wipeEfi(disk);
      await wipe(WINDOWS_START, SECTOR)(disk);
    },
    {
      failing: 'ntfs.boot-sector',
      parts: ['ntfs-boot-sector', 'efi-partition', 'primary-gpt', 'protective-mbr'],
      boots: true,
    },
  ],
];

describe('a stick with a GPT', () => {
  it.each(damages)(
    '%s is repaired, and nothing else of it is changed',
    async (name, damage, is) => {
      const disk = await copyOf('gpt', 'damaged');
      await damage(disk, 960 * MiB);
      const damaged = join(base, 'before.img');
      await runTool('cp', ['--sparse=always', '--', disk, damaged]);
      const report = reportOf(await repair(disk));
      expect(failing(report.before), name).toContain(is.failing);
      expect(report.steps.map(({ part }) => part)).toEqual(is.parts);
      expect(failing(report.after)).toEqual([]);
      await requireSameElsewhere(damaged, disk, report);
      await othersAgree(disk, 'gpt');
      if (is.boots) await starts(disk);

      const repaired = await sparseHash(disk);
      const again = await repair(disk);
      expect(again.code).toBe(0);
      expect(outlookOf(again).steps).toEqual([]);
      expect(await sparseHash(disk)).toBe(repaired);
      expect(await readdir(join(base, 'repair work'))).toEqual([]);
    },
  );

  it('is only looked at in a dry run, which foretells everything', async () => {
    const disk = await copyOf('gpt', 'foreseen');
    await wipe(0, 34 * SECTOR)(disk);
    await deleteStore(disk);
    const before = await sparseHash(disk);
    const run = await repair(disk, ['--dry-run']);
    expect(run.code).toBe(4);
    expect(await sparseHash(disk)).toBe(before);
    const report = reportOf(await repair(disk));
    const { steps, expected } = outlookOf(run);
    expect(report.steps).toEqual(steps);
    expect(report.after).toEqual(expected);
    // Another process, which knows nothing of the repair, finds the same.
    expect(await failures(disk)).toEqual([]);
  });

  it('becomes what it was, byte for byte, where nothing was made anew', async () => {
    const disk = await copyOf('gpt', 'same');
    await wipe(0, 34 * SECTOR)(disk);
    await wipe(WINDOWS_START, SECTOR)(disk);
    await truncateBootFile(disk);
    const { writtenBytes } = reportOf(await repair(disk));
    expect(writtenBytes).toBeLessThan(8 * MiB);
    await runTool('cmp', ['--ignore-initial', String(WINDOWS_START), disk, sound.gpt]);
    const table = ['--bytes', String(EFI_START)];
    await runTool('cmp', [...table, disk, sound.gpt]);
  });

  it('keeps what somebody else put on its EFI system partition, also when its first sector is gone', async () => {
    const disk = await copyOf('gpt', 'kept');
    const loader = join(base, 'loader.efi');
    await writeFile(loader, Buffer.alloc(70_000, 'somebody’s own loader '));
    const onDisk = ['-i', `${disk}@@${String(EFI_START)}`];
    await runTool('mmd', [...onDisk, '::/EFI/Other System'], onEfi);
    await runTool('mcopy', [...onDisk, loader, '::/EFI/Other System/A long name.efi'], onEfi);
    await deleteStore(disk);
    await wipe(EFI_START, SECTOR)(disk);
    const report = reportOf(await repair(disk));
    expect(report.notes).toContain('1 other file on the EFI system partition is kept.');
    const back = join(base, 'back.efi');
    await runTool('mcopy', ['-o', ...onDisk, '::/EFI/Other System/A long name.efi', back], onEfi);
    await runTool('cmp', [loader, back]);
    expect(failing(report.after)).toEqual([]);
    await othersAgree(disk, 'gpt');
  });
});

describe('other kinds of sticks', () => {
  it.each<[string, (disk: string) => Promise<unknown>, string, 'bios' | 'uefi' | null]>([
    ['whose boot code was wiped', wipe(0, 440), 'mbr.boot-code', 'bios'],
    [
      'whose boot code on the EFI system partition was wiped',
      wipe(EFI_START + 2 * SECTOR, SECTOR),
      'mbr.boot-sector',
      'bios',
    ],
    [
      'that no BIOS knows where to start',
      (disk) => runTool('sfdisk', ['--no-reread', '-A', disk, '-']),
      'mbr.active-partition',
      null,
    ],
    ['whose EFI system partition was wiped', wipeEfi, 'efi.fat32', null],
  ])('one with an MBR %s starts again', async (_, damage, id, firmware) => {
    const disk = await copyOf('mbr', 'mbr damaged');
    await damage(disk);
    const damaged = join(base, 'before.img');
    await runTool('cp', ['--sparse=always', '--', disk, damaged]);
    const report = reportOf(await repair(disk));
    expect(failing(report.before)).toContain(id);
    expect(failing(report.after)).toEqual([]);
    await requireSameElsewhere(damaged, disk, report);
    await othersAgree(disk, 'mbr');
    if (firmware) await starts(disk, firmware);
    expect(outlookOf(await repair(disk)).steps).toEqual([]);
  });

  it('one in a virtual disk’s file is repaired there', async () => {
    const disk = await copyOf('virtual', 'virtual damaged');
    const diskOffset = 4 * MiB;
    await wipe(diskOffset + EFI_START, EFI_BYTES)(disk);
    await wipe(diskOffset, 34 * SECTOR)(disk);
    const damaged = join(base, 'before.vhdx');
    await runTool('cp', ['--sparse=always', '--', disk, damaged]);
    const report = reportOf(await repair(disk));
    expect(failing(report.before)).toContain('efi.fat32');
    expect(failing(report.after)).toEqual([]);
    await requireSameElsewhere(damaged, disk, report, diskOffset);
    await rm(damaged);
    expect((await runTool('qemu-img', ['check', disk])).stdout).toContain('No errors');
  });

  it('one whose Windows lies in a virtual disk gets the boot files out of that', async () => {
    const disk = await copyOf('contained', 'contained damaged');
    await wipeEfi(disk);
    const report = reportOf(await repair(disk));
    expect(report.after.find(({ id }) => id === 'vhdx.disk')?.status).toBe('pass');
    expect(report.after.find(({ id }) => id === 'bcd.path')?.status).toBe('pass');
    expect(failing(report.after)).toEqual([]);
  });

  it('an encrypted one gives its boot files to whoever has the password or the recovery key', async () => {
    const disk = await copyOf('encrypted', 'encrypted damaged');
    await wipeEfi(disk);
    const locked = await sparseHash(disk);
    const refused = await repair(disk);
    expect([refused.error?.code, refused.code]).toEqual(['repair/encrypted', 3]);
    const wrong = await repair(disk, ['--password-stdin'], { env: {}, stdin: 'another one' });
    expect(wrong.error?.code).toBe('bitlocker/wrong-password');
    expect(await sparseHash(disk)).toBe(locked);

    const other = await copyOf('encrypted', 'encrypted damaged too');
    await wipeEfi(other);
    const [name = ''] = await readdir(join(base, 'keys'));
    const text = execFileSync('iconv', ['-f', 'utf16', join(base, 'keys', name)], {
      encoding: 'utf8',
    });
    const key = /(\d{6}-){7}\d{6}/.exec(text)?.[0] ?? '';
    for (const [target, secret] of [
      [disk, PASSWORD],
      [other, key],
    ] as const) {
      const run = await repair(target, ['--password-stdin'], { stdin: secret });
      const report = reportOf(run);
      expect(report.steps.map(({ part }) => part)).toEqual(['efi-partition']);
      expect(run.stdout + run.stderr).not.toContain(secret);
      expect(failing(report.after)).toEqual([]);
    }
  });

  it('an encrypted one gets a boot store without its password', async () => {
    const disk = await copyOf('encrypted', 'encrypted storeless');
    await deleteStore(disk);
    const report = reportOf(await repair(disk));
    expect(failing(report.before)).toContain('bcd.store');
    expect(failing(report.after)).toEqual([]);
  });
});

describe('what is refused', () => {
  const wipedTables = async (disk: string): Promise<void> => {
    await wipe(0, MiB)(disk);
    await wipe(959 * MiB, MiB)(disk);
  };
  it.each<[string, (disk: string) => Promise<unknown>, RegExp]>([
    ['a disk without a table', wipedTables, /no valid table/],
    [
      'a disk whose Windows is gone, too',
      async (disk) => {
        await wipeEfi(disk);
        await wipe(WINDOWS_START, 560 * MiB)(disk);
      },
      /Windows can’t be read/,
    ],
    [
      'a disk with tables of two kinds',
      async (disk) => {
        const entry = Buffer.from([0x80, 0, 2, 0, 0x0c, 0, 0, 0, 0, 8, 0, 0, 0, 96, 9, 0]);
        await overwrite(disk, 446, entry);
      },
      /two tables/,
    ],
    [
      'a disk without an EFI system partition',
      (disk) => runTool('sgdisk', ['-t', '1:8300', disk]),
      /no EFI system partition/,
    ],
  ])('%s is left as it is, to the byte', async (_, damage, message) => {
    const disk = await copyOf('gpt', 'refused');
    await damage(disk);
    const before = await sparseHash(disk);
    const run = await repair(disk);
    expect([run.error?.code, run.error?.stick, run.code]).toEqual([
      'repair/not-understood',
      'untouched',
      3,
    ]);
    expect(String(run.error?.params['message'])).toMatch(message);
    expect(await sparseHash(disk)).toBe(before);
  });

  it('nothing is changed through a link', async () => {
    const disk = await copyOf('gpt', 'linked');
    await wipe(0, 34 * SECTOR)(disk);
    const before = await sparseHash(disk);
    const link = join(base, 'link.img');
    await symlink(disk, link);
    const run = await repair(link);
    expect([run.error?.code, run.code]).toEqual(['target/unusable-path', 3]);
    expect(await sparseHash(disk)).toBe(before);
  });

  it('nothing is changed without somebody’s agreement', async () => {
    const disk = await copyOf('gpt', 'unconfirmed');
    await wipe(0, 34 * SECTOR)(disk);
    const before = await sparseHash(disk);
    const run = await runCli(['repair', disk, '--work-dir', join(base, 'repair work')]);
    expect([run.error?.code, run.code]).toEqual(['target/change-not-confirmed', 3]);
    expect(await sparseHash(disk)).toBe(before);
  });
});

describe('a drive', () => {
  it('that is an image file is left to whoever uses it as one', async () => {
    const drive = await attachLoop(960 * MiB);
    try {
      await runTool('cp', ['--sparse=always', '--', sound.gpt, drive.backingFile]);
      await wipe(0, 34 * SECTOR)(drive.backingFile);
      const before = await sparseHash(drive.backingFile);
      const run = await repair(drive.backingFile);
      expect([run.error?.code, run.error?.stick]).toEqual(['target/busy', 'untouched']);
      expect(await sparseHash(drive.backingFile)).toBe(before);
    } finally {
      await drive.detach();
    }
  });

  it('is repaired by the helper and read back; broken off, it is as before or can be repaired again', async () => {
    const drive = await attachLoop(960 * MiB);
    try {
      await copyFile(sound.gpt, drive.backingFile);
      await wipe(0, 34 * SECTOR)(drive.backingFile);
      await wipeEfi(drive.backingFile);
      await runTool('blockdev', ['--flushbufs', drive.path]);
      const damaged = join(base, 'before.img');
      await copyFile(drive.backingFile, damaged);

      const cancelled = await repair(drive.path, [], {
        env: allowLoop,
        interruptWhen: ({ type, phase }) => type === 'progress' && phase === 'writing',
      });
      expect([cancelled.error?.code, cancelled.error?.stick]).toEqual(['cancelled', 'untouched']);
      await requireSame(damaged, drive.backingFile);

      let killed = (): void => undefined;
      const moment = new Promise<void>((resolve) => {
        killed = resolve;
      });
      await repair(drive.path, [], {
        env: allowLoop,
        interruptWhen: ({ type, phase }) => {
          if (type === 'progress' && phase === 'writing') killed();
          return false;
        },
        signalAfter: { signal: 'SIGKILL', moment },
      });
      const { writtenBytes, verifiedBytes } = reportOf(await repair(drive.path));
      expect(verifiedBytes).toBe(writtenBytes);
      expect(await failures(drive.path)).toEqual([]);
      await othersAgree(drive.backingFile, 'gpt');
    } finally {
      await drive.detach();
    }
  });
});
