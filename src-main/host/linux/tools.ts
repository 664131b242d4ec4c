import { stickError, type StickError } from '../../../src-shared/errors';
import { findProgram } from '../find-program';
import { installCommand, thisFamily, type Family } from './distribution';
import { findDriver, type MountDriver } from './find-driver';
import { findFile, findLibrary } from './find-library';

/** One thing that this program uses but doesn't bring along. */
export interface Tool {
  /** Name of the program, soname of the library, or a word for a set of files. */
  name: string;
  /** What it is needed for; completes “is needed to …”. */
  purpose: string;
  /** Without it no stick can be made. */
  required: boolean;
  packages: Partial<Record<Exclude<Family, 'unknown'>, string>> & { debian: string };
  /** How its presence is found out. A program is the default. */
  kind:
    | { type: 'program'; versionArgs: string[] }
    | { type: 'library' }
    | { type: 'files'; paths: string[] }
    | ({ type: 'driver' } & MountDriver);
}

const utilLinux = {
  debian: 'util-linux',
  fedora: 'util-linux',
  arch: 'util-linux',
  suse: 'util-linux',
};

const ntfsPackages = {
  debian: 'ntfs-3g',
  fedora: 'ntfsprogs',
  arch: 'ntfs-3g',
  suse: 'ntfsprogs',
};

const e2fsprogs = {
  debian: 'e2fsprogs',
  fedora: 'e2fsprogs',
  arch: 'e2fsprogs',
  suse: 'e2fsprogs',
};

