import { MiB, SECTOR } from '../../../../src-shared/units';
import { MBR_TYPE, PARTITION_TYPE, type GptEntry, type MbrEntry } from '../../../disk';
import { VentoyFormat, type VentoyDisk, type VentoyPartition } from '../../../ventoy';
import { fail, pass, warn, type Finding } from '../finding';
import { TOO_LARGE_A_FAULT, startError, type VentoyCheck } from './subject';

const { DATA_START_LBA, EFI_ALIGNMENT_SECTORS, EFI_ATTRIBUTES, EFI_LABEL, EFI_SECTORS } =
  VentoyFormat;

/** What Ventoy asks of the partitions, and what its programs look for there. */
export const tableChecks: VentoyCheck[] = [
  { id: 'ventoy.table', next: TOO_LARGE_A_FAULT, run: ({ disk }) => table(disk) },
  {
    id: 'ventoy.table-copy',
    next: 'Let a partitioning program such as gdisk write the second copy again.',
    run: ({ disk }) => secondCopy(disk),
  },
  {
    id: 'ventoy.scheme',
    next: TOO_LARGE_A_FAULT,
    run({ disk: { scheme }, expected }) {
      if (scheme === null || expected.scheme === undefined) return null;
      return scheme === expected.scheme
        ? pass(`The partitions are in ${nameOf(scheme)}, as asked`)
        : fail(`The partitions are in ${nameOf(scheme)}, not in ${nameOf(expected.scheme)}`);
    },
  },
  {
    id: 'ventoy.data-start',
    next: TOO_LARGE_A_FAULT,
    run: ({ disk: { data } }) => {
      if (!data) return fail(`There is no partition 1. ${startError(5)}`);
      return data.startLba === DATA_START_LBA
        ? pass(`Partition 1 starts at sector ${String(DATA_START_LBA)}`)
        : fail(
            `Partition 1 starts at sector ${String(data.startLba)}, not at ${String(DATA_START_LBA)}. ${startError(5)}`,
          );
    },
  },
  {
    id: 'ventoy.data-type',
    next: 'Windows may not show the images. A partitioning program can set the type.',
    run: ({ disk: { data } }) => data && dataType(data),
  },
  {
    id: 'ventoy.data-name',
    next: 'Nothing is lost by that; Ventoy’s own programs would have given it the other name.',
    run({ disk: { data } }) {
      if (!data || !isGpt(data.entry)) return null;
      const { name } = data.entry;
      return name === VentoyFormat.DATA_NAME
        ? pass(`Partition 1 is named ${name}`)
        : warn(`Partition 1 is named “${name}”, not ${VentoyFormat.DATA_NAME}`);
    },
  },
  {
    id: 'ventoy.active',
    next: 'Some BIOSes start nothing then. A partitioning program can make partition 1 active.',
    run: ({ disk: { mbr } }) => mbr && active(mbr.entries),
  },
  {
    id: 'ventoy.efi-size',
    next: TOO_LARGE_A_FAULT,
    run({ disk: { efi } }) {
      if (!efi) return fail(`There is no partition 2. ${startError(7)}`);
      return efi.sectors === EFI_SECTORS
        ? pass(`Partition 2 has ${String(EFI_SECTORS)} sectors`)
        : fail(
            `Partition 2 has ${String(efi.sectors)} sectors, not ${String(EFI_SECTORS)}. ${startError(7)}`,
          );
    },
  },
  {
    id: 'ventoy.efi-start',
    next: TOO_LARGE_A_FAULT,
    run({ disk: { data, efi } }) {
      if (!data || !efi) return null;
      const wanted = data.startLba + data.sectors;
      return efi.startLba === wanted
        ? pass(`Partition 2 follows partition 1, at sector ${String(wanted)}`)
        : fail(
            `Partition 2 starts at sector ${String(efi.startLba)}, not at ${String(wanted)} behind partition 1. ${startError(7)}`,
          );
    },
  },
  {
    id: 'ventoy.efi-alignment',
    next: 'The stick works, but its start may be slower than need be.',
    run({ disk: { efi } }) {
      if (!efi) return null;
      return efi.startLba % EFI_ALIGNMENT_SECTORS === 0
        ? pass('Partition 2 starts at a multiple of 4 KiB')
        : warn(`Partition 2 starts at sector ${String(efi.startLba)}, no multiple of 4 KiB`);
    },
  },
  {
    id: 'ventoy.efi-type',
    next: 'A partitioning program can set the type; or make the stick again.',
    run: ({ disk: { efi } }) => efi && efiType(efi),
  },
  {
    id: 'ventoy.efi-name',
    next: 'Ventoy’s program for Windows would not know the stick. A partitioning program can set the name.',
    run({ disk: { efi } }) {
      if (!efi || !isGpt(efi.entry)) return null;
      const { name } = efi.entry;
      return name === EFI_LABEL
        ? pass(`Partition 2 is named ${EFI_LABEL}`)
        : fail(`Partition 2 is named “${name}”, not ${EFI_LABEL}`);
    },
  },
  {
    id: 'ventoy.efi-attributes',
    next: 'Windows gives partition 2 a drive letter then. Ventoy’s program for Windows sets that right when it updates.',
    run({ disk: { efi } }) {
      if (!efi || !isGpt(efi.entry)) return null;
      const { attributes } = efi.entry;
      return attributes === EFI_ATTRIBUTES
        ? pass('Partition 2 gets no drive letter (attribute bit 63)')
        : warn(`Partition 2 has the attributes ${hex(attributes)}, not ${hex(EFI_ATTRIBUTES)}`);
    },
  },
  {
    id: 'ventoy.reserve',
    next: TOO_LARGE_A_FAULT,
    run: ({ disk, expected }) => reserve(disk, expected.reserveBytes),
  },
];

