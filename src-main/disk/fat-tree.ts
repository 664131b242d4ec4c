import { stickError } from '../../src-shared/errors';
import { nameProblem } from './fat-names';
import { pathNames, upcase } from './upcase';

export type FatContent =
  { kind: 'buffer'; bytes: Buffer } | { kind: 'file'; path: string; /** Bytes. */ size: number };

/** A file to be put on the volume. Folders in its path are made. */
export interface FatFile {
  /** Absolute path on the volume, such as `/EFI/Boot/bootx64.efi`. */
  path: string;
  content: FatContent;
}

export interface FolderNode {
  kind: 'folder';
  children: Map<string, { name: string; node: FolderNode | FileNode }>;
}
export interface FileNode {
  kind: 'file';
  content: FatContent;
}

const MAXIMUM_FILE_BYTES = 0xffffffff;

export function contentBytes(content: FatContent): number {
  return content.kind === 'buffer' ? content.bytes.length : content.size;
}

/** Sorts files into folders. Throws `internal` for names and files that FAT can't hold. */
export function treeOf(files: readonly FatFile[]): FolderNode {
  const root: FolderNode = { kind: 'folder', children: new Map() };
  for (const { path, content } of files) {
    const names = pathNames(path);
    const last = names.pop();
    if (last === undefined) throw refuse(path, 'is not a name');
    const bytes = contentBytes(content);
    if (!Number.isSafeInteger(bytes) || bytes < 0 || bytes > MAXIMUM_FILE_BYTES) {
      throw refuse(path, 'is too large for FAT32');
    }
    let folder = root;
    for (const name of names) folder = enter(folder, name, path);
    checkName(last, path);
    const key = upcase(last);
    if (folder.children.has(key)) throw refuse(path, 'is there twice');
    folder.children.set(key, { name: last, node: { kind: 'file', content } });
  }
  return root;
}

function enter(folder: FolderNode, name: string, path: string): FolderNode {
  checkName(name, path);
  const key = upcase(name);
  const existing = folder.children.get(key)?.node;
  if (existing?.kind === 'file') throw refuse(path, 'would lie in a file');
  if (existing) return existing;
  const made: FolderNode = { kind: 'folder', children: new Map() };
  folder.children.set(key, { name, node: made });
  return made;
}

function checkName(name: string, path: string): void {
  const problem = nameProblem(name);
  if (problem !== null) throw refuse(path, problem);
}

function refuse(path: string, why: string) {
  return stickError('internal', { message: `${path} ${why}` });
}
