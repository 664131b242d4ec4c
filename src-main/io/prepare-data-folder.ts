import { mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes the folder for what is the program's own, private to this user where it is new, and finds out by writing to it that it can be
 * written to: of a write-protected medium and of Windows' rights nothing else tells for certain. Errors of the file system pass as
 * they are.
 */
export function prepareDataFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(dirname(path), { recursive: true });
    // Not with its parents in one go: of a write-protected medium Node then says that there is no such folder.
    mkdirSync(path, { mode: 0o700 });
  }
  rmdirSync(mkdtempSync(join(path, '.writable-')));
}
