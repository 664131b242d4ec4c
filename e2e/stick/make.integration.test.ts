import { mkdir, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sparseHash } from '../../src-main/host/linux/test-support/sparse-file';
import { runTool } from '../../src-main/host/run-tool';
import { practiceIso, runCli, type CliRun } from '../../src-main/cli/testing';
import {
  copyPartition,
  extractEdition,
  extractNtfs,
  hashesBelow,
  requirePortable,
  sgdiskPartitions,
  sha256,
  type SgdiskPartition,
} from './read-back';

const MiB = 1024 * 1024;

let base: string;
let iso: string;
/** What is in the edition, by path; the truth that the stick is compared with. */
let wanted: Map<string, string>;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-make-'));
  iso = await practiceIso(join(base, 'Ein "Übungs" Ordner 练习'));
  const files = join(base, 'edition');
  await extractEdition(iso, 2, files);
  wanted = await hashesBelow(files);
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

const SYSTEM_HIVE = '/Windows/System32/config/SYSTEM';

async function make(target: string, more: string[]): Promise<CliRun> {
  const work = join(base, '-work dir');
  const args = ['--image', iso, '--edition', '2', '--target', target, '--yes', '--work-dir', work];
  const run = await runCli(['make', ...args, ...more], { env: { STICKSMITH_ALLOW_LOOP: '1' } });
  expect(run.error).toBeUndefined();
  expect(run.code).toBe(0);
  const left = (await readdir(work)).filter((name) => name !== 'sticksmith-builds');
  expect(left, 'the work folder was left clean').toEqual([]);
  return run;
}

/** Everything that tools of other people have to say about a stick. Returns its partitions. */
async function expectGoodStick(disk: string, folder: string): Promise<SgdiskPartition[]> {
  await mkdir(folder, { recursive: true });
  const partitions = await sgdiskPartitions(disk);
  const [efi, msr, windows] = partitions;
  if (!efi || !msr || !windows) throw new Error('partitions are missing');
  expect(efi).toMatchObject({
    startByte: MiB,
    bytes: 300 * MiB,
    typeGuid: 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b',
  });
  expect(msr).toMatchObject({ bytes: 16 * MiB, typeGuid: 'e3c9e316-0b5c-4db8-817d-f92df00215ae' });
  expect(windows.typeGuid).toBe('ebd0a0a2-b9e5-4433-87c0-68b6b72699c7');
  expect(windows.startByte % (4 * MiB)).toBe(0);

  await expectGoodEfi(disk, efi, windows, folder);
  await expectGoodWindows(disk, windows, folder);
  return partitions;
}

async function expectGoodEfi(
  disk: string,
  efi: SgdiskPartition,
  windows: SgdiskPartition,
  folder: string,
): Promise<void> {
  const volume = join(folder, 'efi.fat');
  await copyPartition(disk, efi, volume);
  const fsck = await runTool('fsck.fat', ['-n', '-v', volume]);
  expect(fsck.stdout).toMatch(/4096 bytes per cluster/);
  for (const [from, to] of [
    ['::/EFI/Boot/bootx64.efi', 'bootx64.efi'],
    ['::/EFI/Microsoft/Boot/bootmgfw.efi', 'bootmgfw.efi'],
    ['::/EFI/Microsoft/Boot/BCD', 'BCD'],
  ] as const) {
    await runTool('mcopy', ['-n', '-i', volume, from, join(folder, to)]);
  }
  const manager = wanted.get('/Windows/Boot/EFI/bootmgfw.efi');
  expect(await sha256(join(folder, 'bootx64.efi'))).toBe(manager);
  expect(await sha256(join(folder, 'bootmgfw.efi'))).toBe(manager);

  const store = join(folder, 'BCD');
  const info = await runTool('regfinfo', [store]);
  expect(info.stdout).not.toMatch(/corrupt/i);
  const device = await bootLoaderDevice(store);
  expect(device).toContain(mixedEndian(windows.guid));
}

