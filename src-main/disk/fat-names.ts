import {
  ATTRIBUTE,
  DIRECTORY_ENTRY_BYTES,
  LAST_LONG_ENTRY,
  LONG_NAME_OFFSETS,
  LONG_NAME_UNITS_PER_ENTRY,
  shortNameChecksum,
} from './fat-format';
import { upcase } from './upcase';

const MAXIMUM_NAME_UNITS = 255;
const FORBIDDEN = /[\u0000-\u001f"*/:<>?\\|]/;
const SHORT_CHARACTERS = /^[A-Z0-9!#$%&'()\-@^_`{}~]*$/;

/** Why a name can't be a FAT long name, or null. A trailing dot or space would be lost. */
export function nameProblem(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'is not a name';
  if (name.length > MAXIMUM_NAME_UNITS) return 'is longer than 255 characters';
  if (FORBIDDEN.test(name)) return 'contains a character that FAT does not allow';
  if (/[. ]$/.test(name)) return 'ends in a dot or a space';
  return null;
}

/** The 11 bytes of a name that is a valid upper-case 8.3 name as it stands, or null. */
export function exactShortName(name: string): Buffer | null {
  const dot = name.lastIndexOf('.');
  const base = dot < 0 ? name : name.slice(0, dot);
  const extension = dot < 0 ? '' : name.slice(dot + 1);
  if (base === '' || base.length > 8 || extension.length > 3) return null;
  if (dot >= 0 && extension === '') return null;
  if (!SHORT_CHARACTERS.test(base) || !SHORT_CHARACTERS.test(extension)) return null;
  return packShortName(base, extension);
}

/**
 * Gives each name of one directory its short name: the name itself where that is possible, else the
 * basis name with a numeric tail (fatgen103, "The Basis-Name Generation Algorithm"). No short name
 * equals another name in the directory, long or short. Names must differ in more than case.
 */
export function assignShortNames(names: readonly string[]): Map<string, Buffer> {
  const taken = new Set(names.map(upcase));
  const nextTail = new Map<string, number>();
  const assigned = new Map<string, Buffer>();
  for (const name of names) {
    const exact = exactShortName(upcase(name));
    assigned.set(name, exact ?? tailedShortName(name, taken, nextTail));
  }
  return assigned;
}

function tailedShortName(name: string, taken: Set<string>, nextTail: Map<string, number>): Buffer {
  const { base, extension } = basisName(name);
  const key = `${base}.${extension}`;
  for (let number = nextTail.get(key) ?? 1; ; number += 1) {
    const tail = `~${String(number)}`;
    const shortened = base.slice(0, 8 - tail.length) + tail;
    const candidate = extension === '' ? shortened : `${shortened}.${extension}`;
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    nextTail.set(key, number + 1);
    return packShortName(shortened, extension);
  }
}

function basisName(name: string): { base: string; extension: string } {
  const stripped = upcase(name).replace(/ /g, '').replace(/^\.+/, '');
  const dot = stripped.lastIndexOf('.');
  const base = dot < 0 ? stripped : stripped.slice(0, dot);
  const extension = dot < 0 ? '' : stripped.slice(dot + 1);
  return {
    base: replaceForeign(base.replace(/\./g, '')).slice(0, 8),
    extension: replaceForeign(extension).slice(0, 3),
  };
}

function replaceForeign(text: string): string {
  return [...text].map((letter) => (SHORT_CHARACTERS.test(letter) ? letter : '_')).join('');
}

function packShortName(base: string, extension: string): Buffer {
  return Buffer.from(base.padEnd(8) + extension.padEnd(3), 'latin1');
}

/** The entries that carry a long name, in the order in which they precede the short entry. */
export function longNameEntries(name: string, shortName: Buffer): Buffer {
  const count = Math.ceil(name.length / LONG_NAME_UNITS_PER_ENTRY);
  const entries = Buffer.alloc(count * DIRECTORY_ENTRY_BYTES);
  const checksum = shortNameChecksum(shortName);
  for (let ordinal = count; ordinal >= 1; ordinal -= 1) {
    const entry = entries.subarray((count - ordinal) * DIRECTORY_ENTRY_BYTES);
    entry[0] = ordinal === count ? ordinal | LAST_LONG_ENTRY : ordinal;
    entry[11] = ATTRIBUTE.longName;
    entry[13] = checksum;
    LONG_NAME_OFFSETS.forEach((offset, i) => {
      entry.writeUInt16LE(unitOf(name, (ordinal - 1) * LONG_NAME_UNITS_PER_ENTRY + i), offset);
    });
  }
  return entries;
}

/** After the name come one zero and then 0xFFFF. */
function unitOf(name: string, index: number): number {
  if (index < name.length) return name.charCodeAt(index);
  return index === name.length ? 0 : 0xffff;
}
