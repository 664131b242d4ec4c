import { open } from 'node:fs/promises';
import { errorCode } from './error-code';

/**
 * Where folders can't be flushed, the file system has a way of its own to keep names: NTFS a journal, FUSE its unmounting.
 * Windows lets no folder be flushed that is open for reading, which Node tells as EPERM or EISDIR. (documented:
 * https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-flushfilebuffers; how Node tells it: assumed)
 */
const CANNOT_FLUSH = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EPERM', 'EISDIR']);

/** Makes the names in a folder survive a power cut, as far as its file system can. Other errors pass as they are. */
export async function flushFolder(path: string): Promise<void> {
  try {
    await openAndFlush(path, 'r');
  } catch (error) {
    if (!CANNOT_FLUSH.has(errorCode(error) ?? '')) throw error;
  }
}

/**
 * Makes a file's content survive a power cut. Windows flushes only what may be written to, Linux also a file that is
 * write-protected. Errors of the file system pass as they are.
 */
export async function flushFile(
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  await openAndFlush(path, platform === 'win32' ? 'r+' : 'r');
}

async function openAndFlush(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
