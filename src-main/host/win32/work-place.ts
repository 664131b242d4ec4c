import { lstat, readdir } from 'node:fs/promises';
import { join, win32 } from 'node:path';
import { undoLeftovers, type Leftovers } from './journal';
import { restrictAccess } from './private-folder';
import type { RunOperation } from './run-operation';
import { systemFolder } from './system-folder';
import { filesBelow, type VolumeFiles } from './volume-files';

/** Where elevated work keeps its journals and scripts. */
export interface WorkPlace {
  /** Only administrators may enter. The same for every process and every user. */
  folder: string;
  /** What earlier processes left on this computer, and whether that could be taken back. */
  leftovers: Leftovers;
}

/** No operation lasts as long, in milliseconds: an older folder of one was left by a process that was ended. */
const LONGEST_OPERATION_MS = 24 * 60 * 60 * 1000;

/**
 * Opens `Sticksmith\work` below `programFiles`, a path for this process, and takes back what earlier processes left. A folder
 * there is made by administrators only (documented: https://learn.microsoft.com/windows/win32/shell/knownfolderid,
 * FOLDERID_ProgramFiles; the access list of that folder: reported), so nobody else can have put a journal or a link into
 * it. The program itself may be installed in `Sticksmith`, which everybody may read. To be called once a process, elevated,
 * before anything else. Throws `tool/missing`, `tool/failed`, and errors of the file system as they are.
 */
export async function openWorkPlace(
  programFiles: string,
  run: RunOperation,
  removeLeft?: (path: string) => Promise<void>,
): Promise<WorkPlace> {
  const files = filesBelow(programFiles);
  const folder = join(programFiles, 'Sticksmith', 'work');
  await files.makeFolder(folder);
  await run(restrictAccess(folder, 'administrators'), { folder });
  const leftovers = await undoLeftovers(folder, run, { folder }, removeLeft);
  await removeOldScripts(folder, files);
  return { folder, leftovers };
}

/**
 * `C:\Program Files`, or wherever Windows lies: from the place of its own libraries, not from the environment, which
 * whoever started this process may have written. The name on the disk is the same in every language (documented: as above).
 */
export async function programFilesFolder(): Promise<string> {
  return win32.join(win32.parse(await systemFolder()).root, 'Program Files');
}

/** Folders that `runOperation` made in processes that were ended. */
async function removeOldScripts(folder: string, files: VolumeFiles): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('operation-')) continue;
    const path = join(folder, name);
    const { mtimeMs } = await lstat(path);
    if (mtimeMs < Date.now() - LONGEST_OPERATION_MS) await files.remove(path);
  }
}
