import { constants, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { isVhdxPath } from '../../src-shared/vhdx';
import { messageOf, stickError, type StickError } from '../../src-shared/errors';
import { errorCode } from '../io';
import { deviceNumbers, listDrives } from '../host/linux/drives';
import type { Drive } from '../../src-shared/drive';
import { openDriveForReading, openDriveForWriting } from './drive-medium';
import { unfinishedPath } from './image-file-medium';
import type { HeldDrive } from './opened-target';
import { attachLoopDevice, isBehindLoopDevice, type LoopDevice } from './loop-device';
import type { Medium, OpenMedium } from './medium';
import { ownMounts, unmountAll } from './own-mounts';
import { hidePartitions, showPartitions } from './partition-nodes';

/** Of open(2): a handle of the place alone, through which nothing can be read. Node has no name for it. */
const O_PATH = 0o10000000;

export interface DiskFileRequest {
  path: string;
  sizeBytes: number;
  /** `new`: the program has just made it, under the name of an unfinished one. */
  state: 'new' | 'existing';
  readOnly: boolean;
  /** Files that must survive. */
  protectedPaths: readonly string[];
}

/** An image file as a disk: a loop device that goes when this process ends. */
export interface DiskFile extends HeldDrive {
  /** Throws `target/changed`, `target/mounted`. */
  recheck(): Promise<void>;
  openForReading(): Promise<OpenMedium>;
  /** Claims it. */
  takeHold(): Promise<Medium>;
  /** Removes the loop device and its partitions. */
  release: () => Promise<void>;
}

/**
 * Makes a loop device of an image file. This process may open any file, the user may not: so only a
 * regular file of that user's own counts, with one name, and not through a symbolic link. What was
 * looked at is what must lie behind the device, whatever has become of the path.
 * Throws `target/not-found`, `permission/denied`, `target/…`, `tool/…`.
 */
export async function attachDiskFile(request: DiskFileRequest, userUid: number): Promise<DiskFile> {
  refuseVirtualDisk(request.path);
  const path = request.state === 'new' ? unfinishedPath(request.path) : request.path;
  const place = await openPlace(path);
  try {
    const found = await place.stat();
    refuseForeign(path, found, userUid);
    await refuseUnusable(request, found);
    const { readOnly } = request;
    const loop = await attachLoopDevice({
      path,
      stat: () => place.stat(),
      range: null,
      readOnly,
      partitions: true,
    });
    try {
      return await diskOf(request, loop, place);
    } catch (error) {
      await loop.detach().catch(() => undefined);
      throw error;
    }
  } catch (error) {
    await place.close();
    throw error;
  }
}

/** Its first MiB are no disk. Throws `target/unusable-path`. */
export function refuseVirtualDisk(path: string): void {
  if (!isVhdxPath(path)) return;
  const message = 'other programs can’t use a virtual disk as a drive; its name must end in .img';
  throw stickError('target/unusable-path', { target: path, message });
}

async function diskOf(
  request: DiskFileRequest,
  loop: LoopDevice,
  place: FileHandle,
): Promise<DiskFile> {
  const device = deviceNumbers((await loop.handle.stat()).rdev);
  const held = { path: loop.path, device };
  await showPartitions(held);
  // A desktop may have mounted what it found there. Nobody else can have: the device has just been made.
  await unmountAll(held);
  const drive = await driveOf(loop.path);
  if (drive.sizeBytes !== request.sizeBytes) throw changed(request.path, 'its size changed');
  // For messages: a person knows the file, not the device.
  const named = <M extends OpenMedium>(medium: M): M => ({ ...medium, path: request.path });
  return {
    ...held,
    async recheck() {
      const { size, nlink } = await place.stat();
      if (size !== request.sizeBytes || nlink !== 1)
        throw changed(request.path, 'it was exchanged');
      const mounts = await ownMounts(device);
      if (mounts.length === 0) return;
      throw stickError('target/mounted', { target: request.path, mounts: mounts.join(', ') });
    },
    openForReading: async () => named(await openDriveForReading(drive)),
    takeHold: async () => named(await openDriveForWriting(drive)),
    release: async () => {
      try {
        await hidePartitions(held);
      } finally {
        await place.close();
        await loop.detach();
      }
    },
  };
}

async function driveOf(path: string): Promise<Drive> {
  const drive = (await listDrives()).find((candidate) => candidate.path === path);
  if (!drive) throw stickError('target/vanished', { target: path });
  return drive;
}

async function openPlace(path: string): Promise<FileHandle> {
  try {
    return await open(path, O_PATH | constants.O_NOFOLLOW);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw stickError('target/not-found', { target: path });
    const message = messageOf(error);
    throw stickError('target/unusable-path', { target: path, message }, { cause: error });
  }
}

function refuseForeign(path: string, found: Stats, userUid: number): void {
  const denied = (detail: string) => stickError('permission/denied', { path }, { detail });
  if (found.isSymbolicLink()) throw denied('it is a symbolic link');
  if (!found.isFile()) throw denied('it is no regular file');
  if (found.uid !== userUid) {
    throw denied(`it belongs to user ${String(found.uid)}, not to ${String(userUid)}`);
  }
  if (found.nlink !== 1) throw denied('it has more than one name (hard links)');
}

async function refuseUnusable(request: DiskFileRequest, found: Stats): Promise<void> {
  const { path, sizeBytes, protectedPaths, readOnly } = request;
  if (found.size !== sizeBytes) throw changed(path, `it has ${String(found.size)} bytes`);
  if (await isBehindLoopDevice(found)) throw stickError('target/busy', { target: path });
  if (readOnly) return;
  for (const kept of protectedPaths) {
    const stats = await stat(kept).catch(() => null);
    if (stats?.dev !== found.dev || stats.ino !== found.ino) continue;
    throw stickError('target/refused', { target: path, reasons: 'the job needs this very file' });
  }
}

function changed(target: string, message: string): StickError {
  return stickError('target/changed', { target, message });
}
