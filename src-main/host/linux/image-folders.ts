import { resolve } from 'node:path';
import type { ImageFoldersRequest } from '../index';
import { withWimWorker } from './wim-worker';

/** Lists what lies in folders of an edition, of which nothing is unpacked. Throws what opening a WIM throws, and `cancelled`. */
export function listImageFolders(
  { wimParts, index, folders }: ImageFoldersRequest,
  signal: AbortSignal,
): Promise<string[]> {
  return withWimWorker(signal, async (worker) => {
    await worker.open(
      wimParts.map((part) => resolve(part)),
      index,
    );
    const found: string[] = [];
    for (const folder of folders) {
      for (const { path } of await worker.list(folder)) found.push(path);
    }
    return found;
  });
}
