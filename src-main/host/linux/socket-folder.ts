import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeOwnedFolder } from '../../io';

/** Bytes that the address of a Unix socket may have, with its closing zero (unix(7)). */
const SOCKET_PATH_LIMIT = 108;

/**
 * Makes a private folder in which sockets of these names can be: in the usual place for temporary files or, where that has too long a
 * name, in /tmp. Errors of the file system pass.
 */
export async function makeSocketFolder(prefix: string, names: readonly string[]): Promise<string> {
  const folder = await makeOwnedFolder(tmpdir(), prefix);
  if (names.every((name) => Buffer.byteLength(join(folder, name)) < SOCKET_PATH_LIMIT)) {
    return folder;
  }
  await rm(folder, { recursive: true, force: true });
  return makeOwnedFolder('/tmp', prefix);
}
