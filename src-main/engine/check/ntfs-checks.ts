import { SECTOR } from '../../../src-shared/units';
import type { NtfsVolume } from '../../disk';
import { AGAIN, fail, pass, warn, type Check, type Finding } from './finding';
import type { Partition, Stick } from './stick';

export const ntfsChecks: Check[] = [
  {
    id: 'ntfs.boot-sector',
    next: AGAIN,
    run({ windows, bitLocker }) {
      if (!windows || bitLocker?.opened === false) return null;
      return windows.volume.ok
        ? pass('The Windows partition holds an NTFS volume')
        : fail(`The Windows partition holds no NTFS volume: ${windows.volume.problem}`);
    },
  },
  {
    id: 'ntfs.boot-sector-copy',
    next: AGAIN,
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

function onVolume<T>(
  { windows }: Stick,
  look: (volume: NtfsVolume, partition: Partition<NtfsVolume>) => T,
): T | null {
  return windows?.volume.ok ? look(windows.volume.value, windows) : null;
}
