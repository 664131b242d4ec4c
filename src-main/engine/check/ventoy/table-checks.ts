import { listed } from '../../../../src-shared/findings';
import { MiB, SECTOR } from '../../../../src-shared/units';
import { MBR_TYPE, PARTITION_TYPE, type GptEntry, type MbrEntry } from '../../../disk';
import { VentoyFormat, type VentoyDisk, type VentoyPartition } from '../../../ventoy';
import { fail, pass, warn, type Finding } from '../finding';
import { startError, type VentoyCheck } from './subject';

const { DATA_START_LBA, EFI_ALIGNMENT_SECTORS, EFI_ATTRIBUTES, EFI_LABEL, EFI_SECTORS } =
  VentoyFormat;

/** What Ventoy asks of the partitions, and what its programs look for there. */
export const tableChecks: VentoyCheck[] = [
  { id: 'ventoy.table', next: 'next.ventoy.make-again', run: ({ disk }) => table(disk) },
  {
    id: 'ventoy.table-copy',
    next: 'next.ventoy.table-copy',
    run: ({ disk }) => secondCopy(disk),
  },
  {
    id: 'ventoy.scheme',
    next: 'next.ventoy.make-again',
    run({ disk: { scheme }, expected }) {
      if (scheme === null || expected.scheme === undefined) return null;
      return scheme === expected.scheme
        ? pass(`ventoy.scheme.right-${scheme}`)
        : fail(`ventoy.scheme.wrong-${scheme}`);
    },
  },
  {
    id: 'ventoy.data-start',
    next: 'next.ventoy.make-again',
    run: ({ disk: { data } }) => {
      if (!data) return fail('ventoy.data-start.none', { stop: startError(5) });
      return data.startLba === DATA_START_LBA
        ? pass('ventoy.data-start.right', { sector: DATA_START_LBA })
        : fail('ventoy.data-start.wrong', {
            ...{ sector: data.startLba, wanted: DATA_START_LBA, stop: startError(5) },
          });
    },
  },
  {
    id: 'ventoy.data-type',
    next: 'next.ventoy.data-type',
    run: ({ disk: { data } }) => data && dataType(data),
  },
  {
    id: 'ventoy.data-name',
    next: 'next.ventoy.data-name',
    run({ disk: { data } }) {
      if (!data || !isGpt(data.entry)) return null;
      const { name } = data.entry;
      return name === VentoyFormat.DATA_NAME
        ? pass('ventoy.data-name.right', { name })
        : warn('ventoy.data-name.wrong', { name, wanted: VentoyFormat.DATA_NAME });
    },
  },
  {
    id: 'ventoy.active',
    next: 'next.ventoy.active',
    run: ({ disk: { mbr } }) => mbr && active(mbr.entries),
  },
  {
    id: 'ventoy.efi-size',
    next: 'next.ventoy.make-again',
    run({ disk: { efi } }) {
      if (!efi) return fail('ventoy.efi-size.none', { stop: startError(7) });
      return efi.sectors === EFI_SECTORS
        ? pass('ventoy.efi-size.right', { sectors: EFI_SECTORS })
        : fail('ventoy.efi-size.wrong', {
            ...{ sectors: efi.sectors, wanted: EFI_SECTORS, stop: startError(7) },
          });
    },
  },
  {
    id: 'ventoy.efi-start',
    next: 'next.ventoy.make-again',
    run({ disk: { data, efi } }) {
      if (!data || !efi) return null;
      const wanted = data.startLba + data.sectors;
      return efi.startLba === wanted
        ? pass('ventoy.efi-start.right', { sector: wanted })
        : fail('ventoy.efi-start.wrong', { sector: efi.startLba, wanted, stop: startError(7) });
    },
  },
  {
    id: 'ventoy.efi-alignment',
    next: 'next.ventoy.efi-alignment',
    run({ disk: { efi } }) {
      if (!efi) return null;
      return efi.startLba % EFI_ALIGNMENT_SECTORS === 0
        ? pass('ventoy.efi-alignment.kept')
        : warn('ventoy.efi-alignment.missed', { sector: efi.startLba });
    },
  },
  {
    id: 'ventoy.efi-type',
    next: 'next.ventoy.efi-type',
    run: ({ disk: { efi } }) => efi && efiType(efi),
  },
  {
    id: 'ventoy.efi-name',
    next: 'next.ventoy.efi-name',
    run({ disk: { efi } }) {
      if (!efi || !isGpt(efi.entry)) return null;
      const { name } = efi.entry;
      return name === EFI_LABEL
        ? pass('ventoy.efi-name.right', { name })
        : fail('ventoy.efi-name.wrong', { name, wanted: EFI_LABEL });
    },
  },
  {
    id: 'ventoy.efi-attributes',
    next: 'next.ventoy.efi-attributes',
    run({ disk: { efi } }) {
      if (!efi || !isGpt(efi.entry)) return null;
      const { attributes } = efi.entry;
      return attributes === EFI_ATTRIBUTES
        ? pass('ventoy.efi-attributes.right')
        : warn('ventoy.efi-attributes.wrong', {
            ...{ attributes: hex(attributes), wanted: hex(EFI_ATTRIBUTES) },
          });
    },
  },
  {
    id: 'ventoy.reserve',
    next: 'next.ventoy.make-again',
    run: ({ disk, expected }) => reserve(disk, expected.reserveBytes),
  },
];

