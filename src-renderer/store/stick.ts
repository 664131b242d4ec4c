import type { StickLayout } from '../../src-shared/layout';
import type { LayoutPartition, PartitionRole } from '../../src-shared/layout';
import { SECTOR } from '../../src-shared/units';
import { VENTOY_EFI_BYTES, type VentoyRoom } from './ventoy/room';

/** What a part of the stick is for. Those of a Ventoy stick are no partitions, but what lies in its first one. */
export type SegmentRole =
  PartitionRole | 'kept' | 'images' | 'persistence' | 'virtualDisk' | 'open' | 'ventoy';

/** A part of the drawn stick. All sizes in bytes. */
export interface Segment {
  role: SegmentRole;
  start: number;
  bytes: number;
  /** How much of it will hold data once the stick is made. */
  dataBytes: number;
}

/** The layout as segments, with what of each is written: all of the start-up files, Windows as unpacked. */
export function segmentsOf(layout: StickLayout, windowsDataBytes: number): Segment[] {
  return layout.partitions.map((partition) => {
    const bytes = partition.sectors * SECTOR;
    return {
      role: partition.role,
      start: partition.startLba * SECTOR,
      bytes,
      dataBytes: dataBytesOf(partition, Math.min(bytes, windowsDataBytes)),
    };
  });
}

function dataBytesOf(partition: LayoutPartition, windowsDataBytes: number): number {
  if (partition.role === 'windows') return windowsDataBytes;
  return partition.role === 'efi' ? partition.sectors * SECTOR : 0;
}

/** How many bytes of each segment are filled when a fraction of all data, 0 to 1, has arrived in order. */
export function filled(segments: readonly Segment[], fraction: number): number[] {
  const total = segments.reduce((sum, segment) => sum + segment.dataBytes, 0);
  let left = total * Math.min(1, Math.max(0, fraction));
  return segments.map(({ dataBytes }) => {
    const here = Math.min(dataBytes, left);
    left -= here;
    return here;
  });
}

/** What lies on a Ventoy stick, one after the other, in true proportion though not in place. */
export function ventoySegments(room: VentoyRoom): Segment[] {
  const isOpen = Math.max(0, room.freeBytes);
  const parts: [SegmentRole, number, boolean][] = [
    ['kept', room.keptBytes, false],
    ['images', room.imageBytes, true],
    ['persistence', room.persistenceBytes, true],
    ['virtualDisk', room.windowsBytes, true],
    ['open', isOpen, false],
    ['ventoy', VENTOY_EFI_BYTES, true],
  ];
  let start = 0;
  return parts.flatMap(([role, bytes, isWritten]) => {
    if (bytes <= 0) return [];
    const segment = { role, start, bytes, dataBytes: isWritten ? bytes : 0 };
    start += bytes;
    return [segment];
  });
}
