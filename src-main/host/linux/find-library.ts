import { access, readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Where the dynamic loader looks on the distributions named in tools.ts. */
const LIBRARY_FOLDERS = ['/usr/local/lib', '/usr/lib64', '/lib64', '/usr/lib', '/lib'];

/** Absolute path of a shared library given by its soname, or null when it isn't installed. */
export async function findLibrary(soname: string): Promise<string | null> {
  const own = (process.env['LD_LIBRARY_PATH'] ?? '').split(':').filter((folder) => folder !== '');
  for (const folder of [...own, ...LIBRARY_FOLDERS]) {
    const candidates = [folder, ...(await multiarchFolders(folder))];
    const found = await findFile(candidates.map((candidate) => join(candidate, soname)));
    if (found !== null) return found;
  }
  return null;
}

/** The first of these files that exists, or null. */
export async function findFile(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    try {
      await access(path);
      return path;
    } catch {
      // The next one may be there.
    }
  }
  return null;
}

/** The version a library's file is named by: `15.21.0` of `libwim.so.15.21.0`. */
export async function libraryVersion(path: string): Promise<string | null> {
  return /\.so\.([\d.]+)$/.exec(basename(await realpath(path)))?.[1] ?? null;
}

/** Debian keeps libraries one level down, in a folder named by the architecture. */
async function multiarchFolders(folder: string): Promise<string[]> {
  const machine = { x64: 'x86_64', arm64: 'aarch64' }[process.arch as string] ?? process.arch;
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.startsWith(`${machine}-linux-`))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
