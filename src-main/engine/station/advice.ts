import type { DriveIdentity } from '../../../src-shared/drive';
import type { StickError } from '../../../src-shared/errors';
import type { StationAdvice } from '../../../src-shared/station';

/**
 * What to do with a drive whose stick failed. Only what the drive itself did wrong speaks for the bin, and only while it was plugged
 * in: one that is pulled gives the same errors as one that is broken.
 */
export function adviceFor(
  { code, params }: StickError,
  { path }: DriveIdentity,
  isPlugged: boolean,
): StationAdvice {
  if (!isPlugged) return 'retry';
  if (code === 'verify/mismatch') return 'bin';
  const isOfDrive = String(params['path'] ?? '').startsWith(path);
  return (code === 'io/write' || code === 'io/read') && isOfDrive ? 'bin' : 'retry';
}
