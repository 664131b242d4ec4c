import { access, constants, stat } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import { messageOf, stickError } from '../../src-shared/errors';
import { requireWindowsFile } from '../../src-shared/windows-drive-path';
import { BootImageKindSchema } from '../../src-shared/boot-image';
import type { ImageFileTarget, VentoyFilePurpose } from '../../src-shared/ipc';
import { isImageFilePath } from '../../src-shared/vhdx';
import type { dialogs } from '../../src-shared/languages/en/dialogs';
import type { Host } from '../host';
import { dialogWords } from './words';

/** A kind of files to choose from, with the endings of their names. */
interface FileType {
  name: keyof typeof dialogs.dialogs.files;
  extensions: readonly string[];
}

const allFiles: FileType = { name: 'all', extensions: ['*'] };

/** The path of a file; null when the dialog was closed. */
export async function chooseFile(window: BrowserWindow, kind: FileKind): Promise<string | null> {
  const filters = await named(typesOf[kind]);
  const chosen = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/** Several at once; none when the dialog was closed. */
export async function chooseFiles(window: BrowserWindow, kind: FileKind): Promise<string[]> {
  const filters = await named(typesOf[kind]);
  const properties = ['openFile', 'multiSelections'] as const;
  const chosen = await dialog.showOpenDialog(window, { properties: [...properties], filters });
  return chosen.canceled ? [] : chosen.filePaths;
}

type FileKind =
  | 'image'
  | 'checksum'
  | 'stick'
  | 'recipe'
  | 'answers'
  | 'wifi'
  | 'domain-join'
  | 'boot-image'
  | 'ventoy-package'
  | VentoyFilePurpose;

const typesOf: Readonly<Record<FileKind, readonly FileType[]>> = {
  image: [{ name: 'windowsImages', extensions: ['iso', 'wim', 'esd', 'swm'] }, allFiles],
  checksum: [allFiles],
  stick: [{ name: 'diskImages', extensions: ['img', 'vhdx'] }, allFiles],
  recipe: [{ name: 'recipes', extensions: ['json'] }],
  answers: [{ name: 'answers', extensions: ['xml'] }, allFiles],
  wifi: [{ name: 'networks', extensions: ['xml'] }, allFiles],
  // “djoin /savefile” gives no ending of its own.
  'domain-join': [allFiles],
  'boot-image': [{ name: 'bootImages', extensions: BootImageKindSchema.options }, allFiles],
  'ventoy-package': [{ name: 'ventoyReleases', extensions: ['gz', 'zip'] }, allFiles],
  template: [allFiles],
  injection: [{ name: 'archives', extensions: ['7z', 'zip', 'gz', 'xz', 'bz2'] }, allFiles],
  replacement: [allFiles],
  'vhd-boot': [{ name: 'diskImages', extensions: ['img'] }, allFiles],
};

/** With their names in the language of the window. */
async function named(types: readonly FileType[]): Promise<FileFilter[]> {
  const { files } = await dialogWords();
  return types.map(({ name, extensions }) => ({ name: files[name], extensions: [...extensions] }));
}

export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const chosen = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  });
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

export async function chooseNewFile(
  window: BrowserWindow,
  name: string,
  ...types: FileType[]
): Promise<string | null> {
  const filters = await named(types);
  const chosen = await dialog.showSaveDialog(window, { defaultPath: name, filters });
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
}

/** Where a report shall go; its ending decides between page and data. */
export function chooseReportFile(window: BrowserWindow): Promise<string | null> {
  return chooseNewFile(
    window,
    'sticksmith-report.html',
    { name: 'page', extensions: ['html'] },
    { name: 'data', extensions: ['json'] },
  );
}

/** Looks at a path that is to become an image file. Throws `target/unusable-path`, `target/not-a-drive`. */
export async function imageFileTarget(
  path: string,
  host: Pick<Host, 'platform' | 'freeBytes'>,
): Promise<ImageFileTarget> {
  const begin = host.platform === 'win32' ? String.raw`C:\ or another drive’s letter` : '/';
  if (!isAbsolute(path)) throw unusable(path, `give the whole path, starting at ${begin}`);
  if (host.platform === 'win32') requireWindowsFile(path);
  if (!isImageFilePath(path)) {
    throw unusable(path, 'its name must end in .img or .vhdx');
  }
  const known = await stat(path).catch(() => null);
  if (known && !known.isFile()) throw unusable(path, 'something that is not a file has this name');
  const folder = dirname(path);
  try {
    await access(folder, constants.W_OK);
  } catch (error) {
    throw unusable(path, messageOf(error));
  }
  return { path, exists: known !== null, freeBytes: await host.freeBytes(folder) };
}

function unusable(target: string, message: string): Error {
  return stickError('target/unusable-path', { target, message });
}
