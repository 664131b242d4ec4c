import type { ByteSource } from '../../io';
import { BOOT_BYTES } from './format';
import { replacedRanges, type BitLockerLayout } from './layout';
import { SECTOR, type SectorCipher } from './sector-cipher';

/**
 * The plain volume in an encrypted one, as Windows and other readers show it: the first 8 KiB come from their backup, and
 * the backup's place and the three copies of the metadata read as zeros. Errors of the source pass.
 */
export function decryptedVolume(
  source: ByteSource,
  { layout, sectorCipher }: { layout: BitLockerLayout; sectorCipher: SectorCipher },
): ByteSource {
  const hidden = replacedRanges(layout).filter(({ offset }) => offset > 0);
  const readSectors = async (at: number, length: number): Promise<Buffer> => {
    const bytes = Buffer.from(await source.read(at, length));
    sectorCipher.decrypt(bytes, at / SECTOR);
    return bytes;
  };
  return {
    size: source.size,
    async read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > source.size) {
        throw new RangeError(`${String(length)} bytes at ${String(offset)} of an encrypted volume`);
      }
      const start = offset - (offset % SECTOR);
      const end = Math.ceil((offset + length) / SECTOR) * SECTOR;
      const bytes = await readSectors(start, end - start);
      for (const range of hidden) {
        const from = Math.max(range.offset, start);
        const to = Math.min(range.offset + range.length, end);
        if (from < to) bytes.fill(0, from - start, to - start);
      }
      if (start < BOOT_BYTES) {
        const boot = await readSectors(layout.backupAt, BOOT_BYTES);
        boot.copy(bytes, 0, start, Math.min(BOOT_BYTES, end));
      }
      return bytes.subarray(offset - start, offset - start + length);
    },
  };
}
