import { FAT32_CODE_ROWS, MBR_CODE_ROWS } from './assembled';

/**
 * What a BIOS runs, from sector 0 to Windows' own boot manager: mbr.asm loads the first sector of the active partition, and
 * fat32.asm the file /bootmgr of the FAT32 volume there.
 */

/** Goes to the start of sector 0: everything before the disk's signature. */
export const MBR_BOOT_CODE = Buffer.from(MBR_CODE_ROWS.join(''), 'hex');

const fat32 = Buffer.from(FAT32_CODE_ROWS.join(''), 'hex');
const SECTOR_BYTES = 512;

/** The volume's parameters begin behind the jump, and the code behind them (fatgen103, "Boot Sector and BPB"). */
export const FAT32_CODE_AT = 90;
/** Before the parameters: a jump over them. */
export const FAT32_JUMP = fat32.subarray(0, 3);
/** From `FAT32_CODE_AT` to the mark at the end of the volume's first sector. */
export const FAT32_BOOT_CODE = fat32.subarray(FAT32_CODE_AT, SECTOR_BYTES - 2);
/** The whole sector with the rest of the code, and its place in the volume. */
export const FAT32_SECOND = fat32.subarray(SECTOR_BYTES);
export const FAT32_SECOND_SECTOR = 2;
