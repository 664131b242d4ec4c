import { SECTOR } from '../../src-shared/units';
import { crc32, type ByteSource } from '../io';
import { FileSystemError } from './file-system-error';
import type { GptTable } from './gpt-format';
import { protectiveMbr } from './gpt-encode';

/** Bytes and their place on the drive, whole sectors. */
interface Piece {
  offset: number;
  bytes: Buffer;
}

/** Both copies of a partition table: header and entries, which lie one after the other. */
export interface RenewedGpt {
  primary: Piece;
  backup: Piece;
}

const PRIMARY_LBA = 1;
/** Fields of a header: UEFI specification 2.10, table 5-5. */
const FIELD = { bytes: 12, crc: 16, own: 24, other: 32, lastUsable: 48, entries: 72 } as const;
const COUNT_AT = 80;
const ENTRY_BYTES_AT = 84;

/**
 * Both copies of a drive's partition table from the one that is valid, with all that it says of partitions. The backup goes to
 * the end of the drive, also where that is another place than before: a drive may have been copied to a larger one. Throws
 * FileSystemError where there is no room for one of them.
 */
export async function renewGpt(disk: ByteSource, table: GptTable): Promise<RenewedGpt> {
  const header = Buffer.from(await disk.read(table.headerLba * SECTOR, SECTOR));
  const count = header.readUInt32LE(COUNT_AT) * header.readUInt32LE(ENTRY_BYTES_AT);
  const entriesSectors = Math.ceil(count / SECTOR);
  const found = Number(header.readBigUInt64LE(FIELD.entries));
  const entries = await disk.read(found * SECTOR, entriesSectors * SECTOR);

  const last = Math.floor(disk.size / SECTOR) - 1;
  const backupEntries = last - entriesSectors;
  const primaryEntries = PRIMARY_LBA + 1;
  const end = Math.max(0, ...table.entries.map(({ lastLba }) => lastLba));
  if (table.firstUsableLba < primaryEntries + entriesSectors || end >= backupEntries) {
    throw new FileSystemError('there is no room for both copies of the partition table');
  }
  const isMoved = table.headerLba === PRIMARY_LBA && table.alternateLba !== last;
  const lastUsable = isMoved ? backupEntries - 1 : Math.min(table.lastUsableLba, backupEntries - 1);
  const headerFor = (own: number, other: number, entriesLba: number): Buffer => {
    const copy = Buffer.from(header);
    copy.writeBigUInt64LE(BigInt(own), FIELD.own);
    copy.writeBigUInt64LE(BigInt(other), FIELD.other);
    copy.writeBigUInt64LE(BigInt(lastUsable), FIELD.lastUsable);
    copy.writeBigUInt64LE(BigInt(entriesLba), FIELD.entries);
    copy.writeUInt32LE(0, FIELD.crc);
    copy.writeUInt32LE(crc32(copy.subarray(0, copy.readUInt32LE(FIELD.bytes))), FIELD.crc);
    return copy;
  };
  return {
    primary: {
      offset: PRIMARY_LBA * SECTOR,
      bytes: Buffer.concat([headerFor(PRIMARY_LBA, last, primaryEntries), entries]),
    },
    backup: {
      offset: backupEntries * SECTOR,
      bytes: Buffer.concat([entries, headerFor(last, PRIMARY_LBA, backupEntries)]),
    },
  };
}

/** Sector 0 of a drive with a GPT. Code in a sector that ends as a boot sector does is kept. */
export function protectiveSector(found: Buffer, diskSectors: number): Buffer {
  const sector = protectiveMbr(diskSectors);
  if (found.readUInt16LE(510) === 0xaa55) found.copy(sector, 0, 0, 446);
  return sector;
}
