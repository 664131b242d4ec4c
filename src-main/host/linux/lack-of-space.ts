import { dirname, resolve } from 'node:path';
import { StickError, stickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { freeBytes } from '../../io';
import type { WindowsVolumeRequest } from '../index';

/** A disk with less than this left, in bytes, counts as full; file systems keep a rest to themselves. */
const NOTHING_LEFT = 16 * MiB;

/**
 * Tells a work folder that is full from a Windows partition that is too small for its edition: to
 * the tools both are “no space left on device”. Other errors pass as they are.
 */
export async function explainLackOfSpace(
  error: unknown,
  volume: WindowsVolumeRequest,
  progress: { doneBytes: number; totalBytes: number },
): Promise<unknown> {
  if (!isLackOfSpace(error)) return error;
  const inFile = volume.place === 'new-file';
  const folder = dirname(resolve(inFile ? volume.volumePath : volume.extractTo));
  const more = { cause: error, ...(error instanceof StickError ? { detail: error.message } : {}) };
  const free = await freeBytes(folder);
  if (free < NOTHING_LEFT) {
    const total = progress.totalBytes > 0 ? progress.totalBytes : volume.volumeBytes;
    const needed = inFile ? total : NOTHING_LEFT;
    const missing = inFile ? total - progress.doneBytes : NOTHING_LEFT - free;
    return stickError('work/full', { path: folder, needed, missing }, more);
  }
  return stickError('wim/too-large', { size: volume.volumeBytes }, more);
}

/** Whether `explainLackOfSpace` found the partition to be too small. */
export function isVolumeTooSmall(explained: unknown): boolean {
  return explained instanceof StickError && explained.code === 'wim/too-large';
}

export function isLackOfSpace(error: unknown): boolean {
  if (error instanceof StickError) {
    return /No space left on device|ENOSPC/i.test(`${error.message} ${error.detail ?? ''}`);
  }
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}
