import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runCli, type CliOptions, type CliRun } from '../../src-main/cli/testing';
import { attachLoop, type LoopDevice } from '../../src-main/helper/test-support/loop-device';
import type { VentoyReport } from '../../src-shared/job';
import { GiB, MiB, SECTOR } from '../../src-shared/units';
import { makeStandInVentoy } from '../stand-in-ventoy/make.mjs';

const exec = promisify(execFile);
const ENV = { STICKSMITH_ALLOW_LOOP: '1' };

let base: string;
let release: string;
let image: string;
const attached: LoopDevice[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-ventoy-'));
  ({ linux: release } = await makeStandInVentoy({ folder: join(base, 'release') }));
  image = await liveIso('debian-live.iso');
});
afterEach(async () => {
  for (const drive of attached.splice(0)) await drive.detach();
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function loop(bytes = GiB): Promise<string> {
  const drive = await attachLoop(bytes);
  attached.push(drive);
  return drive.path;
}

/** A disc that is recognised as a live Debian, with random content. */
async function liveIso(name: string): Promise<string> {
  const tree = join(base, `${name}.tree`);
  await mkdir(join(tree, 'live'), { recursive: true });
  await mkdir(join(tree, '.disk'));
  await writeFile(join(tree, '.disk/info'), 'Debian GNU/Linux 13 "Trixie" live amd64\n');
  await writeFile(join(tree, 'live/filesystem.squashfs'), randomBytes(6 * MiB));
  await writeFile(join(tree, 'live/vmlinuz'), randomBytes(64 * 1024));
  const iso = join(base, name);
  await exec('xorriso', ['-as', 'mkisofs', '-V', 'd-live 13', '-r', '-J', '-o', iso, tree]);
  return iso;
}

function make(target: string, args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const all = ['make', '--kind', 'ventoy', '--target', target, '--yes', ...args];
  return runCli([...all, '--work-dir', join(base, 'work')], {
    ...options,
    env: { ...ENV, ...options.env },
  });
}

function reportOf(run: CliRun): VentoyReport {
  const result = run.lines.find(({ type }) => type === 'result');
  if (!result) throw new Error(`no result: ${run.stdout}${run.stderr}`);
  return result['report'] as VentoyReport;
}

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** The first partition of a disk, mounted by exfat-fuse from a copy of its own. */
async function withData<T>(disk: string, see: (folder: string) => Promise<T>): Promise<T> {
  const { startLba, sectors } = (await partitions(disk))[0] ?? { startLba: 0, sectors: 0 };
  const copy = join(base, `${basename(disk)}-data`);
  const from = [`skip=${String(startLba * SECTOR)}`, `count=${String(sectors * SECTOR)}`];
  const how = ['bs=4M', 'conv=sparse', 'iflag=skip_bytes,count_bytes'];
  await exec('dd', [`if=${disk}`, `of=${copy}`, ...how, ...from]);
  const folder = await mkdtemp(join(base, 'mounted-'));
  await exec('mount.exfat-fuse', ['-o', 'ro,loop', copy, folder]).catch(() =>
    exec('mount.exfat-fuse', ['-o', 'ro', copy, folder]),
  );
  try {
    return await see(folder);
  } finally {
    await exec('umount', [folder]);
    await rm(copy);
  }
}

interface Partition {
  startLba: number;
  sectors: number;
  type: string;
}

async function partitions(disk: string): Promise<Partition[]> {
  const { stdout } = await exec('sfdisk', ['--json', disk]);
  const table = JSON.parse(stdout) as {
    partitiontable: { partitions: { start: number; size: number; type: string }[] };
  };
  return table.partitiontable.partitions.map(({ start, size, type }) => ({
    startLba: start,
    sectors: size,
    type,
  }));
}

describe('a fresh Ventoy stick', () => {
  it.each([['mbr'], ['gpt']] as const)('with %s on a drive', async (scheme) => {
    const drive = await loop();
    const run = await make(drive, [
      ...['--ventoy-package', release, '--scheme', scheme, '--label', 'STICK'],
      ...['--add', image, '--checksums', '--alias', `${basename(image)}=A live Debian`],
    ]);
    expect(run.error, run.stderr).toBeUndefined();
    const [stick] = reportOf(run).sticks;
    expect(stick).toMatchObject({
      ventoy: { state: 'whole', scheme, version: '1.1.17', secureBoot: true },
      files: [{ path: basename(image), sha256: await sha256(image) }],
    });
    expect(stick?.checks.every(({ status }) => status !== 'fail')).toBe(true);
    const [data, efi] = await partitions(drive);
    expect(data?.startLba).toBe(2048);
    expect(efi?.sectors).toBe(65536);
    await withData(drive, async (folder) => {
      expect(await sha256(join(folder, basename(image)))).toBe(await sha256(image));
      await exec('sha256sum', ['-c', `${basename(image)}.sha256`], { cwd: folder });
      expect(JSON.parse(await readFile(join(folder, 'ventoy/ventoy.json'), 'utf8'))).toEqual({
        menu_alias: [{ image: `/${basename(image)}`, alias: 'A live Debian' }],
      });
      expect((await readdir(folder)).sort()).toEqual(
        [basename(image), `${basename(image)}.sha256`, 'ventoy'].sort(),
      );
    });
  });

  it('in an image file, with reserved space and without Secure Boot', async () => {
    const disk = join(base, 'fresh.img');
    const run = await make(disk, [
      ...['--size', '1G', '--ventoy-package', release, '--no-secure-boot', '--reserve', '64M'],
      ...['--scheme', 'gpt'],
    ]);
    expect(run.error, run.stderr).toBeUndefined();
    const [stick] = reportOf(run).sticks;
    expect(stick?.ventoy).toMatchObject({ secureBoot: false, scheme: 'gpt' });
    const end = (await partitions(disk))[1];
    expect(end && end.startLba + end.sectors).toBeLessThanOrEqual((GiB - 64 * MiB) / SECTOR);
    expect(await stat(`${disk}.unfinished`).catch(() => null)).toBeNull();
  });
});
