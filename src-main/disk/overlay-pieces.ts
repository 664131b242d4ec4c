import type { ByteSource } from '../io';
import { subtractRanges } from './byte-ranges';
import type { ByteRange, Extent } from './extent';

interface Piece {
  offset: number;
  bytes: Buffer;
}

/** Parts of a volume that one drive has otherwise than the volume in the file. Offsets are bytes of the volume. */
export class OverlayPieces {
  readonly #pieces: Piece[] = [];

  /** Begins with what the volume holds in some ranges. Errors of the source pass. */
  static async read(source: ByteSource, ranges: readonly ByteRange[]): Promise<OverlayPieces> {
    const pieces = new OverlayPieces();
    for (const { offset, length } of ranges) {
      pieces.add(offset, Buffer.from(await source.read(offset, length)));
    }
    return pieces;
  }

  add(offset: number, bytes: Buffer): void {
    if (bytes.length > 0) this.#pieces.push({ offset, bytes });
  }

  /** The bytes of a range that lies within one piece; what is written to them is part of the overlay. */
  at({ offset, length }: ByteRange): Buffer {
    const piece = this.#pieces.find(
      (one) => offset >= one.offset && offset + length <= one.offset + one.bytes.length,
    );
    if (!piece) throw new RangeError(`${String(offset)}+${String(length)} is in no piece`);
    return piece.bytes.subarray(offset - piece.offset, offset - piece.offset + length);
  }

  /**
   * All pieces in one buffer, and where in the volume each belongs, ascending: without what lies in `leftOut`, which
   * ascends and doesn't overlap.
   */
  join(leftOut: readonly ByteRange[]): { bytes: Buffer; extents: Extent[] } {
    const kept = this.#pieces.flatMap(({ offset, bytes }) =>
      subtractRanges([{ offset, length: bytes.length }], leftOut).map((range) => ({
        offset: range.offset,
        bytes: bytes.subarray(range.offset - offset, range.offset - offset + range.length),
      })),
    );
    const sorted = kept.sort((a, b) => a.offset - b.offset);
    let sourceOffset = 0;
    const extents = sorted.map(({ offset, bytes }) => {
      const extent = { sourceOffset, targetOffset: offset, length: bytes.length };
      sourceOffset += bytes.length;
      return extent;
    });
    return { bytes: Buffer.concat(sorted.map(({ bytes }) => bytes)), extents };
  }
}
