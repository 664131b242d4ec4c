import { mkdir, readdir, rm, stat, statfs, unlink, rename, lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import type { MountedRange } from '../../host';
import { errorCode } from '../../io';

/** Holds what isn't finished yet. Ventoy would not list what is in it. */
const UNFINISHED_FOLDER = '.sticksmith';
/** Files and folders that a listing goes through at most. */
const MOST_ENTRIES = 20_000;
/** Folders that Windows and other systems keep for themselves. */
const SYSTEM_FOLDERS = new Set(['system volume information', '$recycle.bin', 'lost+found']);

export interface StickFile {
  /** From the root folder of the partition, with `/`. */
  path: string;
  sizeBytes: number;
}

/** The mounted partition with the images. Its file systems don't tell upper from lower case, and no path leaves it. */
export class StickFolder {
  private nextUnfinished = 0;

  constructor(
    private readonly target: string,
    private readonly mounted: MountedRange,
  ) {}

  get fileSystem(): MountedRange['fileSystem'] {
    return this.mounted.fileSystem;
  }

  /** Absolute path on this computer. */
  pathOf(name: string): string {
    return join(this.mounted.path, ...name.split('/'));
  }

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.mounted.path);
    return bavail * bsize;
  }

  /** Bytes of a cluster. */
  async clusterBytes(): Promise<number> {
    return (await statfs(this.mounted.path)).bsize;
  }

  /** Null when there is none. */
  async sizeOf(name: string): Promise<number | null> {
    try {
      const found = await lstat(this.pathOf(name));
      return found.isFile() ? found.size : null;
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
      throw error;
    }
  }

  async exists(name: string): Promise<boolean> {
    try {
      await lstat(this.pathOf(name));
      return true;
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
      throw error;
    }
  }

  /** A file in the place of one of the folders that a path leads through; null when there is none. */
  async fileAbove(name: string): Promise<string | null> {
    const parts = name.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const above = parts.slice(0, depth).join('/');
      if ((await this.sizeOf(above)) !== null) return above;
    }
    return null;
  }

  /** Every file, in the order of their paths. */
  async files(): Promise<StickFile[]> {
    const found: StickFile[] = [];
    const visit = async (folder: string): Promise<void> => {
      const entries = await readdir(this.pathOf(folder), { withFileTypes: true });
      entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const entry of entries) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (found.length >= MOST_ENTRIES) return;
        if (entry.isDirectory()) {
          const isOurs = folder === '' && entry.name === UNFINISHED_FOLDER;
          if (!isOurs && !SYSTEM_FOLDERS.has(entry.name.toLowerCase())) await visit(path);
        } else if (entry.isFile()) {
          found.push({ path, sizeBytes: (await stat(this.pathOf(path))).size });
        }
      }
    };
    await visit('');
    return found;
  }

  /** A free name for something unfinished, and the place that it gets once it is finished. Makes both folders. */
  async begin(name: string): Promise<{ temporary: string; path: string }> {
    const path = this.pathOf(name);
    await mkdir(dirname(path), { recursive: true });
    await mkdir(this.pathOf(UNFINISHED_FOLDER), { recursive: true });
    this.nextUnfinished += 1;
    const temporary = this.pathOf(`${UNFINISHED_FOLDER}/${String(this.nextUnfinished)}.unfinished`);
    await rm(temporary, { force: true });
    return { temporary, path };
  }

  /** Gives something finished its place. */
  async giveName(temporary: string, path: string): Promise<void> {
    await rename(temporary, path);
  }

  /** What becomes free when that is removed, in bytes. */
  async unfinishedBytes(): Promise<number> {
    const path = this.pathOf(UNFINISHED_FOLDER);
    if (!(await this.exists(UNFINISHED_FOLDER))) return 0;
    const sizes = (await readdir(path)).map(async (name) => (await lstat(join(path, name))).size);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  }

  /** Removes what was left unfinished, now or by an earlier job that was cut off. */
  async tidy(): Promise<void> {
    await rm(this.pathOf(UNFINISHED_FOLDER), { recursive: true, force: true });
  }

  /** Throws `ventoy/file-missing`. */
  async remove(name: string): Promise<void> {
    await this.requireFile(name);
    await unlink(this.pathOf(name));
  }

  /** Throws `ventoy/file-missing` and `ventoy/file-exists`. */
  async rename(from: string, to: string): Promise<void> {
    await this.requireFile(from);
    const sameFile = from.toLowerCase() === to.toLowerCase();
    if (!sameFile && (await this.exists(to))) {
      throw stickError('ventoy/file-exists', { target: this.target, name: to });
    }
    await mkdir(dirname(this.pathOf(to)), { recursive: true });
    await rename(this.pathOf(from), this.pathOf(to));
  }

  async requireFile(name: string): Promise<number> {
    const size = await this.sizeOf(name);
    if (size === null) throw stickError('ventoy/file-missing', { target: this.target, name });
    return size;
  }
}
