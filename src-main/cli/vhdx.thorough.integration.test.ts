import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src-shared/check';
import type { Report } from '../../src-shared/job';
import { recipeDefaults, type WindowsRecipe } from '../../src-shared/windows-recipe';
import { GiB, MiB, SECTOR } from '../../src-shared/units';
import { copyRange, sparseHash } from '../host/linux/test-support/sparse-file';
import { runCli, type CliRun } from './testing';

const exec = promisify(execFile);

let base: string;
let image: string;
let loop: string | null = null;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), '-virtual "disk" ü '));
  const made = await runCli(['practice', base, '--payload', '8M']);
  expect(made.code, made.stderr).toBe(0);
  image = join(base, 'practice.iso');
});
afterEach(async () => {
  if (loop !== null) await tool('losetup', '--detach', loop);
  loop = null;
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function tool(name: string, ...args: string[]): Promise<string> {
  const options = { env: { ...process.env, LC_ALL: 'C.UTF-8' }, maxBuffer: 64 * MiB };
  return (await exec(name, args, options)).stdout;
}

async function recipe(scheme: 'gpt' | 'mbr', container: 'none' | 'vhdx'): Promise<string> {
  const path = join(base, `${scheme} ${container}.json`);
  const content = {
    ...recipeDefaults,
    image: { path: image, sha256: null },
    edition: { index: 1 },
    layout: { scheme, container },
  };
  await writeFile(path, JSON.stringify(content));
  return path;
}

async function make(
  recipePath: string,
  targets: string[],
  more: string[] = [],
  { workFolder = join(base, 'work'), hide = [] as string[] } = {},
): Promise<CliRun> {
  const named = targets.flatMap((target) => ['--target', target]);
  await mkdir(workFolder, { recursive: true });
  const args = ['make', '--recipe', recipePath, ...named, '--work-dir', workFolder, '--yes'];
  return runCli([...args, ...more], { env: { STICKSMITH_ALLOW_LOOP: '1' }, hide });
}

/** Bytes that were written piece by piece, as the report's timings have them. */
function copiedBytes({ lines }: CliRun): number {
  const result = lines.find(({ type }) => type === 'result');
  const { timings } = result?.['report'] as Report;
  const bytes = timings.flatMap((timing) => (timing.phase === 'writing' ? [timing.bytes] : []));
  expect(bytes).toHaveLength(1);
  return bytes[0] ?? 0;
}

async function requireGood(target: string): Promise<void> {
  const { code, stderr, stdout } = await runCli(['check', target], {
    env: { STICKSMITH_ALLOW_LOOP: '1' },
  });
  expect(code, stderr + stdout).toBe(0);
}

interface Table {
  partitiontable: { label: string; partitions: { start: number; size: number; type: string }[] };
}

async function partitionsOf(path: string): Promise<Table['partitiontable']> {
  return (JSON.parse(await tool('sfdisk', '--json', path)) as Table).partitiontable;
}

/** Copies a partition into a file of its own, for tools that know no partitions. */
async function partitionFile(path: string, index: number, to: string): Promise<string> {
  const { partitions } = await partitionsOf(path);
  const { start = 0, size = 0 } = partitions[index] ?? {};
  await copyRange(path, { startByte: start * SECTOR, bytes: size * SECTOR }, to);
  return to;
}

/** Everything in the volume is what the image held, by the hashes that the image itself names. */
async function requireWindows(volume: string): Promise<void> {
  expect(await tool('ntfsfix', '-n', volume)).toContain('processed successfully');
  const folder = await mkdtemp(join(base, 'unpacked '));
  await tool('7zz', 'x', '-y', '-bso0', '-bsp0', `-o${folder}`, volume).catch(() => '');
  const manifest = await readFile(join(folder, 'Windows/practice-manifest.txt'), 'utf8');
  const lines = manifest.split('\n').filter((line) => /^[0-9a-f]{64} {2}/.test(line));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const path = join(folder, line.slice(66));
    const hash = createHash('sha256').update(await readFile(path));
    expect(hash.digest('hex'), path).toBe(line.slice(0, 64));
  }
  await rm(folder, { recursive: true });
}

/** Takes the virtual disk out of the stick with the tools of other people, and Windows out of that. */
async function requireContained(stick: string, index: number): Promise<void> {
  const folder = await mkdtemp(join(base, 'parts '));
  const outer = await partitionFile(stick, index, join(folder, 'outer.ntfs'));
  expect(await tool('ntfsfix', '-n', outer)).toContain('processed successfully');
  const vhdx = join(folder, 'disk.vhdx');
  await exec('sh', [
    '-c',
    'ntfscat "$0" /Windows.vhdx | dd of="$1" conv=sparse bs=1M',
    outer,
    vhdx,
  ]);
  expect(await tool('qemu-img', 'check', '-f', 'vhdx', vhdx)).toContain('No errors');
  expect(await tool('vhdiinfo', vhdx)).toMatch(/Disk type\s*:\s+Fixed/);
  const raw = join(folder, 'disk.raw');
  await tool('qemu-img', 'convert', '-f', 'vhdx', '-O', 'raw', vhdx, raw);
  const { label, partitions } = await partitionsOf(raw);
  expect(label).toBe('dos');
  expect(partitions).toMatchObject([{ start: 8192, type: '7' }]);
  await requireWindows(await partitionFile(raw, 0, join(folder, 'inner.ntfs')));
  await rm(folder, { recursive: true });
}

describe('a stick with Windows in a virtual disk', () => {
  it('is whole as other tools read it, from the table to each file of Windows', async () => {
    const target = join(base, 'contained.img');
    const made = await make(await recipe('gpt', 'vhdx'), [target], ['--size', '2G']);
    expect(made.code, made.stderr + made.stdout).toBe(0);
    expect(await tool('sgdisk', '--verify', target)).toContain('No problems found');
    await requireContained(target, 2);
    await requireGood(target);
  });

  it('is made with an MBR, in two sizes at once', async () => {
    const targets = ['one', 'two'].map((name) => join(base, `${name}.img`));
    const [one = '', two = ''] = targets;
    await writeFile(two, '');
    await exec('truncate', ['--size', String(3 * GiB + 5 * MiB), two]);
    await exec('truncate', ['--size', String(2 * GiB), one]);
    const made = await make(await recipe('mbr', 'vhdx'), targets);
    expect(made.code, made.stderr + made.stdout).toBe(0);
    for (const target of targets) {
      expect((await partitionsOf(target)).label).toBe('dos');
      await requireContained(target, 1);
      await requireGood(target);
    }
  });

  it('is made on a drive over anything that was there before', async () => {
    const backing = join(base, 'drive');
    const junk = Buffer.alloc(MiB, 0xa5);
    const handle = await open(backing, 'w');
    for (let at = 0; at < 1200; at += 1) await handle.write(junk, 0, junk.length, at * MiB);
    await handle.close();
    loop = (await tool('losetup', '--find', '--show', backing)).trim();
    const made = await make(await recipe('gpt', 'vhdx'), [loop]);
    expect(made.code, made.stderr + made.stdout).toBe(0);
    await requireGood(loop);
    await requireContained(backing, 2);
  });

  it('is refused where it can’t be', async () => {
    const path = await recipe('gpt', 'vhdx');
    const nested = await make(path, [join(base, 'nested.vhdx')], ['--size', '2G']);
    expect(nested.error).toMatchObject({ code: 'plan/invalid', stick: 'untouched' });
    expect(nested.error?.params['message']).toContain('can’t lie in another one');
  });

  it('whose virtual disk is damaged fails its check', async () => {
    const target = join(base, 'damaged.img');
    const made = await make(await recipe('gpt', 'vhdx'), [target], ['--size', '2G']);
    expect(made.code, made.stderr).toBe(0);
    const { partitions } = await partitionsOf(target);
    const file = (partitions[2]?.start ?? 0) * SECTOR + 192 * MiB;
    const handle = await open(target, 'r+');
    const both = [64, 128].map((kib) =>
      handle.write(Buffer.from([1]), 0, 1, file + kib * 1024 + 9),
    );
    await Promise.all(both);
    await handle.close();
    const { code, stdout } = await runCli(['check', target]);
    expect(code).toBe(4);
    expect(stdout).toContain('neither of its headers is valid');
  });
});

describe('a virtual disk that holds a stick', () => {
  it('is the stick, for every tool that reads virtual disks', async () => {
    const targets = ['a.vhdx', 'b.vhdx', 'bare.img'].map((name) => join(base, name));
    const made = await make(await recipe('gpt', 'none'), targets, ['--size', '1500M']);
    expect(made.code, made.stderr + made.stdout).toBe(0);
    for (const target of targets.slice(0, 2)) {
      const info = JSON.parse(await tool('qemu-img', 'info', '--output=json', target)) as object;
      // Rounded up to whole blocks.
      expect(info).toMatchObject({ format: 'vhdx', 'virtual-size': 1504 * MiB });
      expect(await tool('qemu-img', 'check', '-f', 'vhdx', target)).toContain('No errors');
      expect(await tool('vhdiinfo', target)).toMatch(/Disk type\s*:\s+Fixed/);
      const raw = join(base, 'disk.raw');
      await tool('qemu-img', 'convert', '-f', 'vhdx', '-O', 'raw', target, raw);
      expect(await tool('sgdisk', '--verify', raw)).toContain('No problems found');
      await requireWindows(await partitionFile(raw, 2, join(base, 'windows.ntfs')));
    }
    for (const target of targets) await requireGood(target);
  });

  it('boots with UEFI, and with a BIOS where its disk has an MBR, without a byte changed', async () => {
    for (const [scheme, firmwares] of [
      ['gpt', ['uefi']],
      ['mbr', ['uefi', 'bios']],
    ] as const) {
      const target = join(base, `boots ${scheme}.vhdx`);
      const made = await make(await recipe(scheme, 'none'), [target], ['--size', '1504M']);
      expect(made.code, made.stderr + made.stdout).toBe(0);
      const before = await sparseHash(target);
      for (const firmware of firmwares) {
        const booted = await runCli(['check', target, '--boot', firmware]);
        expect(booted.code, booted.stderr + booted.stdout).toBe(0);
        expect(booted.stdout).toContain(`"id":"boot.${firmware}","status":"pass"`);
        expect(booted.stdout).toContain('STICKSMITH-PRACTICE OK');
      }
      expect(await sparseHash(target)).toBe(before);
      await rm(target);
    }
  }, 900_000);

  it('with a GPT has nothing for a BIOS, which is known at once', async () => {
    for (const name of ['a.vhdx', 'bare.img']) {
      const begun = Date.now();
      const checked = await runCli(['check', join(base, name), '--boot', 'bios']);
      expect(Date.now() - begun).toBeLessThan(60_000);
      expect(checked.code).toBe(4);
      const result = checked.lines.find(({ type }) => type === 'result');
      const boot = (result?.['checks'] as CheckResult[]).find(({ id }) => id === 'boot.bios');
      expect(boot).toMatchObject({ status: 'fail' });
      expect(boot?.next).toContain('UEFI only');
    }
  });

  it('of one file takes over the volume that was unpacked, where the file system can do that', async () => {
    const disk = join(base, 'ext4');
    const folder = join(base, 'shifts blocks');
    await mkdir(folder);
    await writeFile(disk, '');
    await exec('truncate', ['--size', String(4 * GiB), disk]);
    await tool('mkfs.ext4', '-q', disk);
    await tool('mount', '-o', 'loop', disk, folder);
    try {
      const adopted = join(folder, 'adopted.vhdx');
      const size = ['--size', '1504M'];
      const path = await recipe('mbr', 'none');
      const work = { workFolder: join(folder, 'work') };
      const first = await make(path, [adopted], size, work);
      expect(first.code, first.stderr + first.stdout).toBe(0);
      const copied = join(folder, 'copied.vhdx');
      const second = await make(path, [copied], size, { ...work, hide: ['/usr/bin/fallocate'] });
      expect(second.code, second.stderr + second.stdout).toBe(0);
      // What is written of a volume that was taken over is what this stick alone has.
      const [little, all] = [copiedBytes(first), copiedBytes(second)];
      expect(little).toBeLessThan(all / 2);
      for (const target of [adopted, copied]) {
        await requireGood(target);
        expect(await tool('qemu-img', 'check', '-f', 'vhdx', target)).toContain('No errors');
        const raw = join(base, 'disk.raw');
        await tool('qemu-img', 'convert', '-f', 'vhdx', '-O', 'raw', target, raw);
        await requireWindows(await partitionFile(raw, 1, join(base, 'windows.ntfs')));
      }
    } finally {
      await tool('umount', folder);
    }
  });

  it('does not take the place of a file that the stick is made of', async () => {
    const target = join(base, 'answers.vhdx');
    const answers = '<unattend xmlns="urn:schemas-microsoft-com:unattend"/>';
    await writeFile(target, answers);
    const path = join(base, 'own answers.json');
    const asked = JSON.parse(await readFile(await recipe('gpt', 'none'), 'utf8')) as WindowsRecipe;
    asked.windows.answers.answerFile = target;
    await writeFile(path, JSON.stringify(asked));
    const made = await make(path, [target], ['--size', '1504M']);
    expect(made.error, made.stderr).toMatchObject({ code: 'target/refused' });
    expect(await readFile(target, 'utf8')).toBe(answers);
  });

  it.each(['.unfinished', ''])('leaves no file%s when it can’t be made', async (suffix) => {
    const target = join(base, 'small.vhdx');
    const made = await make(await recipe('gpt', 'none'), [target], ['--size', '64M']);
    expect(made.error).toMatchObject({ code: 'target/too-small' });
    await expect(readFile(`${target}${suffix}`)).rejects.toThrow('ENOENT');
  });
});
