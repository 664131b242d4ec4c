import { SECTOR_BYTES, type Disc } from './disc';
import type { ByteRange } from './ranges';

/** Areas in which one record's system use may go on; real discs need one. */
const MOST_CONTINUATIONS = 8;
const CHECK_BYTES = [0xbe, 0xef];

const NameFlag = { self: 2, parent: 4 } as const;

/**
 * Whether the records of an ISO 9660 tree have system use fields (SUSP, IEEE P1281): the bytes to skip at the start of
 * each, as the record of the root says, or null when there are none.
 */
export async function readSystemUseSkip(disc: Disc, root: ByteRange): Promise<number | null> {
  if (root.length < 34 || root.offset + 256 > disc.source.size) return null;
  const record = await disc.source.read(root.offset, 256);
  const length = record.readUInt8(0);
  if (length < 34 || record.readUInt8(32) !== 1) return null;
  const area = systemUse(record.subarray(0, length), 0);
  const announced =
    area.length >= 7 &&
    area.toString('latin1', 0, 2) === 'SP' &&
    area[4] === CHECK_BYTES[0] &&
    area[5] === CHECK_BYTES[1];
  return announced ? area.readUInt8(6) : null;
}

/**
 * The name that Rock Ridge (IEEE P1282, NM) gives a directory record; null when it gives none. What can't be read is
 * passed over: there is always the other name.
 */
export async function rockRidgeName(
  disc: Disc,
  record: Buffer,
  skip: number,
): Promise<string | null> {
  const parts: Buffer[] = [];
  let area: Buffer | null = systemUse(record, skip);
  for (let areas = 0; area !== null && areas <= MOST_CONTINUATIONS; areas += 1) {
    const next: ByteRange | null = collectNames(area, parts);
    const readable = next !== null && next.offset + next.length <= disc.source.size;
    area = readable ? await disc.source.read(next.offset, next.length) : null;
  }
  return parts.length === 0 ? null : Buffer.concat(parts).toString('utf8');
}

/** What follows a record's name, which is padded to an even length (ECMA-119 9.1.12 and 9.1.13). */
function systemUse(record: Buffer, skip: number): Buffer {
  const nameLength = record.readUInt8(32);
  return record.subarray(33 + nameLength + (nameLength % 2 === 0 ? 1 : 0) + skip);
}

/** Adds the pieces of the name in an area; returns where the area goes on. */
function collectNames(area: Buffer, parts: Buffer[]): ByteRange | null {
  let continuation: ByteRange | null = null;
  for (let at = 0; at + 4 <= area.length;) {
    const signature = area.toString('latin1', at, at + 2);
    const length = area.readUInt8(at + 2);
    if (length < 4 || at + length > area.length || signature === 'ST') break;
    const entry = area.subarray(at, at + length);
    if (signature === 'NM' && length > 5) {
      const special = entry.readUInt8(4) & (NameFlag.self | NameFlag.parent);
      if (special === 0) parts.push(entry.subarray(5));
    }
    if (signature === 'CE' && length >= 28) {
      const offset = entry.readUInt32LE(4) * SECTOR_BYTES + entry.readUInt32LE(12);
      continuation = { offset, length: Math.min(entry.readUInt32LE(20), SECTOR_BYTES) };
    }
    at += length;
  }
  return continuation;
}
