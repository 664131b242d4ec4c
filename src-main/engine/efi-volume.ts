import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from '../../src-shared/image';
import { partitionOf, type StickLayout } from '../../src-shared/layout';
import { SECTOR } from '../../src-shared/units';
import { writeFat32Volume, type ByteRange, type FatFile } from '../disk';
import {
  MEMORY_TESTER,
  STORE_PATH,
  bootFiles,
  buildBcd,
  requireBootable,
  type BootPlatform,
} from '../guest';
import { systemDevice, windowsDevices } from './boot-devices';
import type { StickIds } from './stick-ids';

export interface EfiVolumeRequest {
  path: string;
  layout: StickLayout;
  ids: StickIds;
  edition: Edition;
  /** Folder with the image's boot files, below their paths in the image. */
  bootFilesFolder: string;
  /** Windows is encrypted, or is to encrypt itself: the boot manager asks for a password. */
  asksPassword: boolean;
}

/**
 * Makes the EFI system partition of one stick in a file: the image's boot files, a boot manager where firmware looks on
 * removable media, and boot stores that name this stick's partitions: one for UEFI, with an MBR also one for a BIOS.
 * Returns the allocated ranges. Equal requests make equal volumes, byte for byte. Throws `wim/unsupported` when the
 * image lacks a boot manager, or the fonts to ask for a password.
 */
export async function makeEfiVolume(request: EfiVolumeRequest): Promise<ByteRange[]> {
  const { layout, ids, edition, bootFilesFolder, asksPassword } = request;
  const partition = partitionOf(layout, 'efi');
  if (!partition) throw new Error('the layout has no EFI system partition');

  const architecture = requireBootable(edition.architecture, edition.name);
  const boot = bootFiles(architecture, { scheme: layout.scheme, asksPassword });
  const placed = boot.place(await filesBelow(bootFilesFolder));
  const files: FatFile[] = [];
  for (const { from, to } of placed) {
    const path = join(bootFilesFolder, from);
    files.push({ path: to, content: { kind: 'file', path, size: (await stat(path)).size } });
  }
  for (const platform of layout.scheme === 'mbr' ? platforms : platforms.slice(0, 1)) {
    const memoryTester = MEMORY_TESTER[platform];
    const bcd = buildBcd({
      platform,
      system: systemDevice(layout, ids),
      windows: windowsDevices(layout, ids),
      loaderGuid: ids.loader,
      resumeGuid: ids.resume,
      locale: edition.defaultLanguage ?? 'en-US',
      description: edition.name,
      hasMemtest: placed.some(({ to }) => to.toLowerCase() === memoryTester),
    });
    files.push({ path: STORE_PATH[platform], content: { kind: 'buffer', bytes: bcd } });
  }

  const { allocated } = await writeFat32Volume({
    path: request.path,
    bytes: partition.sectors * SECTOR,
    startLba: partition.startLba,
    // Windows hides an unlabelled EFI partition better, and no label can clash with the user's.
    label: null,
    serial: ids.efiSerial,
    files,
  });
  return allocated;
}

const platforms: readonly BootPlatform[] = ['uefi', 'bios'];

/** Paths of all files below a folder, relative to it, with `/`. */
async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  const pending = [''];
  for (let relative = pending.pop(); relative !== undefined; relative = pending.pop()) {
    for (const entry of await readdir(join(folder, relative), { withFileTypes: true })) {
      const path = `${relative}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile()) found.push(path);
    }
  }
  return found.sort();
}
