import type { BigIntStats } from 'node:fs';
import {
  lstat,
  mkdir,
  open,
  readdir,
  rename,
  rmdir,
  stat,
  unlink,
  type FileHandle,
} from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MiB, formatBytes } from '../../../src-shared/units';
import { errorCode } from '../../io';

/**
 * `link`: a symbolic link, a junction, or a folder in which another volume is mounted: what leads elsewhere. `other`: a
 * device or a pipe.
 */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

/**
 * What is done with files and folders below one folder, the root, by absolute paths. A link is never followed, neither at
 * the end of a path nor on the way there: in an unpacked Windows, `\Documents and Settings` and others lead to `C:\…` of the
 * computer that does the work. Methods throw `BlockedPathError` where one is in the way, RangeError for a path that isn't
 * below the root, and errors of the file system as they are.
 *
 * Another process that may write to the same folders can put a link there after they were looked at. An open file is
 * compared with what was looked at; for folders there is no such way.
 */
export interface VolumeFiles {
  /** Null for nothing. */
  kindOf(path: string): Promise<FileKind | null>;
  /** Names of what is in a folder. */
  list(folder: string): Promise<string[]>;
  /** Content of a plain file. Throws for one of more than `mostBytes`. */
  read(path: string, mostBytes: number): Promise<Buffer>;
  /** Content of a plain file, piece by piece. */
  pieces(path: string): AsyncIterable<Buffer>;
  /** With those it lies in; one that is there stays as it is. */
  makeFolder(path: string): Promise<void>;
  /** A file, a link, or a folder with everything in it. Nothing there is no error. */
  remove(path: string): Promise<void>;
  /**
   * Makes a file in place of the file or link that is there, whose content stays what it was under other names. What was
   * written until the content throws is removed again.
   */
  put(path: string, content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void>;
  /** Renames a file, within its disk. Throws when there is something at `to`. */
  move(from: string, to: string): Promise<void>;
  /** Makes a plain file, which has no other name, longer. */
  appendZeros(path: string, bytes: number): Promise<void>;
}

/** Gives access to the files below a folder that exists. The root itself may be a link. */
export type FilesBelow = (root: string) => VolumeFiles;

/** A link, or something else that isn't a folder, is where a folder has to be; or a folder where a file has to be. */
export class BlockedPathError extends Error {
  override readonly name = 'BlockedPathError';

