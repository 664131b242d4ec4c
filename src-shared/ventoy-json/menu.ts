import type { VentoyConfig } from './config';
import type { JsonObject, JsonValue } from './json';
import { textMember } from './json';
import type { HiddenFile, ImageType, ListedImage, SizedFile } from './listing';
import { listedImages } from './listing';
import { ConfigInForce } from './lookup';
import { compareFolders, compareImages } from './menu-order';

/** Ventoy's boot menu as it would appear (`ventoy_cmd_list_img`, `ventoy_dynamic_tree_menu`, `grub.cfg`). */
export interface MenuPreview {
  style: 'list' | 'folders';
  /** A password comes before the menu. */
  locked: boolean;
  /** Until the default starts by itself. null: never. */
  timeoutSeconds: number | null;
  default: MenuDefault;
  /** From top to bottom. In a list all of them are images. */
  entries: MenuEntry[];
  /** Files of a type that Ventoy lists, and why it doesn't list these. */
  hidden: HiddenFile[];
}

export type MenuDefault =
  | { kind: 'first' }
  | { kind: 'image'; path: string }
  /** Leaves Ventoy, for the firmware's next choice. */
  | { kind: 'exit' }
  /** Goes at once into the menu of a key, and there to a choice. */
  | { kind: 'key'; key: string; choice: string };

export type MenuEntry = MenuImage | MenuFolder;

export interface MenuImage {
  kind: 'image';
  path: string;
  sizeBytes: number;
  type: ImageType;
  /** The alias, or the file's name. */
  label: string;
  /** The theme's icon. */
  class: string;
  /** Lines below the menu: none, one or two. */
  tips: string[];
  persistence: MenuChoice | null;
  autoInstall: MenuChoice | null;
  /** Path of the archive. */
  injection: string | null;
  inMemory: boolean;
  asksPassword: boolean;
}

export interface MenuFolder {
  kind: 'folder';
  path: string;
  /** The alias, or the folder's name in brackets. */
  label: string;
  class: string;
  tips: string[];
  /** Folders first. */
  entries: MenuEntry[];
}

/** Files of which one is taken when the image starts. */
export interface MenuChoice {
  /** Those that are on the stick. The menu has “without” above them. */
  files: string[];
  /** What is taken, or marked: 0 none of them, 1 the first. */
  selected: number;
  asks: boolean;
  /** Until the marked one is taken. null: waits, or doesn't ask. */
  timeoutSeconds: number | null;
}

/**
 * @param files all files on the data partition: some of those that aren't images decide what is shown
 * @param mode on x86: `bios` is what Ventoy calls legacy, `uefi` that of 64 bits
 */
export function bootMenu(
  config: VentoyConfig,
  files: readonly SizedFile[],
  mode: 'bios' | 'uefi',
): MenuPreview {
  const inForce = new ConfigInForce(config, mode === 'bios' ? 'legacy' : 'uefi');
  const { images, hidden } = listedImages(inForce, files, mode);
  const ordered = [...images]
    // Where names are equal the order of the search decides, which goes level by level.
    .sort((one, other) => depth(one.path) - depth(other.path))
    .sort((one, other) => compareImages(inForce, one, other));
  const there = namesOf(files);
  const items = ordered.map((image) => menuImage(inForce, image, there));
  const style = inForce.setting('VTOY_DEFAULT_MENU_MODE')?.startsWith('1') ? 'folders' : 'list';
  const timeout = inForce.setting('VTOY_MENU_TIMEOUT') ?? '';
  return {
    style,
    locked: inForce.isLocked(),
    timeoutSeconds: /^\d+$/.test(timeout) ? Number(timeout) : null,
    default: menuDefault(inForce, images),
    entries: style === 'list' ? items : inFolders(inForce, items),
    hidden,
  };
}

function depth(path: string): number {
  return path.split('/').length;
}

/** In small letters, as GRUB finds files on exFAT, FAT and NTFS. */
function namesOf(files: readonly SizedFile[]): ReadonlySet<string> {
  return new Set(files.map(({ path }) => path.toLowerCase()));
}

function menuDefault(config: ConfigInForce, images: readonly ListedImage[]): MenuDefault {
  const wanted = config.setting('VTOY_DEFAULT_IMAGE') ?? '';
  if (wanted === 'VTOY_EXIT') return { kind: 'exit' };
  const [, key, choice] = /^(F[2-9])>(.*)$/s.exec(wanted) ?? [];
  if (key !== undefined && choice !== undefined) return { kind: 'key', key, choice };
  return images.some(({ path }) => path === wanted)
    ? { kind: 'image', path: wanted }
    : { kind: 'first' };
}

