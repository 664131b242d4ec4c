import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, stickError } from '../../src-shared/errors';
import type { ListedFile } from '../guest';
import { errorCode } from '../io';

const MOST_DEPTH = 24;
const MOST_FILES = 200_000;

/**
 * All ordinary files below a folder with drivers, sorted by path. Links, pipes and devices are left out, and so are
 * names that are no text; the folder itself may be a link. Throws `drivers/unusable`, `files/unreadable` and `cancelled`.
 */
export async function walkFolder(root: string, signal: AbortSignal): Promise<ListedFile[]> {
  const known = await unlessMissing(root, stat(root));
  if (!known) throw unusable(root, 'there is no such folder');
  if (!known.isDirectory()) throw unusable(root, 'it is no folder');
  const files: ListedFile[] = [];
  await walk('', 0);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));

  async function walk(folder: string, depth: number): Promise<void> {
    if (depth > MOST_DEPTH) throw unusable(root, 'its folders are nested too deeply');
    for (const entry of await entriesOf(join(root, folder))) {
      if (signal.aborted) throw stickError('cancelled', {});
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.includes('\ufffd')) continue;
      if (entry.isDirectory()) await walk(path, depth + 1);
      else if (entry.isFile()) await add(path);
    }
  }

  async function add(path: string): Promise<void> {
    if (files.length === MOST_FILES) {
      throw unusable(root, `it holds more than ${String(MOST_FILES)} files`);
    }
    const about = await unlessMissing(join(root, path), lstat(join(root, path)));
    if (about?.isFile()) files.push({ path, bytes: about.size });
  }
}

/** Null when it is not there. */
async function unlessMissing(path: string, looking: Promise<Stats>): Promise<Stats | null> {
  try {
    return await looking;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return null;
    throw unreadable(path, error);
  }
}

async function entriesOf(path: string): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unusable(path: string, message: string): Error {
  return stickError('drivers/unusable', { path, message });
}

function unreadable(path: string, error: unknown): Error {
  return stickError('files/unreadable', { path, message: messageOf(error) });
}
