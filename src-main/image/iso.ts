import { StickError, stickError } from '../../src-shared/errors';
import type { ByteSource } from '../io';
import { SECTOR_BYTES, cutShort, damaged, type Disc, type DiscNode, type DiscTree } from './disc';
import { openIso9660, readVolumeDescriptors, volumeBytes } from './iso9660';
import { rangesSource, totalLength, type ByteRange } from './ranges';
import { openUdf } from './udf';

/** A name in a folder of a disc image. */
export interface IsoEntry {
  name: string;
  /** From the root, with `/` and without a leading one. */
  path: string;
  directory: boolean;
}

/** A file of a disc image and where its content lies in the image file. */
export interface IsoFile {
  /** As it is spelled on the disc, with `/`. */
  path: string;
  /** Bytes. */
  size: number;
  /** In the order of the file's content. All values are bytes from the start of the image file. */
  extents: ByteRange[];
}

/** A disc image that is open for reading. It holds nothing that must be closed but its source. */
export interface Iso {
  readonly fileSystem: 'udf' | 'joliet' | 'iso9660';
  readonly label: string | null;
  /** What a folder holds, in the order of the disc; null when there is no such folder. `''` is the root. */
  list(folder: string): Promise<IsoEntry[] | null>;
  /** Finds a file. Capital and small letters are alike unless two names differ only by them. */
  find(path: string): Promise<IsoFile | null>;
  /** A file's content for random access, without copying. */
  open(file: IsoFile): ByteSource;
  /** Reads a whole file; meant for small ones. */
  read(file: IsoFile): Promise<Buffer>;
}

/**
 * Opens a disc image: UDF, Joliet or ISO 9660. A bridge disc has several of them; the first, in this
 * order, with Windows' folders counts, because discs of Windows hold only a README outside UDF.
 *
 * `path` is what errors call the image. Throws `image/not-recognised`, `image/damaged` or
 * `image/truncated`.
 */
export async function openIso(source: ByteSource, path = 'the image'): Promise<Iso> {
  const disc: Disc = { path, source, promisedBytes: 0 };
  const descriptors = await readVolumeDescriptors(disc);
  if (descriptors.primary !== null) disc.promisedBytes = volumeBytes(descriptors.primary);

  const udf = await openUdfOrProblem(disc, descriptors.announcesUdf);
  const isos = [descriptors.joliet, descriptors.primary]
    .filter((descriptor) => descriptor !== null)
    .map((descriptor) => () => openIsoTree(disc, descriptor));
  if (udf instanceof StickError) {
    const replacement = await firstWithWindows(isos);
    if (replacement === null) throw udf;
    return replacement;
  }
  const trees = udf === null ? isos : [() => asIso(disc, udf), ...isos];
  const [first] = trees;
  if (first === undefined) {
    throw stickError('image/not-recognised', {
      path,
      message: 'it is neither a disc image nor a Windows image',
    });
  }
  return (await firstWithWindows(trees)) ?? first();
}

/** A bridge disc whose UDF part is damaged may still be readable otherwise; a cut one is not. */
async function openUdfOrProblem(
  disc: Disc,
  announced: boolean,
): Promise<Awaited<ReturnType<typeof openUdf>> | StickError> {
  try {
    const udf = await openUdf(disc);
    if (udf !== null || !announced) return udf;
    const anchorEnd = 257 * SECTOR_BYTES;
    if (disc.source.size < anchorEnd) throw cutShort(disc, Math.max(disc.promisedBytes, anchorEnd));
    return damaged(disc, 'its UDF anchor is missing');
  } catch (error) {
    if (error instanceof StickError && error.code === 'image/damaged') return error;
    throw error;
  }
}

function openIsoTree(disc: Disc, descriptor: Buffer): Iso {
  if (volumeBytes(descriptor) > disc.source.size) throw cutShort(disc, volumeBytes(descriptor));
  return asIso(disc, openIso9660(disc, descriptor));
}

async function firstWithWindows(trees: readonly (() => Iso)[]): Promise<Iso | null> {
  for (const open of trees) {
    const iso = open();
    const names = ((await iso.list('')) ?? [])
      .filter((entry) => entry.directory)
      .map((entry) => entry.name.toLowerCase());
    if (names.includes('sources') || names.includes('x64')) return iso;
  }
  return null;
}

function asIso<Handle>(disc: Disc, tree: DiscTree<Handle>): Iso {
  const root: DiscNode<Handle> = { name: '', directory: true, handle: tree.root };
  const lookUp = async (path: string): Promise<{ node: DiscNode<Handle>; path: string } | null> => {
    const walked: string[] = [];
    let node = root;
    for (const step of path.split('/').filter((part) => part !== '')) {
      if (!node.directory) return null;
      const child = pick(await tree.children(node.handle), step);
      if (child === null) return null;
      walked.push(child.name);
      node = child;
    }
    return { node, path: walked.join('/') };
  };
  const open = (file: IsoFile): ByteSource => rangesSource(disc.source, file.extents);
  return {
    fileSystem: tree.fileSystem,
    label: tree.label,
    async list(folder) {
      const found = await lookUp(folder);
      if (!found?.node.directory) return null;
      const children = await tree.children(found.node.handle);
      return children.map(({ name, directory }) => ({
        name,
        path: found.path === '' ? name : `${found.path}/${name}`,
        directory,
      }));
    },
    async find(path) {
      const found = await lookUp(path);
      if (found === null || found.node.directory) return null;
      const extents = await tree.extents(found.node.handle);
      return { path: found.path, size: totalLength(extents), extents };
    },
    open,
    read: (file) => open(file).read(0, file.size),
  };
}

function pick<Handle>(nodes: readonly DiscNode<Handle>[], name: string): DiscNode<Handle> | null {
  const alike = name.normalize('NFC').toLowerCase();
  return (
    nodes.find((node) => node.name === name) ??
    nodes.find((node) => node.name.normalize('NFC').toLowerCase() === alike) ??
    null
  );
}
