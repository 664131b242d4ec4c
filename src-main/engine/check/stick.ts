import { SECTOR } from '../../../src-shared/units';
import {
  PARTITION_TYPE,
  chooseTable,
  openFat32,
  openNtfs,
  readGpt,
  type Fat32Volume,
  type Gpt,
  type GptEntry,
  type GptTable,
  type NtfsVolume,
} from '../../disk';
import {
  ElementId,
  WellKnown,
  findObject,
  readBcd,
  valueOfElement,
  type BcdDevice,
  type BcdObject,
  type BcdStore,
  type UnknownDevice,
} from '../../guest';
import { slice, type ByteSource } from '../../io';
import { attempt, readContainer, type Attempt, type Container } from './container';

/** A finished stick as it was found, each part for itself: damage in one doesn't hide the others. */
export interface Stick {
  source: ByteSource;
  gpt: Gpt;
  /** The valid copy of the partition table, or null. */
  table: GptTable | null;
  /** The EFI system partition. */
  efi: Partition<Fat32Volume> | null;
  /** The boot configuration; null when there is no volume to look for it on. */
  store: Attempt<BcdStore> | null;
  /** Windows' partition; where it lies in a virtual disk, `source` and `volume` are those in the disk. */
  windows: Partition<NtfsVolume> | null;
  /** The virtual disk that Windows lies in, or null. */
  container: Container | null;
  /** Basic data partitions other than Windows. */
  others: Partition<null>[];
}

export interface Partition<Volume> {
  entry: GptEntry;
  source: ByteSource;
  volume: Attempt<Volume>;
}

export const STORE_PATH = '/EFI/Microsoft/Boot/BCD';
/** Stores in use have some 30 KiB; anything far larger is damage. */
const MAXIMUM_STORE_BYTES = 16 * 1024 * 1024;

export async function readStick(source: ByteSource): Promise<Stick> {
  const gpt = await readGpt(source);
  const table = chooseTable(gpt);
  const entries = [...(table?.entries ?? [])].sort((a, b) => a.firstLba - b.firstLba);

  const efiEntry = entries.find(({ typeGuid }) => typeGuid === PARTITION_TYPE.efi);
  const efi = efiEntry ? await openPartition(source, efiEntry, openFat32) : null;
  const store = efi?.volume.ok ? await readStore(efi.volume.value) : null;

  const data = entries.filter(({ typeGuid }) => typeGuid === PARTITION_TYPE.windows);
  const device = store?.ok ? windowsDeviceOf(store.value) : null;
  const partition = device?.kind === 'vhd' ? device.parent : device;
  const windowsGuid = partition?.kind === 'gpt' ? partition.partitionGuid : null;
  const windowsEntry = data.find(({ guid }) => guid === windowsGuid) ?? data[0];
  const container =
    windowsEntry && device?.kind === 'vhd'
      ? await readContainer(partitionSource(source, windowsEntry), device.path)
      : null;
  const windows = windowsEntry ? await openWindows(source, windowsEntry, container) : null;
  const others = await Promise.all(
    data
      .filter((entry) => entry !== windowsEntry)
      .map((entry) => openPartition(source, entry, () => Promise.resolve(null))),
  );
  return { source, gpt, table, efi, store, windows, container, others };
}

/** The loader that the boot manager starts without being asked. */
export function defaultLoader(store: BcdStore): BcdObject | undefined {
  const manager = findObject(store, WellKnown.bootManager);
  const named = manager && valueOfElement(manager, ElementId.defaultObject);
  return named?.format === 'object' ? findObject(store, named.guid) : undefined;
}

function windowsDeviceOf(store: BcdStore): BcdDevice | UnknownDevice | null {
  const loader = defaultLoader(store);
  const value = loader && valueOfElement(loader, ElementId.osDevice);
  return value?.format === 'device' ? value.device : null;
}

async function openWindows(
  disk: ByteSource,
  entry: GptEntry,
  container: Container | null,
): Promise<Partition<NtfsVolume>> {
  if (!container) return openPartition(disk, entry, openNtfs);
  const { windows } = container;
  if (!windows.ok) return { entry, source: partitionSource(disk, entry), volume: windows };
  const source = windows.value;
  return { entry, source, volume: await attempt(() => openNtfs(source)) };
}

function readStore(volume: Fat32Volume): Promise<Attempt<BcdStore>> {
  return attempt(async () => readBcd(await volume.readFile(STORE_PATH, MAXIMUM_STORE_BYTES)));
}

async function openPartition<Volume>(
  disk: ByteSource,
  entry: GptEntry,
  open: (source: ByteSource) => Promise<Volume>,
): Promise<Partition<Volume>> {
  const source = partitionSource(disk, entry);
  return { entry, source, volume: await attempt(() => open(source)) };
}

function partitionSource(disk: ByteSource, { firstLba, lastLba }: GptEntry): ByteSource {
  return slice(disk, firstLba * SECTOR, (lastLba - firstLba + 1) * SECTOR);
}