export const tools: readonly Tool[] = [
  {
    name: 'mkntfs',
    purpose: 'format the Windows partition',
    required: true,
    packages: ntfsPackages,
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  {
    name: 'ntfscp',
    purpose: 'put changed files into the Windows partition',
    required: true,
    packages: ntfsPackages,
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  {
    name: 'libwim.so.15',
    purpose: 'unpack Windows',
    required: true,
    packages: { debian: 'wimtools', fedora: 'wimlib', arch: 'wimlib', suse: 'libwim15' },
    kind: { type: 'library' },
  },
  {
    name: 'libhivex.so.0',
    purpose: 'change the registry of the Windows on the stick',
    required: true,
    packages: { debian: 'libhivex0', fedora: 'hivex-libs', arch: 'hivex', suse: 'libhivex0' },
    kind: { type: 'library' },
  },
  {
    name: 'lsblk',
    purpose: 'list drives',
    required: true,
    packages: utilLinux,
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  {
    name: 'mke2fs',
    purpose: 'make a file in which a live Linux keeps its changes',
    required: false,
    packages: e2fsprogs,
    kind: { type: 'program', versionArgs: ['-V'] },
  },
  {
    name: 'e2fsck',
    purpose: 'check a file in which a live Linux keeps its changes',
    required: false,
    packages: e2fsprogs,
    kind: { type: 'program', versionArgs: ['-V'] },
  },
  {
    name: 'resize2fs',
    purpose: 'enlarge a file in which a live Linux keeps its changes',
    required: false,
    packages: e2fsprogs,
    kind: { type: 'program', versionArgs: ['-V'] },
  },
  {
    name: 'losetup',
    purpose: 'unpack Windows straight onto a drive, and make or change a Ventoy stick',
    required: false,
    packages: { debian: 'mount', fedora: 'util-linux', arch: 'util-linux', suse: 'util-linux' },
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  ...(['unshare', 'setpriv'] as const).map((name): Tool => ({
    name,
    purpose: 'run Ventoy’s own program where it can’t touch other drives',
    required: false,
    packages: utilLinux,
    kind: { type: 'program', versionArgs: ['--version'] },
  })),
  {
    name: 'partx',
    purpose: 'find the partitions of a Ventoy stick',
    required: false,
    packages: utilLinux,
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  {
    name: 'blkid',
    purpose: 'tell the file system of a Ventoy stick',
    required: false,
    packages: utilLinux,
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  {
    name: 'blockdev',
    purpose: 'read a Ventoy stick back from the drive itself',
    required: false,
    packages: utilLinux,
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  {
    name: 'parted',
    purpose: 'let Ventoy’s own program make partitions',
    required: false,
    packages: { debian: 'parted', fedora: 'parted', arch: 'parted', suse: 'parted' },
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  ...(['xz', 'xzcat'] as const).map((name): Tool => ({
    name,
    purpose: 'let Ventoy’s own program unpack what it writes',
    required: false,
    packages: { debian: 'xz-utils', fedora: 'xz', arch: 'xz', suse: 'xz' },
    kind: { type: 'program', versionArgs: ['--version'] },
  })),
  {
    name: 'mkfs.vfat',
    purpose: 'let Ventoy’s own program make its second partition',
    required: false,
    packages: {
      debian: 'dosfstools',
      fedora: 'dosfstools',
      arch: 'dosfstools',
      suse: 'dosfstools',
    },
    kind: { type: 'program', versionArgs: ['--help'] },
  },
  {
    name: 'exfat-driver',
    purpose: 'copy files onto a Ventoy stick whose data partition is exFAT',
    required: false,
    packages: {
      debian: 'exfat-fuse',
      fedora: 'fuse-exfat',
      arch: 'exfat-utils',
      suse: 'fuse-exfat',
    },
    kind: { type: 'driver', module: 'exfat', program: 'mount.exfat-fuse' },
  },
  {
    name: 'ntfs-driver',
    purpose: 'copy files onto a Ventoy stick whose data partition is NTFS',
    required: false,
    packages: { ...ntfsPackages, fedora: 'ntfs-3g', suse: 'ntfs-3g' },
    kind: { type: 'driver', module: 'ntfs3', program: 'ntfs-3g' },
  },
  {
    name: 'fuse',
    purpose: 'copy files onto a Ventoy stick where the kernel has no driver for it',
    required: false,
    packages: { debian: 'fuse3', fedora: 'fuse3', arch: 'fuse3', suse: 'fuse3' },
    kind: { type: 'files', paths: ['/dev/fuse'] },
  },
  {
    name: 'pkexec',
    purpose: 'ask for administrator rights before writing to a drive',
    required: false,
    packages: { debian: 'pkexec', fedora: 'polkit', arch: 'polkit', suse: 'pkexec' },
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  {
    name: 'wimlib-imagex',
    purpose: 'make a practice image',
    required: false,
    packages: { debian: 'wimtools', fedora: 'wimlib-utils', arch: 'wimlib', suse: 'wimtools' },
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  {
    name: 'genisoimage',
    purpose: 'make a practice image',
    required: false,
    packages: { debian: 'genisoimage', fedora: 'genisoimage', suse: 'mkisofs' },
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  {
    name: 'grub-mkimage',
    purpose: 'make the stand-in boot files of a practice image',
    required: false,
    packages: {
      debian: 'grub-common',
      fedora: 'grub2-tools-minimal',
      arch: 'grub',
      suse: 'grub2',
    },
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  {
    name: 'grub-efi-modules',
    purpose: 'make the stand-in boot files of a practice image',
    required: false,
    packages: {
      debian: 'grub-efi-amd64-bin',
      fedora: 'grub2-efi-x64-modules',
      arch: 'grub',
      suse: 'grub2-x86_64-efi',
    },
    kind: {
      type: 'files',
      paths: ['/usr/lib/grub/x86_64-efi/kernel.img', '/usr/share/grub2/x86_64-efi/kernel.img'],
    },
  },
  {
    name: 'grub-pc-modules',
    purpose: 'make the stand-in boot files of a practice image',
    required: false,
    packages: {
      debian: 'grub-pc-bin',
      fedora: 'grub2-pc-modules',
      arch: 'grub',
      suse: 'grub2-i386-pc',
    },
    kind: {
      type: 'files',
      paths: ['/usr/lib/grub/i386-pc/boot.img', '/usr/share/grub2/i386-pc/boot.img'],
    },
  },
  {
    name: 'qemu-system-x86_64',
    purpose: 'start a stick in a virtual machine',
    required: false,
    packages: {
      debian: 'qemu-system-x86',
      fedora: 'qemu-system-x86',
      arch: 'qemu-system-x86',
      suse: 'qemu-x86',
    },
    kind: { type: 'program', versionArgs: ['--version'] },
  },
  {
    name: 'ovmf',
    purpose: 'start a stick in a virtual machine',
    required: false,
    packages: {
      debian: 'ovmf',
      fedora: 'edk2-ovmf',
      arch: 'edk2-ovmf',
      suse: 'qemu-ovmf-x86_64',
    },
    kind: {
      type: 'files',
      paths: [
        '/usr/share/OVMF/OVMF_CODE_4M.fd',
        '/usr/share/OVMF/OVMF_CODE.fd',
        '/usr/share/edk2/ovmf/OVMF_CODE.fd',
        '/usr/share/edk2/x64/OVMF_CODE.4m.fd',
        '/usr/share/qemu/ovmf-x86_64-code.bin',
      ],
    },
  },
  {
    name: 'ovmf-secure-boot',
    purpose: 'start a stick in a virtual machine with Secure Boot',
    required: false,
    packages: { debian: 'ovmf', fedora: 'edk2-ovmf', suse: 'qemu-ovmf-x86_64' },
    kind: {
      type: 'files',
      paths: [
        '/usr/share/OVMF/OVMF_VARS_4M.ms.fd',
        '/usr/share/OVMF/OVMF_VARS.ms.fd',
        '/usr/share/edk2/ovmf/OVMF_VARS.secboot.fd',
        '/usr/share/qemu/ovmf-x86_64-smm-ms-vars.bin',
      ],
    },
  },
];

/** Absolute path of the program, library or first file found; null when it isn't there. */
export async function findTool(tool: Pick<Tool, 'name' | 'kind'>): Promise<string | null> {
  switch (tool.kind.type) {
    case 'program':
      return findProgram(tool.name);
    case 'library':
      return findLibrary(tool.name);
    case 'files':
      return findFile(tool.kind.paths);
    case 'driver':
      return findDriver(tool.kind);
  }
}

/** `tool/missing`, with what the tool is for and the command that installs it here. */
export async function toolMissing(name: string): Promise<StickError> {
  const tool = tools.find(
    ({ name: known, kind }) => known === name || (kind.type === 'driver' && kind.program === name),
  );
  const install = tool
    ? await installText(tool)
    : `your package manager (the package that contains ${name})`;
  const purpose = tool?.purpose ?? 'do this';
  return stickError('tool/missing', { tool: name, purpose, install });
}

/** The command that installs a tool on this computer. */
export async function installText(tool: Tool): Promise<string> {
  const family = await thisFamily();
  const packages = family === 'unknown' ? undefined : tool.packages[family];
  return packages === undefined
    ? installCommand('unknown', tool.packages.debian)
    : installCommand(family, packages);
}

/** Throws `tool/missing` for the first of the named tools that this computer lacks. */
export async function requireTools(names: readonly string[]): Promise<void> {
  for (const name of names) {
    const tool = tools.find((candidate) => candidate.name === name);
    const found = tool ? await findTool(tool) : await findProgram(name);
    if (found === null) throw await toolMissing(name);
  }
}