function table({ scheme, tableProblem, gpt, mbr }: VentoyDisk): Finding {
  if (scheme === null) return fail('The disk has no table of partitions');
  if (tableProblem !== null) return fail(`${nameOf(scheme)} is not valid: ${tableProblem}`);
  const { entries } = 'problem' in gpt.primary ? (mbr ?? { entries: [] }) : gpt.primary;
  return pass(`${nameOf(scheme)} is valid, with ${String(entries.length)} partitions`);
}

/** Null without a first one, which another check names. */
function secondCopy({ gpt, scheme }: VentoyDisk): Finding | null {
  if (scheme !== 'gpt' || 'problem' in gpt.primary) return null;
  if ('problem' in gpt.backup) return fail(`The second copy is not valid: ${gpt.backup.problem}`);
  return gpt.agree
    ? pass(
        `The second copy, with its header in sector ${String(gpt.backup.headerLba)}, is the same`,
      )
    : fail('The two copies of the table contradict each other');
}

function dataType({ entry }: VentoyPartition): Finding {
  if (isGpt(entry)) {
    return entry.typeGuid === PARTITION_TYPE.shared
      ? pass('Partition 1 has the type for basic data')
      : warn(`Partition 1 has the type ${entry.typeGuid}, not the one for basic data`);
  }
  const known: readonly number[] = [MBR_TYPE.ntfs, MBR_TYPE.fat32];
  return known.includes(entry.type)
    ? pass(`Partition 1 has type ${hex(entry.type)}`)
    : warn(`Partition 1 has type ${hex(entry.type)}, not ${known.map(hex).join(' or ')}`);
}

function efiType({ entry }: VentoyPartition): Finding {
  if (isGpt(entry)) {
    if (entry.typeGuid === PARTITION_TYPE.shared) {
      return pass('Partition 2 has the type for basic data, as Ventoy wants it');
    }
    return entry.typeGuid === VentoyFormat.LINUX_DATA_TYPE
      ? pass('Partition 2 has the type for Linux data, as Ventoy’s script sets it on ARM')
      : fail(`Partition 2 has the type ${entry.typeGuid}, not the one for basic data`);
  }
  return entry.type === VentoyFormat.EFI_TYPE
    ? pass(`Partition 2 has type ${hex(VentoyFormat.EFI_TYPE)}`)
    : fail(`Partition 2 has type ${hex(entry.type)}, not ${hex(VentoyFormat.EFI_TYPE)}`);
}

function active(entries: readonly MbrEntry[]): Finding {
  const found = entries.filter((entry) => entry.active).map(({ index }) => String(index + 1));
  if (found.length === 1 && found[0] === '1') return pass('Partition 1 alone is active');
  return fail(
    found.length === 0 ? 'No partition is active' : `Active: partition ${found.join(' and ')}`,
  );
}

/** The installer counts from the end and goes back to a multiple of 8 sectors. */
function reserve(
  { usableSectors, efi }: VentoyDisk,
  reserveBytes: number | undefined,
): Finding | null {
  if (!efi || reserveBytes === undefined) return null;
  const found = usableSectors - (efi.startLba + efi.sectors);
  const wanted = reserveBytes / SECTOR;
  const evidence = `${String(found)} sectors are free after Ventoy’s partitions (${(found / (MiB / SECTOR)).toFixed(1)} MiB)`;
  return found >= wanted && found < wanted + EFI_ALIGNMENT_SECTORS
    ? pass(evidence)
    : fail(`${evidence}, not ${String(wanted)}`);
}

function isGpt(entry: GptEntry | MbrEntry): entry is GptEntry {
  return 'typeGuid' in entry;
}

function nameOf(scheme: 'mbr' | 'gpt'): string {
  return scheme === 'mbr' ? 'an MBR' : 'a GPT';
}

function hex(value: number | bigint): string {
  return value.toString(16).toUpperCase().padStart(2, '0');
}
