import {
  ATTRIBUTE,
  DIRECTORY_ENTRY_BYTES,
  LAST_LONG_ENTRY,
  LONG_NAME_OFFSETS,
  shortNameChecksum,
  type FatBits,
} from './fat-format';

export interface FatEntry {
  /** The long name, or the short one when there is no other. */
  name: string;
  /** Such as `BOOTX64.EFI`. Characters beyond ASCII are not decoded faithfully. */
  shortName: string;
  isDirectory: boolean;
  /** Bytes; 0 for a folder. */
  size: number;
  /** 0 for an empty file. */
  firstCluster: number;
}

const FREE = 0xe5;
/** Stands for a first byte of 0xE5, which would mean "free". */
const KANJI_E5 = 0x05;

/** Reads a folder's entries, without `.` and `..`, and the volume label if one is among them. */
export function decodeDirectory(
  bytes: Buffer,
  bits: FatBits,
): { entries: FatEntry[]; label: string | null } {
  const entries: FatEntry[] = [];
  let label: string | null = null;
  let long = new LongName();
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= bytes.length; at += DIRECTORY_ENTRY_BYTES) {
    const entry = bytes.subarray(at, at + DIRECTORY_ENTRY_BYTES);
    const first = entry.readUInt8(0);
    const attributes = entry.readUInt8(11);
    if (first === 0) break;
    if (first !== FREE && (attributes & 0x3f) === ATTRIBUTE.longName) {
      long.add(entry);
      continue;
    }
    if (first !== FREE && attributes & ATTRIBUTE.volumeLabel) {
      label = entry.toString('latin1', 0, 11).trimEnd();
    } else if (first !== FREE && !isDotEntry(entry)) {
      entries.push(decodeEntry(entry, long.nameFor(entry.subarray(0, 11)), bits));
    }
    long = new LongName();
  }
  return { entries, label };
}

function isDotEntry(entry: Buffer): boolean {
  return /^\.\.? *$/.test(entry.toString('latin1', 0, 11));
}

function decodeEntry(entry: Buffer, longName: string | null, bits: FatBits): FatEntry {
  const shortName = decodeShortName(entry);
  const isDirectory = (entry.readUInt8(11) & ATTRIBUTE.directory) !== 0;
  // The high half belongs to something else before FAT32.
  const high = bits === 32 ? entry.readUInt16LE(20) : 0;
  return {
    name: longName ?? inSmallLetters(entry, shortName),
    shortName,
    isDirectory,
    size: isDirectory ? 0 : entry.readUInt32LE(28),
    firstCluster: high * 0x10000 + entry.readUInt16LE(26),
  };
}

function decodeShortName(entry: Buffer): string {
  const bytes = Buffer.from(entry.subarray(0, 11));
  if (bytes[0] === KANJI_E5) bytes[0] = FREE;
  const base = bytes.toString('latin1', 0, 8).trimEnd();
  const extension = bytes.toString('latin1', 8, 11).trimEnd();
  return extension === '' ? base : `${base}.${extension}`;
}

/** Windows NT and its successors, Linux and mtools save a long name that would differ in small letters only by two bits. */
const CASE_AT = 12;
const SMALL_BASE = 0x08;
const SMALL_EXTENSION = 0x10;

function inSmallLetters(entry: Buffer, shortName: string): string {
  const bits = entry.readUInt8(CASE_AT);
  const [base = '', extension] = shortName.split('.', 2);
  const small = (text: string, bit: number): string => (bits & bit ? text.toLowerCase() : text);
  if (extension === undefined) return small(base, SMALL_BASE);
  return `${small(base, SMALL_BASE)}.${small(extension, SMALL_EXTENSION)}`;
}

/** Gathers the entries of one long name, which come last part first. */
class LongName {
  #text = '';
  #expected = 0;
  #checksum = -1;

  add(entry: Buffer): void {
    const first = entry.readUInt8(0);
    const ordinal = first & ~LAST_LONG_ENTRY;
    if (first & LAST_LONG_ENTRY) {
      this.#text = '';
      this.#checksum = entry.readUInt8(13);
    } else if (ordinal !== this.#expected || entry.readUInt8(13) !== this.#checksum) {
      this.#checksum = -1;
    }
    this.#expected = ordinal - 1;
    const units = LONG_NAME_OFFSETS.map((offset) => entry.readUInt16LE(offset));
    this.#text = String.fromCharCode(...units) + this.#text;
  }

  /** The name, if all its entries were there and belong to this short name. */
  nameFor(shortName: Buffer): string | null {
    const whole = this.#expected === 0 && this.#checksum === shortNameChecksum(shortName);
    return whole ? (this.#text.split('\0', 1)[0] ?? null) : null;
  }
}
