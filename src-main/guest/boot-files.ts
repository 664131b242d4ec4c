import { stickError } from '../../src-shared/errors';
import type { BootArchitecture } from './architecture';

/** A file of the image and where it goes on the EFI system partition. */
export interface PlacedFile {
  /** As it was given to `place`. */
  from: string;
  /** Absolute path with `/`. */
  to: string;
}

export interface BootFiles {
  /** Paths in the image, with `/`, whose files the EFI system partition is made of. */
  paths: string[];
  /**
   * Where each extracted file goes. `extracted` are paths from the volume's root, with or without a
   * leading `/`, compared without regard to case; files from elsewhere are left out. `image` is its
   * name for errors. Throws `wim/unsupported` when there is no boot manager among them.
   */
  place(extracted: readonly string[], image?: string): PlacedFile[];
}

const BOOT_FOLDER = '/EFI/Microsoft/Boot';

/** Folders of the image, lower case, and where what is in them goes. */
const SOURCES = [
  { path: '/Windows/Boot/EFI', to: BOOT_FOLDER },
  { path: '/Windows/Boot/Fonts', to: `${BOOT_FOLDER}/Fonts` },
  { path: '/Windows/Boot/Resources', to: `${BOOT_FOLDER}/Resources` },
];

/** Where firmware looks on media it has no boot entry for (UEFI specification, 3.5.1.1). */
export const REMOVABLE_BOOT_FILE: Record<BootArchitecture, string> = {
  x64: '/EFI/Boot/bootx64.efi',
  arm64: '/EFI/Boot/bootaa64.efi',
};

export function bootFiles(architecture: BootArchitecture): BootFiles {
  return {
    paths: SOURCES.map(({ path }) => path),
    place: (extracted, image = 'install.wim') => placeBootFiles(architecture, extracted, image),
  };
}

function placeBootFiles(
  architecture: BootArchitecture,
  extracted: readonly string[],
  image: string,
): PlacedFile[] {
  const placed = new Map<string, PlacedFile>();
  for (const from of extracted) {
    const to = placeOf(from);
    // The stick gets a store of its own; one left in the image names another computer's disks.
    if (to === undefined || isStore(to)) continue;
    if (placed.has(to.toLowerCase())) {
      throw unsupported(image, `it has two boot files named ${to}`);
    }
    placed.set(to.toLowerCase(), { from, to });
  }
  const manager = placed.get(`${BOOT_FOLDER}/bootmgfw.efi`.toLowerCase());
  if (!manager) {
    throw unsupported(image, 'it has no Windows/Boot/EFI/bootmgfw.efi, so nothing could start it');
  }
  return [...placed.values(), { from: manager.from, to: REMOVABLE_BOOT_FILE[architecture] }];
}

function placeOf(from: string): string | undefined {
  const path = `/${from.replace(/\\/g, '/').replace(/^\/+/, '')}`;
  const source = SOURCES.find((candidate) =>
    path.toLowerCase().startsWith(`${candidate.path.toLowerCase()}/`),
  );
  return source && `${source.to}${path.slice(source.path.length)}`;
}

function isStore(to: string): boolean {
  return /^\/EFI\/Microsoft\/Boot\/BCD(\.LOG\d*)?$/i.test(to);
}

function unsupported(image: string, message: string): Error {
  return stickError('wim/unsupported', { path: image, message });
}
