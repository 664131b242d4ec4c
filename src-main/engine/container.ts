import { join } from 'node:path';
import { VHDX_PARTITION_BYTE } from '../../src-shared/layout';
import type { StickLayout, VhdxPlace } from '../../src-shared/layout';
import { SECTOR } from '../../src-shared/units';
import {
  encodeMbr,
  encodeVhdxPreamble,
  openNtfs,
  subtractRanges,
  type BlockMap,
  type ByteRange,
} from '../disk';
import type { ContainerFile, ContainerVolume, Host } from '../host';
import { openFileSource } from '../io';
import { mapRanges } from './block-maps';
import { VIRTUAL_DISK_PATH } from './boot-devices';
import type { HeldTarget, Job } from './job';
import { place } from './place';
import type { StickIds } from './stick-ids';

const LABEL = 'Windows disk';
export const CONTAINER_FILE = 'container.ntfs';

/**
 * The volume that holds the virtual disk of Windows, without what lies in the disk's partition. Null for a stick whose
 * Windows lies in its partition.
 */
export async function mapContainer(
  { tools, signal }: Job,
  { layout, folder }: HeldTarget,
  ids: StickIds,
): Promise<BlockMap | null> {
  const { vhdx } = layout;
  if (!vhdx) return null;
  const path = join(folder, CONTAINER_FILE);
  const volume = containerVolume(layout, vhdx, path, virtualDiskHead(vhdx, ids));
  const serial = containerSerial(ids);
  return mapMadeVolume({ ...volume, serial }, tools.host, signal);
}

/** Makes an NTFS volume, and tells what has to be written of it: nothing that will lie in its large file. */
export async function mapMadeVolume(
  volume: ContainerVolume,
  host: Pick<Host, 'makeContainerVolume'>,
  signal: AbortSignal,
): Promise<BlockMap> {
  await host.makeContainerVolume(volume, signal);
  const source = await openFileSource(volume.path);
  try {
    const used = await (await openNtfs(source)).allocatedRanges();
    const ranges = volume.file ? subtractRanges(used, [payloadOf(volume.file)]) : used;
    return await mapRanges(volume.path, ranges, volume.startLba * SECTOR, signal);
  } finally {
    await source.close();
  }
}

/** Where in its volume the file has what isn't part of its head. */
function payloadOf({ startByte, bytes, head }: ContainerFile): ByteRange {
  return { offset: startByte + head.length, length: bytes - head.length };
}

/** What a virtual disk's file begins with: its own structures, and the table of the disk in it. */
export function virtualDiskHead(vhdx: VhdxPlace, ids: StickIds): Buffer {
  return Buffer.concat([
    encodeVhdxPreamble({ diskBytes: vhdx.diskBytes, ids: ids.vhdx }),
    virtualTable(vhdx, ids),
  ]);
}

/** What the host is asked for, besides the volume's serial number. `head` is what the virtual disk's file begins with. */
export function containerVolume(
  layout: StickLayout,
  vhdx: VhdxPlace,
  path: string,
  head: Buffer,
): Omit<ContainerVolume, 'serial'> {
  const { startByte, bytes } = place(layout, 'windows');
  return {
    path,
    bytes,
    startLba: startByte / SECTOR,
    label: LABEL,
    writableBy: 'administrators',
    file: {
      name: VIRTUAL_DISK_PATH.slice(1),
      startByte: vhdx.fileStartByte - startByte,
      bytes: vhdx.fileBytes,
      head,
    },
  };
}

/** What precedes the one partition of the virtual disk. */
function virtualTable({ diskBytes }: VhdxPlace, ids: StickIds): Buffer {
  const startLba = VHDX_PARTITION_BYTE / SECTOR;
  const diskSectors = diskBytes / SECTOR;
  const windows = { role: 'windows', startLba, sectors: diskSectors - startLba } as const;
  const { head } = encodeMbr({
    layout: { scheme: 'mbr', diskSectors, partitions: [windows], vhdx: null },
    diskSignature: ids.virtualDiskSignature,
  });
  const table = Buffer.alloc(VHDX_PARTITION_BYTE);
  head.copy(table);
  return table;
}

/** Two volumes of one computer must not have the same serial number: the one of Windows with all bits changed. */
export function containerSerial({ ntfsSerial }: StickIds): string {
  const serial = BigInt.asUintN(64, ~BigInt(`0x${ntfsSerial}`));
  return serial.toString(16).padStart(16, '0');
}
