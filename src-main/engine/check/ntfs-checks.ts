import { GiB, SECTOR, formatBytes } from '../../../src-shared/units';
import type { NtfsVolume } from '../../disk';
import { REPAIR, fail, pass, warn, type Check, type Finding } from './finding';
import type { Partition, Stick } from './stick';

/** Our own figures: room for a cumulative update while it is installed; a small volume with a fifth of it free passes. */
const COMFORTABLE_BYTES = 4 * GiB;
const COMFORTABLE_PART = 5;

export const ntfsChecks: Check[] = [
  {
    id: 'ntfs.boot-sector',
    next: REPAIR,
    run({ windows, bitLocker }) {
      if (!windows || bitLocker?.opened === false) return null;
      return windows.volume.ok
        ? pass('The Windows partition holds an NTFS volume')
        : fail(`The Windows partition holds no NTFS volume: ${windows.volume.problem}`);
    },
  },
  {
    id: 'ntfs.boot-sector-copy',
    next: REPAIR,
    run: (stick) =>
      onVolume(stick, async (volume) =>
        (await volume.bootSectorCopyMatches())
          ? pass('The copy of the boot sector behind the volume is the same')
          : fail('The copy of the boot sector behind the volume is not there or differs'),
      ),
  },
  {
    id: 'ntfs.size',
    next: 'The rest of the partition can’t be used. Make the stick again.',
    run: (stick) => onVolume(stick, fillsPartition),
  },
  {
    id: 'ntfs.start',
    next: 'UEFI starts Windows all the same; a BIOS needs the right place. Make the stick again.',
    run: ({ windows, container }) => {
      if (!windows?.volume.ok || container) return null;
      const { firstLba } = windows.entry;
      const { hiddenSectors } = windows.volume.value;
      return hiddenSectors === firstLba
        ? pass(`The volume knows that it starts at sector ${String(firstLba)}`)
        : warn(
            `The volume believes to start at sector ${String(hiddenSectors)}, its partition starts at ${String(firstLba)}`,
          );
    },
  },
  {
    id: 'ntfs.mft-mirror',
    next: 'Start Windows from the stick and let it check the drive (chkdsk); if it fails again, make the stick again.',
    run: (stick) => onVolume(stick, mirror),
  },
  {
    id: 'ntfs.serial',
    next: 'Windows tells volumes apart by it. Make the stick again.',
    run: (stick) =>
      onVolume(stick, ({ serial }) =>
        serial === 0n
          ? warn('The volume has no serial number')
          : pass(`The volume has the serial number ${serial.toString(16).padStart(16, '0')}`),
      ),
  },
  {
    id: 'ntfs.free-space',
    next: 'Windows starts, but may have no room for its updates. Make the stick again on a larger drive, or remove files.',
    run: (stick) => onVolume(stick, freeSpace),
  },
  {
    id: 'ntfs.clean',
    next: 'Start Windows from the stick and shut it down properly, or let Windows check the drive.',
    run: (stick) =>
      onVolume(stick, (volume) =>
        volume.dirty()
          ? warn('The volume was not closed properly and wants to be checked')
          : pass('The volume was closed properly'),
      ),
  },
];

/** The copy of the boot sector follows the volume; less than a cluster may then be left over. */
function fillsPartition(volume: NtfsVolume, { source }: Partition<NtfsVolume>): Finding {
  const volumeBytes = (volume.totalSectors + 1) * SECTOR;
  const unused = source.size - volumeBytes;
  return unused <= volume.bytesPerCluster
    ? pass(`The volume fills its partition of ${String(source.size)} bytes`)
    : warn(`The volume leaves ${String(unused)} of ${String(source.size)} bytes unused`);
}

async function mirror(volume: NtfsVolume): Promise<Finding> {
  const different = await volume.differentMirrorRecords();
  return different.length === 0
    ? pass('The copy of the file table’s first records is the same')
    : fail(
        `The copy of the file table’s first records differs in record ${different.join(' and ')}`,
      );
}

async function freeSpace(volume: NtfsVolume): Promise<Finding> {
  const free = await volume.freeBytes();
  const size = volume.totalSectors * SECTOR;
  const found = `${formatBytes(free)} of ${formatBytes(size)} are free (${String(free)} bytes)`;
  return free < Math.min(COMFORTABLE_BYTES, size / COMFORTABLE_PART)
    ? warn(`Only ${found}; Windows’ updates want some ${formatBytes(COMFORTABLE_BYTES)}`)
    : pass(found);
}

function onVolume<T>(
  { windows }: Stick,
  look: (volume: NtfsVolume, partition: Partition<NtfsVolume>) => T,
): T | null {
  return windows?.volume.ok ? look(windows.volume.value, windows) : null;
}
