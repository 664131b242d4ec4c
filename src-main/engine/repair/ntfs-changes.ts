import { SECTOR } from '../../../src-shared/units';
import { openNtfs } from '../../disk';
import { isBitLocker } from '../../guest/bitlocker';
import { bufferSource, slice, type ByteSource } from '../../io';
import { attempt, type PartitionEntry, type Stick } from '../check';
import { withChanges, type Change } from './change';

/**
 * The boot sector of the NTFS volume that holds Windows, or its virtual disk, from the copy in the last sector of its partition; or the
 * copy from the first. A copy counts only if a whole volume opens by it. Nothing where both are right, where neither
 * helps, and where the volume is encrypted.
 */
export async function ntfsChanges(disk: ByteSource, stick: Stick): Promise<Change[]> {
  if (!stick.windows || stick.bitLocker) return [];
  const { entry } = stick.windows;
  const startByte = entry.firstLba * SECTOR;
  const bytes = (entry.lastLba - entry.firstLba + 1) * SECTOR;
  const partition = slice(disk, startByte, bytes);
  const first = await partition.read(0, SECTOR);
  if (isBitLocker(first)) return [];
  const last = await partition.read(bytes - SECTOR, SECTOR);

  const volume = await attempt(() => openNtfs(partition));
  if (volume.ok) {
    const hasPlace = volume.value.totalSectors * SECTOR === bytes - SECTOR;
    if (!hasPlace || first.equals(last)) return [];
    return [sector('ntfs-boot-sector-copy', entry, bytes, first)];
  }
  const change = sector('ntfs-boot-sector', entry, SECTOR, last);
  const repaired = slice(withChanges(disk, [change]), startByte, bytes);
  const opened = await attempt(() => openNtfs(repaired));
  return opened.ok && opened.value.totalSectors * SECTOR === bytes - SECTOR ? [change] : [];
}

/** `end`: where the sector ends, in bytes from the start of its partition. */
function sector(
  part: 'ntfs-boot-sector' | 'ntfs-boot-sector-copy',
  { index, firstLba }: PartitionEntry,
  end: number,
  content: Buffer,
): Change {
  const startByte = firstLba * SECTOR + end - SECTOR;
  const step = { part, partition: index + 1, startByte, bytes: SECTOR };
  return { step, content: bufferSource(content) };
}
