/** Random access to bytes that are already there: a file, a device, a partition of one, a buffer. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** Reads exactly `length` bytes. Throws `io/read` when the medium fails, RangeError past the end. */
  read(offset: number, length: number): Promise<Buffer>;
  /**
   * Fills a buffer with what lies from `offset` on, where the source can do that at less cost than
   * `read`. Throws as `read` does; use `readInto` below.
   */
  readInto?(buffer: Buffer, offset: number): Promise<void>;
}

/**
 * Fills a buffer with what lies from `offset` on. Whoever reads much does it with a few buffers: new
 * memory for every piece costs more than reading it.
 */
export async function readInto(source: ByteSource, buffer: Buffer, offset: number): Promise<void> {
  if (source.readInto) await source.readInto(buffer, offset);
  else (await source.read(offset, buffer.length)).copy(buffer);
}

/** A part of another source, such as a partition of a disk. */
export function slice(source: ByteSource, offset: number, size: number): ByteSource {
  if (offset < 0 || size < 0 || offset + size > source.size) {
    throw new RangeError(`slice ${String(offset)}+${String(size)} of ${String(source.size)}`);
  }
  return {
    size,
    read(at, length) {
      if (at < 0 || at + length > size) {
        throw new RangeError(`read ${String(at)}+${String(length)} of ${String(size)}`);
      }
      return source.read(offset + at, length);
    },
  };
}

export function bufferSource(buffer: Buffer): ByteSource {
  return {
    size: buffer.length,
    read(offset, length) {
      if (offset < 0 || offset + length > buffer.length) {
        throw new RangeError(
          `read ${String(offset)}+${String(length)} of ${String(buffer.length)}`,
        );
      }
      return Promise.resolve(buffer.subarray(offset, offset + length));
    },
  };
}
