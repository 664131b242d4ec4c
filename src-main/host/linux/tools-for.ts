import { stickError } from '../../../src-shared/errors';
import type { ToolUse } from '../tool-use';
import { requireTools } from './tools';

const TOOLS: Readonly<Record<Exclude<ToolUse, 'encrypt-volume'>, readonly string[]>> = {
  'unpack-windows': ['mkntfs', 'ntfscp', 'libwim.so.15', 'libhivex.so.0'],
  'read-windows': ['libwim.so.15', 'libhivex.so.0'],
  'use-exfat': ['exfat-driver'],
  'make-ntfs': ['mkntfs', 'ntfscp', 'ntfs-driver'],
  mount: ['losetup', 'blkid', 'setpriv'],
  'run-ventoy': ['unshare', 'partx', 'parted', 'xz', 'xzcat', 'mkfs.vfat'],
  'make-ext4': ['mke2fs', 'e2fsck', 'resize2fs'],
};

/** Throws `tool/missing` for the first tool of a kind of work that this computer lacks, and `bitlocker/needs-windows`. */
export async function requireToolsFor(work: readonly ToolUse[]): Promise<void> {
  for (const use of work) {
    if (use === 'encrypt-volume') throw stickError('bitlocker/needs-windows', {});
    await requireTools(TOOLS[use]);
  }
}
