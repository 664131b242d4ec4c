import { nameProblems, problemWithPath } from '../../../src-shared/copy-names';
import { stickError } from '../../../src-shared/errors';
import type { VentoyPlan } from '../../../src-shared/plan';
import type { VentoyFileSystem } from '../../../src-shared/ventoy-stick';
import type { MountedRange } from '../../host';

interface NewNames extends Pick<VentoyPlan, 'checksums' | 'rename' | 'windows'> {
  files: readonly { name: string }[];
}

/** Refuses names of a plan that its files could not have on the stick. Throws `ventoy/file-name`. */
export function requireNames(plan: NewNames, fileSystem: VentoyFileSystem): void {
  for (const name of newNames(plan)) {
    const problem = problemWithPath(name, fileSystem);
    if (problem?.level !== 'error') continue;
    const message = `it ${nameProblems[problem.code]}`;
    throw stickError('ventoy/file-name', { name, message });
  }
}

/** A file system by the name that its rules go by. UDF, which is never written to, has those of exFAT. */
export function rulesOf(fileSystem: MountedRange['fileSystem']): VentoyFileSystem {
  switch (fileSystem) {
    case 'ext2':
    case 'ext3':
    case 'ext4':
      return 'ext';
    case 'vfat':
      return 'fat32';
    case 'udf':
      return 'exfat';
    default:
      return fileSystem;
  }
}

function newNames({ files, checksums, rename, windows }: NewNames): string[] {
  const copied = files.map(({ name }) => name);
  return [
    ...copied,
    ...(checksums ? copied.map((name) => `${name}.sha256`) : []),
    ...rename.map(({ to }) => to),
    ...(windows ? [windows.name] : []),
  ];
}
