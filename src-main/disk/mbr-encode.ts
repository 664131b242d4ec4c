import { stickError } from '../../src-shared/errors';
import type { LayoutPartition, StickLayout } from '../../src-shared/layout';
import { MiB, SECTOR, alignUp } from '../../src-shared/units';
import {
  ACTIVE,
  BLOCK_LIST_AT,
  BOOT_CODE_BYTES,
  BOOT_DRIVE_AT,
  CORE_LBA,
  CORE_LBA_AT,
  DISK_SIGNATURE_AT,
  DRIVE_CHECK_AT,
  END_MARK,
  END_MARK_AT,
  ENTRIES_AT,
  ENTRY_BYTES,
  ENTRY_COUNT,
  THE_DRIVE_STARTED_FROM,
  TWO_NOPS,
  TYPE_OF_ROLE,
  type BiosBootCode,
} from './mbr-format';

/** Bytes at the start of the drive that belong to the table, the boot code and the gap after it. */
const HEAD_BYTES = MiB;
const MAXIMUM_LBA = 0xffffffff;

export interface MbrRequest {
  layout: StickLayout;
  /** Tells this disk from others; not 0. */
  diskSignature: number;
  /** Null: a BIOS finds nothing to start. */
  bootCode: BiosBootCode | null;
}

/**
 * The partition table of a stick for BIOS and UEFI as bytes: `head` is the drive's first MiB (boot code, table, core.img
 * from sector 1, zeros), `tail` is empty. Throws `internal` for a layout or boot code that can't be written.
 */
export function encodeMbr({ layout, diskSignature, bootCode }: MbrRequest): {
  head: Buffer;
  tail: Buffer;
} {
  assertFits(layout);
  // Windows would give the disk another one, and the boot stores would name a disk that isn't there.
  if (diskSignature === 0) throw refuse('a disk needs a signature');
  const head = Buffer.alloc(HEAD_BYTES);
  if (bootCode) putBootCode(head, bootCode);
  head.writeUInt32LE(diskSignature, DISK_SIGNATURE_AT);
  layout.partitions.forEach((partition, index) => {
    encodeEntry(partition).copy(head, ENTRIES_AT + index * ENTRY_BYTES);
  });
  head.writeUInt16LE(END_MARK, END_MARK_AT);
  return { head, tail: Buffer.alloc(0) };
}

/** Why this boot code can't start a drive from where it is put, for a person; null when nothing speaks against it. */
export function unusableBootCode({ bootImage, coreImage }: BiosBootCode): string | null {
  if (bootImage.length !== SECTOR || bootImage.readUInt16LE(END_MARK_AT) !== END_MARK) {
    return 'the boot code for sector 0 is no boot sector';
  }
  const room = HEAD_BYTES - CORE_LBA * SECTOR;
  if (coreImage.length <= SECTOR || alignUp(coreImage.length, SECTOR) > room) {
    return `boot code of ${String(coreImage.length)} bytes does not fit after sector 0`;
  }
  const rest = Math.ceil(coreImage.length / SECTOR) - 1;
  const from = coreImage.readBigUInt64LE(BLOCK_LIST_AT);
  const count = coreImage.readUInt16LE(BLOCK_LIST_AT + 8);
  return from === BigInt(CORE_LBA + 1) && count === rest
    ? null
    : 'the boot code loads other sectors than those that it is put into';
}

function putBootCode(head: Buffer, bootCode: BiosBootCode): void {
  const problem = unusableBootCode(bootCode);
  if (problem !== null) throw refuse(problem);
  bootCode.bootImage.copy(head, 0, 0, BOOT_CODE_BYTES);
  head.writeBigUInt64LE(BigInt(CORE_LBA), CORE_LBA_AT);
  head.writeUInt8(THE_DRIVE_STARTED_FROM, BOOT_DRIVE_AT);
  head.set(TWO_NOPS, DRIVE_CHECK_AT);
  bootCode.coreImage.copy(head, CORE_LBA * SECTOR);
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

function encodeEntry({ role, startLba, sectors }: LayoutPartition): Buffer {
  if (role === 'msr') throw refuse('a drive with an MBR has no reserved partition');
  const entry = Buffer.alloc(ENTRY_BYTES);
  entry.writeUInt8(role === 'efi' ? ACTIVE : 0, 0);
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
