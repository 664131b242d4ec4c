import { SECTOR } from '../../../src-shared/units';
import type { VentoyScheme } from '../../../src-shared/ventoy-stick';
import {
  FileSystemError,
  chooseTable,
  openFat,
  readGpt,
  readMbr,
  type FatVolume,
  type Gpt,
  type GptEntry,
  type Mbr,
  type MbrEntry,
} from '../../disk';
import { slice, type ByteSource } from '../../io';
import { DATA_START_LBA, EFI_SECTORS, MARK, MARK_AT } from './format';

/** A disk that may have Ventoy, each part as it was found: damage in one doesn't hide the others. */
export interface VentoyDisk {
  source: ByteSource;
  /** Whole disk. */
  sectors: number;
  /** Sectors before those that a GPT keeps for itself at the end; with an MBR all. */
  usableSectors: number;
  sector0: Buffer;
  /** Null: there is no table of partitions. */
  scheme: VentoyScheme | null;
  gpt: Gpt;
  mbr: Mbr | null;
  /** What makes the table unusable, for a person; null when nothing does, or there is none. */
  tableProblem: string | null;
  /** First entry of the table, for the images. */
  data: VentoyPartition | null;
  /** Second entry of the table, VTOYEFI. */
  efi: VentoyPartition | null;
  /** The file system of the second partition. */
  efiVolume: EfiVolume | null;
}

export interface VentoyPartition {
  /** In the table, which is a GPT where it has a type GUID. */
  entry: GptEntry | MbrEntry;
  startLba: number;
  sectors: number;
  /** Null: it reaches past the end of the disk. */
  source: ByteSource | null;
}

type EfiVolume = { ok: true; volume: FatVolume } | { ok: false; problem: string };

/** Reads what there is of Ventoy on a disk. Throws only when the medium can't be read. */
export async function readVentoyDisk(source: ByteSource): Promise<VentoyDisk> {
  const sectors = Math.floor(source.size / SECTOR);
  const sector0 = sectors > 0 ? await source.read(0, SECTOR) : Buffer.alloc(SECTOR);
  const gpt = await readGpt(source);
  const table = chooseTable(gpt);
  const mbr = table ? null : await readMbr(source);
  const scheme = table || gpt.protectiveMbr ? 'gpt' : mbr ? 'mbr' : null;
  const entries: readonly (GptEntry | MbrEntry)[] = table?.entries ?? mbr?.entries ?? [];
  const at = (index: number): VentoyPartition | null => {
    const entry = entries.find((each) => each.index === index);
    return entry ? partitionOf(source, entry) : null;
  };
  const efi = at(1);
  return {
    ...{ source, sectors, sector0, scheme, gpt, mbr },
    usableSectors: table ? table.lastUsableLba + 1 : sectors,
    tableProblem: scheme === 'gpt' ? gptProblem(gpt) : (mbr?.problem ?? null),
    data: at(0),
    efi,
    efiVolume: efi?.source ? await openEfiVolume(efi.source) : null,
  };
}

/** Whether sector 0 holds Ventoy's boot code, by what Ventoy itself looks for in it. */
export function hasVentoyMark({ sector0 }: VentoyDisk): boolean {
  return sector0.subarray(MARK_AT, MARK_AT + MARK.length).equals(MARK);
}

/** Whether the two partitions lie as Ventoy wants them. */
export function partitionsFit({ data, efi }: VentoyDisk): boolean {
  return (
    data?.startLba === DATA_START_LBA &&
    efi?.sectors === EFI_SECTORS &&
    efi.startLba === data.startLba + data.sectors
  );
}

function partitionOf(disk: ByteSource, entry: GptEntry | MbrEntry): VentoyPartition {
  const sectors = entry.lastLba - entry.firstLba + 1;
  const fits = sectors > 0 && (entry.lastLba + 1) * SECTOR <= disk.size;
  return {
    ...{ entry, startLba: entry.firstLba, sectors },
    source: fits ? slice(disk, entry.firstLba * SECTOR, sectors * SECTOR) : null,
  };
}

/** Linux and Ventoy's programs for Windows read the first copy only. */
function gptProblem({ primary, protectiveMbr }: Gpt): string | null {
  if ('problem' in primary) return primary.problem;
  return protectiveMbr ? null : 'sector 0 does not say that there is a GPT';
}

async function openEfiVolume(source: ByteSource): Promise<EfiVolume> {
  try {
    return { ok: true, volume: await openFat(source) };
  } catch (error) {
    if (error instanceof FileSystemError || error instanceof RangeError) {
      return { ok: false, problem: error.message };
    }
    throw error;
  }
}
