import { join } from 'node:path';
import { VHDX_PARTITION_BYTE } from '../../src-shared/layout';
import type { StickLayout, VhdxPlace } from '../../src-shared/layout';
import { SECTOR } from '../../src-shared/units';
import { encodeMbr, encodeVhdxPreamble, openNtfs, subtractRanges, type BlockMap } from '../disk';
import type { ContainerVolume } from '../host';
import { openFileSource } from '../io';
import { mapRanges } from './block-maps';
import { VIRTUAL_DISK_PATH } from './boot-devices';
import type { HeldTarget, Job } from './job';
import { place } from './place';
import type { StickIds } from './stick-ids';

const LABEL = 'Windows disk';

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
  const head = Buffer.concat([
    encodeVhdxPreamble({ diskBytes: vhdx.diskBytes, ids: ids.vhdx }),
    virtualTable(vhdx, ids),
  ]);
  const volume = containerVolume(layout, vhdx, folder, head);
  await tools.host.makeContainerVolume({ ...volume, serial: containerSerial(ids) }, signal);

  const source = await openFileSource(volume.path);
  try {
    const used = await (await openNtfs(source)).allocatedRanges();
    const { startByte, bytes } = volume.file;
    const payload = { offset: startByte + head.length, length: bytes - head.length };
    const ranges = subtractRanges(used, [payload]);
    return await mapRanges(volume.path, ranges, place(layout, 'windows').startByte, signal);
  } finally {
    await source.close();
  }
}

/** What the host is asked for, besides the volume's serial number. `head` is what the virtual disk's file begins with. */
export function containerVolume(
  layout: StickLayout,
  vhdx: VhdxPlace,
  folder: string,
  head: Buffer,
): Omit<ContainerVolume, 'serial'> {
  const { startByte, bytes } = place(layout, 'windows');
  return {
    path: join(folder, 'container.ntfs'),
    bytes,
    startLba: startByte / SECTOR,
    label: LABEL,
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
    bootCode: null,
  });
  const table = Buffer.alloc(VHDX_PARTITION_BYTE);
  head.copy(table);
  return table;
}

/** Two volumes of one computer must not have the same serial number: the one of Windows with all bits changed. */
function containerSerial({ ntfsSerial }: StickIds): string {
  const serial = BigInt.asUintN(64, ~BigInt(`0x${ntfsSerial}`));
  return serial.toString(16).padStart(16, '0');
}
