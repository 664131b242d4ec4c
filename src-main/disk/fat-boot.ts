import { stickError } from '../../src-shared/errors';
import { SECTOR } from '../../src-shared/units';
import { FAT32_BOOT_CODE, FAT32_CODE_AT, FAT32_JUMP, FAT32_SECOND } from './boot-code';
import { FIRST_CLUSTER } from './fat-format';
import { CLUSTER_BYTES, type FatGeometry } from './fat-geometry';

const FSINFO_SECTOR = 1;
const BACKUP_SECTOR = 6;

export interface FatIdentity {
  /** Sector of the drive at which the volume starts. */
  startLba: number;
  /** Up to 11 characters; null for none. */
  label: string | null;
  /** Unsigned 32 bits. */
  serial: number;
}

/** A label as the 11 bytes on disk. Throws `internal` for one that FAT can't hold. */
export function encodeLabel(label: string): Buffer {
  const upper = label.toUpperCase();
  if (!/^[A-Z0-9!#$%&'()\-@^_`{}~][A-Z0-9 !#$%&'()\-@^_`{}~]{0,10}$/.test(upper)) {
    throw stickError('internal', { message: `“${label}” can't be a label of a FAT volume` });
  }
  return Buffer.from(upper.padEnd(11), 'latin1');
}

/**
 * The reserved sectors: boot sector, FSInfo and the sector with the rest of the boot code, and the backup of all three at
 * sector 6 (fatgen103, "Boot Sector and BPB", "FAT32 FSInfo Sector Structure and Backup Boot Sector"). A BIOS that starts
 * the volume starts the file /bootmgr.
 */
export function encodeReserved(
  geometry: FatGeometry,
  identity: FatIdentity,
  usedClusters: number,
): Buffer {
  const reserved = Buffer.alloc(geometry.reservedSectors * SECTOR);
  const three = Buffer.concat([
    bootSector(geometry, identity),
    fsInfo(geometry, usedClusters),
    FAT32_SECOND,
  ]);
  three.copy(reserved, 0);
  three.copy(reserved, BACKUP_SECTOR * SECTOR);
  return reserved;
}

function bootSector(geometry: FatGeometry, identity: FatIdentity): Buffer {
  const sector = Buffer.alloc(SECTOR);
  sector.set(FAT32_JUMP, 0);
  sector.write('MSWIN4.1', 3, 'latin1');
  sector.writeUInt16LE(SECTOR, 11);
  sector.writeUInt8(CLUSTER_BYTES / SECTOR, 13);
  sector.writeUInt16LE(geometry.reservedSectors, 14);
  sector.writeUInt8(2, 16);
  sector.writeUInt8(0xf8, 21);
  sector.writeUInt16LE(63, 24);
  sector.writeUInt16LE(255, 26);
  sector.writeUInt32LE(identity.startLba, 28);
  sector.writeUInt32LE(geometry.totalSectors, 32);
  sector.writeUInt32LE(geometry.fatSectors, 36);
  sector.writeUInt32LE(FIRST_CLUSTER, 44);
  sector.writeUInt16LE(FSINFO_SECTOR, 48);
  sector.writeUInt16LE(BACKUP_SECTOR, 50);
  sector.writeUInt8(0x80, 64);
  sector.writeUInt8(0x29, 66);
  sector.writeUInt32LE(identity.serial >>> 0, 67);
  const label = identity.label === null ? 'NO NAME    ' : encodeLabel(identity.label);
  Buffer.from(label).copy(sector, 71);
  sector.write('FAT32   ', 82, 'latin1');
  sector.set(FAT32_BOOT_CODE, FAT32_CODE_AT);
  return signed(sector);
}

function fsInfo(geometry: FatGeometry, usedClusters: number): Buffer {
  const sector = Buffer.alloc(SECTOR);
  sector.writeUInt32LE(0x41615252, 0);
  sector.writeUInt32LE(0x61417272, 484);
  sector.writeUInt32LE(geometry.clusters - usedClusters, 488);
  sector.writeUInt32LE(FIRST_CLUSTER + usedClusters, 492);
  return signed(sector);
}

function signed(sector: Buffer): Buffer {
  sector.set([0x55, 0xaa], 510);
  return sector;
}
