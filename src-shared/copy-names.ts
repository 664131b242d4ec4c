import type { VentoyFileSystem } from './ventoy-stick';

/**
 * Why a file or folder can't have a name on the partition with the images, or should not.
 * `warning`: the file can lie there, but Ventoy or Windows would make something else of it.
 */
export interface NameProblem {
  level: 'error' | 'warning';
  code: NameProblemCode;
}

export type NameProblemCode =
  | 'empty'
  | 'dots'
  | 'character'
  | 'unpaired'
  | 'end'
  | 'device'
  | 'too-long'
  | 'ventoy-own'
  | 'ventoy-skips'
  | 'path-too-long';

/** What is wrong, as the rest of a sentence that begins with the name. For where no translation is at hand. */
export const nameProblems: Record<NameProblemCode, string> = {
  empty: 'is no name',
  dots: 'stands for a folder and is no name',
  character:
    'has a character that this file system doesn’t allow: one of " * / : < > ? \\ | or a control character',
  unpaired: 'has half a character',
  end: 'ends with a dot or a space, which Windows takes away',
  device: 'is the name of a device on Windows',
  'too-long': 'is too long: a name has at most 255 characters, on a Linux file system 255 bytes',
  'ventoy-own': 'belongs to Ventoy’s own settings',
  'ventoy-skips': 'is a name that Ventoy doesn’t list',
  'path-too-long': 'lies too deep for Ventoy: a whole path has less than 400 bytes',
};

/** UTF-16 units of a long name: exFAT specification 7.7, Microsoft FAT32 specification 1.03, NTFS; ext and XFS count bytes. */
const LONGEST_NAME = 255;
/** Ventoy’s lists hold paths and folders in fields of 512 and 400 bytes (grub-core/ventoy/ventoy_def.h). */
const LONGEST_PATH_BYTES = 399;
/** exFAT specification 7.7.3, Microsoft “Naming Files, Paths, and Namespaces”. */
const FORBIDDEN = /[\u0000-\u001f"*/:<>?\\|]/;
/** Microsoft, the same page: these, also with any extension. Superscript digits count as digits. */
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** Folders that systems make for what was thrown away; Ventoy passes them over (ventoy_cmd.c). */
const SKIPPED = /^(\.trash-|\.trashes$|\$recycle\.bin)/i;

/** Where Ventoy's settings and plugins lie, in the root folder of the partition. */
const VENTOY_FOLDER = 'ventoy';
/** What Ventoy looks for in there to be told what to do. */
const SETTINGS = /^ventoy(_[a-z0-9]+)?\.json$/i;
/** These start WIM and VHD files when they lie in there; Ventoy lists them nowhere. */
const VENTOY_HELPERS = /^ventoy_(wim|vhd)boot\.img$/i;
/** In a folder: Ventoy lists nothing of it. */
const IGNORE_MARK = '.ventoyignore';

/** Checks one name of a file or folder, without its place. The first error counts, else the first warning. */
export function problemWithName(name: string, fileSystem: VentoyFileSystem): NameProblem | null {
  if (name === '') return error('empty');
  if (name === '.' || name === '..') return error('dots');
  if (!isWellFormed(name)) return error('unpaired');
  const tooLong = isUnix(fileSystem) ? bytesOf(name) > LONGEST_NAME : name.length > LONGEST_NAME;
  if (tooLong) return error('too-long');
  if (isUnix(fileSystem)) {
    if (/[/\0]/.test(name)) return error('character');
    if (FORBIDDEN.test(name)) return warning('character');
    if (/[. ]$/.test(name)) return warning('end');
    return DEVICES.test(name) ? warning('device') : null;
  }
  if (FORBIDDEN.test(name)) return error('character');
  if (/[. ]$/.test(name)) return error('end');
  return DEVICES.test(name) ? error('device') : null;
}

/**
 * Checks a path from the root of the partition, with `/`: each of its names, and what Ventoy would make of it. Its
 * settings are not for copying over.
 */
export function problemWithPath(path: string, fileSystem: VentoyFileSystem): NameProblem | null {
  const names = path.replace(/^\//, '').split('/');
  const found = names
    .map((name) => problemWithName(name, fileSystem))
    .filter((one) => one !== null);
  const worst = found.find(({ level }) => level === 'error');
  if (worst) return worst;
  const [first = ''] = names;
  const last = names.at(-1) ?? '';
  const inVentoy = first.toLowerCase() === VENTOY_FOLDER;
  const isSettings = inVentoy && (names.length === 1 || SETTINGS.test(last));
  if (isSettings || last.toLowerCase() === IGNORE_MARK) return error('ventoy-own');
  if (bytesOf(names.join('/')) + 1 > LONGEST_PATH_BYTES) return error('path-too-long');
  if (names.some((name) => SKIPPED.test(name))) return warning('ventoy-skips');
  if (VENTOY_HELPERS.test(last) && !inVentoy) return warning('ventoy-skips');
  return found[0] ?? null;
}

/**
 * What tells two names apart: file systems of Windows, and Ventoy's own settings, take capital and small letters for
 * the same, each character by itself: `ß` has no capital of one character, so it isn't `SS`.
 */
export function nameKey(name: string): string {
  return name.replace(/[^]/g, (unit) => {
    const capital = unit.toUpperCase();
    return capital.length === 1 ? capital : unit;
  });
}

/** Paths that could not lie beside the others, since they differ by nothing that counts. Each is named once. */
export function clashingPaths(paths: readonly string[]): string[] {
  const seen = new Map<string, string>();
  const clashing = new Set<string>();
  for (const path of paths) {
    const key = nameKey(path.replace(/^\//, ''));
    const other = seen.get(key);
    if (other !== undefined) clashing.add(path);
    else seen.set(key, path);
  }
  return [...clashing];
}

function isUnix(fileSystem: VentoyFileSystem): boolean {
  return fileSystem === 'ext' || fileSystem === 'xfs' || fileSystem === 'btrfs';
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A surrogate without its other half can’t be written in UTF-8. */
function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}

function error(code: NameProblemCode): NameProblem {
  return { level: 'error', code };
}

function warning(code: NameProblemCode): NameProblem {
  return { level: 'warning', code };
}
