import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceIso } from '../../src-main/cli/testing';
import { copyRange } from '../../src-main/host/linux/test-support/sparse-file';
import { GiB, KiB, MiB, SECTOR } from '../../src-shared/units';
import type { VentoyRecipe } from '../../src-shared/ventoy-recipe';
import {
  VentoySticks,
  diskHash,
  mounted,
  partitionAt,
  requireSoundFileSystems,
  sha256,
  stickOf,
  tool,
  withPartition,
} from './ventoy-sticks';

let sticks: VentoySticks;
let image: string;
let windows: string;
let vhdBoot: string;
beforeAll(async () => {
  sticks = await VentoySticks.begin();
  image = await sticks.liveIso('debian-live.iso');
  windows = await practiceIso(join(sticks.folder, 'practice'), '8M');
  vhdBoot = join(sticks.folder, 'simulated_vhdboot.img');
  await writeFile(vhdBoot, Buffer.alloc(64 * KiB, 'simulated '));
});
afterAll(() => sticks.end());

const withWindows = (...more: string[]): string[] => [
  ...['--fs', 'ntfs', '--image', windows, '--edition', '1', '--vhd-boot', vhdBoot],
  ...more,
];

/** Every file that the image names has the hash that it names. */
async function requireWindowsFiles(volume: string): Promise<void> {
  const folder = await mkdtemp(join(sticks.folder, 'unpacked-'));
  await tool('7zz', 'x', '-y', '-bso0', '-bsp0', `-o${folder}`, volume).catch(() => '');
  const manifest = await readFile(join(folder, 'Windows/practice-manifest.txt'), 'utf8');
  const lines = manifest.split('\n').filter((line) => /^[0-9a-f]{64} {2}/.test(line));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const path = join(folder, line.slice(66));
    expect(await sha256(path), path).toBe(line.slice(0, 64));
  }
  await rm(folder, { recursive: true });
}

describe('Windows in a virtual disk on a Ventoy stick', () => {
  it('is whole as other tools read it, from the table to each file of Windows', async () => {
    const disk = await sticks.disk('windows.img', 2 * GiB);
    const made = stickOf(await sticks.fresh(disk, withWindows('--add', image, '--scheme', 'gpt')));
    expect(made.windows).toMatchObject({ path: 'Windows.vhdx' });
    expect(await tool('sgdisk', '--verify', disk)).toContain('No problems found');
    await requireSoundFileSystems(disk);
    const vhdx = join(sticks.folder, 'out.vhdx');
    await mounted(disk, async (folder) => {
      expect((await readdir(folder)).sort()).toEqual(
        ['Windows.vhdx', 'debian-live.iso', 'ventoy'].sort(),
      );
      expect(await sha256(join(folder, 'debian-live.iso'))).toBe(await sha256(image));
      const boot = join(folder, 'ventoy/ventoy_vhdboot.img');
      expect(await sha256(boot)).toBe(await sha256(vhdBoot));
      await tool('cp', '--sparse=always', join(folder, 'Windows.vhdx'), vhdx);
    });
    expect(await tool('qemu-img', 'check', '-f', 'vhdx', vhdx)).toContain('No errors');
    expect(await tool('vhdiinfo', vhdx)).toMatch(/Disk type\s*:\s+Fixed/);
    const raw = join(sticks.folder, 'out.raw');
    await tool('qemu-img', 'convert', '-f', 'vhdx', '-O', 'raw', vhdx, raw);
    expect((await partitionAt(raw, 0)).type).toBe('7');
    const { startLba, sectors } = await partitionAt(raw, 0);
    await withPartition(raw, 0, async (device) => {
      expect(await tool('ntfsfix', '-n', device)).toContain('successfully');
    });
    const volume = join(sticks.folder, 'inner.ntfs');
    await copyRange(raw, { startByte: startLba * SECTOR, bytes: sectors * SECTOR }, volume);
    await requireWindowsFiles(volume);
    for (const path of [vhdx, raw, volume]) await rm(path);
    await sticks.requireNothingLeft();
    const check = await sticks.run(['check', disk]);
    expect(check.code, check.stdout).toBe(0);
  });

  it.each<[string, string[], string]>([
    ['on exFAT', ['--fs', 'exfat'], 'plan/invalid'],
    ['without what starts it', ['--vhd-boot', '/nowhere/v.img'], 'ventoy/file-unreadable'],
    ['with less than starts it', ['--vhd-boot', __filename], 'ventoy/vhd-boot'],
    ['on too small a stick', [], 'target/too-small'],
    ['larger than the stick', ['--vhdx-size', '8G'], 'target/too-small'],
  ])('is refused %s, before anything is changed', async (_, more, code) => {
    const disk = await sticks.disk('small.img', 400 * MiB);
    const before = await diskHash(disk);
    const refused = await sticks.fresh(disk, withWindows(...more));
    expect(refused.error, refused.stderr).toMatchObject({ code, stick: 'untouched' });
    expect(await diskHash(disk)).toBe(before);
    if (code !== 'target/too-small') return;
    expect(refused.error?.params['actual']).toBe(400 * MiB);
    expect(Number(refused.error?.params['needed'])).toBeGreaterThan(400 * MiB);
  });
});

