import {
  FileSystemError,
  openExfat,
  openFat32,
  openNtfs,
  type ExfatVolume,
  type FatVolume,
  type NtfsVolume,
} from '../../../disk';
import { bufferSource, type ByteSource } from '../../../io';
import type { DataVolume } from '../../../ventoy';

/** The files on the partition with the images, where its file system can be read here. */
export interface DataFiles {
  /** Null when it isn't there. */
  find(path: string): Promise<{ size: number; isDirectory: boolean } | null>;
  /** Throws FileSystemError for damage and what can't be read here. */
  open(path: string): Promise<ByteSource>;
  list(path: string): Promise<{ name: string; isDirectory: boolean }[]>;
}

/** NTFS keeps small files in their records. */
const RESIDENT_BYTES = 64 * 1024;
/** Other data lies on such sticks, too: beyond this not everything is looked at. */
const MAXIMUM_ENTRIES = 20_000;
const MAXIMUM_DEPTH = 32;

/** Null for file systems that aren't read here (ext, XFS, Btrfs, UDF). Throws FileSystemError for damage. */
export async function openDataFiles(
  source: ByteSource,
  { fileSystem }: DataVolume,
): Promise<DataFiles | null> {
  switch (fileSystem) {
    case 'exfat':
      return filesOf(await openExfat(source));
    case 'fat32':
      return filesOf(await openFat32(source));
    case 'ntfs':
      return ntfsFiles(await openNtfs(source));
    default:
      return null;
  }
}

function filesOf(volume: ExfatVolume | FatVolume): DataFiles {
  return {
    find: (path) => volume.find(path),
    open: (path) => volume.openFile(path),
    list: (path) => volume.list(path),
  };
}

function ntfsFiles(volume: NtfsVolume): DataFiles {
  return {
    find: (path) => volume.find(path),
    list: (path) => volume.list(path),
    async open(path) {
      const found = await volume.find(path);
      return found && found.size <= RESIDENT_BYTES
        ? bufferSource(await volume.readFile(path, RESIDENT_BYTES))
        : (await volume.openFile(path)).source;
    },
  };
}

/** Absolute paths of all files, sorted; null when there are too many. Throws FileSystemError for damage. */
export async function allFiles(files: DataFiles): Promise<string[] | null> {
  const found: string[] = [];
  const folders: { path: string; depth: number }[] = [{ path: '', depth: 0 }];
  let entries = 0;
  for (const { path, depth } of folders) {
    if (depth > MAXIMUM_DEPTH) throw new FileSystemError('the folders have no end');
    for (const { name, isDirectory } of await files.list(path === '' ? '/' : path)) {
      entries += 1;
      if (entries > MAXIMUM_ENTRIES) return null;
      if (isDirectory) folders.push({ path: `${path}/${name}`, depth: depth + 1 });
      else found.push(`${path}/${name}`);
    }
  }
  return found.sort();
}
