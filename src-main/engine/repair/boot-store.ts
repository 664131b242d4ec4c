import { SECTOR } from '../../../src-shared/units';
import {
  ElementId,
  ObjectType,
  buildBcd,
  valueOfElement,
  type BcdObject,
  type BcdStore,
  type BootPlatform,
  type PartitionDevice,
} from '../../guest';
import { newGuid } from '../../io';
import { windowsDevicesOn } from '../boot-devices';
import { defaultLoader, type PartitionEntry, type Stick } from '../check';
import type { FoundWindows } from './find-windows';

/** What a store says of its Windows apart from where it is. */
interface Entry {
  loaderGuid: string;
  resumeGuid: string;
  locale: string;
  description: string;
}

/** A new store that names the partitions which are on the stick; name and language as in a store that is still readable. */
export function newStore(
  platform: BootPlatform,
  stick: Stick,
  { entry, virtualDisk }: FoundWindows,
  efi: PartitionEntry,
  hasMemtest: boolean,
): Buffer {
  const windows = windowsDevicesOn(deviceOf(stick, entry), virtualDisk);
  const system = deviceOf(stick, efi);
  return buildBcd({ platform, system, windows, ...entryOf(stick, platform), hasMemtest });
}

/** How many entries that start a system a store has, besides the one of its Windows. */
export function otherEntries(store: BcdStore): number {
  const loaders = store.objects.filter(({ type }) => type === ObjectType.osLoader);
  return Math.max(loaders.length - 1, 0);
}

function entryOf(stick: Stick, platform: BootPlatform): Entry {
  const stores = [stick.store, stick.biosStore];
  if (platform === 'bios') stores.reverse();
  for (const store of stores) {
    const loader = store?.ok ? defaultLoader(store.value) : undefined;
    if (loader?.type !== ObjectType.osLoader) continue;
    const resume = valueOfElement(loader, ElementId.associatedResume);
    return {
      loaderGuid: loader.guid,
      resumeGuid: resume?.format === 'object' ? resume.guid : newGuid(),
      locale: textOf(loader, ElementId.locale) ?? 'en-US',
      description: textOf(loader, ElementId.description) ?? 'Windows',
    };
  }
  return {
    loaderGuid: newGuid(),
    resumeGuid: newGuid(),
    locale: 'en-US',
    description: 'Windows',
  };
}

function textOf(object: BcdObject, id: number): string | null {
  const value = valueOfElement(object, id);
  return value?.format === 'string' && value.text !== '' ? value.text : null;
}

function deviceOf({ table, mbr }: Stick, entry: PartitionEntry): PartitionDevice {
  if ('guid' in entry) {
    if (!table) throw new Error('a partition of a GPT, and no GPT');
    return { kind: 'gpt', diskGuid: table.diskGuid, partitionGuid: entry.guid };
  }
  if (!mbr) throw new Error('a partition of an MBR, and no MBR');
  const partitionOffset = BigInt(entry.firstLba * SECTOR);
  return { kind: 'mbr', diskSignature: mbr.diskSignature, partitionOffset };
}
