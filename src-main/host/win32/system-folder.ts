import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { win32 } from 'node:path';
import { stickError } from '../../../src-shared/errors';

/** What this process knows about where Windows is installed. */
export interface SystemFacts {
  /** What the environment says, which whoever started this process may have written. */
  environmentRoot: string | undefined;
  /** Paths of the libraries that Windows' loader mapped into this process. */
  loadedLibraries: readonly string[];
}

/** A folder on a drive letter, without a part that leads out of it again. */
const DRIVE_FOLDER = /^[A-Za-z]:\\(?!.*(?:^|\\)\.{1,2}(?:\\|$))[^/:*?"<>|\0]+$/;

let known: Promise<string> | null = null;

/**
 * Windows' folder with its own programs, as `C:\Windows\System32`. Looked up once a process. Throws
 * `tool/failed` when it can't be told for certain, for the programs there are run with administrator rights.
 */
export function systemFolder(): Promise<string> {
  known ??= findSystemFolder();
  return known;
}

async function findSystemFolder(): Promise<string> {
  const folder = systemFolderOf({
    environmentRoot: process.env['SystemRoot'],
    loadedLibraries: loadedLibraries(),
  });
  await access(win32.join(folder, 'ntdll.dll'), constants.R_OK);
  return folder;
}

/**
 * The loader takes ntdll.dll from the real System32, whatever the environment says; both must agree.
 * Throws `tool/failed`.
 */
export function systemFolderOf({ environmentRoot, loadedLibraries }: SystemFacts): string {
  const ntdll = loadedLibraries.find(
    (path) => win32.basename(path).toLowerCase() === 'ntdll.dll' && DRIVE_FOLDER.test(path),
  );
  if (ntdll === undefined) throw unknownFolder('the place of ntdll.dll is not known');
  const folder = win32.dirname(ntdll);
  if (environmentRoot === undefined || !DRIVE_FOLDER.test(environmentRoot)) {
    throw unknownFolder('SystemRoot is no absolute path');
  }
  const expected = win32.join(environmentRoot, 'System32');
  if (expected.toLowerCase() !== folder.toLowerCase()) {
    throw unknownFolder(`SystemRoot names ${expected}, but Windows runs from ${folder}`);
  }
  return folder;
}

/** From Node's diagnostic report (nodejs.org/api/report.html, `sharedObjects`). */
function loadedLibraries(): string[] {
  // Otherwise it looks up the names of connected computers, which may take long.
  Object.assign(process.report, { excludeNetwork: true });
  const report = process.report.getReport() as { sharedObjects?: string[] };
  return report.sharedObjects ?? [];
}

function unknownFolder(message: string): Error {
  return stickError('tool/failed', { tool: 'Windows', message });
}
