import type { CheckResult } from '../../../src-shared/check';
import type { RepairedPart } from '../../../src-shared/repair';
import { SECTOR } from '../../../src-shared/units';
import {
  FileSystemError,
  MBR_BOOT_CODE,
  MBR_TYPE,
  protectiveSector,
  readMbr,
  renewGpt,
  type GptTable,
  type Mbr,
  type MbrEntry,
  type RenewedGpt,
} from '../../disk';
import { bufferSource, type ByteSource } from '../../io';
import type { Stick } from '../check';
import type { Bench } from './bench';
import type { Change } from './change';
import { failing } from './failing';

/** Sectors of a GPT before the first one that a partition may have: where no partition of an MBR can begin. */
const GPT_SECTORS = 34;
/** In sector 0: the first of four entries of 16 bytes, and what marks one as active. */
const ENTRIES_AT = 446;
const ENTRY_BYTES = 16;
const ACTIVE = 0x80;

/**
 * The partition table as it should be, from the copy of it that is valid; nothing where all is well. The copy that isn't
 * needed as long as the stick is repaired comes first. Throws `repair/not-understood`, `boot-code/missing`.
 */
export async function tableChanges(
  bench: Bench,
  disk: ByteSource,
  stick: Stick,
  checks: readonly CheckResult[],
): Promise<Change[]> {
  if (stick.mbr) return mbrChanges(bench, disk, stick.mbr, checks);
  const { table, gpt } = stick;
  if (!table) throw bench.notUnderstood('it has no valid table of partitions');
  const bad = failing(checks);
  const copies = ['gpt.primary', 'gpt.backup', 'gpt.agreement'].some((id) => bad.has(id));
  const changes: Change[] = [];
  if (copies) {
    const from = table.headerLba === 1 ? 'first' : 'last';
    const { primary, backup } = await renewed(bench, disk, table);
    changes.push(
      change({ part: 'backup-gpt', from }, backup),
      change({ part: 'primary-gpt', from }, primary),
    );
  }
  if (!gpt.protectiveMbr) changes.push(await protectiveChange(bench, disk));
  return changes;
}

async function renewed(bench: Bench, disk: ByteSource, table: GptTable): Promise<RenewedGpt> {
  try {
    return await renewGpt(disk, table);
  } catch (error) {
    if (error instanceof FileSystemError) throw bench.notUnderstood(error.message);
    throw error;
  }
}

async function protectiveChange(bench: Bench, disk: ByteSource): Promise<Change> {
  const classic = await readMbr(disk);
  if (classic?.entries.some(({ firstLba }) => firstLba >= GPT_SECTORS)) {
    throw bench.notUnderstood('it has two tables of partitions of different kinds');
  }
  const found = await disk.read(0, SECTOR);
  const bytes = protectiveSector(found, Math.floor(disk.size / SECTOR));
  return change({ part: 'protective-mbr' }, { offset: 0, bytes });
}

async function mbrChanges(
  bench: Bench,
  disk: ByteSource,
  mbr: Mbr,
  checks: readonly CheckResult[],
): Promise<Change[]> {
  if (mbr.problem !== null)
    throw bench.notUnderstood(`its partition table is wrong: ${mbr.problem}`);
  const bad = failing(checks);
  const efi = mbr.entries.find(({ type }) => type === MBR_TYPE.fat32);
  const activates = bad.has('mbr.active-partition') && efi !== undefined;
  const codes = bad.has('mbr.boot-code');
  if (!activates && !codes) return [];
  const head = Buffer.from(await disk.read(0, SECTOR));
  if (activates) markActive(head, efi);
  if (codes) MBR_BOOT_CODE.copy(head);
  const contents = [
    ...(activates ? (['active-partition'] as const) : []),
    ...(codes ? (['boot-code'] as const) : []),
  ];
  return [change({ part: 'mbr', contents }, { offset: 0, bytes: head })];
}

function markActive(head: Buffer, efi: MbrEntry): void {
  for (let index = 0; index < 4; index += 1) {
    head.writeUInt8(index === efi.index ? ACTIVE : 0, ENTRIES_AT + index * ENTRY_BYTES);
  }
}

function change(part: RepairedPart, { offset, bytes }: { offset: number; bytes: Buffer }): Change {
  const step = { ...part, startByte: offset, bytes: bytes.length };
  return { step, content: bufferSource(bytes) };
}
