import { stat } from 'node:fs/promises';
import { win32 } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import { systemFolder } from './system-folder';

/** A file name as Windows gives its own programs. No batch files: cmd.exe reads those, with rules of its own. */
const PROGRAM_NAME = /^[A-Za-z0-9][A-Za-z0-9-]*\.exe$/;

/** How a program comes back that is missing. */
export const RESTORE_PROGRAMS = 'sfc /scannow, which restores Windows’ own programs';

/** Folders in System32 that hold programs, too. */
const SUBFOLDERS = ['', 'WindowsPowerShell\\v1.0', 'Wbem'];

/**
 * Absolute path of one of Windows' own programs, such as `diskpart.exe`. The PATH and the current folder
 * play no part in it. Throws `tool/missing`; `RangeError` for what is no bare name of a program.
 */
export async function findWindowsProgram(name: string): Promise<string> {
  if (!PROGRAM_NAME.test(name)) throw new RangeError(`${name} is no name of a Windows program`);
  const folder = await systemFolder();
  for (const subfolder of SUBFOLDERS) {
    const path = win32.join(folder, subfolder, name);
    if (await isFile(path)) return path;
  }
  const purpose = 'work on drives and images';
  throw stickError('tool/missing', { tool: name, purpose, install: RESTORE_PROGRAMS });
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}
