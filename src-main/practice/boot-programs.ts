import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireTools } from '../host/linux';
import { runTool } from '../host/run-tool';
import { bootManagerScript, loaderScript } from './boot-scripts';

export interface BootPrograms {
  /** Paths of the finished EFI programs. */
  bootManager: string;
  loader: string;
}

/** Everything the scripts use, since nothing can be loaded later. */
const MODULES = [
  ...['memdisk', 'tar', 'normal', 'part_gpt', 'part_msdos', 'fat', 'ntfs', 'probe', 'regexp'],
  ...['test', 'true', 'echo', 'hashsum', 'gcry_sha256', 'chain', 'boot', 'halt', 'sleep'],
  ...['serial', 'terminfo', 'terminal'],
];

/**
 * Makes the stand-in boot programs of a practice image (x86-64 UEFI) from the GRUB that is installed
 * on this computer. Throws `tool/missing` when it isn't.
 */
export async function makeBootPrograms(
  folder: string,
  signal: AbortSignal | undefined,
): Promise<BootPrograms> {
  await requireTools(['grub-mkimage', 'grub-efi-modules']);
  return {
    bootManager: await makeProgram(folder, 'bootmgfw', bootManagerScript, signal),
    loader: await makeProgram(folder, 'winload', loaderScript, signal),
  };
}

async function makeProgram(
  folder: string,
  name: string,
  script: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const options = signal === undefined ? {} : { signal };
  const scripts = join(folder, `${name}-scripts`);
  const archive = join(folder, `${name}.tar`);
  const program = join(folder, `${name}.efi`);
  await mkdir(scripts);
  await writeFile(join(scripts, 'grub.cfg'), script);
  // Owner and time are fixed so that the same GRUB always gives the same program.
  const fixed = ['--owner=0', '--group=0', '--numeric-owner', '--mtime=@0', '--mode=0644'];
  await runTool(
    'tar',
    ['--create', `--file=${archive}`, '--format=ustar', ...fixed, '-C', scripts, 'grub.cfg'],
    options,
  );
  // --memdisk sets a prefix of its own, so --prefix has to come after it.
  const embedded = [`--memdisk=${archive}`, '--prefix=(memdisk)/'];
  await runTool(
    'grub-mkimage',
    ['--format=x86_64-efi', `--output=${program}`, ...embedded, ...MODULES],
    options,
  );
  return program;
}
