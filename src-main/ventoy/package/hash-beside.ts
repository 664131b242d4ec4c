import { dirname, join } from 'node:path';
import { messageOf, stickError } from '../../../src-shared/errors';
import { errorCode, parseChecksumText, readSmallFile } from '../../io';

/** The list that each of Ventoy's releases has beside its packages. */
export const CHECKSUM_LIST = 'sha256.txt';

/**
 * A package's SHA-256 as `sha256.txt` in its folder names it, or null where there is no list or the list doesn't name it.
 * Throws `ventoy/package-unreadable` for a list that can't be read: what it says might matter.
 */
export async function hashBeside(path: string, fileName: string): Promise<string | null> {
  const list = join(dirname(path), CHECKSUM_LIST);
  try {
    return hashInList(await readSmallFile(list), fileName);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw stickError(
      'ventoy/package-unreadable',
      { path: list, message: messageOf(error) },
      { cause: error },
    );
  }
}

/** A hash for a package, in a list that has to name it. */
export function hashInList(text: string, fileName: string): string | null {
  const isBare = /^\s*[0-9a-f]{64}\s*$/i.test(text);
  return isBare ? null : parseChecksumText(text, fileName);
}
