import type { VentoyPlan } from '../../../src-shared/plan';

const forEvery = ['losetup', 'blkid', 'setpriv'];
const forInstalling = ['unshare', 'partx', 'parted', 'xz', 'xzcat', 'mkfs.vfat'];
const forNtfs = ['mkntfs', 'ntfscp', 'ntfs-driver'];
const forWindows = ['libwim.so.15', 'libhivex.so.0'];
const forPersistence = ['mke2fs', 'e2fsck', 'resize2fs'];

/** Names of the tools that a plan needs on this computer, as the host's requireTools takes them. */
export function requiredTools({ install, windows, persistence }: VentoyPlan): string[] {
  // What a stick that is there holds is seen when it is mounted.
  const forFileSystem =
    install.way !== 'erase' ? [] : install.fileSystem === 'ntfs' ? forNtfs : ['exfat-driver'];
  return [
    ...forEvery,
    ...(install.way === 'none' ? [] : forInstalling),
    ...forFileSystem,
    ...(windows ? forWindows : []),
    ...(persistence.length > 0 ? forPersistence : []),
  ];
}