/** Hex of the element that names the Windows partition, as hivexget prints it. */
async function bootLoaderDevice(store: string): Promise<string> {
  const objects = await hivexsh(store, 'cd \\Objects\nls\n');
  for (const object of objects.split('\n').filter((line) => line.startsWith('{'))) {
    const type = await hivexsh(store, `cd \\Objects\\${object}\\Description\nlsval\n`);
    if (!/0*10200003/.test(type)) continue;
    const element = await hivexsh(store, `cd \\Objects\\${object}\\Elements\\21000001\nlsval\n`);
    return (/hex\(?3?\)?:([0-9a-f,\\\s]+)/i.exec(element)?.[1] ?? '').replace(/[^0-9a-f]/gi, '');
  }
  throw new Error(`no loader among ${objects}`);
}

async function hivexsh(hive: string, script: string): Promise<string> {
  return (await runTool('hivexsh', [hive], { stdin: script })).stdout;
}

function mixedEndian(guid: string): string {
  const groups = guid.split('-');
  const swapped = groups.slice(0, 3).map((group) => (group.match(/../g) ?? []).reverse().join(''));
  return [...swapped, ...groups.slice(3)].join('');
}

async function expectGoodWindows(
  disk: string,
  windows: SgdiskPartition,
  folder: string,
): Promise<void> {
  const volume = join(folder, 'windows.ntfs');
  await copyPartition(disk, windows, volume);
  const fix = await runTool('ntfsfix', ['-n', volume]);
  expect(fix.stdout).toMatch(/OK|processed successfully/);
  expect(fix.stdout).not.toMatch(/FAILED|[Cc]orrupt/);

  const files = join(folder, 'files');
  await extractNtfs(volume, files);
  requirePortable(await hashesBelow(files), wanted);

  const hive = join(files, SYSTEM_HIVE);
  const partmgr = await hivexsh(hive, 'cd \\ControlSet001\\Services\\partmgr\\Parameters\nlsval\n');
  expect(partmgr).toMatch(/"SanPolicy"=dword:0*4\b/);
  const control = await hivexsh(hive, 'cd \\ControlSet001\\Control\nlsval\n');
  expect(control).toMatch(/"PortableOperatingSystem"=dword:0*1\b/);
}

