import { stickError } from './errors';

const PHYSICAL_DRIVE = /^\\\\\.\\PhysicalDrive(0|[1-9]\d{0,3})$/i;
/** Names of volumes, with or without what lies on them, and of devices of all kinds. */
const DEVICE = /^\\\\[.?]\\/;
const VOLUME = /^[A-Za-z]:\\?$/;
/** What Windows takes for a device in any folder, whatever comes behind a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\..*)?$/i;

/**
 * The path of a drive as Windows and the list of drives write it, for a name such as `\\.\PhysicalDrive2` in whatever case
 * and with whatever slashes; null for a name that is none. (documented:
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file#win32-device-namespaces)
 */
export function windowsDrivePath(name: string): string | null {
  const number = PHYSICAL_DRIVE.exec(withBackslashes(name))?.[1];
  return number === undefined ? null : `\\\\.\\PhysicalDrive${number}`;
}

/**
 * Throws `target/not-a-drive` for a name that is neither a file's nor a whole drive's on Windows: of a volume, a device, or a
 * stream of a file. (documented: as above, and https://learn.microsoft.com/windows/win32/fileio/file-streams)
 */
export function requireWindowsFile(name: string): void {
  const path = withBackslashes(name);
  const problem = VOLUME.test(path)
    ? 'that is a volume; a whole drive is taken'
    : DEVICE.test(path)
      ? String.raw`on Windows it is a drive such as \\.\PhysicalDrive2, or an image file such as C:\stick.img`
      : RESERVED.test(lastPart(path))
        ? 'Windows takes that name for a device'
        : path.slice(2).includes(':')
          ? 'a colon stands behind the letter of a volume only'
          : null;
  if (problem !== null) throw stickError('target/not-a-drive', { target: name, message: problem });
}

/** Both slashes mean the same there, and shells such as Git's want the other one. */
function withBackslashes(name: string): string {
  return name.replaceAll('/', '\\');
}

/** Without the blanks and dots that Windows ignores at its end. */
function lastPart(path: string): string {
  return path
    .slice(path.lastIndexOf('\\') + 1)
    .replace(/^[A-Za-z]:/, '')
    .replace(/[ .]+$/, '');
}
