import { win32 } from 'node:path';
import { stickError } from '../../../../src-shared/errors';
import type { Operation } from '../operation';
import { DISM_OK_CODES, dismFailure, dismProgress } from './dism-output';
import { makeOperation } from './make-operation';

/**
 * DISM's commands, as learn.microsoft.com/windows-hardware/manufacture/desktop describes them (“DISM Global Options
 * for Command-Line Syntax”, “DISM Image Management Command-Line Options”, “DISM Driver / Windows package / App
 * Package Servicing Command-Line Options”). `/English` makes its output English; it is the first argument, because
 * it counts for what comes after it.
 */

/** Where DISM may keep what it needs, so that nothing of it lies in Windows' own folders. */
export interface DismFolders {
  /** An existing, empty folder. */
  scratch: string;
  /** A file, made if missing. */
  log: string;
}

/** One image of a WIM, an ESD or a split WIM. */
export interface WimImage {
  /** First part first; the others lie beside it with the same name and another number (`install.swm`, `install2.swm`). */
  wimParts: readonly string[];
  index: number;
}

/**
 * Lists every file and folder of an image; for `readImagePaths`. Hundreds of thousands of lines for a Windows. For a split WIM,
 * the first part holds the list (assumed: DISM then needs no other one). Needs no room of its own (assumed).
 */
export function listImage({ wimParts, index }: WimImage): Operation {
  const [first = ''] = wimParts;
  const image = [`/ImageFile:${first}`, `/Index:${String(index)}`];
  return dism(
    `List the files of edition ${String(index)} of ${first}`,
    ['/List-Image', ...image],
    null,
  );
}

/**
 * Unpacks an image into an empty volume, with security descriptors and extended attributes (`/EA`, Windows 10 1607
 * and later). No `/CheckIntegrity`: few images have the table that it wants (reported), and every file is compared
 * with its SHA-1 as it is unpacked (assumed). Throws `wim/part-foreign` for parts that DISM could not find by one
 * pattern.
 */
export function applyImage(image: WimImage, folder: string, folders: DismFolders): Operation {
  const [first = ''] = image.wimParts;
  return dism(
    `Unpack edition ${String(image.index)} of ${first} into ${folder}`,
    [
      '/Apply-Image',
      `/ImageFile:${first}`,
      ...otherParts(image),
      `/Index:${String(image.index)}`,
      `/ApplyDir:${folder}`,
      '/EA',
    ],
    folders,
  );
}

/**
 * Copies one image into a new WIM: an ESD and a split WIM can't be mounted themselves (documented for split WIMs, reported for
 * ESDs), and both can be exported. Throws as `applyImage`.
 */
export function exportImage(image: WimImage, wim: string, folders: DismFolders): Operation {
  const [first = ''] = image.wimParts;
  return dism(
    `Copy edition ${String(image.index)} of ${first} to ${wim}`,
    [
      '/Export-Image',
      `/SourceImageFile:${first}`,
      ...otherParts(image),
      `/SourceIndex:${String(image.index)}`,
      `/DestinationImageFile:${wim}`,
      '/Compress:fast',
    ],
    folders,
  );
}

/** Has the image's files appear in an empty folder on NTFS, for reading. `wim` is no ESD and not split. */
export function mountImage(
  { wim, index }: { wim: string; index: number },
  folder: string,
  folders: DismFolders,
): Operation {
  const image = [`/ImageFile:${wim}`, `/Index:${String(index)}`];
  const mount = dism(
    `Mount edition ${String(index)} of ${wim} in ${folder}, for reading`,
    ['/Mount-Image', ...image, `/MountDir:${folder}`, '/ReadOnly'],
    folders,
  );
  return { ...mount, undo: unmountImage(folder) };
}

/** Nothing that was changed in it is kept. What keeps its log must not lie in a folder that is gone by then. */
export function unmountImage(folder: string): Operation {
  return dism(
    `Take the image out of ${folder}`,
    ['/Unmount-Image', `/MountDir:${folder}`, '/Discard'],
    null,
  );
}

/** Where DISM finds the parts after the first. Throws `wim/part-foreign`. */
function otherParts({ wimParts }: WimImage): string[] {
  const [first = '', ...others] = wimParts;
  return others.length === 0 ? [] : [`/SWMFile:${partsPattern(first, others)}`];
}

/** The parts' names with a `*`, all in one folder. */
function partsPattern(first: string, others: readonly string[]): string {
  const { dir, name, ext } = win32.parse(first);
  for (const path of others) {
    const other = win32.parse(path);
    const numbered = other.name.startsWith(name) && /^\d+$/.test(other.name.slice(name.length));
    if (other.dir !== dir || other.ext.toLowerCase() !== ext.toLowerCase() || !numbered) {
      throw stickError('wim/part-foreign', { path });
    }
  }
  return win32.join(dir, `${name}*${ext}`);
}

/** Adds the drivers of a folder and of those in it. Unsigned ones are refused by DISM for 64-bit Windows. */
export function addDrivers(windows: string, folder: string, folders: DismFolders): Operation {
  return service(
    `Add the drivers in ${folder}`,
    windows,
    ['/Add-Driver', `/Driver:${folder}`, '/Recurse'],
    folders,
  );
}

export function getFeatures(windows: string, folders: DismFolders): Operation {
  return service('List the features', windows, ['/Get-Features'], folders);
}

/** Its files stay, so that it can be had again. */
export function disableFeature(windows: string, name: string, folders: DismFolders): Operation {
  return service(
    `Turn the feature ${name} off`,
    windows,
    ['/Disable-Feature', `/FeatureName:${name}`],
    folders,
  );
}

export function getProvisionedApps(windows: string, folders: DismFolders): Operation {
  return service('List the apps', windows, ['/Get-ProvisionedAppxPackages'], folders);
}

/** `packageName` as `/Get-ProvisionedAppxPackages` lists it, with version and publisher. */
export function removeProvisionedApp(
  windows: string,
  packageName: string,
  folders: DismFolders,
): Operation {
  return service(
    `Remove the app ${packageName}`,
    windows,
    ['/Remove-ProvisionedAppxPackage', `/PackageName:${packageName}`],
    folders,
  );
}

/** Removes what newer components took the place of. Updates can still be taken back afterwards: no `/ResetBase`. */
export function cleanUpComponents(windows: string, folders: DismFolders): Operation {
  return service(
    'Clean up the component store',
    windows,
    ['/Cleanup-Image', '/StartComponentCleanup'],
    folders,
  );
}

/** `windows` is the folder that holds `\Windows`. */
function service(
  title: string,
  windows: string,
  args: readonly string[],
  folders: DismFolders,
): Operation {
  return dism(title, [`/Image:${windows}`, ...args], folders);
}

function dism(title: string, args: readonly string[], folders: DismFolders | null): Operation {
  return makeOperation({
    title,
    program: 'Dism.exe',
    args: ['/English', ...(folders ? placesOf(folders) : []), ...args],
    okCodes: DISM_OK_CODES,
    progressOf: dismProgress,
    failureOf: dismFailure,
  });
}

function placesOf({ scratch, log }: DismFolders): string[] {
  return [`/LogPath:${log}`, `/ScratchDir:${scratch}`];
}
