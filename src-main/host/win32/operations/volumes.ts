import type { Operation } from '../operation';
import { Sid } from '../well-known-sids';
import { failureByCode, makeOperation } from './make-operation';

/**
 * Programs of one line each (learn.microsoft.com/windows-server/administration/windows-commands: mountvol, icacls,
 * takeown, attrib).
 */

/**
 * Windows gives new volumes no letters until it is undone. To be used only where it gives them:
 * `HKLM\SYSTEM\…\MountMgr`, `NoAutoMount`.
 */
export function pauseAutomount(): Operation {
  return simple(
    'Keep Windows from giving letters to new volumes',
    'mountvol.exe',
    ['/N'],
    resumeAutomount(),
  );
}

export function resumeAutomount(): Operation {
  return simple('Let Windows give letters to new volumes again', 'mountvol.exe', ['/E']);
}

/** Takes the volume out of a folder, or its letter away (`E:`). */
export function removeMountPoint(folder: string): Operation {
  return simple(`Take the volume out of ${folder}`, 'mountvol.exe', [folder, '/D']);
}

/** Gives a file or a folder to those named alone; what is in a folder inherits that. */
export function protect(
  path: string,
  kind: 'file' | 'folder',
  readers: 'administrators' | 'system',
): Operation {
  const rights = kind === 'folder' ? ':(OI)(CI)F' : ':F';
  const whom = readers === 'system' ? [Sid.system] : [Sid.administrators, Sid.system];
  return simple(`Protect ${path}`, 'icacls.exe', [
    ...[path, '/inheritance:r', '/q'],
    ...whom.flatMap((sid) => ['/grant:r', `${sid}${rights}`]),
  ]);
}

/**
 * Lets administrators into a folder that is the system's alone, until it is protected again. That they may say so,
 * as its owner, is reported of `System Volume Information`.
 */
export function letAdministratorsIn(folder: string): Operation {
  return simple(`Open ${folder}`, 'icacls.exe', [
    folder,
    '/q',
    '/grant',
    `${Sid.administrators}:(OI)(CI)F`,
  ]);
}

/**
 * Gives a file or a folder, not what is in it, to administrators. Most of an unpacked Windows belongs to
 * TrustedInstaller, and administrators may only read it (reported: scripts that make images smaller do the same first).
 */
export function takeOver(path: string): Operation[] {
  return [
    simple(`Take ${path} over`, 'takeown.exe', ['/f', path, '/a']),
    simple(`Open ${path}`, 'icacls.exe', [path, '/q', '/grant', `${Sid.administrators}:F`]),
  ];
}

/** Hidden and of the system. */
export function hide(path: string): Operation {
  return simple(`Hide ${path}`, 'attrib.exe', ['+s', '+h', path]);
}

function simple(
  title: string,
  program: string,
  args: readonly string[],
  undo: Operation | null = null,
): Operation {
  return makeOperation({ title, program, args, undo, failureOf: failureByCode([0]) });
}
