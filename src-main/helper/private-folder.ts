import { timingSafeEqual } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stickError, type StickError } from '../../src-shared/errors';
import {
  PIPE_NAME_FILE,
  PIPE_NAME_PATTERN,
  SOCKET_NAME,
  TOKEN_NAME,
  TokensSchema,
  type Tokens,
} from './protocol';

const TOKEN_FILE_LIMIT = 1024;

/** What the folder made by the program says: who made it, and the two tokens. */
export interface PrivateFolder {
  userUid: number;
  userGid: number;
  tokens: Tokens;
}

/**
 * Reads the folder through which program and helper find each other. It must be private: a folder, no
 * link, that only its owner may enter, and in it a token file of the same owner that only the owner
 * may read. Throws `helper/protocol`.
 *
 * Node tells neither owners nor access lists of Windows: there the program made the folder private with icacls, and
 * what can be checked is that no link leads to it.
 */
export async function readPrivateFolder(folder: string): Promise<PrivateFolder> {
  const stats = await lstat(folder);
  if (!stats.isDirectory() || !isForOwner(stats.mode)) throw notPrivate(folder);
  const path = join(folder, TOKEN_NAME);
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(path, flags);
  try {
    const file = await handle.stat();
    const isPrivate = file.isFile() && isForOwner(file.mode) && file.uid === stats.uid;
    if (!isPrivate || file.size > TOKEN_FILE_LIMIT) throw notPrivate(path);
    const tokens = TokensSchema.parse(JSON.parse(await handle.readFile('utf8')));
    return { userUid: stats.uid, userGid: stats.gid, tokens };
  } finally {
    await handle.close();
  }
}

/** What the helper dials: the Unix socket in the folder, or the named pipe whose name lies there. Throws `helper/protocol`. */
export async function meetingAddress(folder: string): Promise<string> {
  if (process.platform !== 'win32') return join(folder, SOCKET_NAME);
  const name = await readFile(join(folder, PIPE_NAME_FILE), 'utf8');
  if (!PIPE_NAME_PATTERN.test(name)) {
    throw stickError('helper/protocol', { message: `${folder} names no pipe of this program` });
  }
  return name;
}

/** Compares two tokens in a time that doesn't tell where they differ. */
export function sameToken(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function isForOwner(mode: number): boolean {
  return process.platform === 'win32' || (mode & 0o077) === 0;
}

function notPrivate(path: string): StickError {
  return stickError('helper/protocol', { message: `${path} is not private` });
}
