import { stickError } from '../../src-shared/errors';
import type { LayoutPartition, PartitionRole, StickLayout } from '../../src-shared/layout';
import { MiB, SECTOR } from '../../src-shared/units';
import { crc32, encodeGuid } from '../io';
import {
  ENTRIES_SECTORS,
  ENTRY_BYTES,
  ENTRY_COUNT,
  FIRST_USABLE_LBA,
  HEADER_BYTES,
  HEADER_REVISION,
  HEADER_SIGNATURE,
  NO_DRIVE_LETTER,
  PARTITION_TYPE,
  TAIL_SECTORS,
} from './gpt-format';

/** Bytes at the start of the drive that belong to the partition table and the gap after it. */
const HEAD_BYTES = MiB;

const NAME: Readonly<Record<PartitionRole, string>> = {
  efi: 'EFI system partition',
  msr: 'Microsoft reserved partition',
  windows: 'Basic data partition',
  shared: 'Basic data partition',
};

const ATTRIBUTES: Readonly<Record<PartitionRole, bigint>> = {
  efi: NO_DRIVE_LETTER,
  msr: NO_DRIVE_LETTER,
  windows: 0n,
  shared: 0n,
};

export interface GptRequest {
  layout: StickLayout;
  diskGuid: string;
  /** Unique GUID of each partition in the layout. */
  guids: Partial<Record<PartitionRole, string>>;
}

/**
 * The partition table of a stick as bytes: `head` is the drive's first MiB (protective MBR, header,
 * entries, zeros), `tail` its last 33 sectors (entries, backup header).
 * Throws `internal` for a layout that can't be written.
 */
export function encodeGpt(request: GptRequest): { head: Buffer; tail: Buffer } {
  const { layout, diskGuid, guids } = request;
  assertFits(layout);
  const entries = encodeEntries(layout.partitions, guids);
  const lastLba = layout.diskSectors - 1;
  const common = { diskGuid, entries, lastUsableLba: layout.diskSectors - TAIL_SECTORS - 1 };

  const head = Buffer.alloc(HEAD_BYTES);
  protectiveMbr(layout.diskSectors).copy(head);
  encodeHeader({ ...common, ownLba: 1, otherLba: lastLba, entriesLba: 2 }).copy(head, SECTOR);
  entries.copy(head, 2 * SECTOR);

  const entriesLba = lastLba - ENTRIES_SECTORS;
  const backup = encodeHeader({ ...common, ownLba: lastLba, otherLba: 1, entriesLba });
  return { head, tail: Buffer.concat([entries, backup]) };
}

function assertFits({ diskSectors, partitions }: StickLayout): void {
  const refuse = (message: string) => stickError('internal', { message });
  let next = HEAD_BYTES / SECTOR;
  for (const { role, startLba, sectors } of [...partitions].sort(
    (a, b) => a.startLba - b.startLba,
  )) {
    if (!Number.isSafeInteger(startLba) || !Number.isSafeInteger(sectors) || sectors < 1) {
      throw refuse(`the ${role} partition has no valid size or position`);
    }
    if (startLba < next) throw refuse(`the ${role} partition overlaps what lies before it`);
    next = startLba + sectors;
  }
  if (!Number.isSafeInteger(diskSectors) || next > diskSectors - TAIL_SECTORS) {
    throw refuse('the partitions do not fit on the drive');
  }
}

function encodeEntries(partitions: readonly LayoutPartition[], guids: GptRequest['guids']): Buffer {
  const entries = Buffer.alloc(ENTRY_COUNT * ENTRY_BYTES);
  partitions.forEach(({ role, startLba, sectors }, index) => {
    const guid = guids[role];
    if (guid === undefined) {
      throw stickError('internal', { message: `the ${role} partition was given no GUID` });
    }
    const entry = entries.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    encodeGuid(PARTITION_TYPE[role]).copy(entry, 0);
    encodeGuid(guid).copy(entry, 16);
    entry.writeBigUInt64LE(BigInt(startLba), 32);
    entry.writeBigUInt64LE(BigInt(startLba + sectors - 1), 40);
    entry.writeBigUInt64LE(ATTRIBUTES[role], 48);
    entry.write(NAME[role], 56, 'utf16le');
  });
  return entries;
}

function encodeHeader(fields: {
  ownLba: number;
  otherLba: number;
  entriesLba: number;
  lastUsableLba: number;
  diskGuid: string;
  entries: Buffer;
}): Buffer {
  const header = Buffer.alloc(SECTOR);
  header.write(HEADER_SIGNATURE, 0, 'latin1');
  header.writeUInt32LE(HEADER_REVISION, 8);
  header.writeUInt32LE(HEADER_BYTES, 12);
  header.writeBigUInt64LE(BigInt(fields.ownLba), 24);
  header.writeBigUInt64LE(BigInt(fields.otherLba), 32);
  header.writeBigUInt64LE(BigInt(FIRST_USABLE_LBA), 40);
  header.writeBigUInt64LE(BigInt(fields.lastUsableLba), 48);
  encodeGuid(fields.diskGuid).copy(header, 56);
  header.writeBigUInt64LE(BigInt(fields.entriesLba), 72);
  header.writeUInt32LE(ENTRY_COUNT, 80);
  header.writeUInt32LE(ENTRY_BYTES, 84);
  header.writeUInt32LE(crc32(fields.entries), 88);
  header.writeUInt32LE(crc32(header.subarray(0, HEADER_BYTES)), 16);
  return header;
}

/** UEFI specification 2.10, section 5.2.3: one partition of type 0xEE over the whole drive. */
export function protectiveMbr(diskSectors: number): Buffer {
  const mbr = Buffer.alloc(SECTOR);
  const entry = mbr.subarray(446, 462);
  entry.set([0x00, 0x00, 0x02, 0x00, 0xee, 0xff, 0xff, 0xff]);
  entry.writeUInt32LE(1, 8);
  entry.writeUInt32LE(Math.min(diskSectors - 1, 0xffffffff), 12);
  mbr.set([0x55, 0xaa], 510);
  return mbr;
}
