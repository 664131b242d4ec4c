import type { StickState } from '../../src-shared/errors';
import { MiB } from '../../src-shared/units';
import type { Medium, Readable } from './medium';
import { mismatch } from './mismatch';

/** Bytes at the beginning and at the end: where every kind of partition table, and its copy, lies. */
export const TABLE_AREA_BYTES = MiB;

/**
 * Overwrites where partition tables lie with zeros. Until that is done nobody knows what is left of them.
 * `buffer`: aligned, of a MiB at least.
 */
export async function eraseTables(
  medium: Medium,
  buffer: Buffer,
  reached: (state: StickState) => void,
): Promise<void> {
  reached('unknown');
  const zeros = buffer.subarray(0, TABLE_AREA_BYTES).fill(0);
  await medium.write(zeros, 0);
  await medium.write(zeros, medium.sizeBytes - TABLE_AREA_BYTES);
  await medium.flush();
  reached('unfinished');
}

export function liesInTableArea(
  { targetOffset, length }: { targetOffset: number; length: number },
  mediumBytes: number,
): boolean {
  return targetOffset < TABLE_AREA_BYTES || targetOffset + length > mediumBytes - TABLE_AREA_BYTES;
}

/**
 * Writes both copies of the partition table, the last one first, and reads them back where that
 * proves something. After a failure it erases them again: a stick with half a table must not be
 * taken for a finished one. `buffers`: three, aligned, of a MiB at least.
 */
export async function writeTables(
  medium: Medium,
  comparing: Readable | null,
  { head, tail }: { head: Buffer; tail: Buffer },
  buffers: readonly [Buffer, Buffer, Buffer],
  reached: (state: StickState) => void,
): Promise<void> {
  const [first, last, scratch] = buffers;
  const places = [
    { bytes: copyInto(last, tail), offset: medium.sizeBytes - tail.length },
    { bytes: copyInto(first, head), offset: 0 },
  ].filter(({ bytes }) => bytes.length > 0);

  reached('unknown');
  try {
    for (const { bytes, offset } of places) {
      await medium.write(bytes, offset);
      await medium.flush();
    }
    if (!comparing) return;
    for (const { bytes, offset } of places) {
      const found = scratch.subarray(0, bytes.length).fill(0);
      await comparing.read(found, offset);
      if (!found.equals(bytes)) throw mismatch(medium.path, offset, found, bytes);
    }
  } catch (error) {
    // What went wrong first is what matters.
    await eraseTables(medium, scratch, reached).catch(() => undefined);
    throw error;
  }
}

function copyInto(buffer: Buffer, bytes: Buffer): Buffer {
  bytes.copy(buffer);
  return buffer.subarray(0, bytes.length);
}
