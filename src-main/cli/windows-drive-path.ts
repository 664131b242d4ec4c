import { win32 } from 'node:path';
import { stickError } from '../../src-shared/errors';

const PHYSICAL_DRIVE = /^\\\\\.\\PhysicalDrive(0|[1-9]\d{0,3})$/i;
/** Names of volumes, with or without what lies on them, and of devices of all kinds. */
const DEVICE = /^\\\\[.?]\\/;
const LETTER = /^[A-Za-z]:\\?$/;

/**
 * The path of a drive as Windows and the list of drives write it, for a name such as `\\.\PhysicalDrive2` in whatever case
 * and with whatever slashes; null for a name that is none. (documented:
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file#win32-device-namespaces)
 */
export function windowsDrivePath(name: string): string | null {
  const number = PHYSICAL_DRIVE.exec(withBackslashes(name))?.[1];
  return number === undefined ? null : `\\\\.\\PhysicalDrive${number}`;
}

/** Throws `target/not-a-drive` for a name that is neither a file's nor a whole drive's. */
export function refuseOtherDevice(name: string): void {
  const path = withBackslashes(name);
  if (!DEVICE.test(path) && !LETTER.test(path)) return;
  const message = LETTER.test(path)
    ? 'that is a volume; a whole drive is taken'
    : String.raw`on Windows it is a drive such as \\.\PhysicalDrive2, or an image file such as C:\stick.img`;
  throw stickError('target/not-a-drive', { target: name, message });
}

/** Both slashes mean the same there, and shells such as Git's want the other one. */
function withBackslashes(name: string): string {
  return name.replaceAll('/', win32.sep);
}
