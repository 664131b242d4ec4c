import { win32 } from 'node:path';
import { stickError } from '../../../../src-shared/errors';
import type { Operation, OperationScript } from '../operation';
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

export function getImageInfo(wim: string, folders: DismFolders): Operation {
  return dism(`List the editions in ${wim}`, ['/Get-ImageInfo', `/ImageFile:${wim}`], folders);
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
  const [first = '', ...others] = image.wimParts;
  const parts = others.length === 0 ? [] : [`/SWMFile:${partsPattern(first, others)}`];
  return dism(
    `Unpack edition ${String(image.index)} of ${first} into ${folder}`,
    [
      '/Apply-Image',
      `/ImageFile:${first}`,
      ...parts,
      `/Index:${String(image.index)}`,
      `/ApplyDir:${folder}`,
      '/EA',
    ],
    folders,
  );
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

/** `remove`: takes its files away, too. */
export function disableFeature(
  windows: string,
  name: string,
  how: 'disable' | 'remove',
  folders: DismFolders,
): Operation {
  const remove = how === 'remove' ? ['/Remove'] : [];
  return service(
    `Turn the feature ${name} off`,
    windows,
    ['/Disable-Feature', `/FeatureName:${name}`, ...remove],
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

/** Removes what newer components took the place of. */
export function cleanUpComponents(windows: string, folders: DismFolders): Operation {
  return service(
    'Clean up the component store',
    windows,
    ['/Cleanup-Image', '/StartComponentCleanup', '/ResetBase'],
    folders,
  );
}

/** Carries out the pass offlineServicing of an answer file, which is XML in UTF-8. */
export function applyUnattend(windows: string, answers: string, folders: DismFolders): Operation {
  const script: OperationScript = { name: 'unattend.xml', text: answers, encoding: 'utf-8-bom' };
  return service(
    'Carry out an answer file’s offline part',
    windows,
    ['/Apply-Unattend:{unattend.xml}'],
    folders,
    [script],
  );
}

/** `windows` is the folder that holds `\Windows`. */
function service(
  title: string,
  windows: string,
  args: readonly string[],
  folders: DismFolders,
  scripts: readonly OperationScript[] = [],
): Operation {
  return dism(title, [`/Image:${windows}`, ...args], folders, scripts);
}

function dism(
  title: string,
  args: readonly string[],
  folders: DismFolders | null,
  scripts: readonly OperationScript[] = [],
): Operation {
  return makeOperation({
    title,
    program: 'Dism.exe',
    args: ['/English', ...(folders ? placesOf(folders) : []), ...args],
    scripts,
    okCodes: DISM_OK_CODES,
    progressOf: dismProgress,
    failureOf: dismFailure,
  });
}

function placesOf({ scratch, log }: DismFolders): string[] {
  return [`/LogPath:${log}`, `/ScratchDir:${scratch}`];
}
