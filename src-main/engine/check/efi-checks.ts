import type { FatVolume } from '../../disk';
import { MiB, SECTOR } from '../../../src-shared/units';
import { REPAIR, fail, pass, warn, type Check, type Finding } from './finding';
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
    next: REPAIR,
    run({ efi }) {
      if (!efi) return null;
      return efi.volume.ok
        ? pass('The EFI system partition holds a FAT32 volume')
        : fail(`The EFI system partition holds no FAT32 volume: ${efi.volume.problem}`);
    },
  },
  { id: 'efi.boot-sector-copy', next: REPAIR, run: bootSectorCopy },
  {
    id: 'efi.cluster-size',
    next: REPAIR,
    run: (stick) =>
      onVolume(stick, ({ clusterBytes }) =>
        clusterBytes <= MAXIMUM_CLUSTER
          ? pass(`Clusters of ${String(clusterBytes)} bytes`)
          : fail(`Clusters of ${String(clusterBytes)} bytes are more than FAT32 allows`),
      ),
  },
  {
    id: 'efi.size',
    next: 'Updates of the boot files may not fit. Make the stick again with a larger EFI system partition.',
    run: (stick) => volumeSize(stick),
  },
  ...bootManagerChecks,
  {
    id: 'efi.fonts',
    next: 'The boot manager starts, but can’t show text. Make the stick from another image.',
    run: (stick) => onVolume(stick, bootFonts),
  },
];

async function bootSectorCopy({ efi }: Stick): Promise<Finding | null> {
  if (!efi?.volume.ok) return null;
  const first = Buffer.from(await efi.source.read(0, SECTOR));
  const at = first.readUInt16LE(COPY_SECTOR_AT);
  if (at === 0) return fail('The FAT32 volume names no copy of its boot sector');
  const copy = Buffer.from(await efi.source.read(at * SECTOR, SECTOR));
  first.writeUInt8(0, STATE_AT);
  copy.writeUInt8(0, STATE_AT);
  return first.equals(copy)
    ? pass(`The copy of the boot sector in sector ${String(at)} is the same`)
    : fail(`The copy of the boot sector in sector ${String(at)} differs`);
}

function volumeSize({ efi }: Stick): Finding | null {
  if (!efi?.volume.ok) return null;
  const bytes = efi.volume.value.totalSectors * SECTOR;
  const found = `The FAT32 volume has ${String(bytes)} bytes, its partition ${String(efi.source.size)}`;
  return efi.source.size < SMALLEST_BYTES ? warn(`${found}: it is small`) : pass(found);
}

async function bootFonts(volume: FatVolume): Promise<Finding> {
  const folder = await volume.find(FONTS);
  const files = folder?.isDirectory ? await volume.list(FONTS) : [];
  const fonts = files.filter(({ name, size }) => size > 0 && name.toLowerCase().endsWith('.ttf'));
  return fonts.length > 0
    ? pass(`${String(fonts.length)} fonts for the boot manager`)
    : warn(`There are no fonts in ${FONTS}`);
}

function onVolume<T>({ efi }: Stick, look: (volume: FatVolume) => T): T | null {
  return efi?.volume.ok ? look(efi.volume.value) : null;
}
