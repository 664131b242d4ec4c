import { timingSafeEqual } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { stickError, type StickError } from '../../src-shared/errors';
import { TOKEN_NAME, TokensSchema, type Tokens } from './protocol';

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
 */
export async function readPrivateFolder(folder: string): Promise<PrivateFolder> {
  const stats = await lstat(folder);
  if (!stats.isDirectory() || (stats.mode & 0o077) !== 0) throw notPrivate(folder);
  const path = join(folder, TOKEN_NAME);
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(path, flags);
  try {
    const file = await handle.stat();
    const isPrivate = file.isFile() && (file.mode & 0o077) === 0 && file.uid === stats.uid;
    if (!isPrivate || file.size > TOKEN_FILE_LIMIT) throw notPrivate(path);
    const tokens = TokensSchema.parse(JSON.parse(await handle.readFile('utf8')));
    return { userUid: stats.uid, userGid: stats.gid, tokens };
  } finally {
    await handle.close();
  }
}

/** Compares two tokens in a time that doesn't tell where they differ. */
export function sameToken(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function notPrivate(path: string): StickError {
  return stickError('helper/protocol', { message: `${path} is not private` });
}
