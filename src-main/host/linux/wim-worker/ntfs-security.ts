import koffi from 'koffi';
import { stickError } from '../../../../src-shared/errors';
import { loadLibrary } from './load-library';
import type { FoundPath } from './protocol';
import { folderDescriptor, privateFileDescriptor } from './security-descriptor';

/*
 * libntfs-3g is found through libwim, which is linked against it, so that its soname, which changes
 * from release to release, doesn't matter. The program ntfssecaudit can't be used: it insists on root.
 */
const library = loadLibrary('libwim.so.15');

const mount = library.func('void *ntfs_mount(const char *name, unsigned long flags)');
const unmount = library.func('int ntfs_umount(void *volume, bool force)');
const openInode = library.func(
  'void *ntfs_pathname_to_inode(void *volume, void *parent, const char *path)',
);
const closeInode = library.func('int ntfs_inode_close(void *inode)');
const setAcl = library.func(
  'int ntfs_set_ntfs_acl(void *context, void *inode, const void *value, size_t size, int flags)',
);

/** Larger than struct SECURITY_CONTEXT of any release; only its first member, the volume, is used. */
const CONTEXT_BYTES = 512;

/**
 * Gives files and folders of an NTFS volume in a file a security descriptor; they came from outside
 * of the image and would otherwise be open to everyone. Throws `wim/apply`.
 */
export function protect(volumePath: string, paths: readonly FoundPath[]): void {
  const volume = pointerOf(mount(volumePath, 0));
  if (volume === null) throw failed(volumePath, 'open the volume');
  try {
    for (const found of paths) protectOne(volume, found);
  } finally {
    unmount(volume, false);
  }
}

function protectOne(volume: bigint, { path, directory }: FoundPath): void {
  const inode = pointerOf(openInode(volume, null, path));
  if (inode === null) throw failed(path, 'find it in the volume');
  try {
    const context = Buffer.alloc(CONTEXT_BYTES);
    context.writeBigUInt64LE(volume, 0);
    const descriptor = directory ? folderDescriptor() : privateFileDescriptor();
    if (setAcl(context, inode, descriptor, descriptor.length, 0) !== 0) {
      throw failed(path, 'store the descriptor');
    }
  } finally {
    closeInode(inode);
  }
}

function pointerOf(value: unknown): bigint | null {
  return typeof value === 'bigint' && value !== 0n ? value : null;
}

function failed(path: string, step: string): Error {
  const reason = `errno ${String(koffi.errno())}`;
  return stickError('wim/apply', {
    message: `permissions could not be set on ${path}: could not ${step} (${reason})`,
  });
}
