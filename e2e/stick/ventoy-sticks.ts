import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  rmdir,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { madeOnce } from '../../src-main/cli/made-once-testing';
import { runCli, type CliOptions, type CliRun } from '../../src-main/cli/testing';
import { attachLoop, type LoopDevice } from '../../src-main/helper/test-support/loop-device';
import { sparseHash } from '../../src-main/host/linux/test-support/sparse-file';
import type { VentoyReport, VentoyStickReport } from '../../src-shared/job';
import { MiB, SECTOR } from '../../src-shared/units';
import { makeStandInVentoy } from '../stand-in-ventoy/make.mjs';
import { variationScript, type Variations } from '../stand-in-ventoy/variations.mjs';

/*
 * Ventoy sticks made by the built command line from a stand-in for a release, and the tools of other people that look
 * at them.
 */

const exec = promisify(execFile);
const ENV = { STICKSMITH_ALLOW_LOOP: '1' };
/** Small, so that a whole disk is hashed in a second. */
const DISK_BYTES = 160 * MiB;
/** What a helper makes carries its process id. */
const HELPERS_OWN = /sticksmith-(?:ventoy|mount)-(\d+)-/g;

/** Runs a program and returns what it prints. */
export async function tool(name: string, ...args: string[]): Promise<string> {
  const options = { env: { ...process.env, LC_ALL: 'C.UTF-8' }, maxBuffer: 64 * MiB };
  return (await exec(name, args, options)).stdout;
}

export async function sha256(path: string): Promise<string> {
  return (await tool('sha256sum', '--binary', '--zero', path)).slice(0, 64);
}

export interface Partition {
  startLba: number;
  sectors: number;
  type: string;
  name: string | undefined;
  attributes: string | undefined;
  active: boolean;
}

/** What sfdisk reads. */
export async function partitions(disk: string): Promise<Partition[]> {
  const { partitiontable } = JSON.parse(await tool('sfdisk', '--json', disk)) as {
    partitiontable: {
      partitions: {
        start: number;
        size: number;
        type: string;
        name?: string;
        attrs?: string;
        bootable?: boolean;
      }[];
    };
  };
  return partitiontable.partitions.map(({ start, size, type, name, attrs, bootable }) => ({
    startLba: start,
    sectors: size,
    type,
    name,
    attributes: attrs,
    active: bootable ?? false,
  }));
}

export async function partitionAt(disk: string, index: number): Promise<Partition> {
  const found = (await partitions(disk))[index];
  if (!found) throw new Error(`${disk} has no partition ${String(index + 1)}`);
  return found;
}

/** A loop device over one partition of a disk, for tools that know no partitions. */
export async function withPartition<T>(
  disk: string,
  index: number,
  see: (device: string) => Promise<T>,
  { write = false } = {},
): Promise<T> {
  const { startLba, sectors } = await partitionAt(disk, index);
  const range = ['--offset', String(startLba * SECTOR), '--sizelimit', String(sectors * SECTOR)];
  const mode = write ? [] : ['--read-only'];
  const device = (await tool('losetup', '--find', '--show', ...mode, ...range, disk)).trim();
  try {
    return await see(device);
  } finally {
    await tool('blockdev', '--flushbufs', device);
    await tool('losetup', '--detach', device);
  }
}

const mounters: Record<string, readonly string[]> = {
  exfat: ['mount.exfat-fuse'],
  ntfs: ['ntfs-3g'],
  ext4: ['mount', '-t', 'ext4'],
};

/** The first partition, mounted without any code of ours. */
export async function mounted<T>(
  disk: string,
  see: (folder: string) => Promise<T>,
  { write = false } = {},
): Promise<T> {
  const mount = async (device: string): Promise<T> => {
    const type = (await tool('blkid', '--probe', '-s', 'TYPE', '-o', 'value', device)).trim();
    const [program = '', ...args] = mounters[type] ?? [];
    const folder = await mkdtemp(join(tmpdir(), 'sticksmith-seen-'));
    await exec(program, [...args, '-o', write ? 'rw' : 'ro', device, folder]);
    try {
      return await see(folder);
    } finally {
      await tool('umount', folder);
      await rmdir(folder);
    }
  };
  return withPartition(disk, 0, mount, { write });
}

/** A hash of all that is on a disk, to compare with a later one of the same disk. */
export async function diskHash(disk: string): Promise<string> {
  await tool('sync', disk);
  return (await stat(disk)).isFile() ? sparseHash(disk) : sha256(disk);
}

/** The SHA-256 of one partition of a disk. */
export async function partitionHash(disk: string, index: number): Promise<string> {
  await tool('sync', disk);
  return withPartition(disk, index, sha256);
}

