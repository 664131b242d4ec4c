import type { VentoyPlan } from '../../../src-shared/plan';

const forEvery = ['losetup', 'blkid', 'setpriv'];
const forInstalling = ['unshare', 'partx', 'parted', 'xzcat', 'mkfs.vfat'];
const forNtfs = ['mkntfs', 'ntfscp', 'ntfs-driver'];
const forWindows = ['libwim.so.15', 'libhivex.so.0'];
const forPersistence = ['mke2fs', 'e2fsck', 'resize2fs'];

/** Names of the tools that a plan needs on this computer, as the host's requireTools takes them. */
export function requiredTools({ install, windows, persistence }: VentoyPlan): string[] {
  const wantsNtfs = install.way === 'erase' && install.fileSystem === 'ntfs';
  return [
    ...forEvery,
    ...(install.way === 'none' ? [] : forInstalling),
    ...(wantsNtfs ? forNtfs : ['exfat-driver']),
    ...(windows ? forWindows : []),
    ...(persistence.length > 0 ? forPersistence : []),
  ];
}
