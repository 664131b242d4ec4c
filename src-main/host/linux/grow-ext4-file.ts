import { open, rm, stat, statfs, truncate, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StickError, messageOf, stickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { FileSystemError, readExtVolume } from '../../disk';
import { makeOwnedFolder, openFileSource, readExactly } from '../../io';
import type { Ext4File, Running } from '../index';
import { runTool } from '../run-tool';
import { requireRoom } from './ext4-file';
import { requireAllocated, writeError, writeStretch } from './written-file';

/** Of e2fsck: nothing was wrong, or all of it was mended. */
const SOUND_OR_MENDED = [0, 1];

/**
 * File systems (statfs(2), f_type) on which zeros are always written as they are: FUSE, FAT, exFAT and NTFS. On others
 * resize2fs may leave blocks that have a place but no content, which are then written over with what they are read as.
 */
const WRITES_ZEROS = [0x65735546, 0x4d44, 0x2011bab0, 0x7366746e];

/** Enlarges the file, then the file system in it. See `Host`. */
export async function growExt4File(
  file: Pick<Ext4File, 'path' | 'bytes'>,
  running: Running,
): Promise<void> {
  const path = resolve(file.path);
  const before = (await stat(path).catch((error: unknown) => Promise.reject(unusable(path, error))))
    .size;
  if (file.bytes <= before || file.bytes % MiB !== 0) {
    const message = 'it can only be enlarged, to whole MiB';
    throw stickError('persistence/size', { path, size: file.bytes, message });
  }
  await requireExt4(path);
  await requireRoom(path, file.bytes - before);
  await mend(path, running.signal);
  const scratch = await makeOwnedFolder(tmpdir(), 'sticksmith-ext4-');
  try {
    await enlarge(path, { from: before, to: file.bytes }, scratch, running);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function requireExt4(path: string): Promise<void> {
  const source = await openFileSource(path).catch((error: unknown) => {
    throw unusable(path, error);
  });
  try {
    const volume = await readExtVolume(source);
    if (volume === null) throw unusable(path, new Error('it is something else'));
  } catch (error) {
    throw error instanceof FileSystemError ? unusable(path, error) : error;
  } finally {
    await source.close();
  }
}

function unusable(path: string, error: unknown): StickError {
  return stickError('persistence/unusable', { path, message: messageOf(error) }, { cause: error });
}

/** A journal that was left is carried out, and small faults are mended, as every start of Linux does. */
async function mend(path: string, signal: AbortSignal): Promise<void> {
  try {
    await runTool('e2fsck', ['-f', '-p', path], { signal, okCodes: SOUND_OR_MENDED });
  } catch (error) {
    const failed = error instanceof StickError && error.code === 'tool/failed';
    throw failed ? unusable(path, new Error('it is damaged', { cause: error })) : error;
  }
}

async function enlarge(
  path: string,
  stretch: { from: number; to: number },
  scratch: string,
  running: Running,
): Promise<void> {
  const undo = join(scratch, 'undo');
  const handle = await open(path, 'r+').catch((error: unknown) => {
    throw writeError(error, path, 0);
  });
  try {
    await writeStretch(handle, path, stretch, running);
    if (running.signal.aborted) throw stickError('cancelled', {});
    // From here on it isn't cancelled: what resize2fs has begun is brought to an end, or undone.
    await runTool('resize2fs', ['-z', undo, path]);
    await writeBlocks(handle, path, stretch.to);
    await handle.sync();
    await requireAllocated(path);
    await requireGrown(path, stretch.to);
  } catch (error) {
    await putBack(path, undo, stretch.from, handle);
    throw error;
  } finally {
    await handle.close();
  }
}

async function writeBlocks(handle: FileHandle, path: string, bytes: number): Promise<void> {
  const { type } = await statfs(path);
  if (WRITES_ZEROS.includes(type)) return;
  const unstoppable = { signal: new AbortController().signal, onProgress: () => undefined };
  await writeStretch(handle, path, { from: 0, to: bytes }, unstoppable, async (piece, offset) => {
    (await readExactly(handle, path, bytes, offset, piece.length)).copy(piece);
  });
}

async function requireGrown(path: string, bytes: number): Promise<void> {
  await runTool('e2fsck', ['-f', '-n', path]);
  const source = await openFileSource(path);
  try {
    const volume = await readExtVolume(source);
    const size = volume === null ? 0 : volume.blocks * volume.blockBytes;
    if (size !== bytes) throw unusable(path, new Error('it was not enlarged as it should'));
  } finally {
    await source.close();
  }
}

/** Restores what resize2fs changed, if it had begun, and the size. */
async function putBack(
  path: string,
  undo: string,
  bytes: number,
  handle: FileHandle,
): Promise<void> {
  const begun = await stat(undo).then(
    ({ size }) => size > 0,
    () => false,
  );
  if (begun) await runTool('e2undo', ['-f', undo, path]);
  await truncate(path, bytes);
  await handle.sync();
}