function menuImage(
  config: ConfigInForce,
  { path, name, sizeBytes, type }: ListedImage,
  there: ReadonlySet<string>,
): MenuImage {
  return {
    kind: 'image',
    path,
    sizeBytes,
    type,
    label: firstText(config.entriesFor('menu_alias', path), 'alias') ?? name,
    class: config.imageClass(path, name) ?? `vtoy${type}`,
    tips: tipLines(config.tipFor(path, false)),
    persistence: menuChoice(config.entriesFor('persistence', path), 'backend', there),
    autoInstall: menuChoice(config.entriesFor('auto_install', path), 'template', there),
    injection: firstText(config.entriesFor('injection', path), 'archive'),
    inMemory: (type === 'iso' || type === 'img') && config.isInMemory(path),
    asksPassword: config.asksPassword(path, type),
  };
}

/** An entry without the text has no part in Ventoy's tables. */
function firstText(entries: readonly JsonObject[], member: string): string | null {
  for (const entry of entries) {
    const text = textMember(entry, member);
    if (text !== undefined) return text;
  }
  return null;
}

function tipLines(entry: JsonObject | undefined): string[] {
  if (entry === undefined) return [];
  const tip = textMember(entry, 'tip');
  const lines = tip === undefined ? [textMember(entry, 'tip1'), textMember(entry, 'tip2')] : [tip];
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}

/** By `ventoy_plugin_parse_fullpath`, `ventoy_cmd_sel_persistence` and `ventoy_cmd_sel_auto_install`. */
function menuChoice(
  entries: readonly JsonObject[],
  member: string,
  there: ReadonlySet<string>,
): MenuChoice | null {
  for (const entry of entries) {
    const files = filesOf(entry[member], there);
    if (files === null) continue;
    if (files.length === 0) return null;
    const chosen = wholeNumber(entry['autosel'], files.length);
    const timeout = wholeNumber(entry['timeout'], Infinity);
    const asks = chosen === null || timeout !== null;
    const timeoutSeconds = asks && timeout !== null && timeout > 0 ? timeout : null;
    return { files, selected: chosen ?? 1, asks, timeoutSeconds };
  }
  return null;
}

/** Those that are there. Null when Ventoy leaves the whole entry out: for a path of the wrong form, for a lone missing file. */
function filesOf(value: JsonValue | undefined, there: ReadonlySet<string>): string[] | null {
  const isThere = (path: string): boolean => there.has(path.toLowerCase());
  if (typeof value === 'string') return value.startsWith('/') && isThere(value) ? [value] : null;
  if (!Array.isArray(value)) return null;
  const paths = value.filter((path) => typeof path === 'string' && path.startsWith('/'));
  return paths.length < value.length ? null : (paths as string[]).filter(isThere);
}

function wholeNumber(value: JsonValue | undefined, most: number): number | null {
  const isOne = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
  return isOne ? value : null;
}

/** The images, which are in order, in their folders; in each the folders come first. */
function inFolders(config: ConfigInForce, images: readonly MenuImage[]): MenuEntry[] {
  const folders = new Map<string, MenuFolder>();
  const top: MenuEntry[] = [];
  const inside = (folder: string): MenuEntry[] => {
    if (folder === config.searchRoot) return top;
    const known = folders.get(folder);
    if (known !== undefined) return known.entries;
    const made = menuFolder(config, folder);
    folders.set(folder, made);
    inside(parentOf(folder)).push(made);
    return made.entries;
  };
  for (const image of images) inside(parentOf(image.path)).push(image);
  for (const entries of [top, ...[...folders.values()].map((folder) => folder.entries)]) {
    foldersFirst(config, entries);
  }
  return top;
}

function foldersFirst(config: ConfigInForce, entries: MenuEntry[]): void {
  const rank = ({ kind }: MenuEntry): number => (kind === 'folder' ? 0 : 1);
  entries.sort((one, other) =>
    one.kind === 'folder' && other.kind === 'folder'
      ? compareFolders(config, one.path, other.path)
      : rank(one) - rank(other),
  );
}

function menuFolder(config: ConfigInForce, path: string): MenuFolder {
  return {
    kind: 'folder',
    path,
    label: config.folderAlias(path) ?? `[${path.slice(path.lastIndexOf('/') + 1)}]`,
    class: config.folderClass(path) ?? 'vtoydir',
    tips: tipLines(config.tipFor(path, true)),
    entries: [],
  };
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
