/** A file below the folder with drivers. */
export interface ListedFile {
  /** Path from the folder, with `/`, as it is spelled there. */
  path: string;
  bytes: number;
}

/** The files below the folder, found as Windows would, without regard to case. */
export class Listing {
  private readonly byPath = new Map<string, ListedFile>();
  private readonly byFolder = new Map<string, ListedFile[]>();

  constructor(files: readonly ListedFile[]) {
    for (const file of files) {
      const key = file.path.toLowerCase();
      // Where a folder of Linux has both `a.sys` and `A.sys`, Windows can have one only.
      if (this.byPath.has(key)) continue;
      this.byPath.set(key, file);
      const folder = folderOf(key);
      const beside = this.byFolder.get(folder) ?? [];
      beside.push(file);
      this.byFolder.set(folder, beside);
    }
  }

  find(path: string): ListedFile | undefined {
    return this.byPath.get(path.toLowerCase());
  }

  /** What lies in a folder itself, not further down. */
  inFolder(folder: string): readonly ListedFile[] {
    return this.byFolder.get(folder.toLowerCase()) ?? [];
  }
}

/** The folder part of a path with `/`; empty for none. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '' : path.slice(0, end);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Joins paths with `/`, resolving `..`; null when that leads out of where it began. */
export function joinInside(...parts: readonly string[]): string | null {
  const names: string[] = [];
  for (const name of parts.flatMap((part) => part.split('/'))) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return null;
  }
  return names.join('/');
}
