/**
 * Where Ventoy puts what, in sectors of 512 bytes, and by what it knows its own disks: the installer's scripts
 * (INSTALL/tool) and `ventoy_check_official_device` of its GRUB, release 1.1.17.
 */

export const DATA_START_LBA = 2048;
export const EFI_SECTORS = 65536;
/** The second partition starts at a multiple of this. */
export const EFI_ALIGNMENT_SECTORS = 8;
export const EFI_LABEL = 'VTOYEFI';
export const DATA_NAME = 'Ventoy';

/** Sector 0, bytes 0x00–0x2F: a jump over the rest, which is zero. */
export const JUMP_BYTES = 0x30;
export const JUMP = Buffer.from([0xeb, 0x63, 0x90]);
/** Sector 0, bytes 0x190–0x19F: where GRUB has its messages. */
export const MARK_AT = 0x190;
export const MARK = Buffer.from('VT\0Ge\0HD\0Rd\0 Er\r', 'latin1');
/** Sector 0: 16 random bytes of each disk. */
export const DISK_UUID_AT = 0x180;
export const DISK_UUID_BYTES = 16;
/** Sector 0: sector of core.img, the lowest byte; and in core.img's first sector the next sector to load. */
export const CORE_LBA_AT = 92;
export const NEXT_LBA_AT = 0x1f4;

/** First sector of core.img, and how many sectors of it are written at most. */
export const CORE_PLACE = {
  mbr: { lba: 1, maximumSectors: 2047 },
  gpt: { lba: 34, maximumSectors: 2014 },
} as const;
/** An update leaves these as they are. */
export const KEPT_LBA = { from: 2040, to: 2047 } as const;

/** Types of partitions in an MBR. */
export const DATA_TYPE = { common: 0x07, fat32: 0x0c } as const;
export const EFI_TYPE = 0xef;
/** What the installer's parted gives partition 2 on ARM, where it sets no other type. */
export const LINUX_DATA_TYPE = '0fc63daf-8483-4772-8e79-3d69d8477de4';
/** Of partition 2 in a GPT: no drive letter. */
export const EFI_ATTRIBUTES = 1n << 63n;

/** Without the first, Ventoy doesn't start; without the others not with a BIOS. */
export const NEEDED_FILES = [
  '/ventoy/ventoy.cpio',
  '/grub/localboot.cfg',
  '/tool/mount.exfat-fuse_aarch64',
] as const;
export const MENU_FILE = '/grub/grub.cfg';

/** The loaders that Secure Boot starts from, each with the one that takes its place when support for it is turned off. */
export const LOADERS = [
  { boot: '/EFI/BOOT/BOOTX64.EFI', plain: '/EFI/BOOT/grubx64_real.efi' },
  { boot: '/EFI/BOOT/BOOTIA32.EFI', plain: '/EFI/BOOT/grubia32_real.efi' },
] as const;
/** By this one Ventoy's programs tell whether a disk has support for Secure Boot. */
export const SECURE_BOOT_SIGN = LOADERS[0].plain;
/** What is removed besides, when support for Secure Boot is turned off. */
export const SECURE_BOOT_ONLY = [
  '/EFI/BOOT/grubx64.efi',
  '/EFI/BOOT/mmx64.efi',
  '/EFI/BOOT/MokManager.efi',
  '/EFI/BOOT/grubia32.efi',
  '/EFI/BOOT/mmia32.efi',
  '/ENROLL_THIS_KEY_IN_MOKMANAGER.cer',
] as const;
/** Of those, what must be there for a key to be enrolled at the first start. */
export const ENROLMENT_FILES = [
  '/EFI/BOOT/grubx64.efi',
  '/EFI/BOOT/mmx64.efi',
  '/ENROLL_THIS_KEY_IN_MOKMANAGER.cer',
] as const;
