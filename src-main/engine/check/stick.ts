import { SECTOR } from '../../../src-shared/units';
import {
  MBR_TYPE,
  PARTITION_TYPE,
  chooseTable,
  openFat32,
  openNtfs,
  readGpt,
  readMbr,
  type FatVolume,
  type Gpt,
  type GptEntry,
  type GptTable,
  type Mbr,
  type MbrEntry,
  type NtfsVolume,
} from '../../disk';
import {
  ElementId,
  STORE_PATH,
  WellKnown,
  findObject,
  isSystemStore,
  readBcd,
  valueOfElement,
  type BcdDevice,
  type BcdObject,
  type BcdStore,
  type UnknownDevice,
} from '../../guest';
import {
  decryptedVolume,
  isBitLocker,
  readMetadata,
  type BitLockerMetadata,
  type OpenedVolume,
} from '../../guest/bitlocker';
import { slice, type ByteSource } from '../../io';
import { readBootManagers, readLoader, type FoundProgram } from './boot-programs';
import { attempt, readContainer, type Attempt, type Container } from './container';
import { readHives, type Hives } from './hives';

export type { Attempt };

/** A finished stick as it was found, each part for itself: damage in one doesn't hide the others. */
export interface Stick {
  source: ByteSource;
  gpt: Gpt;
  /** The valid copy of the GPT, or null. */
  table: GptTable | null;
  /** The partition table of a stick for BIOS and UEFI; null when the stick is none. */
  mbr: Mbr | null;
  /** The EFI system partition. */
  efi: Partition<FatVolume> | null;
  /** The boot configuration; null when there is no volume to look for it on. */
  store: Attempt<FoundStore> | null;
  /** The one for a BIOS, with an MBR. */
  biosStore: Attempt<FoundStore> | null;
  /** Programs that firmware starts, or that are copies of them; those which are there. */
  bootManagers: FoundProgram[];
  /** What the boot manager starts; null where it can't be told or isn't there. */
  loader: FoundProgram | null;
  /** Registry of Windows; null where its volume can't be looked at. */
  hives: Hives | null;
  /** Windows' partition; where it lies in a virtual disk, `source` and `volume` are those in the disk. */
  windows: Partition<NtfsVolume> | null;
  /** How Windows' partition is encrypted; null where it isn't. `windows` is what lies in it, where it was opened. */
  bitLocker: Encrypted | null;
  /** The virtual disk that Windows lies in, or null. */
  container: Container | null;
  /** Basic data partitions other than Windows. */
  others: Partition<null>[];
}

/** A partition that BitLocker encrypted. */
export interface Encrypted {
  partition: ByteSource;
  metadata: Attempt<BitLockerMetadata>;
  /** Its content can be read. */
  opened: boolean;
}

/** A boot store, and what its hive says about it. */
export interface FoundStore extends BcdStore {
  isSystemStore: boolean;
}

export type PartitionEntry = GptEntry | MbrEntry;

export interface Partition<Volume> {
  entry: PartitionEntry;
  source: ByteSource;
  volume: Attempt<Volume>;
}

/** Stores in use have some 30 KiB; anything far larger is damage. */
const MAXIMUM_STORE_BYTES = 16 * 1024 * 1024;

/** `opened`: what came out when Windows' volume was opened, if it was. */
export async function readStick(
  source: ByteSource,
  opened: OpenedVolume | null = null,
): Promise<Stick> {
  const gpt = await readGpt(source);
  const table = chooseTable(gpt);
  // Firmware takes a GPT that is there for what counts.
  const mbr = table ? null : await readMbr(source);
  const { efiEntry, data } = mbr ? partitionsOfMbr(mbr) : partitionsOfGpt(table);

  const efi = efiEntry ? await openPartition(source, efiEntry, openFat32) : null;
  const volume = efi?.volume.ok ? efi.volume.value : null;
  const store = volume && (await readStore(volume, STORE_PATH.uefi));
  const biosStore = mbr && volume && (await readStore(volume, STORE_PATH.bios));

  const named = [store, biosStore].flatMap((it) => (it?.ok ? [windowsDeviceOf(it.value)] : []));
  const windowsEntry =
    data.find((entry) => named.some((it) => it && leadsTo(it, entry))) ?? data[0];
  const disk = named.find((it) => it?.kind === 'vhd');
  const container =
    windowsEntry && disk?.kind === 'vhd'
      ? await readContainer(partitionSource(source, windowsEntry), disk.path)
      : null;
  const bitLocker = windowsEntry
    ? await readEncrypted(partitionSource(source, windowsEntry), opened)
    : null;
  const windows = windowsEntry
    ? bitLocker
      ? await openEncrypted(windowsEntry, bitLocker, opened)
      : await openWindows(source, windowsEntry, container)
    : null;
  const others = await Promise.all(
    data
      .filter((entry) => entry !== windowsEntry)
      .map((entry) => openPartition(source, entry, () => Promise.resolve(null))),
  );
  const opensWindows = windows?.volume.ok ? windows.volume.value : null;
  const loaderPath = store?.ok ? pathOf(defaultLoader(store.value)) : null;
  const programs = {
    bootManagers: volume ? await readBootManagers(volume) : [],
    loader: opensWindows && loaderPath !== null ? await readLoader(opensWindows, loaderPath) : null,
  };
  const hives = opensWindows && (await readHives(opensWindows));
  const parts = { efi, store, biosStore, windows, bitLocker, container, others, hives };
  return { source, gpt, table, mbr, ...parts, ...programs };
}

