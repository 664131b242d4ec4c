import type { BootStarts } from '../../../src-shared/boot-image';
import { SECTOR } from '../../../src-shared/units';
import { chooseTable, readGpt, readMbr } from '../../disk';
import { slice, type ByteSource } from '../../io';
import { NO_UEFI, anyUefi, uefiStartsOfFat, type UefiStarts } from './efi-files';

/** Boot code of sector 0; behind it are the disk's signature and the partition table. */
const BOOT_CODE_BYTES = 440;
/** Partitions that are looked into; an image of a stick has two or three. */
const MOST_PARTITIONS = 16;

interface Place {
  firstLba: number;
  lastLba: number;
}

/** What starts from the image of a whole disk. `partitioned` is false for a bare volume, such as that of a floppy. */
export async function readDiskImage(
  disk: ByteSource,
): Promise<{ starts: BootStarts; partitioned: boolean }> {
  // First, since what stands in a volume's first sector can look like a partition table.
  const bare = await uefiStartsOfFat(disk);
  const partitions = bare === null ? await partitionsOf(disk) : [];
  const partitioned = partitions.length > 0;
  const uefi: UefiStarts[] = [bare ?? NO_UEFI];
  for (const place of partitions) {
    uefi.push((await uefiStartsOfFat(volumeOf(disk, place))) ?? NO_UEFI);
  }
  return {
    starts: { bios: await biosStarts(disk, partitioned), uefi: anyUefi(uefi) },
    partitioned,
  };
}

async function partitionsOf(disk: ByteSource): Promise<Place[]> {
  const sectors = Math.floor(disk.size / SECTOR);
  const table = chooseTable(await readGpt(disk));
  const entries: readonly Place[] = table?.entries ?? (await readMbr(disk))?.entries ?? [];
  return entries
    .filter(({ firstLba, lastLba }) => firstLba <= lastLba && firstLba < sectors)
    .slice(0, MOST_PARTITIONS);
}

/** A partition that reaches past the end, as in images that were cut, ends there. */
function volumeOf(disk: ByteSource, { firstLba, lastLba }: Place): ByteSource {
  const end = Math.min((lastLba + 1) * SECTOR, disk.size);
  return slice(disk, firstLba * SECTOR, end - firstLba * SECTOR);
}

/**
 * A bare volume always has code in its first sector, if only to say that it doesn't start, so it tells nothing; without
 * code a BIOS starts nothing.
 */
async function biosStarts(disk: ByteSource, partitioned: boolean): Promise<boolean | null> {
  if (disk.size < SECTOR) return false;
  const sector = await disk.read(0, SECTOR);
  const marked = sector.readUInt16LE(510) === 0xaa55;
  const empty = sector.subarray(0, BOOT_CODE_BYTES).every((byte) => byte === 0);
  if (!marked || empty) return false;
  return partitioned ? true : null;
}
