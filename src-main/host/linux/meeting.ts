import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOCKET_NAME } from '../../helper';
import { makeOwnedFolder } from '../../io';
import { meetIn, type Meeting } from '../meeting';

/** Bytes that the address of a Unix socket may have, with its closing zero (unix(7)). */
const SOCKET_PATH_LIMIT = 108;
const PREFIX = 'sticksmith-helper-';

/** Makes a private folder with a socket and a file of two one-time tokens. */
export async function arrangeMeeting(): Promise<Meeting> {
  const folder = await privateFolder();
  return meetIn(folder, join(folder, SOCKET_NAME));
}

async function privateFolder(): Promise<string> {
  const folder = await makeOwnedFolder(tmpdir(), PREFIX);
  if (Buffer.byteLength(join(folder, SOCKET_NAME)) < SOCKET_PATH_LIMIT) return folder;
  await rm(folder, { recursive: true, force: true });
  return makeOwnedFolder('/tmp', PREFIX);
}
