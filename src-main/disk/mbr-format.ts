import type { PartitionRole } from '../../src-shared/layout';

/** Numbers of the classic partition table in sector 0 (UEFI specification 2.10, section 5.2.1). */

/** Everything before it is boot code. */
export const DISK_SIGNATURE_AT = 440;
export const ENTRIES_AT = 446;
export const ENTRY_BYTES = 16;
export const ENTRY_COUNT = 4;
export const END_MARK_AT = 510;
/** 55 AA on the disk. */
export const END_MARK = 0xaa55;
/** In an entry: the partition that a BIOS starts from. */
export const ACTIVE = 0x80;

/** The whole drive is described by a GPT. */
export const PROTECTIVE_TYPE = 0xee;

/** Types that every Windows and every firmware knows: FAT32 addressed by sectors, and NTFS or exFAT. */
export const MBR_TYPE = { fat32: 0x0c, ntfs: 0x07 } as const;

/** A drive with an MBR has no reserved partition. */
export const TYPE_OF_ROLE: Readonly<Record<Exclude<PartitionRole, 'msr'>, number>> = {
  efi: MBR_TYPE.fat32,
  windows: MBR_TYPE.ntfs,
  shared: MBR_TYPE.ntfs,
};

export interface MbrEntry {
  /** Place in the table, from 0. */
  index: number;
  type: number;
  active: boolean;
  firstLba: number;
  /** Last sector that still belongs to the partition. */
  lastLba: number;
}
