import { FileSystemError, type FatVolume } from '../../disk';

/** Ventoy's image has some hundred files, at most five folders deep. */
const MAXIMUM_ENTRIES = 20_000;
const MAXIMUM_DEPTH = 16;

/** Absolute paths of all files of a volume, sorted. Throws FileSystemError for damage, and for folders without end. */
export async function listEfiFiles(volume: FatVolume): Promise<string[]> {
  const files: string[] = [];
  const folders: { path: string; depth: number }[] = [{ path: '', depth: 0 }];
  let entries = 0;
  for (const { path, depth } of folders) {
    for (const { name, isDirectory } of await volume.list(path === '' ? '/' : path)) {
      entries += 1;
      if (entries > MAXIMUM_ENTRIES || depth > MAXIMUM_DEPTH) {
        throw new FileSystemError('the folders have no end');
      }
      const own = `${path}/${name}`;
      if (isDirectory) folders.push({ path: own, depth: depth + 1 });
      else files.push(own);
    }
  }
  return files.sort();
}
