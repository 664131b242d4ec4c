import { SECTOR } from '../../../src-shared/units';
import type { BesideRefusal, BesideRefused, VentoyBeside } from '../../../src-shared/ventoy-beside';
import type { VentoyFileSystem } from '../../../src-shared/ventoy-stick';
import type { ByteSource } from '../../io';
import { readDataVolume } from './data-volume';
import { DATA_START_LBA, EFI_SECTORS } from './format';
import { readVentoyDisk, type VentoyDisk, type VentoyPartition } from './ventoy-disk';

type BesidePlace = Omit<Extract<VentoyBeside, { possible: true }>, 'freeBytes'>;

/** File systems that Ventoy’s script makes smaller, with ntfsresize and resize2fs. */
const SHRINKABLE: ReadonlySet<VentoyFileSystem> = new Set(['ntfs', 'ext']);
/** UDF would do for Ventoy, but can only be read here. */
const UNUSABLE: ReadonlySet<VentoyFileSystem> = new Set(['unknown', 'udf']);
/** Ventoy’s program writes a table of exactly this form: its place (LBA), and number and bytes of its entries. */
const GPT_FORM = { entriesLba: 2, count: 128, entryBytes: 128 } as const;
const MBR_ENTRIES = { at: 446, bytes: 16, count: 4 } as const;
const PROTECTIVE_TYPE = 0xee;

/**
 * Whether Ventoy’s program can install “non-destructively” on a disk without Ventoy, as far as its table and the first
 * sectors of its first partition tell. Its own check (Ventoy 1.1.17, vtoycli/partresize.c) is not enough: a partition
 * that lies before the first one makes it believe that everything behind that one is free.
 * Throws only when the medium can’t be read.
 */
export async function judgeBeside(source: ByteSource): Promise<BesidePlace | BesideRefused> {
  const disk = await readVentoyDisk(source);
  const { scheme, tableProblem, data } = disk;
  if (scheme === null) return refused('no-table');
  if (tableProblem !== null) return refused('table-damaged', tableProblem);
  if (!(await hasUsualForm(disk))) return refused('table-unusual');
  if (data === null) return refused('no-first-partition');
  if (data.startLba !== DATA_START_LBA) return refused('first-partition-place');
  if (!data.source) return refused('table-damaged', 'partition 1 reaches past the end of the disk');
  if (isFull(disk)) return refused('table-full');
  const room = roomBehind(disk, data);
  if (room === null) return refused('partition-before');
  const { fileSystem, label, problem } = await readDataVolume(data.source);
  if (UNUSABLE.has(fileSystem)) return refused('file-system');
  if (problem !== null) return refused('file-system-damaged', problem);
  const shrinks = room < EFI_SECTORS;
  if (shrinks && !SHRINKABLE.has(fileSystem)) return refused('no-room');
  if (shrinks && data.sectors <= EFI_SECTORS) return refused('too-full');
  const { startLba, sectors } = data;
  return { possible: true, data: { startLba, sectors, fileSystem, label }, shrinks };
}

function refused(reason: BesideRefusal, detail = ''): BesideRefused {
  return { possible: false, reason, detail };
}

/** Whether Ventoy’s program takes the table for what it is, and writes it back as one that is valid. */
async function hasUsualForm({ scheme, source, sector0 }: VentoyDisk): Promise<boolean> {
  if (scheme === 'mbr')
    return mbrEntries(sector0).every(({ type, sectors }) => type !== 0 || sectors === 0);
  const header = await source.read(SECTOR, SECTOR);
  return (
    mbrEntries(sector0)[0]?.type === PROTECTIVE_TYPE &&
    header.readBigUInt64LE(72) === BigInt(GPT_FORM.entriesLba) &&
    header.readUInt32LE(80) === GPT_FORM.count &&
    header.readUInt32LE(84) === GPT_FORM.entryBytes
  );
}

function mbrEntries(sector0: Buffer): { type: number; sectors: number }[] {
  const { at, bytes, count } = MBR_ENTRIES;
  return Array.from({ length: count }, (_, index) => ({
    type: sector0.readUInt8(at + index * bytes + 4),
    sectors: sector0.readUInt32LE(at + index * bytes + 12),
  }));
}

function entriesOf({ gpt, mbr }: VentoyDisk): readonly { firstLba: number }[] {
  return mbr ? mbr.entries : 'problem' in gpt.primary ? [] : gpt.primary.entries;
}

function isFull(disk: VentoyDisk): boolean {
  return entriesOf(disk).length >= (disk.scheme === 'gpt' ? GPT_FORM.count : MBR_ENTRIES.count);
}

/** Free sectors directly behind the first partition; null where another one lies before it. */
function roomBehind(disk: VentoyDisk, { startLba, sectors }: VentoyPartition): number | null {
  const others = entriesOf(disk).filter(({ firstLba }) => firstLba !== startLba);
  if (others.some(({ firstLba }) => firstLba < startLba)) return null;
  const next = Math.min(disk.usableSectors, ...others.map(({ firstLba }) => firstLba));
  return next - (startLba + sectors);
}