function table({ scheme, tableProblem, gpt, mbr }: VentoyDisk): Finding {
  if (scheme === null) return fail('ventoy.table.none');
  if (tableProblem !== null) {
    return fail(`ventoy.table.damaged-${scheme}`, { problem: tableProblem });
  }
  const { entries } = 'problem' in gpt.primary ? (mbr ?? { entries: [] }) : gpt.primary;
  return pass(`ventoy.table.valid-${scheme}`, { count: entries.length });
}

/** Null without a first one, which another check names. */
function secondCopy({ gpt, scheme }: VentoyDisk): Finding | null {
  if (scheme !== 'gpt' || 'problem' in gpt.primary) return null;
  if ('problem' in gpt.backup) {
    return fail('ventoy.table-copy.damaged', { problem: gpt.backup.problem });
  }
  return gpt.agree
    ? pass('ventoy.table-copy.same', { sector: gpt.backup.headerLba })
    : fail('ventoy.table-copy.different');
}

function dataType({ entry }: VentoyPartition): Finding {
  if (isGpt(entry)) {
    return entry.typeGuid === PARTITION_TYPE.shared
      ? pass('ventoy.data-type.basic')
      : warn('ventoy.data-type.not-basic', { type: entry.typeGuid });
  }
  const known: readonly number[] = [MBR_TYPE.ntfs, MBR_TYPE.fat32];
  return known.includes(entry.type)
    ? pass('ventoy.data-type.right', { type: hex(entry.type) })
    : warn('ventoy.data-type.wrong', {
        ...{ type: hex(entry.type), wanted: listed('or', known.map(hex)) },
      });
}

function efiType({ entry }: VentoyPartition): Finding {
  if (isGpt(entry)) {
    if (entry.typeGuid === PARTITION_TYPE.shared) {
      return pass('ventoy.efi-type.basic');
    }
    return entry.typeGuid === VentoyFormat.LINUX_DATA_TYPE
      ? pass('ventoy.efi-type.linux')
      : fail('ventoy.efi-type.not-basic', { type: entry.typeGuid });
  }
  return entry.type === VentoyFormat.EFI_TYPE
    ? pass('ventoy.efi-type.right', { type: hex(entry.type) })
    : fail('ventoy.efi-type.wrong', {
        ...{ type: hex(entry.type), wanted: hex(VentoyFormat.EFI_TYPE) },
      });
}

function active(entries: readonly MbrEntry[]): Finding {
  const found = entries.filter((entry) => entry.active).map(({ index }) => String(index + 1));
  if (found.length === 1 && found[0] === '1') return pass('ventoy.active.right');
  return found.length === 0
    ? fail('partition.none-active')
    : fail('ventoy.active.wrong', { numbers: listed('and', found) });
}

/** The installer counts from the end and goes back to a multiple of 8 sectors. */
function reserve(
  { usableSectors, efi }: VentoyDisk,
  reserveBytes: number | undefined,
): Finding | null {
  if (!efi || reserveBytes === undefined) return null;
  const found = usableSectors - (efi.startLba + efi.sectors);
  const wanted = reserveBytes / SECTOR;
  const room = { sectors: found, size: (found / (MiB / SECTOR)).toFixed(1) };
  return found >= wanted && found < wanted + EFI_ALIGNMENT_SECTORS
    ? pass('ventoy.reserve.right', room)
    : fail('ventoy.reserve.wrong', { ...room, wanted });
}

function isGpt(entry: GptEntry | MbrEntry): entry is GptEntry {
  return 'typeGuid' in entry;
}

function hex(value: number | bigint): string {
  return value.toString(16).toUpperCase().padStart(2, '0');
}
