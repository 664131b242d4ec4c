import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { MiB, SECTOR } from '../../../src-shared/units';
import {
  extentBytes,
  subtractRanges,
  unionRanges,
  writeExfatVolume,
  type BlockMap,
  type ByteRange,
} from '../../disk';
import type { ByteSource } from '../../io';
import { mapExtents, mapRanges } from '../block-maps';
import type { HeldTarget } from '../job';
import { place } from '../place';
import type { StickIds } from '../stick-ids';
import { encodeTable } from '../stick-table';
import type { DiskContent } from '../write-stick';
import { oldTraces } from './old-traces';

/** An ordinary drive, ready to be written. */
export interface OrdinaryContent extends DiskContent {
  /** Bytes of the exFAT volume that lie before its first free cluster. */
  usedBytes: number;
}

/**
 * Makes an empty exFAT volume, and zeros for where an old content of the disk could be recognised. What of it is read is
 * only where that was.
 */
export async function ordinaryContent(
  { layout, folder }: Pick<HeldTarget, 'layout' | 'folder'>,
  disk: ByteSource,
  { label, ids }: { label: string; ids: StickIds },
  signal: AbortSignal,
): Promise<OrdinaryContent> {
  const { startByte, bytes } = place(layout, 'shared');
  const path = join(folder, 'files.exfat');
  const { allocated } = await writeExfatVolume({
    ...{ path, bytes, startLba: startByte / SECTOR },
    ...{ label, serial: ids.exfatSerial },
  });
  const volume = await mapRanges(path, allocated, startByte, signal);
  const usedBytes = extentBytes(allocated);

  const table = encodeTable(layout, ids);
  const written = unionRanges([
    { offset: 0, length: table.head.length },
    { offset: startByte, length: usedBytes },
    { offset: disk.size - table.tail.length, length: table.tail.length },
  ]);
  const traces = unionRanges([
    ...(await oldTraces(disk)),
    { offset: 0, length: startByte },
    // Some look for what they know at the end of a partition.
    { offset: startByte + bytes - MiB, length: MiB },
  ]);
  const zeros = await mapZeros(folder, subtractRanges(traces, written), signal);
  return { maps: [volume, zeros], usedBytes };
}

/** Zeros for these ranges of the target, in a file that is one hole. */
async function mapZeros(
  folder: string,
  ranges: readonly ByteRange[],
  signal: AbortSignal,
): Promise<BlockMap> {
  const path = join(folder, 'zeros.bin');
  const file = await open(path, 'wx', 0o600);
  try {
    await file.truncate(extentBytes(ranges));
  } finally {
    await file.close();
  }
  let sourceOffset = 0;
  const extents = ranges.map(({ offset, length }) => {
    const extent = { sourceOffset, targetOffset: offset, length };
    sourceOffset += length;
    return extent;
  });
  return mapExtents(path, extents, 0, signal);
}
