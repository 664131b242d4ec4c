import type { ImageInfo } from '../../src-shared/image';
import { stickError } from '../../src-shared/errors';
import type { WindowsContents } from '../../src-shared/windows-contents';
import type { Host, Running } from '../host';
import type { StagedImages } from './staged-image';
import { openJobFolder } from './work-folder';

export interface ContentsTools {
  host: Host;
  staged: StagedImages;
  workFolder: string;
}

/**
 * Lists the apps and features of an edition by its index. A disc image is read whole first, unless that was done:
 * its WIM has to lie in the work folder; progress is about that. Throws `wim/edition-missing`, `tool/missing`,
 * `cancelled`, and what StagedImages and the host throw.
 */
export async function windowsContents(
  info: ImageInfo,
  index: number,
  tools: ContentsTools,
  running: Running,
): Promise<WindowsContents> {
  if (!info.editions.some((edition) => edition.index === index)) {
    throw stickError('wim/edition-missing', { index, available: info.editions.length });
  }
  await tools.host.requireToolsFor(['read-windows']);
  const wimParts = await partsOf(info, tools.staged, running);
  const folder = await openJobFolder(tools.workFolder);
  try {
    const request = { wimParts, index, folder: folder.path };
    return await tools.host.readWindowsContents(request, running.signal);
  } finally {
    await folder.remove();
  }
}

/** A WIM that is a file by itself needs not be read for this. */
async function partsOf(info: ImageInfo, staged: StagedImages, running: Running): Promise<string[]> {
  if (info.wim.insideIso === null) return info.wim.parts;
  return (await staged.get(info, running)).wimParts;
}
