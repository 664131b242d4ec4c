import { SECTOR } from '../../../../src-shared/units';
import { VentoyFormat, type VentoyDisk } from '../../../ventoy';
import { fail, pass, warn, type Finding } from '../finding';
import { REPAIR, startError, type VentoyCheck } from './subject';

const { CORE_LBA_AT, CORE_PLACE, DISK_UUID_AT, DISK_UUID_BYTES, JUMP, JUMP_BYTES } = VentoyFormat;
const { MARK, MARK_AT, NEXT_LBA_AT } = VentoyFormat;
/** In core.img's first sector: how many sectors to load after it. */
const COUNT_AT = NEXT_LBA_AT + 8;

/** What a BIOS starts, and what Ventoy looks for in it with any firmware. */
export const bootCodeChecks: VentoyCheck[] = [
  {
    id: 'ventoy.boot-start',
    next: REPAIR,
    run({ disk: { sector0 } }) {
      const wanted = Buffer.alloc(JUMP_BYTES);
      JUMP.copy(wanted);
      return bytesAre(sector0, 0, wanted);
    },
  },
  {
    id: 'ventoy.boot-mark',
    next: REPAIR,
    run: ({ disk: { sector0 } }) => bytesAre(sector0, MARK_AT, MARK),
  },
  {
    id: 'ventoy.boot-core',
    next: `A BIOS would start nothing. ${REPAIR}`,
    run({ disk: { sector0, scheme } }) {
      if (scheme === null) return null;
      return sectorIs('Sector 0', sector0.readBigUInt64LE(CORE_LBA_AT), CORE_PLACE[scheme].lba);
    },
  },
  {
    id: 'ventoy.core',
    next: `A BIOS would start nothing. ${REPAIR}`,
    run: ({ disk }) => core(disk),
  },
  {
    id: 'ventoy.core-next',
    next: `A BIOS would start nothing. ${REPAIR}`,
    async run({ disk }) {
      const found = await coreStart(disk);
      return (
        found &&
        sectorIs(
          'The first sector of core.img',
          found.sector.readBigUInt64LE(NEXT_LBA_AT),
          found.lba + 1,
        )
      );
    },
  },
  {
    id: 'ventoy.disk-uuid',
    next: 'Ventoy tells this stick from other disks by it. Save the images and make the stick again.',
    run({ disk: { sector0 } }) {
      const uuid = sector0.subarray(DISK_UUID_AT, DISK_UUID_AT + DISK_UUID_BYTES);
      return isZero(uuid)
        ? fail('The disk has no UUID of its own at byte 384')
        : pass(`The disk has the UUID ${uuid.toString('hex')}`);
    },
  },
];

function bytesAre(sector0: Buffer, at: number, wanted: Buffer): Finding {
  const found = sector0.subarray(at, at + wanted.length);
  const where = `Bytes ${String(at)} to ${String(at + wanted.length - 1)} of sector 0`;
  if (found.equals(wanted)) return pass(`${where} are Ventoy’s`);
  const wrong = found.filter((byte, i) => byte !== wanted[i]).length;
  return fail(`${where} are not Ventoy’s: ${String(wrong)} of them differ. ${startError(12)}`);
}

function sectorIs(what: string, found: bigint, wanted: number): Finding {
  return found === BigInt(wanted)
    ? pass(`${what} goes on in sector ${String(wanted)}`)
    : fail(`${what} goes on in sector ${String(found)}, not in ${String(wanted)}`);
}

async function core(disk: VentoyDisk): Promise<Finding | null> {
  const found = await coreStart(disk);
  if (!found || !disk.scheme) return null;
  const { sector, lba } = found;
  const { maximumSectors } = CORE_PLACE[disk.scheme];
  if (isZero(sector)) return fail(`Sector ${String(lba)}, where core.img begins, is empty`);
  const count = sector.readUInt16LE(COUNT_AT);
  if (count === 0 || count >= maximumSectors) {
    // How a release's own core.img is made is Ventoy's business: the comparison with the release decides.
    return warn(
      `core.img claims ${String(count)} more sectors; there is room for ${String(maximumSectors - 1)}`,
    );
  }
  const end = (lba + 1 + count) * SECTOR;
  if (end > disk.source.size) return fail('core.img reaches past the end of the disk');
  return isZero(await disk.source.read((lba + 1) * SECTOR, count * SECTOR))
    ? fail(`The ${String(count)} sectors of core.img from ${String(lba + 1)} on are empty`)
    : pass(`core.img lies from sector ${String(lba)} on, ${String(count + 1)} sectors`);
}

/** The first sector of core.img; null where there is no table, or no room for it. */
async function coreStart({
  scheme,
  sectors,
  source,
}: VentoyDisk): Promise<{ sector: Buffer; lba: number } | null> {
  if (scheme === null) return null;
  const { lba } = CORE_PLACE[scheme];
  return lba < sectors ? { sector: await source.read(lba * SECTOR, SECTOR), lba } : null;
}

function isZero(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}
