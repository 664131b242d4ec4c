import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, stickError } from '../../src-shared/errors';
import type { ImageInfo, WimLocation } from '../../src-shared/image';
import { freeBytes, openFileSource } from '../io';
import { imageFileError } from './image-file';
import { openIso } from './iso';
import type { ByteRange } from './ranges';
import { changed, readOnce, throwIfCancelled, type Piece, type StageRunning } from './read-once';

export interface StageRequest {
  info: ImageInfo;
  /** Folder that receives the WIM of a disc image; null to compute the hash only. Made when missing. */
  folder: string | null;
}

export interface StagedImage {
  /** SHA-256 of the image file, 64 small hexadecimal digits. Of a split set: of the file the person named. */
  sha256: string;
  /** The WIM's parts as files, first part first. Empty when nothing was to be copied out of a disc image. */
  wimParts: string[];
}

/**
 * Reads the image once: computes its SHA-256 and copies the WIM out of a disc image into `folder`, as
 * `install.wim`, `install.esd`, or `install.swm`, `install2.swm` and so on. A WIM that is a file by
 * itself is only hashed. Files in `folder` that have these names are replaced; after a failure none of
 * them is left. Memory: three buffers of 4 MiB.
 *
 * Throws `image/changed`, `cancelled`, `work/full`, `work/unusable`, `io/read`, `io/write`, and what
 * `inspectImage` throws for a damaged disc image.
 */
export async function stageImage(
  request: StageRequest,
  running: StageRunning,
): Promise<StagedImage> {
  throwIfCancelled(running.signal);
  const { info, folder } = request;
  if (info.container === 'wim') {
    return { sha256: await readOnce(info, null, running), wimParts: info.wim.parts };
  }
  if (folder === null) return { sha256: await readOnce(info, null, running), wimParts: [] };
  return stageIso(info, folder, running);
}

async function stageIso(
  info: ImageInfo,
  folder: string,
  running: StageRunning,
): Promise<StagedImage> {
  const extents = await findParts(info);
  const wimParts = extents.map((_, at) => join(folder, stagedName(info.wim.kind, at + 1)));
  const handles: FileHandle[] = [];
  try {
    await prepareFolder(folder, wimParts, info.wim.sizeBytes);
    const pieces: Piece[] = [];
    for (const [at, ranges] of extents.entries()) {
      const path = wimParts[at] ?? folder;
      const handle = await openPart(path);
      handles.push(handle);
      pieces.push(...piecesOf(ranges, { handle, path }));
    }
    const sha256 = await readOnce(info, { folder, bytes: info.wim.sizeBytes, pieces }, running);
    await closeAll(handles);
    return { sha256, wimParts };
  } catch (error) {
    await closeAll(handles).catch(() => undefined);
    await removeAll(wimParts).catch(() => undefined);
    throw error;
  }
}

async function closeAll(handles: FileHandle[]): Promise<void> {
  for (const handle of handles.splice(0)) await handle.close();
}

async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true });
}

function stagedName(kind: WimLocation['kind'], part: number): string {
  return `install${part > 1 ? String(part) : ''}.${kind}`;
}

/** Where the parts lie in the image. Throws `image/changed` when they are not what was inspected. */
async function findParts(info: ImageInfo): Promise<ByteRange[][]> {
  const source = await openFileSource(info.path).catch((error: unknown) => {
    throw imageFileError(error, info.path);
  });
  try {
    if (source.size !== info.sizeBytes) throw changed(info);
    const iso = await openIso(source, info.path);
    const extents: ByteRange[][] = [];
    let found = 0;
    for (const name of info.wim.parts) {
      const file = await iso.find(name);
      if (file === null) throw changed(info);
      found += file.size;
      extents.push(file.extents);
    }
    if (found !== info.wim.sizeBytes) throw changed(info);
    return extents;
  } finally {
    await source.close();
  }
}

function piecesOf(ranges: readonly ByteRange[], part: Piece['part']): Piece[] {
  let partOffset = 0;
  return ranges.map((source) => {
    const piece = { source, part, partOffset };
    partOffset += source.length;
    return piece;
  });
}

/** Makes room in the folder and fails now, and not after an hour of reading, when it is too little. */
async function prepareFolder(
  folder: string,
  wimParts: readonly string[],
  needed: number,
): Promise<void> {
  let free: number;
  try {
    await mkdir(folder, { recursive: true });
    await removeAll(wimParts);
    free = await freeBytes(folder);
  } catch (error) {
    const params = { path: folder, message: messageOf(error) };
    throw stickError('work/unusable', params, { cause: error });
  }
  if (free < needed) {
    throw stickError('work/full', { path: folder, missing: needed - free, needed });
  }
}

async function openPart(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w');
  } catch (error) {
    throw stickError('work/unusable', { path, message: messageOf(error) }, { cause: error });
  }
}
