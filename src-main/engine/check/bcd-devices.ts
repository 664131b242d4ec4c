import {
  valueOfElement,
  type BcdDevice,
  type BcdObject,
  type BcdStore,
  type UnknownDevice,
} from '../../guest';
import { names, type PartitionEntry, type Stick } from './stick';

/** A device element and the object it stands in. */
export interface DeviceUse {
  object: BcdObject;
  id: number;
  device: BcdDevice | UnknownDevice;
}

/** A partition of the stick as boot programs see it; `other` has no files they could need. */
export type Place = 'efi' | 'windows' | 'other';

export const PLACE_NAME: Record<Place, string> = {
  efi: 'EFI system partition',
  windows: 'Windows partition',
  other: 'partition without Windows',
};

export function deviceUses({ objects }: BcdStore): DeviceUse[] {
  return objects.flatMap((object) =>
    object.elements.flatMap(({ id, value }) =>
      value.format === 'device' ? [{ object, id, device: value.device }] : [],
    ),
  );
}

/** Where a device leads on this stick, or why it leads nowhere. */
export async function resolveDevice(
  stick: Stick,
  { object, device }: DeviceUse,
): Promise<{ on: Place } | { problem: string }> {
  switch (device.kind) {
    case 'gpt':
    case 'mbr':
      return resolvePartition(stick, device);
    case 'boot':
      return { on: 'efi' };
    case 'locate':
      return locate(stick, device.path);
    case 'locate-element': {
      const path = valueOfElement(object, device.element);
      return path?.format === 'string'
        ? locate(stick, path.text)
        : { problem: 'which names no path' };
    }
    case 'vhd':
      return virtualDisk(stick, object, device);
    case 'unknown':
      return { problem: 'which can’t be followed' };
  }
}

/** Whether the files of a place can be looked at. */
export function isOpen(stick: Stick, place: Place): boolean {
  return place === 'other' || stick[place]?.volume.ok === true;
}

/** A file or folder, or null when it isn't there. Paths may use `\`. */
export async function findOn(
  stick: Stick,
  place: Place,
  path: string,
): Promise<{ isDirectory: boolean } | null> {
  if (place === 'other') return null;
  const volume = stick[place]?.volume;
  return volume?.ok ? volume.value.find(path) : null;
}

function resolvePartition(
  { table, mbr, efi, windows }: Stick,
  device: BcdDevice & { kind: 'gpt' | 'mbr' },
): { on: Place } | { problem: string } {
  if (device.kind === 'mbr' && !mbr) return { problem: 'which can’t be on a drive with a GPT' };
  if (device.kind === 'gpt' && mbr) return { problem: 'which can’t be on a drive with an MBR' };
  const entries: readonly PartitionEntry[] = mbr?.entries ?? table?.entries ?? [];
  const entry = entries.find((candidate) => names(device, candidate));
  if (!entry) return { problem: 'which is not on this stick' };
  if (device.kind === 'gpt' && table?.diskGuid !== device.diskGuid) {
    return { problem: `but this disk is {${table?.diskGuid ?? ''}}` };
  }
  if (device.kind === 'mbr' && mbr?.diskSignature !== device.diskSignature) {
    return {
      problem: `but this disk is ${mbr?.diskSignature.toString(16).padStart(8, '0') ?? ''}`,
    };
  }
  if (entry.firstLba === efi?.entry.firstLba) return { on: 'efi' };
  return { on: entry.firstLba === windows?.entry.firstLba ? 'windows' : 'other' };
}

/** Windows' partition in the virtual disk: whether the path that it is found by is there, is a matter of paths. */
function virtualDisk(
  stick: Stick,
  object: BcdObject,
  { parent, path, element }: BcdDevice & { kind: 'vhd' },
): { on: Place } | { problem: string } {
  const holder = parent.kind === 'boot' ? { on: 'efi' as const } : resolvePartition(stick, parent);
  if ('problem' in holder) return holder;
  const { container } = stick;
  if (holder.on !== 'windows' || container?.path.toLowerCase() !== path.toLowerCase()) {
    return { problem: 'but another virtual disk holds Windows' };
  }
  if (!container.windows.ok) return { problem: `but ${container.windows.problem}` };
  return valueOfElement(object, element)?.format === 'string'
    ? { on: 'windows' }
    : { problem: 'which names no path' };
}

async function locate(stick: Stick, path: string): Promise<{ on: Place } | { problem: string }> {
  for (const place of ['efi', 'windows'] as const) {
    if (await findOn(stick, place, path)) return { on: place };
  }
  return { problem: `but ${path} is nowhere on the stick` };
}
