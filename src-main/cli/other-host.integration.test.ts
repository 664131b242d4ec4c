import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceIso, runCli, type CliRun } from './testing';

let base: string;
let iso: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-other-host-'));
  iso = await practiceIso(base);
}, 120_000);
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

function dryRun(...more: string[]): Promise<CliRun> {
  const size = more.includes('--size') ? [] : ['--size', '16G'];
  return runCli(['make', '--image', iso, '--edition', '1', '--dry-run', ...size, ...more]);
}

describe('make --host win32 --dry-run', () => {
  it('prints what a computer with Windows would do for a drive that is not here', async () => {
    const run = await dryRun(
      '--host',
      'win32',
      '--target',
      '\\\\.\\PhysicalDrive2',
      '--work-dir',
      'D:\\work',
    );
    expect(run.code).toBe(0);
    const { operations } = run.lines.find(({ type }) => type === 'result') ?? {};
    const text = (operations as string[]).join('\n');
    expect(text).toContain('create vdisk file="D:\\work\\');
    expect(text).toContain('/Apply-Image');
    expect(text).toContain('check \\\\.\\PhysicalDrive2 as firmware would read it');
    expect(text).not.toMatch(/mkntfs|losetup|\/dev\/loop/);
  });

  it('makes a shared partition without a program of that computer', async () => {
    const run = await dryRun(
      ...['--host', 'win32', '--target', 'C:\\stick.img', '--work-dir', 'D:\\work'],
      ...['--shared-space', '1G', '--shared-label', 'PHOTOS'],
    );
    expect(run.code).toBe(0);
    const { operations } = run.lines.find(({ type }) => type === 'result') ?? {};
    const made = (operations as string[]).filter((line) => line.includes('exfat'));
    expect(made).toEqual([
      expect.stringMatching(
        /^make D:\\work\\.*\\shared\.exfat: an empty exFAT volume of \d+ bytes, labelled “PHOTOS”$/,
      ),
    ]);
    expect(operations).toContainEqual(
      expect.stringMatching(/^write allocated clusters of .*shared.* to C:\\stick\.img/),
    );
  });

  it('makes a stick for a BIOS, and the volume that holds Windows in a virtual disk', async () => {
    const run = await dryRun(
      ...['--host', 'win32', '--target', '\\\\.\\PhysicalDrive2', '--work-dir', 'D:\\work'],
      ...['--scheme', 'mbr', '--container', 'vhdx'],
    );
    expect(run.code).toBe(0);
    const { operations } = run.lines.find(({ type }) => type === 'result') ?? {};
    const text = (operations as string[]).join('\n');
    expect(text).toMatch(/create vdisk file="D:\\work\\.*container\.ntfs-seed\.vhdx"/);
    expect(text).toContain('boot code for a BIOS');
    expect(text).not.toMatch(/mkntfs|grub/i);
  });

  it('has its Windows encrypt a drive after writing, which this computer itself refuses', async () => {
    const encrypt = ['--encrypt', 'after-writing', '--recovery-dir', base];
    const run = await dryRun('--host', 'win32', '--target', '\\\\.\\PhysicalDrive2', ...encrypt);
    expect(run.code).toBe(0);
    const { operations } = run.lines.find(({ type }) => type === 'result') ?? {};
    const text = (operations as string[]).join('\n');
    expect(text).toMatch(/write the partition table[^]*'Encrypt'[^]*check .* as firmware/);
    expect(text).toContain(`the recovery key is saved in ${base}`);
    const file = await dryRun('--host', 'win32', '--target', 'C:\\stick.img', ...encrypt, '--json');
    expect(file.error?.code).toBe('plan/invalid');
  });

  it.each([
    [['--host', 'win32', '--target', '/dev/sdb'], 'target/not-a-drive'],
    [['--host', 'win32', '--target', 'stick.img'], 'target/not-a-drive'],
    [
      ['--host', 'win32', '--target', 'C:\\a.img', '--work-dir', 'D:\\a"b'],
      'windows/unusable-text',
    ],
    [['--host', 'amiga', '--target', 'C:\\stick.img'], 'usage'],
  ])('refuses %j', async (args, code) => {
    const run = await dryRun(...args, '--json');
    expect(run.code).not.toBe(0);
    expect(run.error?.code).toBe(code);
  });

  it('is for a dry run only', async () => {
    const run = await runCli([
      ...['make', '--image', iso, '--edition', '1', '--host', 'win32', '--size', '16G'],
      ...['--target', '\\\\.\\PhysicalDrive2', '--yes', '--json'],
    ]);
    expect(run.error?.code).toBe('usage');
  });
});