  constructor(
    readonly path: string,
    readonly found: string,
  ) {
    super(`${found} is in the way: ${path}`);
  }
}

const PIECE_BYTES = MiB;
/** Virus scanners and the search index hold files open for a moment. */
const BUSY_TRIES = 10;
const BUSY_MS = 100;

/** The files of this computer. */
export const filesBelow: FilesBelow = (root) => ({
  kindOf: async (path) => (await lookAt(root, path))?.kind ?? null,
  async list(folder) {
    await requireKind(root, folder, 'folder');
    return readdir(folder);
  },
  async read(path, mostBytes) {
    const { handle, bytes } = await openPlain(root, path, 'r');
    try {
      if (bytes > mostBytes) {
        throw new Error(`${path} has ${formatBytes(bytes)}, more than it can have`);
      }
      const content = Buffer.alloc(bytes);
      const { bytesRead } = await handle.read(content, 0, bytes, 0);
      return content.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  },
  async *pieces(path) {
    const { handle } = await openPlain(root, path, 'r');
    try {
      for (;;) {
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  },
  async makeFolder(path) {
    let folder = root;
    for (const name of namesBelow(root, path)) {
      folder = join(folder, name);
      const found = await lookAt(root, folder);
      if (found === null) await mkdir(folder);
      else if (found.kind !== 'folder') throw blocked(folder, found.kind);
    }
  },
  async remove(path) {
    if (namesBelow(root, path).length === 0) throw new RangeError(`${path} is the root`);
    await lookAt(root, path);
    await removeTree(path, await deviceOf(root));
  },
  async put(path, content) {
    const found = await lookAt(root, path);
    if (found?.kind === 'folder') throw blocked(path, found.kind);
    if (found !== null) await removeTree(path, await deviceOf(root));
    const handle = await open(path, 'wx');
    try {
      // Each goes where the one before it ended.
      for await (const piece of content) await handle.writeFile(piece);
    } catch (error) {
      await handle.close();
      await unlink(path);
      throw error;
    }
    await handle.close();
  },
  async move(from, to) {
    await requireKind(root, from, 'file');
    const found = await lookAt(root, to);
    if (found !== null) throw blocked(to, found.kind);
    await whileBusy(() => rename(from, to));
  },
  async appendZeros(path, bytes) {
    const { handle, links } = await openPlain(root, path, 'r+');
    try {
      if (links !== 1n) throw blocked(path, 'link');
      const { size } = await handle.stat();
      const zeros = Buffer.alloc(Math.min(bytes, PIECE_BYTES));
      for (let done = 0; done < bytes;) {
        const count = Math.min(zeros.length, bytes - done);
        done += (await handle.write(zeros, 0, count, size + done)).bytesWritten;
      }
    } finally {
      await handle.close();
    }
  },
});

interface Found {
  kind: FileKind;
  stats: BigIntStats;
}

/** What a path leads to; null for nothing. Throws BlockedPathError for a link on the way. */
async function lookAt(root: string, path: string): Promise<Found | null> {
  const device = await deviceOf(root);
  const names = namesBelow(root, path);
  let at = root;
  for (const name of names.slice(0, -1)) {
    at = join(at, name);
    const stats = await statsOf(at);
    if (stats === null) return null;
    const kind = kindFrom(stats, device);
    if (kind !== 'folder') throw blocked(at, kind);
  }
  const stats = names.length === 0 ? await stat(root, { bigint: true }) : await statsOf(path);
  return stats && { kind: kindFrom(stats, device), stats };
}

async function requireKind(root: string, path: string, kind: 'file' | 'folder'): Promise<Found> {
  const found = await lookAt(root, path);
  if (found?.kind === kind) return found;
  if (found !== null) throw blocked(path, found.kind);
  throw Object.assign(new Error(`ENOENT: there is no ${kind} ${path}`), { code: 'ENOENT', path });
}

/** Number of the volume (on Windows its serial number) that holds a folder. */
async function deviceOf(folder: string): Promise<bigint> {
  return (await stat(folder, { bigint: true })).dev;
}

/**
 * Node calls symbolic links and junctions links, but not a folder in which a volume is mounted: that it takes for the
 * volume's own root (libuv, src/win/fs.c: junctions to `\??\Volume{…}`). Its number tells.
 */
function kindFrom(stats: BigIntStats, device: bigint): FileKind {
  if (stats.isSymbolicLink() || stats.dev !== device) return 'link';
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : 'other';
}

function statsOf(path: string): Promise<BigIntStats | null> {
  return lstat(path, { bigint: true }).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
}

async function openPlain(
  root: string,
  path: string,
  flags: 'r' | 'r+',
): Promise<{ handle: FileHandle; bytes: number; links: bigint }> {
  const { stats } = await requireKind(root, path, 'file');
  const handle = await open(path, flags);
  const opened = await handle.stat({ bigint: true });
  if (opened.ino === stats.ino && opened.dev === stats.dev) {
    return { handle, bytes: Number(opened.size), links: opened.nlink };
  }
  await handle.close();
  throw new BlockedPathError(path, 'another file');
}

/**
 * Of what is mounted in a folder nothing is removed, only the folder: RemoveDirectory takes junctions and mounted folders
 * for themselves, whatever their target is (documented: https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-removedirectoryw
 * for junctions; reported for mounted folders). Where a volume was mounted that is gone, Node finds nothing.
 */
async function removeTree(path: string, device: bigint): Promise<void> {
  const stats = await statsOf(path);
  const kind = stats && kindFrom(stats, device);
  if (kind === 'folder') {
    for (const name of await readdir(path)) await removeTree(join(path, name), device);
  }
  const isFolder = stats === null || stats.isDirectory();
  try {
    await whileBusy(() => (isFolder ? rmdir(path) : unlink(path)));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

async function whileBusy(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      const isBusy = ['EBUSY', 'ENOTEMPTY'].includes(errorCode(error) ?? '');
      if (!isBusy || tries === BUSY_TRIES) throw error;
      await wait(BUSY_MS);
    }
  }
}

function namesBelow(root: string, path: string): string[] {
  const inside = relative(root, path);
  const names = inside === '' ? [] : inside.split(sep);
  if (!isAbsolute(path) || isAbsolute(inside) || names[0] === '..') {
    throw new RangeError(`${path} is not below ${root}`);
  }
  return names;
}

function blocked(path: string, kind: FileKind): BlockedPathError {
  return new BlockedPathError(path, kind === 'other' ? 'something else' : `a ${kind}`);
}
