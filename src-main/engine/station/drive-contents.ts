import { SECTOR, MiB } from '../../../src-shared/units';
import {
  chooseTable,
  FileSystemError,
  openExfat,
  openFat,
  openNtfs,
  readGpt,
  readExtVolume,
  readMbr,
} from '../../disk';
import { slice, type ByteSource } from '../../io';

/** Every file system and every encryption keeps what it can't do without near its beginning or its end. */
const END_BYTES = MiB;
/** Of an MBR: its table, and the mark at its end (UEFI specification, “Legacy Master Boot Record”). */
const MBR = { table: 446, mark: 510, end: 512 };
/** Windows puts this on whatever it sees, with nothing of a person's in it. */
const WINDOWS_OWN = 'system volume information';

/**
 * What would be lost if a drive were erased, in English for the end of “it holds …”; null when nothing would. A drive is empty when
 * its file systems have no file and no folder, and when it has none and nothing lies where one, or what encrypts one, would begin
 * and end. What can't be understood counts as something. What was deleted doesn't.
 *
 * Throws what reading the drive throws.
 */
export async function contentsOf(disk: ByteSource): Promise<string | null> {
  const whole = await lookInto(disk);
  if (whole.is !== 'unknown') return whole.is === 'empty' ? null : whole.what;
  const places = await partitionsOf(disk);
  if (places === 'none') return (await isBlank(disk)) ? null : NOT_UNDERSTOOD;
  if (places === 'damaged') return DAMAGED_TABLE;
  for (const [index, { firstLba, lastLba }] of places.entries()) {
    const start = firstLba * SECTOR;
    const end = Math.min((lastLba + 1) * SECTOR, disk.size);
    if (start >= end) return DAMAGED_TABLE;
    const partition = slice(disk, start, end - start);
    const found = await lookInto(partition);
    if (found.is === 'empty') continue;
    if (found.is === 'unknown' && (await isBlank(partition))) continue;
    const what = found.is === 'unknown' ? NOT_UNDERSTOOD : found.what;
    return `${what} in partition ${String(index + 1)}`;
  }
  return null;
}

const NOT_UNDERSTOOD = 'something that isn’t understood';
const DAMAGED_TABLE = 'a damaged partition table';

/** What one volume holds; `unknown`: no file system of those that are understood. */
type Found = { is: 'empty' } | { is: 'something'; what: string } | { is: 'unknown' };

/** What of a file system is needed here. */
interface Listable {
  list(path: string): Promise<{ name: string; isDirectory: boolean }[]>;
}

const FILE_SYSTEMS: readonly ((volume: ByteSource) => Promise<Listable>)[] = [
  openExfat,
  openFat,
  openNtfs,
];

async function lookInto(volume: ByteSource): Promise<Found> {
  // First: it leaves the boot sector of what was there before.
  if (await readExtVolume(volume)) return { is: 'something', what: 'a file system of Linux' };
  for (const open of FILE_SYSTEMS) {
    const opened = await unlessDamaged(() => open(volume));
    if (!opened) continue;
    const listed = await unlessDamaged(() => opened.list('/'));
    if (!listed) return { is: 'something', what: 'a damaged file system' };
    const [first, ...more] = listed.filter((file) => !isWindowsOwn(file));
    if (!first) return { is: 'empty' };
    return {
      is: 'something',
      what: more.length === 0 ? `“${first.name}”` : `“${first.name}” and more`,
    };
  }
  return { is: 'unknown' };
}

/** Null for what is no such file system, or a damaged one. */
async function unlessDamaged<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FileSystemError) return null;
    throw error;
  }
}

function isWindowsOwn({ name, isDirectory }: { name: string; isDirectory: boolean }): boolean {
  return isDirectory && name.toLowerCase() === WINDOWS_OWN;
}

interface Place {
  firstLba: number;
  lastLba: number;
}

/** Of both kinds of table. */
async function partitionsOf(disk: ByteSource): Promise<Place[] | 'damaged' | 'none'> {
  const gpt = await readGpt(disk);
  const mbr = await readMbr(disk);
  const table = chooseTable(gpt);
  if (mbr?.problem || (!table && gpt.protectiveMbr)) return 'damaged';
  if (!table && !mbr) return 'none';
  return [...(table?.entries ?? []), ...(mbr?.entries ?? [])];
}

/** Nothing lies at the beginning and at the end but, at most, a partition table without partitions. */
async function isBlank(volume: ByteSource): Promise<boolean> {
  const length = Math.min(END_BYTES, volume.size);
  const head = await volume.read(0, length);
  const tail = await volume.read(volume.size - length, length);
  if (isAll(0xff, head) && isAll(0xff, tail)) return true;
  return isAll(0, head.subarray(isEmptyMbr(head) ? MBR.end : 0)) && isAll(0, tail);
}

/** Boot code may be in it. */
function isEmptyMbr(head: Buffer): boolean {
  if (head.length < MBR.end || head.readUInt16BE(MBR.mark) !== 0x55aa) return false;
  return isAll(0, head.subarray(MBR.table, MBR.mark));
}

/** As flash memory is that was never written, or what was cleared. */
function isAll(value: 0 | 0xff, bytes: Buffer): boolean {
  return bytes.every((byte) => byte === value);
}
