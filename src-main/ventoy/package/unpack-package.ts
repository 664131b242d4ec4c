import { basename, join, resolve } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import { readArchive } from './archive';
import { readArchiveFile } from './archive-file';
import { readContents } from './contents';
import { openEmptyFolder } from './empty-folder';
import { requireRunnable, thisComputer, type RunsOn } from './runnable';

export interface UnpackPackageOptions {
  /** Of the archive, as readVentoyPackage told it: 64 small hexadecimal digits. */
  sha256: string;
  signal: AbortSignal;
  /** The computer that has to run what is in it; this one unless said otherwise. */
  runsOn?: RunsOn;
}

export interface UnpackedPackage {
  /** The top folder, absolute. */
  folder: string;
  version: string;
}

/**
 * Unpacks a release archive into a folder that is empty and this user's alone. The archive is read once, compared with its
 * hash, looked through from beginning to end, and only then unpacked, all from the same bytes in memory: a file
 * that changes meanwhile changes nothing. Folders and what is executable get mode 0700, all else 0600. When it fails, the
 * folder is empty again. Throws the errors `ventoy/package-…` and `cancelled`.
 */
export async function unpackVentoyPackage(
  path: string,
  into: string,
  options: UnpackPackageOptions,
): Promise<UnpackedPackage> {
  const { bytes, sha256 } = await readArchiveFile(path, options);
  if (sha256 !== options.sha256) throw stickError('ventoy/package-changed', { path });
  const archive = { bytes, name: path, fileName: basename(path) };
  const running = { signal: options.signal, onProgress: () => undefined };
  const contents = await readContents(archive, running);
  requireRunnable(path, contents, options.runsOn ?? thisComputer());

  const folder = await openEmptyFolder(into);
  try {
    await readArchive(archive, running, (entry, content) => folder.add(entry, content));
  } catch (error) {
    await folder.empty();
    throw error;
  } finally {
    await folder.close();
  }
  return { folder: join(resolve(into), contents.folder), version: contents.version };
}
