import type { Placeholder } from '../command-tree';

/** What a shell offers where a value is wanted. */
export interface Offer {
  words: string[];
  /** Endings of files in small letters, without their dot; none: any file. Null: no files. */
  files: string[] | null;
  folders: boolean;
  /** Drives that may become a stick. */
  drives: boolean;
}

const nothing: Offer = { words: [], files: null, folders: false, drives: false };

const windowsImages = ['iso', 'wim', 'esd', 'swm'];
const archives = ['gz', 'zip'];

/** By whose value it is: an option, or a command of which it is an argument. Other files may end in any way. */
const endings: Partial<Record<string, string[]>> = {
  '--image': windowsImages,
  '--recipe': ['json'],
  '--report': ['html', 'json'],
  '--answer-file': ['xml'],
  '--wifi': ['xml'],
  '--vhd-boot': ['img'],
  '--menu-file': ['json'],
  '--ventoy-package': archives,
  inspect: windowsImages,
  'recipe validate': ['json'],
  'diary export': ['csv', 'html', 'json'],
  'diary import': ['json'],
  'ventoy package inspect': archives,
  'ventoy package keep': archives,
};

/** Every name in `endings`, so that a test can ask whether there are such options and commands. */
export const ownersOfEndings = Object.keys(endings);

/** Words of a placeholder that stand for a value; the others between `|` are meant as they are. */
const standing = new Set(['size', 'folder', 'file', 'name', 'seconds']);

/** What can be offered for a value of `owner`, an option or a command. */
export function offerFor(owner: string, { name }: Placeholder): Offer {
  const parts = name.split('|');
  const words = parts.length > 1 ? parts.filter((part) => !standing.has(part)) : [];
  const files = endings[owner] ?? [];
  if (parts.includes('folder')) return { ...nothing, words, folders: true };
  switch (name) {
    case 'file':
    case 'file[=name]':
    case 'image':
      return { ...nothing, files };
    case 'drive':
      return { ...nothing, drives: true };
    case 'target':
    case 'drive-or-img':
      return { ...nothing, files: ['img', 'vhdx'], drives: true };
    default:
      return { ...nothing, words };
  }
}
