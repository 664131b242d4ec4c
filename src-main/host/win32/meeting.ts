import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PIPE_NAME_FILE } from '../../helper';
import { meetIn, type Meeting } from '../meeting';
import { makePrivateFolder } from './private-folder';
import type { RunOperation } from './run-operation';

const PREFIX = 'sticksmith-helper-';

/**
 * Makes a private folder with a file of two one-time tokens, listens at a named pipe, and writes its name into the folder.
 *
 * Node gives a pipe no access list of its own. By default LocalSystem, administrators and the creator have full control,
 * and everyone may read (learn.microsoft.com, "Named pipe security and access rights"); so others can't take the helper's
 * place, but one who finds the pipe in the list of all pipes could dial in first. They have no token: the meeting then fails.
 * Nobody else can have made the pipe before us: libuv insists on its first instance (FILE_FLAG_FIRST_PIPE_INSTANCE,
 * src/win/pipe.c), and its name has 128 random bits.
 */
export async function arrangeMeeting(run: RunOperation): Promise<Meeting> {
  const folder = await makePrivateFolder(tmpdir(), PREFIX, 'owner', run);
  const address = newPipeName();
  const meeting = await meetIn(folder, address);
  try {
    await writeFile(join(folder, PIPE_NAME_FILE), address, { flag: 'wx' });
    return meeting;
  } catch (error) {
    await meeting.end();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

export function newPipeName(): string {
  return `\\\\.\\pipe\\sticksmith-${randomBytes(16).toString('hex')}`;
}
