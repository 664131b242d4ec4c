import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceIso, runCli, type CliRun } from '../../src-main/cli/testing';
import { sparseHash } from '../../src-main/host/linux/test-support/sparse-file';
import { runTool } from '../../src-main/host/run-tool';
import { recipeDefaults } from '../../src-shared/windows-recipe';

const MiB = 1024 * 1024;
const allowLoop = { STICKSMITH_ALLOW_LOOP: '1' };

let base: string;
let iso: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-bios-'));
  iso = await practiceIso(join(base, 'practice'));
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

/** A recipe for a stick with an MBR. Returns its path. */
async function recipeFor(image: string, index: number): Promise<string> {
  const path = join(base, `recipe ${String(index)}.json`);
  const recipe = {
    ...recipeDefaults,
    layout: { scheme: 'mbr', container: 'none' },
    space: { windowsBytes: null, sharedBytes: 96 * MiB, sharedLabel: 'SHARED' },
    image: { path: image, sha256: null },
    edition: { index },
  };
  await writeFile(path, JSON.stringify(recipe));
  return path;
}

async function make(
  recipe: string,
  target: string,
  more: { hide?: string[] } = {},
): Promise<CliRun> {
  const size = target.endsWith('.img') ? ['--size', '1G'] : [];
  const args = ['make', '--recipe', recipe, '--target', target, ...size, '--yes'];
  return runCli([...args, '--work-dir', join(base, 'work')], { env: allowLoop, ...more });
}

interface SfdiskTable {
  label: string;
  id: string;
  partitions: { start: number; size: number; type: string; bootable?: boolean }[];
}

async function sfdiskTable(disk: string): Promise<SfdiskTable> {
  const { stdout } = await runTool('sfdisk', ['-J', disk]);
  return (JSON.parse(stdout) as { partitiontable: SfdiskTable }).partitiontable;
}

/** A file of random bytes at its start, as a loop device while `use` runs. */
async function withLoop(name: string, use: (device: string, backing: string) => Promise<void>) {
  const backing = join(base, name);
  await runTool('dd', ['if=/dev/urandom', `of=${backing}`, 'bs=1M', 'count=16']);
  await runTool('truncate', ['-s', '1G', backing]);
  const { stdout } = await runTool('losetup', ['-f', '--show', backing]);
  try {
    await use(stdout.trim(), backing);
  } finally {
    await runTool('losetup', ['-d', stdout.trim()]);
  }
}

describe('a stick with an MBR', () => {
  it('has the partitions planned, and boots with a BIOS and with UEFI up to the last word', async () => {
    const target = join(base, '-both "ü".img');
    const run = await make(await recipeFor(iso, 2), target);
    expect(run.error).toBeUndefined();
    const report = run.lines.find(({ type }) => type === 'result')?.['report'] as {
      sticks: { disk: { scheme: string; signature: string }; partitions: { guid?: string }[] }[];
    };
    const table = await sfdiskTable(target);
    expect(report.sticks[0]?.disk).toEqual({ scheme: 'mbr', signature: table.id.slice(2) });
    expect(report.sticks[0]?.partitions.every(({ guid }) => guid === undefined)).toBe(true);
    expect(table.label).toBe('dos');
    expect(table.partitions).toMatchObject([
      { start: 2048, size: 614_400, type: 'c', bootable: true },
      { start: 655_360, type: '7' },
      { type: '7', size: 202_752 },
    ]);
    for (const store of ['::/Boot/BCD', '::/EFI/Microsoft/Boot/BCD']) {
      const copy = join(base, 'store');
      await runTool('mcopy', ['-n', '-o', '-i', `${target}@@${String(MiB)}`, store, copy], {
        env: { MTOOLS_SKIP_CHECK: '1' },
      });
      expect((await runTool('regfinfo', [copy])).stdout).not.toMatch(/corrupt/i);
    }

    const before = await sparseHash(target);
    for (const firmware of ['bios', 'uefi']) {
      const checked = await runCli(['check', target, '--boot', firmware]);
      expect(checked.stdout).toContain('STICKSMITH-PRACTICE OK');
      expect(checked.stdout).toContain(`"id":"boot.${firmware}","status":"pass"`);
      expect(checked.stdout).toContain(firmware === 'bios' ? 'i386-pc' : 'x86_64-efi');
      expect(checked.code).toBe(0);
    }
    expect(await sparseHash(target), 'a boot test changes nothing').toBe(before);
  }, 600_000);

  it('is written to a drive, read back, and the old content of the table is gone', async () => {
    await withLoop('loop', async (device) => {
      await runTool('sgdisk', ['-n', '1:2048:4095', device]);
      const run = await make(await recipeFor(iso, 1), device);
      expect(run.error).toBeUndefined();
      const report = run.lines.find(({ type }) => type === 'result')?.['report'] as {
        sticks: { writtenBytes: number; verifiedBytes: number }[];
      };
      expect(report.sticks[0]?.verifiedBytes).toBe(report.sticks[0]?.writtenBytes);
      expect((await sfdiskTable(device)).label).toBe('dos');
      const leftover = await runTool('sgdisk', ['-v', device], { okCodes: [0, 1, 2, 3] });
      expect(leftover.stdout + leftover.stderr).not.toMatch(/GPT: (present|damaged)/);
    });
  }, 300_000);

  it('needs no GRUB of this computer', async () => {
    const target = join(base, 'no grub.img');
    const hide = ['/usr/bin/grub-mkimage', '/usr/lib/grub/i386-pc/boot.img'];
    const run = await make(await recipeFor(iso, 1), target, { hide });
    expect(run.error).toBeUndefined();
    expect((await runCli(['check', target])).stdout).toContain(
      '"id":"mbr.boot-code","status":"pass"',
    );
  }, 300_000);

  it('is refused before the drive is touched when the image has no bootmgr', async () => {
    await withLoop('no bootmgr', async (device, backing) => {
      const folder = join(base, 'wim');
      await runTool('7zz', ['e', '-y', `-o${folder}`, iso, 'sources/install.wim']);
      const wim = join(folder, 'install.wim');
      const command = '--command=delete --recursive /Windows/Boot/PCAT';
      await runTool('wimlib-imagex', ['update', wim, '1', command]);
      const before = await sparseHash(backing);
      const run = await make(await recipeFor(wim, 1), device);
      expect(run.error).toMatchObject({ code: 'wim/unsupported', stick: 'untouched' });
      expect(run.error?.params['message']).toContain('PCAT/bootmgr');
      expect(await sparseHash(backing)).toBe(before);
    });
  }, 300_000);
});

it('a firmware that is not known is refused', async () => {
  const run = await runCli(['check', join(base, 'nothing.img'), '--boot', 'openfirmware']);
  expect(run.error?.code).toBe('usage');
});
