import { SECTOR } from '../../src-shared/units';
import { crc32, decodeGuid, type ByteSource } from '../io';
import {
  ENTRY_BYTES,
  HEADER_BYTES,
  HEADER_SIGNATURE,
  NAME_UNITS,
  type GptEntry,
  type GptProblem,
  type GptTable,
} from './gpt-format';

/** More entries than any tool writes; a larger number is damage. */
const MAXIMUM_ENTRIES = 4096;
const UNUSED = '00000000-0000-0000-0000-000000000000';

export interface Gpt {
  primary: GptTable | GptProblem;
  backup: GptTable | GptProblem;
  /** Both copies are valid and describe the same drive and the same partitions. */
  agree: boolean;
  /** Sector 0 is a protective MBR: signature and a partition of type 0xEE. */
  protectiveMbr: boolean;
}

/** Reads both copies of a drive's partition table, each for itself. Damage is a value, not an error. */
export async function readGpt(source: ByteSource): Promise<Gpt> {
  const sectors = Math.floor(source.size / SECTOR);
  if (sectors < 3) {
    const problem = 'the drive is too small for a partition table';
    return { primary: { problem }, backup: { problem }, agree: false, protectiveMbr: false };
  }
  const primary = await readTable(source, sectors, 1);
  const backup = await readTable(source, sectors, sectors - 1);
  return {
    primary,
    backup,
    agree: agree(primary, backup),
    protectiveMbr: isProtectiveMbr(await source.read(0, SECTOR)),
  };
}

/** The copy that firmware would use: the primary one, else the backup; null when neither is valid. */
export function chooseTable(gpt: Gpt): GptTable | null {
  if (!('problem' in gpt.primary)) return gpt.primary;
  return 'problem' in gpt.backup ? null : gpt.backup;
}

async function readTable(
  source: ByteSource,
  sectors: number,
  headerLba: number,
): Promise<GptTable | GptProblem> {
  const header = await source.read(headerLba * SECTOR, SECTOR);
  if (header.toString('latin1', 0, 8) !== HEADER_SIGNATURE) {
    return { problem: `sector ${String(headerLba)} holds no GPT header` };
  }
  const headerBytes = header.readUInt32LE(12);
  if (headerBytes < HEADER_BYTES || headerBytes > SECTOR) {
    return { problem: `the header claims a size of ${String(headerBytes)} bytes` };
  }
  if (headerChecksum(header, headerBytes) !== header.readUInt32LE(16)) {
    return { problem: 'the checksum of the header is wrong' };
  }
  const lba = (at: number): number => Number(header.readBigUInt64LE(at));
  if (lba(24) !== headerLba) {
    return { problem: `the header in sector ${String(headerLba)} belongs in ${String(lba(24))}` };
  }
  const count = header.readUInt32LE(80);
  const entryBytes = header.readUInt32LE(84);
  const entriesLba = lba(72);
  if (count > MAXIMUM_ENTRIES || entryBytes < ENTRY_BYTES || entryBytes > SECTOR) {
    return { problem: `${String(count)} entries of ${String(entryBytes)} bytes are not plausible` };
  }
  if (entriesLba * SECTOR + count * entryBytes > source.size) {
    return { problem: 'the entries lie past the end of the drive' };
  }
  const array = await source.read(entriesLba * SECTOR, count * entryBytes);
  if (crc32(array) !== header.readUInt32LE(88)) {
    return { problem: 'the checksum of the entries is wrong' };
  }
  const table: GptTable = {
    diskGuid: decodeGuid(header, 56),
    headerLba,
    alternateLba: lba(32),
    firstUsableLba: lba(40),
    lastUsableLba: lba(48),
    entries: decodeEntries(array, entryBytes),
  };
  const problem = contradiction(table, sectors);
  return problem === null ? table : { problem };
}

function headerChecksum(header: Buffer, headerBytes: number): number {
  const copy = Buffer.from(header.subarray(0, headerBytes));
  copy.writeUInt32LE(0, 16);
  return crc32(copy);
}

function decodeEntries(array: Buffer, entryBytes: number): GptEntry[] {
  const entries: GptEntry[] = [];
  for (let index = 0; index * entryBytes < array.length; index += 1) {
    const entry = array.subarray(index * entryBytes, (index + 1) * entryBytes);
    const typeGuid = decodeGuid(entry);
    if (typeGuid === UNUSED) continue;
    const name = entry.toString('utf16le', 56, 56 + NAME_UNITS * 2);
    entries.push({
      index,
      typeGuid,
      guid: decodeGuid(entry, 16),
      firstLba: Number(entry.readBigUInt64LE(32)),
      lastLba: Number(entry.readBigUInt64LE(40)),
      attributes: entry.readBigUInt64LE(48),
      name: name.split('\0', 1)[0] ?? '',
    });
  }
  return entries;
}

function contradiction(table: GptTable, sectors: number): string | null {
  const { firstUsableLba, lastUsableLba } = table;
  if (firstUsableLba > lastUsableLba || lastUsableLba >= sectors) {
    return 'the usable sectors reach past the end of the drive';
  }
  let next = firstUsableLba;
  for (const entry of [...table.entries].sort((a, b) => a.firstLba - b.firstLba)) {
    const name = `partition ${String(entry.index + 1)}`;
    if (entry.lastLba < entry.firstLba) return `${name} ends before it starts`;
    if (entry.firstLba < firstUsableLba || entry.lastLba > lastUsableLba) {
      return `${name} lies outside the usable sectors`;
    }
    if (entry.firstLba < next) return `${name} overlaps another one`;
    next = entry.lastLba + 1;
  }
  return null;
}

function agree(primary: GptTable | GptProblem, backup: GptTable | GptProblem): boolean {
  if ('problem' in primary || 'problem' in backup) return false;
  return (
    primary.alternateLba === backup.headerLba &&
    backup.alternateLba === primary.headerLba &&
    fingerprint(primary) === fingerprint(backup)
  );
}

function fingerprint(table: GptTable): string {
  const { diskGuid, firstUsableLba, lastUsableLba, entries } = table;
  return JSON.stringify([diskGuid, firstUsableLba, lastUsableLba, entries], (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

function isProtectiveMbr(sector: Buffer): boolean {
  if (sector.readUInt16LE(510) !== 0xaa55) return false;
  return [446, 462, 478, 494].some((entry) => sector[entry + 4] === 0xee);
}
