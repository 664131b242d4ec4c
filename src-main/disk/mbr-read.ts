import { SECTOR } from '../../src-shared/units';
import type { ByteSource } from '../io';
import {
  ACTIVE,
  BLOCK_LIST_AT,
  CORE_LBA_AT,
  DISK_SIGNATURE_AT,
  END_MARK,
  END_MARK_AT,
  ENTRIES_AT,
  ENTRY_BYTES,
  ENTRY_COUNT,
  PROTECTIVE_TYPE,
  type MbrEntry,
} from './mbr-format';

/** Largest part of a drive that is read to judge its boot code: the gap before the first partition. */
const MAXIMUM_CORE_SECTORS = 2047;

/** Sector 0 as a partition table. */
export interface Mbr {
  diskSignature: number;
  /** Entries in use, in the order of the table. */
  entries: MbrEntry[];
  /** What makes the table unusable, for a person; null when nothing does. */
  problem: string | null;
  /** What keeps a BIOS from starting it, for a person; null when nothing was found. */
  bootCodeProblem: string | null;
}

/**
 * Reads a drive's MBR. Null when there is none: no mark at the end of sector 0, no partition in it, or one that only
 * protects a GPT. Damage is a value, not an error.
 */
export async function readMbr(source: ByteSource): Promise<Mbr | null> {
  if (source.size < SECTOR) return null;
  const sector = await source.read(0, SECTOR);
  if (sector.readUInt16LE(END_MARK_AT) !== END_MARK) return null;
  const entries = decodeEntries(sector);
  if (entries.length === 0 || entries.some(({ type }) => type === PROTECTIVE_TYPE)) return null;
  return {
    diskSignature: sector.readUInt32LE(DISK_SIGNATURE_AT),
    entries,
    problem: contradiction(entries, Math.floor(source.size / SECTOR)),
    bootCodeProblem: await bootCodeProblem(source, sector, entries),
  };
}

function decodeEntries(sector: Buffer): MbrEntry[] {
  const entries: MbrEntry[] = [];
  for (let index = 0; index < ENTRY_COUNT; index += 1) {
    const at = ENTRIES_AT + index * ENTRY_BYTES;
    const type = sector.readUInt8(at + 4);
    if (type === 0) continue;
    const firstLba = sector.readUInt32LE(at + 8);
    const lastLba = firstLba + sector.readUInt32LE(at + 12) - 1;
    entries.push({ index, type, active: sector.readUInt8(at) === ACTIVE, firstLba, lastLba });
  }
  return entries;
}

function contradiction(entries: readonly MbrEntry[], sectors: number): string | null {
  let next = 1;
  for (const entry of [...entries].sort((a, b) => a.firstLba - b.firstLba)) {
    const name = `partition ${String(entry.index + 1)}`;
    if (entry.lastLba < entry.firstLba) return `${name} is empty`;
    if (entry.lastLba >= sectors) return `${name} reaches past the end of the drive`;
    if (entry.firstLba < next) {
      return entry.firstLba === 0 ? `${name} covers the table` : `${name} overlaps another one`;
    }
    next = entry.lastLba + 1;
  }
  return null;
}

/** Follows GRUB's boot code the way a BIOS would: sector 0, the first sector of core.img, the sectors that one lists. */
async function bootCodeProblem(
  source: ByteSource,
  sector: Buffer,
  entries: readonly MbrEntry[],
): Promise<string | null> {
  if (sector.subarray(0, CORE_LBA_AT).every((byte) => byte === 0)) return 'sector 0 holds no code';
  const gapEnd = Math.min(
    ...entries.map(({ firstLba }) => firstLba),
    Math.floor(source.size / SECTOR),
  );
  const core = sector.readBigUInt64LE(CORE_LBA_AT);
  if (core < 1n || core >= BigInt(gapEnd)) {
    return `sector 0 goes on in sector ${String(core)}, which is not before the first partition`;
  }
  const first = await source.read(Number(core) * SECTOR, SECTOR);
  if (isZero(first)) return `sector ${String(core)} is empty`;
  const from = first.readBigUInt64LE(BLOCK_LIST_AT);
  const count = first.readUInt16LE(BLOCK_LIST_AT + 8);
  if (count === 0 || count > MAXIMUM_CORE_SECTORS || from < 1n) {
    return `sector ${String(core)} lists no sectors to load`;
  }
  if (from + BigInt(count) > BigInt(gapEnd)) {
    return 'the boot code reaches into the first partition';
  }
  return isZero(await source.read(Number(from) * SECTOR, count * SECTOR))
    ? 'the sectors of the boot code are empty'
    : null;
}

function isZero(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}