describe('a recipe for a Ventoy stick', () => {
  it('is the example, with files that are there, and makes what its dry run names', async () => {
    const folder = join(sticks.folder, 'recipe');
    await mkdir(folder);
    const printed = await sticks.run(['recipe', 'example', '--kind', 'ventoy']);
    const recipe = printed.lines.find(({ type }) => type === 'result')?.['recipe'] as VentoyRecipe;
    for (const [path, name] of [
      [image, 'debian-live.iso'],
      [windows, 'Win11_English_x64.iso'],
      [vhdBoot, 'ventoy_vhdboot.img'],
      [sticks.release, 'ventoy-linux.tar.gz'],
    ] as const) {
      await tool('cp', path, join(folder, name));
    }
    await writeFile(
      join(folder, 'unattend.xml'),
      '<unattend xmlns="urn:schemas-microsoft-com:unattend"/>',
    );
    // Smaller than a person would have it.
    const [persistence] = recipe.persistence;
    if (!persistence || !recipe.windows || recipe.install.way !== 'erase') throw new Error('other');
    persistence.bytes = 64 * MiB;
    recipe.windows.bytes = null;
    recipe.windows.edition.index = 1;
    recipe.install.reserveBytes = 64 * MiB;
    const path = join(folder, 'recipe.json');
    await writeFile(path, JSON.stringify(recipe));

    const disk = await sticks.disk('example.img', 2 * GiB);
    const before = await diskHash(disk);
    const args = ['make', '--recipe', path, '--target', disk, '--yes'];
    const work = ['--work-dir', join(sticks.folder, 'work')];
    const dry = await sticks.run([...args, ...work, '--dry-run']);
    expect(dry.error, dry.stderr).toBeUndefined();
    const result = dry.lines.find(({ type }) => type === 'result');
    const operations = (result?.['operations'] as string[]).join('\n');
    expect(operations).toContain(`sh Ventoy2Disk.sh -I -g -r 64 -s -L`);
    expect(operations).toContain('linux/debian-live.iso');
    expect(operations).toContain('Windows.vhdx');
    expect(await diskHash(disk)).toBe(before);

    const run = await sticks.run([...args, ...work]);
    const made = stickOf(run);
    expect(made.persistence).toMatchObject([{ image: 'linux/debian-live.iso' }]);
    await requireSoundFileSystems(disk);
    await mounted(disk, async (place) => {
      expect(await sha256(join(place, 'linux/debian-live.iso'))).toBe(await sha256(image));
      await tool('e2fsck', '-fn', join(place, made.persistence[0]?.path ?? ''));
      expect(JSON.parse(await readFile(join(place, 'ventoy/ventoy.json'), 'utf8'))).toMatchObject(
        recipe.config,
      );
    });
    await sticks.requireNothingLeft();
  });
});
