/** A run of bytes to be copied from a source file to the target. All values are bytes. */
export interface Extent {
  /** Index into the list of source files. */
  source: number;
  sourceOffset: number;
  targetOffset: number;
  length: number;
}

/** Allocated runs of a volume: byte ranges relative to the volume's first byte, ascending, not touching. */
export interface ByteRange {
  offset: number;
  length: number;
}
