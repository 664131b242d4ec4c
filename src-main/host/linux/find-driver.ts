import { readFile } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../find-program';

/** What can mount a file system: a driver of the kernel, or a program (FUSE). */
export interface MountDriver {
  /** The name of the kernel's driver and of its module. */
  module: string;
  program: string;
}

/** What tells that the computer has it: the program, or the file that lists the kernel's driver. Null: it hasn't. */
export async function findDriver({ module, program }: MountDriver): Promise<string | null> {
  const inUse = '/proc/filesystems';
  if ((await linesOf(inUse)).some((line) => line.split('\t')[1] === module)) return inUse;
  const modules = join('/lib/modules', release(), 'modules.dep');
  // Lines begin with the module's file, such as `kernel/fs/exfat/exfat.ko.zst:`.
  const name = new RegExp(`/${module}\\.ko[.a-z]*:`);
  if ((await linesOf(modules)).some((line) => name.test(line))) return modules;
  return findProgram(program);
}

async function linesOf(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8').catch(() => '')).split('\n');
}
