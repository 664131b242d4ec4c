import { win32 } from 'node:path';
import { StickError, stickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { errorCode } from '../../io';
import type { WindowsVolumeRequest } from '../index';

/** A disk with less than this left, in bytes, counts as full; file systems keep a rest to themselves. */
const NOTHING_LEFT = 16 * MiB;

/**
 * ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL, as themselves and as an HRESULT. (documented:
 * https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499-)
 */
const DISK_FULL = /\((112|39|0x80070070|0x80070027)\)$/i;

/**
 * Tells a work folder that is full from a Windows partition that is too small for its edition. To be asked before what was
 * made is removed. Other errors pass as they are.
 *
 * Assumed: a virtual disk that can't grow any more fails in other ways, too. So any failure of a program is put down to the
 * disk of the work folder where that is full.
 *
 * `fraction`: how much of the image was unpacked.
 */
export async function explainLackOfSpace(
  error: unknown,
  request: WindowsVolumeRequest,
  fraction: number,
  freeBytes: (folder: string) => Promise<number>,
): Promise<unknown> {
  const isLack = isLackOfSpace(error);
  const isFailure = error instanceof StickError && error.code === 'tool/failed';
  if (!isLack && !isFailure) return error;
  const inFile = request.place === 'new-file';
  const path = win32.dirname(inFile ? request.volumePath : request.extractTo);
  const more = { cause: error, ...(error instanceof StickError ? { detail: error.message } : {}) };
  const free = await freeBytes(path);
  if (free < NOTHING_LEFT && (inFile || isLack)) {
    const total = request.fenceBytes ?? request.volumeBytes;
    const needed = inFile ? total : NOTHING_LEFT;
    const missing = inFile ? Math.ceil(total * (1 - fraction)) : NOTHING_LEFT - free;
    return stickError('work/full', { path, needed, missing }, more);
  }
  return isLack ? stickError('wim/too-large', { size: request.volumeBytes }, more) : error;
}

function isLackOfSpace(error: unknown): boolean {
  if (!(error instanceof StickError)) return errorCode(error) === 'ENOSPC';
  return error.code === 'tool/failed' && DISK_FULL.test(String(error.params['message']));
}