/** The file systems of both partitions are whole, for fsck.exfat or ntfsfix and fsck.fat. */
export async function requireSoundFileSystems(disk: string): Promise<void> {
  await withPartition(disk, 0, async (device) => {
    const type = (await tool('blkid', '--probe', '-s', 'TYPE', '-o', 'value', device)).trim();
    if (type === 'ntfs') expect(await tool('ntfsfix', '-n', device)).toContain('successfully');
    else expect(await tool('fsck.exfat', '-n', device)).toContain('clean');
  });
  await withPartition(disk, 1, (device) => tool('fsck.fat', '-n', device));
}

/** Names in a folder of VTOYEFI, by mtools. */
export async function efiNames(disk: string, folder: string): Promise<string[]> {
  const listed = await withPartition(disk, 1, (device) => tool('mdir', '-b', '-i', device, folder));
  return listed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/^.*\//, ''));
}

/** By what is on VTOYEFI, as Ventoy's script tells it. */
export async function supportsSecureBoot(disk: string): Promise<boolean> {
  return (await efiNames(disk, '::/EFI/BOOT')).includes('grubx64_real.efi');
}

/** By the menu's own file, as Ventoy's script tells it. */
export async function versionOn(disk: string): Promise<string | undefined> {
  const text = await withPartition(disk, 1, (device) =>
    tool('mtype', '-i', device, '::/grub/grub.cfg'),
  );
  return /VENTOY_VERSION="([^"]*)"/.exec(text)?.[1];
}

export function reportOf(run: CliRun): VentoyReport {
  const result = run.lines.find(({ type }) => type === 'result');
  if (!result) throw new Error(`no result: ${run.stdout}${run.stderr}`);
  return result['report'] as VentoyReport;
}

/** The one stick of a run that must have succeeded. */
export function stickOf(run: CliRun): VentoyStickReport {
  expect(run.error, run.stderr).toBeUndefined();
  const { sticks, failed } = reportOf(run);
  expect(failed).toEqual([]);
  expect(sticks).toHaveLength(1);
  const [stick] = sticks as [VentoyStickReport];
  expect(stick.checks.filter(({ status }) => status === 'fail')).toEqual([]);
  return stick;
}

/** True once, for the first line that tells of work done in this phase. */
export function firstWork(phase: string): (line: Record<string, unknown>) => boolean {
  let seen = false;
  return (line) => {
    if (seen || line['type'] !== 'progress' || line['phase'] !== phase) return false;
    seen = Number(line['doneBytes']) > 0;
    return seen;
  };
}

/** Puts a stand-in for Ventoy 1.1.17 into a folder; returns the path of its archive for Linux. */
export async function standInRelease(folder: string): Promise<string> {
  await madeOnce('ventoy-1.1.17', (place) => makeStandInVentoy({ folder: place }), folder);
  return join(folder, 'ventoy-1.1.17-linux.tar.gz');
}

/** What the tests of one file share. */
export class VentoySticks {
  private readonly attached: LoopDevice[] = [];
  private releases = 0;
  /** What others left behind earlier. */
  private known: readonly string[] = [];

  private constructor(
    /** For files of the tests; removed at the end. */
    readonly folder: string,
    /** The archive of a stand-in for Ventoy 1.1.17. */
    readonly release: string,
  ) {}

  static async begin(): Promise<VentoySticks> {
    const folder = await mkdtemp(join(tmpdir(), 'sticksmith-whole-ventoy-'));
    const sticks = new VentoySticks(folder, await standInRelease(join(folder, 'release')));
    sticks.known = await sticks.leftovers();
    return sticks;
  }

  /** A stand-in for another version, in a folder of its own. */
  async releaseOf(version: string): Promise<string> {
    return (await makeStandInVentoy({ folder: await this.releaseFolder(), version })).linux;
  }

  /** A release whose script misbehaves: another one packed again, which takes a tenth of the time of making one. */
  async misbehaving(variations: Variations, from = this.release): Promise<string> {
    const folder = await this.releaseFolder();
    await tool('tar', '-C', folder, '-xzf', from);
    const [name = ''] = await readdir(folder);
    await writeFile(join(folder, name, 'tool/stand-in-variations'), variationScript(variations));
    const archive = join(folder, basename(from));
    await tool('tar', '-C', folder, '-czf', archive, name);
    await rm(join(folder, name), { recursive: true });
    return archive;
  }

  private async releaseFolder(): Promise<string> {
    this.releases += 1;
    const folder = join(this.folder, `release-${String(this.releases)}`);
    await mkdir(folder);
    return folder;
  }

  /** A drive of zeros. */
  async loop(bytes = DISK_BYTES): Promise<string> {
    const drive = await attachLoop(bytes);
    this.attached.push(drive);
    return drive.path;
  }

