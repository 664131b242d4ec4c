import type {
  DamagedVentoyLayout,
  VentoyDataPartition,
  VentoyLayout,
  WholeVentoyLayout,
} from '../../../src-shared/ventoy-stick';
import { FileSystemError, type FatVolume } from '../../disk';
import type { ByteSource } from '../../io';
import { readDataVolume } from './data-volume';
import {
  DATA_START_LBA,
  DISK_UUID_AT,
  DISK_UUID_BYTES,
  EFI_LABEL,
  EFI_SECTORS,
  MENU_FILE,
  SECURE_BOOT_SIGN,
} from './format';
import { versionInMenu } from './menu-version';
import { hasVentoyMark, partitionsFit, readVentoyDisk, type VentoyDisk } from './ventoy-disk';

/** The menu file has less than 100 KiB. */
const MAXIMUM_MENU_BYTES = 1024 * 1024;

/**
 * How Ventoy lies on a disk, as read from it. Null: nothing on it is Ventoy's. Damage is a result, not an error.
 * Throws only when the medium can't be read.
 */
export async function readVentoyLayout(source: ByteSource): Promise<VentoyLayout | null> {
  const disk = await readVentoyDisk(source);
  if (!isVentoys(disk)) return null;
  const found = {
    version: await efiContent(disk, versionOf),
    secureBoot: await efiContent(disk, hasSecureBoot),
    data: await dataPartition(disk),
  };
  const problems = problemsOf(disk, found.secureBoot === null);
  const whole = problems.length === 0 ? wholeLayout(disk, found) : null;
  return whole ?? damagedLayout(disk, found, problems);
}

interface Found {
  version: string | null;
  /** Null: what is on VTOYEFI can't be read. */
  secureBoot: boolean | null;
  data: VentoyDataPartition | null;
}

/** By its boot code, its label or its name: two partitions of those sizes alone could be anyone's. */
function isVentoys(disk: VentoyDisk): boolean {
  const { efi, efiVolume } = disk;
  const labelled = efiVolume?.ok === true && efiVolume.volume.label === EFI_LABEL;
  const named = efi !== null && 'name' in efi.entry && efi.entry.name === EFI_LABEL;
  return hasVentoyMark(disk) || labelled || named;
}

function problemsOf(disk: VentoyDisk, unreadable: boolean): string[] {
  const { scheme, tableProblem, data, efi, efiVolume } = disk;
  if (scheme === null) return ['the disk has no table of partitions'];
  const problems: string[] = [];
  if (tableProblem !== null) problems.push(`the table of partitions is damaged: ${tableProblem}`);
  if (!hasVentoyMark(disk)) problems.push('sector 0 does not hold Ventoy’s boot code');
  if (data?.startLba !== DATA_START_LBA) problems.push('partition 1 does not start at 1 MiB');
  if (efi === null) problems.push('there is no partition 2');
  else if (efi.sectors !== EFI_SECTORS) problems.push('partition 2 does not have 32 MiB');
  else if (data && efi.startLba !== data.startLba + data.sectors) {
    problems.push('partition 2 does not follow partition 1');
  }
  if (efiVolume && !efiVolume.ok) {
    problems.push(`partition 2 holds no FAT volume: ${efiVolume.problem}`);
  } else if (efiVolume && efiVolume.volume.label !== EFI_LABEL) {
    problems.push(`the volume in partition 2 is not labelled ${EFI_LABEL}`);
  } else if (efiVolume && unreadable) {
    problems.push('the folders in partition 2 are damaged');
  }
  return problems;
}

/** Null where a part is missing, which `problemsOf` then names. */
function wholeLayout(
  disk: VentoyDisk,
  { version, secureBoot, data }: Found,
): WholeVentoyLayout | null {
  const { scheme, efi, sector0, usableSectors } = disk;
  const id = diskId(disk);
  if (!scheme || !efi || !data || !id || secureBoot === null) return null;
  return {
    state: 'whole',
    ...{ scheme, version, secureBoot, data, id },
    efi: { startLba: efi.startLba, sectors: efi.sectors },
    reservedSectors: usableSectors - (efi.startLba + efi.sectors),
    diskUuid: sector0.toString('hex', DISK_UUID_AT, DISK_UUID_AT + DISK_UUID_BYTES),
  };
}

function damagedLayout(
  disk: VentoyDisk,
  { version, data }: Found,
  problems: string[],
): DamagedVentoyLayout {
  const updateRepairs = disk.tableProblem === null && partitionsFit(disk);
  return { state: 'damaged', scheme: disk.scheme, version, problems, updateRepairs, data };
}

function diskId({ scheme, gpt, mbr }: VentoyDisk): WholeVentoyLayout['id'] | null {
  if (scheme === 'mbr') return mbr && { scheme, signature: mbr.diskSignature };
  return 'problem' in gpt.primary ? null : { scheme: 'gpt', guid: gpt.primary.diskGuid };
}

async function dataPartition({ data }: VentoyDisk): Promise<VentoyDataPartition | null> {
  if (!data?.source) return null;
  const { startLba, sectors } = data;
  const { fileSystem, label } = await readDataVolume(data.source);
  return { startLba, sectors, fileSystem, label };
}

/** What is read from VTOYEFI; null when it can't be. */
async function efiContent<T>(
  { efiVolume }: VentoyDisk,
  read: (volume: FatVolume) => Promise<T>,
): Promise<T | null> {
  if (!efiVolume?.ok) return null;
  try {
    return await read(efiVolume.volume);
  } catch (error) {
    if (error instanceof FileSystemError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Null when the menu file is not there or does not say. */
export async function versionOf(volume: FatVolume): Promise<string | null> {
  const menu = await volume.find(MENU_FILE);
  if (!menu || menu.isDirectory) return null;
  return versionInMenu((await volume.readFile(MENU_FILE, MAXIMUM_MENU_BYTES)).toString('latin1'));
}

async function hasSecureBoot(volume: FatVolume): Promise<boolean> {
  return (await volume.find(SECURE_BOOT_SIGN)) !== null;
}
