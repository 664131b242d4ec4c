import { stickError } from '../../src-shared/errors';
import type { Edition, ImageInfo, WimLocation } from '../../src-shared/image';
import type { FileSource } from '../io';
import { readBareWim } from './bare-wim';
import { imageFileError, openImageFile } from './image-file';
import { openIso } from './iso';
import { readIsoWim } from './iso-wim';
import { looksLikeWim } from './wim-header';
import type { WimSet } from './wim-set';

/**
 * What an ISO, WIM, ESD or SWM file holds. Only metadata is read. What the file is is told from its
 * content, never from its name.
 *
 * Throws a StickError: `image/…`, `wim/…`, or `io/read` when its disk fails.
 */
export async function inspectImage(path: string): Promise<ImageInfo> {
  const file = await openImageFile(path);
  try {
    if (file.size === 0) {
      throw stickError('image/not-recognised', { path, message: 'it is empty' });
    }
    const start = await file.read(0, Math.min(file.size, 16));
    return looksLikeWim(start) ? await inspectWim(file) : await inspectIso(file);
  } catch (error) {
    throw imageFileError(error, path);
  } finally {
    await file.close();
  }
}

async function inspectWim(file: FileSource): Promise<ImageInfo> {
  const set = await readBareWim(file);
  const kind = set.parts.length > 1 ? 'swm' : set.solid ? 'esd' : 'wim';
  return {
    path: file.path,
    sizeBytes: file.size,
    container: 'wim',
    label: null,
    wim: locationOf(set, kind, null),
    editions: set.editions,
    kinds: canBecomeWindowsToGo(set.editions) ? ['windows-to-go'] : [],
  };
}

async function inspectIso(file: FileSource): Promise<ImageInfo> {
  const iso = await openIso(file, file.path);
  const { set, kind } = await readIsoWim(iso, file.path);
  return {
    path: file.path,
    sizeBytes: file.size,
    container: 'iso',
    label: iso.label,
    wim: locationOf(set, kind, set.parts[0]?.path ?? null),
    editions: set.editions,
    kinds: canBecomeWindowsToGo(set.editions) ? ['windows-to-go', 'ventoy'] : ['ventoy'],
  };
}

function locationOf(set: WimSet, kind: WimLocation['kind'], insideIso: string | null): WimLocation {
  return {
    kind,
    insideIso,
    sizeBytes: set.parts.reduce((sum, part) => sum + part.source.size, 0),
    parts: set.parts.map((part) => part.path),
    compression: set.compression,
    solid: set.solid,
  };
}

function canBecomeWindowsToGo(editions: readonly Edition[]): boolean {
  return editions.some(
    ({ windows, architecture }) => windows && (architecture === 'x64' || architecture === 'arm64'),
  );
}
