export { FAT32_BOOT_CODE, FAT32_CODE_AT, FAT32_JUMP, FAT32_SECOND, MBR_BOOT_CODE } from './code';
export { findFat32BootCode, findMbrBootCode, type BootCodeFound } from './find';
