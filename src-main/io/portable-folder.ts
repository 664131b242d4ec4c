import { statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

const NAME = 'sticksmith-data';

/**
 * The folder beside a portable program that holds all that is its own; null for an installed program.
 * - The portable build's starter unpacks the program elsewhere and sets `PORTABLE_EXECUTABLE_DIR` (electron-builder, portable target).
 * - Any other program is portable once a folder `sticksmith-data` lies beside it. For an AppImage that is beside the one file:
 *   its runtime sets `APPIMAGE` and `APPDIR` (documented: https://docs.appimage.org/packaging-guide/environment-variables.html).
 *
 * `STICKSMITH_DATA` moves everything to one folder; tests use it.
 */
export function portableFolder(
  environment: NodeJS.ProcessEnv,
  executable: string = process.execPath,
): string | null {
  const told = [environment['STICKSMITH_DATA'], environment['PORTABLE_EXECUTABLE_DIR']].find(
    (folder) => folder !== undefined && folder !== '',
  );
  if (told !== undefined) return join(told, NAME);
  const beside = join(dirname(appImageOf(environment, executable) ?? executable), NAME);
  return statSync(beside, { throwIfNoEntry: false })?.isDirectory() === true ? beside : null;
}

/** The variables pass to whatever an AppImage starts, so they count only for a program that lies in it. */
function appImageOf(
  { APPIMAGE: file, APPDIR: mounted }: NodeJS.ProcessEnv,
  executable: string,
): string | null {
  const isIn = file && mounted && executable.startsWith(mounted.replace(/\/?$/, sep));
  return isIn ? file : null;
}
