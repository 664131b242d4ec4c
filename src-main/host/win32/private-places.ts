import { win32 } from 'node:path';
import { StickError, stickError, toStickError } from '../../../src-shared/errors';
import { errorCode } from '../../io';
import type { UndoFailure, UndoJournal } from './journal';
import { restrictAccess } from './private-folder';
import type { WindowsWork } from './windows-work';

/**
 * Makes a folder that only administrators may enter, in one that exists, and others in it. The journal removes it in the end.
 * Throws `work/unusable`, `tool/missing`, `tool/failed`; a disk that is full as it is.
 */
export async function makePrivatePlaces(
  folder: string,
  inside: readonly string[],
  { run, files, privateFolder }: Pick<WindowsWork, 'run' | 'files' | 'privateFolder'>,
  journal: UndoJournal,
): Promise<void> {
  const parent = win32.dirname(folder);
  const beside = files(parent);
  await journal.noteMaking(folder);
  try {
    await beside.makeFolder(folder);
    await run(restrictAccess(folder, 'administrators'), { folder: privateFolder });
    for (const path of inside) await beside.makeFolder(path);
  } catch (error) {
    if (error instanceof StickError || errorCode(error) === 'ENOSPC') throw error;
    throw stickError(
      'work/unusable',
      { path: parent, message: toStickError(error).message },
      { cause: error },
    );
  }
}

/** An error that also tells what could not be taken back. */
export function withLeft(error: unknown, left: readonly UndoFailure[]): unknown {
  if (left.length === 0) return error;
  const told = toStickError(error);
  const lines = left.map(({ title, error: why }) => `Not taken back: ${title} (${why.message})`);
  const detail = [...(told.detail === undefined ? [] : [told.detail]), ...lines].join('\n');
  return new StickError({ ...told.toData(), detail }, { cause: told.cause });
}
