import { constants } from 'node:fs';
import { mkdir, open, readdir, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, stickError, type StickError } from '../../../src-shared/errors';
import type { ArchiveEntry } from './entry-rules';

const PRIVATE = 0o700;
const PRIVATE_FILE = 0o600;

/**
 * Opens a folder that is empty, no link, and this user's alone, to unpack into. Throws `ventoy/package-unpack`.
 */
export async function openEmptyFolder(path: string): Promise<EmptyFolder> {
  try {
    const flags = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;
    const handle = await open(path, flags);
    try {
      const { mode, uid } = await handle.stat();
      const isPrivate = process.platform === 'win32' || (mode & 0o077) === 0;
      if (!isPrivate || uid !== (process.geteuid?.() ?? uid)) {
        throw new Error('the folder is not private');
      }
      const folder = new EmptyFolder(path, handle);
      await folder.requireEmpty();
      return folder;
    } catch (error) {
      await handle.close();
      throw error;
    }
  } catch (error) {
    throw unpackError(path, error);
  }
}

/** What is added lies in this very folder, even when the path comes to lead elsewhere meanwhile. */
export class EmptyFolder {
  private readonly folders = new Set(['.']);
  private readonly root: string;

  constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
  ) {
    // Node has no openat(2); on Linux a descriptor has a path of its own (proc_pid_fd(5)).
    this.root = process.platform === 'linux' ? `/proc/self/fd/${handle.fd}` : path;
  }

  async requireEmpty(): Promise<void> {
    if ((await readdir(this.root)).length > 0) throw new Error('the folder is not empty');
  }

  /** Makes a file or a folder, and the folders it lies in. Throws `ventoy/package-unpack`. */
  async add(entry: ArchiveEntry, content: AsyncIterable<Buffer>): Promise<void> {
    try {
      if (entry.kind === 'folder') await this.makeFolder(entry.path);
      else await this.makeFile(entry, content);
    } catch (error) {
      throw unpackError(this.path, error);
    }
  }

  /** Removes what is in it. Never fails. */
  async empty(): Promise<void> {
    const names = await readdir(this.root).catch(() => []);
    for (const name of names) {
      await rm(join(this.root, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  private async makeFile(entry: ArchiveEntry, content: AsyncIterable<Buffer>): Promise<void> {
    await this.makeFolder(dirname(entry.path));
    const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
    const flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW;
    const mode = entry.executable ? PRIVATE : PRIVATE_FILE;
    const file = await open(join(this.root, entry.path), flags, mode);
    try {
      await writeFile(file, content);
    } finally {
      await file.close();
    }
  }

  private async makeFolder(path: string): Promise<void> {
    if (this.folders.has(path)) return;
    await this.makeFolder(dirname(path));
    await mkdir(join(this.root, path), { mode: PRIVATE });
    this.folders.add(path);
  }
}

function unpackError(path: string, error: unknown): StickError {
  return stickError('ventoy/package-unpack', { path, message: messageOf(error) }, { cause: error });
}
