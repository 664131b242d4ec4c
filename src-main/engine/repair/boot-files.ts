import { StickError, stickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { FileSystemError, type FatFile, type NtfsVolume } from '../../disk';
import { bootFiles } from '../../guest';
import { readBootProgram } from '../check';
import type { Bench } from './bench';

const BOOT_MANAGER = '/Windows/Boot/EFI/bootmgfw.efi';
/** The largest, a font, has some 16 MiB. */
const MAXIMUM_FILE_BYTES = 64 * MiB;
const MOST_FILES = 4096;
const MOST_DEPTH = 8;

/**
 * The files that a computer starts from, out of the Windows that is on the stick, with their places on the EFI system partition: the same that
 * the stick was made with, from an image, or newer ones that Windows has got since. Throws `repair/no-boot-files`, `cancelled`.
 */
export async function windowsBootFiles(
  bench: Bench,
  volume: NtfsVolume,
  how: { scheme: 'gpt' | 'mbr'; asksPassword: boolean },
): Promise<FatFile[]> {
  const none = (message: string): StickError =>
    stickError('repair/no-boot-files', { target: bench.target, message });
  const read = (path: string): Promise<Buffer> => volume.readFile(path, MAXIMUM_FILE_BYTES);
  try {
    const manager = readBootProgram(await read(BOOT_MANAGER));
    if ('problem' in manager) throw none(`${BOOT_MANAGER} is no EFI program: ${manager.problem}`);
    const { architecture } = manager;
    if (architecture !== 'x64' && architecture !== 'arm64') {
      throw none('they are for another architecture');
    }

    const boot = bootFiles(architecture, how);
    const listed: string[] = [];
    for (const folder of boot.paths) await listBelow(volume, folder, listed, 0);
    const files: FatFile[] = [];
    for (const { from, to } of boot.place(listed.sort())) {
      bench.stopIfCancelled();
      files.push({ path: to, content: await bench.save(await read(from)) });
    }
    return files;
  } catch (error) {
    if (error instanceof FileSystemError) throw none(error.message);
    const isLacking = error instanceof StickError && error.code === 'wim/unsupported';
    throw isLacking ? none(String(error.params['message'])) : error;
  }
}

/** Adds the paths of all files below a folder, if that is there. */
async function listBelow(
  volume: NtfsVolume,
  folder: string,
  paths: string[],
  depth: number,
): Promise<void> {
  if (!(await volume.find(folder))?.isDirectory) return;
  if (depth > MOST_DEPTH) throw new FileSystemError(`${folder} is nested too deeply`);
  for (const { name, isDirectory } of await volume.list(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) await listBelow(volume, path, paths, depth + 1);
    else paths.push(path);
    if (paths.length > MOST_FILES) throw new FileSystemError(`${folder} holds too many files`);
  }
}
