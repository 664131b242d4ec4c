import { SECTOR } from '../../../src-shared/units';
import { openNtfs, type NtfsVolume } from '../../disk';
import { isBitLocker } from '../../guest/bitlocker';
import type { ByteSource } from '../../io';
import { VIRTUAL_DISK_PATH } from '../boot-devices';
import { attempt, readContainer, type PartitionEntry, type Stick } from '../check';
import type { Bench } from './bench';

/** Where the Windows of a stick lies. */
export interface FoundWindows {
  entry: PartitionEntry;
  /** Path, with `\`, of the virtual disk on that partition that it lies in; null where it lies in the partition itself. */
  virtualDisk: string | null;
  /** Null as long as nobody has opened it: it is encrypted. */
  volume: NtfsVolume | null;
  encrypted: boolean;
}

/**
 * Finds Windows, also where no boot store is left that names it: by what lies on the partitions. Throws
 * `repair/not-understood` when there is none or more than one.
 */
export async function findWindows(bench: Bench, stick: Stick): Promise<FoundWindows> {
  const { windows, bitLocker, container, others } = stick;
  if (!windows) throw bench.notUnderstood('it has no partition for Windows');
  const { entry, volume } = windows;
  if (bitLocker) {
    if (!bitLocker.metadata.ok) {
      throw bench.notUnderstood(`its Windows is encrypted and ${bitLocker.metadata.problem}`);
    }
    const opened = volume.ok ? volume.value : null;
    return { entry, virtualDisk: null, volume: opened, encrypted: true };
  }
  if (container) {
    if (!volume.ok) throw bench.notUnderstood(`its Windows can’t be read: ${volume.problem}`);
    return { entry, virtualDisk: container.path, volume: volume.value, encrypted: false };
  }
  const found: FoundWindows[] = [];
  for (const part of [windows, ...others]) {
    const there = await windowsOn(part.entry, part.source);
    if (there) found.push(there);
  }
  const [only, another] = found;
  if (!only) {
    const why = volume.ok ? 'no Windows lies on its partitions' : volume.problem;
    throw bench.notUnderstood(`its Windows can’t be read: ${why}`);
  }
  if (another) throw bench.notUnderstood('more than one of its partitions may hold its Windows');
  return only;
}

async function windowsOn(entry: PartitionEntry, source: ByteSource): Promise<FoundWindows | null> {
  if (isBitLocker(await source.read(0, SECTOR))) {
    return { entry, virtualDisk: null, volume: null, encrypted: true };
  }
  const found = await attempt(async () => {
    const volume = await openNtfs(source);
    if ((await volume.find('/Windows/System32'))?.isDirectory) return { volume, virtualDisk: null };
    if (!(await volume.find(VIRTUAL_DISK_PATH))) return null;
    const { windows } = await readContainer(source, VIRTUAL_DISK_PATH);
    if (!windows.ok) return null;
    return { volume: await openNtfs(windows.value), virtualDisk: VIRTUAL_DISK_PATH };
  });
  return found.ok && found.value ? { entry, ...found.value, encrypted: false } : null;
}
