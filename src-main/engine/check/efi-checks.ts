import type { FatVolume } from '../../disk';
import { MiB, SECTOR } from '../../../src-shared/units';
import { fail, pass, warn, type Check, type Finding } from './finding';
import { bootManagerChecks } from './program-checks';
import type { Stick } from './stick';

/** FAT: BPB_BkBootSec, and the byte in which Windows notes a volume in use (BS_Reserved1). */
const COPY_SECTOR_AT = 50;
const STATE_AT = 65;
/** Largest cluster that the FAT specification (fatgen103) allows. */
const MAXIMUM_CLUSTER = 32 * 1024;
/** Microsoft, “UEFI/GPT-based hard drive partitions”: what the partition has at least. */
const SMALLEST_BYTES = 100 * MiB;
const FONTS = '/EFI/Microsoft/Boot/Fonts';

export const efiChecks: Check[] = [
  {
    id: 'efi.fat32',
    next: 'next.repair',
    run({ efi }) {
      if (!efi) return null;
      return efi.volume.ok
        ? pass('efi.fat32.there')
        : fail('efi.fat32.missing', { problem: efi.volume.problem });
    },
  },
  { id: 'efi.boot-sector-copy', next: 'next.repair', run: bootSectorCopy },
  {
    id: 'efi.cluster-size',
    next: 'next.repair',
    run: (stick) =>
      onVolume(stick, ({ clusterBytes }) =>
        clusterBytes <= MAXIMUM_CLUSTER
          ? pass('efi.cluster-size.right', { bytes: clusterBytes })
          : fail('efi.cluster-size.too-large', { bytes: clusterBytes }),
      ),
  },
  {
    id: 'efi.size',
    next: 'next.efi.size',
    run: (stick) => volumeSize(stick),
  },
  ...bootManagerChecks,
  {
    id: 'efi.fonts',
    next: 'next.efi.fonts',
    run: (stick) => onVolume(stick, bootFonts),
  },
];

async function bootSectorCopy({ efi }: Stick): Promise<Finding | null> {
  if (!efi?.volume.ok) return null;
  const first = Buffer.from(await efi.source.read(0, SECTOR));
  const at = first.readUInt16LE(COPY_SECTOR_AT);
  if (at === 0) return fail('efi.boot-sector-copy.none');
  const copy = Buffer.from(await efi.source.read(at * SECTOR, SECTOR));
  first.writeUInt8(0, STATE_AT);
  copy.writeUInt8(0, STATE_AT);
  return first.equals(copy)
    ? pass('efi.boot-sector-copy.same', { sector: at })
    : fail('efi.boot-sector-copy.different', { sector: at });
}

function volumeSize({ efi }: Stick): Finding | null {
  if (!efi?.volume.ok) return null;
  const partition = efi.source.size;
  const sizes = { volume: efi.volume.value.totalSectors * SECTOR, partition };
  return partition < SMALLEST_BYTES ? warn('efi.size.small', sizes) : pass('efi.size.right', sizes);
}

async function bootFonts(volume: FatVolume): Promise<Finding> {
  const folder = await volume.find(FONTS);
  const files = folder?.isDirectory ? await volume.list(FONTS) : [];
  const fonts = files.filter(({ name, size }) => size > 0 && name.toLowerCase().endsWith('.ttf'));
  return fonts.length > 0
    ? pass('efi.fonts.there', { count: fonts.length })
    : warn('efi.fonts.missing', { folder: FONTS });
}

function onVolume<T>({ efi }: Stick, look: (volume: FatVolume) => T): T | null {
  return efi?.volume.ok ? look(efi.volume.value) : null;
}
