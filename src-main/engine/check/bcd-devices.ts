import { sentence, type Sentence } from '../../../src-shared/findings';
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

/** Where a device leads on this stick, or why it leads nowhere. */
type Resolved = { on: Place } | { problem: Sentence };

export function deviceUses({ objects }: BcdStore): DeviceUse[] {
  return objects.flatMap((object) =>
    object.elements.flatMap(({ id, value }) =>
      value.format === 'device' ? [{ object, id, device: value.device }] : [],
    ),
  );
}

export async function resolveDevice(
  stick: Stick,
  { object, device }: DeviceUse,
): Promise<Resolved> {
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
      return path?.format === 'string' ? locate(stick, path.text) : nowhere('no-path');
    }
    case 'vhd':
      return virtualDisk(stick, object, device);
    case 'unknown':
      return nowhere('unknown');
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
): Resolved {
  if (device.kind === 'mbr' && !mbr) return nowhere('not-on-gpt');
  if (device.kind === 'gpt' && mbr) return nowhere('not-on-mbr');
  const entries: readonly PartitionEntry[] = mbr?.entries ?? table?.entries ?? [];
  const entry = entries.find((candidate) => names(device, candidate));
  if (!entry) return nowhere('not-here');
  if (device.kind === 'gpt' && table?.diskGuid !== device.diskGuid) {
    return otherDisk(braced(table?.diskGuid ?? ''));
  }
  if (device.kind === 'mbr' && mbr?.diskSignature !== device.diskSignature) {
    return otherDisk(mbr ? eightDigits(mbr.diskSignature) : '');
  }
  if (entry.firstLba === efi?.entry.firstLba) return { on: 'efi' };
  return { on: entry.firstLba === windows?.entry.firstLba ? 'windows' : 'other' };
}

/** Windows' partition in the virtual disk: whether the path that it is found by is there, is a matter of paths. */
function virtualDisk(
  stick: Stick,
  object: BcdObject,
  { parent, path, element }: BcdDevice & { kind: 'vhd' },
): Resolved {
  const holder = parent.kind === 'boot' ? { on: 'efi' as const } : resolvePartition(stick, parent);
  if ('problem' in holder) return holder;
  const { container } = stick;
  if (holder.on !== 'windows' || container?.path.toLowerCase() !== path.toLowerCase()) {
    return nowhere('other-virtual-disk');
  }
  if (!container.windows.ok) {
    const { problem } = container.windows;
    return { problem: sentence('bcd.device.virtual-disk-unusable', { problem }) };
  }
  return valueOfElement(object, element)?.format === 'string'
    ? { on: 'windows' }
    : nowhere('no-path');
}

async function locate(stick: Stick, path: string): Promise<Resolved> {
  for (const place of ['efi', 'windows'] as const) {
    if (await findOn(stick, place, path)) return { on: place };
  }
  return { problem: sentence('bcd.device.nowhere', { path }) };
}

function nowhere(
  why: 'no-path' | 'unknown' | 'not-on-gpt' | 'not-on-mbr' | 'not-here' | 'other-virtual-disk',
): { problem: Sentence } {
  return { problem: sentence(`bcd.device.${why}`) };
}

function otherDisk(disk: string): { problem: Sentence } {
  return { problem: sentence('bcd.device.other-disk', { disk }) };
}

/** A device as bcdedit writes it, or nearly so. */
export function describeDevice(device: BcdDevice | UnknownDevice): Sentence {
  switch (device.kind) {
    case 'gpt': {
      const [partition, disk] = [braced(device.partitionGuid), braced(device.diskGuid)];
      return sentence('bcd.device.is-partition', { partition, disk });
    }
    case 'mbr': {
      const [offset, disk] = [String(device.partitionOffset), eightDigits(device.diskSignature)];
      return sentence('bcd.device.is-partition-at', { offset, disk });
    }
    case 'boot':
      return sentence('bcd.device.is-boot');
    case 'locate':
      return sentence('bcd.device.is-path', { path: device.path });
    case 'locate-element':
      return sentence('bcd.device.is-element', { element: eightDigits(device.element) });
    case 'vhd': {
      const parent = describeDevice(device.parent);
      return sentence('bcd.device.is-virtual-disk', { parent, path: device.path });
    }
    case 'unknown':
      return device.type === null
        ? sentence('bcd.device.is-damaged')
        : sentence('bcd.device.is-of-type', { type: device.type });
  }
}

export function braced(guid: string): string {
  return `{${guid}}`;
}

/** How elements and disks' signatures are written. */
export function eightDigits(value: number): string {
  return value.toString(16).padStart(8, '0');
}
