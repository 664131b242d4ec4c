import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** Programs for the administrator live here; a desktop user's PATH often lacks these folders. */
const ADMIN_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The PATH that tools are looked up in and started with. */
export function toolPath(): string {
  const own = (process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin').split(delimiter);
  return [...new Set([...own, ...ADMIN_FOLDERS])].filter(isAbsolute).join(delimiter);
}

/** Absolute path of an executable file with this name, or null when there is none. */
export async function findProgram(name: string): Promise<string | null> {
  const candidates = isAbsolute(name)
    ? [name]
    : toolPath()
        .split(delimiter)
        .map((folder) => join(folder, name));
  for (const candidate of candidates) {
    if (await isExecutable(candidate)) return candidate;
  }
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
