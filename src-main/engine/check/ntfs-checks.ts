import { listed } from '../../../src-shared/findings';
import { GiB, SECTOR } from '../../../src-shared/units';
import type { NtfsVolume } from '../../disk';
import { fail, pass, warn, type Check, type Finding } from './finding';
import type { Partition, Stick } from './stick';

/** Our own figures: room for a cumulative update while it is installed; a small volume with a fifth of it free passes. */
const COMFORTABLE_BYTES = 4 * GiB;
const COMFORTABLE_PART = 5;

export const ntfsChecks: Check[] = [
  {
    id: 'ntfs.boot-sector',
    next: 'next.repair',
    run({ windows, bitLocker }) {
      if (!windows || bitLocker?.opened === false) return null;
      return windows.volume.ok
        ? pass('ntfs.boot-sector.there')
        : fail('ntfs.boot-sector.missing', { problem: windows.volume.problem });
    },
  },
  {
    id: 'ntfs.boot-sector-copy',
    next: 'next.repair',
    run: (stick) =>
      onVolume(stick, async (volume) =>
        (await volume.bootSectorCopyMatches())
          ? pass('ntfs.boot-sector-copy.same')
          : fail('ntfs.boot-sector-copy.different'),
      ),
  },
  {
    id: 'ntfs.size',
    next: 'next.ntfs.size',
    run: (stick) => onVolume(stick, fillsPartition),
  },
  {
    id: 'ntfs.start',
    next: 'next.ntfs.start',
    run: ({ windows, container }) => {
      if (!windows?.volume.ok || container) return null;
      const { firstLba } = windows.entry;
      const { hiddenSectors } = windows.volume.value;
      return hiddenSectors === firstLba
        ? pass('ntfs.start.right', { sector: firstLba })
        : warn('ntfs.start.wrong', { believed: hiddenSectors, sector: firstLba });
    },
  },
  {
    id: 'ntfs.mft-mirror',
    next: 'next.ntfs.mft-mirror',
    run: (stick) => onVolume(stick, mirror),
  },
  {
    id: 'ntfs.serial',
    next: 'next.ntfs.serial',
    run: (stick) =>
      onVolume(stick, ({ serial }) =>
        serial === 0n
          ? warn('ntfs.serial.missing')
          : pass('ntfs.serial.there', { serial: serial.toString(16).padStart(16, '0') }),
      ),
  },
  {
    id: 'ntfs.free-space',
    next: 'next.ntfs.free-space',
    run: (stick) => onVolume(stick, freeSpace),
  },
  {
    id: 'ntfs.clean',
    next: 'next.volume-open',
    run: (stick) =>
      onVolume(stick, (volume) =>
        volume.dirty() ? warn('ntfs.clean.open') : pass('ntfs.clean.closed'),
      ),
  },
];

/** The copy of the boot sector follows the volume; less than a cluster may then be left over. */
function fillsPartition(volume: NtfsVolume, { source }: Partition<NtfsVolume>): Finding {
  const volumeBytes = (volume.totalSectors + 1) * SECTOR;
  const unused = source.size - volumeBytes;
  return unused <= volume.bytesPerCluster
    ? pass('ntfs.size.right', { bytes: source.size })
    : warn('ntfs.size.unused', { unused, bytes: source.size });
}

async function mirror(volume: NtfsVolume): Promise<Finding> {
  const different = await volume.differentMirrorRecords();
  return different.length === 0
    ? pass('ntfs.mft-mirror.same')
    : fail('ntfs.mft-mirror.different', { records: listed('and', different) });
}

async function freeSpace(volume: NtfsVolume): Promise<Finding> {
  const free = await volume.freeBytes();
  const size = volume.totalSectors * SECTOR;
  return free < Math.min(COMFORTABLE_BYTES, size / COMFORTABLE_PART)
    ? warn('ntfs.free-space.little', { free, size, wanted: COMFORTABLE_BYTES })
    : pass('ntfs.free-space.enough', { free, size });
}

function onVolume<T>(
  { windows }: Stick,
  look: (volume: NtfsVolume, partition: Partition<NtfsVolume>) => T,
): T | null {
  return windows?.volume.ok ? look(windows.volume.value, windows) : null;
}
