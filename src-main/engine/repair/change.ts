import type { RepairStep } from '../../../src-shared/repair';
import { MiB } from '../../../src-shared/units';
import type { ByteRange } from '../../disk';
import type { ByteSource } from '../../io';

/** A part of a disk, and what shall be there. */
export interface Change {
  step: RepairStep;
  /** As many bytes as the step names. */
  content: ByteSource;
}

/** Differences are told in pieces of this size, in bytes, counted from where a change begins. */
const GRAIN = 4096;
const PIECE_BYTES = MiB;

/** The disk as it will be. Later changes lie over earlier ones. */
export function withChanges(
  disk: ByteSource,
  changes: readonly { step: Pick<RepairStep, 'startByte'>; content: ByteSource }[],
): ByteSource {
  return {
    size: disk.size,
    async read(offset, length) {
      const bytes = Buffer.from(await disk.read(offset, length));
      for (const { step, content } of changes) {
        const from = Math.max(offset, step.startByte);
        const to = Math.min(offset + length, step.startByte + content.size);
        if (from >= to) continue;
        (await content.read(from - step.startByte, to - from)).copy(bytes, from - offset);
      }
      return bytes;
    },
  };
}

/** What of a change isn't on the disk already: bytes from the start of the change, ascending, not touching. */
export async function differences(
  disk: ByteSource,
  { step, content }: Change,
): Promise<ByteRange[]> {
  const ranges: ByteRange[] = [];
  for (let offset = 0; offset < content.size; offset += PIECE_BYTES) {
    const length = Math.min(PIECE_BYTES, content.size - offset);
    const wanted = await content.read(offset, length);
    const found = await disk.read(step.startByte + offset, length);
    if (wanted.equals(found)) continue;
    for (let at = 0; at < length; at += GRAIN) {
      const end = Math.min(at + GRAIN, length);
      if (wanted.subarray(at, end).equals(found.subarray(at, end))) continue;
      const last = ranges.at(-1);
      if (last && last.offset + last.length === offset + at) last.length += end - at;
      else ranges.push({ offset: offset + at, length: end - at });
    }
  }
  return ranges;
}

/** The changes that change something. */
export async function effective(disk: ByteSource, changes: readonly Change[]): Promise<Change[]> {
  const needed: Change[] = [];
  for (const change of changes) {
    if ((await differences(disk, change)).length > 0) needed.push(change);
  }
  return needed;
}
