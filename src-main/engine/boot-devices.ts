import type { PartitionRole, StickLayout } from '../../src-shared/layout';
import { ElementId, type BcdDevice, type PartitionDevice } from '../guest';
import { place } from './place';
import type { StickIds } from './stick-ids';

/** Path of the virtual disk on the partition that holds it, as Windows writes it. */
export const VIRTUAL_DISK_PATH = '\\Windows.vhdx';

/** The devices of the boot store's object that starts Windows. */
export interface WindowsDevices {
  /** `device`: where the loader is. */
  device: BcdDevice;
  /** `osdevice`: where Windows is. */
  osDevice: BcdDevice;
}

/** The partition with the boot manager and its store. */
export function systemDevice(layout: StickLayout, ids: StickIds): PartitionDevice {
  return partitionDevice(layout, ids, 'efi');
}

/**
 * Windows' partition, or its virtual disk on that partition. Of a virtual disk's partitions Windows takes the
 * first that has what the object starts: the loader's path, and the folder of Windows.
 */
export function windowsDevices(layout: StickLayout, ids: StickIds): WindowsDevices {
  const partition = partitionDevice(layout, ids, 'windows');
  return windowsDevicesOn(partition, layout.vhdx ? VIRTUAL_DISK_PATH : null);
}

/** The same on a partition that is known. `virtualDisk`: path of the disk that Windows lies in, or null. */
export function windowsDevicesOn(
  partition: PartitionDevice,
  virtualDisk: string | null,
): WindowsDevices {
  if (virtualDisk === null) return { device: partition, osDevice: partition };
  const disk = { kind: 'vhd', parent: partition, path: virtualDisk } as const;
  return {
    device: { ...disk, element: ElementId.path },
    osDevice: { ...disk, element: ElementId.systemRoot },
  };
}

function partitionDevice(layout: StickLayout, ids: StickIds, role: PartitionRole): PartitionDevice {
  if (layout.scheme === 'gpt') {
    return { kind: 'gpt', diskGuid: ids.disk, partitionGuid: ids.partitions[role] };
  }
  const partitionOffset = BigInt(place(layout, role).startByte);
  return { kind: 'mbr', diskSignature: ids.diskSignature, partitionOffset };
}
