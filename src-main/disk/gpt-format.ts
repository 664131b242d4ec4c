import type { PartitionRole } from '../../src-shared/layout';

/** Numbers and types of the GUID Partition Table: UEFI specification 2.10, chapter 5. */

export const HEADER_SIGNATURE = 'EFI PART';
export const HEADER_REVISION = 0x00010000;
export const HEADER_BYTES = 92;
export const ENTRY_BYTES = 128;
export const ENTRY_COUNT = 128;
/** Sectors of the array of entries. */
export const ENTRIES_SECTORS = 32;
/** UTF-16 units in a partition's name, with its terminator. */
export const NAME_UNITS = 36;
/** First sector after the protective MBR, the primary header and its entries. */
export const FIRST_USABLE_LBA = 2 + ENTRIES_SECTORS;
/** Sectors at the end of the drive: backup entries, then the backup header. */
export const TAIL_SECTORS = ENTRIES_SECTORS + 1;

/**
 * Attribute bit 63, "no drive letter" for basic data partitions (Microsoft, CREATE_PARTITION_PARAMETERS).
 * Windows Setup also sets it on the system and reserved partitions that it makes.
 */
export const NO_DRIVE_LETTER = 1n << 63n;

const BASIC_DATA = 'ebd0a0a2-b9e5-4433-87c0-68b6b72699c7';

/** Type GUIDs that the UEFI specification and Microsoft assign. */
export const PARTITION_TYPE: Readonly<Record<PartitionRole, string>> = {
  efi: 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b',
  msr: 'e3c9e316-0b5c-4db8-817d-f92df00215ae',
  windows: BASIC_DATA,
  shared: BASIC_DATA,
};

export interface GptEntry {
  /** Place in the array of entries, from 0. */
  index: number;
  typeGuid: string;
  guid: string;
  firstLba: number;
  /** Last sector that still belongs to the partition. */
  lastLba: number;
  attributes: bigint;
  name: string;
}

/** One valid copy of the table. */
export interface GptTable {
  diskGuid: string;
  /** Sector of this copy's header. */
  headerLba: number;
  /** Sector at which this copy says the other one's header is. */
  alternateLba: number;
  firstUsableLba: number;
  lastUsableLba: number;
  /** Entries in use, in the order of the array. */
  entries: GptEntry[];
}

/** Why a copy of the table can't be used, for a person. */
export interface GptProblem {
  problem: string;
}
