import { messageOf, stickError, type StickError } from '../../src-shared/errors';
import { errorCode } from '../io';

/** What the system says of a device that is no longer there. */
const GONE = ['ENODEV', 'ENXIO', 'ENOENT', 'ENOMEDIUM'];

/** An error of reading or writing a drive at a byte offset, as a person should hear it. */
export function driveError(
  error: unknown,
  at: { path: string; offset: number; doing: 'read' | 'write'; stillThere: boolean },
): StickError {
  const { path, offset } = at;
  const code = errorCode(error) ?? '';
  // A drive that is pulled out answers EIO at first: only its absence tells what happened.
  if (GONE.includes(code) || !at.stillThere) {
    return stickError('target/vanished', { target: path }, { cause: error });
  }
  const message = messageOf(error);
  return at.doing === 'read'
    ? stickError('io/read', { path, offset, message }, { cause: error })
    : stickError('io/write', { path, offset, message }, { cause: error });
}

/** An error of opening a drive. */
export function driveOpenError(error: unknown, path: string): StickError {
  const code = errorCode(error) ?? '';
  if (code === 'EBUSY') return stickError('target/busy', { target: path }, { cause: error });
  if (code === 'EACCES' || code === 'EPERM') {
    return stickError('permission/denied', { path }, { cause: error });
  }
  if (code === 'EROFS') {
    const reasons = 'it is write-protected';
    return stickError('target/refused', { target: path, reasons }, { cause: error });
  }
  return driveError(error, { path, offset: 0, doing: 'read', stillThere: true });
}

const fileTexts: Record<string, string> = {
  ENOSPC: 'no space is left on the disk that should hold it',
  EDQUOT: 'your share of the disk that should hold it is used up',
  EFBIG: 'the file system there can’t hold a file this large',
  ENOENT: 'the folder is not there',
  ENOTDIR: 'a part of the path is not a folder',
  ENAMETOOLONG: 'its name is too long',
  EROFS: 'the file system there is read-only',
  EISDIR: 'it is a folder',
};

/** An error of making or writing an image file. */
export function imageFileError(error: unknown, path: string, offset?: number): StickError {
  const code = errorCode(error) ?? '';
  if (code === 'EACCES' || code === 'EPERM') {
    return stickError('permission/denied', { path }, { cause: error });
  }
  const known = fileTexts[code];
  if (known === undefined && offset !== undefined) {
    return stickError('io/write', { path, offset, message: messageOf(error) }, { cause: error });
  }
  const message = known ?? messageOf(error);
  return stickError('target/unusable-path', { target: path, message }, { cause: error });
}
