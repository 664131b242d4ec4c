import { StickError } from '../../../src-shared/errors';
import { SECTOR } from '../../../src-shared/units';
import { MBR_TYPE, openNtfs, openVhdx, readMbr, type ByteRange, type NtfsVolume } from '../../disk';
import { slice, type ByteSource } from '../../io';
import { damageOf } from './finding';

/** A virtual disk, and the volume that holds it, as they were found: each part for itself. */
export interface Container {
  /** Path of the virtual disk's file, as the boot store names it. */
  path: string;
  volume: Attempt<NtfsVolume>;
  /** Where the file's content lies in the volume. */
  ranges: Attempt<ByteRange[]>;
  disk: Attempt<ByteSource>;
  /** The partition of the virtual disk that Windows is on. */
  windows: Attempt<ByteSource>;
}

export type Attempt<T> = { ok: true; value: T } | { ok: false; problem: string };

/** Opens the virtual disk with this path (with `\`) on a partition. */
export async function readContainer(partition: ByteSource, path: string): Promise<Container> {
  const volume = await attempt(() => openNtfs(partition));
  const file = await from(volume, (opened) => opened.openFile(path));
  const disk = await from(file, ({ source }) => openVhdx(source, path));
  const windows = await from(disk, windowsPartition);
  const ranges: Container['ranges'] = file.ok ? { ok: true, value: file.value.ranges } : file;
  return { path, volume, ranges, disk, windows };
}

/** Throws RangeError for a table that can't be followed. */
async function windowsPartition(disk: ByteSource): Promise<ByteSource> {
  const mbr = await readMbr(disk);
  if (!mbr) throw new RangeError('it has no table of partitions');
  if (mbr.problem !== null) throw new RangeError(mbr.problem);
  const entry = mbr.entries.find(({ type }) => type === MBR_TYPE.ntfs);
  if (!entry) throw new RangeError('it has no partition for NTFS');
  const sectors = entry.lastLba - entry.firstLba + 1;
  return slice(disk, entry.firstLba * SECTOR, sectors * SECTOR);
}

/** What is found in something that was found itself. */
async function from<T, Found>(
  whole: Attempt<T>,
  look: (value: T) => Promise<Found>,
): Promise<Attempt<Found>> {
  return whole.ok ? attempt(() => look(whole.value)) : whole;
}

export async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return { ok: false, problem };
  }
}

/** Errors that say what is wrong with what was found. */
const told: readonly string[] = ['vhdx/unsupported', 'bitlocker/unsupported', 'bitlocker/damaged'];

function problemOf(thrown: unknown): string | null {
  if (thrown instanceof StickError && told.includes(thrown.code)) {
    return String(thrown.params['message']);
  }
  return damageOf(thrown);
}
