import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Computer, SimulatedVolume } from './computer';
import { SimulationLimit } from './simulation-limit';
import { withVolumeFolder } from './volume-access';

/** Where a Windows path leads. `names` are what follows the root of the drive or volume. */
export type Place =
  | { kind: 'drive-c'; names: string[] }
  | { kind: 'volume'; volume: SimulatedVolume; names: string[] };

const VOLUME_ID = /^\\\\\?\\volume\{([0-9a-f-]{36})\}(?=\\|$)/i;

/**
 * Where an absolute Windows path leads, through letters, mount folders and `\\?\Volume{…}\`. Null when there is no such drive, or
 * when Windows would take no such name (learn.microsoft.com, “Naming files, paths, and namespaces”).
 */
export function placeOf(computer: Computer, path: string): Place | null {
  const id = VOLUME_ID.exec(path);
  if (id) {
    const names = namesOf(path.slice(id[0].length));
    const isMeant = (one: { id: string }): boolean => one.id === id[1]?.toLowerCase();
    return names && rootOf(computer.volumes.find(isMeant), names);
  }
  const letter = /^(?:\\\\\?\\)?([a-z]):(?=\\|$)/i.exec(path);
  if (!letter) return null;
  const names = namesOf(path.slice(letter[0].length));
  if (names === null) return null;
  const drive = letter[1]?.toUpperCase();
  if (drive !== 'C') {
    const isMeant = (one: { letter: string | null }): boolean => one.letter === drive;
    return rootOf(computer.volumes.find(isMeant), names);
  }
  for (const volume of computer.volumes) {
    for (const folder of volume.folders) {
      const parts = namesOf(folder.slice(2)) ?? [];
      if (startsWith(names, parts))
        return { kind: 'volume', volume, names: names.slice(parts.length) };
    }
  }
  return { kind: 'drive-c', names };
}

function rootOf(volume: SimulatedVolume | undefined, names: string[]): Place | null {
  return volume?.disk.online === true ? { kind: 'volume', volume, names } : null;
}

function namesOf(rest: string): string[] | null {
  const names = rest.split('\\').filter((name) => name !== '');
  const usable = names.every((name) => !/[<>:"/|?*\0-\x1f]|[. ]$/.test(name));
  return usable ? names : null;
}

function startsWith(names: readonly string[], start: readonly string[]): boolean {
  return start.every((name, index) => names[index]?.toUpperCase() === name.toUpperCase());
}

/** Two paths that mean the same, for Windows. */
export function samePlace(a: string, b: string): boolean {
  return a.replace(/\\+$/, '').toUpperCase() === b.replace(/\\+$/, '').toUpperCase();
}

/** Lends a path on this computer for a Windows path. The file or folder needn't be there. Null when no drive has it. */
export async function withPath<T>(
  computer: Computer,
  path: string,
  use: (local: string) => Promise<T>,
): Promise<T | null> {
  const place = placeOf(computer, path);
  if (place === null) return null;
  switch (place.kind) {
    case 'drive-c':
      return use(await spelled(computer.driveC, place.names));
    case 'volume':
      return withVolumeFolder(computer, place.volume, async (folder) =>
        use(await spelled(folder, place.names)),
      );
  }
}

/** A path below a folder, each name as it is spelled there: Windows finds names in any case. */
async function spelled(root: string, names: readonly string[]): Promise<string> {
  let path = root;
  for (const name of names) {
    const there = await readdir(path).catch(() => []);
    path = join(path, there.find((other) => other.toUpperCase() === name.toUpperCase()) ?? name);
  }
  return path;
}

/** What programs do with files through Windows, by Windows paths. Errors of the file system pass. */
export class SimulatedFiles {
  readonly #computer: Computer;

  constructor(computer: Computer) {
    this.#computer = computer;
  }

  read(path: string): Promise<Buffer> {
    return this.#at(path, (local) => readFile(local));
  }

  /** Makes the folders that are missing, and keeps an existing file's security descriptor. */
  async write(path: string, content: Buffer): Promise<void> {
    const place = placeOf(this.#computer, path);
    if (place?.kind === 'volume' && place.volume.disk.readOnly) {
      throw new Error(`EROFS: ${path} lies on a read-only disk`);
    }
    await this.#at(path, async (local) => {
      await mkdir(dirname(local), { recursive: true });
      await writeFile(local, content);
    });
  }

  async makeFolder(path: string): Promise<void> {
    await this.#at(path, (local) => mkdir(local, { recursive: true }));
  }

  async remove(path: string): Promise<void> {
    await this.#at(path, (local) => rm(local, { recursive: true }));
  }

  list(path: string): Promise<string[]> {
    return this.#at(path, (local) => readdir(local));
  }

  /** Copies a file or folder of this computer to a Windows path. */
  async copyIn(local: string, path: string): Promise<void> {
    await this.#at(path, (to) => cp(local, to, { recursive: true }));
  }

  /** What is there; null for nothing. */
  async kindOf(path: string): Promise<'file' | 'folder' | null> {
    const found = await withPath(this.#computer, path, (local) => stat(local).catch(() => null));
    if (found === null) return null;
    return found.isDirectory() ? 'folder' : 'file';
  }

  /** Lends where a file or folder lies on this computer, be it there or not. */
  withLocal<T>(path: string, use: (local: string) => Promise<T>): Promise<T> {
    return this.#at(path, use);
  }

  /** Where a file lies on this computer. Throws SimulationLimit for one in a volume, whose files lie in an image. */
  async localPath(path: string): Promise<string> {
    const place = placeOf(this.#computer, path);
    if (place?.kind === 'volume') throw new SimulationLimit(`${path} is no file of this computer`);
    return this.#at(path, (local) => Promise.resolve(local));
  }

  async #at<T>(path: string, use: (local: string) => Promise<T>): Promise<T> {
    const result = await withPath(this.#computer, path, async (local) => ({
      value: await use(local),
    }));
    if (result === null) throw new Error(`ENOENT: the simulated Windows has no ${path}`);
    return result.value;
  }
}
