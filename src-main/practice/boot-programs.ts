import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireTools } from '../host/linux';
import { runTool } from '../host/run-tool';
import { biosBootManager } from './bios-boot-manager';
import { biosBootManagerScript, bootManagerScript, loaderScript } from './boot-scripts';

export interface BootPrograms {
  /** EFI programs. */
  bootManager: Buffer;
  loader: Buffer;
  /** What a BIOS gets to. */
  biosBootManager: Buffer;
}

/** Everything the scripts use, since nothing can be loaded later. */
const MODULES = [
  ...['memdisk', 'tar', 'normal', 'part_gpt', 'part_msdos', 'fat', 'ntfs', 'probe', 'regexp'],
  ...['test', 'true', 'echo', 'hashsum', 'gcry_sha256', 'boot', 'halt', 'sleep'],
  ...['serial', 'terminfo', 'terminal'],
];
const FORMATS = {
  'x86_64-efi': [...MODULES, 'chain'],
  'i386-pc': [...MODULES, 'biosdisk'],
} as const;

/**
 * Makes the stand-in boot programs of a practice image (x86-64, for UEFI and for a BIOS) from the GRUB that is installed
 * on this computer. Throws `tool/missing` when it isn't.
 */
export async function makeBootPrograms(
  folder: string,
  signal: AbortSignal | undefined,
): Promise<BootPrograms> {
  await requireTools(['grub-mkimage', 'grub-efi-modules', 'grub-pc-modules']);
  const make = (format: keyof typeof FORMATS, name: string, script: string): Promise<Buffer> =>
    makeProgram(folder, { format, name, script }, signal);
  const bios = await make('i386-pc', 'bootmgr', biosBootManagerScript);
  return {
    bootManager: await make('x86_64-efi', 'bootmgfw', bootManagerScript),
    loader: await make('x86_64-efi', 'winload', loaderScript),
    biosBootManager: biosBootManager(bios),
  };
}

async function makeProgram(
  folder: string,
  { format, name, script }: { format: keyof typeof FORMATS; name: string; script: string },
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  const options = signal === undefined ? {} : { signal };
  const scripts = join(folder, `${name}-scripts`);
  const archive = join(folder, `${name}.tar`);
  const program = join(folder, `${name}.img`);
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
    [`--format=${format}`, `--output=${program}`, ...embedded, ...FORMATS[format]],
    options,
  );
  return readFile(program);
}