/** The partition that Windows lies on, if it is encrypted. */
export async function encryptedWindows(disk: ByteSource): Promise<ByteSource | null> {
  const { bitLocker } = await readStick(disk);
  return bitLocker?.partition ?? null;
}

async function readEncrypted(
  partition: ByteSource,
  opened: OpenedVolume | null,
): Promise<Encrypted | null> {
  if (!isBitLocker(await partition.read(0, SECTOR))) return null;
  const read = (offset: number, length: number): Promise<Buffer> => partition.read(offset, length);
  const metadata = await attempt(() => readMetadata(read));
  return { partition, metadata, opened: opened !== null };
}

async function openEncrypted(
  entry: PartitionEntry,
  { partition }: Encrypted,
  opened: OpenedVolume | null,
): Promise<Partition<NtfsVolume>> {
  if (!opened) return { entry, source: partition, volume: { ok: false, problem: 'it is locked' } };
  const source = decryptedVolume(partition, opened);
  return { entry, source, volume: await attempt(() => openNtfs(source)) };
}

/** The loader that the boot manager starts without being asked. */
export function defaultLoader(store: BcdStore): BcdObject | undefined {
  const manager = findObject(store, WellKnown.bootManager);
  const named = manager && valueOfElement(manager, ElementId.defaultObject);
  return named?.format === 'object' ? findObject(store, named.guid) : undefined;
}

/** Whether Windows is on this partition, or in a virtual disk on it. */
function leadsTo(device: BcdDevice | UnknownDevice, entry: PartitionEntry): boolean {
  return names(device.kind === 'vhd' ? device.parent : device, entry);
}

async function openWindows(
  disk: ByteSource,
  entry: PartitionEntry,
  container: Container | null,
): Promise<Partition<NtfsVolume>> {
  if (!container) return openPartition(disk, entry, openNtfs);
  const { windows } = container;
  if (!windows.ok) return { entry, source: partitionSource(disk, entry), volume: windows };
  const source = windows.value;
  return { entry, source, volume: await attempt(() => openNtfs(source)) };
}

interface FoundPartitions {
  efiEntry: PartitionEntry | undefined;
  /** Those that Windows or shared files may lie on, in the order of the drive. */
  data: PartitionEntry[];
}

function partitionsOfGpt(table: GptTable | null): FoundPartitions {
  const entries = inOrder(table?.entries ?? []);
  return {
    efiEntry: entries.find(({ typeGuid }) => typeGuid === PARTITION_TYPE.efi),
    data: entries.filter(({ typeGuid }) => typeGuid === PARTITION_TYPE.windows),
  };
}

function partitionsOfMbr(mbr: Mbr): FoundPartitions {
  const entries = mbr.problem === null ? inOrder(mbr.entries) : [];
  return {
    efiEntry: entries.find(({ type }) => type === MBR_TYPE.fat32),
    data: entries.filter(({ type }) => type === MBR_TYPE.ntfs),
  };
}

function inOrder<Entry extends PartitionEntry>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.firstLba - b.firstLba);
}

/** Whether a device of a boot store names this partition of its disk, whichever disk that is. */
export function names(device: BcdDevice | UnknownDevice, entry: PartitionEntry): boolean {
  if (device.kind === 'gpt') return 'guid' in entry && entry.guid === device.partitionGuid;
  if (device.kind !== 'mbr') return false;
  return 'type' in entry && BigInt(entry.firstLba * SECTOR) === device.partitionOffset;
}

function windowsDeviceOf(store: BcdStore): BcdDevice | UnknownDevice | null {
  const loader = defaultLoader(store);
  const value = loader && valueOfElement(loader, ElementId.osDevice);
  return value?.format === 'device' ? value.device : null;
}

function readStore(volume: FatVolume, path: string): Promise<Attempt<FoundStore>> {
  return attempt(async () => {
    const bytes = await volume.readFile(path, MAXIMUM_STORE_BYTES);
    return { ...readBcd(bytes), isSystemStore: isSystemStore(bytes) };
  });
}

function pathOf(object: BcdObject | undefined): string | null {
  const path = object && valueOfElement(object, ElementId.path);
  return path?.format === 'string' ? path.text : null;
}

async function openPartition<Volume>(
  disk: ByteSource,
  entry: PartitionEntry,
  open: (source: ByteSource) => Promise<Volume>,
): Promise<Partition<Volume>> {
  const source = partitionSource(disk, entry);
  return { entry, source, volume: await attempt(() => open(source)) };
}

function partitionSource(disk: ByteSource, { firstLba, lastLba }: PartitionEntry): ByteSource {
  return slice(disk, firstLba * SECTOR, (lastLba - firstLba + 1) * SECTOR);
}
