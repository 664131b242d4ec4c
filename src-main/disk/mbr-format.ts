import type { PartitionRole } from '../../src-shared/layout';

/**
 * Numbers of the classic partition table in sector 0 (UEFI specification 2.10, section 5.2.1), and those of GRUB’s
 * boot code in and after it (GRUB, include/grub/i386/pc/boot.h).
 */

/** Boot code: everything before the disk’s signature. */
export const BOOT_CODE_BYTES = 440;
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

/** Where boot.img finds the first sector of core.img, 64 bits: `GRUB_BOOT_MACHINE_KERNEL_SECTOR`. */
export const CORE_LBA_AT = 0x5c;
/** The drive to read from; FF is the one that the BIOS started: `GRUB_BOOT_MACHINE_BOOT_DRIVE`. */
export const BOOT_DRIVE_AT = 0x64;
export const THE_DRIVE_STARTED_FROM = 0xff;
/**
 * A jump that passes over the correction of a drive number that the BIOS gave. As two NOPs the correction is made: some
 * BIOSes say 0 for a stick. `GRUB_BOOT_MACHINE_DRIVE_CHECK`.
 */
export const DRIVE_CHECK_AT = 0x66;
export const TWO_NOPS = [0x90, 0x90] as const;

/** Sector of core.img’s first byte: directly after the table. */
export const CORE_LBA = 1;
/**
 * In core.img’s first sector: the list of further sectors to load, each 12 bytes, growing downwards from here: u64 first
 * sector, u16 count, u16 segment. A count of 0 ends it. (GRUB, `grub_pc_bios_boot_blocklist`.)
 */
export const BLOCK_LIST_AT = 512 - 12;

export interface MbrEntry {
  /** Place in the table, from 0. */
  index: number;
  type: number;
  active: boolean;
  firstLba: number;
  /** Last sector that still belongs to the partition. */
  lastLba: number;
}

/** Boot code of the host’s GRUB. Both as its package or `grub-mkimage` made them, unpatched. */
export interface BiosBootCode {
  /** boot.img: 512 bytes, goes into sector 0. */
  bootImage: Buffer;
  /** core.img: goes into the gap before the first partition. */
  coreImage: Buffer;
}
