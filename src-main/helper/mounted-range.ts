import { setTimeout as wait } from 'node:timers/promises';
import { messageOf, StickError, stickError } from '../../src-shared/errors';
import type { ByteRange } from '../disk/extent';
import { runTool } from '../host/run-tool';
import { stopIfCancelled } from './cancel';
import type { FileSystemName } from './file-system-names';
import { fileSystemOn, planMount, type MountPlan } from './file-systems';
import { startFuseDaemon, type FuseDaemon } from './fuse-daemon';
import type { HeldDrive } from './opened-target';
import { attachLoopDevice, statOfDrive, type LoopDevice } from './loop-device';
import { isMounted, makeMountFolder, mountAccess, removeMountFolder } from './mount-folder';
import { refuseUnclean } from './unclean';

/** Programs that look at everything new, such as one that makes previews, may take this long. */
const TRIES = 20;
const BETWEEN_TRIES_MS = 150;

export interface MountHow {
  readOnly: boolean;
  /** Whose the files are. */
  user: { uid: number; gid: number };
}

/** A part of a disk whose file system is mounted. */
export interface MountedRange {
  readonly path: string;
  readonly fileSystem: FileSystemName;
  readonly driver: 'kernel' | 'fuse';
  readonly unclean: boolean;
  /**
   * Flushes, unmounts and forgets what is in memory of it. Throws `mount/busy` while somebody uses it, and
   * can be tried again then; `mount/failed`, `io/write`.
   */
  unmount(): Promise<void>;
  /** The same, for the last time: what is in use goes as soon as it isn't any more; `mount/busy` tells so. */
  letGo(): Promise<void>;
}

/**
 * Mounts the file system in a part of a disk that is held open. Throws `mount/…`, `tool/missing`,
 * `tool/failed`, `target/changed`, `cancelled`; nothing is mounted then.
 */
export async function mountRange(
  disk: HeldDrive,
  range: ByteRange,
  how: MountHow,
  signal: AbortSignal,
): Promise<MountedRange> {
  stopIfCancelled(signal);
  // What others wrote through the nodes of partitions is not what is kept in memory of the whole disk.
  await runTool('blockdev', ['--flushbufs', disk.path]);
  const loop = await attachLoopDevice({
    path: disk.path,
    stat: () => statOfDrive(disk),
    range,
    readOnly: how.readOnly,
  });
  try {
    const target = disk.path;
    const fileSystem = await fileSystemOn(loop.path, target);
    const plan = await planMount(fileSystem, { ...how, target });
    const unclean = await refuseUnclean(fileSystem, loop, { target, readOnly: how.readOnly });
    stopIfCancelled(signal);
    const path = await makeMountFolder();
    const daemon = await mountAt(path, loop, plan, target);
    const mounted = mountedAt(path, { disk, loop, daemon });
    try {
      stopIfCancelled(signal);
      await refuseUnwritable(path, { target, readOnly: how.readOnly });
    } catch (error) {
      await mounted.letGo();
      throw error;
    }
    return { path, fileSystem, driver: plan.driver.kind, unclean, ...mounted };
  } catch (error) {
    // What went wrong first is what matters.
    await loop.detach().catch(() => undefined);
    throw error;
  }
}

/** Some drivers mount for reading only what they don't trust, and don't say so. */
async function refuseUnwritable(
  path: string,
  { target, readOnly }: { target: string; readOnly: boolean },
): Promise<void> {
  if (readOnly || (await mountAccess(path)) === 'write') return;
  const message = 'its driver opens it for reading only';
  throw stickError('mount/unclean', { target, message });
}

async function mountAt(
  path: string,
  loop: LoopDevice,
  { driver, options }: MountPlan,
  target: string,
): Promise<FuseDaemon | null> {
  try {
    if (driver.kind === 'fuse') {
      const argv = [...driver.argv, '-o', options.join(','), loop.path, path] as const;
      const daemon = await startFuseDaemon(argv, path, target);
      // Not every program passes on what the kernel is to forbid.
      const flags = ['remount', 'bind', 'nosuid', 'nodev', 'noexec'];
      await runTool('mount', ['--options', flags.join(','), '--', path]);
      return daemon;
    }
    const mount = ['--internal-only', '--types', driver.type, '--options', options.join(',')];
    await runTool('mount', [...mount, '--', loop.path, path]);
    return null;
  } catch (error) {
    if (await isMounted(path)) await runTool('umount', ['--', path]).catch(() => undefined);
    await removeMountFolder(path).catch(() => undefined);
    if (!(error instanceof StickError) || error.code !== 'tool/failed') throw error;
    const message = String(error.params['message'] ?? error.message);
    const detail = error.detail ?? messageOf(error);
    throw stickError('mount/failed', { target, message }, { detail, cause: error });
  }
}

function mountedAt(
  path: string,
  { disk, loop, daemon }: { disk: HeldDrive; loop: LoopDevice; daemon: FuseDaemon | null },
): Pick<MountedRange, 'unmount' | 'letGo'> {
  const busy = () => stickError('mount/busy', { target: disk.path, path });
  const afterUnmounting = async (): Promise<void> => {
    await removeMountFolder(path);
    const trouble = (await daemon?.ended) ?? null;
    try {
      await loop.detach();
    } finally {
      // What is read next comes from the disk.
      await runTool('blockdev', ['--flushbufs', disk.path]);
    }
    if (trouble === null) return;
    const message = `the program that wrote it ended badly: ${trouble}`;
    throw stickError('mount/failed', { target: disk.path, message });
  };
  return {
    async unmount() {
      if (!(await unmounted(path))) throw busy();
      await afterUnmounting();
    },
    async letGo() {
      if (await unmounted(path)) return afterUnmounting();
      await runTool('umount', ['--lazy', '--', path]);
      await removeMountFolder(path);
      // The loop device goes with the last file.
      await loop.handle.close();
      throw busy();
    },
  };
}

/** Unmounts as soon as nobody uses it; false when somebody does for too long. */
async function unmounted(path: string): Promise<boolean> {
  for (let tries = 1; await isMounted(path); tries += 1) {
    try {
      await runTool('umount', ['--', path]);
    } catch (error) {
      if (!(error instanceof StickError) || error.code !== 'tool/failed') throw error;
      if (tries >= TRIES) return false;
      await wait(BETWEEN_TRIES_MS);
    }
  }
  return true;
}
