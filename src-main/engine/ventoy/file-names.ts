import {
  clashingPaths,
  nameKey,
  nameProblems,
  problemWithPath,
} from '../../../src-shared/copy-names';
import { stickError, type StickError } from '../../../src-shared/errors';
import { persistencePath } from '../../../src-shared/persistence';
import type { VentoyPlan } from '../../../src-shared/plan';
import type { VentoyFileSystem } from '../../../src-shared/ventoy-stick';
import type { MountedRange } from '../../host';
import { VHD_BOOT_FILE } from './stick-config';
import { UNFINISHED_FOLDER } from './stick-folder';

/** Beside a copied file: its hash. */
export function checksumPath(name: string): string {
  return `${name}.sha256`;
}

/**
 * Holds all names that a plan gives against what the stick's file system can hold and Ventoy needs for itself, and
 * against each other. Where only the stick tells its file system, names that none of them takes are refused.
 * Throws `ventoy/file-name`.
 */
export function requireFileNames(plan: VentoyPlan): void {
  const { install } = plan;
  const possible = install.way === 'erase' ? [install.fileSystem] : (['exfat', 'ext'] as const);
  const names = namesGiven(plan);
  for (const name of names) {
    const [problem, ...others] = possible.map((fileSystem) => problemOf(name, fileSystem));
    if (typeof problem === 'string' && others.every((other) => other !== null)) {
      throw unusable(name, problem);
    }
  }
  const [clashing] = clashingPaths(names);
  if (clashing !== undefined) throw unusable(clashing, 'something else gets this name too');
  refuseFilesAsFolders(names);
}

/** The same for the file system that a stick has, and for all that is renamed on it. Throws `ventoy/file-name`. */
export function requireNamesOn(
  plan: VentoyPlan,
  mounted: MountedRange['fileSystem'],
  renamed: VentoyPlan['rename'],
): void {
  const fileSystem = fileSystemOf(mounted);
  for (const name of [...namesGiven(plan), ...renamed.map(({ to }) => to)]) {
    const problem = problemOf(name, fileSystem);
    if (problem !== null) throw unusable(name, problem);
  }
}

/** What the program writes of its own, Ventoy's settings among it, is not there. */
function namesGiven({
  files,
  checksums,
  rename,
  windows,
  persistence,
  install,
}: VentoyPlan): string[] {
  const copied = files.map(({ name }) => name);
  return [
    ...copied,
    ...(checksums ? copied.map(checksumPath) : []),
    ...rename.map(({ to }) => to),
    ...(windows ? [windows.name, VHD_BOOT_FILE] : []),
    // On a stick that is there, its settings may name other places.
    ...(install.way === 'erase'
      ? new Set(persistence.map(({ image }) => persistencePath(image).replace(/^\//, '')))
      : []),
  ];
}

function problemOf(name: string, fileSystem: VentoyFileSystem): string | null {
  const [first = ''] = name.split('/');
  if (nameKey(first) === nameKey(UNFINISHED_FOLDER)) return 'what is in this folder is removed';
  const problem = problemWithPath(name, fileSystem);
  return problem?.level === 'error' ? `it ${nameProblems[problem.code]}` : null;
}

/** No path can go through a file. */
function refuseFilesAsFolders(names: readonly string[]): void {
  const files = new Set(names.map(nameKey));
  for (const name of names) {
    const parts = name.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      if (files.has(nameKey(folder))) throw unusable(name, `${folder} is a file`);
    }
  }
}

function fileSystemOf(mounted: MountedRange['fileSystem']): VentoyFileSystem {
  switch (mounted) {
    case 'vfat':
      return 'fat32';
    case 'ext2':
    case 'ext3':
    case 'ext4':
      return 'ext';
    default:
      return mounted;
  }
}

function unusable(name: string, message: string): StickError {
  return stickError('ventoy/file-name', { name, message });
}
