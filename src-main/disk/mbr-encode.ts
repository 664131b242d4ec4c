import { stickError } from '../../src-shared/errors';
import type { LayoutPartition, StickLayout } from '../../src-shared/layout';
import { MiB, SECTOR } from '../../src-shared/units';
import { MBR_BOOT_CODE } from './boot-code';
import {
  ACTIVE,
  DISK_SIGNATURE_AT,
  END_MARK,
  END_MARK_AT,
  ENTRIES_AT,
  ENTRY_BYTES,
  ENTRY_COUNT,
  TYPE_OF_ROLE,
} from './mbr-format';

/** Bytes at the start of the drive that belong to the table and the gap after it, in which others keep boot code. */
const HEAD_BYTES = MiB;
const MAXIMUM_LBA = 0xffffffff;

export interface MbrRequest {
  layout: StickLayout;
  /** Tells this disk from others; not 0. */
  diskSignature: number;
}

/**
 * The partition table of a stick for BIOS and UEFI as bytes: `head` is the drive's first MiB (boot code where a partition is
 * active, table, zeros), `tail` is empty. Throws `internal` for a layout that can't be written.
 */
export function encodeMbr({ layout, diskSignature }: MbrRequest): {
  head: Buffer;
  tail: Buffer;
} {
  assertFits(layout);
  // Windows would give the disk another one, and the boot stores would name a disk that isn't there.
  if (diskSignature === 0) throw refuse('a disk needs a signature');
  const head = Buffer.alloc(HEAD_BYTES);
  if (layout.partitions.some(isActive)) MBR_BOOT_CODE.copy(head);
  head.writeUInt32LE(diskSignature, DISK_SIGNATURE_AT);
  layout.partitions.forEach((partition, index) => {
    encodeEntry(partition).copy(head, ENTRIES_AT + index * ENTRY_BYTES);
  });
  head.writeUInt16LE(END_MARK, END_MARK_AT);
  return { head, tail: Buffer.alloc(0) };
}

function assertFits({ diskSectors, partitions }: StickLayout): void {
  if (partitions.length > ENTRY_COUNT) throw refuse('an MBR has room for four partitions');
  let next = HEAD_BYTES / SECTOR;
  const inOrder = [...partitions].sort((a, b) => a.startLba - b.startLba);
  for (const { role, startLba, sectors } of inOrder) {
    if (!Number.isSafeInteger(startLba) || !Number.isSafeInteger(sectors) || sectors < 1) {
      throw refuse(`the ${role} partition has no valid size or position`);
    }
    if (startLba < next) throw refuse(`the ${role} partition overlaps what lies before it`);
    next = startLba + sectors;
  }
  if (!Number.isSafeInteger(diskSectors) || next > diskSectors) {
    throw refuse('the partitions do not fit on the drive');
  }
  if (next - 1 > MAXIMUM_LBA) throw refuse('an MBR can’t name sectors beyond 2 TiB');
}

/** A BIOS starts from the partition with the boot managers. */
function isActive({ role }: LayoutPartition): boolean {
  return role === 'efi';
}

function encodeEntry(partition: LayoutPartition): Buffer {
  const { role, startLba, sectors } = partition;
  if (role === 'msr') throw refuse('a drive with an MBR has no reserved partition');
  const entry = Buffer.alloc(ENTRY_BYTES);
  entry.writeUInt8(isActive(partition) ? ACTIVE : 0, 0);
  entry.set(cylinderHeadSector(startLba), 1);
  entry.writeUInt8(TYPE_OF_ROLE[role], 4);
  entry.set(cylinderHeadSector(startLba + sectors - 1), 5);
  entry.writeUInt32LE(startLba, 8);
  entry.writeUInt32LE(sectors, 12);
  return entry;
}

/**
 * A sector as BIOSes of the first disks counted: 255 heads of 63 sectors. What lies past cylinder 1023 gets the
 * largest value, as all tools write it; everything since looks at the sector's number alone.
 */
function cylinderHeadSector(lba: number): number[] {
  const cylinder = Math.floor(lba / (255 * 63));
  if (cylinder > 1023) return [0xfe, 0xff, 0xff];
  const head = Math.floor(lba / 63) % 255;
  const sector = (lba % 63) + 1;
  return [head, sector | ((cylinder >> 8) << 6), cylinder & 0xff];
}

function refuse(message: string): Error {
  return stickError('internal', { message });
}
