import type { BootImage } from '../../../src-shared/boot-image';
import type { ImageInfo } from '../../../src-shared/image';
import type { StickContents } from '../../../src-shared/ipc';
import type { VentoyPackage } from '../../../src-shared/ventoy-package';
import {
  type VentoyInstall,
  type VentoyRecipe,
  ventoyEraseDefaults,
} from '../../../src-shared/ventoy-recipe';

/** An image that will be copied. */
export interface AddedImage {
  /** Names the image in other answers, whatever it is called on the stick. */
  id: string;
  info: BootImage;
  /** Path on the stick, from its root folder, without a leading `/`. */
  name: string;
  /** The hash that the file must have, as a recipe says. */
  sha256: string | null;
}

/** What lies on the one drive that is ticked, read when the person asked for it. */
export interface StickRead {
  /** `identityKey` of the drive. */
  key: string;
  contents: StickContents;
}

/** Windows in a virtual disk that Ventoy starts. */
export interface DiskWithWindows {
  image: ImageInfo | null;
  /** Index in the image, from 1. */
  edition: number | null;
  /** Of the virtual disk; null for all that is left. */
  bytes: number | null;
  /** Of the file, without `.vhdx`. */
  name: string;
  /** `ventoy_vhdboot.img` on this computer. */
  vhdBoot: string | null;
}

/** A text in an image that another file takes the place of. */
export interface Replacement {
  /** Path in the image, such as `/boot/grub/grub.cfg`. */
  inImage: string;
  /** File on this computer. */
  source: string;
}

/**
 * What is to be changed in what the boot menu says and does: all else stays as `ventoy.json` and Ventoy have it. Images
 * are named by their ids.
 */
export interface MenuAnswers {
  /** Empty for the name of the file. */
  aliases: Readonly<Record<string, string>>;
  /** Files on this computer that answer an installer’s questions. */
  templates: Readonly<Record<string, readonly string[]>>;
  /** Archives on this computer whose files appear in the started system. */
  injections: Readonly<Record<string, string>>;
  replacements: Readonly<Record<string, readonly Replacement[]>>;
  /** The image that is marked when the menu appears; null for the first one, undefined for no change. */
  defaultImage: string | null | undefined;
  /** Settings of Ventoy’s plugin `control`, by name; null for Ventoy’s built-in value. */
  settings: Readonly<Record<string, string | null>>;
  /** In the form that `ventoy.json` has; null for none, undefined for no change. */
  password: string | null | undefined;
}

export interface VentoyAnswers {
  images: readonly AddedImage[];
  stick: StickRead | null;
  /** Files that are on the stick and will be deleted. */
  removed: readonly string[];
  /** New names of files that are on the stick, by their present ones. */
  renamed: Readonly<Record<string, string>>;
  way: VentoyInstall['way'];
  package: VentoyPackage | null;
  scheme: 'mbr' | 'gpt';
  secureBoot: boolean;
  fileSystem: 'exfat' | 'ntfs';
  label: string;
  reserveBytes: number;
  /** Keep a `.sha256` file beside each copied file. */
  checksums: boolean;
  /** Bytes that a live Linux may keep, by the image’s id. */
  persistence: Readonly<Record<string, number>>;
  windows: DiskWithWindows | null;
  menu: MenuAnswers;
  /** What a recipe wants that this window doesn’t ask for. */
  extra: Pick<VentoyRecipe, 'files' | 'config' | 'configReplaces'>;
}

export const firstMenu: MenuAnswers = {
  aliases: {},
  templates: {},
  injections: {},
  replacements: {},
  defaultImage: undefined,
  settings: {},
  password: undefined,
};

export const firstVentoy: VentoyAnswers = {
  images: [],
  stick: null,
  removed: [],
  renamed: {},
  way: 'erase',
  package: null,
  scheme: ventoyEraseDefaults.scheme,
  secureBoot: ventoyEraseDefaults.secureBoot,
  fileSystem: ventoyEraseDefaults.fileSystem,
  label: ventoyEraseDefaults.label,
  reserveBytes: ventoyEraseDefaults.reserveBytes,
  checksums: false,
  persistence: {},
  windows: null,
  menu: firstMenu,
  extra: { files: [], config: {}, configReplaces: false },
};

export const firstDiskWithWindows: DiskWithWindows = {
  image: null,
  edition: null,
  bytes: null,
  name: 'Windows',
  vhdBoot: null,
};

/** The Ventoy that was found on the drive; null where none was found or nobody looked. */
export function foundVentoy(
  ventoy: VentoyAnswers,
): Extract<StickContents, { found: 'ventoy' }> | null {
  const contents = ventoy.stick?.contents;
  return contents?.found === 'ventoy' ? contents : null;
}

/** Whether what is on the drive stays: only then do its images count. */
export function keepsFiles(ventoy: VentoyAnswers): boolean {
  return ventoy.way !== 'erase';
}
