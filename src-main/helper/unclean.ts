import { stickError } from '../../src-shared/errors';
import { runTool } from '../host/run-tool';
import type { FileSystemName } from './file-system-names';
import type { LoopDevice } from './loop-device';
import { readFully } from './medium';

/** Where the boot sector of an exFAT volume has its VolumeFlags (exFAT specification, section 3.1.13), in bytes. */
const EXFAT_FLAGS = 106;
const EXFAT_DIRTY = 0x02;
/** ntfs-3g.probe(8): what its exit codes say of a volume that Windows has left open. */
const NTFS_HIBERNATED = 14;
const NTFS_UNCLEAN = 15;
const NTFS_PROBE_CODES = Array.from({ length: 22 }, (_, code) => code);

/**
 * Whether a file system wasn't closed properly by whoever had it last. One of NTFS is then refused for
 * writing, because Windows may come back to what it remembers of it. exFAT has no journal and no such
 * memory: whoever pulls a stick out leaves it so, and adding files is no risk to others; a check is
 * for the person to decide. Throws `mount/unclean`.
 */
export async function refuseUnclean(
  name: FileSystemName,
  loop: LoopDevice,
  { target, readOnly }: { target: string; readOnly: boolean },
): Promise<boolean> {
  switch (name) {
    case 'exfat':
      return exfatIsDirty(loop);
    case 'ntfs': {
      const why = await ntfsTrouble(loop);
      if (why === null || readOnly) return why !== null;
      throw stickError('mount/unclean', { target, message: why });
    }
    default:
      // The kernel's drivers look for themselves.
      return false;
  }
}

async function exfatIsDirty(loop: LoopDevice): Promise<boolean> {
  const sector = Buffer.alloc(512);
  await readFully(loop.handle, sector, 0);
  return (sector.readUInt16LE(EXFAT_FLAGS) & EXFAT_DIRTY) !== 0;
}

async function ntfsTrouble(loop: LoopDevice): Promise<string | null> {
  const { code } = await runTool('ntfs-3g.probe', ['--readwrite', loop.path], {
    okCodes: NTFS_PROBE_CODES,
  });
  if (code === NTFS_HIBERNATED) return 'Windows is asleep on it (hibernation or fast startup)';
  return code === NTFS_UNCLEAN ? 'Windows has not closed it properly' : null;
}
