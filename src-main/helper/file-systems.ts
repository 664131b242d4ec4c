import { readFile } from 'node:fs/promises';
import { stickError } from '../../src-shared/errors';
import { requireProgram, runTool } from '../host/run-tool';
import type { FileSystemName } from './file-system-names';

/** How a file system can be mounted on this computer. */
export type Driver =
  | { kind: 'kernel'; type: string }
  /** A program that stays in the foreground while it is mounted. */
  | { kind: 'fuse'; argv: readonly [string, ...string[]] };

interface FileSystem {
  /** In order of preference. */
  drivers: readonly Driver[];
  /**
   * Its files belong to whom the mount options say; other file systems keep owners of their own, and only
   * root may do everything on them.
   */
  ownerOptions: ((user: { uid: number; gid: number }) => string[]) | null;
  /** Writing isn't what its drivers are good at. */
  readOnly: boolean;
}

/** Nobody but the user sees anything of it. */
const ownedByUser = ({ uid, gid }: { uid: number; gid: number }): string[] => [
  ...[`uid=${String(uid)}`, `gid=${String(gid)}`, 'dmask=077', 'fmask=177'],
];

const kernel = (type: string): Driver => ({ kind: 'kernel', type });
const posix = (type: string): FileSystem => ({
  drivers: [kernel(type)],
  ownerOptions: null,
  readOnly: false,
});

const fileSystems: Record<FileSystemName, FileSystem> = {
  exfat: {
    // The option that keeps it in the foreground makes it print what it does as well.
    drivers: [kernel('exfat'), { kind: 'fuse', argv: ['mount.exfat-fuse', '-d'] }],
    ownerOptions: ownedByUser,
    readOnly: false,
  },
  ntfs: {
    // It refuses what Windows has left open; the kernel's driver is younger.
    drivers: [
      { kind: 'fuse', argv: ['ntfs-3g', '-o', 'no_detach'] },
      { kind: 'kernel', type: 'ntfs3' },
    ],
    ownerOptions: ownedByUser,
    readOnly: false,
  },
  vfat: {
    drivers: [kernel('vfat')],
    ownerOptions: (user) => [...ownedByUser(user), 'utf8'],
    readOnly: false,
  },
  udf: {
    drivers: [kernel('udf')],
    ownerOptions: ({ uid, gid }) => [`uid=${String(uid)}`, `gid=${String(gid)}`, 'umask=277'],
    readOnly: true,
  },
  ext2: posix('ext2'),
  ext3: posix('ext3'),
  ext4: posix('ext4'),
  xfs: posix('xfs'),
  btrfs: posix('btrfs'),
};

/** What a block device holds, by blkid(8). Throws `mount/unsupported` for nothing, or what isn't known here. */
export async function fileSystemOn(device: string, target: string): Promise<FileSystemName> {
  const probe = ['--probe', '--usages', 'filesystem', '--match-tag', 'TYPE', '--output', 'value'];
  // 2: nothing is found. 8: more than one thing is.
  const { stdout, code } = await runTool('blkid', [...probe, '--', device], { okCodes: [0, 2, 8] });
  const type = stdout.trim();
  if (code === 0 && type in fileSystems) return type as FileSystemName;
  const messages: Record<number, string> = {
    0: `its file system is ${type}, which this program doesn’t know`,
    8: 'it looks like several file systems at once',
  };
  const message = messages[code] ?? 'it holds no file system';
  throw stickError('mount/unsupported', { target, message });
}

/** What is to be done to mount a file system. */
export interface MountPlan {
  driver: Driver;
  options: string[];
}

/**
 * Chooses a driver and options. Throws `mount/unsupported` when the user could do nothing with it, and
 * `tool/missing` when this computer has no driver.
 */
export async function planMount(
  name: FileSystemName,
  how: { readOnly: boolean; user: { uid: number; gid: number }; target: string },
): Promise<MountPlan> {
  const { drivers, ownerOptions, readOnly } = fileSystems[name];
  const unsupported = (message: string) =>
    stickError('mount/unsupported', { target: how.target, message });
  if (readOnly && !how.readOnly) throw unsupported(`${name} can only be read here`);
  if (!ownerOptions && how.user.uid !== 0) {
    throw unsupported(`files on ${name} belong to users, so that only root may change them`);
  }
  const options = ['nosuid', 'nodev', 'noexec', how.readOnly ? 'ro' : 'rw'];
  const owner = ownerOptions?.(how.user) ?? [];
  return { driver: await firstUsable(name, drivers), options: [...options, ...owner] };
}

async function firstUsable(name: string, drivers: readonly Driver[]): Promise<Driver> {
  for (const driver of drivers) if (await isUsable(driver)) return driver;
  const program = drivers.find((driver) => driver.kind === 'fuse');
  // Says how to install it.
  if (program) await requireProgram(program.argv[0]);
  throw stickError('tool/missing', {
    tool: `the kernel’s driver for ${name}`,
    purpose: 'open the partition of a stick',
    install: `a kernel that has it (module ${name})`,
  });
}

async function isUsable(driver: Driver): Promise<boolean> {
  if (driver.kind === 'fuse') {
    return requireProgram(driver.argv[0]).then(
      () => true,
      () => false,
    );
  }
  if (await kernelHas(driver.type)) return true;
  // Fails where modules can't be loaded or there is no such module.
  await runTool('modprobe', ['--quiet', '--', driver.type]).catch(() => undefined);
  return kernelHas(driver.type);
}

async function kernelHas(type: string): Promise<boolean> {
  const listed = await readFile('/proc/filesystems', 'utf8');
  return listed.split('\n').some((line) => line.split('\t')[1] === type);
}