  /** An image file of zeros. */
  async disk(name: string, bytes = DISK_BYTES): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, '');
    await truncate(path, bytes);
    return path;
  }

  async detachAll(): Promise<void> {
    for (const drive of this.attached.splice(0)) {
      await exec('partx', ['--delete', drive.path]).catch(() => undefined);
      await drive.detach();
    }
  }

  async end(): Promise<void> {
    await this.detachAll();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** `make --kind ventoy` */
  make(target: string | readonly string[], args: readonly string[], options: CliOptions = {}) {
    const targets = [target].flat().flatMap((path) => ['--target', path]);
    return this.run(['make', '--kind', 'ventoy', ...targets, ...this.confirmed, ...args], options);
  }

  /** A fresh stick of the release, unless `args` says another. */
  fresh(target: string | readonly string[], args: readonly string[] = [], options?: CliOptions) {
    const release = args.includes('--ventoy-package') ? [] : ['--ventoy-package', this.release];
    return this.make(target, [...release, ...args], options);
  }

  /** `ventoy add|remove|rename|update|config` */
  change(what: string, target: string, args: readonly string[], options: CliOptions = {}) {
    return this.run(['ventoy', what, target, ...args, ...this.confirmed], options);
  }

  run(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
    const env = { ...ENV, XDG_CACHE_HOME: join(this.folder, 'cache'), ...options.env };
    return runCli(args, { ...options, env });
  }

  private get confirmed(): string[] {
    return ['--yes', '--work-dir', join(this.folder, 'work')];
  }

  /** A disc that is recognised as a live Debian, with random content of so many bytes. */
  async liveIso(name: string, bytes = 3 * MiB): Promise<string> {
    const tree = await mkdtemp(join(this.folder, 'tree-'));
    await mkdir(join(tree, 'live'));
    await mkdir(join(tree, '.disk'));
    await writeFile(join(tree, '.disk/info'), 'Debian GNU/Linux 13 "Trixie" live amd64\n');
    await writeFile(join(tree, 'live/filesystem.squashfs'), randomBytes(bytes));
    await writeFile(join(tree, 'live/vmlinuz'), randomBytes(64 * 1024));
    return this.iso(name, tree, 'd-live 13');
  }

  /** A disc with the files of a folder, which is removed. */
  async iso(name: string, tree: string, label: string): Promise<string> {
    const path = join(this.folder, name);
    await exec('xorriso', ['-as', 'mkisofs', '-V', label, '-r', '-J', '-o', path, tree]);
    await rm(tree, { recursive: true });
    return path;
  }

  /**
   * No process, loop device, mount or folder of an ended job is there any more. What belongs to a program that still
   * runs is another’s. Processes are given a moment to end.
   */
  async requireNothingLeft(): Promise<void> {
    let left = await this.leftovers();
    for (let tries = 0; left.length > 0 && tries < 20; tries += 1) {
      await wait(100);
      left = await this.leftovers();
    }
    expect(left).toEqual([]);
  }

  private async leftovers(): Promise<string[]> {
    const found = [
      ...(await this.leftProcesses()),
      ...(await this.leftLoops()),
      ...(await leftFolders()),
      ...(await leftFilesIn(join(this.folder, 'work'))),
    ];
    return found.filter((left) => !this.known.includes(left));
  }

  /** Everything started for a job has its own folder, or that of a helper, in its arguments or environment. */
  private async leftProcesses(): Promise<string[]> {
    const left: string[] = [];
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const about = await Promise.all(
        ['cmdline', 'environ'].map((name) =>
          readFile(`/proc/${pid}/${name}`, 'latin1').catch(() => ''),
        ),
      );
      const text = about.join('\0');
      const ofTheseTests = Number(pid) !== process.pid && text.includes(this.folder);
      if (ofTheseTests || ownersIn(text).some((owner) => !isRunning(owner))) {
        left.push(`process ${pid}: ${(about[0] ?? '').replaceAll('\0', ' ')}`);
      }
    }
    return left;
  }

  /** Devices over a file or drive of these tests, but for the drives themselves. */
  private async leftLoops(): Promise<string[]> {
    const printed = await tool('losetup', '--list', '--json', '--output', 'NAME,BACK-FILE');
    const { loopdevices } = JSON.parse(printed === '' ? '{"loopdevices":[]}' : printed) as {
      loopdevices: { name: string; 'back-file': string }[];
    };
    const drives = this.attached.map(({ path }) => path);
    return loopdevices
      .filter(
        ({ 'back-file': behind }) => behind.startsWith(this.folder) || drives.includes(behind),
      )
      .map(({ name, 'back-file': behind }) => `${name} over ${behind}`);
  }
}

function ownersIn(text: string): number[] {
  return [...text.matchAll(HELPERS_OWN)].map(([, pid]) => Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Folders that helpers made and mount things in, whose helper has ended. */
async function leftFolders(): Promise<string[]> {
  const parents = ['/run', '/var/tmp', tmpdir()];
  const names = await Promise.all(
    parents.map(async (parent) => (await readdir(parent)).map((name) => join(parent, name))),
  );
  const mounts = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n');
  const left = [...names.flat(), ...mounts];
  return left.filter((text) => ownersIn(text).some((owner) => !isRunning(owner)));
}

async function leftFilesIn(work: string): Promise<string[]> {
  const names = await readdir(work).catch(() => []);
  return names.filter((name) => name.startsWith('.')).map((name) => join(work, name));
}
