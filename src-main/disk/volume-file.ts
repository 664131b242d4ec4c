import { stickError } from '../../src-shared/errors';
import { SECTOR } from '../../src-shared/units';
import { openFileSource, slice, type ByteSource, type FileSource } from '../io';
import { CHUNK_BYTES, type ByteRange, type Extent } from './extent';
import { FileSystemError } from './file-system-error';
import { MBR_TYPE } from './mbr-format';
import { readMbr } from './mbr-read';
import { BLOCK_UNIT } from './vhdx-format';
import { isVhdx, readVhdxBlocks, type VhdxBlocks } from './vhdx-read';

/**
 * What has to follow, as zeros, in a VHDX file that is read as a volume: parts of the disk that aren't in the file read as
 * zeros, and those are taken from here.
 */
export const SPARE_ZEROS_BYTES = CHUNK_BYTES;

/** A volume that is a file of its own, or the one partition of the virtual disk in a VHDX file. */
export interface VolumeFile {
  /** The volume. */
  readonly source: ByteSource;
  /** The file with it, and its size in bytes. */
  readonly file: ByteSource;
  /**
   * The same copies with `sourceOffset` in the file instead of in the volume, in as many pieces as it takes. Throws
   * `vhdx/unsupported` for parts that aren't in a file without spare zeros.
   */
  readonly inFile: (extents: readonly Extent[]) => Extent[];
  readonly close: () => Promise<void>;
}

/** Opens a volume for reading. Throws `vhdx/unsupported` for a VHDX that can't be read; errors of the file pass. */
export async function openVolumeFile(path: string): Promise<VolumeFile> {
  const file = await openFileSource(path);
  try {
    if (await isVhdx(file)) return await openInVhdx(file, path);
    return {
      source: file,
      file,
      inFile: (extents) => [...extents],
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    if (error instanceof FileSystemError) {
      throw stickError('vhdx/unsupported', { path, message: error.message }, { cause: error });
    }
    throw error;
  }
}

/** Lends a volume for reading, for as long as `use` takes. Throws what `openVolumeFile` throws. */
export async function withVolume<T>(
  path: string,
  use: (volume: VolumeFile) => Promise<T>,
): Promise<T> {
  const volume = await openVolumeFile(path);
  try {
    return await use(volume);
  } finally {
    await volume.close();
  }
}

async function openInVhdx(file: FileSource, path: string): Promise<VolumeFile> {
  const blocks = await readVhdxBlocks(file);
  const disk = diskSource(file, blocks);
  const { offset, length } = await onlyPartition(disk);
  const zerosAt = await findSpareZeros(file, blocks);
  return {
    source: slice(disk, offset, length),
    file,
    inFile: (extents) => extents.flatMap((extent) => [...placed(extent)]),
    close: () => file.close(),
  };

  function* placed({ sourceOffset, targetOffset, length: bytes }: Extent): Generator<Extent> {
    for (const piece of piecesOf(blocks, { offset: offset + sourceOffset, length: bytes })) {
      const at = targetOffset + piece.done;
      if (piece.place !== null) {
        yield { sourceOffset: piece.place, targetOffset: at, length: piece.length };
        continue;
      }
      if (zerosAt === null) {
        const message = 'parts of the disk are not in the file';
        throw stickError('vhdx/unsupported', { path, message });
      }
      for (let done = 0; done < piece.length; done += SPARE_ZEROS_BYTES) {
        const zeros = Math.min(SPARE_ZEROS_BYTES, piece.length - done);
        yield { sourceOffset: zerosAt, targetOffset: at + done, length: zeros };
      }
    }
  }
}

/** A part of a range of the disk in one block. `place` is in the file; null where there is none. */
interface Piece {
  /** Bytes of the range before it. */
  done: number;
  length: number;
  place: number | null;
}

function* piecesOf(
  { blockBytes, places }: VhdxBlocks,
  { offset, length }: ByteRange,
): Generator<Piece, void, undefined> {
  for (let done = 0; done < length;) {
    const at = offset + done;
    const block = Math.floor(at / blockBytes);
    const within = at - block * blockBytes;
    const bytes = Math.min(length - done, blockBytes - within);
    const unit = places[block] ?? 0;
    yield { done, length: bytes, place: unit === 0 ? null : unit * BLOCK_UNIT + within };
    done += bytes;
  }
}

function diskSource(file: FileSource, blocks: VhdxBlocks): ByteSource {
  return {
    size: blocks.diskBytes,
    async read(offset, length) {
      if (offset < 0 || offset + length > blocks.diskBytes) {
        throw new RangeError(
          `read ${String(offset)}+${String(length)} of ${String(blocks.diskBytes)}`,
        );
      }
      const result = Buffer.alloc(length);
      for (const piece of piecesOf(blocks, { offset, length })) {
        if (piece.place === null) continue;
        (await file.read(piece.place, piece.length)).copy(result, piece.done);
      }
      return result;
    },
  };
}

async function onlyPartition(disk: ByteSource): Promise<ByteRange> {
  const table = await readMbr(disk);
  const [partition, ...others] = table?.entries ?? [];
  if (!table || !partition || others.length > 0) {
    throw new FileSystemError('its disk has not just one partition');
  }
  if (table.problem !== null) throw new FileSystemError(table.problem);
  if (partition.type !== MBR_TYPE.ntfs) {
    throw new FileSystemError('its partition is none of Windows');
  }
  const { firstLba, lastLba } = partition;
  return { offset: firstLba * SECTOR, length: (lastLba - firstLba + 1) * SECTOR };
}

async function findSpareZeros(file: FileSource, { usedBytes }: VhdxBlocks): Promise<number | null> {
  const at = file.size - SPARE_ZEROS_BYTES;
  if (at < usedBytes) return null;
  const spare = await file.read(at, SPARE_ZEROS_BYTES);
  return spare.every((byte) => byte === 0) ? at : null;
}
