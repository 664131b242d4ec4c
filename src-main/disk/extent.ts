import { MiB } from '../../src-shared/units';

/** A run of bytes of a source file and its place on the target. All values are bytes. */
export interface Extent {
  sourceOffset: number;
  targetOffset: number;
  length: number;
}

/** A run of bytes in a volume or a file. */
export interface ByteRange {
  offset: number;
  length: number;
}

/**
 * Largest piece that is read, written or hashed at once, and its alignment on the target: one erase
 * block. Bytes.
 */
export const CHUNK_BYTES = 4 * MiB;

/**
 * A piece of the stick with a hash of what belongs there: at most CHUNK_BYTES long and within one
 * CHUNK_BYTES block of the target. The hash is XXH64 (seed 0): it finds faults, it is no signature.
 */
export interface Chunk extends Extent {
  hash: bigint;
}

/** What is to be written of one source file: ascending on the target, without overlaps. */
export interface BlockMap {
  /** The source file, and its size in bytes. */
  path: string;
  sizeBytes: number;
  chunks: readonly Chunk[];
}
