import type { Stats } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm, statfs, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nameKey } from '../../../src-shared/copy-names';
import { stickError } from '../../../src-shared/errors';
import type { MountedRange } from '../../host';
import { errorCode } from '../../io';

/** Holds what isn't finished yet. Ventoy would not list what is in it. */
export const UNFINISHED_FOLDER = '.sticksmith';
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

  private get unfinished(): string {
    return join(this.mounted.path, UNFINISHED_FOLDER);
  }

  get fileSystem(): MountedRange['fileSystem'] {
    return this.mounted.fileSystem;
  }

  /**
   * Absolute path on this computer. What is on a stick may have been put there by anybody: names that lead out of it, and
   * folders that are links, are refused. Throws `ventoy/file-name`.
   */
  async place(name: string): Promise<string> {
    const parts = name.split('/');
    if (parts.some((part) => ['', '.', '..'].includes(part) || part.includes('\0'))) {
      throw stickError('ventoy/file-name', { name, message: 'it is no path inside the stick' });
    }
    for (let depth = 1; depth < parts.length; depth += 1) {
      const parent = join(this.mounted.path, ...parts.slice(0, depth));
      const found = await existing(parent);
      if (found === null) break;
      if (found.isDirectory()) continue;
      const message = `${parts.slice(0, depth).join('/')} is no folder`;
      throw stickError('ventoy/file-name', { name, message });
    }
    return join(this.mounted.path, ...parts);
  }

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.mounted.path);
    return bavail * bsize;
  }

  /** Null when there is none; what is no regular file is none. */
  async sizeOf(name: string): Promise<number | null> {
    const found = await existing(await this.place(name));
    return found?.isFile() === true ? found.size : null;
  }

  async exists(name: string): Promise<boolean> {
    return (await existing(await this.place(name))) !== null;
  }

  /**
   * The path of something that is there in the letters that the stick has for it: FAT, exFAT and NTFS find it in others, too,
   * and Ventoy's settings don't. A path where there is nothing comes back as it is.
   */
  async asWritten(name: string): Promise<string> {
    if (!(await this.exists(name))) return name;
    const parts: string[] = [];
    for (const part of name.split('/')) {
      const entries = await readdir(join(this.mounted.path, ...parts));
      const isSame = (entry: string): boolean => nameKey(entry) === nameKey(part);
      parts.push(entries.includes(part) ? part : (entries.find(isSame) ?? part));
    }
    return parts.join('/');
  }

  /** Every file, in the order of their paths. */
  async files(): Promise<StickFile[]> {
    const found: StickFile[] = [];
    let seen = 0;
    const visit = async (folder: string): Promise<void> => {
      const entries = await readdir(join(this.mounted.path, folder), { withFileTypes: true });
      entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const entry of entries) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        seen += 1;
        if (seen > MOST_ENTRIES) return;
        if (entry.isDirectory()) {
          const isOurs = folder === '' && entry.name === UNFINISHED_FOLDER;
          if (!isOurs && !SYSTEM_FOLDERS.has(entry.name.toLowerCase())) await visit(path);
        } else if (entry.isFile()) {
          found.push({ path, sizeBytes: (await lstat(join(this.mounted.path, path))).size });
        }
      }
    };
    await visit('');
    return found;
  }

  /** A free name for something unfinished, and the place that it gets once it is finished. Makes both folders. */
  async begin(name: string): Promise<{ temporary: string; path: string }> {
    const path = await this.place(name);
    await mkdir(dirname(path), { recursive: true });
    await mkdir(this.unfinished, { recursive: true });
    this.nextUnfinished += 1;
    const temporary = join(this.unfinished, `${String(this.nextUnfinished)}.unfinished`);
    await rm(temporary, { force: true });
    return { temporary, path };
  }

  /** Gives something finished its place. */
  async giveName(temporary: string, path: string): Promise<void> {
    await rename(temporary, path);
  }

  /** What becomes free when that is removed, in bytes. */
  async unfinishedBytes(): Promise<number> {
    if (!(await this.exists(UNFINISHED_FOLDER))) return 0;
    const names = await readdir(this.unfinished);
    const sizes = names.map(async (name) => (await lstat(join(this.unfinished, name))).size);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  }

  /** Removes what was left unfinished, now or by an earlier job that was cut off. */
  async tidy(): Promise<void> {
    await rm(this.unfinished, { recursive: true, force: true });
  }

  /** Throws `ventoy/file-missing`. */
  async remove(name: string): Promise<void> {
    await this.requireFile(name);
    await unlink(await this.place(name));
  }

  /** Throws `ventoy/file-missing` and `ventoy/file-exists`. */
  async rename(from: string, to: string): Promise<void> {
    await this.requireFile(from);
    const sameFile = nameKey(from) === nameKey(to);
    if (!sameFile && (await this.exists(to))) {
      throw stickError('ventoy/file-exists', { target: this.target, name: to });
    }
    const path = await this.place(to);
    await mkdir(dirname(path), { recursive: true });
    await rename(await this.place(from), path);
  }

  async requireFile(name: string): Promise<number> {
    const size = await this.sizeOf(name);
    if (size === null) throw stickError('ventoy/file-missing', { target: this.target, name });
    return size;
  }
}

/** Null when there is nothing. A link is looked at itself. */
async function existing(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}