describe('a practice ISO becomes a stick that tools of other people find right', () => {
  it('in an image file, with a shared partition, and boots in QEMU up to the stand-in’s last word', async () => {
    const target = join(base, '-stick "ü" 棒.img');
    const page = join(base, 'report.html');
    const run = await make(target, [
      ...['--size', '1G', '--shared-space', '96M', '--shared-label', 'Übung'],
      ...['--report', page],
    ]);
    expect((await stat(target)).size).toBe(1024 * MiB);
    const partitions = await expectGoodStick(target, join(base, 'image file'));
    const shared = partitions[3];
    if (!shared) throw new Error('no shared partition');
    const volume = join(base, 'shared.exfat');
    await copyPartition(target, shared, volume);
    await runTool('fsck.exfat', ['-n', volume]);

    const report = run.lines.find(({ type }) => type === 'result')?.['report'] as {
      sticks: {
        verifiedBytes: number;
        checks: { status: string }[];
        compatibility: { computer: string; starts: string; reasons: string[] }[];
      }[];
      image: { sha256: string };
    };
    expect(report.image.sha256).toBe(await sha256(iso));
    expect(report.sticks[0]?.verifiedBytes, 'an image file is not read back').toBe(0);
    expect(report.sticks[0]?.checks.map(({ status }) => status)).not.toContain('fail');
    // Nobody signed the stand-ins.
    expect(report.sticks[0]?.compatibility).toEqual(
      expect.arrayContaining([
        { computer: 'uefi', starts: 'yes', reasons: [] },
        { computer: 'secure-2023', starts: 'no', reasons: ['unsigned'] },
        { computer: 'bios', starts: 'no', reasons: ['no-bios-start'] },
      ]),
    );
    const text = await readFile(page, 'utf8');
    expect(text).toContain(report.image.sha256);
    expect(text).toContain('PC with UEFI, Secure Boot off');

    const before = await sparseHash(target);
    const checked = await runCli(['check', target, '--boot']);
    expect(checked.stdout).toContain('STICKSMITH-PRACTICE OK');
    expect(checked.code).toBe(0);
    expect(await sparseHash(target), 'a boot test changes nothing').toBe(before);
  });

  it('in two image files at once, each with GUIDs of its own', async () => {
    const targets = [join(base, 'twin 1.img'), join(base, 'twin 2.img')] as const;
    await make(targets[0], ['--target', targets[1], '--size', '1G']);
    const first = await expectGoodStick(targets[0], join(base, 'twin 1'));
    const second = await expectGoodStick(targets[1], join(base, 'twin 2'));
    const guids = [...first, ...second].map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(guids.length);
  });

  it('on a loop device, whose old content is gone, and everything written is read back', async () => {
    const backing = join(base, 'loop backing');
    await runTool('dd', ['if=/dev/urandom', `of=${backing}`, 'bs=1M', 'count=64']);
    await runTool('truncate', ['-s', '1G', backing]);
    const { stdout } = await runTool('losetup', ['-f', '--show', backing]);
    const device = stdout.trim();
    try {
      const run = await make(device, []);
      await expectGoodStick(device, join(base, 'loop'));
      const report = run.lines.find(({ type }) => type === 'result')?.['report'] as {
        sticks: { writtenBytes: number; verifiedBytes: number; compatibility: unknown[] }[];
      };
      expect(report.sticks[0]?.verifiedBytes).toBe(report.sticks[0]?.writtenBytes);
      const saved = join(base, 'check.json');
      const env = { STICKSMITH_ALLOW_LOOP: '1' };
      const checked = await runCli(['check', device, '--report', saved], { env });
      expect(checked.code).toBe(0);
      const found = JSON.parse(await readFile(saved, 'utf8')) as Record<string, unknown>;
      expect(found).toMatchObject({
        target: device,
        compatibility: report.sticks[0]?.compatibility,
      });
      const refused = await runCli(['check', device, '--report', join(base, 'check.pdf')], { env });
      expect(refused.code).toBe(2);
    } finally {
      await runTool('losetup', ['-d', device]);
    }
  });

  it('and a check finds out when its partition table or boot store is damaged', async () => {
    const target = join(base, 'damaged.img');
    await make(target, ['--size', '1G']);
    const boot = ['-i', `${target}@@${String(MiB)}`];
    await runTool('mdel', [...boot, '::/EFI/Microsoft/Boot/BCD'], {
      env: { MTOOLS_SKIP_CHECK: '1' },
    });
    expect((await runCli(['check', target])).code).toBe(4);
    await runTool('sgdisk', ['--zap-all', target]);
    const zapped = await runCli(['check', target]);
    expect(zapped.code).toBe(4);
    expect(zapped.stdout).toMatch(/"id":"gpt\.[^"]*","status":"fail"/);
  });

  it('never writes to a loop device unless that was allowed', async () => {
    const backing = join(base, 'forbidden');
    await runTool('truncate', ['-s', '1G', backing]);
    const before = await sparseHash(backing);
    const { stdout } = await runTool('losetup', ['-f', '--show', backing]);
    try {
      const args = ['make', '--image', iso, '--edition', '1', '--target', stdout.trim(), '--yes'];
      const run = await runCli(args, { env: { STICKSMITH_ALLOW_LOOP: '' } });
      expect(run.error?.code).toBe('target/loop-not-allowed');
      expect(run.code).toBe(3);
    } finally {
      await runTool('losetup', ['-d', stdout.trim()]);
    }
    expect(await sparseHash(backing)).toBe(before);
  });
});
