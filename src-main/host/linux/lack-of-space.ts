import { dirname } from 'node:path';
import { StickError, stickError } from '../../../src-shared/errors';
import { MiB, formatBytes } from '../../../src-shared/units';
import { freeBytes } from '../../io';

/** A disk with less than this left, in bytes, counts as full; file systems keep a rest to themselves. */
const NOTHING_LEFT = 16 * MiB;

/**
 * Tells a work folder that is full from a Windows partition that is too small for its edition: to
 * the tools both are “no space left on device”. Other errors pass as they are.
 */
export async function explainLackOfSpace(
  error: unknown,
  volume: { volumePath: string; volumeBytes: number },
  progress: { doneBytes: number; totalBytes: number },
): Promise<unknown> {
  if (!isLackOfSpace(error)) return error;
  const folder = dirname(volume.volumePath);
  const more = { cause: error, ...(error instanceof StickError ? { detail: error.message } : {}) };
  if ((await freeBytes(folder)) < NOTHING_LEFT) {
    const needed = progress.totalBytes > 0 ? progress.totalBytes : volume.volumeBytes;
    const missing = needed - progress.doneBytes;
    return stickError('work/full', { path: folder, needed, missing }, more);
  }
  const size = formatBytes(volume.volumeBytes);
  const message = `the Windows partition (${size}) is too small for this edition`;
  return stickError('plan/invalid', { message }, more);
}

function isLackOfSpace(error: unknown): boolean {
  if (error instanceof StickError) {
    return /No space left on device|ENOSPC/i.test(`${error.message} ${error.detail ?? ''}`);
  }
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}
