import type { ImageFoldersRequest } from '../index';
import { listImage, readImagePaths } from './operations';
import type { WindowsWork } from './windows-work';

/** As Host.listImageFolders says. Wants administrator rights. Throws `tool/missing`, `tool/failed`, `cancelled`. */
export async function listImageFolders(
  { wimParts, index, folders }: ImageFoldersRequest,
  signal: AbortSignal,
  { run, privateFolder }: Pick<WindowsWork, 'run' | 'privateFolder'>,
): Promise<string[]> {
  const { stdout } = await run(listImage({ wimParts, index }), { folder: privateFolder, signal });
  return readImagePaths(stdout, folders);
}
