import type { ConfigInForce } from './lookup';
import { matchesPattern, patternGoesBeyond } from './matching';

/* Which files Ventoy shows in its menu (`ventoy_collect_img_files`). */

export const IMAGE_TYPES = ['iso', 'wim', 'efi', 'img', 'vhd', 'vtoy'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export interface SizedFile {
  /** Absolute on the data partition, with `/`. */
  path: string;
  sizeBytes: number;
}

export interface ListedImage extends SizedFile {
  name: string;
  type: ImageType;
}

export type HiddenReason =
  | 'dot-underscore'
  | 'ignored-folder'
  | 'image-blacklist'
  | 'image-list'
  | 'needs-vhdboot'
  | 'needs-wimboot'
  | 'outside-search-root'
  | 'too-deep'
  | 'too-small'
  | 'trash'
  | 'type-hidden'
  | 'uefi-only';

/** A file of a type that Ventoy lists, and why it isn't listed. */
export interface HiddenFile {
  path: string;
  reason: HiddenReason;
}

/** Smaller files are no images to Ventoy (`VTOY_FILT_MIN_FILE_SIZE`). */
const MIN_IMAGE_BYTES = 32768;
export const WIMBOOT_PATH = '/ventoy/ventoy_wimboot.img';
export const VHDBOOT_PATH = '/ventoy/ventoy_vhdboot.img';

/** What the file's name says it is; null for what Ventoy never lists, its own helpers too. */
export function imageTypeOf(name: string): ImageType | null {
  if (name === 'ventoy_wimboot.img' || name === 'ventoy_vhdboot.img') return null;
  const suffix = /\.(iso|wim|efi|img|vhdx?|vtoy)$/i.exec(name)?.[1]?.toLowerCase();
  return IMAGE_TYPES.find((type) => type === (suffix === 'vhdx' ? 'vhd' : suffix)) ?? null;
}

export function listedImages(
  config: ConfigInForce,
  files: readonly SizedFile[],
  mode: 'bios' | 'uefi',
): { images: ListedImage[]; hidden: HiddenFile[] } {
  const search = new Search(config, files, mode);
  const images: ListedImage[] = [];
  const hidden: HiddenFile[] = [];
  for (const { path, sizeBytes } of files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const type = imageTypeOf(name);
    if (type === null) continue;
    const image = { path, sizeBytes, name, type };
    const reason = search.reasonToHide(image);
    if (reason === null) images.push(image);
    else hidden.push({ path, reason });
  }
  return { images, hidden };
}

class Search {
  private readonly deepest: number;
  private readonly ignored: ReadonlySet<string>;
  private readonly folders = new Map<string, HiddenReason | null>();
  private readonly hasWimboot: boolean;
  private readonly hasVhdboot: boolean;

  constructor(
    private readonly config: ConfigInForce,
    files: readonly SizedFile[],
    private readonly mode: 'bios' | 'uefi',
  ) {
    const level = config.setting('VTOY_MAX_SEARCH_LEVEL') ?? '';
    this.deepest = /^\d+$/.test(level) ? Number(level) : Infinity;
    const markers = files.filter(({ path }) => /\/\.ventoyignore[^/]*$/.test(path));
    this.ignored = new Set(markers.map(({ path }) => path.slice(0, path.lastIndexOf('/'))));
    const helper = (wanted: string): boolean =>
      files.some(({ path, sizeBytes }) => path === wanted && sizeBytes >= MIN_IMAGE_BYTES);
    this.hasWimboot = helper(WIMBOOT_PATH);
    this.hasVhdboot = helper(VHDBOOT_PATH);
  }

  reasonToHide({ path, name, type, sizeBytes }: ListedImage): HiddenReason | null {
    const folder = path.slice(0, path.lastIndexOf('/'));
    return (
      this.reasonOfFolder(folder) ??
      this.reasonOfType(type) ??
      this.reasonOfName(name) ??
      this.reasonOfList(path) ??
      (sizeBytes < MIN_IMAGE_BYTES ? 'too-small' : null)
    );
  }

  /** Why what lies in the folder isn't found. */
  private reasonOfFolder(folder: string): HiddenReason | null {
    if (folder === this.config.searchRoot) return null;
    if (!folder.startsWith(`${this.config.searchRoot}/`)) return 'outside-search-root';
    const known = this.folders.get(folder);
    if (known !== undefined) return known;
    const above = this.reasonOfFolder(folder.slice(0, folder.lastIndexOf('/')));
    const reason = above ?? this.reasonOfThisFolder(folder);
    this.folders.set(folder, reason);
    return reason;
  }

  private reasonOfThisFolder(folder: string): HiddenReason | null {
    const level = folder.slice(this.config.searchRoot.length).split('/').length - 1;
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const list = this.config.imageList;
    if (level > this.deepest) return 'too-deep';
    if (this.reasonOfName(name) !== null) return 'dot-underscore';
    if (isTrash(name) && this.config.setting('VTOY_FILT_TRASH_DIR') !== '0') return 'trash';
    if (
      list?.shows === true &&
      !list.patterns.some((each) => patternGoesBeyond(each, `${folder}/`))
    ) {
      return 'image-list';
    }
    return this.ignored.has(folder) ? 'ignored-folder' : null;
  }

  private reasonOfType(type: ImageType): HiddenReason | null {
    const filter = `VTOY_FILE_FLT_${type.toUpperCase() as Uppercase<ImageType>}` as const;
    if (this.config.isOn(filter)) return 'type-hidden';
    if (type === 'wim' && !this.hasWimboot) return 'needs-wimboot';
    if (type === 'vhd' && !this.hasVhdboot) return 'needs-vhdboot';
    return type === 'efi' && this.mode === 'bios' ? 'uefi-only' : null;
  }

  private reasonOfName(name: string): HiddenReason | null {
    const filters = this.config.isOn('VTOY_FILT_DOT_UNDERSCORE_FILE');
    return filters && name.startsWith('._') ? 'dot-underscore' : null;
  }

  private reasonOfList(path: string): HiddenReason | null {
    const list = this.config.imageList;
    if (list === null) return null;
    const named = list.patterns.some((pattern) => matchesPattern(pattern, path));
    if (named === list.shows) return null;
    return list.shows ? 'image-list' : 'image-blacklist';
  }
}

function isTrash(name: string): boolean {
  return name === '.Trashes' || name.startsWith('.trash-') || name.startsWith('$RECYCLE.BIN');
}
