import { MiB } from '../../src-shared/units';
import type { ByteSource } from '../io';
import { RangeCollector } from './byte-ranges';
import { FileSystemError } from './file-system-error';

/** One piece describes 32 GiB of 4 KiB clusters. */
const PIECE_BYTES = MiB;
/** Far more runs than a volume of Windows has; beyond it the bitmap is damaged or not worth following. */
const MAXIMUM_RANGES = 4_000_000;

/**
 * Adds the runs of set bits to `collector`, as ranges of `unitBytes` for each bit from `baseOffset`.
 * Bit 0 of byte 0 is unit 0; bits from `units` on don't count. Reads piece by piece.
 * Throws FileSystemError for a bitmap that is too short or in too many pieces.
 */
export async function collectSetBits(
  bitmap: ByteSource,
  shape: { units: number; unitBytes: number; baseOffset: number },
  collector: RangeCollector,
): Promise<void> {
  const bytes = Math.ceil(shape.units / 8);
  if (bitmap.size < bytes) throw new FileSystemError('the bitmap is shorter than the volume');
  for (let done = 0; done < bytes; done += PIECE_BYTES) {
    const piece = await bitmap.read(done, Math.min(PIECE_BYTES, bytes - done));
    const firstUnit = done * 8;
    forEachRun(piece, Math.min(piece.length * 8, shape.units - firstUnit), (from, to) => {
      const offset = shape.baseOffset + (firstUnit + from) * shape.unitBytes;
      collector.add(offset, (to - from) * shape.unitBytes);
    });
    if (collector.ranges.length > MAXIMUM_RANGES) {
      throw new FileSystemError('the volume is in too many pieces');
    }
  }
}

/** How many of the first `units` bits are set. Throws FileSystemError for a bitmap that is shorter. */
export async function countSetBits(bitmap: ByteSource, units: number): Promise<number> {
  const bytes = Math.ceil(units / 8);
  if (bitmap.size < bytes) throw new FileSystemError('the bitmap is shorter than the volume');
  let count = 0;
  for (let done = 0; done < bytes; done += PIECE_BYTES) {
    const piece = await bitmap.read(done, Math.min(PIECE_BYTES, bytes - done));
    forEachRun(piece, Math.min(piece.length * 8, units - done * 8), (from, to) => {
      count += to - from;
    });
  }
  return count;
}

/** Sets or clears the bits from `from` up to, not including, `to`. */
export function fillBits(bytes: Buffer, from: number, to: number, set: boolean): void {
  let bit = from;
  for (; bit < to && bit % 8 !== 0; bit += 1) putBit(bytes, bit, set);
  const end = bit + Math.floor(Math.max(to - bit, 0) / 8) * 8;
  if (end > bit) bytes.fill(set ? 0xff : 0, bit / 8, end / 8);
  for (bit = end; bit < to; bit += 1) putBit(bytes, bit, set);
}

function putBit(bytes: Buffer, bit: number, set: boolean): void {
  const at = Math.floor(bit / 8);
  const mask = 1 << (bit % 8);
  const byte = bytes[at] ?? 0;
  bytes[at] = set ? byte | mask : byte & ~mask;
}

/** Calls `found` for each run of set bits among the first `bits` ones: first bit, bit after the last. */
function forEachRun(bytes: Buffer, bits: number, found: (from: number, to: number) => void): void {
  let bit = 0;
  for (;;) {
    const from = seek(bytes, bit, bits, true);
    if (from >= bits) return;
    bit = seek(bytes, from, bits, false);
    found(from, bit);
  }
}

/** The first bit from `bit` on that has the wanted state, or `bits`. Goes over uniform bytes at once. */
function seek(bytes: Buffer, bit: number, bits: number, wanted: boolean): number {
  const uniform = wanted ? 0x00 : 0xff;
  let at = bit;
  while (at < bits) {
    const byte = bytes[at >>> 3] ?? 0;
    if (byte === uniform) {
      at = (at | 7) + 1;
    } else if (((byte >>> (at & 7)) & 1) === Number(wanted)) {
      return at;
    } else {
      at += 1;
    }
  }
  return bits;
}
