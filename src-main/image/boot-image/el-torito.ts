import type { ByteSource } from '../../io';
import { SECTOR_BYTES } from '../disc';

/** Something that firmware can start from a disc: an entry of its boot catalog. */
export interface BootEntry {
  platform: 'bios' | 'efi' | 'other';
  /** Byte of the image file at which the program or file system begins. */
  offset: number;
  /** Bytes that a BIOS loads. For EFI it is often too small, or 0. */
  loadBytes: number;
}

/** “El Torito” Bootable CD-ROM Format Specification 1.0, figures 2 to 6; platform EF: UEFI specification 2.10, 13.3.2. */
const CATALOG_SECTOR_AT = 0x47;
const ENTRY_BYTES = 32;
const PLATFORM: Readonly<Record<number, BootEntry['platform']>> = { 0: 'bios', 0xef: 'efi' };
const Mark = {
  validation: 0x01,
  bootable: 0x88,
  moreSections: 0x90,
  lastSection: 0x91,
  extension: 0x44,
} as const;
/** Real catalogs have two or three entries. */
const MOST_CATALOG_BYTES = 4 * SECTOR_BYTES;

/**
 * The entries of a disc's boot catalog that are marked as bootable and lie within the file. Null when there is no
 * valid catalog.
 */
export async function readBootCatalog(
  disc: ByteSource,
  bootRecord: Buffer,
): Promise<BootEntry[] | null> {
  const at = bootRecord.readUInt32LE(CATALOG_SECTOR_AT) * SECTOR_BYTES;
  const length = Math.min(MOST_CATALOG_BYTES, disc.size - at);
  if (length < 2 * ENTRY_BYTES) return null;
  const entries = entriesOf(await disc.read(at, length));
  return entries?.filter(({ offset }) => offset > 0 && offset + SECTOR_BYTES <= disc.size) ?? null;
}

function entriesOf(catalog: Buffer): BootEntry[] | null {
  const validation = catalog.subarray(0, ENTRY_BYTES);
  if (!isValidation(validation)) return null;
  const found: BootEntry[] = [];
  add(found, catalog.subarray(ENTRY_BYTES, 2 * ENTRY_BYTES), validation.readUInt8(1));

  let at = 2 * ENTRY_BYTES;
  while (at + ENTRY_BYTES <= catalog.length) {
    const mark = catalog.readUInt8(at);
    if (mark !== Mark.moreSections && mark !== Mark.lastSection) break;
    const platform = catalog.readUInt8(at + 1);
    let left = catalog.readUInt16LE(at + 2);
    at += ENTRY_BYTES;
    for (; left > 0 && at + ENTRY_BYTES <= catalog.length; at += ENTRY_BYTES) {
      const entry = catalog.subarray(at, at + ENTRY_BYTES);
      if (entry.readUInt8(0) === Mark.extension) continue;
      add(found, entry, platform);
      left -= 1;
    }
    if (mark === Mark.lastSection) break;
  }
  return found;
}

function add(found: BootEntry[], entry: Buffer, platform: number): void {
  if (entry.readUInt8(0) !== Mark.bootable) return;
  found.push({
    platform: PLATFORM[platform] ?? 'other',
    offset: entry.readUInt32LE(8) * SECTOR_BYTES,
    loadBytes: entry.readUInt16LE(6) * 512,
  });
}

/** Its 16-bit words add up to zero, and it ends in 55 AA. */
function isValidation(entry: Buffer): boolean {
  if (entry.readUInt8(0) !== Mark.validation || entry.readUInt16LE(30) !== 0xaa55) return false;
  let sum = 0;
  for (let at = 0; at < ENTRY_BYTES; at += 2) sum += entry.readUInt16LE(at);
  return (sum & 0xffff) === 0;
}
