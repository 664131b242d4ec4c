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
  /**
   * Paths in the image, with `/`, whose files the EFI system partition is made of. The same for every scheme, so that
   * one build of Windows serves all of them; images for some computers lack some.
   */
  paths: string[];
  /**
   * Where each extracted file goes. `extracted` are paths from the volume's root, with or without a
   * leading `/`, compared without regard to case; files from elsewhere are left out. `image` is its
   * name for errors. Throws `wim/unsupported` when a boot manager is missing among them, or what it
   * needs to show that it asks for a password.
   */
  place(extracted: readonly string[], image?: string): PlacedFile[];
}

const UEFI_FOLDER = '/EFI/Microsoft/Boot';
const BIOS_FOLDER = '/Boot';

interface Source {
  /** Folder of the image. */
  path: string;
  /** Where what is in it goes. */
  to: string;
  /** Files of it that go elsewhere, by their lower-case names. */
  elsewhere?: ReadonlyMap<string, string>;
}

const FOR_UEFI: readonly Source[] = [
  { path: '/Windows/Boot/EFI', to: UEFI_FOLDER },
  { path: '/Windows/Boot/Fonts', to: `${UEFI_FOLDER}/Fonts` },
  { path: '/Windows/Boot/Resources', to: `${UEFI_FOLDER}/Resources` },
];

const FOR_BIOS: readonly Source[] = [
  {
    path: '/Windows/Boot/PCAT',
    to: BIOS_FOLDER,
    // Where boot code looks for them.
    elsewhere: new Map([
      ['bootmgr', '/bootmgr'],
      ['bootnxt', '/BOOTNXT'],
    ]),
  },
  { path: '/Windows/Boot/Fonts', to: `${BIOS_FOLDER}/Fonts` },
  { path: '/Windows/Boot/Resources', to: `${BIOS_FOLDER}/Resources` },
];

const SOURCES: Readonly<Record<'gpt' | 'mbr', readonly Source[]>> = {
  gpt: FOR_UEFI,
  mbr: [...FOR_UEFI, ...FOR_BIOS],
};

/** Where firmware looks on media it has no boot entry for (UEFI specification, 3.5.1.1). */
export const REMOVABLE_BOOT_FILE: Record<BootArchitecture, string> = {
  x64: '/EFI/Boot/bootx64.efi',
  arm64: '/EFI/Boot/bootaa64.efi',
};

/** The boot manager of a BIOS, on the system partition. */
export const BIOS_BOOT_MANAGER = '/bootmgr';

export interface BootFilesOptions {
  /** `gpt`: for UEFI alone; `mbr`: for a BIOS too. */
  scheme?: 'gpt' | 'mbr';
  /** The boot manager is to ask for a password before it starts Windows. */
  asksPassword?: boolean;
}

export function bootFiles(
  architecture: BootArchitecture,
  { scheme = 'gpt', asksPassword = false }: BootFilesOptions = {},
): BootFiles {
  return {
    paths: [...new Set(SOURCES.mbr.map(({ path }) => path))],
    place(extracted, image = 'install.wim') {
      const placed = placeAll(SOURCES[scheme], extracted, image);
      const manager = placed.get(`${UEFI_FOLDER}/bootmgfw.efi`.toLowerCase());
      if (!manager) {
        throw unsupported(
          image,
          'it has no Windows/Boot/EFI/bootmgfw.efi, so nothing could start it',
        );
      }
      if (scheme === 'mbr' && !placed.has(BIOS_BOOT_MANAGER)) {
        throw unsupported(image, 'it has no Windows/Boot/PCAT/bootmgr, so no BIOS could start it');
      }
      if (asksPassword) requireFonts(placed, image);
      return [...placed.values(), { from: manager.from, to: REMOVABLE_BOOT_FILE[architecture] }];
    },
  };
}

/**
 * Without its fonts the boot manager asks for a password and shows nothing (seen with those of Windows 10 and 11; that it
 * finds no texts in other languages does no harm). Those for UEFI and for a BIOS come out of the same folder.
 */
function requireFonts(placed: ReadonlyMap<string, PlacedFile>, image: string): void {
  const fonts = `${UEFI_FOLDER}/Fonts/`.toLowerCase();
  if ([...placed.keys()].some((to) => to.startsWith(fonts) && to.endsWith('.ttf'))) return;
  throw unsupported(
    image,
    'it has no fonts in Windows/Boot/Fonts, so the screen that asks for BitLocker’s password would stay black',
  );
}

/** By place, in lower case. */
function placeAll(
  sources: readonly Source[],
  extracted: readonly string[],
  image: string,
): Map<string, PlacedFile> {
  const placed = new Map<string, PlacedFile>();
  for (const from of extracted) {
    for (const to of placesOf(sources, from)) {
      // The stick gets stores of its own; one left in the image names another computer's disks.
      if (isStore(to)) continue;
      if (placed.has(to.toLowerCase())) {
        throw unsupported(image, `it has two boot files named ${to}`);
      }
      placed.set(to.toLowerCase(), { from, to });
    }
  }
  return placed;
}

function placesOf(sources: readonly Source[], from: string): string[] {
  const path = `/${from.replace(/\\/g, '/').replace(/^\/+/, '')}`;
  return sources
    .filter((source) => path.toLowerCase().startsWith(`${source.path.toLowerCase()}/`))
    .map((source) => {
      const below = path.slice(source.path.length + 1);
      return source.elsewhere?.get(below.toLowerCase()) ?? `${source.to}/${below}`;
    });
}

function isStore(to: string): boolean {
  return /^(\/EFI\/Microsoft)?\/Boot\/BCD(\.LOG\d*)?$/i.test(to);
}

function unsupported(image: string, message: string): Error {
  return stickError('wim/unsupported', { path: image, message });
}
