import koffi from 'koffi';
import { stickError } from '../../../../src-shared/errors';
import { loadLibrary } from './load-library';
import type { FoundPath } from './protocol';
import {
  folderDescriptor,
  privateFileDescriptor,
  systemFileDescriptor,
  systemFolderDescriptor,
} from './security-descriptor';

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
const setAttributes = library.func(
  'int ntfs_set_ntfs_attrib(void *inode, const void *value, size_t size, int flags)',
);

/** [MS-FSCC] 2.6: hidden and system. */
const HIDDEN_SYSTEM = 0x06;
/** Larger than struct SECURITY_CONTEXT of any release; only its first member, the volume, is used. */
const CONTEXT_BYTES = 512;

/**
 * Gives files and folders of an NTFS volume in a file a security descriptor; they came from outside
 * of the image and would otherwise be open to everyone. Throws `wim/apply`.
 */
export function protect(volumePath: string, paths: readonly FoundPath[]): void {
  withInodes(volumePath, paths, (inode, { directory }) => {
    setDescriptor(inode, directory ? folderDescriptor() : privateFileDescriptor());
  });
}

/**
 * Gives files and folders of an NTFS volume in a file to the system alone, and the attributes hidden and system. Throws
 * `wim/apply`.
 */
export function giveToSystem(volumePath: string, paths: readonly FoundPath[]): void {
  const attributes = Buffer.alloc(4);
  attributes.writeUInt32LE(HIDDEN_SYSTEM, 0);
  withInodes(volumePath, paths, (inode, { path, directory }) => {
    setDescriptor(inode, directory ? systemFolderDescriptor() : systemFileDescriptor());
    if (setAttributes(inode.pointer, attributes, attributes.length, 0) !== 0) {
      throw failed(path, 'hide it');
    }
  });
}

/** A file or folder of an open volume; pointers. */
interface Inode {
  volume: bigint;
  pointer: bigint;
  path: string;
}

function withInodes(
  volumePath: string,
  paths: readonly FoundPath[],
  change: (inode: Inode, found: FoundPath) => void,
): void {
  const volume = pointerOf(mount(volumePath, 0));
  if (volume === null) throw failed(volumePath, 'open the volume');
  try {
    for (const found of paths) {
      const pointer = pointerOf(openInode(volume, null, found.path));
      if (pointer === null) throw failed(found.path, 'find it in the volume');
      try {
        change({ volume, pointer, path: found.path }, found);
      } finally {
        closeInode(pointer);
      }
    }
  } finally {
    unmount(volume, false);
  }
}

function setDescriptor({ volume, pointer, path }: Inode, descriptor: Buffer): void {
  const context = Buffer.alloc(CONTEXT_BYTES);
  context.writeBigUInt64LE(volume, 0);
  if (setAcl(context, pointer, descriptor, descriptor.length, 0) !== 0) {
    throw failed(path, 'store the descriptor');
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
