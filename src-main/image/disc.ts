import { stickError, type StickError } from '../../src-shared/errors';
import type { ByteSource } from '../io';
import type { ByteRange } from './ranges';

/** Bytes in a sector, and in a logical block, of every disc image read here. */
export const SECTOR_BYTES = 2048;

/** A disc image being read, with what its errors need to say. */
export interface Disc {
  /** The image file as the person knows it. */
  readonly path: string;
  readonly source: ByteSource;
  /** Bytes the volume descriptors promise; 0 until one was read. */
  promisedBytes: number;
}

/** A folder or file of a disc, before its content was looked for. */
export interface DiscNode<Handle> {
  name: string;
  directory: boolean;
  handle: Handle;
}

/** One of the file systems of a disc: the trees of UDF, Joliet and ISO 9660 look alike from here. */
export interface DiscTree<Handle> {
  readonly fileSystem: 'udf' | 'joliet' | 'iso9660';
  readonly label: string | null;
  readonly root: Handle;
  children(folder: Handle): Promise<DiscNode<Handle>[]>;
  extents(file: Handle): Promise<ByteRange[]>;
}

export function damaged(disc: Disc, message: string): StickError {
  return stickError('image/damaged', { path: disc.path, message });
}

export function cutShort(disc: Disc, expected: number): StickError {
  return stickError('image/truncated', {
    path: disc.path,
    expected,
    actual: disc.source.size,
  });
}

/**
 * Reads from the disc. Throws `image/truncated` for bytes past the end of a file that should be
 * longer, `image/damaged` for bytes that no part of the disc promised.
 */
export async function readDisc(disc: Disc, offset: number, length: number): Promise<Buffer> {
  ensureOnDisc(disc, { offset, length });
  return disc.source.read(offset, length);
}

/** Throws like `readDisc` when the range is not inside the image file. */
export function ensureOnDisc(disc: Disc, range: ByteRange): void {
  if (range.offset + range.length <= disc.source.size) return;
  if (disc.promisedBytes > disc.source.size) throw cutShort(disc, disc.promisedBytes);
  throw damaged(disc, `it points to byte ${String(range.offset)}, past its end`);
}

/** Names that would not be a single step of a path; no real disc has them and no caller expects them. */
export function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
}
