import { decodeGuid, encodeGuid } from '../../io';
import { Boot, CONVERTING_IDENTIFIER, SIGNATURE, VOLUME_IDENTIFIER } from './format';
import { SECTOR } from './sector-cipher';

/** Where a FAT volume has its identifier. */
const TO_GO_IDENTIFIER = 0x1a8;

/** x86: cli, hlt, and back. No computer starts a volume like this; one that tries stands still. */
const HALT = Buffer.from('faf4ebfd', 'hex');

/**
 * Sector 0 of the encrypted volume. Sizes and place come from the NTFS boot sector that it replaces; the rest is what each
 * BitLocker volume has there. Throws RangeError when that is no NTFS boot sector with sectors of 512 bytes.
 */
export function encodeBootSector(
  ntfs: Buffer,
  metadataAt: readonly [number, number, number],
): Buffer {
  if (ntfs.length < SECTOR || ntfs.toString('latin1', 3, 11) !== 'NTFS    ') {
    throw new RangeError('no NTFS boot sector to replace');
  }
  if (ntfs.readUInt16LE(Boot.bytesPerSector) !== SECTOR) {
    throw new RangeError('an NTFS volume with other sectors than of 512 bytes');
  }
  const sector = Buffer.alloc(SECTOR);
  sector.write('eb5890', Boot.jump, 'hex');
  SIGNATURE.copy(sector, Boot.signature);
  sector.writeUInt16LE(SECTOR, Boot.bytesPerSector);
  sector.writeUInt8(ntfs.readUInt8(Boot.sectorsPerCluster), Boot.sectorsPerCluster);
  sector.writeUInt8(0xf8, Boot.media);
  sector.writeUInt16LE(63, Boot.sectorsPerTrack);
  sector.writeUInt16LE(255, Boot.heads);
  sector.writeUInt32LE(ntfs.readUInt32LE(Boot.hiddenSectors), Boot.hiddenSectors);
  sector.writeUInt32LE(0x1fe0, Boot.fatSectors);
  sector.writeUInt16LE(1, Boot.fsInfoSector);
  sector.writeUInt16LE(6, Boot.backupSector);
  sector.writeUInt8(0x80, Boot.drive);
  sector.writeUInt8(0x29, Boot.extendedSignature);
  sector.write('NO NAME    FAT32   ', Boot.label, 'latin1');
  HALT.copy(sector, Boot.code);
  encodeGuid(VOLUME_IDENTIFIER).copy(sector, Boot.identifier);
  metadataAt.forEach((offset, i) => {
    sector.writeBigUInt64LE(BigInt(offset), Boot.metadata + i * 8);
  });
  sector.writeUInt16LE(0xaa55, Boot.end);
  return sector;
}

export type BootSector =
  | { kind: 'encrypted'; metadataAt: [number, number, number] }
  /** In the middle of being encrypted or decrypted. */
  | { kind: 'converting' }
  /** As it is on FAT, by Windows Vista, or with other sectors. */
  | { kind: 'unsupported'; reason: string }
  | { kind: 'other' };

/** Whether a volume's sector 0 (512 bytes) is one of BitLocker, also of a kind that can't be read here. Never throws. */
export function isBitLocker(sector: Buffer): boolean {
  return decodeBootSector(sector).kind !== 'other';
}

/** Where, by a volume's sector 0 (512 bytes), its copies of the metadata begin, in bytes: of FVE_BLOCK each. Never throws. */
export function bitLockerPlaces(sector: Buffer): number[] {
  const boot = decodeBootSector(sector);
  if (boot.kind !== 'encrypted') return [];
  return boot.metadataAt.filter((place) => Number.isSafeInteger(place) && place % SECTOR === 0);
}

/** What a volume's sector 0 (512 bytes) says. Never throws. */
export function decodeBootSector(sector: Buffer): BootSector {
  if (sector.length < SECTOR || sector.readUInt16LE(Boot.end) !== 0xaa55) return { kind: 'other' };
  if (!sector.subarray(Boot.signature, Boot.signature + 8).equals(SIGNATURE)) {
    return sector.toString('latin1', 3, 11) === 'MSWIN4.1' &&
      decodeGuid(sector, TO_GO_IDENTIFIER) === VOLUME_IDENTIFIER
      ? { kind: 'unsupported', reason: 'it is a FAT volume, encrypted with BitLocker To Go' }
      : { kind: 'other' };
  }
  if (decodeGuid(sector, Boot.identifier) === CONVERTING_IDENTIFIER) return { kind: 'converting' };
  if (decodeGuid(sector, Boot.identifier) !== VOLUME_IDENTIFIER) {
    return { kind: 'unsupported', reason: 'it was not encrypted by Windows 7 or later' };
  }
  if (sector.readUInt16LE(Boot.bytesPerSector) !== SECTOR) {
    return { kind: 'unsupported', reason: 'its sectors have other than 512 bytes' };
  }
  const at = (i: number): number => Number(sector.readBigUInt64LE(Boot.metadata + i * 8));
  return { kind: 'encrypted', metadataAt: [at(0), at(1), at(2)] };
}
