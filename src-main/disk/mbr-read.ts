import { SECTOR } from '../../src-shared/units';
import type { ByteSource } from '../io';
import { findMbrBootCode, type BootCodeFound } from './boot-code';
import {
  ACTIVE,
  DISK_SIGNATURE_AT,
  END_MARK,
  END_MARK_AT,
  ENTRIES_AT,
  ENTRY_BYTES,
  ENTRY_COUNT,
  PROTECTIVE_TYPE,
  type MbrEntry,
} from './mbr-format';

/** Sector 0 as a partition table. */
export interface Mbr {
  diskSignature: number;
  /** Entries in use, in the order of the table. */
  entries: MbrEntry[];
  /** What makes the table unusable, for a person; null when nothing does. */
  problem: string | null;
  /** What a BIOS finds in sector 0. */
  bootCode: BootCodeFound;
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
    bootCode: findMbrBootCode(sector),
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
