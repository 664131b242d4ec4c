import { SECTOR } from '../../../../src-shared/units';
import { VentoyFormat, type VentoyDisk } from '../../../ventoy';
import { fail, pass, warn, type Finding } from '../finding';
import { startError, type VentoyCheck } from './subject';

const { CORE_LBA_AT, CORE_PLACE, DISK_UUID_AT, DISK_UUID_BYTES, JUMP, JUMP_BYTES } = VentoyFormat;
const { MARK, MARK_AT, NEXT_LBA_AT } = VentoyFormat;
/** In core.img's first sector: how many sectors to load after it. */
const COUNT_AT = NEXT_LBA_AT + 8;

/** What a BIOS starts, and what Ventoy looks for in it with any firmware. */
export const bootCodeChecks: VentoyCheck[] = [
  {
    id: 'ventoy.boot-start',
    next: 'next.ventoy.update',
    run({ disk: { sector0 } }) {
      const wanted = Buffer.alloc(JUMP_BYTES);
      JUMP.copy(wanted);
      return bytesAre(sector0, 0, wanted);
    },
  },
  {
    id: 'ventoy.boot-mark',
    next: 'next.ventoy.update',
    run: ({ disk: { sector0 } }) => bytesAre(sector0, MARK_AT, MARK),
  },
  {
    id: 'ventoy.boot-core',
    next: 'next.ventoy.update-for-bios',
    run({ disk: { sector0, scheme } }) {
      if (scheme === null) return null;
      return sectorIs(
        'ventoy.boot-core',
        sector0.readBigUInt64LE(CORE_LBA_AT),
        CORE_PLACE[scheme].lba,
      );
    },
  },
  {
    id: 'ventoy.core',
    next: 'next.ventoy.update-for-bios',
    run: ({ disk }) => core(disk),
  },
  {
    id: 'ventoy.core-next',
    next: 'next.ventoy.update-for-bios',
    async run({ disk }) {
      const found = await coreStart(disk);
      return (
        found &&
        sectorIs('ventoy.core-next', found.sector.readBigUInt64LE(NEXT_LBA_AT), found.lba + 1)
      );
    },
  },
  {
    id: 'ventoy.disk-uuid',
    next: 'next.ventoy.disk-uuid',
    run({ disk: { sector0 } }) {
      const uuid = sector0.subarray(DISK_UUID_AT, DISK_UUID_AT + DISK_UUID_BYTES);
      return isZero(uuid)
        ? fail('ventoy.disk-uuid.missing')
        : pass('ventoy.disk-uuid.there', { uuid: uuid.toString('hex') });
    },
  },
];

function bytesAre(sector0: Buffer, at: number, wanted: Buffer): Finding {
  const found = sector0.subarray(at, at + wanted.length);
  const where = { from: at, to: at + wanted.length - 1 };
  if (found.equals(wanted)) return pass('ventoy.boot-bytes.right', where);
  const count = found.filter((byte, i) => byte !== wanted[i]).length;
  return fail('ventoy.boot-bytes.wrong', { ...where, count, stop: startError(12) });
}

function sectorIs(
  check: 'ventoy.boot-core' | 'ventoy.core-next',
  found: bigint,
  wanted: number,
): Finding {
  return found === BigInt(wanted)
    ? pass(`${check}.right`, { wanted })
    : fail(`${check}.wrong`, { sector: String(found), wanted });
}

async function core(disk: VentoyDisk): Promise<Finding | null> {
  const found = await coreStart(disk);
  if (!found || !disk.scheme) return null;
  const { sector, lba } = found;
  const { maximumSectors } = CORE_PLACE[disk.scheme];
  if (isZero(sector)) return fail('ventoy.core.empty-start', { sector: lba });
  const count = sector.readUInt16LE(COUNT_AT);
  if (count === 0 || count >= maximumSectors) {
    // How a release's own core.img is made is Ventoy's business: the comparison with the release decides.
    return warn('ventoy.core.too-long', { count, room: maximumSectors - 1 });
  }
  const end = (lba + 1 + count) * SECTOR;
  if (end > disk.source.size) return fail('ventoy.core.past-end');
  return isZero(await disk.source.read((lba + 1) * SECTOR, count * SECTOR))
    ? fail('ventoy.core.empty', { count, sector: lba + 1 })
    : pass('ventoy.core.there', { sector: lba, count: count + 1 });
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
