import { MiB, SECTOR } from '../../src-shared/units';
import type { ByteSource } from '../io';
import type { ByteRange } from './extent';
import { PARTITION_TYPE, type GptEntry } from './gpt-format';
import { chooseTable, readGpt } from './gpt-read';
import { MBR_TYPE, type MbrEntry } from './mbr-format';
import { readMbr } from './mbr-read';

/**
 * The parts of a stick that only start it, in bytes: what lies before the first partition and behind the last, at most a MiB
 * of each; the EFI system partitions; and of every partition for Windows or files its first sector, and its last,
 * where NTFS keeps a copy of the first. Nothing where there is no valid table of partitions. They may touch.
 */
export async function bootParts(disk: ByteSource): Promise<ByteRange[]> {
  const table = chooseTable(await readGpt(disk));
  const mbr = table ? null : await readMbr(disk);
  const entries = table?.entries ?? (mbr?.problem === null ? mbr.entries : []);
  if (entries.length === 0) return [];
  const first = Math.min(...entries.map(({ firstLba }) => firstLba)) * SECTOR;
  const end = (Math.max(...entries.map(({ lastLba }) => lastLba)) + 1) * SECTOR;
  const tail = Math.max(end, disk.size - MiB);
  return [
    { offset: 0, length: Math.min(first, MiB) },
    ...entries.flatMap(partsOf),
    // Only a GPT has something there.
    ...(table ? [{ offset: tail, length: disk.size - tail }] : []),
  ];
}

function partsOf(entry: GptEntry | MbrEntry): ByteRange[] {
  const start = entry.firstLba * SECTOR;
  const end = (entry.lastLba + 1) * SECTOR;
  if (isEfi(entry)) return [{ offset: start, length: end - start }];
  if (!isData(entry)) return [];
  return [
    { offset: start, length: SECTOR },
    { offset: end - SECTOR, length: SECTOR },
  ];
}

function isEfi(entry: GptEntry | MbrEntry): boolean {
  return 'typeGuid' in entry
    ? entry.typeGuid === PARTITION_TYPE.efi
    : entry.type === MBR_TYPE.fat32;
}

function isData(entry: GptEntry | MbrEntry): boolean {
  return 'typeGuid' in entry
    ? entry.typeGuid === PARTITION_TYPE.windows
    : entry.type === MBR_TYPE.ntfs;
}
